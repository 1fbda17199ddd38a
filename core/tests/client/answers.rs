//! Responses that no Infisical server sends.

use infisical_e2ee::{Error, ErrorKind};
use infisical_e2ee_devserver::{Config, Era, HostileKind};
use serde_json::json;

use super::support::{
    Answer, ERAS, Received, Stub, World, answer_of, bare_client, builder_at, http,
};

async fn error_of(answer: impl Fn() -> Answer + Send + Sync + 'static) -> Error {
    let stub = Stub::start(move |_, _| answer()).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let error = client.organizations().list().await.unwrap_err();
    assert_eq!(stub.received().len(), 1, "{error}");
    error
}

#[tokio::test]
async fn redirect_is_not_followed() {
    let elsewhere = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    for (status, body) in [(301, "<h1>Moved</h1>"), (302, ""), (307, ""), (308, "{}")] {
        let location = format!("{}/api/v1/organization", elsewhere.base_url);
        let error = error_of(move || {
            Answer::text(status, "text/html", body).with_header("location", &location)
        })
        .await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::InvalidResponse, Some(status)));
        assert!(error.message().contains("redirects"), "{status}: {error}");
    }
    assert!(elsewhere.received().is_empty(), "the credential must not go there");
}

/// Users search logs for it.
#[tokio::test]
async fn request_id_keeps_its_case() {
    let error = error_of(|| {
        let body = json!({ "statusCode": 404, "error": "NotFound", "message": "no" });
        Answer::json(404, &body).with_header("x-request-id", "Req-01HZX")
    })
    .await;
    assert_eq!(error.request_id(), Some("Req-01HZX"));
    let error = error_of(|| Answer::text(404, "Text/HTML", "planted")).await;
    assert!(error.message().contains("web page"), "{error}");
}

#[tokio::test]
async fn failed_answer_with_its_meaning_beyond_the_limit_is_called_too_long() {
    let long = "x".repeat(70_000);
    for (body, told) in [
        (format!("{{\"message\":\"{long}\",\"statusCode\":400}}"), "too long to read"),
        (long.clone(), "too long to read"),
        (format!("<!doctype html>{long}"), "web page"),
    ] {
        let error = error_of(move || Answer::text(400, "application/json", body.clone())).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::InvalidResponse, Some(400)));
        assert!(error.message().contains(told), "{error}");
        assert!(!error.message().contains("xxx"), "{error}");
    }
    let body = format!("{{\"statusCode\":400,\"message\":\"{long}\"}}");
    let error = error_of(move || Answer::text(400, "application/json", body.clone())).await;
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
}

#[tokio::test]
async fn web_page_is_an_invalid_response() {
    let page = "<!doctype html><title>Sign in</title>planted";
    for (status, content_type) in
        [(200, "text/html"), (200, "application/json"), (404, "text/html")]
    {
        let error = error_of(move || Answer::text(status, content_type, page)).await;
        assert_eq!((error.kind(), error.status()), (ErrorKind::InvalidResponse, Some(status)));
        assert!(error.message().contains("web page"), "{error}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
}

#[tokio::test]
async fn malformed_json_is_an_invalid_response() {
    for (body, reason) in [
        (r#"{"organizations":[{"_id":"64a0","name":"planted"#, "ends too early"),
        ("", "ends too early"),
        ("planted", "not JSON"),
        (r#"{"organizations":"planted"}"#, "the wrong type"),
        (r#"{"planted":[]}"#, "lacks a field"),
        ("null", "the wrong type"),
    ] {
        let error = error_of(move || Answer::text(200, "application/json", body)).await;
        assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{body}");
        assert!(error.message().contains(reason), "{body}: {error}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
        assert!(!error.retryable());
    }
}

#[tokio::test]
async fn non_infisical_server_error_advises_to_check_the_base_url() {
    let stub = Stub::start(|_, _| Answer::json(200, &json!({ "status": "green" }))).await;
    let client = builder_at(&stub.base_url).build().unwrap();
    let error = client.account().start_sign_up("ada@example.test").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert!(error.message().contains("Check the base URL"), "{error}");
}

#[tokio::test]
async fn server_message_in_errors_is_sanitized_and_truncated() {
    let body = json!({
        "statusCode": 400, "error": "BadRequest", "reqId": "req-7",
        "message": format!("bad \u{1b}[2J slug {}", "x".repeat(1000)),
    });
    let error = error_of(move || Answer::json(400, &body)).await;
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.request_id(), Some("req-7"));
    assert!(error.message().contains("The server says: bad \\u{1b}[2J slug"), "{error}");
    assert!(!error.to_string().contains('\u{1b}'));
    assert!(error.to_string().len() < 500);
}

#[tokio::test]
async fn base_url_with_wrong_path_error_suggests_the_right_one() {
    let no_route = |request: &Received| {
        let message = format!("Route GET:{} not found", request.target);
        Answer::json(404, &json!({ "statusCode": 404, "error": "Not Found", "message": message }))
    };
    let page = |_: &Received| Answer::text(200, "text/html", "<!doctype html>");
    for (is_page, credential) in [(true, true), (true, false), (false, true), (false, false)] {
        let stub = Stub::start(move |request, _| match is_page {
            true => page(request),
            false => no_route(request),
        })
        .await;
        let base_url = format!("{}/vault", stub.base_url);
        let error = if credential {
            bare_client(&base_url).build().unwrap().organizations().list().await.unwrap_err()
        } else {
            let client = builder_at(&base_url).build().unwrap();
            client.account().start_sign_up("ada@example.test").await.unwrap_err()
        };
        let hint = format!(
            "Its path is /vault. If the server does not have this path, use {}",
            stub.base_url
        );
        assert!(error.message().contains(&hint), "{error}");
        assert!(error.message().to_lowercase().contains("base url"), "{error}");
        assert!(!error.retryable());
    }
    // Without a path there is nothing to remove.
    let stub = Stub::start(move |request, _| no_route(request)).await;
    let client = bare_client(&stub.base_url).build().unwrap();
    let error = client.organizations().list().await.unwrap_err();
    assert!(!error.message().contains("path"), "{error}");
}

/// May 2023 servers return 404 for a wrong service token and for an unknown path.
#[tokio::test]
async fn service_token_refused_by_may_2023_under_a_path_error_names_the_path() {
    let world = World::start(Era::May23).await;
    let base_url = format!("{}/vault", world.base_url);
    let client = world.client_at(&base_url, world.token_credential());
    let error = client.secrets().list().await.unwrap_err();
    assert!(error.message().contains("Its path is /vault"), "{error}");
}

/// A server that keeps the old value and claims success.
#[tokio::test]
async fn answer_to_a_write_with_another_value_is_an_integrity_violation() {
    for era in ERAS {
        let world = World::start(era).await;
        let secrets = world.client(world.token_credential()).secrets();
        secrets.create("A", "old").await.unwrap();
        let (token, _) = world.token.expose().rsplit_once('.').unwrap();
        let place = format!("workspaceId={}&environment=dev&type=shared", world.project);
        let request = http().get(format!("{}/api/v3/secrets/A?{place}", world.base_url));
        let stored = answer_of(request.bearer_auth(token)).await;
        let stub = Stub::before(&world.base_url, move |request: &Received, _| {
            match request.method.as_str() {
                "PATCH" | "POST" => Answer::json(200, &stored),
                _ => Answer::PassOn,
            }
        })
        .await;
        let lied_to = world.client_at(&stub.base_url, world.token_credential()).secrets();
        for error in [
            lied_to.update("A").value("new").await.unwrap_err(),
            lied_to.create("A", "new").await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{era}: {error}");
            assert!(error.message().contains("a different value than was sent"), "{era}: {error}");
        }
        assert_eq!(lied_to.update("A").value("old").await.unwrap().value.expose(), "old", "{era}");
    }
}

#[tokio::test]
async fn status_of_a_later_release_without_its_configuration_is_an_invalid_response() {
    let mut config = Config::new(Era::May23);
    config.hostile = vec![HostileKind::EraDowngrade];
    let world = World::of(config).await;
    let client = builder_at(&world.base_url).build().unwrap();
    let error = client.account().start_sign_up("bob@example.test").await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::InvalidResponse, Some(404)), "{error}");
    assert!(error.message().contains("no configuration"), "{error}");
}
