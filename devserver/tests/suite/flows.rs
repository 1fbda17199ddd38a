//! Accounts, log-ins, projects and their members, in every era.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Auth, at, read};
use crate::support::{self, ALL, Era, LATER, Person, crypto, start};

#[tokio::test(flavor = "multi_thread")]
async fn log_in_unlocks_the_private_key_with_the_right_password_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let answer = alice.log_in().await;
        alice.select(&alice.organization.clone()).await;
        let me = peer.get("/api/v2/users/me", &alice.auth()).await.ok();
        let private_key = alice.unlock(&answer, me["user"]["salt"].as_str().unwrap());
        assert_eq!(private_key, crypto::b64(&alice.private_key.to_bytes()));

        let refused = alice.log_in_with("not the password").await;
        assert_eq!(refused.status, if era == Era::May23 { 400 } else { 500 });
        assert_eq!(refused.json()["message"], "Failed to authenticate. Try again?");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pending_log_in_is_consumed_per_era() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let srp = crypto::Srp::new();
        let begin = json!({ "email": alice.email, "clientPublicKey": hex::encode(&srp.a_public) });
        let begun = peer.post("/api/v3/auth/login1", &Auth::None, begin).await.ok();
        let (salt, b) =
            (begun["salt"].as_str().unwrap(), begun["serverPublicKey"].as_str().unwrap());
        let prove = |password: &str| {
            let proof = srp.proof(&alice.email, password, salt, b);
            json!({ "email": alice.email, "clientProof": proof })
        };
        let (wrong, right) = (prove("wrong"), prove(&alice.password));
        let path = "/api/v3/auth/login2";
        assert_ne!(peer.post(path, &Auth::None, wrong).await.status, 200);
        let second = peer.post(path, &Auth::None, right.clone()).await.status;
        assert_eq!(second, if era == Era::May23 { 400 } else { 200 }, "{era}");
        assert_ne!(peer.post(path, &Auth::None, right).await.status, 200, "used up in {era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn log_in_with_client_key_divisible_by_the_prime_is_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        for a in ["00".repeat(512), hex::encode(crypto::prime().to_bytes_be())] {
            let begin = json!({ "email": alice.email, "clientPublicKey": a });
            peer.post("/api/v3/auth/login1", &Auth::None, begin).await.ok();
            let prove = json!({ "email": alice.email, "clientProof": "00".repeat(32) });
            assert_eq!(peer.post("/api/v3/auth/login2", &Auth::None, prove).await.status, 400);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_with_wrong_or_used_code_is_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let v = peer.path("v1", "v3");
        let body = json!({ "email": "eve@example.test" });
        peer.post(&format!("/api/{v}/signup/email/signup"), &Auth::None, body).await.ok();
        let code = peer.code("eve@example.test").await;
        assert_eq!(code.len(), 6);
        let verify = format!("/api/{v}/signup/email/verify");
        let with_code = |code: &str| json!({ "email": "eve@example.test", "code": code });
        // Releases of 2024 return 500.
        let refused = if era == Era::May23 { 400 } else { 500 };
        assert_eq!(peer.post(&verify, &Auth::None, with_code("000000")).await.status, refused);
        peer.post(&verify, &Auth::None, with_code(&code)).await.ok();
        assert_eq!(peer.post(&verify, &Auth::None, with_code(&code)).await.status, refused);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn second_member_opens_the_project_until_removed() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut bob = Person::sign_up(&peer, "bob").await;
        let (project, key) = alice.project("First").await;
        alice.create(&project, &key, "DB", "one").await.ok();
        alice.share(&project, &key, &mut bob).await;
        assert_eq!(bob.project_key(&project).await, key);
        assert_eq!(bob.list(&project, &key).await, [("DB".to_owned(), "one".to_owned())]);

        let v = peer.path("v2", "v1");
        let membership = alice.membership_of(&project, &bob).await;
        let path = format!("/api/{v}/workspace/{project}/memberships/{membership}");
        peer.delete(&path, &alice.auth(), Value::Null).await.ok();
        let denied =
            peer.get(&format!("/api/v3/secrets?{}", at(&project, "dev")), &bob.auth()).await.status;
        assert_eq!(denied, if era == Era::May23 { 404 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_user_joins_by_invitation() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let email = "carol@example.test";
        let body = json!({ "inviteeEmail": email, "organizationId": alice.organization });
        peer.post("/api/v1/invite-org/signup", &alice.auth(), body).await.ok();
        let code = peer.code(email).await;
        assert_eq!(code.len(), 32);
        let body = json!({ "email": email, "organizationId": alice.organization, "code": code });
        let verified = peer.post("/api/v1/invite-org/verify", &Auth::None, body).await.ok();
        let signup = Auth::bearer(verified["token"].as_str().unwrap());
        let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
        let account = support::person::account(email, "Carols-Password-1", &private_key);
        let v = peer.path("v2", "v3");
        let path = format!("/api/{v}/signup/complete-account/invite");
        let completed = peer.post(&path, &signup, account).await.ok();
        let token = Auth::bearer(completed["token"].as_str().unwrap());
        let organizations = peer.get("/api/v1/organization", &token).await.ok();
        assert_eq!(organizations["organizations"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn project_keys_in_may23_are_the_oldest_and_the_latest() {
    let (_server, peer) = start(Era::May23).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, _) = alice.project("First").await;
    let body =
        json!({ "key": { "userId": alice.id, "encryptedKey": "c2Vjb25k", "nonce": "bg==" } });
    peer.post(&format!("/api/v1/key/{project}"), &alice.auth(), body).await.ok();
    let path = format!("/api/v2/workspace/{project}/encrypted-key");
    assert_ne!(peer.get(&path, &alice.auth()).await.ok()["encryptedKey"], "c2Vjb25k");
    let latest = peer.get(&format!("/api/v1/key/{project}/latest"), &alice.auth()).await.ok();
    assert_eq!(latest["latestKey"]["encryptedKey"], "c2Vjb25k");
}

#[tokio::test(flavor = "multi_thread")]
async fn session_is_refreshed_until_log_out() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let refresh = |cookie: String| {
            let request = peer.request(Method::POST, "/api/v1/auth/token", &Auth::None);
            read(request.header("cookie", cookie))
        };
        let fresh = refresh(alice.cookie.clone()).await.ok();
        let fresh = Auth::bearer(fresh["token"].as_str().unwrap());
        peer.post("/api/v1/auth/checkAuth", &fresh, Value::Null).await.ok();
        assert_eq!(refresh("other=1".to_owned()).await.status, 400);

        let out = peer.post("/api/v1/auth/logout", &fresh, Value::Null).await;
        assert!(out.header("set-cookie").starts_with("jid=;"));
        let after = peer.post("/api/v1/auth/checkAuth", &fresh, Value::Null).await.status;
        let refreshed = refresh(alice.cookie.clone()).await.status;
        // May 2023 only clears the cookie.
        let (access, renewed) = if era == Era::May23 { (200, 200) } else { (403, 403) };
        assert_eq!((after, refreshed), (access, renewed), "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn select_organization_is_required_in_jun24_and_ends_older_tokens() {
    let (_server, peer) = start(Era::Jun24).await;
    let mut alice = Person::sign_up(&peer, "alice").await;
    let selected = alice.auth();
    alice.log_in().await;
    let plain = alice.auth();
    peer.get("/api/v1/organization", &plain).await.ok();
    let refused = peer.get("/api/v1/workspace", &plain).await;
    assert_eq!(refused.status, 403);
    let error = refused.json()["error"].as_str().unwrap().to_owned();
    assert!(error.ends_with("Unauthorized Access, no organization found in request"), "{error}");
    alice.select(&alice.organization.clone()).await;
    peer.get("/api/v1/workspace", &alice.auth()).await.ok();
    assert_eq!(peer.get("/api/v1/workspace", &selected).await.status, 403, "stale");

    // The token of the log-in can select again until the log-out.
    let select = async || {
        let body = json!({ "organizationId": alice.organization });
        peer.post("/api/v3/auth/select-organization", &plain, body).await
    };
    let token = select().await.ok()["token"].as_str().unwrap().to_owned();
    peer.post("/api/v1/auth/logout", &Auth::bearer(&token), Value::Null).await.ok();
    assert_eq!(select().await.status, 403, "logged out");
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_up_without_password_is_refused_in_jun24() {
    let (_server, peer) = start(Era::Jun24).await;
    let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
    let mut account = support::person::account("dan@example.test", "Dans-Password-1", &private_key);
    account.as_object_mut().unwrap().remove("password");
    let path = "/api/v3/signup/complete-account/signup";
    let refused = peer.post(path, &Auth::None, account).await;
    assert_eq!(refused.status, 403);
    assert_eq!(refused.json()["message"][0]["path"], json!(["password"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn administrator_sign_up_works_once_since_2024() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let initialized = async || {
            let config = peer.get("/api/v1/admin/config", &Auth::None).await.ok();
            config["config"]["initialized"].as_bool().unwrap()
        };
        assert!(!initialized().await);
        let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
        let account =
            support::person::account("root@example.test", "Roots-Password-1", &private_key);
        peer.post("/api/v1/admin/signup", &Auth::None, account.clone()).await.ok();
        assert!(initialized().await);
        assert_eq!(peer.post("/api/v1/admin/signup", &Auth::None, account).await.status, 403);
        Person::sign_up(&peer, "alice").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn api_key_acts_as_its_user_until_deleted() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let path = peer.path("/api/v2/api-key", "/api/v2/users/me/api-keys");
        let body = json!({ "name": "ci", "expiresIn": 3600 });
        let made = peer.post(&path, &alice.auth(), body).await.ok();
        let key = Auth::ApiKey(made["apiKey"].as_str().unwrap().to_owned());
        let me = peer.get("/api/v2/users/me", &key).await.ok();
        assert_eq!(me["user"]["email"], alice.email.as_str());
        let data = &made["apiKeyData"];
        let id = data["_id"].as_str().or(data["id"].as_str()).unwrap();
        peer.delete(&format!("{path}/{id}"), &alice.auth(), Value::Null).await.ok();
        let gone = peer.get("/api/v2/users/me", &key).await.status;
        assert_eq!(gone, if era == Era::May23 { 404 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn members_invite_by_server_in_jun24_is_refused_without_sealed_keys() {
    let (_server, peer) = start(Era::Jun24).await;
    let alice = Person::sign_up(&peer, "alice").await;
    let (project, _) = alice.project("First").await;
    let path = format!("/api/v2/workspace/{project}/memberships");
    let body = json!({ "emails": ["bob@example.test"] });
    let refused = peer.post(&path, &alice.auth(), body).await;
    assert_eq!(refused.status, 400);
    let message = refused.json()["message"].as_str().unwrap().to_owned();
    assert!(message.contains("sealed keys"), "{message}");
}
