//! May 2023.

mod secrets;
mod tokens;

use reqwest::Method;
use serde_json::{Value, json};

use super::{Session, text};
use crate::support::client::{Auth, Peer, at};
use crate::support::crypto::{box_seal, random};
use crate::support::{Era, Person};

const NONE: Value = Value::Null;
const UNKNOWN: &str = "64aaaaaaaaaaaaaaaaaaaaaa";

#[tokio::test(flavor = "multi_thread")]
async fn responses_match_the_may_2023_recordings() {
    let mut session = Session::new(Era::May23).await;
    session.step("status", "GET /api/status", &Auth::None, NONE).await;
    let mut alice = session.sign_up("alice").await;
    let bob = session.sign_up("bob").await;
    let key = account(&mut session, &mut alice).await;
    let (project, project_key) = project(&mut session, &alice, &key).await;
    environments_and_folders(&mut session, &alice, &project).await;
    sharing(&mut session, &alice, &bob, &project, &project_key, &key).await;
    secrets::secrets_by_name(&mut session, &project, &project_key, &key).await;
    secrets::refusals(&mut session, &project, &project_key, &key).await;
    secrets::secrets_by_id(&mut session, &alice, &project, &project_key, &key).await;
    tokens::service_tokens(&mut session, &alice, &project, &project_key).await;
    tokens::credentials(&mut session, &alice).await;
    members(&mut session, &alice, &bob, &project, &key).await;
    logins(&mut session, &mut alice).await;
    session.finish();
}

async fn account(session: &mut Session, alice: &mut Person) -> Auth {
    let me = "GET /api/v2/users/me";
    session.step("users-me", me, &alice.auth(), NONE).await;
    let organizations = "GET /api/v2/users/me/organizations";
    let list = session.step("users-me-organizations", organizations, &alice.auth(), NONE).await;
    alice.organization = text(&list["organizations"][0]["_id"]);
    let body = json!({ "name": "key1", "expiresIn": 3600 });
    let made = session.step("api-key-create", "POST /api/v2/api-key", &alice.auth(), body).await;
    session.step("api-key-list", "GET /api/v2/api-key", &alice.auth(), NONE).await;
    let key = Auth::ApiKey(text(&made["apiKey"]));
    session.step("users-me-apikey", me, &key, NONE).await;
    session.step("users-me-organizations-apikey", organizations, &key, NONE).await;
    let request = format!("GET /api/v2/organizations/{}/memberships", alice.organization);
    session.step("org-memberships", &request, &key, NONE).await;
    key
}

async fn project(session: &mut Session, alice: &Person, key: &Auth) -> (String, String) {
    let auth = alice.auth();
    let body = json!({ "workspaceName": "P", "organizationId": alice.organization });
    let made = session.step("workspace-create", "POST /api/v1/workspace", &auth, body).await;
    let project = text(&made["workspace"]["_id"]);
    let project_key = hex::encode(random::<16>());
    let (sealed, nonce) = box_seal(&project_key, &alice.public_key, &alice.private_key);
    let body = json!({ "key": { "userId": alice.id, "encryptedKey": sealed, "nonce": nonce } });
    let upload = format!("POST /api/v1/key/{project}");
    session.step("workspace-key-upload", &upload, &auth, body).await;
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session.step("workspace-encrypted-key", &request, key, NONE).await;
    session.step("key-latest", &format!("GET /api/v1/key/{project}/latest"), &auth, NONE).await;
    session.step("workspace-list", "GET /api/v1/workspace", &auth, NONE).await;
    session.step("workspace-get", &format!("GET /api/v1/workspace/{project}"), &auth, NONE).await;
    let request = format!("GET /api/v2/organizations/{}/workspaces", alice.organization);
    session.step("org-workspaces", &request, key, NONE).await;
    session.step("org-workspaces-jwt", &request, &auth, NONE).await;
    session.step("bot-get", &format!("GET /api/v1/bot/{project}"), &auth, NONE).await;
    (project, project_key)
}

async fn environments_and_folders(session: &mut Session, alice: &Person, project: &str) {
    let auth = alice.auth();
    let path = format!("/api/v2/workspace/{project}/environments");
    session.step("environments-list", &format!("GET {path}"), &auth, NONE).await;
    let qa = json!({ "environmentName": "QA", "environmentSlug": "qa" });
    let post = format!("POST {path}");
    session.step("environment-create", &post, &auth, qa.clone()).await;
    session.step("environment-create-duplicate", &post, &auth, qa).await;
    let body = json!({
        "environmentName": "QA2", "environmentSlug": "qa2", "oldEnvironmentSlug": "qa",
    });
    session.step("environment-rename", &format!("PUT {path}"), &auth, body).await;
    let body = json!({ "environmentSlug": "qa2" });
    session.step("environment-delete", &format!("DELETE {path}"), &auth, body).await;
    let body = json!({ "workspaceId": project, "environment": "dev", "folderName": "sub" });
    let folder = session.step("folder-create", "POST /api/v1/folder", &auth, body).await;
    let request = format!("GET /api/v1/folder/{}", text(&folder["_id"]));
    session.step("folder-get", &request, &auth, NONE).await;
}

async fn sharing(
    session: &mut Session,
    alice: &Person,
    bob: &Person,
    project: &str,
    project_key: &str,
    key: &Auth,
) {
    let (auth, organization) = (alice.auth(), &alice.organization);
    let body = json!({ "inviteeEmail": bob.email, "organizationId": organization });
    session.step("org-invite-bob", "POST /api/v1/invite-org/signup", &auth, body).await;
    let code = session.peer.code(&bob.email).await;
    let body = json!({ "email": bob.email, "organizationId": organization, "code": code });
    let request = "POST /api/v1/invite-org/verify";
    session.step("org-invite-verify-bob", request, &Auth::None, body).await;
    let request = format!("POST /api/v1/workspace/{project}/invite-signup");
    let body = json!({ "email": bob.email });
    session.step("workspace-invite-bob", &request, &auth, body).await;
    let (sealed, nonce) = box_seal(project_key, &bob.public_key, &alice.private_key);
    let body = json!({ "key": { "userId": bob.id, "encryptedKey": sealed, "nonce": nonce } });
    let request = format!("POST /api/v1/key/{project}");
    session.step("workspace-key-upload-bob", &request, &auth, body).await;
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session.step("workspace-encrypted-key-bob", &request, &bob.auth(), NONE).await;
    let request = format!("GET /api/v2/workspace/{project}/memberships");
    session.step("workspace-memberships", &request, key, NONE).await;
    let request = format!("GET /api/v1/workspace/{project}/keys");
    session.step("workspace-public-keys", &request, &auth, NONE).await;
}

async fn members(session: &mut Session, alice: &Person, bob: &Person, project: &str, key: &Auth) {
    let delete = format!("DELETE /api/v1/workspace/{project}");
    session.step("err-403-member-deletes-workspace", &delete, &bob.auth(), NONE).await;
    let membership = alice.membership_of(project, bob).await;
    let path = format!("/api/v2/workspace/{project}/memberships/{membership}");
    let patch = format!("PATCH {path}");
    session.step("membership-update", &patch, key, json!({ "role": "admin" })).await;
    let body = json!({ "role": "king" });
    session.step("err-membership-update-bad-role", &patch, key, body).await;
    session.step("membership-delete", &format!("DELETE {path}"), key, NONE).await;
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session.step("err-403-non-member", &list, &bob.auth(), NONE).await;

    let path = format!("/api/v2/organizations/{}/memberships", alice.organization);
    let listed = session.step("org-memberships-2", &format!("GET {path}"), key, NONE).await;
    let id = text(&listed["memberships"][1]["_id"]);
    let body = json!({ "role": "admin" });
    session.step("org-membership-update", &format!("PATCH {path}/{id}"), key, body).await;
    session.step("org-membership-delete", &format!("DELETE {path}/{id}"), key, NONE).await;
}

async fn logins(session: &mut Session, alice: &mut Person) {
    let password = alice.password.clone();
    let names = ["wrong-password-login1", "err-wrong-password-login2"];
    session.log_in(alice, "wrong", names).await;
    let body = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    let login1 = "POST /api/v3/auth/login1";
    session.step("err-unknown-user-login1", login1, &Auth::None, body).await;
    session.log_in(alice, &password, ["alice-again-login1", "alice-again-login2"]).await;
    let refresh = request(&session.peer, Method::POST, "/api/v1/auth/token");
    session.step_with("auth-token-refresh", refresh.header("cookie", &alice.cookie)).await;
    let check = "POST /api/v1/auth/checkAuth";
    session.step("auth-checkAuth", check, &alice.auth(), json!({})).await;
}

fn request(peer: &Peer, method: Method, path: &str) -> reqwest::RequestBuilder {
    peer.request(method, path, &Auth::None)
}
