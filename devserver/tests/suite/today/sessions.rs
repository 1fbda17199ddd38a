//! Sessions: organization, refresh, log-out.

use serde_json::{Value, json};

use super::{NO_AUTH, is_refused, started};
use crate::support::Person;
use crate::support::client::{Auth, Peer, Reply, read};
use crate::support::person::jid;

async fn with_cookie(peer: &Peer, path: &str, auth: &Auth, cookie: &str) -> Reply {
    let request = peer.request("POST".parse().unwrap(), path, auth).header("cookie", cookie);
    read(request.json(&json!({}))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn token_without_organization_is_refused_nearly_everywhere() {
    let (_server, peer, mut alice) = started().await;
    alice.log_in().await;
    for path in ["/api/v2/users/me", "/api/v1/workspace"] {
        let reply = peer.get(path, &alice.auth()).await;
        let name = format!("{path} Unauthorized Access, no organization found in request");
        is_refused(&reply, 401, &name, "You are not allowed to access this resource");
    }
    let listed = peer.get("/api/v1/organization", &alice.auth()).await.ok();
    assert_eq!(listed["organizations"][0]["userRole"], "admin");
    peer.get("/api/v1/user", &alice.auth()).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn organization_of_others_cannot_be_selected() {
    let (_server, peer, alice) = started().await;
    let bob = Person::sign_up(&peer, "bob").await;
    let body = json!({ "organizationId": alice.organization });
    let refused = peer.post("/api/v3/auth/select-organization", &bob.auth(), body).await;
    let text =
        format!("User does not have access to the organization with ID {}", alice.organization);
    is_refused(&refused, 403, "ForbiddenError", &text);
}

#[tokio::test(flavor = "multi_thread")]
async fn refresh_replaces_the_cookie_and_a_stale_one_ends_the_session() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v1/auth/token";
    let none = peer.post(path, &NO_AUTH, json!({})).await;
    assert!(none.header("set-cookie").starts_with("jid=; Max-Age=0; Path=/api;"));
    is_refused(&none, 404, "AuthTokenNotFound", "Invalid token");
    let first = with_cookie(&peer, path, &NO_AUTH, &alice.cookie).await;
    let answer = first.ok();
    assert_eq!(jid(&first), format!("jid={}", answer["refreshToken"].as_str().unwrap()));
    let token = Auth::bearer(answer["token"].as_str().unwrap());
    // Both access tokens serve.
    peer.get("/api/v2/users/me", &token).await.ok();
    peer.get("/api/v2/users/me", &alice.auth()).await.ok();
    let stale = with_cookie(&peer, path, &NO_AUTH, &alice.cookie).await;
    let text = "Refresh token reuse detected. Session has been revoked for security.";
    is_refused(&stale, 401, "TokenReuse", text);
    let ended = peer.get("/api/v2/users/me", &token).await;
    is_refused(&ended, 401, "StaleSession", "User session is stale, please re-authenticate");
}

#[tokio::test(flavor = "multi_thread")]
async fn log_out_without_cookie_ends_nothing() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v1/auth/logout";
    let told = peer.post(path, &alice.auth(), json!({})).await.ok();
    assert_eq!(told["message"], "Successfully logged out");
    peer.get("/api/v2/users/me", &alice.auth()).await.ok();
    with_cookie(&peer, path, &alice.auth(), &alice.cookie).await.ok();
    let ended = peer.get("/api/v2/users/me", &alice.auth()).await;
    is_refused(&ended, 401, "StaleSession", "User session is stale, please re-authenticate");
    let refreshed = with_cookie(&peer, "/api/v1/auth/token", &NO_AUTH, &alice.cookie).await;
    assert_eq!(refreshed.json()["error"], "TokenReuse");
}

#[tokio::test(flavor = "multi_thread")]
async fn session_survives_another_log_in_of_the_same_program() {
    let (_server, peer, mut alice) = started().await;
    let earlier = alice.auth();
    alice.log_in().await;
    alice.select(&alice.organization.clone()).await;
    peer.get("/api/v2/users/me", &earlier).await.ok();
    let sessions = peer.get("/api/v2/users/me/sessions", &earlier).await.ok();
    assert_eq!(sessions.as_array().map(Vec::len), Some(1));
    peer.delete("/api/v2/users/me/sessions", &earlier, Value::Null).await.ok();
    assert_eq!(peer.get("/api/v2/users/me", &alice.auth()).await.json()["error"], "StaleSession");
}
