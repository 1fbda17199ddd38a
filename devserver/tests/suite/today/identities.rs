//! Machine identities, and what needs a licence.

use serde_json::{Value, json};

use super::{NO_AUTH, is_invalid, is_refused, started};
use crate::support::client::{Auth, Peer, Reply};
use crate::support::{Config, Era, Person, start_with};

const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

async fn identity(peer: &Peer, alice: &Person, role: &str) -> String {
    let new = json!({
        "name": "ci", "organizationId": alice.organization, "role": role,
        "metadata": [{ "key": "team", "value": "core" }],
    });
    let made = peer.post("/api/v1/identities", &alice.auth(), new).await.ok()["identity"].clone();
    assert_eq!((&made["authMethods"], &made["hasDeleteProtection"]), (&json!([]), &json!(false)));
    assert_eq!(made["metadata"][0]["key"], "team");
    made["id"].as_str().unwrap().to_owned()
}

/// The client id and a client secret of an identity with universal auth.
async fn credentials(peer: &Peer, alice: &Person, id: &str, rules: Value) -> (String, String) {
    let path = format!("/api/v1/auth/universal-auth/identities/{id}");
    let login = peer.post(&path, &alice.auth(), rules).await.ok();
    let secret = peer.post(&format!("{path}/client-secrets"), &alice.auth(), json!({})).await.ok();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&login["identityUniversalAuth"]["clientId"]), text(&secret["clientSecret"]))
}

async fn log_in(peer: &Peer, client: &str, secret: &str) -> Reply {
    let body = json!({ "clientId": client, "clientSecret": secret });
    peer.post("/api/v1/auth/universal-auth/login", &NO_AUTH, body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn identity_is_listed_found_changed_and_deleted() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = identity(&peer, &alice, "member").await;
    let list = format!("/api/v1/identities?orgId={}", alice.organization);
    let listed = peer.get(&list, &auth).await.ok();
    assert_eq!(
        (&listed["totalCount"], &listed["identities"][0]["role"]),
        (&json!(1), &json!("member"))
    );
    let search = json!({ "search": { "name": { "$contains": "C" } } });
    let found = peer.post("/api/v1/identities/search", &auth, search).await.ok();
    assert_eq!(found["identities"][0]["identity"]["activeLockoutAuthMethods"], json!([]));
    let none = json!({ "search": { "name": { "$contains": "x" } } });
    let none = peer.post("/api/v1/identities/search", &auth, none).await.ok();
    assert_eq!(none["totalCount"], 0);
    let owned = peer.get("/api/v1/organization/identities", &auth).await.ok();
    assert_eq!(owned["identities"][0]["metadata"], json!([{ "key": "team", "value": "core" }]));

    let path = format!("/api/v1/identities/{id}");
    let changed = json!({ "name": "ci2", "role": "admin" });
    let changed = peer.patch(&path, &auth, changed).await.ok()["identity"].clone();
    assert_eq!((&changed["name"], &changed["metadata"]), (&json!("ci2"), &json!([])));
    let shown = peer.get(&path, &auth).await.ok()["identity"].clone();
    assert_eq!((&shown["role"], &shown["metadata"][0]["value"]), (&json!("admin"), &json!("core")));
    let lost = peer.get(&format!("/api/v1/identities/{UNKNOWN}"), &auth).await;
    is_refused(&lost, 404, "NotFound", &format!("Failed to find identity with id {UNKNOWN}"));
    peer.delete(&path, &auth, Value::Null).await.ok();
    assert_eq!(peer.delete(&path, &auth, Value::Null).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn identity_needs_a_known_role_and_a_creator_with_rights() {
    let (_server, peer, alice) = started().await;
    let mut bob = Person::sign_up(&peer, "bob").await;
    let path = "/api/v1/identities";
    let new = |organization: &str, role: &str| json!({ "name": "x", "organizationId": organization, "role": role });
    let odd = peer.post(path, &alice.auth(), new(&alice.organization, "nope")).await;
    let text = format!(
        "Specified roles 'nope' was not found in the organization with ID '{}'",
        alice.organization
    );
    is_refused(&odd, 404, "NotFound", &text);
    let other = peer.post(path, &alice.auth(), new(&bob.organization, "member")).await;
    assert_eq!((other.status, &other.json()["error"]), (403, &json!("ForbiddenError")));
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let refused = peer.post(path, &bob.auth(), new(&alice.organization, "member")).await;
    let text = "Failed to create identity. Permission denied: grant-privileges on identity. Check \
                that the actor's role grants this permission and that all permission conditions are \
                met.";
    is_refused(&refused, 403, "PermissionBoundaryError", text);
    let missing = json!([{ "action": "grant-privileges", "subject": "identity" }]);
    assert_eq!(refused.json()["details"]["missingPermissions"], missing);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_client_secrets_lock_the_identity() {
    let (_server, peer, alice) = started().await;
    let id = identity(&peer, &alice, "no-access").await;
    let rules = json!({ "lockoutThreshold": 2 });
    let (client, secret) = credentials(&peer, &alice, &id, rules).await;
    let unknown = log_in(&peer, UNKNOWN, "x").await;
    is_refused(&unknown, 401, "UnauthorizedError", "Invalid credentials");
    for _ in 0..2 {
        let wrong = log_in(&peer, &client, "wrong").await;
        is_refused(&wrong, 401, "UnauthorizedError", "Invalid credentials");
    }
    let text = "This identity auth method is temporarily locked, please try again later";
    for secret in ["wrong", &secret] {
        is_refused(&log_in(&peer, &client, secret).await, 401, "UnauthorizedError", text);
    }
    let path = format!("/api/v1/auth/universal-auth/identities/{id}/clear-lockouts");
    let cleared = peer.post(&path, &alice.auth(), json!({})).await.ok();
    assert_eq!(cleared["deleted"], 1);
    assert_eq!(log_in(&peer, &client, &secret).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn universal_auth_is_shown_with_its_lockout_and_checked() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = identity(&peer, &alice, "no-access").await;
    let path = format!("/api/v1/auth/universal-auth/identities/{id}");
    let none = peer.get(&path, &auth).await;
    let text = format!("Failed to find universal auth for identity with ID {id}");
    is_refused(&none, 404, "NotFound", &text);
    credentials(&peer, &alice, &id, json!({})).await;
    let shown = peer.get(&path, &auth).await.ok()["identityUniversalAuth"].clone();
    assert_eq!((&shown["lockoutEnabled"], &shown["lockoutThreshold"]), (&json!(true), &json!(3)));
    assert_eq!(shown["lockoutDurationSeconds"], 300);
    assert_eq!(shown["lockoutCounterResetSeconds"], 30);
    let times = json!({ "accessTokenTTL": 7200, "accessTokenMaxTTL": 60 });
    let odd = peer.patch(&path, &auth, times).await;
    assert_eq!((odd.status, &odd.json()["message"][0]["path"]), (422, &json!([])));
    let ips = json!({ "accessTokenTrustedIps": [{ "ipAddress": "10.0.0.0/8" }] });
    let plan = "Failed to add IP access range to service token due to plan restriction. Upgrade \
                plan to add IP access range.";
    is_refused(&peer.patch(&path, &auth, ips).await, 400, "BadRequest", plan);
    let secrets = peer.get(&format!("{path}/client-secrets"), &auth).await.ok();
    let secret = secrets["clientSecretData"][0]["id"].as_str().unwrap();
    let one = peer.get(&format!("{path}/client-secrets/{secret}"), &auth).await.ok();
    assert_eq!(one["clientSecretData"]["id"], secret);
    let lost = peer.get(&format!("{path}/client-secrets/{UNKNOWN}"), &auth).await;
    is_refused(&lost, 404, "NotFound", &format!("Failed to find identity with ID {id}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn renewed_token_serves_beside_the_old_one() {
    let (_server, peer, alice) = started().await;
    let id = identity(&peer, &alice, "no-access").await;
    // With these the releases of 2024 refuse to renew.
    let (client, secret) = credentials(&peer, &alice, &id, json!({})).await;
    let session = log_in(&peer, &client, &secret).await.ok();
    let old = session["accessToken"].as_str().unwrap();
    let renew = "/api/v1/auth/token/renew";
    let renewed = peer.post(renew, &NO_AUTH, json!({ "accessToken": old })).await.ok();
    assert!(renewed["expiresIn"].as_i64() <= session["expiresIn"].as_i64());
    for token in [old, renewed["accessToken"].as_str().unwrap()] {
        let details = peer.get("/api/v1/identities/details", &Auth::bearer(token)).await.ok();
        assert_eq!(details["identityDetails"]["organization"]["id"], alice.organization.as_str());
    }
    let body = json!({ "accessToken": old });
    peer.post("/api/v1/auth/token/revoke", &NO_AUTH, body.clone()).await.ok();
    let revoked = peer.get("/api/v1/projects", &Auth::bearer(old)).await;
    let text = "Failed to authorize: token has been revoked";
    is_refused(&revoked, 401, "UnauthorizedError", text);
    let revoked = peer.post(renew, &NO_AUTH, body).await;
    is_refused(&revoked, 401, "UnauthorizedError", "Cannot renew: token has been revoked");
}

#[tokio::test(flavor = "multi_thread")]
async fn identity_sees_its_projects_and_is_no_user() {
    let (_server, peer, alice) = started().await;
    let auth = alice.auth();
    let id = identity(&peer, &alice, "no-access").await;
    let (client, secret) = credentials(&peer, &alice, &id, json!({})).await;
    let session = log_in(&peer, &client, &secret).await.ok();
    let token = Auth::bearer(session["accessToken"].as_str().unwrap());
    assert_eq!(peer.get("/api/v1/projects", &token).await.ok()["projects"], json!([]));
    let user = peer.get("/api/v2/users/me", &token).await;
    let text = "You are not allowed to access this resource";
    is_refused(&user, 403, "Forbidden access to /api/v2/users/me", text);

    let made = json!({ "projectName": "First" });
    let made = peer.post("/api/v1/projects", &auth, made).await.ok();
    let project = made["project"]["id"].as_str().unwrap();
    let path = format!("/api/v1/projects/{project}/memberships/identities/{id}");
    let lost = peer.get(&path, &auth).await;
    is_refused(&lost, 404, "NotFound", "Identity membership not found");
    let odd = peer.post(&path, &auth, json!({ "role": "nope" })).await;
    let text = format!("Specified roles 'nope' was not found in the project with ID '{project}'");
    is_refused(&odd, 404, "NotFound", &text);
    peer.post(&path, &auth, json!({ "role": "admin" })).await.ok();
    let again = peer.post(&path, &auth, json!({ "role": "admin" })).await;
    is_refused(&again, 400, "BadRequest", "Identity is already a member");
    let temporary = json!({ "roles": [{ "role": "viewer", "isTemporary": true }] });
    let temporary = peer.patch(&path, &auth, temporary).await;
    let text = "Identity must have at least one permanent role";
    is_refused(&temporary, 400, "BadRequest", text);
    let shown = peer.get(&path, &auth).await.ok()["identityMembership"].clone();
    assert_eq!(shown["identity"]["authMethods"], json!(["universal-auth"]));
    let own = peer.get("/api/v1/projects", &token).await.ok();
    assert_eq!(own["projects"][0]["id"], project);
    let older = format!("/api/v2/workspace/{project}/identity-memberships");
    let older = peer.get(&older, &auth).await.ok();
    assert_eq!(older["identityMemberships"][0]["project"]["id"], project);
    let made = json!({ "projectName": "By machine" });
    assert_eq!(peer.post("/api/v1/projects", &token, made).await.ok()["project"]["version"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_roles_and_a_kept_log_need_a_licence() {
    let mut licensed = Config::new(Era::Modern);
    licensed.licence = true;
    for (config, status) in [(Config::new(Era::Modern), 400), (licensed, 200)] {
        let (_server, peer) = start_with(config).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let auth = alice.auth();
        let group = json!({ "name": "Devs", "slug": "developers", "role": "member" });
        let group = peer.post("/api/v1/groups", &auth, group).await;
        assert_eq!(group.status, status);
        let made = json!({ "projectName": "First" });
        let made = peer.post("/api/v1/projects", &auth, made).await.ok();
        let project = made["project"]["id"].as_str().unwrap();
        let path = format!("/api/v1/projects/{project}/roles");
        let role = json!({ "slug": "reader", "name": "Reader", "permissions": [] });
        let role = peer.post(&path, &auth, role).await;
        assert_eq!(role.status, status);
        let folder =
            json!({ "projectId": project, "environment": "dev", "name": "a", "path": "/" });
        peer.post("/api/v2/folders", &auth, folder).await.ok();
        if status == 400 {
            let plan = "Failed to create group due to plan restriction. Upgrade plan to create \
                        group.";
            is_refused(&group, 400, "BadRequest", plan);
            let plan = "Failed to create custom role due to plan RBAC restriction. Upgrade to \
                        Infisical Enterprise plan to create custom roles.";
            is_refused(&role, 400, "BadRequest", plan);
            assert_eq!(peer.get("/api/v1/groups", &auth).await.ok(), json!([]));
            let log = format!("/api/v1/organization/audit-logs?projectId={project}");
            assert_eq!(peer.get(&log, &auth).await.ok()["auditLogs"], json!([]));
        }
        let listed = peer.get(&path, &auth).await.ok();
        let count = if status == 400 { 4 } else { 5 };
        assert_eq!(listed["roles"].as_array().map(Vec::len), Some(count));
        let lost = peer.get(&format!("/api/v1/groups/{UNKNOWN}"), &auth).await;
        is_refused(&lost, 404, "NotFound", &format!("Cannot find group with ID {UNKNOWN}"));
        let odd = json!({ "clientId": "x" });
        let odd = peer.post("/api/v1/auth/universal-auth/login", &NO_AUTH, odd).await;
        is_invalid(&odd, "clientSecret");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn revoked_client_secret_ends_the_tokens_that_were_logged_in_with_it() {
    let (_server, peer, alice) = started().await;
    let id = identity(&peer, &alice, "no-access").await;
    let (client, secret) = credentials(&peer, &alice, &id, json!({})).await;
    let path = format!("/api/v1/auth/universal-auth/identities/{id}/client-secrets");
    let other = peer.post(&path, &alice.auth(), json!({})).await.ok();
    let other = other["clientSecret"].as_str().unwrap().to_owned();
    let token = async |secret: &str| {
        let answer = log_in(&peer, &client, secret).await.ok();
        Auth::bearer(answer["accessToken"].as_str().unwrap())
    };
    let (first, second) = (token(&secret).await, token(&other).await);
    let listed = peer.get(&path, &alice.auth()).await.ok()["clientSecretData"].clone();
    let first_id = listed[0]["id"].as_str().unwrap();
    peer.post(&format!("{path}/{first_id}/revoke"), &alice.auth(), json!({})).await.ok();
    let details = "/api/v1/identities/details";
    assert_eq!(peer.get(details, &first).await.status, 401);
    assert_eq!(peer.get(details, &second).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_of_identities_are_given_only_with_a_permission_of_its_own() {
    let (_server, peer, alice) = started().await;
    let id = identity(&peer, &alice, "no-access").await;
    let body = json!({ "projectName": "New" });
    let made = peer.post("/api/v2/workspace", &alice.auth(), body).await.ok();
    let project = made["project"]["id"].as_str().unwrap().to_owned();
    let mut bob = Person::sign_up(&peer, "bob").await;
    let body = json!({ "inviteeEmails": [bob.email], "organizationId": alice.organization });
    peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
    bob.select(&alice.organization).await;
    let members = format!("/api/v2/workspace/{project}/memberships");
    let body = json!({ "emails": [bob.email], "roleSlugs": ["member"] });
    peer.post(&members, &alice.auth(), body).await.ok();
    let path = format!("/api/v2/workspace/{project}/identity-memberships/{id}");
    let text = |deed: &str, subject: &str| {
        format!(
            "Failed to {deed} project membership. Permission denied: assign-role on {subject}. \
             Check that the actor's role grants this permission and that all permission conditions \
             are met."
        )
    };
    let refused = peer.post(&path, &bob.auth(), json!({ "role": "viewer" })).await;
    let expected = text("create identity", "identity");
    is_refused(&refused, 403, "PermissionBoundaryError", &expected);
    let missing = json!([{ "action": "assign-role", "subject": "identity" }]);
    assert_eq!(refused.json()["details"]["missingPermissions"], missing);
    peer.post(&path, &bob.auth(), json!({ "role": "no-access" })).await.ok();
    let roles = json!({ "roles": [{ "role": "viewer" }] });
    let refused = peer.patch(&path, &bob.auth(), roles).await;
    let expected = text("update identity", "identity");
    is_refused(&refused, 403, "PermissionBoundaryError", &expected);
    let eve = Person::sign_up(&peer, "eve").await;
    let body = json!({ "emails": [eve.email], "roleSlugs": ["viewer"] });
    let refused = peer.post(&members, &bob.auth(), body).await;
    is_refused(&refused, 403, "PermissionBoundaryError", &text("create user", "member"));

    let path = format!("/api/v2/workspace/{project}/identity-memberships/{UNKNOWN}");
    let unknown = peer.post(&path, &alice.auth(), json!({ "role": "viewer" })).await;
    let text = format!("Identity {UNKNOWN} is missing organization membership");
    is_refused(&unknown, 400, "BadRequest", &text);
}
