//! July 2026, as recorded.

mod accounts;
mod dynamic_secrets;
mod end_to_end;
mod identities;
mod identity_auths;
mod kms;
mod organizations;
mod projects;
mod secrets;
mod sessions;

use serde_json::{Value, json};

use crate::support::client::{Auth, Peer, Reply};
use crate::support::{Era, Person, Server, start};

/// A server with one signed-up user.
async fn started() -> (Server, Peer, Person) {
    let (server, peer) = start(Era::Modern).await;
    let alice = Person::sign_up(&peer, "alice").await;
    (server, peer, alice)
}

/// Checks status, name and text of a refusal.
#[track_caller]
fn is_refused(reply: &Reply, status: u16, name: &str, message: &str) {
    let body = reply.json();
    assert_eq!(reply.status, status, "{body}");
    assert_eq!((&body["error"], &body["message"]), (&json!(name), &json!(message)), "{body}");
    assert_eq!(body["reqId"].as_str().map(str::len), Some(18), "{body}");
}

/// Checks that a request was found invalid because of the field `name`.
#[track_caller]
fn is_invalid(reply: &Reply, name: &str) {
    let body = reply.json();
    assert_eq!((reply.status, &body["error"]), (422, &json!("ValidationFailure")), "{body}");
    assert_eq!(body["message"][0]["path"], json!([name]), "{body}");
}

/// Checks that the server has no such route.
#[track_caller]
fn is_no_route(reply: &Reply) {
    assert_eq!((reply.status, &reply.json()["error"]), (404, &json!("Not Found")));
    assert_eq!(reply.json().get("reqId"), None);
}

/// The names of the fields of an object, sorted.
fn fields(object: &Value) -> Vec<&str> {
    let mut names: Vec<_> = object.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

const NO_AUTH: Auth = Auth::None;
