//! Failed answers, under fuzzing.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::classify::{CredentialKind, classify};
use super::limits::Census;
use super::request::{Authorization, Request};
use super::response::Response;
use crate::fuzz::check_error;

/// A secret that no error may quote.
const SECRET: &str = "planted-secret";

/// The first line has the status and what the request is, such as `404 token writes`. Headers
/// follow, then an empty line and the body.
pub(crate) fn run(data: &[u8]) {
    check_census(data);
    let end = data.windows(2).position(|pair| pair == b"\n\n").unwrap_or(data.len());
    let Some((head, body)) = data.split_at_checked(end) else { return };
    let head = String::from_utf8_lossy(head);
    let (first, rest) = head.split_once('\n').unwrap_or((&head, ""));
    let status = first.split(' ').next().and_then(|status| status.parse().ok()).unwrap_or(400);
    let mut request = match first.contains("writes") {
        true => Request::post("/api"),
        false => Request::get("/api"),
    };
    let credential = if first.contains("token") {
        CredentialKind::ServiceToken
    } else if first.contains("key") {
        CredentialKind::ApiKey
    } else {
        CredentialKind::AccessToken
    };
    request = request.about("secret A").authorized(Authorization::Bearer(SECRET.into()));
    if first.contains("confidential") {
        request = request.confidential();
    }
    let body = body.get(2..).unwrap_or_default();
    let response = Response::new(status, &headers(rest), body.to_vec(), "secret A".into());
    let error = classify(&response, &request, credential);
    check_error(&error);
    assert_eq!(error.status(), Some(status));
    assert!(error.message().starts_with("secret A: "), "{error}");
    assert!(!error.message().contains(SECRET), "{error}");
    if error.retryable() {
        assert!(error.may_pass(), "{error}");
    }
}

fn headers(text: &str) -> HeaderMap {
    let pairs = text.lines().filter_map(|line| line.split_once(": "));
    let pairs = pairs.filter_map(|(name, value)| {
        Some((name.parse::<HeaderName>().ok()?, value.parse::<HeaderValue>().ok()?))
    });
    pairs.collect()
}

/// It does not matter in which chunks an answer arrives.
fn check_census(data: &[u8]) {
    let (mut whole, mut halves) = (Census::default(), Census::default());
    let (start, end) = data.split_at_checked(data.len() / 2).unwrap_or_default();
    if whole.take(data).is_ok() && halves.take(start).is_ok() && halves.take(end).is_ok() {
        assert_eq!((whole.items, whole.values), (halves.items, halves.values));
    }
}
