//! Errors of requests, by meaning. [`crate::wire::errors`] has the wording of each era.

use serde_json::{Value, json};

use crate::auth::permissions::{Action, Subject};

/// Why a JWT was refused; later eras let the JWT library's wording through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JwtFault {
    Malformed,
    InvalidToken,
    InvalidSignature,
    Expired,
}

/// A rejected request.
#[derive(Debug)]
pub(crate) enum ApiError {
    MissingCredentials,
    UnsupportedScheme,
    ModeNotAccepted,
    NoOrganization,
    Jwt(JwtFault),
    Unauthorized,
    UserGone,
    UserIncomplete,
    /// The session of a JWT is gone or has been replaced; holds the later eras' error name.
    StaleSession(&'static str),
    /// An identity's token was used as often as it may be.
    TokenUsedUp,
    /// An identity is not let in from where it calls.
    UntrustedAddress,
    TokenMalformed,
    TokenUnknown,
    TokenWrongSecret,
    TokenExpired,
    ApiKeyMalformed,
    ApiKeyUnknown,
    ApiKeyWrongSecret,
    ApiKeyExpired,

    MalformedId,
    ProjectUnknown,
    NotProjectMember,
    IdentityNotInProject,
    OtherOrganization,
    OrganizationUnknown,
    NotOrganizationMember,
    Forbidden(Action, Subject),
    OrganizationForbidden(Action, Subject),
    TokenOtherProject,
    TokenScope(Action, Subject),
    /// May 2023: the member may not do it in the environment.
    EnvironmentDenied,
    /// A role that allows more than the caller may.
    MorePrivileged,
    /// A role that is neither built in nor defined in this project.
    RoleUnknown,
    /// Too many wrong codes: for so many seconds, or until the password is reset.
    UserLocked(Option<i64>),

    Invalid(Vec<Value>),
    UserAgentMissing,
    LoginUnknownUser,
    LoginRefused,
    LoginBadKey,

    SecretUnknown,
    /// A secret to change is absent; later eras tell the name and its blind index.
    SecretNameUnknown {
        name: String,
        index: String,
    },
    SecretExists,
    LoneOverride,
    PersonalByToken,
    /// No such folder; holds the later eras' error name.
    FolderUnknown(&'static str),
    TokenRecordUnknown,

    /// A controller's own refusal: its May 2023 text, and the later text.
    Refused {
        may23: &'static str,
        later: &'static str,
    },
    /// May 2023: a missing record, with the type and text of the error.
    RecordUnknown(&'static str, &'static str),
    /// A May 2023 controller body `{message}`.
    Message(u16, &'static str),
    /// A May 2023 controller body `{error}`.
    ErrorText(u16, &'static str),
    /// A plain 400 of later eras that names the operation.
    BadRequest(String),
    /// A later body in full.
    Later {
        status: u16,
        error: &'static str,
        message: &'static str,
    },

    /// A body of July 2026 in full, for a text with names or ids.
    Told {
        status: u16,
        error: &'static str,
        message: String,
    },

    /// July 2026: the actor may manage identities but not give them permissions. Holds the action.
    Boundary(&'static str),
    /// As `Told`, with the field `details`.
    Detailed {
        status: u16,
        error: &'static str,
        message: String,
        details: Value,
    },

    RouteUnknown,
    MalformedJson(String),
    UnsupportedMedia(String),
    BodyTooLarge,
    Internal,
}

impl ApiError {
    /// A later era's plain 400.
    pub(crate) const fn bad_request(message: &'static str) -> Self {
        ApiError::Later { status: 400, error: "BadRequest", message }
    }

    /// What servers since about autumn 2024 say of something that is not there.
    pub(crate) const fn not_found(message: &'static str) -> Self {
        ApiError::Later { status: 404, error: "NotFound", message }
    }

    /// What servers of July 2026 say of a thing with an id or name that is not there.
    pub(crate) fn absent(message: String) -> Self {
        ApiError::Told { status: 404, error: "NotFound", message }
    }

    /// A 403 of July 2026 that is not about a role.
    pub(crate) fn barred(message: String) -> Self {
        ApiError::Told { status: 403, error: "ForbiddenError", message }
    }

    /// A complaint about the field `name` of a request.
    pub(crate) fn issue(name: &str, message: &str) -> Self {
        ApiError::Invalid(vec![json!({ "code": "custom", "message": message, "path": [name] })])
    }

    /// A later era's unclassified exception, whose text reaches the client.
    pub(crate) const fn exception(message: &'static str) -> Self {
        ApiError::Later { status: 500, error: "Internal Server Error", message }
    }
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "database");
        ApiError::Internal
    }
}
