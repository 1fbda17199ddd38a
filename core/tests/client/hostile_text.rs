//! Ids, names, messages and headers of a server that writes to the user's terminal through errors.

use infisical_e2ee::Error;
use infisical_e2ee_devserver::Era;
use serde_json::{Value, json};

use super::support::{Answer, Received, Stub, World};

/// Clears the screen, starts another line, reverses the text, hides a character, and is 300 KB long.
fn hostile() -> String {
    format!("\u{1b}[2J\r\n\u{202e}\u{200b}planted {}", "x".repeat(300_000))
}

/// The same with white space, so that no word of it is long.
fn spaced() -> String {
    format!("\u{1b}[2J\n\u{2066}planted {}", "x\u{85}y ".repeat(75_000))
}

fn assert_harmless(what: &str, shown: &str) {
    let longest = 2600;
    let length = shown.chars().count();
    assert!(length < longest, "{what}: {length} characters");
    for odd in ['\u{1b}', '\r', '\n', '\u{85}', '\u{202e}', '\u{2066}', '\u{200b}'] {
        assert!(!shown.contains(odd), "{what}: {odd:?} in {shown:?}");
    }
}

fn assert_error_is_harmless(what: &str, error: &Error) {
    assert_harmless(what, error.message());
    assert_harmless(what, &error.to_string());
    assert_harmless(what, &format!("{error:?}"));
    assert!(error.request_id().unwrap_or_default().len() <= 120, "{what}");
}

fn record(id: &str) -> Value {
    json!({
        "id": id, "version": 1, "type": "shared", "secretKeyCiphertext": "", "secretKeyIV": "",
        "secretKeyTag": "", "secretValueCiphertext": "", "secretValueIV": "", "secretValueTag": "",
    })
}

/// A stub before the server that answers requests to this path itself.
async fn answering(world: &World, path: &'static str, status: u16, body: Value) -> Stub {
    let answer = body.to_string();
    Stub::before(&world.base_url, move |request: &Received, _| match request.path() {
        asked if asked == path => Answer::text(status, "application/json", answer.clone()),
        _ => Answer::PassOn,
    })
    .await
}

/// The whole message is limited too, but then its middle is missing.
#[tokio::test]
async fn value_of_the_caller_in_errors_is_short_and_printable() {
    let world = World::start(Era::Feb24).await;
    let user = world.session_at(&world.base_url);
    for text in [hostile(), spaced()] {
        for (what, error) in [
            ("slug", user.environments().create("A", &text).await.unwrap_err()),
            ("unchanged", user.environments().update(&text).await.unwrap_err()),
            ("environment", user.secrets().list().environment(&text).await.unwrap_err()),
            ("folder", user.folders().create(&text).await.unwrap_err()),
            ("path", user.secrets().list().path(&text).await.unwrap_err()),
            ("member", user.members().set_role(&text, "admin").await.unwrap_err()),
            ("role", user.organizations().set_role("a", &text).await.unwrap_err()),
            ("project", user.projects().get(&text).await.unwrap_err()),
            ("time", user.audit_logs().query().start(&text).await.unwrap_err()),
            ("name", user.secrets().get(&text).await.unwrap_err()),
            ("e-mail", user.members().invite(&text).await.unwrap_err()),
            ("tag", user.tags().update(&text).await.unwrap_err()),
        ] {
            assert_error_is_harmless(what, &error);
            let length = error.message().chars().count();
            assert!(length < 500, "{what}: {length} characters: {error}");
        }
    }
}

#[tokio::test]
async fn record_id_in_errors_is_short_and_printable() {
    let world = World::start(Era::Jun24).await;
    for text in [hostile(), spaced()] {
        let list = json!({ "secrets": [record(&text), record(&text)] });
        let stub = answering(&world, "/api/v3/secrets", 200, list).await;
        let list = world.session_at(&stub.base_url).secrets().list().await.unwrap();
        assert_eq!(list.failures().len(), 2);
        for failure in list.failures() {
            assert!(failure.error.message().contains("secret with id"), "{}", failure.error);
            assert!(failure.error.message().chars().count() < 600, "one value is short");
            assert_error_is_harmless("list", &failure.error);
            assert_harmless("failure", &format!("{failure:?}"));
        }
        let error = list.complete().unwrap_err();
        assert!(error.message().contains("field secretKey cannot be decrypted"), "{error}");
        assert_error_is_harmless("complete", &error);

        let one = json!({ "secret": record(&text) });
        let stub = answering(&world, "/api/v3/secrets/A", 200, one).await;
        let error = world.session_at(&stub.base_url).secrets().get("A").await.unwrap_err();
        assert!(error.message().ends_with("or delete it"), "{error}");
        assert_error_is_harmless("get", &error);
    }
}

#[tokio::test]
async fn slugs_in_errors_are_short_and_printable() {
    let world = World::start(Era::Jun24).await;
    for text in [hostile(), spaced()] {
        let id = &world.project;
        let environments = json!([{ "id": "1", "name": text, "slug": text }]);
        let project = json!({ "id": id, "name": text, "orgId": "1", "environments": environments });
        let path = format!("/api/v1/workspace/{id}").leak();
        let stub = answering(&world, path, 200, json!({ "workspace": project })).await;
        let client = world.session_at(&stub.base_url);
        let error = client.environments().delete("absent").await.unwrap_err();
        assert!(error.message().contains("no environment \"absent\". It has: "), "{error}");
        assert_error_is_harmless("environments", &error);
    }
}

#[tokio::test]
async fn names_of_the_caller_in_errors_are_short_and_printable() {
    let world = World::start(Era::Jun24).await;
    let client = world.session_at(&world.base_url);
    for text in [hostile(), spaced()] {
        for error in [
            client.secrets().get(text.clone()).await.map(drop).unwrap_err(),
            client.secrets().list().environment(text.clone()).await.map(drop).unwrap_err(),
            client.secrets().list().path(text.clone()).await.map(drop).unwrap_err(),
            client.secrets().list().project(text.clone()).await.map(drop).unwrap_err(),
            client.folders().create(text.clone()).await.map(drop).unwrap_err(),
            client.tags().create(text.clone(), text.clone()).await.map(drop).unwrap_err(),
            client.members().remove(text.clone()).await.map(drop).unwrap_err(),
        ] {
            assert_error_is_harmless("caller", &error);
        }
    }
}

#[tokio::test]
async fn messages_of_error_answers_are_short_and_printable() {
    let world = World::start(Era::Jun24).await;
    for text in [hostile(), spaced()] {
        for message in [
            json!(text),
            json!([{ "path": [text], "message": text }, { "path": ["a"], "message": text }]),
            json!({ "planted": text }),
        ] {
            for status in [400, 403, 404] {
                let body = json!({
                    "statusCode": status, "error": text, "reqId": text, "message": message
                });
                let body = body.to_string();
                let stub = Stub::before(&world.base_url, move |request: &Received, _| {
                    let asked = ["/api/v3/secrets", "/api/v1/folders", "/memberships"];
                    if asked.iter().any(|path| request.path().contains(path)) {
                        return Answer::text(status, "application/json", body.clone())
                            .with_header("x-request-id", &"x".repeat(9000));
                    }
                    Answer::PassOn
                })
                .await;
                let client = world.session_at(&stub.base_url);
                for error in [
                    client.secrets().list().await.map(drop).unwrap_err(),
                    client.secrets().get("A").await.map(drop).unwrap_err(),
                    client.folders().list().await.map(drop).unwrap_err(),
                    client.members().list().await.map(drop).unwrap_err(),
                ] {
                    assert_eq!(error.request_id(), None, "{error}");
                    assert_error_is_harmless("answer", &error);
                }
            }
        }
    }
}

#[tokio::test]
async fn approval_id_in_errors_is_short_and_printable() {
    let world = World::start(Era::Jun24).await;
    for text in [hostile(), spaced()] {
        let held = json!({ "approval": { "id": text, "status": text } });
        let stub = answering(&world, "/api/v3/secrets/NEW", 200, held).await;
        let error =
            world.session_at(&stub.base_url).secrets().create("NEW", "1").await.unwrap_err();
        assert!(error.message().contains("requires approval"), "{error}");
        assert_error_is_harmless("approval", &error);
    }
}
