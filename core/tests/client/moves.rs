//! Moves and copies of secrets, interrupted at every request.

use std::sync::atomic::{AtomicUsize, Ordering};

use infisical_e2ee::{Client, ErrorKind};
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, ERAS, Received, STEPS, Stub, World, answer_of, http};

/// Whether a request changes something. Failed reads have no effect.
fn is_write(request: &Received) -> bool {
    request.method != "GET" && request.path().contains("/secrets")
}

async fn value(client: &Client, environment: &str) -> Option<String> {
    let secrets = client.secrets().list().environment(environment).await.unwrap();
    let found = secrets.get("DB")?;
    assert_eq!(found.comment.expose(), "why");
    Some(found.value.expose().to_owned())
}

/// A stub that fails the write of that number, before or after the server has applied it.
async fn losing_a_write(world: &World, number: usize, applied: bool) -> Stub {
    let writes = AtomicUsize::new(0);
    let script = move |request: &Received, _: usize| {
        let is_cut = is_write(request) && writes.fetch_add(1, Ordering::SeqCst) == number;
        match (is_cut, applied) {
            (false, _) => Answer::PassOn,
            (true, false) => Answer::json(502, &json!({})),
            (true, true) => Answer::PassOnAndLose,
        }
    };
    Stub::before(&world.base_url, script).await
}

#[tokio::test]
async fn move_interrupted_loses_nothing_and_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let user = world.ada();
        for applied in [false, true] {
            let mut cut_at = 0;
            loop {
                user.secrets().create("DB", "one").comment("why").await.unwrap();
                let stub = losing_a_write(&world, cut_at, applied).await;
                let client = world.user_at(&stub.base_url);
                let moving = || client.secrets().move_to(["DB"]).to_environment("prod");
                let first = moving().await;

                let held = [value(&user, "dev").await, value(&user, "prod").await];
                assert!(held.contains(&Some("one".to_owned())), "{era} {cut_at}: lost");
                let finished = first.is_ok();
                if let Err(error) = first {
                    assert_eq!(error.kind(), ErrorKind::ServerError, "{era} {cut_at}: {error}");
                    moving().await.unwrap();
                }
                let held = [value(&user, "dev").await, value(&user, "prod").await];
                assert_eq!(held, [None, Some("one".to_owned())], "{era} {cut_at}");
                user.secrets().delete("DB").environment("prod").await.unwrap();
                if finished {
                    assert!(cut_at > 0, "{era}: nothing was cut");
                    break;
                }
                cut_at += 1;
            }
        }
    }
}

#[tokio::test]
async fn duplicate_interrupted_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("DB", "one").comment("why").await.unwrap();
        for applied in [false, true] {
            let mut cut_at = 0;
            loop {
                let stub = losing_a_write(&world, cut_at, applied).await;
                let client = world.user_at(&stub.base_url);
                let copying = || client.secrets().duplicate(["DB"]).to_environment("prod");
                let first = copying().await;
                let finished = first.is_ok();
                if let Err(error) = first {
                    let expected = (ErrorKind::ServerError, true);
                    assert_eq!((error.kind(), error.retryable()), expected, "{era} {cut_at}");
                    copying().await.unwrap();
                }
                let held = [value(&user, "dev").await, value(&user, "prod").await];
                assert_eq!(
                    held,
                    [Some("one".to_owned()), Some("one".to_owned())],
                    "{era} {cut_at}"
                );
                user.secrets().delete("DB").environment("prod").await.unwrap();
                if finished {
                    assert!(cut_at > 0, "{era}: nothing was cut");
                    break;
                }
                cut_at += 1;
            }
        }
    }
}

#[tokio::test]
async fn duplicate_answered_with_another_value_is_an_integrity_violation() {
    // In May 2023 the client reads the secret before it is stored, too.
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("DB", "one").comment("why").await.unwrap();
        user.secrets().create("DB", "two").environment("staging").await.unwrap();
        // The server answers with the secret of another environment.
        let target = format!(
            "{}/api/v3/secrets/DB?workspaceId={}&environment=staging&type=shared",
            world.base_url, world.project
        );
        let other = answer_of(http().get(target).bearer_auth(world.access_token())).await;
        let stub = Stub::before(&world.base_url, move |request, _| {
            let is_read = request.method == "GET" && request.path() == "/api/v3/secrets/DB";
            match is_read && request.target.contains("environment=prod") {
                true => Answer::json(200, &other),
                false => Answer::PassOn,
            }
        })
        .await;
        let client = world.user_at(&stub.base_url);
        let error = client.secrets().duplicate(["DB"]).to_environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
    }
}

#[tokio::test]
async fn move_and_set_tags_awaiting_approval_fail_with_the_approval_id() {
    let world = World::start(Era::Feb24).await;
    let user = world.ada();
    user.secrets().create("DB", "one").comment("why").await.unwrap();
    user.tags().create("Hot", "hot").color("#ff0000").await.unwrap();
    let stub = Stub::before(&world.base_url, |request, _| {
        if is_write(request) && request.method != "POST" {
            let held_back = json!({"approval": {"id": "request-7", "status": "open"}});
            return Answer::json(200, &held_back);
        }
        Answer::PassOn
    })
    .await;
    let client = world.user_at(&stub.base_url);
    for error in [
        client.secrets().move_to(["DB"]).to_environment("prod").await.unwrap_err(),
        client.secrets().set_tags("DB", ["hot"]).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{error}");
        assert!(error.message().contains("request-7"), "{error}");
    }
    let held = [value(&user, "dev").await, value(&user, "prod").await];
    assert_eq!(held, [Some("one".to_owned()), Some("one".to_owned())]);
}

#[tokio::test]
async fn move_of_concurrently_changed_secret_is_conflict_and_keeps_source() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("DB", "one").comment("why").await.unwrap();
        let listing = recorded_listing(&world).await;
        user.secrets().update("DB").value("two").await.unwrap();
        // The move first reads the state before the change.
        let stub = Stub::before(&world.base_url, move |request, _| {
            let of_source = request.target.contains("environment=dev");
            match request.path() {
                "/api/v3/secrets" if of_source => Answer::json(200, &listing),
                _ => Answer::PassOn,
            }
        })
        .await;
        let client = world.user_at(&stub.base_url);
        let error = client.secrets().move_to(["DB"]).to_environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Conflict, "{era}: {error}");
        assert_eq!(value(&user, "dev").await.as_deref(), Some("two"), "{era}");
    }
}

#[tokio::test]
async fn move_of_secret_that_fails_to_decrypt_is_an_error() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.ada();
        user.secrets().create("DB", "one").comment("why").await.unwrap();
        let mut listing = recorded_listing(&world).await;
        user.secrets().create("DB", "two").comment("why").environment("prod").await.unwrap();
        listing["secrets"][0]["secretKeyTag"] = json!("AAAAAAAAAAAAAAAAAAAAAA==");
        let stub = Stub::before(&world.base_url, move |request, _| {
            let of_source = request.target.contains("environment=dev");
            match request.path() {
                "/api/v3/secrets" if of_source => Answer::json(200, &listing),
                _ => Answer::PassOn,
            }
        })
        .await;
        let client = world.user_at(&stub.base_url);
        let error = client.secrets().move_to(["DB"]).to_environment("prod").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::DecryptionFailed, "{era}: {error}");
    }
}

/// The server's current list of environment `dev`.
async fn recorded_listing(world: &World) -> Value {
    let target =
        format!("{}/api/v3/secrets?workspaceId={}&environment=dev", world.base_url, world.project);
    let request = http().get(target).bearer_auth(world.access_token());
    answer_of(request).await
}
