//! Rate limits, body limits, malformed requests, unknown routes.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Auth, place, read, with};
use crate::support::{ALL, Config, Era, LATER, Person, start, start_with};

#[tokio::test(flavor = "multi_thread")]
async fn rate_limit_in_may23_is_ten_for_all_log_in_routes_together() {
    let mut config = Config::new(Era::May23);
    config.rate_limits = true;
    let (_server, peer) = start_with(config).await;
    let body = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    for used in 1..=10 {
        let path = if used % 2 == 0 { "/api/v3/auth/login1" } else { "/api/v1/auth/login1" };
        let reply = peer.post(path, &Auth::None, body.clone()).await;
        assert_eq!(reply.status, 400);
        assert_eq!(reply.header("ratelimit-limit"), "10");
        assert_eq!(reply.header("ratelimit-remaining"), (10 - used).to_string());
    }
    let refused = peer.post("/api/v3/auth/login1", &Auth::None, body).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.text, "Too many requests, please try again later.");
    assert_eq!(refused.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(refused.header("retry-after"), "60");
    assert_eq!(refused.header("ratelimit-remaining"), "0");
    let other = peer.get("/api/v2/users/me", &Auth::None).await;
    assert_eq!((other.status, other.header("ratelimit-limit")), (400, "240"));
    assert_eq!(peer.get("/api/status", &Auth::None).await.header("ratelimit-limit"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn rate_limit_in_jun24_is_per_route() {
    let mut config = Config::new(Era::Jun24);
    config.rate_limits = true;
    let (_server, peer) = start_with(config).await;
    for left in (0..60).rev() {
        let reply = peer.get("/api/v1/admin/config", &Auth::None).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("x-ratelimit-remaining"), left.to_string());
    }
    let refused = peer.get("/api/v1/admin/config", &Auth::None).await;
    assert_eq!(refused.status, 429);
    let body = json!({
        "statusCode": 429,
        "error": "Too Many Requests",
        "message": "Rate limit exceeded, retry in 1 minute",
    });
    assert_eq!(refused.json(), body);
    assert_eq!(refused.header("retry-after"), refused.header("x-ratelimit-reset"));
    let login = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
    let other = peer.post("/api/v3/auth/login1", &Auth::None, login).await;
    assert_eq!((other.status, other.header("x-ratelimit-limit")), (500, "60"));
}

#[tokio::test(flavor = "multi_thread")]
async fn rate_limits_are_announced_but_not_enforced_by_default() {
    for (era, header) in
        [(Era::May23, "ratelimit-remaining"), (Era::Jun24, "x-ratelimit-remaining")]
    {
        let (_server, peer) = start(era).await;
        let login = json!({ "email": "nobody@example.test", "clientPublicKey": "00" });
        let mut last = peer.post("/api/v3/auth/login1", &Auth::None, login.clone()).await;
        for _ in 0..70 {
            last = peer.post("/api/v3/auth/login1", &Auth::None, login.clone()).await;
        }
        assert_ne!(last.status, 429);
        // The next request is still accepted.
        assert_eq!(last.header(header), "1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn body_above_the_size_limit_is_refused() {
    for (era, limit) in [(Era::May23, 102_400), (Era::Feb24, 1_048_576), (Era::Jun24, 1_048_576)] {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let (project, _) = alice.project("First").await;
        let sized = |name: &str, size: usize| {
            let fields = json!({
                "secretKeyCiphertext": name, "secretKeyIV": "", "secretKeyTag": "",
                "secretValueCiphertext": "", "secretValueIV": "", "secretValueTag": "",
            });
            let mut body = with(place(&project, "dev"), fields);
            let padding = size - body.to_string().len();
            body["secretValueCiphertext"] = "A".repeat(padding).into();
            assert_eq!(body.to_string().len(), size);
            body
        };
        let post = async |name: &str, size: usize| {
            let path = format!("/api/v3/secrets/{name}");
            peer.post(&path, &alice.auth(), sized(name, size)).await
        };
        assert_eq!(post("FITS", limit).await.status, 200, "{era}");
        let refused = post("DOES_NOT", limit + 1).await;
        if era == Era::May23 {
            assert_eq!((refused.status, refused.text.as_str()), (500, "{}"));
        } else {
            assert_eq!(refused.status, 413);
            assert_eq!(refused.json()["code"], "FST_ERR_CTP_BODY_TOO_LARGE");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_body_is_refused() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        let post = |kind: &'static str, text: &'static str| {
            let request = peer.request(Method::POST, "/api/v3/secrets/BAD", &alice.auth());
            read(request.header("content-type", kind).body(text))
        };
        let cut = post("application/json", "{\"workspaceId\":").await;
        let other = post("application/xml", "x").await;
        if era == Era::May23 {
            assert_eq!((cut.status, cut.text.as_str()), (500, "{}"));
            assert_eq!(other.status, 400, "an unread body has no fields");
        } else {
            assert_eq!(cut.json()["message"], "Unexpected end of JSON input");
            assert_eq!((cut.status, other.status), (400, 415));
        }
        for body in ["[]", "null", "3", "{\"workspaceId\":{}}", "{\"environment\":[[[1]]]}"] {
            let status = post("application/json", body).await.status;
            assert_eq!(status, if era == Era::May23 { 400 } else { 403 }, "{body}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_route_or_method_is_not_found() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        let paths = [("GET", "/api/v2/nothing-here?x=1"), ("PUT", "/api/status"), ("GET", "/")];
        for (method, path) in paths {
            let reply = peer.send(method, path, &Auth::None, Value::Null).await;
            assert_eq!(reply.status, 404, "{method} {path}");
            if era == Era::May23 {
                assert_eq!(reply.text, "{}");
            } else {
                let message = format!("Route {method}:{path} not found");
                let body = json!({ "message": message, "error": "Not Found", "statusCode": 404 });
                assert_eq!(reply.json(), body);
            }
        }
        peer.get("/api/status/", &Auth::None).await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn route_of_another_era_is_not_found() {
    for era in LATER {
        let (_server, peer) = start(era).await;
        let alice = Person::sign_up(&peer, "alice").await;
        for path in ["/api/v2/secrets", "/api/v2/api-key", "/healthcheck"] {
            assert_eq!(peer.get(path, &alice.auth()).await.status, 404, "{path}");
        }
        let gone = peer.post("/api/v1/workspace", &alice.auth(), json!({})).await.status;
        assert_eq!(gone, if era == Era::Jun24 { 404 } else { 403 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_in_may23_are_empty_unless_verbose() {
    let (_server, peer) = start(Era::May23).await;
    assert_eq!(peer.get("/api/v2/users/me", &Auth::None).await.text, "{}");
    let mut config = Config::new(Era::May23);
    config.verbose_errors = true;
    let (_server, peer) = start_with(config).await;
    let error = peer.get("/api/v2/users/me", &Auth::None).await.json();
    assert_eq!(error["type"], "bad_request");
    assert_eq!((&error["status_code"], &error["level"]), (&json!(400), &json!(200)));
}
