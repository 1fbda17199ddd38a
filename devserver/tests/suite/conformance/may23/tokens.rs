//! Service tokens and bad credentials.

use reqwest::Method;
use serde_json::{Value, json};

use super::{NONE, UNKNOWN, request};
use crate::conformance::{Session, text};
use crate::support::Person;
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::{seal, secret_fields};

pub(super) async fn service_tokens(
    session: &mut Session,
    alice: &Person,
    project: &str,
    project_key: &str,
) {
    let token_body = |name: &str, expires_in: f64, permissions: Value| {
        let [sealed, iv, tag] = seal(project_key, &[b'0'; 32]);
        json!({
            "name": name, "workspaceId": project, "environment": "dev",
            "encryptedKey": sealed, "iv": iv, "tag": tag,
            "expiresIn": expires_in, "permissions": permissions,
        })
    };
    let (auth, create) = (alice.auth(), "POST /api/v2/service-token");
    let body = token_body("rw", 86400.0, json!(["read", "write"]));
    let rw = session.step("service-token-create-rw", create, &auth, body).await;
    let body = token_body("ro", 86400.0, json!(["read"]));
    let ro = session.step("service-token-create-ro", create, &auth, body).await;
    let body = token_body("short", 0.1, json!(["read"]));
    let short = session.step("service-token-create-short", create, &auth, body).await;
    let body = token_body("x", 1.0, json!(["admin"]));
    session.step("err-service-token-create-bad-permission", create, &auth, body).await;

    let own = "GET /api/v2/service-token";
    let rw = text(&rw["serviceToken"]);
    let four_parts = Auth::bearer(format!("{rw}.{}", "0".repeat(32)));
    let (rw, ro) = (Auth::bearer(rw), Auth::bearer(text(&ro["serviceToken"])));
    session.step("service-token-get", own, &rw, NONE).await;
    session.step("service-token-get-4-part-token", own, &four_parts, NONE).await;
    let list = format!("GET /api/v2/workspace/{project}/service-token-data");
    session.step("service-token-list", &list, &auth, NONE).await;

    let fields = |name: &str| secret_fields(name, "v", "", project_key);
    let (shared, name) = (place(project, "dev"), "/api/v3/secrets/BY_TOKEN");
    let body = with(shared.clone(), fields("BY_TOKEN"));
    session.step("v3-secret-create-service-token", &format!("POST {name}"), &rw, body).await;
    let body = with(shared.clone(), fields("P"));
    let body = with(body, json!({ "type": "personal" }));
    let step = "v3-secret-create-personal-service-token";
    session.step(step, "POST /api/v3/secrets/BY_TOKEN_P", &rw, body).await;
    let body = with(shared.clone(), fields("BY_TOKEN"));
    session.step("v3-secret-update-service-token", &format!("PATCH {name}"), &rw, body).await;
    let delete = format!("DELETE {name}");
    session.step("v3-secret-delete-service-token", &delete, &rw, shared.clone()).await;
    let body = with(shared, fields("RO"));
    session.step("err-read-only-token-write", "POST /api/v3/secrets/RO", &ro, body).await;
    let prod = format!("GET /api/v3/secrets?{}", at(project, "prod"));
    session.step("err-token-other-environment", &prod, &rw, NONE).await;
    let members = format!("GET /api/v2/workspace/{project}/memberships");
    session.step("err-token-memberships", &members, &rw, NONE).await;

    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let expired = Auth::bearer(text(&short["serviceToken"]));
    session.step("err-expired-service-token", own, &expired, NONE).await;
    let delete =
        format!("DELETE /api/v2/service-token/{}", text(&short["serviceTokenData"]["_id"]));
    session.step("service-token-delete", &delete, &auth, NONE).await;
    let Auth::Bearer(rw) = rw else { return };
    let (id, _) = rw.rsplit_once('.').unwrap();
    let wrong = Auth::bearer(format!("{id}.{}", "0".repeat(32)));
    session.step("err-service-token-wrong-secret", own, &wrong, NONE).await;
}

pub(super) async fn credentials(session: &mut Session, alice: &Person) {
    let (own, me) = ("GET /api/v2/service-token", "GET /api/v2/users/me");
    let unknown = Auth::bearer(format!("st.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-service-token-unknown-id", own, &unknown, NONE).await;
    let malformed = Auth::bearer("st.nonsense");
    session.step("err-service-token-malformed", own, &malformed, NONE).await;
    session.step("err-no-auth", me, &Auth::None, NONE).await;
    session.step("err-bad-jwt", me, &Auth::bearer("abc.def.ghi"), NONE).await;
    let unknown = Auth::ApiKey(format!("ak.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-bad-api-key", me, &unknown, NONE).await;
    let malformed = Auth::ApiKey("nonsense".to_owned());
    session.step("err-bad-api-key-malformed", me, &malformed, NONE).await;
    let bare = request(&session.peer, Method::GET, "/api/v2/users/me");
    let bare = bare.header("authorization", &alice.token);
    session.step_with("err-bearer-missing-scheme", bare).await;
}
