//! One API call, before it is sent.

use std::{fmt, io};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::text::excerpt;
use crate::{Error, ErrorKind, Result, SecretString};

/// Everything but the unreserved characters of RFC 3986, so that a name is one path segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The most characters of what a call is about.
const LONGEST_SUBJECT: usize = 600;

/// The authorization of a request.
#[derive(Debug, Clone, Default)]
pub(crate) enum Authorization {
    /// Sign-up and log-in routes.
    #[default]
    None,
    /// `Authorization: Bearer …`
    Bearer(SecretString),
    /// `X-API-KEY: …`
    ApiKey(SecretString),
    /// `Cookie: jid=…`, for the one route that refreshes a session.
    RefreshToken(SecretString),
    /// Both, for ending a session.
    Session { token: SecretString, refresh_token: SecretString },
}

impl Authorization {
    /// Names and values of the headers.
    pub(super) fn headers(&self) -> Vec<(&'static str, Zeroizing<String>)> {
        let bearer = |token: &SecretString| {
            ("authorization", Zeroizing::new(format!("Bearer {}", token.expose())))
        };
        let cookie =
            |token: &SecretString| ("cookie", Zeroizing::new(format!("jid={}", token.expose())));
        match self {
            Self::None => Vec::new(),
            Self::Bearer(token) => vec![bearer(token)],
            Self::ApiKey(key) => vec![("x-api-key", Zeroizing::new(key.expose().to_owned()))],
            Self::RefreshToken(token) => vec![cookie(token)],
            Self::Session { token, refresh_token } => vec![bearer(token), cookie(refresh_token)],
        }
    }

    pub(crate) fn secret(&self) -> Option<&SecretString> {
        match self {
            Self::None => None,
            Self::Bearer(secret)
            | Self::ApiKey(secret)
            | Self::RefreshToken(secret)
            | Self::Session { token: secret, .. } => Some(secret),
        }
    }
}

/// One API call.
pub(crate) struct Request {
    pub(crate) method: Method,
    /// Percent-encoded, starts with `/api`.
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) body: Option<Zeroizing<Vec<u8>>>,
    pub(crate) authorization: Authorization,
    /// The subject of the call, at the beginning of error messages.
    pub(crate) subject: String,
    /// The meanings of May 2023's statuses on this route, because its error bodies are empty.
    pub(crate) hints: &'static [(u16, ErrorKind)],
    /// The meanings of messages of later servers, in lower case, on this route only.
    pub(crate) meanings: &'static [(&'static str, ErrorKind)],
    /// Whether the request can safely be sent twice.
    pub(crate) repeatable: bool,
    /// An error status to treat as success.
    pub(crate) accepted: Option<u16>,
    /// The answer that the caller has; a server that still has the same one answers 304.
    pub(crate) if_none_match: Option<String>,
    /// Whether it only opens a session, so that the call that needs it can be repeated.
    pub(crate) opens_session: bool,
    /// The body or the answer contains credentials, so errors do not quote the server.
    pub(crate) confidential: bool,
    /// Since June 2024, the request needs a session for one organization.
    pub(crate) needs_organization: bool,
}

impl Request {
    fn new(method: Method, path: String) -> Self {
        Self {
            repeatable: method == Method::GET,
            method,
            path,
            query: Vec::new(),
            body: None,
            authorization: Authorization::None,
            subject: String::from("the request"),
            hints: &[],
            meanings: &[],
            accepted: None,
            if_none_match: None,
            opens_session: false,
            confidential: false,
            needs_organization: true,
        }
    }

    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path.into())
    }

    pub(crate) fn post(path: impl Into<String>) -> Self {
        Self::new(Method::POST, path.into())
    }

    pub(crate) fn put(path: impl Into<String>) -> Self {
        Self::new(Method::PUT, path.into())
    }

    pub(crate) fn patch(path: impl Into<String>) -> Self {
        Self::new(Method::PATCH, path.into())
    }

    pub(crate) fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::DELETE, path.into())
    }

    pub(crate) fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Result<Self> {
        self.body = Some(written(body).map_err(|error| {
            Error::new(ErrorKind::Internal, "the request could not be written as JSON")
                .with_source(error)
        })?);
        Ok(self)
    }

    pub(crate) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = excerpt(&subject.into(), LONGEST_SUBJECT);
        self
    }

    pub(crate) fn hints(mut self, hints: &'static [(u16, ErrorKind)]) -> Self {
        self.hints = hints;
        self
    }

    pub(crate) fn meanings(mut self, meanings: &'static [(&'static str, ErrorKind)]) -> Self {
        self.meanings = meanings;
        self
    }

    pub(crate) fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    pub(crate) fn repeatable(mut self) -> Self {
        self.repeatable = true;
        self
    }

    pub(crate) fn accepting(mut self, status: u16) -> Self {
        self.accepted = Some(status);
        self
    }

    pub(crate) fn if_none_match(mut self, etag: &str) -> Self {
        self.if_none_match = Some(etag.to_owned());
        self.accepting(304)
    }

    pub(crate) fn opening_session(mut self) -> Self {
        self.opens_session = true;
        self
    }

    /// Whether an answer of this status is the one that the call wants.
    pub(super) fn accepts(&self, status: u16) -> bool {
        (200..300).contains(&status) || self.accepted == Some(status)
    }

    /// Whether it may make a change that the caller requested.
    pub(crate) fn may_change_something(&self) -> bool {
        !self.repeatable && !self.opens_session
    }

    /// Marks a request about the user, which needs no organization.
    pub(crate) fn of_any_organization(mut self) -> Self {
        self.needs_organization = false;
        self
    }

    pub(crate) fn authorized(mut self, authorization: Authorization) -> Self {
        self.authorization = authorization;
        self
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &self.query)
            .field("body", &self.body.as_ref().map(|_| "[redacted]"))
            .field("authorization", &self.authorization)
            .finish_non_exhaustive()
    }
}

/// A body as JSON, in memory that is wiped. It is serialized twice: first to count its length, so
/// that reallocation leaves no copy in memory.
fn written(body: &impl Serialize) -> serde_json::Result<Zeroizing<Vec<u8>>> {
    let mut length = Length(0);
    serde_json::to_writer(&mut length, body)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(length.0));
    serde_json::to_writer(&mut *bytes, body)?;
    Ok(bytes)
}

/// A writer that only counts bytes.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Encodes any text as exactly one segment of a URL path.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn request_debug_shows_no_body_and_no_credential() {
        let request = Request::post("/api").json(&["planted"]).unwrap();
        let request = request.authorized(Authorization::Bearer("planted".into()));
        let shown = format!("{request:?} {request:#?}");
        assert!(shown.contains("/api") && !shown.contains("planted"), "{shown}");
        let bytes = format!("{:?}", b"planted");
        assert!(!shown.contains(bytes.trim_matches(['[', ']'])), "{shown}");
    }

    #[test]
    fn json_body_has_exact_capacity() {
        for length in [0, 100, 1000, 100_000] {
            let body = Request::post("/api").json(&"\n".repeat(length)).unwrap().body.unwrap();
            assert_eq!((body.len(), body.capacity()), (2 * length + 2, 2 * length + 2));
        }
    }

    #[test]
    fn segment_encodes_separators_and_unicode() {
        assert_eq!(segment("a/b?c#d%e f"), "a%2Fb%3Fc%23d%25e%20f");
        assert_eq!(segment("键"), "%E9%94%AE");
        assert_eq!(segment("A_b-c.d~e"), "A_b-c.d~e");
    }
}
