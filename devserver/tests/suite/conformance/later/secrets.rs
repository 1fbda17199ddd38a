//! Secrets, alone and in batches.

use reqwest::Method;
use serde_json::{Value, json};

use super::{NONE, UNKNOWN};
use crate::conformance::Session;
use crate::support::Person;
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::secret_fields;

pub(super) async fn secrets(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
    key: &Auth,
) {
    let auth = alice.auth();
    let shared = with(place(project, "dev"), json!({ "secretPath": "/" }));
    let personal = with(shared.clone(), json!({ "type": "personal" }));
    let folder = |path: &str| with(shared.clone(), json!({ "secretPath": path }));
    let fields = |name: &str, comment: &str| secret_fields(name, "value", comment, project_key);
    let mut bare = fields("NOCOMMENT", "");
    bare.as_object_mut().unwrap().retain(|name, _| !name.starts_with("secretComment"));
    let db_url = |home: &Value| with(home.clone(), fields("DB_URL", ""));
    let lone = with(personal.clone(), fields("P", ""));
    for (step, name, auth, body) in [
        ("v3-secret-create-db_url", "DB_URL", &auth, with(shared.clone(), fields("D", "c"))),
        ("v3-secret-create-empty", "EMPTY", &auth, with(shared.clone(), fields("EMPTY", ""))),
        ("v3-secret-create-nocomment", "NOCOMMENT", &auth, with(shared.clone(), bare)),
        ("v3-secret-create-only_personal-personal", "ONLY_PERSONAL", &auth, lone),
        ("v3-secret-create-db_url-personal", "DB_URL", &auth, db_url(&personal)),
        ("v3-secret-create-apikey", "BY_APIKEY", key, with(shared.clone(), fields("K", ""))),
        ("err-secret-duplicate", "DB_URL", &auth, db_url(&shared)),
        ("v3-secret-create-in-folder", "IN_SUB", &auth, db_url(&folder("/sub"))),
        ("err-secret-create-unknown-folder", "IN_SUB", &auth, db_url(&folder("/nope"))),
    ] {
        session.step(step, &format!("POST /api/v3/secrets/{name}"), auth, body).await;
    }
    let at = at(project, "dev");
    let list = format!("GET /api/v3/secrets?{at}");
    session.step("v3-secrets-list", &list, &auth, NONE).await;
    let sub = format!("{list}&secretPath=/sub");
    session.step("v3-secrets-list-folder", &sub, &auth, NONE).await;
    let nope = format!("{list}&secretPath=/nope");
    session.step("v3-secrets-list-unknown-folder", &nope, &auth, NONE).await;
    let get = format!("GET /api/v3/secrets/DB_URL?{at}&secretPath=/");
    session.step("v3-secret-get", &format!("{get}&type=shared"), &auth, NONE).await;
    session.step("v3-secret-get-personal", &format!("{get}&type=personal"), &auth, NONE).await;
    let change = with(shared.clone(), fields("DB_URL", "c"));
    session.step("v3-secret-update", "PATCH /api/v3/secrets/DB_URL", &auth, change).await;
    let rename = with(shared.clone(), fields("RENAMED", "c"));
    let rename = with(rename, json!({ "secretName": "RENAMED", "tags": [] }));
    session.step("v3-secret-rename", "PATCH /api/v3/secrets/NOCOMMENT", &auth, rename).await;
    session.step("v3-secret-delete", "DELETE /api/v3/secrets/RENAMED", &auth, shared).await;
}

pub(super) async fn batches(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
) {
    let entry = |name: &str| {
        let extra = json!({ "secretName": name, "type": "shared" });
        with(secret_fields(name, "v", "", project_key), extra)
    };
    let batch = |entries: Value| {
        json!({ "workspaceId": project, "environment": "dev", "secretPath": "/",
                "secrets": entries })
    };
    let (auth, path) = (alice.auth(), "/api/v3/secrets/batch");
    let body = batch(json!([entry("B1"), entry("B2")]));
    session.step("v3-secrets-batch-create", &format!("POST {path}"), &auth, body).await;
    let body = batch(json!([entry("B1")]));
    session.step("v3-secrets-batch-update", &format!("PATCH {path}"), &auth, body).await;
    let body = batch(json!([{ "secretName": "B2", "type": "shared" }]));
    session.step("v3-secrets-batch-delete", &format!("DELETE {path}"), &auth, body).await;
}

pub(super) async fn refusals(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
) {
    let auth = &alice.auth();
    let shared = with(place(project, "dev"), json!({ "secretPath": "/" }));
    let body = with(shared.clone(), secret_fields("NOPE", "x", "", project_key));
    let nope = "/api/v3/secrets/NOPE";
    let get = format!("GET {nope}?{}&type=shared", at(project, "dev"));
    session.step("err-secret-get-404", &get, auth, NONE).await;
    session.step("err-secret-update-404", &format!("PATCH {nope}"), auth, body.clone()).await;
    session.step("err-secret-delete-404", &format!("DELETE {nope}"), auth, shared.clone()).await;
    let bad = "POST /api/v3/secrets/BAD";
    session.step("err-secret-create-missing-fields", bad, auth, shared).await;
    let other = with(body, json!({ "type": "other" }));
    session.step("err-secret-create-bad-type", bad, auth, other).await;
    let post = |kind: &'static str, text: &'static str| {
        let request = session.peer.request(Method::POST, "/api/v3/secrets/BAD", auth);
        request.header("content-type", kind).body(text)
    };
    let (malformed, other) =
        (post("application/json", "{\"workspaceId\":"), post("application/xml", "x"));
    session.step_with("err-malformed-json", malformed).await;
    session.step_with("err-unsupported-media-type", other).await;
    for (step, query) in [
        ("err-secrets-missing-environment", format!("workspaceId={project}")),
        ("err-bad-workspace-id", at("nonsense", "dev")),
        ("err-unknown-workspace", at(UNKNOWN, "dev")),
        ("v3-secrets-unknown-environment", at(project, "nope")),
    ] {
        session.step(step, &format!("GET /api/v3/secrets?{query}"), auth, NONE).await;
    }
    let gone = format!("GET /api/v2/secrets?{}&secretPath=%2F", at(project, "dev"));
    session.step("err-v2-secrets-gone", &gone, auth, NONE).await;
    session.step("err-404-route", "GET /api/v2/nothing-here", auth, NONE).await;
}
