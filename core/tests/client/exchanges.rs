//! Password proofs: one at a time per server, and always completed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use infisical_e2ee::{Client, Credential, ErrorKind, within};
use infisical_e2ee_devserver::Era;
use serde_json::json;

use super::support::{Answer, EMAIL, ERAS, PASSWORD, Received, Stub, World};

const FIRST: &str = "/api/v3/auth/login1";
const SECOND: &str = "/api/v3/auth/login2";
const PROVE: &str = "/api/v1/password/srp1";
const CHANGE: &str = "/api/v1/password/change-password";

#[tokio::test]
async fn concurrent_log_ins_at_one_server_run_one_at_a_time() {
    for era in ERAS {
        let world = World::start(era).await;
        let (pending, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let stub = {
            let (pending, most) = (Arc::clone(&pending), Arc::clone(&most));
            Stub::before(&world.base_url, move |request: &Received, _| {
                match request.path() {
                    FIRST | PROVE => {
                        let now = pending.fetch_add(1, Ordering::SeqCst) + 1;
                        most.fetch_max(now, Ordering::SeqCst);
                    }
                    SECOND => {
                        pending.fetch_sub(1, Ordering::SeqCst);
                    }
                    _ => {}
                }
                Answer::PassOn
            })
            .await
        };
        // Each has its own user agent. Otherwise a log-in would end the session of another.
        let clients = ["one", "two", "three"].map(|place| {
            let credential = Credential::user(EMAIL, PASSWORD).unwrap();
            let builder = Client::builder().base_url(&stub.base_url).credential(credential);
            builder.user_agent_suffix(place).build().unwrap()
        });
        let calls = clients.map(|client| tokio::spawn(client.account().me().into_future()));
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!(stub.count(SECOND), 3);
        assert_eq!(most.load(Ordering::SeqCst), 1, "{era}");
    }
}

#[tokio::test]
async fn log_in_abandoned_between_steps_is_completed() {
    let world = World::start(Era::May23).await;
    for how in ["dropped", "out of time", "closed"] {
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.user_at(&stub.base_url);
        let call = client.account().me().into_future();
        let begun = || stub.count(FIRST) == 1;
        match how {
            "dropped" => {
                let call = tokio::spawn(call);
                patiently(begun).await;
                call.abort();
            }
            "closed" => {
                let call = tokio::spawn(call);
                patiently(begun).await;
                client.close();
                assert_eq!(call.await.unwrap().unwrap_err().kind(), ErrorKind::Closed);
            }
            _ => {
                // The log-in takes longer: both sides compute proofs.
                let error = within(Duration::from_millis(20), call).await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Timeout);
                if !begun() {
                    continue;
                }
            }
        }
        patiently(|| stub.count(SECOND) == 1).await;
    }
}

#[tokio::test]
async fn log_in_throttled_beyond_the_deadline_is_completed() {
    let world = World::start(Era::May23).await;
    let stub = Stub::before(&world.base_url, |request: &Received, before| {
        let is_first_proof = request.path() == SECOND && before == 2;
        if !is_first_proof {
            return Answer::PassOn;
        }
        let text = "Too many requests, please try again later.";
        Answer::text(429, "text/html", text).with_header("retry-after", "1")
    })
    .await;
    let client = world.user_at(&stub.base_url);
    let call = tokio::spawn(client.account().me().into_future());
    patiently(|| stub.count(SECOND) == 1).await;
    call.abort();
    patiently(|| stub.count(SECOND) == 2).await;
}

#[tokio::test]
async fn first_step_with_lost_answer_is_repeated_and_completed() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |request: &Received, _| match request.path() {
            FIRST => Answer::PassOnAndLose,
            _ => Answer::PassOn,
        });
        let stub = stub.await;
        let lost = world.user_at(&stub.base_url).account().me().await.unwrap_err();
        assert_eq!(lost.kind(), ErrorKind::ServerError);
        assert_eq!((stub.count(FIRST), stub.count(SECOND)), (4, 0), "{era}");
    }
}

/// May 2023's limit of ten an hour applies only to the second step of a password proof.
#[tokio::test]
async fn password_change_over_rate_limit_starts_no_proof() {
    let world = World::start(Era::May23).await;
    for (status, remaining) in [(400, "0"), (429, "0")] {
        let stub = Stub::before(&world.base_url, move |request: &Received, _| {
            if request.path() != CHANGE {
                return Answer::PassOn;
            }
            assert_eq!(request.body, b"{}");
            let answer = match status {
                429 => Answer::text(429, "text/html", "Too many requests, please try again later.")
                    .with_header("retry-after", "3600"),
                _ => Answer::json(400, &json!({})),
            };
            answer
                .with_header("ratelimit-remaining", remaining)
                .with_header("ratelimit-reset", "700")
        })
        .await;
        let account = world.user_at(&stub.base_url).account();
        let error = account.change_password("planted-Another-Horse-8").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(700)));
        let error = account.create_backup_key().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{error}");
        assert_eq!((stub.count(PROVE), stub.count(CHANGE)), (0, 2));
    }
}

#[tokio::test]
async fn password_proof_abandoned_between_steps_is_completed() {
    let world = World::start(Era::May23).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let account = world.user_at(&stub.base_url).account();
    let call = tokio::spawn(account.create_backup_key().into_future());
    patiently(|| stub.count(PROVE) == 1).await;
    call.abort();
    patiently(|| stub.count("/api/v1/password/backup-private-key") == 1).await;
}

/// Waits until `happened`, at most a minute: computing proofs is slow on a busy machine.
async fn patiently(mut happened: impl FnMut() -> bool) {
    let waiting = async {
        while !happened() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), waiting).await.unwrap();
}
