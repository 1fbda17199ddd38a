//! One error type: what happened, to what, and what to do next.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::client::Approval;
use crate::text;

/// The result of every operation of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Declares [`ErrorKind`] once, so that each variant has one stable code and one meaning.
macro_rules! error_kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// The kind of an [`Error`]. The codes are stable: they are the same in every language, and
        /// `tests/errors.json` lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl ErrorKind {
            /// Every kind, in the order they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code, for programs: `"not_found"`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}

error_kinds! {
    /// An argument is invalid; nothing was sent.
    InvalidInput = "invalid_input",
    /// A token or key is malformed; nothing was sent.
    InvalidCredential = "invalid_credential",
    /// The server refused the credential: wrong password, or a token that is unknown or revoked.
    AuthenticationFailed = "authentication_failed",
    /// The credential has expired.
    TokenExpired = "token_expired",
    /// The account has a second factor, and the log-in needs a code.
    MfaRequired = "mfa_required",
    /// The credential is valid but lacks the permission.
    PermissionDenied = "permission_denied",
    /// The secret, project or other object does not exist, or the credential cannot see it.
    NotFound = "not_found",
    /// The object already exists.
    Conflict = "conflict",
    /// Too many requests; the server did nothing. Retry after the time in `retry_after`.
    RateLimited = "rate_limited",
    /// The request is larger than the server accepts.
    PayloadTooLarge = "payload_too_large",
    /// The deadline or time limit was exceeded. A write may have been applied.
    Timeout = "timeout",
    /// The server could not be reached.
    ConnectionFailed = "connection_failed",
    /// The answer is not from an Infisical server: the URL is wrong, or a proxy answered.
    InvalidResponse = "invalid_response",
    /// The server failed. A write may have been applied.
    ServerError = "server_error",
    /// A ciphertext does not verify: it was changed, truncated, or encrypted with another key.
    DecryptionFailed = "decryption_failed",
    /// An answer of the server contradicts the request or what is known.
    IntegrityViolation = "integrity_violation",
    /// An answer of the server contradicts what the trust store has seen before.
    TamperingSuspected = "tampering_suspected",
    /// The key needed to decrypt is not available to the credential.
    KeyUnavailable = "key_unavailable",
    /// The server's release does not support the operation.
    UnsupportedByServer = "unsupported_by_server",
    /// The caller cancelled the operation.
    Cancelled = "cancelled",
    /// The client was closed before the call, or during it.
    Closed = "closed",
    /// A bug in this library. Please report it.
    Internal = "internal",
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What went wrong.
///
/// The message names the secret, project or file and says what to do next. It never contains a
/// secret's value, a key, a token or a password. It has at most 2,000 characters;
/// control characters and those that change the direction of text are escaped.
///
/// ```
/// use infisical_e2ee::{Client, Credential, ErrorKind};
///
/// let error = Credential::service_token("st.not-a-token").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::InvalidCredential);
/// assert_eq!(error.code(), "invalid_credential");
/// assert!(!error.retryable());
/// ```
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    status: Option<u16>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    retryable: bool,
    /// Whether the condition may pass; `retryable` demands in addition that no change can be applied
    /// twice.
    may_pass: bool,
    /// Whether the server has no such route, so that nothing was done.
    unknown_route: bool,
    approval: Option<Approval>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        let retryable = matches!(kind, ErrorKind::RateLimited | ErrorKind::ConnectionFailed);
        Self(Box::new(Inner {
            kind,
            message: text::message(message.into()),
            status: None,
            request_id: None,
            retry_after: None,
            retryable,
            may_pass: retryable,
            unknown_route: false,
            approval: None,
            source: None,
        }))
    }

    /// An error raised by a language binding, not by the client: cancelled or internal.
    #[doc(hidden)]
    #[must_use]
    pub fn from_binding(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::new(kind, message)
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_request_id(mut self, request_id: Option<String>) -> Self {
        self.0.request_id = request_id.filter(|id| text::is_plain_id(id));
        self
    }

    pub(crate) fn with_retry_after(mut self, retry_after: Option<Duration>) -> Self {
        self.0.retry_after = retry_after;
        self
    }

    pub(crate) fn with_retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self.0.may_pass = retryable;
        self
    }

    /// A condition that may pass. `applied` tells whether a change may have been applied, so that a
    /// retry could apply it twice.
    pub(crate) fn passing(mut self, applied: bool) -> Self {
        self.0.may_pass = true;
        self.0.retryable = !applied;
        self
    }

    /// Whether a call that continues where the failed one stopped may succeed later.
    pub(crate) fn may_pass(&self) -> bool {
        self.0.may_pass
    }

    pub(crate) fn with_unknown_route(mut self, unknown: bool) -> Self {
        self.0.unknown_route = unknown;
        self
    }

    /// Whether another release's route may do what was asked.
    pub(crate) fn is_unknown_route(&self) -> bool {
        self.0.unknown_route
    }

    pub(crate) fn with_approval(mut self, approval: Approval) -> Self {
        self.0.approval = Some(approval);
        self
    }

    /// The request for approval, if the change was refused because it needs approval.
    pub(crate) fn approval(&self) -> Option<&Approval> {
        self.0.approval.as_ref()
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// The same error for another call that waited for the same result.
    pub(crate) fn again(&self) -> Self {
        Self(self.0.clone())
    }

    /// The same error with another kind, if the caller knows what the status means here.
    pub(crate) fn reclassified(mut self, kind: ErrorKind, message: impl Into<String>) -> Self {
        self.0.kind = kind;
        self.0.message = text::message(message.into());
        self.with_retryable(false)
    }

    /// The kind of the error, for `match`.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The stable code of the kind, such as `"not_found"`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.kind.code()
    }

    /// What happened and what to do next, without status and request id.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The HTTP status, if the server answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The server's id of the request, for its operators.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long the server asked to wait, if it did.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the same call may succeed later and cannot apply a change twice.
    ///
    /// After a rate limit, a lost connection, a timeout or a failure of the server (`rate_limited`,
    /// `connection_failed`, `timeout`, `server_error`), a read is retryable. A write is retryable
    /// only if it was certainly not applied: the server limited its rate, or was not reached. In any
    /// other case read before you write again. A call of several requests counts as a write from the
    /// first change that the server may have applied, unless repeating it continues where it
    /// stopped: `set_many`, `delete_many`, `move` and the change of a password.
    #[must_use]
    pub fn retryable(&self) -> bool {
        self.0.retryable
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match (self.0.status, &self.0.request_id) {
            (Some(status), Some(id)) => write!(f, " (HTTP {status}, request {id})"),
            (Some(status), None) => write!(f, " (HTTP {status})"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("status", &self.0.status)
            .field("request_id", &self.0.request_id)
            .field("retryable", &self.0.retryable)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_unique() {
        let codes: HashSet<_> = ErrorKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), ErrorKind::ALL.len());
    }

    #[test]
    fn display_ends_with_status_and_request_id() {
        let error = Error::new(ErrorKind::NotFound, "no secret A in dev")
            .with_status(404)
            .with_request_id(Some("r-1".into()));
        assert_eq!(error.to_string(), "no secret A in dev (HTTP 404, request r-1)");
    }
}
