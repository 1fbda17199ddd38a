//! A complete answer of the server.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, ETAG, HeaderMap, SET_COOKIE};
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::limits::{ERROR_BODY, PARSED_INLINE};
use crate::{Error, ErrorKind, Result, SecretString};

/// The most bytes of an ETag that is used; real ones have up to 45.
const LONGEST_ETAG: usize = 200;

/// An answer, with only the headers this crate acts on.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The remaining requests of this kind until the rate-limit window ends, in May 2023.
    pub(crate) remaining: Option<(u64, Duration)>,
    /// What identifies the answer, if it is short and printable.
    pub(crate) etag: Option<String>,
    /// The refresh token of the session that the answer opens.
    pub(crate) refresh_token: Option<SecretString>,
    content_type: String,
    /// Wiped on drop: it may hold plaintext.
    pub(crate) body: Arc<Zeroizing<Vec<u8>>>,
    /// Whether the rest of the answer was not read.
    pub(crate) is_cut: bool,
    /// List entries and objects in the body.
    pub(crate) items: usize,
    /// The subject of the call, at the beginning of error messages.
    pub(crate) subject: String,
    /// The hint about the base URL, if the answer is not from an Infisical server.
    pub(crate) base_url_hint: String,
}

impl Response {
    pub(crate) fn new(
        status: u16,
        headers: &HeaderMap,
        body: impl Into<Zeroizing<Vec<u8>>>,
        subject: String,
    ) -> Self {
        Self {
            status,
            request_id: text(headers, "x-request-id"),
            retry_after: wait_asked_for(headers),
            remaining: remaining(headers),
            etag: text(headers, ETAG.as_str()).as_deref().and_then(etag),
            refresh_token: refresh_token(headers),
            content_type: text(headers, CONTENT_TYPE.as_str())
                .unwrap_or_default()
                .to_ascii_lowercase(),
            body: Arc::new(body.into()),
            is_cut: false,
            items: 0,
            subject,
            base_url_hint: String::new(),
        }
    }

    pub(crate) fn is_html(&self) -> bool {
        self.content_type.starts_with("text/html")
            || self.body.trim_ascii_start().first() == Some(&b'<')
    }

    /// The body as JSON of the expected form. A long one is parsed on the blocking pool, so that
    /// the call's deadline applies to it.
    pub(crate) async fn json<T: DeserializeOwned + Send + 'static>(&self) -> Result<T> {
        if self.is_html() {
            return Err(self.not_an_api());
        }
        let parsed = if self.body.len() <= PARSED_INLINE {
            serde_json::from_slice(&self.body)
        } else {
            let body = Arc::clone(&self.body);
            let parsing = tokio::task::spawn_blocking(move || serde_json::from_slice(&body));
            parsing.await.map_err(|error| {
                Error::new(ErrorKind::Internal, "the parsing of the answer was interrupted")
                    .with_source(error)
            })?
        };
        parsed.map_err(|error| self.malformed(&error))
    }

    /// The error for a web page as answer: the URL is wrong, or a proxy answered.
    pub(crate) fn not_an_api(&self) -> Error {
        self.invalid(&format!(
            "the answer is a web page, not Infisical's API. Check the base URL, and whether a \
             proxy or a sign-in page answered instead{}",
            self.base_url_hint
        ))
    }

    /// The error for a failed answer whose meaning is in the part that was not read.
    pub(super) fn too_long_to_read(&self) -> Error {
        self.invalid(&format!(
            "the server refused the request, and its answer is too long to read: more than \
             {ERROR_BODY} bytes. Check the server, and whether a proxy answered instead{}",
            self.base_url_hint
        ))
    }

    /// The error for an invalid body, without quoting it.
    fn malformed(&self, error: &serde_json::Error) -> Error {
        use serde_json::error::Category;
        let reason = match error.classify() {
            Category::Eof => "the JSON of the answer ends too early",
            Category::Data => "the JSON of the answer lacks a field, or a field has the wrong type",
            Category::Syntax | Category::Io => "the answer is not JSON",
        };
        self.invalid(&format!(
            "{reason} (line {}, column {}). Check that the base URL is that of an Infisical server{}",
            error.line(),
            error.column(),
            self.base_url_hint,
        ))
    }

    pub(crate) fn invalid(&self, reason: &str) -> Error {
        Error::new(ErrorKind::InvalidResponse, format!("{}: {reason}", self.subject))
            .with_status(self.status)
            .with_request_id(self.request_id.clone())
    }
}

/// The cookie `jid`; a server clears it by setting it to nothing.
fn refresh_token(headers: &HeaderMap) -> Option<SecretString> {
    let cookies = headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let mut values = cookies.filter_map(|cookie| cookie.split(';').next()?.strip_prefix("jid="));
    values.next().filter(|value| !value.is_empty()).map(SecretString::from)
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// An ETag that is short and printable.
pub(crate) fn etag(text: &str) -> Option<String> {
    let is_valid = text.len() <= LONGEST_ETAG && text.bytes().all(|byte| byte.is_ascii_graphic());
    (is_valid && !text.is_empty()).then(|| text.to_owned())
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    text(headers, name)?.parse().ok()
}

fn remaining(headers: &HeaderMap) -> Option<(u64, Duration)> {
    let ends_in = Duration::from_secs(number(headers, "ratelimit-reset")?);
    Some((number(headers, "ratelimit-remaining")?, ends_in))
}

/// The time to wait. The May 2023 server sends the whole window in `Retry-After` and the rest of it
/// in `RateLimit-Reset`, so the shorter one is used.
fn wait_asked_for(headers: &HeaderMap) -> Option<Duration> {
    let retry_after = number(headers, "retry-after")?;
    let wait =
        number(headers, "ratelimit-reset").map_or(retry_after, |reset| reset.min(retry_after));
    Some(Duration::from_secs(wait))
}

#[cfg(test)]
mod tests {
    use std::future::{Future as _, poll_fn};
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn retry_after_is_the_shorter_wait() {
        let both = headers(&[("retry-after", "60"), ("ratelimit-reset", "7")]);
        assert_eq!(wait_asked_for(&both), Some(Duration::from_secs(7)));
        assert_eq!(
            wait_asked_for(&headers(&[("retry-after", "34")])),
            Some(Duration::from_secs(34))
        );
        assert_eq!(wait_asked_for(&headers(&[("retry-after", "soon")])), None);
        assert_eq!(wait_asked_for(&headers(&[("ratelimit-reset", "7")])), None);
    }

    #[test]
    fn refresh_token_is_parsed_from_cookies() {
        let token =
            |value| refresh_token(&headers(&[("set-cookie", "a=b"), ("set-cookie", value)]));
        assert_eq!(token("jid=x.y.z; Path=/; HttpOnly").unwrap().expose(), "x.y.z");
        assert!(token("jid=; Path=/").is_none());
        assert!(token("other=jid=1").is_none());
    }

    /// A long body is parsed on the blocking pool.
    #[tokio::test]
    async fn long_body_does_not_block_the_async_thread() {
        for (entries, waits) in [(100, false), (1_000_000, true)] {
            let body = format!("[{}0]", "0,".repeat(entries));
            let response =
                Response::new(200, &HeaderMap::new(), body.into_bytes(), "secrets".into());
            let mut parsing = pin!(response.json::<Vec<u8>>());
            let pending =
                poll_fn(|context| Poll::Ready(parsing.as_mut().poll(context).is_pending()));
            assert_eq!(pending.await, waits, "{entries}");
            if waits {
                assert_eq!(parsing.await.unwrap().len(), entries + 1);
            }
        }
    }

    #[tokio::test]
    async fn malformed_body_error_tells_the_cause_without_quoting() {
        let response = |body: &str| {
            Response::new(200, &HeaderMap::new(), body.as_bytes().to_vec(), "secret A".into())
        };
        for (body, reason) in [
            ("[\"planted\"", "ends too early"),
            ("planted", "not JSON"),
            ("\"planted\"", "the wrong type"),
            ("<!doctype html>planted", "web page"),
        ] {
            let error = response(body).json::<Vec<String>>().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidResponse);
            assert!(error.to_string().contains(reason), "{error}");
            assert!(!error.to_string().contains("planted"), "{error}");
        }
    }
}
