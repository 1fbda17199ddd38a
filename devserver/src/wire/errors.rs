//! The errors of each era: status, body, content type.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::error::{ApiError, JwtFault};
use crate::wire::Reply;

pub(super) const NO_ACCESS: &str = "You are not allowed to access this resource";

/// The response to `error` on a request for `method` `url` (path and query as sent).
///
/// `verbose` selects May 2023's full error object where that release really sends `{}`.
pub(crate) fn reply(error: &ApiError, era: Era, method: &str, url: &str, verbose: bool) -> Reply {
    match era {
        Era::May23 => may23(error, verbose),
        Era::Feb24 | Era::Jun24 | Era::Modern => later(error, era, method, url),
    }
}

fn may23(error: &ApiError, verbose: bool) -> Reply {
    let (status, kind, message) = match error {
        ApiError::Message(status, text) => {
            return Reply::json(json!({ "message": text })).with_status(*status);
        }
        ApiError::ErrorText(status, text) => {
            return Reply::json(json!({ "error": text })).with_status(*status);
        }
        ApiError::Refused { may23, .. } => {
            return Reply::json(json!({ "message": may23 })).with_status(400);
        }
        ApiError::LoginUnknownUser => {
            return Reply::json(json!({ "message": "Failed to start authentication process" }))
                .with_status(400);
        }
        ApiError::LoginRefused | ApiError::LoginBadKey | ApiError::UserAgentMissing => {
            return Reply::json(json!({ "message": "Failed to authenticate. Try again?" }))
                .with_status(400);
        }
        other => may23_typed(other),
    };
    let body = if verbose { may23_object(status, kind, message) } else { json!({}) };
    Reply::json(body).with_status(status)
}

/// Status, type and text of the errors that share one body form.
fn may23_typed(error: &ApiError) -> (u16, &'static str, &'static str) {
    match error {
        ApiError::MissingCredentials => {
            (400, "bad_request", "Missing Authorization or X-API-KEY in request header.")
        }
        ApiError::UnsupportedScheme | ApiError::ModeNotAccepted | ApiError::NoOrganization => {
            (400, "bad_request", "The provided authentication type is not supported.")
        }
        ApiError::UserGone => (404, "account_not_found_error", "Failed to find user"),
        ApiError::TokenUnknown | ApiError::TokenRecordUnknown => {
            (404, "service_token_data_not_found_error", "Failed to find service token data")
        }
        ApiError::ApiKeyUnknown | ApiError::ApiKeyMalformed => {
            (404, "api_key_data_not_found_error", "Failed to find API key data")
        }
        ApiError::UserIncomplete
        | ApiError::Unauthorized
        | ApiError::StaleSession(_)
        | ApiError::TokenWrongSecret
        | ApiError::TokenExpired
        | ApiError::ApiKeyWrongSecret
        | ApiError::ApiKeyExpired => (401, "unauthorized", "Failed to authenticate"),
        ApiError::ProjectUnknown => (404, "workspace_not_found_error", "Failed to find workspace"),
        ApiError::NotProjectMember | ApiError::OtherOrganization => {
            (404, "workspace_membership_not_found_error", "Failed to find workspace membership")
        }
        ApiError::OrganizationUnknown => {
            (404, "organization_not_found_error", "Failed to find organization")
        }
        ApiError::NotOrganizationMember => (
            404,
            "organization_membership_not_found_error",
            "Failed to find organization membership",
        ),
        ApiError::Forbidden(..) => (400, "bad_request", "Failed authorization for membership role"),
        ApiError::OrganizationForbidden(..) => {
            (401, "unauthorized", "Failed authorization for organization role")
        }
        ApiError::TokenOtherProject | ApiError::TokenScope(..) => (
            401,
            "unauthorized",
            "Failed service token authorization for the given workspace environment",
        ),
        ApiError::EnvironmentDenied => {
            (401, "unauthorized", "Failed workspace authorization for the given environment")
        }
        ApiError::Invalid(_) => (400, "validation_error", "One or more parameters are invalid"),
        ApiError::SecretUnknown | ApiError::SecretNameUnknown { .. } => {
            (404, "secret_not_found_error", "Failed to find secret")
        }
        ApiError::SecretExists => {
            (400, "bad_request", "Failed to create secret that already exists")
        }
        ApiError::LoneOverride => (
            400,
            "bad_request",
            "Failed to create personal secret override for no corresponding shared secret",
        ),
        ApiError::PersonalByToken => (400, "bad_request", "Must be user to create personal secret"),
        ApiError::FolderUnknown(_) => (400, "bad_request", "Failed to find folder"),
        ApiError::RouteUnknown => (404, "route_not_found", "The requested route was not found"),
        ApiError::RecordUnknown(kind, message) => (404, kind, message),
        ApiError::Later { status, message, .. } => (*status, "bad_request", message),
        _ => (500, "internal_server_error", "Something went wrong"),
    }
}

fn may23_object(status: u16, kind: &str, message: &str) -> Value {
    let is_client_error = matches!(status, 400..=499) && !kind.ends_with("_error");
    let (level, level_name) = if is_client_error { (200, "INFO") } else { (400, "ERROR") };
    json!({
        "type": kind,
        "message": message,
        "context": {},
        "level": level,
        "level_name": level_name,
        "status_code": status,
        "datetime_iso": clock::iso(clock::now()),
        "application": "unknown",
        "extra": [],
    })
}

fn later(error: &ApiError, era: Era, method: &str, url: &str) -> Reply {
    let (status, name, message) = match error {
        ApiError::Invalid(issues) => (403, "ValidationFailure".into(), json!(issues)),
        ApiError::RouteUnknown => {
            (404, "Not Found".into(), format!("Route {method}:{url} not found").into())
        }
        ApiError::MalformedJson(message) => (400, "Bad Request".into(), json!(message)),
        ApiError::UnsupportedMedia(kind) => {
            let body = json!({
                "statusCode": 415,
                "code": "FST_ERR_CTP_INVALID_MEDIA_TYPE",
                "error": "Unsupported Media Type",
                "message": format!("Unsupported Media Type: {kind}"),
            });
            return Reply::json(body).with_status(415);
        }
        ApiError::BodyTooLarge => {
            let body = json!({
                "statusCode": 413,
                "code": "FST_ERR_CTP_BODY_TOO_LARGE",
                "error": "Payload Too Large",
                "message": "Request body is too large",
            });
            return Reply::json(body).with_status(413);
        }
        ApiError::ModeNotAccepted => (403, format!("{url} Unauthorized Access"), json!(NO_ACCESS)),
        ApiError::NoOrganization => (
            403,
            format!("{url} Unauthorized Access, no organization found in request"),
            json!(NO_ACCESS),
        ),
        ApiError::Forbidden(action, subject)
        | ApiError::OrganizationForbidden(action, subject)
        | ApiError::TokenScope(action, subject) => (
            401,
            "PermissionDenied".into(),
            format!("You are not allowed to {} on {}", action.name(), subject.name()).into(),
        ),
        ApiError::UserLocked(seconds) => (403, "User Locked".into(), locked(*seconds).into()),
        ApiError::BadRequest(message) => (400, "BadRequest".into(), json!(message)),
        ApiError::SecretNameUnknown { name, index } => {
            let found = match era {
                Era::Jun24 | Era::Modern => name.clone(),
                Era::May23 | Era::Feb24 => json!({ name: index }).to_string(),
            };
            (400, "BadRequest".into(), format!("Secret not found: blind index {found}").into())
        }
        other => {
            let (status, name, message) = later_fixed(other, era);
            (status, name.into(), json!(message))
        }
    };
    Reply::json(json!({ "statusCode": status, "message": message, "error": name }))
        .with_status(status)
}

/// The errors whose three fields do not depend on the request.
pub(crate) fn later_fixed(error: &ApiError, era: Era) -> (u16, &'static str, &'static str) {
    match error {
        ApiError::MissingCredentials => (403, "Unauthorized access", "Token missing"),
        ApiError::Jwt(fault) => (500, "Internal Server Error", jwt_text(*fault)),
        ApiError::UserGone | ApiError::UserIncomplete => (403, "Token user not found", NO_ACCESS),
        ApiError::StaleSession(name) => (403, name, NO_ACCESS),
        ApiError::TokenExpired => {
            (403, "UnauthorizedError", "failed to authenticate expired service token")
        }
        ApiError::TokenUsedUp => {
            (400, "BadRequest", "Unable to renew because access token number of uses limit reached")
        }
        ApiError::UntrustedAddress => (403, "UnauthorizedError", "Failed to authenticate"),
        ApiError::ApiKeyMalformed => (500, "Find by id", "Something went wrong"),
        ApiError::ProjectUnknown | ApiError::NotProjectMember | ApiError::MalformedId => {
            (403, "User not in project", NO_ACCESS)
        }
        ApiError::IdentityNotInProject => (403, "Identity not in project", NO_ACCESS),
        ApiError::OtherOrganization => {
            (403, "UnauthorizedError", "You are not logged into this organization")
        }
        ApiError::OrganizationUnknown | ApiError::NotOrganizationMember => {
            (403, "User not in org", NO_ACCESS)
        }
        ApiError::TokenOtherProject => {
            (403, "UnauthorizedError", "Failed to find service authorization for given project")
        }
        ApiError::MorePrivileged => (
            500,
            "Internal Server Error",
            match era {
                Era::May23 | Era::Feb24 => {
                    "Failed to add identity to project with more privileged role"
                }
                Era::Jun24 | Era::Modern => "Failed to change to a more privileged role",
            },
        ),
        ApiError::RoleUnknown => (400, "BadRequest", "Role not found"),
        ApiError::UserAgentMissing => {
            (500, "Internal Server Error", "user agent header is required")
        }
        ApiError::LoginUnknownUser if era == Era::Feb24 => {
            (500, "Internal Server Error", "Failed to find  user")
        }
        ApiError::LoginUnknownUser => (500, "Internal Server Error", "Failed to find user"),
        ApiError::LoginRefused => {
            (500, "Internal Server Error", "Failed to authenticate. Try again?")
        }
        ApiError::LoginBadKey => (400, "BadRequest", "Failed to authenticate. Try again?"),
        ApiError::SecretUnknown => (400, "BadRequest", "Secret not found"),
        ApiError::SecretExists => (400, "BadRequest", "Secret already exist"),
        ApiError::LoneOverride => (
            400,
            "BadRequest",
            "Failed to create personal secret override for no corresponding shared secret",
        ),
        ApiError::PersonalByToken => (400, "BadRequest", "Must be user to create personal secret"),
        ApiError::FolderUnknown(name) if era == Era::Feb24 => (400, name, "Folder not  found"),
        ApiError::FolderUnknown(name) => {
            (400, name, "Folder not found for the given environment slug & secret path")
        }
        ApiError::TokenRecordUnknown => (400, "BadRequest", "Token not found"),
        ApiError::Refused { later, .. } => (400, "BadRequest", later),
        ApiError::Message(status, text) | ApiError::ErrorText(status, text) => {
            (*status, "BadRequest", text)
        }
        ApiError::Later { status, error, message } => (*status, error, message),
        ApiError::Internal => (500, "InternalServerError", "Something went wrong"),
        _ => (403, "UnauthorizedError", NO_ACCESS),
    }
}

/// The error for a user who is locked for a time, or until the password is reset.
pub(super) fn locked(seconds: Option<i64>) -> String {
    let Some(seconds) = seconds else {
        return "User is locked due to multiple failed login attempts. An email has been sent to \
                you in order to unlock your account. You can also reset your password to unlock \
                your account."
            .to_owned();
    };
    let left = if seconds > 60 {
        format!("{} minutes", (seconds + 59) / 60)
    } else {
        format!("{seconds} seconds")
    };
    format!(
        "User is temporary locked due to multiple failed login attempts. Try again after {left}. \
         You can also reset your password now to proceed."
    )
}

fn jwt_text(fault: JwtFault) -> &'static str {
    match fault {
        JwtFault::Malformed => "jwt malformed",
        JwtFault::InvalidToken => "invalid token",
        JwtFault::InvalidSignature => "invalid signature",
        JwtFault::Expired => "jwt expired",
    }
}
