//! One API call, before it is sent.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{Error, ErrorKind, Result, SecretString};

/// Everything but the unreserved characters of RFC 3986, so that a name is one path segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// How the call proves who makes it.
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
}

impl Authorization {
    pub(crate) fn secret(&self) -> Option<&SecretString> {
        match self {
            Self::None => None,
            Self::Bearer(secret) | Self::ApiKey(secret) | Self::RefreshToken(secret) => {
                Some(secret)
            }
        }
    }
}

/// One API call.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// Percent-encoded, starts with `/api`.
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) body: Option<Zeroizing<Vec<u8>>>,
    pub(crate) authorization: Authorization,
    /// What the call is about, to begin an error message with.
    pub(crate) subject: String,
    /// What a status of the May 2023 server, whose error bodies are empty, means on this route.
    pub(crate) hints: &'static [(u16, ErrorKind)],
    /// Sending it twice does no harm.
    pub(crate) repeatable: bool,
    /// The body or the answer carries credentials, so the server's words stay out of errors.
    pub(crate) confidential: bool,
    /// Since June 2024 servers answer it only to a session for one organization.
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
        let bytes = serde_json::to_vec(body).map_err(|error| {
            Error::new(ErrorKind::Internal, "the request could not be written as JSON")
                .with_source(error)
        })?;
        self.body = Some(Zeroizing::new(bytes));
        Ok(self)
    }

    pub(crate) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    pub(crate) fn hints(mut self, hints: &'static [(u16, ErrorKind)]) -> Self {
        self.hints = hints;
        self
    }

    pub(crate) fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    /// It is about the user alone, whatever organization the session is for.
    pub(crate) fn of_any_organization(mut self) -> Self {
        self.needs_organization = false;
        self
    }

    pub(crate) fn authorized(mut self, authorization: Authorization) -> Self {
        self.authorization = authorization;
        self
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
    fn a_segment_holds_separators_and_unicode() {
        assert_eq!(segment("a/b?c#d%e f"), "a%2Fb%3Fc%23d%25e%20f");
        assert_eq!(segment("键"), "%E9%94%AE");
        assert_eq!(segment("A_b-c.d~e"), "A_b-c.d~e");
    }
}
