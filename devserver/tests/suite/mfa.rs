//! The second factor, in every era.

use serde_json::json;

use crate::support::client::Auth;
use crate::support::{ALL, Era, Person, start};

const SET: &str = "/api/v2/users/me/mfa";
const SEND: &str = "/api/v2/auth/mfa/send";
const VERIFY: &str = "/api/v2/auth/mfa/verify";

#[tokio::test(flavor = "multi_thread")]
async fn mfa_log_in_is_completed_by_the_mailed_code() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let set = peer.patch(SET, &alice.auth(), json!({ "isMfaEnabled": true })).await.ok();
        assert_eq!(set["user"]["mfaMethods"], json!(["email"]), "{era}");

        let demand = alice.log_in_with(&alice.password).await;
        assert_eq!(demand.header("set-cookie"), "", "{era}");
        let demand = demand.ok();
        assert_eq!(demand.as_object().unwrap().len(), 2, "{era}: {demand}");
        assert_eq!(demand["mfaEnabled"], true);
        let waiting = Auth::bearer(demand["token"].as_str().unwrap());

        let refused = peer.get("/api/v2/users/me", &waiting).await.status;
        assert_ne!(refused, 200, "{era}");
        let body = |code: &str| match era {
            Era::May23 => json!({ "email": alice.email, "mfaToken": code }),
            _ => json!({ "mfaToken": code }),
        };
        let not_waiting =
            peer.post(VERIFY, &alice.auth(), body(&peer.code(&alice.email).await)).await.status;
        assert!(not_waiting >= 400, "{era}");
        let wrong = peer.post(VERIFY, &waiting, body("12345")).await.status;
        assert_eq!(wrong, if era == Era::May23 { 401 } else { 500 }, "{era}");

        let first = peer.code(&alice.email).await;
        let (auth, again) = match era {
            Era::May23 => (Auth::None, json!({ "email": alice.email })),
            _ => (waiting.clone(), json!({})),
        };
        peer.post(SEND, &auth, again).await.ok();
        let right = peer.code(&alice.email).await;
        if first != right {
            assert_ne!(peer.post(VERIFY, &waiting, body(&first)).await.status, 200, "{era}");
        }
        let done = peer.post(VERIFY, &waiting, body(&right)).await;
        assert!(done.header("set-cookie").starts_with("jid=e"), "{era}");
        let done = done.ok();
        assert!(done["mfaEnabled"].is_null() && done["salt"].is_null(), "{era}");
        assert_eq!(done["publicKey"], alice.public_key.as_str());
        let used = peer.post(VERIFY, &waiting, body(&right)).await.status;
        assert_eq!(used, 500, "{era}");
    }
}
