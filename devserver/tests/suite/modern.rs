//! July 2026, where it is not recorded, and the forms of its errors.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Auth, Peer, read, with};
use crate::support::{Config, Era, Person, Server, start_with};

/// A server with a signed-up user and her project.
async fn started() -> (Server, Peer, Person, String) {
    let mut config = Config::new(Era::Modern);
    config.licence = true;
    let (server, peer) = start_with(config).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let body = json!({ "projectName": "First" });
    let made = peer.post("/api/v2/workspace", &alice.auth(), body).await.ok();
    assert_eq!(made["project"]["version"], 3);
    let project = made["project"]["id"].as_str().unwrap().to_owned();
    (server, peer, alice, project)
}

fn body(project: &str, environment: &str, extra: Value) -> Value {
    with(json!({ "projectId": project, "environment": environment, "secretPath": "/" }), extra)
}

/// Checks an error body. The value of its request id and additional fields may vary.
fn is_refusal(error: &Value, status: u16, name: &str) {
    assert_eq!((&error["statusCode"], &error["error"]), (&json!(status), &json!(name)), "{error}");
    assert_eq!(error["reqId"].as_str().map(str::len), Some(18), "{error}");
    assert!(error["message"].is_string() || error["message"].is_array(), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_routes_are_plaintext_only() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let key = format!("/api/v2/workspace/{project}/encrypted-key");
    assert_eq!(peer.get(&key, &auth).await.text, "");
    let encrypted = format!("/api/v3/secrets?workspaceId={project}&environment=dev");
    // They exist, and show nothing.
    assert_eq!(peer.get(&encrypted, &auth).await.ok()["secrets"], json!([]));

    let content = json!({ "secretValue": " one\n", "secretComment": "why", "type": "shared" });
    let made = peer.post("/api/v4/secrets/DB", &auth, body(&project, "dev", content)).await.ok();
    let secret = &made["secret"];
    assert_eq!(secret["secretKey"], "DB");
    assert_eq!(secret["secretValue"], "one\n");
    assert_eq!(secret["secretComment"], "why");
    assert!(secret["createdAt"].is_string());

    let at = format!("projectId={project}&environment=dev");
    let listed = peer.get(&format!("/api/v4/secrets?{at}"), &auth).await.ok();
    assert_eq!(listed["secrets"].as_array().unwrap().len(), 1);
    let hidden = format!("/api/v4/secrets/DB?{at}&viewSecretValue=false");
    let hidden = peer.get(&hidden, &auth).await.ok();
    assert_eq!(hidden["secret"]["secretValueHidden"], true);
    assert_eq!(hidden["secret"]["secretValue"], "<hidden-by-infisical>");
    let older = format!("/api/v3/secrets/raw/DB?workspaceId={project}&environment=dev");
    assert_eq!(peer.get(&older, &auth).await.ok()["secret"]["secretValue"], "one\n");

    let refused = format!("/api/v4/secrets?{at}&viewSecretValue=1");
    let refused = peer.get(&refused, &auth).await;
    assert_eq!(refused.status, 422);
    is_refusal(&refused.json(), 422, "ValidationFailure");
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_have_the_modern_form() {
    let (_server, peer, alice, project) = started().await;
    let bob = Person::sign_up(&peer, "bob").await;
    let at = format!("projectId={project}&environment=dev");
    let path = format!("/api/v4/secrets/NONE?{at}");
    let missing = peer.get(&path, &alice.auth()).await;
    is_refusal(&missing.json(), missing.status, "NotFound");
    assert_eq!(missing.status, 404);

    let foreign = peer.get(&path, &bob.auth()).await;
    is_refusal(&foreign.json(), 403, "ForbiddenError");
    let nobody = peer.get(&path, &Auth::None).await;
    is_refusal(&nobody.json(), 401, "UnauthorizedError");
    let odd = peer.get(&path, &Auth::bearer("a.b.c")).await;
    is_refusal(&odd.json(), 403, "TokenError");

    let content = json!({ "secretValue": "1", "type": "shared", "secretPath": "/none" });
    let lost = body(&project, "dev", content);
    let lost = peer.post("/api/v4/secrets/A", &alice.auth(), lost).await;
    is_refusal(&lost.json(), 404, "CreateSecret");

    let log_in = json!({ "clientId": "none", "clientSecret": "none" });
    let log_in = peer.post("/api/v1/auth/universal-auth/login", &Auth::None, log_in).await;
    is_refusal(&log_in.json(), 401, "UnauthorizedError");
    assert_eq!(log_in.json()["message"], "Invalid credentials");
}

#[tokio::test(flavor = "multi_thread")]
async fn change_by_user_in_guarded_environment_awaits_approval() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let environment = json!({ "name": "Guarded", "slug": "guarded" });
    let path = format!("/api/v1/workspace/{project}/environments");
    peer.post(&path, &auth, environment).await.ok();
    let content = json!({ "secretValue": "1", "type": "shared" });
    let content = body(&project, "guarded", content);
    let held_back = peer.post("/api/v4/secrets/A", &auth, content).await.ok();
    assert_eq!(held_back["approval"]["status"], "open");
    assert_eq!(held_back["secret"], Value::Null);
    let list = format!("/api/v4/secrets?projectId={project}&environment=guarded");
    assert_eq!(peer.get(&list, &auth).await.ok()["secrets"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn rate_limits_are_not_named_unless_they_apply() {
    let (_server, peer) = start_with(Config::new(Era::Modern)).await;
    let reply = peer.get("/api/v1/admin/config", &Auth::None).await;
    assert_eq!(reply.header("x-ratelimit-limit"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn rate_limit_error_has_the_wait_in_its_message() {
    let mut config = Config::new(Era::Modern);
    config.rate_limits = true;
    let (_server, peer) = start_with(config).await;
    let log_in = async || {
        let body = json!({ "email": "a@example.test", "password": "wrong" });
        peer.post("/api/v3/auth/login", &Auth::None, body).await
    };
    for left in (0..60).rev() {
        let reply = log_in().await;
        assert_eq!(reply.header("x-ratelimit-remaining"), left.to_string());
    }
    let refused = log_in().await;
    assert_eq!(refused.status, 429);
    assert!((1..=60).contains(&refused.header("retry-after").parse::<i32>().unwrap()));
    is_refusal(&refused.json(), 429, "RateLimitExceeded");
    let message = refused.json()["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("Rate limit exceeded. Please try again in "), "{message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn audit_log_is_per_organization_and_its_filters_are_checked() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    for name in ["one", "two"] {
        let folder = json!({ "workspaceId": project, "environment": "dev", "name": name });
        peer.post("/api/v1/folders", &auth, folder).await.ok();
    }
    let log = format!("/api/v1/organization/audit-logs?projectId={project}");
    let found = async |query: &str| {
        let answer = peer.get(&format!("{log}&{query}"), &auth).await;
        answer.ok()["auditLogs"].as_array().unwrap().len()
    };
    assert_eq!(found("eventType=create-folder,delete-folder").await, 2);
    assert_eq!(found("eventType=create-folder&limit=1").await, 1);
    assert_eq!(found("eventMetadata=folderName=two,environment=dev").await, 1);
    assert_eq!(found("eventMetadata=folderName=two,environment=prod").await, 0);
    assert_eq!(found("startDate=2023-11-30T00:00:00Z&endDate=2024-03-01T00:00:00Z").await, 0);

    let refused = [
        "limit=1001",
        "eventType=create-folder,none",
        "startDate=2024-01-01T00:00:00Z&endDate=2024-04-01T00:00:00.001Z",
        "startDate=2024-01-02T00:00:00Z&endDate=2024-01-01T00:00:00Z",
    ];
    for query in refused {
        let answer = peer.get(&format!("{log}&{query}"), &auth).await;
        is_refusal(&answer.json(), 422, "ValidationFailure");
    }
    let bob = Person::sign_up(&peer, "bob").await;
    let foreign = peer.get(&log, &bob.auth()).await;
    is_refusal(&foreign.json(), 403, "ForbiddenError");
}

#[tokio::test(flavor = "multi_thread")]
async fn tag_is_updated_and_has_no_name() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let tags = format!("/api/v1/workspace/{project}/tags");
    let made = json!({ "slug": "red", "color": "#f00" });
    let made = peer.post(&tags, &auth, made).await.ok()["workspaceTag"].clone();
    assert_eq!((made.get("name"), &made["slug"]), (None, &json!("red")));
    let path = format!("{tags}/{}", made["id"].as_str().unwrap());
    let change = json!({ "slug": "green", "color": "#0f0" });
    let changed = peer.patch(&path, &auth, change).await.ok()["workspaceTag"].clone();
    assert_eq!((&changed["id"], &changed["slug"]), (&made["id"], &json!("green")));
    assert_eq!(changed["color"], "#0f0");
    let other = json!({ "slug": "blue", "color": "" });
    peer.post(&tags, &auth, other.clone()).await.ok();
    is_refusal(&peer.patch(&path, &auth, other.clone()).await.json(), 400, "BadRequest");
    is_refusal(&peer.patch(&format!("{tags}/x"), &auth, other).await.json(), 404, "NotFound");
}

#[tokio::test(flavor = "multi_thread")]
async fn identities_are_listed_in_pages() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let organizations = peer.get("/api/v1/organization", &auth).await.ok();
    let organization = organizations["organizations"][0]["id"].as_str().unwrap().to_owned();
    for name in ["a", "b", "c"] {
        let new = json!({ "name": name, "organizationId": organization });
        let made = peer.post("/api/v1/identities", &auth, new).await.ok();
        let id = made["identity"]["id"].as_str().unwrap();
        let path = format!("/api/v2/workspace/{project}/identity-memberships/{id}");
        peer.post(&path, &auth, json!({ "role": "viewer" })).await.ok();
    }
    for list in [
        format!("/api/v2/organizations/{organization}/identity-memberships"),
        format!("/api/v2/workspace/{project}/identity-memberships"),
    ] {
        let page = peer.get(&format!("{list}?offset=1&limit=1"), &auth).await.ok();
        assert_eq!(page["totalCount"], 3, "{list}");
        let names: Vec<_> = page["identityMemberships"].as_array().unwrap().iter().collect();
        assert_eq!((names.len(), &names[0]["identity"]["name"]), (1, &json!("b")), "{list}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn x_forwarded_for_does_not_count_for_trusted_ips() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let new = json!({ "name": "a", "organizationId": alice.organization });
    let made = peer.post("/api/v1/identities", &auth, new).await.ok();
    let id = made["identity"]["id"].as_str().unwrap();
    let path = format!("/api/v2/workspace/{project}/identity-memberships/{id}");
    peer.post(&path, &auth, json!({ "role": "viewer" })).await.ok();
    let path = format!("/api/v1/auth/token-auth/identities/{id}");
    let trusted = json!({ "accessTokenTrustedIps": [{ "ipAddress": "10.0.0.0/8" }] });
    peer.post(&path, &auth, trusted).await.ok();
    let made = peer.post(&format!("{path}/tokens"), &auth, json!({})).await.ok();
    let token = Auth::bearer(made["accessToken"].as_str().unwrap());
    let path = format!("/api/v4/secrets?projectId={project}&environment=dev");
    let request = peer.request(Method::GET, &path, &token).header("x-forwarded-for", "10.0.0.1");
    is_refusal(&read(request).await.json(), 403, "ForbiddenError");
}
