//! Requests are retried only if that is safe.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use infisical_e2ee::{Client, Error, ErrorKind, NewValue};
use infisical_e2ee_devserver::Era;
use serde_json::json;

use super::support::{
    Answer, Connection, ERAS, Received, Stub, Wire, World, bare_client, builder_at,
};

const READ: &str = "/api/v1/organization";
const WRITE: &str = "/api/v1/signup/email/signup";

fn organizations() -> Answer {
    Answer::json(200, &json!({ "organizations": [{ "_id": "64a0", "name": "Acme" }] }))
}

fn is_status(request: &Received) -> bool {
    request.path() == "/api/status"
}

/// The status of a May 2023 server. The client then sends the write next.
fn status() -> Answer {
    Answer::json(200, &json!({ "date": "2023-05-20T00:00:00.000Z", "message": "Ok" }))
}

async fn write(client: &Client) -> Result<(), Error> {
    client.account().start_sign_up("ada@example.test").await
}

/// A server whose first write fails with `failure`.
async fn failing_write(failure: fn() -> Answer) -> Stub {
    Stub::start(move |request, before| match before {
        _ if is_status(request) => status(),
        1 => failure(),
        _ => Answer::json(200, &json!({ "message": "Sent" })),
    })
    .await
}

#[tokio::test]
async fn read_is_retried_after_503() {
    let stub = Stub::start(|_, before| match before {
        0 => Answer::text(503, "text/html", "<h1>Service Unavailable</h1>"),
        1 => Answer::json(500, &json!({ "statusCode": 500, "message": "Something went wrong" })),
        _ => organizations(),
    })
    .await;
    let found = bare_client(&stub.base_url).build().unwrap().organizations().list().await.unwrap();
    assert_eq!(found[0].name, "Acme");
    assert_eq!(stub.count(READ), 3);
}

#[tokio::test]
async fn read_is_sent_four_times_at_most() {
    let stub = Stub::start(|_, _| Answer::text(503, "text/plain", "down")).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let error = client.organizations().list().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(503)));
    assert!(error.retryable());
    assert_eq!(stub.count(READ), 4);
}

#[tokio::test]
async fn read_is_retried_after_a_lost_connection() {
    let faults = [
        Connection::Dropped,
        Connection::CutAfter("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"organizations\":[{"),
    ];
    for fault in faults {
        let stub = Stub::start(|_, _| organizations()).await;
        let wire = Wire::to(&stub.base_url, [fault]).await;
        let client = bare_client(&wire.base_url).build().unwrap();
        let found = client.organizations().list().await.unwrap();
        assert_eq!(found.len(), 1, "{fault:?}");
        assert_eq!(wire.connections(), 2, "{fault:?}");
    }
}

#[tokio::test]
async fn read_with_permanent_error_is_not_retried() {
    for status in [400, 403, 404] {
        let body = json!({ "statusCode": status, "error": "BadRequest", "message": "no" });
        let stub = Stub::start(move |_, _| Answer::json(status, &body)).await;
        let client = bare_client(&stub.base_url).build().unwrap();
        let error = client.organizations().list().await.unwrap_err();
        assert!(!error.retryable(), "{status}");
        assert_eq!(stub.count(READ), 1, "{status}");
    }
}

#[tokio::test]
async fn write_is_not_retried_after_500() {
    let stub = failing_write(|| Answer::json(500, &json!({}))).await;
    let client = builder_at(&stub.base_url).build().unwrap();
    let error = write(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(500)));
    assert_eq!(stub.count(WRITE), 1);
}

#[tokio::test]
async fn write_is_not_retried_after_a_lost_connection() {
    let stub = Stub::start(|_, _| status()).await;
    let connection_close = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 16\r\n\r\n\
                            {\"message\":\"Ok\"}";
    let faults = [Connection::CutAfter(connection_close), Connection::Dropped];
    let wire = Wire::to(&stub.base_url, faults).await;
    let client = builder_at(&wire.base_url).build().unwrap();
    let error = write(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionFailed);
    assert!(!error.retryable(), "the write may have been applied");
    assert_eq!(wire.connections(), 2);
    assert_eq!(stub.count(WRITE), 0);
}

#[tokio::test]
async fn write_is_retried_after_429_and_retry_after() {
    let stub = failing_write(|| {
        let text = "Too many requests, please try again later.";
        Answer::text(429, "text/html", text).with_header("retry-after", "1")
    })
    .await;
    let client = builder_at(&stub.base_url).build().unwrap();
    let begun = Instant::now();
    write(&client).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(stub.count(WRITE), 2);
}

#[tokio::test]
async fn retry_after_beyond_the_deadline_is_returned_to_the_caller() {
    let stub = failing_write(|| {
        let body = json!({ "statusCode": 429, "error": "Too Many Requests", "message": "slower" });
        Answer::json(429, &body).with_header("retry-after", "3600")
    })
    .await;
    let client = builder_at(&stub.base_url).build().unwrap();
    let begun = Instant::now();
    let error = write(&client).await.unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(10), "it waited");
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.retryable());
    assert_eq!(stub.count(WRITE), 1);
}

#[tokio::test]
async fn retry_after_of_huge_value_is_returned_to_the_caller() {
    let stub = failing_write(|| {
        Answer::json(429, &json!({})).with_header("retry-after", "18446744073709551615")
    })
    .await;
    let client = builder_at(&stub.base_url).build().unwrap();
    let error = write(&client).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(u64::MAX)));
    assert_eq!(stub.count(WRITE), 1);
}

#[tokio::test]
async fn unreachable_server_error_names_the_server() {
    let refusing = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let client = builder_at(refusing).build().unwrap();
    let error = write(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionFailed);
    assert!(error.message().contains("cannot connect to 127.0.0.1"), "{error}");
    assert!(error.retryable(), "nothing was sent");
}

/// What a proxy and a server of 2024 say when the server failed.
fn failures() -> [fn() -> Answer; 5] {
    [
        || Answer::json(500, &json!({ "statusCode": 500, "message": "Something went wrong" })),
        || Answer::json(500, &json!({})),
        || Answer::text(502, "text/html", "<h1>Bad Gateway</h1>"),
        || Answer::text(503, "text/html", "<h1>Service Unavailable</h1>"),
        || Answer::text(504, "text/html", "<h1>Gateway Timeout</h1>"),
    ]
}

#[tokio::test]
async fn server_error_is_retryable_for_reads_only() {
    for failure in failures() {
        let stub = failing_write(failure).await;
        let error = write(&builder_at(&stub.base_url).build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, false), "{error}");
        assert!(error.message().contains("Read what was changed"), "{error}");
        assert_eq!(stub.count(WRITE), 1, "{error}");
    }
    for failure in failures() {
        let stub = Stub::start(move |request, _| match request.path() {
            "/api/status" => failure(),
            _ => organizations(),
        })
        .await;
        // The read that begins the call fails: the write was not sent.
        let error = write(&builder_at(&stub.base_url).build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, true), "{error}");
        assert!(!error.message().contains("changed"), "{error}");
    }
}

/// A loop that retries while `retryable` says so must not create a second token.
#[tokio::test]
async fn created_token_with_lost_response_is_not_retryable() {
    for era in ERAS {
        let world = World::start(era).await;
        for status in [500, 502] {
            let stub = Stub::before(&world.base_url, move |request, _| match request.path() {
                "/api/v2/service-token" if status == 500 => Answer::json(500, &json!({})),
                "/api/v2/service-token" => Answer::PassOnAndLose,
                _ => Answer::PassOn,
            })
            .await;
            let user = world.session_at(&stub.base_url);
            let creating = user.service_tokens().create("ci").scope("dev", "/");
            let error = creating.await.unwrap_err();
            let found = (error.kind(), error.retryable());
            assert_eq!(found, (ErrorKind::ServerError, false), "{era}: {error}");
            assert_eq!(stub.count("/api/v2/service-token"), 1, "{era}");
        }
    }
}

/// The project exists when the read that follows fails. Repeating the call would create another.
#[tokio::test]
async fn failed_read_after_the_calls_own_write_is_not_retryable() {
    let world = World::start(Era::Jun24).await;
    let limited = || {
        let body = json!({ "statusCode": 429, "error": "Too Many Requests", "message": "slower" });
        Answer::json(429, &body).with_header("retry-after", "3600")
    };
    let failed = || Answer::text(503, "text/html", "<h1>Service Unavailable</h1>");
    for (failure, kind) in
        [(limited as fn() -> Answer, ErrorKind::RateLimited), (failed, ErrorKind::ServerError)]
    {
        let stub = Stub::before(&world.base_url, move |request, _| {
            let is_key = request.path().ends_with("/encrypted-key");
            if is_key { failure() } else { Answer::PassOn }
        })
        .await;
        let client = world.session_at(&stub.base_url);
        let error = client.projects().create("second").await.unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (kind, false), "{error}");
        assert!(error.message().contains("Read what was changed"), "{error}");
    }
}

/// These calls read before they write, so repeating them applies nothing twice.
#[tokio::test]
async fn call_that_continues_when_repeated_is_retryable() {
    let world = World::start(Era::Feb24).await;
    for to_lose in ["/api/v3/secrets/batch", "/api/v3/secrets/DB"] {
        let lost = AtomicBool::new(false);
        let stub = Stub::before(&world.base_url, move |request, _| {
            let is_wanted = request.method != "GET" && request.path() == to_lose;
            let loses = is_wanted && !lost.swap(true, Ordering::SeqCst);
            if loses { Answer::PassOnAndLose } else { Answer::PassOn }
        })
        .await;
        let client = world.client_at(&stub.base_url, world.token_credential());
        let user = world.session_at(&stub.base_url);
        let attempt = async || match to_lose {
            "/api/v3/secrets/DB" => {
                user.secrets().move_to(["DB"]).to_environment("prod").await.map(drop)
            }
            _ => client.secrets().set_many([NewValue::new("DB", "one")]).await.map(drop),
        };
        let error = attempt().await.unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ServerError, true), "{error}");
        assert!(!error.message().contains("Read what was changed"), "{error}");
        attempt().await.unwrap();
    }
    let moved = world.session_at(&world.base_url).secrets().get("DB").environment("prod").await;
    let moved = moved.unwrap();
    assert_eq!((moved.value.expose(), moved.version), ("one", 1));
}
