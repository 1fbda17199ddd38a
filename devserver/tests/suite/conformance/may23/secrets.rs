//! Secrets by name and by id.

use reqwest::Method;
use serde_json::json;

use super::{NONE, UNKNOWN};
use crate::conformance::Session;
use crate::support::Person;
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::secret_fields;

pub(super) async fn secrets_by_name(
    session: &mut Session,
    project: &str,
    project_key: &str,
    key: &Auth,
) {
    let shared = place(project, "dev");
    let personal = with(shared.clone(), json!({ "type": "personal" }));
    let fields = |name: &str, comment: &str| secret_fields(name, "value", comment, project_key);
    let mut bare = fields("NOCOMMENT", "");
    bare.as_object_mut().unwrap().retain(|name, _| !name.starts_with("secretComment"));
    for (step, name, body) in [
        ("v3-secret-create-db_url", "DB_URL", with(shared.clone(), fields("DB_URL", "c"))),
        ("v3-secret-create-empty", "EMPTY", with(shared.clone(), fields("EMPTY", ""))),
        ("v3-secret-create-personal", "PERSONAL", with(personal.clone(), fields("P", ""))),
        ("v3-secret-create-nocomment", "NOCOMMENT", with(shared.clone(), bare)),
        ("err-secret-duplicate", "DB_URL", with(shared.clone(), fields("DB_URL", ""))),
    ] {
        session.step(step, &format!("POST /api/v3/secrets/{name}"), key, body).await;
    }
    let at = at(project, "dev");
    session.step("v3-secrets-list", &format!("GET /api/v3/secrets?{at}"), key, NONE).await;
    let get = format!("GET /api/v3/secrets/DB_URL?{at}");
    session.step("v3-secret-get", &format!("{get}&type=shared"), key, NONE).await;
    let missing = format!("GET /api/v3/secrets/PERSONAL?{at}");
    session.step("v3-secret-get-default-type", &missing, key, NONE).await;
    let body = with(personal, fields("DB_URL", ""));
    let post = "POST /api/v3/secrets/DB_URL";
    session.step("v3-secret-create-personal-override", post, key, body).await;
    session.step("v3-secret-get-override-default-type", &get, key, NONE).await;
    let body = with(shared.clone(), fields("DB_URL", ""));
    session.step("v3-secret-update", "PATCH /api/v3/secrets/DB_URL", key, body).await;
    session.step("v3-secret-delete", "DELETE /api/v3/secrets/NOCOMMENT", key, shared).await;
}

pub(super) async fn refusals(session: &mut Session, project: &str, project_key: &str, key: &Auth) {
    let shared = place(project, "dev");
    let body = with(shared.clone(), secret_fields("NOPE", "x", "", project_key));
    let at_dev = at(project, "dev");
    let get = format!("GET /api/v3/secrets/NOPE?{at_dev}&type=shared");
    session.step("err-secret-get-404", &get, key, NONE).await;
    let nope = "/api/v3/secrets/NOPE";
    session.step("err-secret-update-404", &format!("PATCH {nope}"), key, body.clone()).await;
    session.step("err-secret-delete-404", &format!("DELETE {nope}"), key, shared.clone()).await;
    let bad = "POST /api/v3/secrets/BAD";
    session.step("err-secret-create-missing-fields", bad, key, shared).await;
    let other = with(body, json!({ "type": "other" }));
    session.step("err-secret-create-bad-type", bad, key, other).await;
    let malformed = session.peer.request(Method::POST, "/api/v3/secrets/BAD", key);
    let malformed = malformed.header("content-type", "application/json").body("{\"workspaceId\":");
    session.step_with("err-malformed-json", malformed).await;
    for (step, query) in [
        ("err-secrets-missing-environment", format!("workspaceId={project}")),
        ("err-bad-workspace-id", at("nonsense", "dev")),
        ("err-unknown-workspace", at(UNKNOWN, "dev")),
        ("v3-secrets-unknown-environment", at(project, "nope")),
    ] {
        session.step(step, &format!("GET /api/v3/secrets?{query}"), key, NONE).await;
    }
    session.step("err-404-route", "GET /api/v2/nothing-here", key, NONE).await;
}

pub(super) async fn secrets_by_id(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
    key: &Auth,
) {
    let entry = |name: &str| {
        let extra = json!({ "type": "shared", "secretName": name });
        with(secret_fields(name, "v", "c", project_key), extra)
    };
    let home = json!({ "workspaceId": project, "environment": "dev" });
    let (post, patch) = ("POST /api/v2/secrets", "PATCH /api/v2/secrets");
    let two = with(home.clone(), json!({ "secrets": [entry("V2_A"), entry("V2_B")] }));
    let made = session.step("v2-secrets-create", post, key, two).await;
    let one = with(home.clone(), json!({ "secrets": entry("V2_C") }));
    session.step("v2-secrets-create-single-object", post, key, one).await;
    let list = format!("GET /api/v2/secrets?{}", at(project, "dev"));
    session.step("v2-secrets-list", &list, key, NONE).await;
    let (first, second) = (&made["secrets"][0]["_id"], &made["secrets"][1]["_id"]);
    let change = with(secret_fields("V2_A", "w", "c", project_key), json!({ "id": first }));
    let body = json!({ "secrets": [change.clone()] });
    session.step("v2-secrets-update", patch, key, body).await;
    let body = json!({ "secrets": change });
    session.step("v2-secrets-update-single-object", patch, key, body).await;
    let delete = "DELETE /api/v2/secrets";
    session.step("v2-secrets-delete", delete, key, json!({ "secretIds": [second] })).await;
    let body = json!({ "secretIds": [UNKNOWN] });
    session.step("err-v2-secrets-delete-unknown", delete, key, body).await;
    let create = |name: &str| json!({ "method": "POST", "secret": entry(name) });
    let update = with(entry("V2_A"), json!({ "_id": first }));
    let update = json!({ "method": "PATCH", "secret": update });
    let body = with(home.clone(), json!({ "requests": [create("BATCH_A"), update] }));
    let batch = "POST /api/v2/secrets/batch";
    session.step("v2-secrets-batch", batch, &alice.auth(), body).await;
    let body = with(home, json!({ "requests": [create("BATCH_B")] }));
    session.step("v2-secrets-batch-apikey", batch, key, body).await;
}
