//! Requests through a proxy, and errors of unusable proxies.

use infisical_e2ee::{Client, ClientBuilder, Error, ErrorKind};
use serde_json::json;

use super::support::{Answer, Connection, Stub, Wire, bare_client};

const PLAIN: &str = "http://infisical.example.test";
const SECURE: &str = "https://infisical.example.test";

async fn fail(builder: ClientBuilder) -> Error {
    builder.build().unwrap().organizations().list().await.unwrap_err()
}

fn address_of(url: &str) -> &str {
    url.trim_start_matches("http://")
}

#[tokio::test]
async fn proxy_option_sets_the_proxy() {
    let proxy = Stub::start(|_, _| Answer::json(200, &json!({ "organizations": [] }))).await;
    let with_password = proxy.base_url.replace("http://", "http://ada:planted@");
    for url in [proxy.base_url.as_str(), address_of(&proxy.base_url), &with_password] {
        let client = bare_client(PLAIN).allow_http(true).proxy(url).build().unwrap();
        client.organizations().list().await.unwrap();
        let received = proxy.received().pop().unwrap();
        assert!(received.target.starts_with(PLAIN), "{}", received.target);
        let authorization = received.header("proxy-authorization");
        assert_eq!(authorization.is_empty(), !url.contains('@'), "{authorization}");
    }
}

#[tokio::test]
async fn unreachable_proxy_is_named_without_its_password() {
    let dead = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    for server in [PLAIN, SECURE] {
        let proxy = format!("http://ada:planted@{dead}");
        let error = fail(bare_client(server).allow_http(true).proxy(proxy)).await;
        assert_eq!(error.kind(), ErrorKind::ConnectionFailed);
        let named = format!("cannot connect to the proxy {dead} (from the option proxy)");
        assert!(error.message().contains(&named), "{error}");
        assert!(error.message().contains("NO_PROXY"), "{error}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error:?}");
        assert!(error.retryable(), "nothing was sent");
    }
}

#[tokio::test]
async fn proxy_that_refuses_to_connect_is_named() {
    let refusal = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
    let wire = Wire::to("http://unused", [Connection::CutAfter(refusal); 4]).await;
    let error = fail(bare_client(SECURE).proxy(&wire.base_url)).await;
    let named = format!(
        "the proxy {} (from the option proxy) did not connect to infisical.example.test",
        address_of(&wire.base_url)
    );
    assert!(error.message().contains(&named), "{error}");
}

#[tokio::test]
async fn proxy_that_requires_a_password_is_not_retried() {
    let challenge = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    let wire = Wire::to("http://unused", [Connection::CutAfter(challenge); 4]).await;
    let by_tunnel = fail(bare_client(SECURE).proxy(&wire.base_url)).await;
    assert_eq!(wire.connections(), 1);

    let stub = Stub::start(|_, _| Answer::text(407, "text/html", "<h1>Who are you?</h1>")).await;
    let plain = bare_client(PLAIN).allow_http(true).proxy(&stub.base_url);
    let by_request = fail(plain).await;
    assert_eq!(stub.received().len(), 1);
    for error in [by_tunnel, by_request] {
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::ConnectionFailed, false));
        assert!(
            error.message().contains("(from the option proxy) requires a user name"),
            "{error}"
        );
    }
}

#[test]
fn invalid_proxy_is_refused_when_building_the_client() {
    for url in ["", "http://", "socks5://127.0.0.1:1080", "://planted"] {
        let error = Client::builder().base_url(SECURE).proxy(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{url}");
        assert!(error.message().starts_with("the option proxy is"), "{error}");
        assert!(!error.message().contains("planted"), "{error}");
    }
}

#[test]
fn http_to_this_machine_through_remote_proxy_needs_allow_http() {
    let builder = || Client::builder().base_url("http://127.0.0.1:8080");
    let error = builder().proxy("http://proxy.example.test").build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.message().contains("the proxy would see tokens"), "{error}");
    builder().proxy("http://proxy.example.test").allow_http(true).build().unwrap();
    builder().proxy("http://127.0.0.1:3128").build().unwrap();
}
