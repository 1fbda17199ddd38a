//! February and June 2024.

mod secrets;
mod tokens;

use reqwest::Method;
use serde_json::{Value, json};

use super::{Session, text};
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::{box_seal, random, secret_fields};
use crate::support::person::account;
use crate::support::{Era, LATER, Person};

const NONE: Value = Value::Null;
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

#[tokio::test(flavor = "multi_thread")]
async fn responses_match_the_2024_recordings() {
    for era in LATER {
        let mut session = Session::new(era).await;
        instance(&mut session).await;
        let mut alice = session.sign_up("alice").await;
        let mut bob = session.sign_up("bob").await;
        organizations(&mut session, &mut alice, &mut bob).await;
        let key = own_account(&mut session, &alice).await;
        let (project, project_key) = project(&mut session, &alice, &key).await;
        environments_and_folders(&mut session, &alice, &project).await;
        sharing(&mut session, &alice, &mut bob, &project, &project_key, &key).await;
        secrets::secrets(&mut session, &alice, &project, &project_key, &key).await;
        secrets::batches(&mut session, &alice, &project, &project_key).await;
        secrets::refusals(&mut session, &alice, &project, &project_key).await;
        tokens::service_tokens(&mut session, &alice, &project, &project_key).await;
        tokens::credentials(&mut session, &alice, &project).await;
        members(&mut session, &alice, &bob, &project, &project_key).await;
        logins(&mut session, &mut alice).await;
        session.finish();
    }
}

async fn instance(session: &mut Session) {
    session.step("status", "GET /api/status", &Auth::None, NONE).await;
    session.step("admin-config", "GET /api/v1/admin/config", &Auth::None, NONE).await;
    let private_key = crypto_box::SecretKey::from(random::<32>());
    let body = account("admin@example.test", "Admin-Password-1", &private_key);
    let sign_up = "POST /api/v1/admin/signup";
    let made = session.step("admin-signup", sign_up, &Auth::None, body.clone()).await;
    session.step("err-admin-signup-again", sign_up, &Auth::None, body).await;
    let admin = Auth::bearer(text(&made["token"]));
    let patch = "PATCH /api/v1/admin/config";
    let body = json!({ "allowSignUp": true });
    session.step("admin-config-allow-signup", patch, &admin, body).await;
}

async fn organizations(session: &mut Session, alice: &mut Person, bob: &mut Person) {
    let list = "GET /api/v1/organization";
    let listed = session.step("organization-list", list, &alice.auth(), NONE).await;
    alice.organization = text(&listed["organizations"][0]["id"]);
    if session.peer.era == Era::Jun24 {
        let listed = session.step("bob-organizations", list, &bob.auth(), NONE).await;
        bob.organization = text(&listed["organizations"][0]["id"]);
        let own = bob.organization.clone();
        select(session, "select-organization", alice, &alice.organization.clone()).await;
        select(session, "bob-select-organization", bob, &own).await;
    }
}

async fn select(session: &mut Session, step: &str, person: &mut Person, organization: &str) {
    let body = json!({ "organizationId": organization });
    let request = "POST /api/v3/auth/select-organization";
    let selected = session.step(step, request, &person.auth(), body).await;
    person.token = text(&selected["token"]);
}

async fn own_account(session: &mut Session, alice: &Person) -> Auth {
    let (auth, me) = (alice.auth(), "GET /api/v2/users/me");
    session.step("users-me", me, &auth, NONE).await;
    let organizations = "GET /api/v2/users/me/organizations";
    session.step("users-me-organizations", organizations, &auth, NONE).await;
    let body = json!({ "name": "key1", "expiresIn": 3600 });
    let create = "POST /api/v2/users/me/api-keys";
    let made = session.step("api-key-create", create, &auth, body).await;
    let key = Auth::ApiKey(text(&made["apiKey"]));
    session.step("users-me-apikey", me, &key, NONE).await;
    session.step("users-me-organizations-apikey", organizations, &key, NONE).await;
    let request = format!("GET /api/v2/organizations/{}/memberships", alice.organization);
    session.step("org-memberships", &request, &key, NONE).await;
    session.step("org-memberships-jwt", &request, &auth, NONE).await;
    key
}

async fn project(session: &mut Session, alice: &Person, key: &Auth) -> (String, String) {
    let auth = alice.auth();
    let body = json!({ "workspaceName": "P", "organizationId": alice.organization });
    let v1 = "POST /api/v1/workspace";
    let project;
    if session.peer.era == Era::Jun24 {
        session.step("v1-workspace-create-gone", v1, &auth, body).await;
        let (create, body) = ("POST /api/v2/workspace", json!({ "projectName": "P" }));
        let made = session.step("v2-workspace-create", create, &auth, body).await;
        project = text(&made["project"]["id"]);
    } else {
        let made = session.step("workspace-create", v1, &auth, body).await;
        project = text(&made["workspace"]["id"]);
        let project_key = hex::encode(random::<16>());
        let (sealed, nonce) = box_seal(&project_key, &alice.public_key, &alice.private_key);
        let body = json!({ "key": { "userId": alice.id, "encryptedKey": sealed, "nonce": nonce } });
        let upload = format!("POST /api/v1/workspace/{project}/key");
        session.step("workspace-key-upload", &upload, &auth, body).await;
    }
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session.step("workspace-encrypted-key", &request, key, NONE).await;
    session.step("workspace-encrypted-key-jwt", &request, &auth, NONE).await;
    session.step("workspace-list", "GET /api/v1/workspace", key, NONE).await;
    session.step("workspace-get", &format!("GET /api/v1/workspace/{project}"), &auth, NONE).await;
    let request = format!("GET /api/v2/organizations/{}/workspaces", alice.organization);
    session.step("org-workspaces", &request, key, NONE).await;
    session.step("bot-get", &format!("GET /api/v1/bot/{project}"), &auth, NONE).await;
    let project_key = alice.project_key(&project).await;
    (project, project_key)
}

async fn environments_and_folders(session: &mut Session, alice: &Person, project: &str) {
    let auth = alice.auth();
    let path = format!("/api/v1/workspace/{project}/environments");
    let (qa, post) = (json!({ "name": "QA", "slug": "qa" }), format!("POST {path}"));
    let made = session.step("environment-create", &post, &auth, qa.clone()).await;
    session.step("environment-create-duplicate", &post, &auth, qa).await;
    let one = format!("{path}/{}", text(&made["environment"]["id"]));
    let body = json!({ "name": "QA2", "slug": "qa2" });
    session.step("environment-update", &format!("PATCH {one}"), &auth, body).await;
    session.step("environment-delete", &format!("DELETE {one}"), &auth, NONE).await;

    let folder = |name: &str, path: &str| json!({ "workspaceId": project, "environment": "dev", "name": name, "path": path });
    let create = "POST /api/v1/folders";
    session.step("folder-create", create, &auth, folder("sub", "/")).await;
    session.step("folder-create-nested", create, &auth, folder("deep", "/sub")).await;
    let list = format!("GET /api/v1/folders?{}&path=/", at(project, "dev"));
    session.step("folder-list", &list, &auth, NONE).await;
    session.step("folder-create-duplicate", create, &auth, folder("sub", "/")).await;
}

async fn sharing(
    session: &mut Session,
    alice: &Person,
    bob: &mut Person,
    project: &str,
    project_key: &str,
    key: &Auth,
) {
    let (auth, organization) = (alice.auth(), alice.organization.clone());
    let body = json!({ "inviteeEmail": bob.email, "organizationId": organization });
    session.step("org-invite-bob", "POST /api/v1/invite-org/signup", &auth, body).await;
    let code = session.peer.code(&bob.email).await;
    let body = json!({ "email": bob.email, "organizationId": organization, "code": code });
    let request = "POST /api/v1/invite-org/verify";
    session.step("org-invite-verify-bob", request, &Auth::None, body).await;
    let request = format!("GET /api/v1/organization/{organization}/users");
    let users = session.step("org-users", &request, &auth, NONE).await;
    let (sealed, nonce) = box_seal(project_key, &bob.public_key, &alice.private_key);
    let body = json!({ "members": [{
        "orgMembershipId": users["users"][1]["id"],
        "workspaceEncryptedKey": sealed,
        "workspaceEncryptedNonce": nonce,
    }] });
    let path = format!("/api/v1/workspace/{project}");
    let add = format!("POST {path}/memberships");
    session.step("workspace-membership-add-bob", &add, &auth, body).await;
    if session.peer.era == Era::Jun24 {
        select(session, "bob-select-alice-org", bob, &organization).await;
    }
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session.step("workspace-encrypted-key-bob", &request, &bob.auth(), NONE).await;
    let list = format!("GET {path}/memberships");
    session.step("workspace-memberships", &list, key, NONE).await;
    session.step("workspace-memberships-jwt", &list, &auth, NONE).await;
    let gone = format!("GET /api/v2/workspace/{project}/memberships");
    session.step("v2-workspace-memberships", &gone, key, NONE).await;
    session.step("workspace-users", &format!("GET {path}/users"), &auth, NONE).await;
    session.step("workspace-public-keys", &format!("GET {path}/keys"), &auth, NONE).await;
}

async fn members(
    session: &mut Session,
    alice: &Person,
    bob: &Person,
    project: &str,
    project_key: &str,
) {
    let path = format!("/api/v1/workspace/{project}");
    let delete = format!("DELETE {path}");
    session.step("err-403-member-deletes-workspace", &delete, &bob.auth(), NONE).await;
    let membership = format!("{path}/memberships/{}", alice.membership_of(project, bob).await);
    let role = match session.peer.era {
        Era::Jun24 | Era::Modern => json!({ "roles": [{ "role": "viewer" }] }),
        Era::May23 | Era::Feb24 => json!({ "role": "viewer" }),
    };
    let patch = format!("PATCH {membership}");
    session.step("membership-update", &patch, &alice.auth(), role).await;
    let body = with(place(project, "dev"), secret_fields("NOPE2", "v", "", project_key));
    let write = "POST /api/v3/secrets/NOPE2";
    session.step("err-viewer-write", write, &bob.auth(), body).await;
    let remove = format!("DELETE {membership}");
    session.step("membership-delete", &remove, &alice.auth(), NONE).await;
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session.step("err-403-non-member", &list, &bob.auth(), NONE).await;
}

async fn logins(session: &mut Session, alice: &mut Person) {
    let body = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    let login1 = "POST /api/v3/auth/login1";
    session.step("err-unknown-user-login1", login1, &Auth::None, body).await;
    let names = ["wrong-password-login1", "err-wrong-password-login2"];
    session.log_in(alice, "wrong", names).await;
    let refresh = session.peer.request(Method::POST, "/api/v1/auth/token", &Auth::None);
    session.step_with("auth-token-refresh", refresh.header("cookie", &alice.cookie)).await;
    let check = "POST /api/v1/auth/checkAuth";
    session.step("auth-checkAuth", check, &alice.auth(), json!({})).await;
}
