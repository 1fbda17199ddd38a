//! Limits on time and size, cancellation, and closing.

use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use infisical_e2ee::{Credential, ErrorKind, within};
use serde_json::json;

use super::support::{Answer, Stub, bare_client, builder_at, eventually};

fn no_organizations() -> Answer {
    Answer::json(200, &json!({ "organizations": [] }))
}

#[tokio::test]
async fn read_that_times_out_is_retried() {
    let stub =
        Stub::start(|_, before| if before == 0 { Answer::Never } else { no_organizations() }).await;
    let client = bare_client(&stub.base_url).timeout(Duration::from_secs(1)).build().unwrap();
    assert!(client.organizations().list().await.unwrap().is_empty());
    assert_eq!(stub.received().len(), 2);
}

#[tokio::test]
async fn write_that_times_out_error_says_it_may_have_happened() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/status" => Answer::json(200, &json!({ "message": "Ok" })),
        _ => Answer::Never,
    })
    .await;
    let builder = builder_at(&stub.base_url).timeout(Duration::from_millis(500));
    let client = builder.build().unwrap();
    let error = client.account().start_sign_up("ada@example.test").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(!error.retryable());
    assert!(error.message().contains("may have been applied"), "{error}");
    assert_eq!(stub.count("/api/v1/signup/email/signup"), 1);
}

#[tokio::test]
async fn deadline_ends_a_call_including_retries() {
    async fn fail(answer: fn() -> Answer) -> ErrorKind {
        let stub = Stub::start(move |_, _| answer()).await;
        let builder = bare_client(&stub.base_url).deadline(Duration::from_millis(400));
        let client = builder.build().unwrap();
        let begun = Instant::now();
        let error = client.organizations().list().await.unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        error.kind()
    }
    assert_eq!(fail(|| Answer::Never).await, ErrorKind::Timeout);
    // The next attempt would begin too late, so the call returns this failure.
    let throttled = || Answer::text(429, "text/html", "slower").with_header("retry-after", "1");
    assert_eq!(fail(throttled).await, ErrorKind::RateLimited);
}

/// The deadline ends before the timeout of the running request.
#[tokio::test]
async fn deadline_exceeded_is_retryable_for_reads_only() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/status" => Answer::json(200, &json!({ "message": "Ok" })),
        _ => Answer::Never,
    })
    .await;
    let soon = Duration::from_millis(300);
    let client = bare_client(&stub.base_url).deadline(soon).build().unwrap();
    let error = client.organizations().list().await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::Timeout, true), "{error}");
    assert!(!error.message().contains("may have been applied"), "{error}");

    let signing_up = client.account().start_sign_up("ada@example.test");
    let error = signing_up.await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::Timeout, false), "{error}");
    assert!(error.message().contains("may have been applied"), "{error}");

    // The same with a timeout of the call itself.
    let client = bare_client(&stub.base_url).build().unwrap();
    let error = within(soon, client.organizations().list().into_future()).await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::Timeout, true), "{error}");
    let signing_up = client.account().start_sign_up("ada@example.test").into_future();
    assert!(!within(soon, signing_up).await.unwrap_err().retryable());
}

/// Listing changes nothing, although its log-in is a POST.
#[tokio::test]
async fn read_with_timed_out_log_in_is_retryable() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/status" => Answer::json(200, &json!({ "message": "Ok" })),
        _ => Answer::Never,
    })
    .await;
    let credential = Credential::user("ada@example.test", "planted").unwrap();
    let builder = builder_at(&stub.base_url).credential(credential);
    let client = builder.deadline(Duration::from_millis(400)).build().unwrap();
    let error = client.organizations().list().await.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::Timeout, true), "{error}");
}

#[tokio::test]
async fn dropped_call_cancels_its_request() {
    let stub = Stub::start(|_, _| Answer::Never).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let call = tokio::spawn(client.organizations().list().into_future());
    eventually(|| stub.received().len() == 1).await;
    assert_eq!(stub.abandoned(), 0);
    call.abort();
    eventually(|| stub.abandoned() == 1).await;
    assert_eq!(stub.received().len(), 1);
}

#[tokio::test]
async fn response_above_max_response_bytes_is_refused() {
    let long = json!({ "organizations": [{ "_id": "64a0", "name": "x".repeat(5000) }] });
    let mut zipped = GzEncoder::new(Vec::new(), Compression::best());
    zipped.write_all(long.to_string().as_bytes()).unwrap();
    let zipped = zipped.finish().unwrap();
    assert!(zipped.len() < 1000, "the limit is on what it unpacks to");

    let stub = Stub::start(move |_, before| match before {
        0 => Answer::json(200, &long),
        _ => Answer::text(200, "application/json", zipped.clone())
            .with_header("content-encoding", "gzip"),
    })
    .await;
    let client = bare_client(&stub.base_url).max_response_bytes(4000).build().unwrap();
    for _ in 0..2 {
        let error = client.organizations().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidResponse);
        assert!(error.message().contains("max_response_bytes"), "{error}");
        assert!(!error.retryable());
    }
    assert_eq!(stub.received().len(), 2);

    let client = bare_client(&stub.base_url).max_response_bytes(6000).build().unwrap();
    assert_eq!(client.organizations().list().await.unwrap()[0].name.len(), 5000);
}

/// A proxy would see unencrypted requests to this machine, and `localhost` is another host there.
#[tokio::test]
async fn local_server_is_not_reached_through_the_environments_proxy() {
    const SERVER: &str = "E2EE_TEST_SERVER";
    if let Ok(server) = std::env::var(SERVER) {
        // This runs in the child process started below, which has its own environment.
        bare_client(&server).build().unwrap().organizations().list().await.unwrap();
        return;
    }
    let stub = Stub::start(|_, _| no_organizations()).await;
    let proxy = Stub::start(|_, _| Answer::text(403, "text/plain", "no")).await;
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "limits::local_server_is_not_reached_through_the_environments_proxy"]);
    child.env(SERVER, &stub.base_url).env_remove("NO_PROXY").env_remove("no_proxy");
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        child.env(name, &proxy.base_url);
    }
    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!((proxy.received().len(), stub.received().len()), (0, 1));
}

#[tokio::test]
async fn close_during_call_ends_it_as_closed() {
    let stub = Stub::start(|_, _| Answer::Never).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let calls = [(); 2].map(|()| tokio::spawn(client.organizations().list().into_future()));
    eventually(|| stub.received().len() == 2).await;
    let begun = Instant::now();
    client.clone().close();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(error.message().contains("closed during the call"), "{error}");
        assert!(!error.retryable());
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    eventually(|| stub.abandoned() == 2).await;
}

#[tokio::test]
async fn close_during_log_in_ends_all_waiting_calls() {
    let stub = Stub::start(|request, _| match request.path() {
        "/api/status" => Answer::json(200, &json!({ "message": "Ok" })),
        _ => Answer::Never,
    })
    .await;
    let credential = Credential::user("ada@example.test", "planted").unwrap();
    let client = builder_at(&stub.base_url).credential(credential);
    let client = client.build().unwrap();
    // The second call waits for the log-in of the first.
    let calls = [(); 2].map(|()| tokio::spawn(client.organizations().list().into_future()));
    eventually(|| stub.count("/api/v3/auth/login1") == 1).await;
    client.close();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap_err().kind(), ErrorKind::Closed);
    }
}

#[tokio::test]
async fn closed_client_sends_nothing() {
    let stub = Stub::start(|_, _| no_organizations()).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let clone = client.clone();
    client.organizations().list().await.unwrap();
    let waiting = client.organizations().list();
    client.close();
    client.close();
    for result in [
        clone.organizations().list().await.map(drop),
        waiting.await.map(drop),
        client.secrets().get("A").await.map(drop),
        client.account().start_sign_up("ada@example.test").await,
    ] {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Closed);
    }
    assert_eq!(stub.received().len(), 1);
}
