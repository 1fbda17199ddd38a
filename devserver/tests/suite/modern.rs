//! Servers since about autumn 2024, as public source has them.

use serde_json::{Value, json};

use crate::support::client::{Auth, Peer, with};
use crate::support::{Config, Person, Server, start_with};

/// A server, somebody signed up there, and a project of hers.
async fn started() -> (Server, Peer, Person, String) {
    let (server, peer) = start_with(Config::modern()).await;
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

/// Checks an error body, but for its request id and the fields it may have beside.
fn is_refusal(error: &Value, status: u16, name: &str) {
    assert_eq!((&error["statusCode"], &error["error"]), (&json!(status), &json!(name)), "{error}");
    assert_eq!(error["reqId"].as_str().map(str::len), Some(18), "{error}");
    assert!(error["message"].is_string() || error["message"].is_array(), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_pass_in_plaintext_alone() {
    let (_server, peer, alice, project) = started().await;
    let auth = alice.auth();
    let key = format!("/api/v2/workspace/{project}/encrypted-key");
    assert_eq!(peer.get(&key, &auth).await.text, "");
    let encrypted = format!("/api/v3/secrets?workspaceId={project}&environment=dev");
    assert_eq!(peer.get(&encrypted, &auth).await.json()["error"], "Not Found");

    let content = json!({ "secretValue": " one\n", "secretComment": "why", "type": "shared" });
    let made = peer.post("/api/v4/secrets/DB", &auth, body(&project, "dev", content)).await.ok();
    let secret = &made["secret"];
    assert_eq!(secret["secretKey"], "DB");
    assert_eq!(secret["secretValue"], "one\n");
    assert_eq!(secret["secretComment"], "why");
    assert_eq!(secret["secretValueHidden"], false);
    assert!(secret["createdAt"].is_string() && secret["secretPath"] == "/");

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
async fn refusals_have_todays_form() {
    let (_server, peer, alice, project) = started().await;
    let bob = Person::sign_up(&peer, "bob").await;
    let at = format!("projectId={project}&environment=dev");
    let path = format!("/api/v4/secrets/NONE?{at}");
    let missing = peer.get(&path, &alice.auth()).await;
    is_refusal(&missing.json(), missing.status, "NotFound");
    assert_eq!(missing.status, 404);

    let foreign = peer.get(&path, &bob.auth()).await;
    is_refusal(&foreign.json(), 403, "ProjectMembershipNotFound");
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
async fn a_users_change_in_the_guarded_environment_awaits_approval() {
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
async fn the_wait_after_too_many_requests_is_told_in_words() {
    let mut config = Config::modern();
    config.rate_limits = true;
    let (_server, peer) = start_with(config).await;
    for _ in 0..60 {
        let config = peer.get("/api/v1/admin/config", &Auth::None).await.ok();
        assert_eq!(config["config"]["fipsEnabled"], false);
    }
    let refused = peer.get("/api/v1/admin/config", &Auth::None).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, ""));
    is_refusal(&refused.json(), 429, "RateLimitExceeded");
    let message = refused.json()["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("Rate limit exceeded. Please try again in "), "{message}");
}
