//! February and June 2024.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Session, text};
use crate::support::client::{Auth, at, place, with};
use crate::support::crypto::{box_seal, random, seal, secret_fields};
use crate::support::person::account;
use crate::support::{Era, LATER, Person};

const NONE: Value = Value::Null;
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

#[tokio::test(flavor = "multi_thread")]
async fn answers_as_2024_did() {
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
        secrets(&mut session, &alice, &project, &project_key, &key).await;
        batches(&mut session, &alice, &project, &project_key).await;
        refusals(&mut session, &alice, &project, &project_key).await;
        service_tokens(&mut session, &alice, &project, &project_key).await;
        credentials(&mut session, &alice, &project).await;
        members(&mut session, &alice, &bob, &project, &project_key).await;
        logins(&mut session, &mut alice).await;
        session.finish();
    }
}

async fn instance(session: &mut Session) {
    session
        .step("status", "GET /api/status", &Auth::None, NONE)
        .await;
    session
        .step(
            "admin-config",
            "GET /api/v1/admin/config",
            &Auth::None,
            NONE,
        )
        .await;
    let private_key = crypto_box::SecretKey::from(random::<32>());
    let body = account("admin@example.test", "Admin-Password-1", &private_key);
    let sign_up = "POST /api/v1/admin/signup";
    let made = session
        .step("admin-signup", sign_up, &Auth::None, body.clone())
        .await;
    session
        .step("err-admin-signup-again", sign_up, &Auth::None, body)
        .await;
    let admin = Auth::bearer(text(&made["token"]));
    let patch = "PATCH /api/v1/admin/config";
    let body = json!({ "allowSignUp": true });
    session
        .step("admin-config-allow-signup", patch, &admin, body)
        .await;
}

async fn organizations(session: &mut Session, alice: &mut Person, bob: &mut Person) {
    let list = "GET /api/v1/organization";
    let listed = session
        .step("organization-list", list, &alice.auth(), NONE)
        .await;
    alice.organization = text(&listed["organizations"][0]["id"]);
    if session.peer.era == Era::Jun24 {
        let listed = session
            .step("bob-organizations", list, &bob.auth(), NONE)
            .await;
        bob.organization = text(&listed["organizations"][0]["id"]);
        let own = bob.organization.clone();
        select(
            session,
            "select-organization",
            alice,
            &alice.organization.clone(),
        )
        .await;
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
    session
        .step("users-me-organizations", organizations, &auth, NONE)
        .await;
    let body = json!({ "name": "key1", "expiresIn": 3600 });
    let create = "POST /api/v2/users/me/api-keys";
    let made = session.step("api-key-create", create, &auth, body).await;
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
    session
        .step("org-memberships-jwt", &request, &auth, NONE)
        .await;
    key
}

async fn project(session: &mut Session, alice: &Person, key: &Auth) -> (String, String) {
    let auth = alice.auth();
    let body = json!({ "workspaceName": "P", "organizationId": alice.organization });
    let v1 = "POST /api/v1/workspace";
    let project;
    if session.peer.era == Era::Jun24 {
        session
            .step("v1-workspace-create-gone", v1, &auth, body)
            .await;
        let (create, body) = ("POST /api/v2/workspace", json!({ "projectName": "P" }));
        let made = session
            .step("v2-workspace-create", create, &auth, body)
            .await;
        project = text(&made["project"]["id"]);
    } else {
        let made = session.step("workspace-create", v1, &auth, body).await;
        project = text(&made["workspace"]["id"]);
        let project_key = hex::encode(random::<16>());
        let (sealed, nonce) = box_seal(&project_key, &alice.public_key, &alice.private_key);
        let body = json!({ "key": { "userId": alice.id, "encryptedKey": sealed, "nonce": nonce } });
        let upload = format!("POST /api/v1/workspace/{project}/key");
        session
            .step("workspace-key-upload", &upload, &auth, body)
            .await;
    }
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session
        .step("workspace-encrypted-key", &request, key, NONE)
        .await;
    session
        .step("workspace-encrypted-key-jwt", &request, &auth, NONE)
        .await;
    session
        .step("workspace-list", "GET /api/v1/workspace", key, NONE)
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
        .step(
            "bot-get",
            &format!("GET /api/v1/bot/{project}"),
            &auth,
            NONE,
        )
        .await;
    let project_key = alice.project_key(&project).await;
    (project, project_key)
}

async fn environments_and_folders(session: &mut Session, alice: &Person, project: &str) {
    let auth = alice.auth();
    let path = format!("/api/v1/workspace/{project}/environments");
    let (qa, post) = (
        json!({ "name": "QA", "slug": "qa" }),
        format!("POST {path}"),
    );
    let made = session
        .step("environment-create", &post, &auth, qa.clone())
        .await;
    session
        .step("environment-create-duplicate", &post, &auth, qa)
        .await;
    let one = format!("{path}/{}", text(&made["environment"]["id"]));
    let body = json!({ "name": "QA2", "slug": "qa2" });
    session
        .step("environment-update", &format!("PATCH {one}"), &auth, body)
        .await;
    session
        .step("environment-delete", &format!("DELETE {one}"), &auth, NONE)
        .await;

    let folder = |name: &str, path: &str| json!({ "workspaceId": project, "environment": "dev", "name": name, "path": path });
    let create = "POST /api/v1/folders";
    session
        .step("folder-create", create, &auth, folder("sub", "/"))
        .await;
    session
        .step(
            "folder-create-nested",
            create,
            &auth,
            folder("deep", "/sub"),
        )
        .await;
    let list = format!("GET /api/v1/folders?{}&path=/", at(project, "dev"));
    session.step("folder-list", &list, &auth, NONE).await;
    session
        .step("folder-create-duplicate", create, &auth, folder("sub", "/"))
        .await;
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
    session
        .step("workspace-membership-add-bob", &add, &auth, body)
        .await;
    if session.peer.era == Era::Jun24 {
        select(session, "bob-select-alice-org", bob, &organization).await;
    }
    let request = format!("GET /api/v2/workspace/{project}/encrypted-key");
    session
        .step("workspace-encrypted-key-bob", &request, &bob.auth(), NONE)
        .await;
    let list = format!("GET {path}/memberships");
    session
        .step("workspace-memberships", &list, key, NONE)
        .await;
    session
        .step("workspace-memberships-jwt", &list, &auth, NONE)
        .await;
    let gone = format!("GET /api/v2/workspace/{project}/memberships");
    session
        .step("v2-workspace-memberships", &gone, key, NONE)
        .await;
    session
        .step("workspace-users", &format!("GET {path}/users"), &auth, NONE)
        .await;
    session
        .step(
            "workspace-public-keys",
            &format!("GET {path}/keys"),
            &auth,
            NONE,
        )
        .await;
}

async fn secrets(
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
    bare.as_object_mut()
        .unwrap()
        .retain(|name, _| !name.starts_with("secretComment"));
    let db_url = |home: &Value| with(home.clone(), fields("DB_URL", ""));
    let lone = with(personal.clone(), fields("P", ""));
    for (step, name, auth, body) in [
        (
            "v3-secret-create-db_url",
            "DB_URL",
            &auth,
            with(shared.clone(), fields("D", "c")),
        ),
        (
            "v3-secret-create-empty",
            "EMPTY",
            &auth,
            with(shared.clone(), fields("EMPTY", "")),
        ),
        (
            "v3-secret-create-nocomment",
            "NOCOMMENT",
            &auth,
            with(shared.clone(), bare),
        ),
        (
            "v3-secret-create-only_personal-personal",
            "ONLY_PERSONAL",
            &auth,
            lone,
        ),
        (
            "v3-secret-create-db_url-personal",
            "DB_URL",
            &auth,
            db_url(&personal),
        ),
        (
            "v3-secret-create-apikey",
            "BY_APIKEY",
            key,
            with(shared.clone(), fields("K", "")),
        ),
        ("err-secret-duplicate", "DB_URL", &auth, db_url(&shared)),
        (
            "v3-secret-create-in-folder",
            "IN_SUB",
            &auth,
            db_url(&folder("/sub")),
        ),
        (
            "err-secret-create-unknown-folder",
            "IN_SUB",
            &auth,
            db_url(&folder("/nope")),
        ),
    ] {
        session
            .step(step, &format!("POST /api/v3/secrets/{name}"), auth, body)
            .await;
    }
    let at = at(project, "dev");
    let list = format!("GET /api/v3/secrets?{at}");
    session.step("v3-secrets-list", &list, &auth, NONE).await;
    let sub = format!("{list}&secretPath=/sub");
    session
        .step("v3-secrets-list-folder", &sub, &auth, NONE)
        .await;
    let nope = format!("{list}&secretPath=/nope");
    session
        .step("v3-secrets-list-unknown-folder", &nope, &auth, NONE)
        .await;
    let get = format!("GET /api/v3/secrets/DB_URL?{at}&secretPath=/");
    session
        .step("v3-secret-get", &format!("{get}&type=shared"), &auth, NONE)
        .await;
    session
        .step(
            "v3-secret-get-personal",
            &format!("{get}&type=personal"),
            &auth,
            NONE,
        )
        .await;
    let change = with(shared.clone(), fields("DB_URL", "c"));
    session
        .step(
            "v3-secret-update",
            "PATCH /api/v3/secrets/DB_URL",
            &auth,
            change,
        )
        .await;
    let rename = with(shared.clone(), fields("RENAMED", "c"));
    let rename = with(rename, json!({ "secretName": "RENAMED", "tags": [] }));
    session
        .step(
            "v3-secret-rename",
            "PATCH /api/v3/secrets/NOCOMMENT",
            &auth,
            rename,
        )
        .await;
    session
        .step(
            "v3-secret-delete",
            "DELETE /api/v3/secrets/RENAMED",
            &auth,
            shared,
        )
        .await;
}

async fn batches(session: &mut Session, alice: &Person, project: &str, project_key: &str) {
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
    session
        .step(
            "v3-secrets-batch-create",
            &format!("POST {path}"),
            &auth,
            body,
        )
        .await;
    let body = batch(json!([entry("B1")]));
    session
        .step(
            "v3-secrets-batch-update",
            &format!("PATCH {path}"),
            &auth,
            body,
        )
        .await;
    let body = batch(json!([{ "secretName": "B2", "type": "shared" }]));
    session
        .step(
            "v3-secrets-batch-delete",
            &format!("DELETE {path}"),
            &auth,
            body,
        )
        .await;
}

async fn refusals(session: &mut Session, alice: &Person, project: &str, project_key: &str) {
    let auth = &alice.auth();
    let shared = with(place(project, "dev"), json!({ "secretPath": "/" }));
    let body = with(shared.clone(), secret_fields("NOPE", "x", "", project_key));
    let nope = "/api/v3/secrets/NOPE";
    let get = format!("GET {nope}?{}&type=shared", at(project, "dev"));
    session.step("err-secret-get-404", &get, auth, NONE).await;
    session
        .step(
            "err-secret-update-404",
            &format!("PATCH {nope}"),
            auth,
            body.clone(),
        )
        .await;
    session
        .step(
            "err-secret-delete-404",
            &format!("DELETE {nope}"),
            auth,
            shared.clone(),
        )
        .await;
    let bad = "POST /api/v3/secrets/BAD";
    session
        .step("err-secret-create-missing-fields", bad, auth, shared)
        .await;
    let other = with(body, json!({ "type": "other" }));
    session
        .step("err-secret-create-bad-type", bad, auth, other)
        .await;
    let post = |kind: &'static str, text: &'static str| {
        let request = session
            .peer
            .request(Method::POST, "/api/v3/secrets/BAD", auth);
        request.header("content-type", kind).body(text)
    };
    let (malformed, other) = (
        post("application/json", "{\"workspaceId\":"),
        post("application/xml", "x"),
    );
    session.step_with("err-malformed-json", malformed).await;
    session.step_with("err-unsupported-media-type", other).await;
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
            .step(step, &format!("GET /api/v3/secrets?{query}"), auth, NONE)
            .await;
    }
    let gone = format!("GET /api/v2/secrets?{}&secretPath=%2F", at(project, "dev"));
    session.step("err-v2-secrets-gone", &gone, auth, NONE).await;
    session
        .step("err-404-route", "GET /api/v2/nothing-here", auth, NONE)
        .await;
}

async fn service_tokens(session: &mut Session, alice: &Person, project: &str, project_key: &str) {
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
        let made = session
            .step(step, "POST /api/v2/service-token", &auth, body)
            .await;
        credentials.push(text(&made["serviceToken"]));
    }
    for (step, scopes, permissions) in [
        (
            "err-service-token-create-bad-permission",
            root,
            json!(["admin"]),
        ),
        ("err-service-token-create-no-scopes", json!([]), read),
    ] {
        let body = token_body(scopes, json!(1), permissions);
        session
            .step(step, "POST /api/v2/service-token", &auth, body)
            .await;
    }
    let [rw, ro, short, glob] = credentials.try_into().unwrap();
    let own = "GET /api/v2/service-token";
    let four_parts = Auth::bearer(format!("{rw}.{}", "0".repeat(32)));
    session
        .step("service-token-get", own, &Auth::bearer(&*rw), NONE)
        .await;
    session
        .step("service-token-get-4-part-token", own, &four_parts, NONE)
        .await;
    for (step, v) in [
        ("service-token-list", "v1"),
        ("service-token-list-v2", "v2"),
    ] {
        let list = format!("GET /api/{v}/workspace/{project}/service-token-data");
        session.step(step, &list, &auth, NONE).await;
    }
    let tokens = [Auth::bearer(&*rw), Auth::bearer(ro), Auth::bearer(glob)];
    by_token(session, project, project_key, tokens).await;

    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let id = short.split('.').nth(1).unwrap();
    let delete = format!("DELETE /api/v2/service-token/{id}");
    session
        .step(
            "err-expired-service-token",
            own,
            &Auth::bearer(&*short),
            NONE,
        )
        .await;
    session
        .step("service-token-delete", &delete, &auth, NONE)
        .await;
    let (id, _) = rw.rsplit_once('.').unwrap();
    let wrong = Auth::bearer(format!("{id}.{}", "0".repeat(32)));
    session
        .step("err-service-token-wrong-secret", own, &wrong, NONE)
        .await;
}

async fn by_token(
    session: &mut Session,
    project: &str,
    project_key: &str,
    [rw, ro, glob]: [Auth; 3],
) {
    let (dev, name) = (at(project, "dev"), "/api/v3/secrets/BY_TOKEN");
    let list = format!("GET /api/v3/secrets?{dev}");
    session
        .step("v3-secrets-list-service-token", &list, &rw, NONE)
        .await;
    let get = format!("GET /api/v3/secrets/DB_URL?{dev}");
    let shared = format!("{get}&type=shared");
    session
        .step("v3-secret-get-service-token", &shared, &rw, NONE)
        .await;
    let personal = format!("{get}&type=personal");
    session
        .step("v3-secret-get-personal-service-token", &personal, &rw, NONE)
        .await;
    let home = place(project, "dev");
    let body = with(
        home.clone(),
        secret_fields("BY_TOKEN", "v", "", project_key),
    );
    let own = with(body.clone(), json!({ "type": "personal" }));
    let step = "v3-secret-create-service-token";
    session
        .step(step, &format!("POST {name}"), &rw, body.clone())
        .await;
    let step = "v3-secret-create-personal-service-token";
    session
        .step(step, "POST /api/v3/secrets/BY_TOKEN_P", &rw, own)
        .await;
    let step = "v3-secret-update-service-token";
    session
        .step(step, &format!("PATCH {name}"), &rw, body.clone())
        .await;
    let step = "v3-secret-delete-service-token";
    session
        .step(step, &format!("DELETE {name}"), &rw, home)
        .await;
    let sub = format!("{list}&secretPath=/sub");
    session
        .step("v3-secrets-list-glob-folder", &sub, &glob, NONE)
        .await;
    let folders = format!("GET /api/v1/folders?{dev}");
    session
        .step("folder-list-service-token", &folders, &rw, NONE)
        .await;
    let get = format!("GET /api/v1/workspace/{project}");
    session
        .step("workspace-get-service-token", &get, &rw, NONE)
        .await;
    session.step("err-token-subfolder", &sub, &rw, NONE).await;
    let step = "err-read-only-token-write";
    session
        .step(step, "POST /api/v3/secrets/RO", &ro, body)
        .await;
    let prod = format!("GET /api/v3/secrets?{}", at(project, "prod"));
    session
        .step("err-token-other-environment", &prod, &rw, NONE)
        .await;
    let other = format!("GET /api/v3/secrets?{}", at(UNKNOWN, "dev"));
    session
        .step("err-token-other-workspace", &other, &rw, NONE)
        .await;
    let members = format!("GET /api/v1/workspace/{project}/memberships");
    session
        .step("err-token-memberships", &members, &rw, NONE)
        .await;
    if session.peer.era == Era::Feb24 {
        let raw = format!("GET /api/v3/secrets/raw?{dev}");
        session
            .step("raw-list-service-token", &raw, &rw, NONE)
            .await;
    }
}

async fn credentials(session: &mut Session, alice: &Person, project: &str) {
    let (own, me) = ("GET /api/v2/service-token", "GET /api/v2/users/me");
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session.step("err-no-auth", &list, &Auth::None, NONE).await;
    session
        .step("err-bad-jwt", me, &Auth::bearer("abc.def.ghi"), NONE)
        .await;
    let (signed, _) = alice.token.rsplit_once('.').unwrap();
    let forged = Auth::bearer(format!("{signed}.{}", "A".repeat(43)));
    session
        .step("err-jwt-wrong-signature", me, &forged, NONE)
        .await;
    let unknown = Auth::bearer(format!("st.{UNKNOWN}.{}", "0".repeat(32)));
    session
        .step("err-service-token-unknown-id", own, &unknown, NONE)
        .await;
    let malformed = Auth::bearer("st.nonsense");
    session
        .step("err-service-token-malformed", own, &malformed, NONE)
        .await;
    let unknown = Auth::ApiKey(format!("ak.{UNKNOWN}.{}", "0".repeat(32)));
    session.step("err-bad-api-key", me, &unknown, NONE).await;
    let malformed = Auth::ApiKey("nonsense".to_owned());
    session
        .step("err-bad-api-key-malformed", me, &malformed, NONE)
        .await;
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
    session
        .step(
            "err-403-member-deletes-workspace",
            &delete,
            &bob.auth(),
            NONE,
        )
        .await;
    let membership = format!(
        "{path}/memberships/{}",
        alice.membership_of(project, bob).await
    );
    let role = match session.peer.era {
        Era::Jun24 => json!({ "roles": [{ "role": "viewer" }] }),
        Era::May23 | Era::Feb24 => json!({ "role": "viewer" }),
    };
    let patch = format!("PATCH {membership}");
    session
        .step("membership-update", &patch, &alice.auth(), role)
        .await;
    let body = with(
        place(project, "dev"),
        secret_fields("NOPE2", "v", "", project_key),
    );
    let write = "POST /api/v3/secrets/NOPE2";
    session
        .step("err-viewer-write", write, &bob.auth(), body)
        .await;
    let remove = format!("DELETE {membership}");
    session
        .step("membership-delete", &remove, &alice.auth(), NONE)
        .await;
    let list = format!("GET /api/v3/secrets?{}", at(project, "dev"));
    session
        .step("err-403-non-member", &list, &bob.auth(), NONE)
        .await;
}

async fn logins(session: &mut Session, alice: &mut Person) {
    let body = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    let login1 = "POST /api/v3/auth/login1";
    session
        .step("err-unknown-user-login1", login1, &Auth::None, body)
        .await;
    let names = ["wrong-password-login1", "err-wrong-password-login2"];
    session.log_in(alice, "wrong", names).await;
    let refresh = session
        .peer
        .request(Method::POST, "/api/v1/auth/token", &Auth::None);
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
