//! What the client reads from its caller, under fuzzing.

use url::Url;

use super::base_url::base_url;
use super::call::instant;
pub(crate) use super::secrets::fuzz_references as references;
pub(crate) use super::trust::fuzz as trust;
use crate::fuzz::{check_error, line, lines};
use crate::http::segment;

/// The first line is a base URL, the second a name in a path.
pub(crate) fn urls(data: &[u8]) {
    let Some(lines) = lines(data) else { return };
    let allows_http = data.len().is_multiple_of(2);
    match base_url(line(&lines, 0), allows_http) {
        Ok(url) => check_url(&url, allows_http, line(&lines, 1)),
        Err(error) => check_error(&error),
    }
}

/// A base URL has no credentials and no query, stays as it is, and is where each request goes.
fn check_url(url: &Url, allows_http: bool, name: &str) {
    assert!(url.username().is_empty() && url.password().is_none(), "{url}");
    assert!(url.query().is_none() && url.fragment().is_none(), "{url}");
    assert!(matches!(url.scheme(), "http" | "https") && url.has_host(), "{url}");
    // Of `/api/api`, the first may be a prefix of the server.
    if !url.path().ends_with("/api") {
        let again = base_url(url.as_str(), allows_http);
        assert_eq!(again.as_ref().ok(), Some(url), "{again:?}");
    }
    let base = url.as_str().trim_end_matches('/');
    // Names of dots are refused before.
    let path = format!("{base}/api/v3/{}", segment(name));
    if !matches!(name, "." | "..") {
        let parsed = Url::parse(&path);
        assert_eq!(parsed.as_ref().map(Url::as_str), Ok(path.as_str()));
    }
}

/// A time that is read is written as the same time.
pub(crate) fn times(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(time) = instant::parse(text) {
        let written = instant::format(time);
        // Offsets lead out of the years with four digits.
        if (0..=9999).contains(&year(&written)) {
            assert_eq!(instant::parse(&written), Some(time), "{written}");
        }
    }
    if let Err(error) = instant::given("the start", text) {
        check_error(&error);
    }
}

fn year(written: &str) -> i64 {
    let digits =
        written.get(1..).and_then(|rest| Some(written.len() - rest.len() + rest.find('-')?));
    digits.and_then(|end| written.get(..end)?.parse().ok()).unwrap_or(-1)
}

pub(crate) fn url_seeds() -> Vec<Vec<u8>> {
    let urls = [
        "https://infisical.example.com\nDB_URL",
        "http://127.0.0.1:8080/infisical/api\na/b?c#d",
        "https://[::1]:443/api/v3/secrets\n..%2f",
        "http://infisical.localhost/\\..\\x/api/api/\n.",
        "https://user:password@example.com?a=b#c\n\u{e9}",
        "ftp://example.com\n",
    ];
    urls.iter().map(|url| url.as_bytes().to_vec()).collect()
}

pub(crate) fn time_seeds() -> Vec<Vec<u8>> {
    let times = [
        "2024-06-19T12:00:00Z",
        "2024-02-29t23:59:60.123456789+14:00",
        "0000-01-01 00:00:00.1-23:59",
        "9999-12-31T23:59:59.999Z",
    ];
    times.iter().map(|time| time.as_bytes().to_vec()).collect()
}
