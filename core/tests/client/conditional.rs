//! Lists that are read only if they changed.

use infisical_e2ee::ErrorKind;
use serde_json::{Value, json};
use tempfile::tempdir;

use super::support::{Answer, ERAS, Received, Stub, World, answer_of, http, machine, modern};

const LIST: &str = "/api/v4/secrets";

fn list(value: &str) -> Value {
    json!({"secrets": [{
        "id": "1", "version": 1, "type": "shared", "secretKey": "A", "secretValue": value,
        "secretComment": ""
    }]})
}

/// A server whose list has an ETag, and that answers 304 to the same one.
async fn stub(etag: &'static str) -> Stub {
    Stub::start(move |request, _| {
        let answer = |request: &Received| match request.header("if-none-match") {
            known if !known.is_empty() && known == etag => {
                Answer::text(304, "application/json", "")
            }
            _ => Answer::json(200, &list("one")).with_header("etag", etag),
        };
        modern(request, &answer, 200)
    })
    .await
}

#[tokio::test]
async fn list_with_a_known_etag_is_asked_for_with_a_condition() {
    for etag in ["\"planted\"", "W/\"1b-planted\""] {
        let stub = stub(etag).await;
        let secrets = machine(&stub).build().unwrap().secrets();
        let first = secrets.list().await.unwrap();
        let known = first.etag().unwrap();
        assert!(!format!("{first:?} {:?}", secrets.list_if_changed(known)).contains("planted"));
        assert!(secrets.list_if_changed(known).await.unwrap().is_none());
        assert_eq!(stub.received().pop().unwrap().header("if-none-match"), etag);
        let elsewhere = secrets.list().path("/a").if_changed(known).await.unwrap().unwrap();
        assert_ne!(elsewhere.etag(), Some(known));
        assert_eq!(stub.received().pop().unwrap().header("if-none-match"), "");
        let filtered = secrets.list().view_value(false).if_changed(known).await.unwrap().unwrap();
        assert_ne!(filtered.etag(), Some(known));
        assert_eq!(stub.received().pop().unwrap().header("if-none-match"), "");
    }
}

#[tokio::test]
async fn list_with_a_long_or_unprintable_etag_has_none() {
    for etag in ["", "\"a b\"", "\"\u{fc}\"", &*format!("\"{}\"", "x".repeat(200)).leak()] {
        let stub = stub(etag).await;
        let list = machine(&stub).build().unwrap().secrets().list().await.unwrap();
        assert_eq!((list.len(), list.etag()), (1, None), "{etag}");
    }
}

#[tokio::test]
async fn answer_304_without_a_condition_is_an_error() {
    let stub = Stub::start(|request, _| {
        modern(request, &|_: &Received| Answer::text(304, "application/json", ""), 200)
    })
    .await;
    let secrets = machine(&stub).build().unwrap().secrets();
    let error = secrets.list().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::InvalidResponse, Some(304)), "{error}");
    let etag = format!("{}-\"abc\"", "0".repeat(16));
    let error = secrets.list_if_changed(etag).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{error}");
    assert_eq!(stub.count(LIST), 2);
}

#[tokio::test]
async fn list_if_changed_with_other_text_fails_before_a_request_for_secrets() {
    let stub = stub("\"abc\"").await;
    let secrets = machine(&stub).build().unwrap().secrets();
    for text in ["", "-", "\"abc\"", "0123456789abcdef", "0123456789abcdef-", "x-\"abc\""] {
        let error = secrets.list_if_changed(text).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{text}: {error}");
    }
    // What no header can contain is not sent.
    let text = "0123456789abcdef-\"a\r\nb\"";
    assert!(secrets.list_if_changed(text).await.unwrap().is_some());
    assert_eq!(stub.count(LIST), 1);
}

/// A server that says "unchanged" whatever was changed.
#[tokio::test]
async fn list_if_changed_after_the_trust_store_learned_something_has_no_condition() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub =
            Stub::before(&world.base_url, |request, _| match request.header("if-none-match") {
                "" => Answer::PassOn,
                _ => Answer::text(304, "application/json", ""),
            })
            .await;
        let directory = tempdir().unwrap();
        let builder = world.session_builder_at(&stub.base_url);
        let client = builder.trust_store(directory.path().join("trust")).build().unwrap();
        let secrets = client.secrets();
        secrets.create("A", "1").await.unwrap();
        let list = secrets.list().await.unwrap();
        let etag = list.etag().unwrap();
        assert!(secrets.list_if_changed(etag).await.unwrap().is_none(), "{era}");
        secrets.update("A").value("2").await.unwrap();
        let changed = secrets.list_if_changed(etag).await.unwrap().unwrap();
        assert_eq!(changed.get("A").unwrap().value.expose(), "2", "{era}");
        assert_eq!(stub.received().pop().unwrap().header("if-none-match"), "", "{era}");
    }
}

#[tokio::test]
async fn list_with_a_secret_that_does_not_decrypt_has_no_etag() {
    let world = World::start(ERAS[2]).await;
    let secrets = world.client(world.token_credential()).secrets();
    secrets.create("A", "1").await.unwrap();
    secrets.create("B", "2").await.unwrap();
    assert!(secrets.list().await.unwrap().etag().is_some());
    let (token, _) = world.token.expose().rsplit_once('.').unwrap();
    let place = format!("workspaceId={}&environment=dev&secretPath=/", world.project);
    let request = http().get(format!("{}/api/v3/secrets?{place}", world.base_url));
    let mut stored = answer_of(request.bearer_auth(token)).await;
    stored["secrets"][0]["secretValueTag"] = stored["secrets"][1]["secretValueTag"].clone();
    let stub = Stub::before(&world.base_url, move |request, _| match request.path() {
        "/api/v3/secrets" => Answer::json(200, &stored).with_header("etag", "\"abc\""),
        _ => Answer::PassOn,
    })
    .await;
    let damaged = world.client_at(&stub.base_url, world.token_credential()).secrets();
    let list = damaged.list().await.unwrap();
    assert_eq!((list.len(), list.failures().len(), list.etag()), (1, 1, None));
}
