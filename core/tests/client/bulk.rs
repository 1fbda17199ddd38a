//! Bulk changes of secrets: the requests, and the state after an interruption.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use infisical_e2ee::{ErrorKind, NewValue};
use infisical_e2ee_devserver::Era;
use serde_json::json;

use super::support::{Answer, ERAS, Received, STEPS, Stub, World, interrupted, stopped};

/// The same in each round, so that the server hashes each name once.
fn values() -> Vec<NewValue> {
    (0..3).map(|one| NewValue::new(format!("A{one}"), "x".repeat(30_000))).collect()
}

#[tokio::test]
async fn set_many_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let ada = world.ada();
        interrupted(
            &world,
            async |_| {
                ada.secrets().create("A0", "old").comment("why").await.unwrap();
            },
            async |client, ()| client.secrets().set_many(values()).await,
            async |(), again, what| {
                again.unwrap().check_complete().unwrap();
                let mut found: Vec<_> = ada.secrets().list().await.unwrap().into_iter().collect();
                found.sort_by_key(|one| one.name.clone());
                let found_values: Vec<_> =
                    found.iter().map(|one| (one.name.clone(), one.value.clone())).collect();
                let all: Vec<_> = values().into_iter().map(|one| (one.name, one.value)).collect();
                assert!(found_values == all, "{what}");
                assert_eq!(found[0].comment.expose(), "why", "{what}");
                let names = found.into_iter().map(|one| one.name);
                ada.secrets().delete_many(names).await.unwrap().check_complete().unwrap();
            },
        )
        .await;
    }
}

/// Values so large that every secret needs its own request.
#[tokio::test]
async fn set_many_in_several_requests_interrupted_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let ada = world.ada();
        let length = if era == Era::May23 { 40_000 } else { 300_000 };
        let cuts = Mutex::new(0);
        interrupted(
            &world,
            async |_| (),
            async |client, ()| {
                let values = (0..2).map(|one| NewValue::new(format!("A{one}"), "x".repeat(length)));
                client.secrets().set_many(values).await
            },
            async |(), again, what| {
                again.unwrap().check_complete().unwrap();
                let list = ada.secrets().list().await.unwrap();
                let lengths: Vec<_> = list.iter().map(|one| one.value.len()).collect();
                assert_eq!(lengths, [length; 2], "{what}");
                // Remaining secrets would be read again in every later round.
                let names = list.into_iter().map(|one| one.name);
                ada.secrets().delete_many(names).await.unwrap().check_complete().unwrap();
                *cuts.lock().unwrap() += 1;
            },
        )
        .await;
        // Reads the current secrets first, then creates in two requests.
        assert!(*cuts.lock().unwrap() >= 2 * 3, "{era}");
    }
}

#[tokio::test]
async fn delete_many_interrupted_at_any_request_completes_when_repeated() {
    for era in STEPS {
        let world = World::start(era).await;
        let ada = world.ada();
        ada.secrets().create("KEPT", "1").await.unwrap();
        // Long names: a request to May 2023 has space for only one.
        let names: Vec<_> = (0..3).map(|one| format!("A{one}").repeat(7_500)).collect();
        interrupted(
            &world,
            async |_| {
                let values = names.iter().map(|name| NewValue::new(name, "1"));
                ada.secrets().set_many(values).await.unwrap().check_complete().unwrap();
            },
            async |client, ()| client.secrets().delete_many(names.clone()).await,
            async |(), again, what| {
                again.unwrap().check_complete().unwrap();
                let left = ada.secrets().list().await.unwrap();
                let left: Vec<_> = left.iter().map(|secret| &secret.name).collect();
                assert_eq!(left, ["KEPT"], "{what}");
            },
        )
        .await;
    }
}

#[tokio::test]
async fn set_many_splits_requests_below_the_size_limit_and_reports_progress() {
    for era in ERAS {
        let world = World::start(era).await;
        let ada = world.ada();
        let told = Arc::new(Mutex::new(Vec::new()));
        let (listener, many) = (Arc::clone(&told), (0..7).map(|one| format!("M{one}")));
        let many = many.map(|name| NewValue::new(name, "y".repeat(40_000)));
        let result = ada
            .secrets()
            .set_many(many)
            .on_progress(move |done, total| listener.lock().unwrap().push((done, total)))
            .await
            .unwrap();
        result.check_complete().unwrap();
        let told = told.lock().unwrap();
        assert_eq!((told.first(), told.last()), (Some(&(0, 7)), Some(&(7, 7))), "{era}");
        assert!(told.is_sorted(), "{era}: {told:?}");
        assert_eq!(told.len() > 3, era == ERAS[0], "{era}: {told:?}");
    }
}

#[tokio::test]
async fn set_many_stopped_by_server_error_says_how_many_are_done() {
    let world = World::start(ERAS[0]).await;
    let script = move |request: &Received, seen: usize| {
        let is_write = request.method == "POST" && request.path().contains("/v2/secrets");
        match (is_write, seen) {
            (true, _) => Answer::json(502, &json!({})),
            (false, _) => Answer::PassOn,
        }
    };
    let stub = Stub::before(&world.base_url, script).await;
    let client = world.user_at(&stub.base_url);
    let error = client.secrets().set_many(values()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ServerError);
    assert!(error.message().contains("stopped after 0 of 3 changes"), "{error}");
    assert!(!error.message().contains("xxx"));
}

#[tokio::test]
async fn set_many_under_approval_policy_proposes_one_request() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |request, _| {
            if request.method == "POST" && request.path() == "/api/v3/secrets/batch" {
                return Answer::json(200, &json!({"approval": {"id": "request-7"}}));
            }
            Answer::PassOn
        })
        .await;
        let client = world.user_at(&stub.base_url);
        let result = client.secrets().set_many(values()).await.unwrap();
        for item in &result.items {
            assert_eq!((item.action, item.status), ("create", "proposed"), "{era}");
            assert_eq!(item.approval.as_ref().unwrap().id, "request-7", "{era}");
            assert_eq!(item.error.as_ref().unwrap().kind(), ErrorKind::PermissionDenied);
        }
        assert!(result.check_complete().unwrap_err().message().contains("3 of 3"), "{era}");
        assert_eq!(stub.count("/api/v3/secrets/batch"), 1, "{era}");
    }
}

#[tokio::test]
async fn set_many_and_delete_many_accept_names_that_urls_cannot_have() {
    for era in ERAS {
        let world = World::start(era).await;
        let ada = world.ada();
        let names = ["raw", "batch", "move", ".", ".."];
        let values = names.map(|name| NewValue::new(name, "1"));
        ada.secrets().set_many(values).await.unwrap().check_complete().unwrap();
        let mut found: Vec<_> =
            ada.secrets().list().await.unwrap().into_iter().map(|secret| secret.name).collect();
        found.sort();
        assert_eq!(found, [".", "..", "batch", "move", "raw"], "{era}");
        ada.secrets().delete_many(names).await.unwrap().check_complete().unwrap();
        assert!(ada.secrets().list().await.unwrap().is_empty(), "{era}");
    }
}

/// Each of twelve requests takes 20 seconds, and the client's deadline is 90.
#[tokio::test]
async fn set_many_of_300_may_exceed_the_deadline_in_total() {
    let world = World::start(Era::Feb24).await;
    let stub = Stub::before(&world.base_url, |request: &Received, _| match request.path() {
        "/api/v3/secrets/batch" => {
            Answer::json(200, &json!({ "secrets": [] })).later(Duration::from_secs(20))
        }
        _ => Answer::PassOn,
    })
    .await;
    let client = world.client_at(&stub.base_url, world.token_credential());
    client.secrets().list().await.unwrap();
    let values = || (0..300).map(|one| NewValue::new(format!("A{one}"), "x"));

    let _clock = stopped();
    let begun = tokio::time::Instant::now();
    let result = client.secrets().set_many(values()).await.unwrap();
    result.check_complete().unwrap();
    assert_eq!(result.items.len(), 300);
    assert!(begun.elapsed() >= Duration::from_secs(240), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn set_many_ends_if_one_step_exceeds_the_deadline() {
    let world = World::start(Era::Feb24).await;
    let stub = Stub::before(&world.base_url, |request: &Received, _| match request.path() {
        "/api/v3/secrets/batch" if request.body.windows(5).any(|part| part == b"\"A25\"") => {
            let again = Answer::text(429, "text/html", "slower").with_header("retry-after", "25");
            again.later(Duration::from_secs(25))
        }
        "/api/v3/secrets/batch" => Answer::json(200, &json!({ "secrets": [] })),
        _ => Answer::PassOn,
    })
    .await;
    let client = world.client_at(&stub.base_url, world.token_credential());
    client.secrets().list().await.unwrap();

    let _clock = stopped();
    let values = (0..75).map(|one| NewValue::new(format!("A{one}"), "x"));
    let setting = client.secrets().set_many(values).into_future();
    let error = tokio::join!(setting, advancing()).0.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
    assert!(error.message().contains("stopped after 25 of 75 changes"), "{error}");
}

/// Advances the stopped clock by two minutes, a second at a time. Network and encryption take real
/// time, so each second leaves them some.
async fn advancing() {
    for _ in 0..120 {
        tokio::time::advance(Duration::from_secs(1)).await;
        let pause = || std::thread::sleep(Duration::from_millis(10));
        tokio::task::spawn_blocking(pause).await.unwrap();
    }
}
