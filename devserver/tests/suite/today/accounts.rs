//! Sign-up, log-in, passwords.

use serde_json::{Value, json};

use super::{NO_AUTH, fields, is_invalid, is_no_route, is_refused, started};
use crate::support::client::{Auth, Peer};
use crate::support::{Era, Person, start};

const USER: [&str; 7] =
    ["authMethods", "email", "firstName", "id", "isEmailVerified", "lastName", "username"];

async fn signup_token(peer: &Peer, email: &str) -> Auth {
    let body = json!({ "email": email });
    peer.post("/api/v3/signup/email/signup", &NO_AUTH, body).await.ok();
    let body = json!({ "email": email, "code": peer.code(email).await });
    let verified = peer.post("/api/v3/signup/email/verify", &NO_AUTH, body).await.ok();
    Auth::bearer(verified["token"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn status_names_the_longest_life_of_identity_tokens() {
    let (_server, peer) = start(Era::Modern).await;
    let status = peer.get("/api/status", &NO_AUTH).await.ok();
    assert_eq!(status["maxIdentityAccessTokenTTL"], 7_776_000);
    assert_eq!(status["auditLogStorageDisabled"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn admin_config_tells_the_public_less_than_its_administrator() {
    let (_server, peer) = start(Era::Modern).await;
    let path = "/api/v1/admin/config";
    let config = peer.get(path, &NO_AUTH).await.ok()["config"].clone();
    assert_eq!((&config["initialized"], &config["allowSignUp"]), (&json!(false), &json!(true)));
    assert!(config.get("instanceId").is_none() && config.get("fipsEnabled").is_none());
    let admin = json!({ "email": "admin@example.test", "firstName": "Ad", "password": "long one" });
    let made = peer.post("/api/v1/admin/signup", &NO_AUTH, admin.clone()).await.ok();
    assert_eq!(fields(&made["user"]), USER);
    assert_eq!(made["organization"]["name"], "Admin Org");
    let again = peer.post("/api/v1/admin/signup", &NO_AUTH, admin).await;
    is_refused(&again, 400, "BadRequest", "Admin account has already been set up");

    let token = Auth::bearer(made["token"].as_str().unwrap());
    let body = json!({ "organizationId": made["organization"]["id"] });
    let chosen = peer.post("/api/v3/auth/select-organization", &token, body).await.ok();
    let token = Auth::bearer(chosen["token"].as_str().unwrap());
    let changed = peer.patch(path, &token, json!({ "allowSignUp": false })).await.ok();
    assert!(changed["config"]["instanceId"].is_string());
    let body = json!({ "email": "new@example.test" });
    let closed = peer.post("/api/v3/signup/email/signup", &NO_AUTH, body).await;
    is_refused(&closed, 403, "ForbiddenError", "Signup's are disabled");
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_of_existing_account_answers_as_of_a_new_one() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v3/signup/email/signup";
    let body = json!({ "email": alice.email });
    let known = peer.post(path, &NO_AUTH, body).await.ok();
    assert_eq!(known["cooldownSeconds"], 60);
    let codes = peer.get(&format!("/dev/codes?email={}", alice.email), &NO_AUTH).await.ok();
    assert_eq!(codes["codes"], json!([]));
    let new = peer.post(path, &NO_AUTH, json!({ "email": "new@example.test" })).await.ok();
    assert_eq!(fields(&known), fields(&new));
    is_invalid(&peer.post(path, &NO_AUTH, json!({ "email": "nonsense" })).await, "email");
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_code_that_is_wrong_is_an_invalid_token() {
    let (_server, peer) = start(Era::Modern).await;
    let body = json!({ "email": "a@example.test" });
    peer.post("/api/v3/signup/email/signup", &NO_AUTH, body).await.ok();
    let body = json!({ "email": "a@example.test", "code": "1" });
    let wrong = peer.post("/api/v3/signup/email/verify", &NO_AUTH, body).await;
    is_refused(&wrong, 401, "InvalidToken", "Invalid token");
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_takes_a_password_and_makes_no_keys() {
    let (_server, peer) = start(Era::Modern).await;
    let token = signup_token(&peer, "a@example.test").await;
    let path = "/api/v3/signup/complete-account";
    let body = json!({
        "type": "email", "email": "a@example.test", "firstName": "A", "organizationName": "A Org",
    });
    is_invalid(&peer.post(path, &token, body.clone()).await, "password");
    let foreign = signup_token(&peer, "b@example.test").await;
    let body = crate::support::client::with(body, json!({ "password": "long one" }));
    assert_eq!(peer.post(path, &foreign, body.clone()).await.status, 500);
    let made = peer.post(path, &token, body).await;
    assert!(made.header("set-cookie").ends_with("; Path=/api; HttpOnly; SameSite=Strict"));
    let made = made.ok();
    assert_eq!(fields(&made["user"]), USER);
    // The token is for the new organization already.
    let token = Auth::bearer(made["token"].as_str().unwrap());
    let me = peer.get("/api/v2/users/me", &token).await.ok()["user"].clone();
    for key in ["encryptedPrivateKey", "iv", "tag", "salt", "protectedKey", "protectedKeyTag"] {
        assert_eq!(me.get(key), Some(&Value::Null), "{key}");
    }
    for gone in ["publicKey", "verifier", "encryptionVersion"] {
        assert_eq!(me.get(gone), None, "{gone}");
    }
    let old = peer.post("/api/v3/signup/complete-account/signup", &token, json!({})).await;
    is_no_route(&old);
}

#[tokio::test(flavor = "multi_thread")]
async fn log_in_takes_the_password_whatever_the_case_of_the_address() {
    let (_server, peer, alice) = started().await;
    let log_in = async |email: &str, password: &str| {
        let body = json!({ "email": email, "password": password });
        peer.post("/api/v3/auth/login", &NO_AUTH, body).await
    };
    let right = log_in(&alice.email.to_uppercase(), &alice.password).await;
    assert_eq!(fields(&right.ok()), ["accessToken"]);
    let wrong = log_in(&alice.email, "wrong").await;
    is_refused(&wrong, 400, "BadRequest", "Invalid credentials");
    let unknown = log_in("nobody@example.test", "wrong").await;
    is_refused(&unknown, 400, "BadRequest", "Invalid credentials");
    let body = json!({ "email": alice.email });
    is_invalid(&peer.post("/api/v3/auth/login", &NO_AUTH, body).await, "password");
}

#[tokio::test(flavor = "multi_thread")]
async fn log_in_of_2024_fails_first_and_ignores_the_proof_then() {
    let (_server, peer, alice) = started().await;
    for email in [alice.email.as_str(), "nobody@example.test"] {
        let body = json!({ "email": email, "clientPublicKey": "12ab" });
        let begun = peer.post("/api/v3/auth/login1", &NO_AUTH, body).await;
        is_refused(&begun, 500, "InternalServerError", "Something went wrong");
    }
    let body = json!({ "email": alice.email, "clientProof": "00" });
    let path = "/api/v3/auth/login2";
    is_invalid(&peer.post(path, &NO_AUTH, body.clone()).await, "password");
    let body = crate::support::client::with(body, json!({ "password": alice.password }));
    let proved = peer.post(path, &NO_AUTH, body).await.ok();
    assert_eq!(fields(&proved), ["encryptionVersion", "token"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn password_change_needs_the_old_one() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v2/password/user/password-reset";
    let wrong = json!({ "oldPassword": "wrong", "newPassword": "new one" });
    assert_eq!(peer.post(path, &alice.auth(), wrong).await.status, 400);
    let right = json!({ "oldPassword": alice.password, "newPassword": "new one" });
    let changed = peer.post(path, &alice.auth(), right).await;
    assert_eq!((changed.status, changed.text.as_str()), (200, ""));
    assert_eq!(alice.log_in_with("new one").await.status, 200);
    assert_eq!(alice.log_in_with(&alice.password).await.status, 400);
    is_no_route(&peer.post("/api/v1/password/srp1", &alice.auth(), json!({})).await);
    is_no_route(&peer.post("/api/v1/password/change-password", &alice.auth(), json!({})).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn password_recovery_needs_a_mailed_code() {
    let (_server, peer, alice) = started().await;
    let send = "/api/v1/account-recovery/send-email";
    let known = peer.post(send, &NO_AUTH, json!({ "email": alice.email })).await.ok();
    let unknown = peer.post(send, &NO_AUTH, json!({ "email": "nobody@example.test" })).await.ok();
    assert_eq!(known, unknown);
    let verify = "/api/v1/account-recovery/verify-email";
    let wrong = json!({ "email": alice.email, "code": "wrong" });
    let wrong = peer.post(verify, &NO_AUTH, wrong).await;
    is_refused(&wrong, 500, "InternalServerError", "Something went wrong");
    let right = json!({ "email": alice.email, "code": peer.code(&alice.email).await });
    let verified = peer.post(verify, &NO_AUTH, right).await.ok();
    assert_eq!(verified["userEncryptionVersion"], 2);
    let token = Auth::bearer(verified["token"].as_str().unwrap());
    let reset = "/api/v2/password/password-reset";
    let new = json!({ "newPassword": "new one" });
    assert_eq!(peer.post(reset, &alice.auth(), new.clone()).await.status, 403);
    let done = peer.post(reset, &token, new).await;
    assert_eq!((done.status, done.text.as_str()), (200, ""));
    assert_eq!(alice.log_in_with("new one").await.status, 200);
    assert_eq!(alice.log_in_with(&alice.password).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn authentication_errors_are_those_recorded() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v2/users/me";
    let key = peer.get(path, &Auth::ApiKey("ak.1.2".to_owned())).await;
    let gone = "API key authentication is not supported anymore. Please switch to identity \
                authentication.";
    is_refused(&key, 400, "BadRequest", gone);
    let none = peer.get(path, &NO_AUTH).await;
    is_refused(&none, 401, "UnauthorizedError", "Token missing");
    let odd = peer.get(path, &Auth::bearer("abc.def.ghi")).await;
    is_refused(&odd, 403, "TokenError", "invalid token");
    let forged = format!("{}AAAA", &alice.token[..alice.token.len() - 4]);
    let forged = peer.get(path, &Auth::bearer(forged)).await;
    is_refused(&forged, 403, "TokenError", "invalid signature");
    let text = "The provided access token is malformed. Please use a valid token or generate a \
                new one and try again.";
    is_refused(&peer.get(path, &Auth::bearer("abc")).await, 403, "TokenError", text);
    for gone in ["/api/v1/user/private-key", "/api/v2/users/me/api-keys"] {
        is_no_route(&peer.get(gone, &alice.auth()).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn body_that_is_no_json_or_too_long_is_an_internal_error() {
    let (_server, peer, alice) = started().await;
    let path = "/api/v2/organizations";
    for (kind, text) in [
        ("application/json", "{"),
        ("text/csv", "a,b"),
        ("application/json", &format!("\"{}\"", "x".repeat(1_100_000))),
    ] {
        let request = peer.request("POST".parse().unwrap(), path, &alice.auth());
        let request = request.header("content-type", kind).body(text.to_owned());
        let reply = crate::support::client::read(request).await;
        is_refused(&reply, 500, "InternalServerError", "Something went wrong");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn second_factor_is_demanded_when_an_organization_is_selected() {
    let (_server, peer, mut alice) = started().await;
    let body = json!({ "isMfaEnabled": true, "selectedMfaMethod": "email" });
    let user = peer.patch("/api/v2/users/me/mfa", &alice.auth(), body).await.ok();
    assert_eq!(fields(&user["user"]), USER);
    alice.log_in().await;
    let select = "/api/v3/auth/select-organization";
    let organization = json!({ "organizationId": alice.organization });
    let asked = peer.post(select, &alice.auth(), organization.clone()).await.ok();
    assert_eq!((&asked["isMfaEnabled"], &asked["mfaMethod"]), (&json!(true), &json!("email")));
    let token = Auth::bearer(asked["token"].as_str().unwrap());
    assert_eq!(peer.get("/api/v2/users/me", &token).await.status, 403);
    let verify = "/api/v2/auth/mfa/verify";
    let wrong = json!({ "mfaToken": "1", "mfaMethod": "email" });
    let wrong = peer.post(verify, &token, wrong).await;
    is_refused(&wrong, 500, "InternalServerError", "Something went wrong");
    let right = json!({ "mfaToken": peer.code(&alice.email).await, "mfaMethod": "email" });
    let right = peer.post(verify, &token, right).await.ok();
    assert_eq!(fields(&right), ["token"]);
    let token = Auth::bearer(right["token"].as_str().unwrap());
    peer.get("/api/v2/users/me", &token).await.ok();
    let again = peer.post(select, &token, organization).await.ok();
    assert_eq!(again["isMfaEnabled"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn account_that_is_deleted_cannot_log_in() {
    let (_server, peer, alice) = started().await;
    let deleted = peer.delete("/api/v2/users/me", &alice.auth(), Value::Null).await.ok();
    assert_eq!(fields(&deleted["user"]), USER);
    assert_eq!(alice.log_in_with(&alice.password).await.status, 400);
    Person::sign_up(&peer, "alice").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bootstrap_sets_the_server_up_once() {
    let (_server, peer) = start(Era::Modern).await;
    let path = "/api/v1/admin/bootstrap";
    let body = json!({ "email": "a@example.test", "password": "long one", "organization": "A" });
    let made = peer.post(path, &NO_AUTH, body.clone()).await.ok();
    let token = Auth::bearer(made["identity"]["credentials"]["token"].as_str().unwrap());
    let project = json!({ "projectName": "First" });
    peer.post("/api/v1/projects", &token, project).await.ok();
    let again = peer.post(path, &NO_AUTH, body).await;
    is_refused(&again, 400, "BadRequest", "Instance has already been set up");
    let config = peer.get("/api/v1/admin/config", &NO_AUTH).await.ok();
    assert_eq!(config["config"]["initialized"], true);
}
