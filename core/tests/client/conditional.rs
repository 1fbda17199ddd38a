//! Lists that are read only if they changed.

use infisical_e2ee::ErrorKind;
use serde_json::{Value, json};

use super::support::{Answer, Received, Stub, machine, modern};

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
    for etag in ["\"abc\"", "W/\"1b-abc\""] {
        let stub = stub(etag).await;
        let secrets = machine(&stub).build().unwrap().secrets();
        let first = secrets.list().await.unwrap();
        let known = first.etag().unwrap();
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
