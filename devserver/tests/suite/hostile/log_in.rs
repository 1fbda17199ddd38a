//! Lies in log-ins.

use infisical_e2ee_devserver::HostileKind;
use num_bigint::BigUint;
use serde_json::{Value, json};

use super::start_hostile;
use crate::support::client::{Auth, Peer};
use crate::support::person::account;
use crate::support::{Era, Person, crypto};

/// Signs up without a log-in, which the server would spoil.
pub(super) async fn sign_up(peer: &Peer) {
    let email = "alice@example.test";
    let v = peer.path("v1", "v3");
    let path = format!("/api/{v}/signup/email/signup");
    peer.post(&path, &Auth::None, json!({ "email": email })).await.ok();
    let code = peer.code(email).await;
    let path = format!("/api/{v}/signup/email/verify");
    let body = json!({ "email": email, "code": code });
    let verified = peer.post(&path, &Auth::None, body).await.ok();
    let signup = Auth::bearer(verified["token"].as_str().unwrap());
    let private_key = crypto_box::SecretKey::from(crypto::random::<32>());
    let body = account(email, "Correct-Horse-Battery-1", &private_key);
    peer.post("/api/v3/signup/complete-account/signup", &signup, body).await.ok();
}

pub(super) async fn begin(peer: &Peer) -> Value {
    let body = json!({ "email": "alice@example.test", "clientPublicKey": "02" });
    peer.post("/api/v3/auth/login1", &Auth::None, body).await.ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_salt_differs_at_each_log_in() {
    for era in [Era::May23, Era::Jun24] {
        let (_server, peer) = start_hostile(era, HostileKind::WrongSalt).await;
        sign_up(&peer).await;
        let (first, second) = (begin(&peer).await, begin(&peer).await);
        assert_eq!(first["salt"].as_str().unwrap().len(), 64);
        assert_ne!(first["salt"], second["salt"], "{era}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn srp_kinds_send_unusable_public_values() {
    let public = async |kind| {
        let (_server, peer) = start_hostile(Era::Jun24, kind).await;
        sign_up(&peer).await;
        let hex = begin(&peer).await["serverPublicKey"].as_str().unwrap().to_owned();
        (hex.len() / 2, BigUint::parse_bytes(hex.as_bytes(), 16).unwrap())
    };
    let (bytes, zero) = public(HostileKind::SrpBZero).await;
    assert_eq!((bytes, zero), (512, BigUint::ZERO));
    let (bytes, prime) = public(HostileKind::SrpBN).await;
    assert_eq!((bytes, prime.bits()), (512, 4096));
    let honest = {
        let (_server, peer) = crate::support::start(Era::Jun24).await;
        sign_up(&peer).await;
        let hex = begin(&peer).await["serverPublicKey"].as_str().unwrap().to_owned();
        BigUint::parse_bytes(hex.as_bytes(), 16).unwrap()
    };
    assert!(honest < prime && honest != BigUint::ZERO);
    let (bytes, twice) = public(HostileKind::SrpB2n).await;
    assert_eq!((bytes, twice), (513, prime * 2_u8));
    assert_eq!(public(HostileKind::SrpBTooLong).await.0, 4096);
}

#[tokio::test(flavor = "multi_thread")]
async fn encryption_version_1_has_no_protected_key() {
    for era in [Era::May23, Era::Jun24] {
        let (_server, peer) = start_hostile(era, HostileKind::EncryptionVersion1).await;
        let mut alice = Person::sign_up(&peer, "alice").await;
        let answer = alice.log_in().await;
        assert_eq!(answer["encryptionVersion"], 1, "{era}");
        assert_eq!(answer["protectedKey"], Value::Null, "{era}");
        assert!(answer["encryptedPrivateKey"].is_string(), "{era}");
    }
}
