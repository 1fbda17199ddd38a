//! Log-ins: once, again after the token has expired, and never needlessly.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use infisical_e2ee::{Client, Credential, ErrorKind};
use infisical_e2ee_devserver::{Config, Era};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::support::{
    Answer, EMAIL, ERAS, PASSWORD, Received, Stub, World, builder_at, eventually, http, mailed_code,
};

const LOG_IN: &str = "/api/v3/auth/login2";
const REFRESH: &str = "/api/v1/auth/token";
const LOG_OUT: &str = "/api/v1/auth/logout";

/// Access tokens that the stub refuses as expired.
#[derive(Clone, Default)]
struct Expired {
    tokens: Arc<Mutex<HashSet<String>>>,
}

impl Expired {
    /// Marks the token that `stub` received last as expired. Token times are in seconds, so a token
    /// issued within the same second would be identical.
    async fn expire_the_last(&self, stub: &Stub) {
        let last = stub.received().pop().unwrap();
        self.tokens.lock().unwrap().insert(last.header("authorization").to_owned());
        tokio::time::sleep(Duration::from_secs(1)).await;
    }

    fn has(&self, request: &Received) -> bool {
        self.tokens.lock().unwrap().contains(request.header("authorization"))
    }
}

/// The server of `world`, with `status` and `body` as the response to expired tokens.
async fn expiring(world: &World, status: u16, body: Value) -> (Stub, Expired) {
    let expired = Expired::default();
    let known = expired.clone();
    let stub = Stub::before(&world.base_url, move |request, _| {
        if known.has(request) { Answer::json(status, &body) } else { Answer::PassOn }
    })
    .await;
    (stub, expired)
}

/// The responses of each release to an access token that has expired or whose session has ended.
fn refusals() -> Vec<(Era, u16, Value)> {
    let later = |status, error: &str, message: &str| {
        (status, json!({ "statusCode": status, "error": error, "message": message }))
    };
    let no_access = "You are not allowed to access this resource";
    let expired = later(500, "Internal Server Error", "jwt expired");
    let stale = later(403, "Stale session", no_access);
    let friendly = later(403, "TokenError", "Your token has expired. Please re-authenticate.");
    let missing = later(401, "UnauthorizedError", "Token missing");
    let of = |era, (status, body)| (era, status, body);
    vec![
        (Era::May23, 500, json!({})),
        of(Era::Feb24, expired.clone()),
        of(Era::Feb24, stale.clone()),
        of(Era::Jun24, expired),
        of(Era::Jun24, stale),
        of(Era::Jun24, friendly),
        of(Era::Jun24, missing),
    ]
}

async fn list_twenty_times(client: &Client) {
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.projects().list().into_future());
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn log_in_runs_once_for_concurrent_calls() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.user_at(&stub.base_url);
        list_twenty_times(&client).await;
        assert_eq!(stub.count("/api/v3/auth/login1"), 1, "{era}");
        assert_eq!(stub.count(LOG_IN), 1, "{era}");
        assert_eq!(stub.count("/api/v1/workspace"), 20, "{era}");
    }
}

#[tokio::test]
async fn refresh_runs_once_for_concurrent_calls_after_expiry() {
    let mut world = World::start(Era::May23).await;
    for (era, status, body) in refusals() {
        if world.era != era {
            world = World::start(era).await;
        }
        let refusal = format!("{era}: {status} {body}");
        let (stub, expired) = expiring(&world, status, body).await;
        let client = world.user_at(&stub.base_url);
        client.projects().list().await.unwrap();
        expired.expire_the_last(&stub).await;

        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (1, 1), "{refusal}");
        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (1, 1), "{refusal}");
    }
}

#[tokio::test]
async fn refresh_runs_before_the_token_expires() {
    for era in ERAS {
        let mut config = Config::new(era);
        config.access_token_seconds = 5;
        let world = World::of(config).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.user_at(&stub.base_url);
        list_twenty_times(&client).await;
        let sent = stub.count("/api/v1/workspace");
        tokio::time::sleep(Duration::from_millis(4_100)).await;
        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (1, 1), "{era}");
        // None of them was refused.
        assert_eq!(stub.count("/api/v1/workspace"), sent + 20, "{era}");
    }
}

#[tokio::test]
async fn refused_refresh_causes_one_log_in() {
    for (era, status, body) in refusals() {
        let world = World::start(era).await;
        let expired = Expired::default();
        let (known, refusal) = (expired.clone(), format!("{era}: {status} {body}"));
        let stub = Stub::before(&world.base_url, move |request, _| {
            if known.has(request) || request.path() == REFRESH {
                Answer::json(status, &body)
            } else {
                Answer::PassOn
            }
        })
        .await;
        let client = world.user_at(&stub.base_url);
        client.projects().list().await.unwrap();
        expired.expire_the_last(&stub).await;
        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (2, 1), "{refusal}");
    }
}

/// A log-in may mail a code, so a temporary failure must not cause one.
#[tokio::test]
async fn refresh_with_temporary_failure_keeps_the_session() {
    let world = World::start(Era::Feb24).await;
    for status in [429, 502, 503, 504] {
        let expired = Expired::default();
        let (known, fails) = (expired.clone(), Arc::new(AtomicBool::new(true)));
        let failing = Arc::clone(&fails);
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path() == REFRESH && failing.load(Ordering::SeqCst) {
                return Answer::text(status, "text/html", "<h1>Later</h1>");
            }
            if known.has(request) {
                let body =
                    json!({ "statusCode": 403, "error": "TokenError", "message": "expired" });
                return Answer::json(403, &body);
            }
            Answer::PassOn
        })
        .await;
        let client = world.user_at(&stub.base_url);
        client.projects().list().await.unwrap();
        expired.expire_the_last(&stub).await;
        for _ in 0..2 {
            let error = client.projects().list().await.unwrap_err();
            assert_eq!((error.status(), error.retryable()), (Some(status), true), "{error}");
        }
        assert_eq!(stub.count(LOG_IN), 1, "{status}");
        fails.store(false, Ordering::SeqCst);
        list_twenty_times(&client).await;
        assert_eq!(stub.count(LOG_IN), 1, "{status}");
    }
}

#[tokio::test]
async fn cancelled_refresh_keeps_the_session() {
    for is_refused in [true, false] {
        let mut config = Config::new(Era::Feb24);
        config.access_token_seconds = 5;
        let world = World::of(config).await;
        let expired = Expired::default();
        let (known, hangs) = (expired.clone(), AtomicBool::new(true));
        let stub = Stub::before(&world.base_url, move |request, _| {
            if request.path() == REFRESH && hangs.swap(false, Ordering::SeqCst) {
                return Answer::Never;
            }
            if known.has(request) {
                let body =
                    json!({ "statusCode": 403, "error": "TokenError", "message": "expired" });
                return Answer::json(403, &body);
            }
            Answer::PassOn
        })
        .await;
        let client = world.user_at(&stub.base_url);
        client.projects().list().await.unwrap();
        if is_refused {
            expired.expire_the_last(&stub).await;
        } else {
            tokio::time::sleep(Duration::from_millis(4_100)).await;
        }
        let cancelled = tokio::spawn(client.projects().list().into_future());
        eventually(|| stub.count(REFRESH) == 1).await;
        cancelled.abort();
        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (1, 2), "refused: {is_refused}");
    }
}

/// The client forgets its keys whatever the server returns.
#[tokio::test]
async fn failed_log_out_still_clears_the_session() {
    let world = World::start(Era::Feb24).await;
    let stale = json!({ "statusCode": 403, "error": "Stale session", "message": "no" });
    for (status, kind, body) in
        [(502, ErrorKind::ServerError, json!({})), (403, ErrorKind::AuthenticationFailed, stale)]
    {
        let stub = Stub::before(&world.base_url, move |request, _| match request.path() {
            LOG_OUT => Answer::json(status, &body),
            _ => Answer::PassOn,
        })
        .await;
        let client = world.user_at(&stub.base_url);
        client.projects().list().await.unwrap();
        assert_eq!(client.account().log_out().await.unwrap_err().kind(), kind);
        client.projects().list().await.unwrap();
        assert_eq!(stub.count(LOG_IN), 2, "{status}");
    }
}

#[tokio::test]
async fn mfa_is_required_once_per_session() {
    for era in ERAS {
        let world = World::start(era).await;
        world.user_at(&world.base_url).account().set_mfa(true).await.unwrap();
        let (status, body) = match era {
            Era::May23 => (500, json!({})),
            _ => (500, json!({ "statusCode": 500, "error": "x", "message": "jwt expired" })),
        };
        let (stub, expired) = expiring(&world, status, body).await;
        let client = world.user_at(&stub.base_url);
        let mut calls = JoinSet::new();
        for _ in 0..20 {
            calls.spawn(client.projects().list().into_future());
        }
        for result in calls.join_all().await {
            assert_eq!(result.unwrap_err().kind(), ErrorKind::MfaRequired, "{era}");
        }
        assert_eq!(stub.count(LOG_IN), 1, "{era}");

        let code = mailed_code(&world.base_url, EMAIL).await;
        client.account().verify_mfa(code).await.unwrap();
        client.projects().list().await.unwrap();
        expired.expire_the_last(&stub).await;
        list_twenty_times(&client).await;
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (1, 1), "{era}");
    }
}

#[tokio::test]
async fn session_ended_by_another_client_logs_in_again() {
    for era in [Era::Feb24, Era::Jun24] {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.user_at(&stub.base_url);
        client.secrets().create("A", "1").await.unwrap();
        let token = stub.received().pop().unwrap().header("authorization").to_owned();
        let log_out = http().post(format!("{}/api/v1/auth/logout", world.base_url));
        let answer = log_out.header("authorization", token).send().await.unwrap();
        assert_eq!(answer.status(), 200);

        let secret = client.secrets().update("A").value("2").await.unwrap();
        assert_eq!((secret.value.expose(), secret.version), ("2", 2), "{era}");
        assert_eq!((stub.count(LOG_IN), stub.count(REFRESH)), (2, 1), "{era}");
    }
}

#[tokio::test]
async fn status_500_with_valid_session_is_server_error() {
    let world = World::start(Era::May23).await;
    let stub = Stub::before(&world.base_url, |request, _| match request.path() {
        "/api/v1/workspace" => Answer::json(500, &json!({})),
        _ => Answer::PassOn,
    })
    .await;
    let error = world.user_at(&stub.base_url).projects().list().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(500)));
    assert!(error.retryable());
    assert_eq!(stub.count("/api/v1/auth/checkAuth"), 1);
    assert_eq!(stub.count(LOG_IN), 1);
}

#[tokio::test]
async fn session_refused_again_after_refresh_is_an_error() {
    for (era, status, body) in [
        (Era::May23, 500, json!({})),
        (Era::Feb24, 403, json!({ "statusCode": 403, "error": "Stale session", "message": "no" })),
    ] {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, move |request, _| match request.path() {
            "/api/v1/workspace" | "/api/v1/auth/checkAuth" => Answer::json(status, &body),
            _ => Answer::PassOn,
        })
        .await;
        let client = world.user_at(&stub.base_url);
        let counts = || [LOG_IN, REFRESH, "/api/v1/workspace"].map(|path| stub.count(path));
        for sent in [[1, 1, 2], [2, 1, 4]] {
            let error = client.projects().list().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}");
            assert_eq!(counts(), sent, "{era}");
        }
    }
}

#[tokio::test]
async fn expired_access_token_is_an_error_without_log_in() {
    let mut world = World::start(Era::May23).await;
    for (era, status, body) in refusals() {
        if world.era != era {
            world = World::start(era).await;
        }
        let (stub, expired) = expiring(&world, status, body).await;
        let token = world.new_access_token().await;
        let client = world.client_at(&stub.base_url, Credential::access_token(token).unwrap());
        client.projects().list().await.unwrap();
        expired.expire_the_last(&stub).await;
        let error = client.projects().list().await.unwrap_err();
        let kind = error.kind();
        assert!(
            matches!(kind, ErrorKind::AuthenticationFailed | ErrorKind::TokenExpired),
            "{era}: {error}"
        );
        assert_eq!(stub.count("/api/v1/workspace"), 2, "{era}");
        assert_eq!(stub.count(LOG_IN), 0, "{era}");
    }
}

#[tokio::test]
async fn wrong_password_error_names_the_user() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let credential = Credential::user("ada@example.test", "another").unwrap();
        let client = world.client_at(&stub.base_url, credential);
        let error = client.projects().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AuthenticationFailed, "{era}: {error}");
        assert!(error.message().contains("logging in as ada@example.test"), "{error}");
        assert!(!error.retryable());
        assert_eq!(stub.count(LOG_IN), 1, "{era}");
    }
}

/// Servers count failed log-ins, and lock an account or address after too many.
#[tokio::test]
async fn failed_log_in_runs_once_for_concurrent_calls() {
    let world = World::start(Era::Feb24).await;
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let credential = Credential::user("ada@example.test", "another").unwrap();
    let client = world.client_at(&stub.base_url, credential);
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(client.projects().list().into_future());
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::AuthenticationFailed);
    }
    assert_eq!(stub.count(LOG_IN), 1);

    client.projects().list().await.unwrap_err();
    assert_eq!(stub.count(LOG_IN), 2, "a later call tries again");
}

#[tokio::test]
async fn cancelled_log_in_does_not_block_later_calls() {
    let world = World::start(Era::Feb24).await;
    let hangs = AtomicBool::new(true);
    let stub = Stub::before(&world.base_url, move |request, _| {
        let hanging = request.path() == LOG_IN && hangs.swap(false, Ordering::SeqCst);
        if hanging { Answer::Never } else { Answer::PassOn }
    })
    .await;
    let client = world.user_at(&stub.base_url);
    let cancelled = tokio::spawn(client.projects().list().into_future());
    eventually(|| stub.count(LOG_IN) == 1).await;
    cancelled.abort();
    assert_eq!(client.projects().list().await.unwrap().len(), 1);
    assert_eq!(stub.count(LOG_IN), 2);
}

#[tokio::test]
async fn user_of_several_organizations_can_list_them_before_selecting_one() {
    let world = World::start(Era::Jun24).await;
    world.user_at(&world.base_url).organizations().create("Second").await.unwrap();
    let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
    let ada = world.user_at(&stub.base_url);

    let organizations = ada.organizations().list().await.unwrap();
    assert_eq!(organizations.len(), 2);
    ada.organizations().create("Third").await.unwrap();
    let error = ada.secrets().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    for organization in &organizations {
        assert!(error.message().contains(&organization.id), "{error}");
    }
    assert_eq!(stub.count("/api/v3/auth/select-organization"), 0);

    let credential = Credential::user(EMAIL, PASSWORD).unwrap();
    let builder = builder_at(&world.base_url).credential(credential);
    let builder = builder.organization(&organizations[0].id).project(&world.project);
    let selected = builder.environment("dev").require_e2ee(false).build().unwrap();
    selected.secrets().list().await.unwrap();
}
