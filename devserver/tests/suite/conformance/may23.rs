//! May 2023.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Session, text};
use crate::support::client::{Auth, Peer, at, place, with};
use crate::support::crypto::{box_seal, seal, secret_fields};
use crate::support::{Era, Person};

const NONE: Value = Value::Null;
const UNKNOWN: &str = "64aaaaaaaaaaaaaaaaaaaaaa";

#[tokio::test(flavor = "multi_thread")]
async fn answers_as_may_2023_did() {
    let mut session = Session::new(Era::May23).await;
    session
        .step("status", "GET /api/status", &Auth::None, NONE)
        .await;
    let mut alice = session.sign_up("alice").await;
    let bob = session.sign_up("bob").await;
    let key = account(&mut session, &mut alice).await;
    let (project, project_key) = project(&mut session, &alice, &key).await;
    environments_and_folders(&mut session, &alice, &project).await;
    sharing(&mut session, &alice, &bob, &project, &project_key, &key).await;
    secrets_by_name(&mut session, &project, &project_key, &key).await;
    refusals(&mut session, &project, &project_key, &key).await;
    secrets_by_id(&mut session, &alice, &project, &project_key, &key).await;
    service_tokens(&mut session, &alice, &project, &project_key).await;
    credentials(&mut session, &alice).await;
    members(&mut session, &alice, &bob, &project, &key).await;
    logins(&mut session, &mut alice).await;
    session.finish();
}

async fn account(session: &mut Session, alice: &mut Person) -> Auth {
    let me = "GET /api/v2/users/me";
    session.step("users-me", me, &alice.auth(), NONE).await;
    let organizations = "GET /api/v2/users/me/organizations";
    let list = session
        .step("users-me-organizations", organizations, &alice.auth(), NONE)
        .await;
    alice.organization = text(&list["organizations"][0]["_id"]);
    let body = json!({ "name": "key1", "expiresIn": 3600 });
    let made = session
        .step(
            "api-key-create",
            "POST /api/v2/api-key",
            &alice.auth(),
            body,
        )
        .await;
    session
        .step("api-key-list", "GET /api/v2/api-key", &alice.auth(), NONE)
        .await;
    let key = Auth::ApiKey(text(&made["apiKey"]));
    session.step("users-me-apikey", me, &key, NONE).await;
    session
        .step("users-me-organizations-apikey", organizations, &key, NONE)
        .await;
    let request = format!(
        "GET /api/v2/organizations/{}/memberships",
        alice.organization
    );
    session.step("org-memberships", &request, &key, NONE).await;
    key
}

async fn project(session: &mut Session, alice: &Person, key: &Auth) -> (String, String) {
    let auth = alice.auth();
    let body = json!({ "workspaceName": "P", "organizationId": alice.organization });
    let made = session
        .step("workspace-create", "POST /api/v1/workspace", &auth, body)
        .await;
    let project = text(&made["workspace"]["_id"]);
    let project_key = hex::encode(crate::support::crypto::random::<16>());
    let (sealed, nonce) = box_seal(&project_key, &alice.public_key, &alice.private_key);
    let body = json!({ "key": { "userId": alice.id, "encryptedKey": sealed, "nonce": nonce } });
    let upload = format!("POST /api/v1/key/{project}");
    session
        .step("workspace-key-upload", &upload, &auth, body)
        .await;
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session
        .step("workspace-encrypted-key", &request, key, NONE)
        .await;
    session
        .step(
            "key-latest",
            &format!("GET /api/v1/key/{project}/latest"),
            &auth,
            NONE,
        )
        .await;
    session
        .step("workspace-list", "GET /api/v1/workspace", &auth, NONE)
        .await;
    session
        .step(
            "workspace-get",
            &format!("GET /api/v1/workspace/{project}"),
            &auth,
            NONE,
        )
        .await;
    let request = format!(
        "GET /api/v2/organizations/{}/workspaces",
        alice.organization
    );
    session.step("org-workspaces", &request, key, NONE).await;
    session
        .step("org-workspaces-jwt", &request, &auth, NONE)
        .await;
    session
        .step(
            "bot-get",
            &format!("GET /api/v1/bot/{project}"),
            &auth,
            NONE,
        )
        .await;
    (project, project_key)
}

async fn environments_and_folders(session: &mut Session, alice: &Person, project: &str) {
    let auth = alice.auth();
    let path = format!("/api/v2/workspace/{project}/environments");
    session
        .step("environments-list", &format!("GET {path}"), &auth, NONE)
        .await;
    let qa = json!({ "environmentName": "QA", "environmentSlug": "qa" });
    let post = format!("POST {path}");
    session
        .step("environment-create", &post, &auth, qa.clone())
        .await;
    session
        .step("environment-create-duplicate", &post, &auth, qa)
        .await;
    let body = json!({
        "environmentName": "QA2", "environmentSlug": "qa2", "oldEnvironmentSlug": "qa",
    });
    session
        .step("environment-rename", &format!("PUT {path}"), &auth, body)
        .await;
    let body = json!({ "environmentSlug": "qa2" });
    session
        .step("environment-delete", &format!("DELETE {path}"), &auth, body)
        .await;
    let body = json!({ "workspaceId": project, "environment": "dev", "folderName": "sub" });
    let folder = session
        .step("folder-create", "POST /api/v1/folder", &auth, body)
        .await;
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
    session
        .step(
            "org-invite-bob",
            "POST /api/v1/invite-org/signup",
            &auth,
            body,
        )
        .await;
    let code = session.peer.code(&bob.email).await;
    let body = json!({ "email": bob.email, "organizationId": organization, "code": code });
    let request = "POST /api/v1/invite-org/verify";
    session
        .step("org-invite-verify-bob", request, &Auth::None, body)
        .await;
    let request = format!("POST /api/v1/workspace/{project}/invite-signup");
    let body = json!({ "email": bob.email });
    session
        .step("workspace-invite-bob", &request, &auth, body)
        .await;
    let (sealed, nonce) = box_seal(project_key, &bob.public_key, &alice.private_key);
    let body = json!({ "key": { "userId": bob.id, "encryptedKey": sealed, "nonce": nonce } });
    let request = format!("POST /api/v1/key/{project}");
    session
        .step("workspace-key-upload-bob", &request, &auth, body)
        .await;
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session
        .step("workspace-encrypted-key-bob", &request, &bob.auth(), NONE)
        .await;
    let request = format!("GET /api/v2/workspace/{project}/memberships");
    session
        .step("workspace-memberships", &request, key, NONE)
        .await;
    let request = format!("GET /api/v1/workspace/{project}/keys");
    session
        .step("workspace-public-keys", &request, &auth, NONE)
        .await;
}

async fn secrets_by_name(session: &mut Session, project: &str, project_key: &str, key: &Auth) {
    let shared = place(project, "dev");
    let personal = with(shared.clone(), json!({ "type": "personal" }));
    let fields = |name: &str, comment: &str| secret_fields(name, "value", comment, project_key);
    let mut bare = fields("NOCOMMENT", "");
    bare.as_object_mut()
        .unwrap()
        .retain(|name, _| !name.starts_with("secretComment"));
    for (step, name, body) in [
        (
            "v3-secret-create-db_url",
            "DB_URL",
            with(shared.clone(), fields("DB_URL", "c")),
        ),
        (
            "v3-secret-create-empty",
            "EMPTY",
            with(shared.clone(), fields("EMPTY", "")),
        ),
        (
            "v3-secret-create-personal",
            "PERSONAL",
            with(personal.clone(), fields("P", "")),
        ),
        (
            "v3-secret-create-nocomment",
            "NOCOMMENT",
            with(shared.clone(), bare),
        ),
        (
            "err-secret-duplicate",
            "DB_URL",
            with(shared.clone(), fields("DB_URL", "")),
        ),
    ] {
        session
            .step(step, &format!("POST /api/v3/secrets/{name}"), key, body)
            .await;
    }
    let at = at(project, "dev");
    session
        .step(
            "v3-secrets-list",
            &format!("GET /api/v3/secrets?{at}"),
            key,
            NONE,
        )
        .await;
    let get = format!("GET /api/v3/secrets/DB_URL?{at}");
    session
        .step("v3-secret-get", &format!("{get}&type=shared"), key, NONE)
        .await;
    let missing = format!("GET /api/v3/secrets/PERSONAL?{at}");
    session
        .step("v3-secret-get-default-type", &missing, key, NONE)
        .await;
    let body = with(personal, fields("DB_URL", ""));
    let post = "POST /api/v3/secrets/DB_URL";
    session
        .step("v3-secret-create-personal-override", post, key, body)
        .await;
    session
        .step("v3-secret-get-override-default-type", &get, key, NONE)
        .await;
    let body = with(shared.clone(), fields("DB_URL", ""));
    session
        .step(
            "v3-secret-update",
            "PATCH /api/v3/secrets/DB_URL",
            key,
            body,
        )
        .await;
    session
        .step(
            "v3-secret-delete",
            "DELETE /api/v3/secrets/NOCOMMENT",
            key,
            shared,
        )
        .await;
}

async fn refusals(session: &mut Session, project: &str, project_key: &str, key: &Auth) {
    let shared = place(project, "dev");
    let body = with(shared.clone(), secret_fields("NOPE", "x", "", project_key));
    let at_dev = at(project, "dev");
    let get = format!("GET /api/v3/secrets/NOPE?{at_dev}&type=shared");
    session.step("err-secret-get-404", &get, key, NONE).await;
    let nope = "/api/v3/secrets/NOPE";
    session
        .step(
            "err-secret-update-404",
            &format!("PATCH {nope}"),
            key,
            body.clone(),
        )
        .await;
    session
        .step(
            "err-secret-delete-404",
            &format!("DELETE {nope}"),
            key,
            shared.clone(),
        )
        .await;
    let bad = "POST /api/v3/secrets/BAD";
    session
        .step("err-secret-create-missing-fields", bad, key, shared)
        .await;
    let other = with(body, json!({ "type": "other" }));
    session
        .step("err-secret-create-bad-type", bad, key, other)
        .await;
    let malformed = session
        .peer
        .request(Method::POST, "/api/v3/secrets/BAD", key);
    let malformed = malformed
        .header("content-type", "application/json")
        .body("{\"workspaceId\":");
    session.step_with("err-malformed-json", malformed).await;
    for (step, query) in [
        (
            "err-secrets-missing-environment",
            format!("workspaceId={project}"),
        ),
        ("err-bad-workspace-id", at("nonsense", "dev")),
        ("err-unknown-workspace", at(UNKNOWN, "dev")),
        ("v3-secrets-unknown-environment", at(project, "nope")),
    ] {
        session
            .step(step, &format!("GET /api/v3/secrets?{query}"), key, NONE)
            .await;
    }
    session
        .step("err-404-route", "GET /api/v2/nothing-here", key, NONE)
        .await;
}

async fn secrets_by_id(
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
    let two = with(
        home.clone(),
        json!({ "secrets": [entry("V2_A"), entry("V2_B")] }),
    );
    let made = session.step("v2-secrets-create", post, key, two).await;
    let one = with(home.clone(), json!({ "secrets": entry("V2_C") }));
    session
        .step("v2-secrets-create-single-object", post, key, one)
        .await;
    let list = format!("GET /api/v2/secrets?{}", at(project, "dev"));
    session.step("v2-secrets-list", &list, key, NONE).await;
    let (first, second) = (&made["secrets"][0]["_id"], &made["secrets"][1]["_id"]);
    let change = with(
        secret_fields("V2_A", "w", "c", project_key),
        json!({ "id": first }),
    );
    let body = json!({ "secrets": [change.clone()] });
    session.step("v2-secrets-update", patch, key, body).await;
    let body = json!({ "secrets": change });
    session
        .step("v2-secrets-update-single-object", patch, key, body)
        .await;
    let delete = "DELETE /api/v2/secrets";
    session
        .step(
            "v2-secrets-delete",
            delete,
            key,
            json!({ "secretIds": [second] }),
        )
        .await;
    let body = json!({ "secretIds": [UNKNOWN] });
    session
        .step("err-v2-secrets-delete-unknown", delete, key, body)
        .await;
    let create = |name: &str| json!({ "method": "POST", "secret": entry(name) });
    let update = with(entry("V2_A"), json!({ "_id": first }));
    let update = json!({ "method": "PATCH", "secret": update });
    let body = with(
        home.clone(),
        json!({ "requests": [create("BATCH_A"), update] }),
    );
    let batch = "POST /api/v2/secrets/batch";
    session
        .step("v2-secrets-batch", batch, &alice.auth(), body)
        .await;
    let body = with(home, json!({ "requests": [create("BATCH_B")] }));
    session
        .step("v2-secrets-batch-apikey", batch, key, body)
        .await;
}

async fn service_tokens(session: &mut Session, alice: &Person, project: &str, project_key: &str) {
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
    let rw = session
        .step("service-token-create-rw", create, &auth, body)
        .await;
    let body = token_body("ro", 86400.0, json!(["read"]));
    let ro = session
        .step("service-token-create-ro", create, &auth, body)
        .await;
    let body = token_body("short", 0.1, json!(["read"]));
    let short = session
        .step("service-token-create-short", create, &auth, body)
        .await;
    let body = token_body("x", 1.0, json!(["admin"]));
    session
        .step(
            "err-service-token-create-bad-permission",
            create,
            &auth,
            body,
        )
        .await;

    let own = "GET /api/v2/service-token";
    let rw = text(&rw["serviceToken"]);
    let four_parts = Auth::bearer(format!("{rw}.{}", "0".repeat(32)));
    let (rw, ro) = (Auth::bearer(rw), Auth::bearer(text(&ro["serviceToken"])));
    session.step("service-token-get", own, &rw, NONE).await;
    session
        .step("service-token-get-4-part-token", own, &four_parts, NONE)
        .await;
    let list = format!("GET /api/v2/workspace/{project}/service-token-data");
    session.step("service-token-list", &list, &auth, NONE).await;

    let fields = |name: &str| secret_fields(name, "v", "", project_key);
    let (shared, name) = (place(project, "dev"), "/api/v3/secrets/BY_TOKEN");
    let body = with(shared.clone(), fields("BY_TOKEN"));
    session
        .step(
            "v3-secret-create-service-token",
            &format!("POST {name}"),
            &rw,
            body,
        )
        .await;
    let body = with(shared.clone(), fields("P"));
    let body = with(body, json!({ "type": "personal" }));
    let step = "v3-secret-create-personal-service-token";
    session
        .step(step, "POST /api/v3/secrets/BY_TOKEN_P", &rw, body)
        .await;
    let body = with(shared.clone(), fields("BY_TOKEN"));
    session
        .step(
            "v3-secret-update-service-token",
            &format!("PATCH {name}"),
            &rw,
            body,
        )
        .await;
    let delete = format!("DELETE {name}");
    session
        .step(
            "v3-secret-delete-service-token",
            &delete,
            &rw,
            shared.clone(),
        )
        .await;
    let body = with(shared, fields("RO"));
    session
        .step(
            "err-read-only-token-write",
            "POST /api/v3/secrets/RO",
            &ro,
            body,
        )
        .await;
    let prod = format!("GET /api/v3/secrets?{}", at(project, "prod"));
    session
        .step("err-token-other-environment", &prod, &rw, NONE)
        .await;
    let members = format!("GET /api/v2/workspace/{project}/memberships");
    session
        .step("err-token-memberships", &members, &rw, NONE)
        .await;

    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let expired = Auth::bearer(text(&short["serviceToken"]));
    session
        .step("err-expired-service-token", own, &expired, NONE)
        .await;
    let delete = format!(
        "DELETE /api/v2/service-token/{}",
        text(&short["serviceTokenData"]["_id"])
    );
    session
        .step("service-token-delete", &delete, &auth, NONE)
        .await;
    let Auth::Bearer(rw) = rw else { return };
    let (id, _) = rw.rsplit_once('.').unwrap();
    let wrong = Auth::bearer(format!("{id}.{}", "0".repeat(32)));
    session
        .step("err-service-token-wrong-secret", own, &wrong, NONE)
        .await;
}

async fn credentials(session: &mut Session, alice: &Person) {
    let (own, me) = ("GET /api/v2/service-token", "GET /api/v2/users/me");
    let unknown = Auth::bearer(format!("st.{UNKNOWN}.{}", "0".repeat(32)));
    session
        .step("err-service-token-unknown-id", own, &unknown, NONE)
        .await;
    let malformed = Auth::bearer("st.nonsense");
    session
        .step("err-service-token-malformed", own, &malformed, NONE)
        .await;
    session.step("err-no-auth", me, &Auth::None, NONE).await;
    session
        .step("err-bad-jwt", me, &Auth::bearer("abc.def.ghi"), NONE)
        .await;
    let unknown = Auth::ApiKey(format!("ak.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-bad-api-key", me, &unknown, NONE).await;
    let malformed = Auth::ApiKey("nonsense".to_owned());
    session
        .step("err-bad-api-key-malformed", me, &malformed, NONE)
        .await;
    let bare = request(&session.peer, Method::GET, "/api/v2/users/me");
    let bare = bare.header("authorization", &alice.token);
    session.step_with("err-bearer-missing-scheme", bare).await;
}

async fn members(session: &mut Session, alice: &Person, bob: &Person, project: &str, key: &Auth) {
    let delete = format!("DELETE /api/v1/workspace/{project}");
    session
        .step(
            "err-403-member-deletes-workspace",
            &delete,
            &bob.auth(),
            NONE,
        )
        .await;
    let membership = alice.membership_of(project, bob).await;
    let path = format!("/api/v2/workspace/{project}/memberships/{membership}");
    let patch = format!("PATCH {path}");
    session
        .step("membership-update", &patch, key, json!({ "role": "admin" }))
        .await;
    let body = json!({ "role": "king" });
    session
        .step("err-membership-update-bad-role", &patch, key, body)
        .await;
    session
        .step("membership-delete", &format!("DELETE {path}"), key, NONE)
        .await;
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session
        .step("err-403-non-member", &list, &bob.auth(), NONE)
        .await;

    let path = format!("/api/v2/organizations/{}/memberships", alice.organization);
    let listed = session
        .step("org-memberships-2", &format!("GET {path}"), key, NONE)
        .await;
    let id = text(&listed["memberships"][1]["_id"]);
    let body = json!({ "role": "admin" });
    session
        .step(
            "org-membership-update",
            &format!("PATCH {path}/{id}"),
            key,
            body,
        )
        .await;
    session
        .step(
            "org-membership-delete",
            &format!("DELETE {path}/{id}"),
            key,
            NONE,
        )
        .await;
}

async fn logins(session: &mut Session, alice: &mut Person) {
    let password = alice.password.clone();
    let names = ["wrong-password-login1", "err-wrong-password-login2"];
    session.log_in(alice, "wrong", names).await;
    let body = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    let login1 = "POST /api/v3/auth/login1";
    session
        .step("err-unknown-user-login1", login1, &Auth::None, body)
        .await;
    session
        .log_in(
            alice,
            &password,
            ["alice-again-login1", "alice-again-login2"],
        )
        .await;
    let refresh = request(&session.peer, Method::POST, "/api/v1/auth/token");
    session
        .step_with(
            "auth-token-refresh",
            refresh.header("cookie", &alice.cookie),
        )
        .await;
    let check = "POST /api/v1/auth/checkAuth";
    session
        .step("auth-checkAuth", check, &alice.auth(), json!({}))
        .await;
}

fn request(peer: &Peer, method: Method, path: &str) -> reqwest::RequestBuilder {
    peer.request(method, path, &Auth::None)
}
