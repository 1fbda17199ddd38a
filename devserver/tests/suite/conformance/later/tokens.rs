//! Service tokens and bad credentials.

use serde_json::{Value, json};

use super::{NONE, UNKNOWN};
use crate::conformance::{Session, text};
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::{seal, secret_fields};
use crate::support::{Era, Person};

pub(super) async fn service_tokens(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
) {
    let token_body = |scopes: Value, expires_in: Value, permissions: Value| {
        let [sealed, iv, tag] = seal(project_key, &[b'0'; 32]);
        json!({
            "name": "t", "workspaceId": project, "scopes": scopes,
            "encryptedKey": sealed, "iv": iv, "tag": tag,
            "expiresIn": expires_in, "permissions": permissions,
        })
    };
    let root = json!([{ "environment": "dev", "secretPath": "/" }]);
    let globs = json!([
        { "environment": "dev", "secretPath": "/**" },
        { "environment": "prod", "secretPath": "/" },
    ]);
    let (auth, both, read) = (alice.auth(), json!(["read", "write"]), json!(["read"]));
    let mut credentials = Vec::new();
    for (step, scopes, expires_in, permissions) in [
        ("service-token-create-rw", &root, json!(86400), &both),
        ("service-token-create-ro", &root, NONE, &read),
        ("service-token-create-short", &root, json!(0.1), &read),
        ("service-token-create-glob", &globs, json!(86400), &both),
    ] {
        let body = token_body(scopes.clone(), expires_in, permissions.clone());
        let made = session.step(step, "POST /api/v2/service-token", &auth, body).await;
        credentials.push(text(&made["serviceToken"]));
    }
    for (step, scopes, permissions) in [
        ("err-service-token-create-bad-permission", root, json!(["admin"])),
        ("err-service-token-create-no-scopes", json!([]), read),
    ] {
        let body = token_body(scopes, json!(1), permissions);
        session.step(step, "POST /api/v2/service-token", &auth, body).await;
    }
    let [rw, ro, short, glob] = credentials.try_into().unwrap();
    let own = "GET /api/v2/service-token";
    let four_parts = Auth::bearer(format!("{rw}.{}", "0".repeat(32)));
    session.step("service-token-get", own, &Auth::bearer(&*rw), NONE).await;
    session.step("service-token-get-4-part-token", own, &four_parts, NONE).await;
    for (step, v) in [("service-token-list", "v1"), ("service-token-list-v2", "v2")] {
        let list = format!("GET /api/{v}/workspace/{project}/service-token-data");
        session.step(step, &list, &auth, NONE).await;
    }
    let tokens = [Auth::bearer(&*rw), Auth::bearer(ro), Auth::bearer(glob)];
    by_token(session, project, project_key, tokens).await;

    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let id = short.split('.').nth(1).unwrap();
    let delete = format!("DELETE /api/v2/service-token/{id}");
    session.step("err-expired-service-token", own, &Auth::bearer(&*short), NONE).await;
    session.step("service-token-delete", &delete, &auth, NONE).await;
    let (id, _) = rw.rsplit_once('.').unwrap();
    let wrong = Auth::bearer(format!("{id}.{}", "0".repeat(32)));
    session.step("err-service-token-wrong-secret", own, &wrong, NONE).await;
}

async fn by_token(
    session: &mut Session,
    project: &str,
    project_key: &str,
    [rw, ro, glob]: [Auth; 3],
) {
    let (dev, name) = (at(project, "dev"), "/api/v3/secrets/BY_TOKEN");
    let list = format!("GET /api/v3/secrets?{dev}");
    session.step("v3-secrets-list-service-token", &list, &rw, NONE).await;
    let get = format!("GET /api/v3/secrets/DB_URL?{dev}");
    let shared = format!("{get}&type=shared");
    session.step("v3-secret-get-service-token", &shared, &rw, NONE).await;
    let personal = format!("{get}&type=personal");
    session.step("v3-secret-get-personal-service-token", &personal, &rw, NONE).await;
    let home = place(project, "dev");
    let body = with(home.clone(), secret_fields("BY_TOKEN", "v", "", project_key));
    let own = with(body.clone(), json!({ "type": "personal" }));
    let step = "v3-secret-create-service-token";
    session.step(step, &format!("POST {name}"), &rw, body.clone()).await;
    let step = "v3-secret-create-personal-service-token";
    session.step(step, "POST /api/v3/secrets/BY_TOKEN_P", &rw, own).await;
    let step = "v3-secret-update-service-token";
    session.step(step, &format!("PATCH {name}"), &rw, body.clone()).await;
    let step = "v3-secret-delete-service-token";
    session.step(step, &format!("DELETE {name}"), &rw, home).await;
    let sub = format!("{list}&secretPath=/sub");
    session.step("v3-secrets-list-glob-folder", &sub, &glob, NONE).await;
    let folders = format!("GET /api/v1/folders?{dev}");
    session.step("folder-list-service-token", &folders, &rw, NONE).await;
    let get = format!("GET /api/v1/workspace/{project}");
    session.step("workspace-get-service-token", &get, &rw, NONE).await;
    session.step("err-token-subfolder", &sub, &rw, NONE).await;
    let step = "err-read-only-token-write";
    session.step(step, "POST /api/v3/secrets/RO", &ro, body).await;
    let prod = format!("GET /api/v3/secrets?{}", at(project, "prod"));
    session.step("err-token-other-environment", &prod, &rw, NONE).await;
    let other = format!("GET /api/v3/secrets?{}", at(UNKNOWN, "dev"));
    session.step("err-token-other-workspace", &other, &rw, NONE).await;
    let members = format!("GET /api/v1/workspace/{project}/memberships");
    session.step("err-token-memberships", &members, &rw, NONE).await;
    if session.peer.era == Era::Feb24 {
        let raw = format!("GET /api/v3/secrets/raw?{dev}");
        session.step("raw-list-service-token", &raw, &rw, NONE).await;
    }
}

pub(super) async fn credentials(session: &mut Session, alice: &Person, project: &str) {
    let (own, me) = ("GET /api/v2/service-token", "GET /api/v2/users/me");
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session.step("err-no-auth", &list, &Auth::None, NONE).await;
    session.step("err-bad-jwt", me, &Auth::bearer("abc.def.ghi"), NONE).await;
    let (signed, _) = alice.token.rsplit_once('.').unwrap();
    let forged = Auth::bearer(format!("{signed}.{}", "A".repeat(43)));
    session.step("err-jwt-wrong-signature", me, &forged, NONE).await;
    let unknown = Auth::bearer(format!("st.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-service-token-unknown-id", own, &unknown, NONE).await;
    let malformed = Auth::bearer("st.nonsense");
    session.step("err-service-token-malformed", own, &malformed, NONE).await;
    let unknown = Auth::ApiKey(format!("ak.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-bad-api-key", me, &unknown, NONE).await;
    let malformed = Auth::ApiKey("nonsense".to_owned());
    session.step("err-bad-api-key-malformed", me, &malformed, NONE).await;
}
