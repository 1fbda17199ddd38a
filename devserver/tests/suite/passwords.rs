//! Password changes, backups of the private key, and account recovery in every era.

use serde_json::{Value, json};

use crate::support::client::{Auth, Reply, with};
use crate::support::person::account;
use crate::support::{ALL, Config, Era, Person, crypto, start, start_with};

const SRP1: &str = "/api/v1/password/srp1";
const CHANGE: &str = "/api/v1/password/change-password";
const BACKUP: &str = "/api/v1/password/backup-private-key";
const SEND: &str = "/api/v1/password/email/password-reset";
const VERIFY: &str = "/api/v1/password/email/password-reset-verify";
const RESET: &str = "/api/v1/password/password-reset";

/// The SRP proof of `password` in an exchange that `person` begins.
async fn proof(person: &Person, password: &str) -> String {
    let srp = crypto::Srp::new();
    let begin = json!({ "clientPublicKey": hex::encode(&srp.a_public) });
    let begun = person.peer.post(SRP1, &person.auth(), begin).await.ok();
    let (salt, b) = (begun["salt"].as_str().unwrap(), begun["serverPublicKey"].as_str().unwrap());
    srp.proof(&person.email, password, salt, b)
}

fn backup(proof: &str) -> Value {
    json!({
        "clientProof": proof, "encryptedPrivateKey": "c2VhbGVk", "iv": "aXY=", "tag": "dGFn",
        "salt": "00", "verifier": "00",
    })
}

/// The request body of a password change.
fn change(person: &Person, password: &str, proof: &str) -> Value {
    with(account(&person.email, password, &person.private_key), json!({ "clientProof": proof }))
}

fn refusal(reply: &Reply) -> (u16, Value) {
    let body = reply.json();
    let text = if body["message"].is_null() { &body["error"] } else { &body["message"] };
    (reply.status, text.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn change_password_replaces_the_old_one() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let body = change(&alice, "another", &proof(&alice, &alice.password).await);
        let reply = peer.post(CHANGE, &alice.auth(), body.clone()).await;
        assert_eq!(reply.ok(), json!({ "message": "Successfully changed password" }));
        let old_token = peer.get("/api/v2/users/me", &alice.auth()).await.status;
        assert_eq!(old_token, if era == Era::May23 { 200 } else { 403 }, "{era}");

        assert_ne!(alice.log_in_with(&alice.password.clone()).await.status, 200, "{era}");
        alice.password = "another".to_owned();
        let answer = alice.log_in().await;
        assert_eq!(answer["publicKey"], alice.public_key.as_str());
        let salt = body["salt"].as_str().unwrap();
        let private_key = crypto::b64(&alice.private_key.to_bytes());
        assert_eq!(alice.unlock(&answer, salt), private_key);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_proof_is_refused_and_cannot_be_reused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let (change_text, backup_text) = match era {
            Era::May23 => {
                ("Failed to change password. Try again?", "Failed to update backup private key")
            }
            _ => ("Failed to authenticate. Try again?", "failed to create backup key"),
        };
        let status = if era == Era::May23 { 400 } else { 500 };
        let wrong = proof(&alice, "wrong").await;
        let refused = peer.post(CHANGE, &alice.auth(), change(&alice, "another", &wrong)).await;
        assert_eq!(refusal(&refused), (status, change_text.into()), "{era}");
        let refused = peer.post(CHANGE, &alice.auth(), change(&alice, "another", &wrong)).await;
        assert_eq!(refusal(&refused), (status, change_text.into()), "none is pending in {era}");
        let wrong = proof(&alice, "wrong").await;
        let refused = peer.post(BACKUP, &alice.auth(), backup(&wrong)).await;
        assert_eq!(refusal(&refused), (status, backup_text.into()), "{era}");
        alice.log_in().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn change_password_without_password_is_refused_in_june_2024_only() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let mut body = change(&alice, "another", &proof(&alice, &alice.password).await);
        body.as_object_mut().unwrap().remove("password");
        let status = peer.post(CHANGE, &alice.auth(), body).await.status;
        assert_eq!(status, if era == Era::Jun24 { 403 } else { 200 }, "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn backup_is_stored_replaced_and_returned_for_the_mailed_code() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let stored = async || {
            let body = backup(&proof(&alice, &alice.password).await);
            peer.post(BACKUP, &alice.auth(), body).await.ok()
        };
        let (first, second) = (stored().await, stored().await);
        assert_eq!(first["message"], "Successfully updated backup private key");
        let id = if era == Era::May23 { "_id" } else { "id" };
        let (first, second) = (&first["backupPrivateKey"], &second["backupPrivateKey"]);
        assert_eq!(first[id], second[id], "one an account");
        assert!(first["verifier"].is_null());
        assert_eq!(first["iv"].is_null(), era == Era::May23);

        peer.post(SEND, &Auth::None, json!({ "email": alice.email })).await.ok();
        let code = peer.code(&alice.email).await;
        assert_eq!(code.len(), 32);
        let body = json!({ "email": alice.email, "code": code });
        let verified = peer.post(VERIFY, &Auth::None, body).await.ok();
        let token = Auth::bearer(verified["token"].as_str().unwrap());
        let fetched = peer.get(BACKUP, &token).await.ok();
        assert_eq!(fetched["backupPrivateKey"]["encryptedPrivateKey"], "c2VhbGVk");
        assert_eq!(fetched["backupPrivateKey"]["tag"], "dGFn");
        let by_session = peer.get(BACKUP, &alice.auth()).await.status;
        assert_eq!(by_session, if era == Era::May23 { 500 } else { 200 }, "{era}");

        let body = account(&alice.email, "another", &alice.private_key);
        peer.post(RESET, &token, body).await.ok();
        alice.password = "another".to_owned();
        alice.log_in().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn password_reset_of_unknown_user_or_wrong_code_is_refused_per_era() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let verify = async |email: &str, code: &str| {
            let body = json!({ "email": email, "code": code });
            refusal(&peer.post(VERIFY, &Auth::None, body).await)
        };
        let sent = peer.post(SEND, &Auth::None, json!({ "email": "eve@example.test" })).await;
        let wrong = "Failed email verification for password reset";
        if era == Era::May23 {
            let text = "Failed to send email verification for password reset";
            assert_eq!(refusal(&sent), (403, text.into()));
            assert_eq!(verify("eve@example.test", "00").await, (403, wrong.into()));
            assert_eq!(verify(&alice.email, "00").await, (400, wrong.into()));
            assert_eq!(peer.get(BACKUP, &Auth::None).await.status, 400);
        } else {
            sent.ok();
            let text = "Failed email verification for pass reset";
            assert_eq!(verify("eve@example.test", "00").await, (500, text.into()));
            assert_eq!(verify(&alice.email, "00").await, (500, "Failed to find token".into()));
            peer.post(SEND, &Auth::None, json!({ "email": alice.email })).await.ok();
            assert_eq!(verify(&alice.email, "00").await, (500, "Invalid token".into()));
            assert_eq!(peer.get(BACKUP, &Auth::None).await.status, 400);
            let none = peer.get(BACKUP, &alice.auth()).await;
            assert_eq!(refusal(&none), (500, "Failed to find user backup key".into()));
        }
        assert_ne!(peer.post(SRP1, &Auth::None, json!({})).await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn password_reset_in_may23_allows_ten_attempts_an_hour() {
    let mut config = Config::new(Era::May23);
    config.rate_limits = true;
    let (_server, peer) = start_with(config).await;
    let body = json!({ "email": "nobody@example.test" });
    for used in 1..=10 {
        let reply = peer.post(SEND, &Auth::None, body.clone()).await;
        assert_eq!((reply.status, reply.header("ratelimit-limit")), (403, "10"));
        assert_eq!(reply.header("ratelimit-remaining"), (10 - used).to_string());
    }
    let refused = peer.get(BACKUP, &Auth::None).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "3600"));
    let other = peer.post(RESET, &Auth::None, json!({})).await;
    assert_eq!((other.status, other.header("ratelimit-limit")), (400, "240"));
}
