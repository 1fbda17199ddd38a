//! Shapes of servers since about autumn 2024. From public source: no server of that time was asked.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::error::{ApiError, JwtFault};
use crate::random;
use crate::store::environments::Environment;
use crate::store::secret_versions::Version;
use crate::store::secrets::Secret;
use crate::wire::{Reply, errors, merged, tags};

/// What stands for a value the caller did not ask to see.
const HIDDEN: &str = "<hidden-by-infisical>";

/// The response to `error` on a request for `method` `url`.
pub(crate) fn refusal(error: &ApiError, method: &str, url: &str) -> Reply {
    let (status, name, message) = match error {
        ApiError::Detailed { status, error, message, details } => {
            let details = json!({ "details": details });
            return with_request_id(*status, error, json!(message), details);
        }
        ApiError::RouteUnknown => return errors::reply(error, Era::Jun24, method, url, false),
        ApiError::UnsupportedMedia(_) | ApiError::BodyTooLarge | ApiError::MalformedJson(_) => {
            let (status, name, message) = fixed(&ApiError::Internal);
            (status, name.to_owned(), message.into())
        }
        ApiError::ModeNotAccepted => {
            (403, format!("Forbidden access to {url}"), errors::NO_ACCESS.into())
        }
        ApiError::NoOrganization => {
            let path = url.split('?').next().unwrap_or_default();
            let name = format!("{path} Unauthorized Access, no organization found in request");
            (401, name, errors::NO_ACCESS.into())
        }
        ApiError::Boundary(verb) => {
            let message = format!(
                "Failed to {verb} identity. Permission denied: grant-privileges on identity. Check \
                 that the actor's role grants this permission and that all permission conditions \
                 are met."
            );
            let missing = json!([{ "action": "grant-privileges", "subject": "identity" }]);
            let details = json!({ "details": { "missingPermissions": missing } });
            return with_request_id(403, "PermissionBoundaryError", message.into(), details);
        }
        ApiError::Told { status, error, message } => (*status, (*error).to_owned(), json!(message)),
        // Told to the client as it is, also where June 2024 means another status by it.
        ApiError::Later { status, error, message } if *error == "ForbiddenError" => {
            (*status, (*error).to_owned(), json!(message))
        }
        ApiError::Invalid(issues) => (422, "ValidationFailure".to_owned(), json!(issues)),
        ApiError::Forbidden(action, subject)
        | ApiError::OrganizationForbidden(action, subject)
        | ApiError::TokenScope(action, subject) => (
            403,
            "PermissionDenied".to_owned(),
            format!("You are not allowed to {} on {}", action.name(), subject.name()).into(),
        ),
        ApiError::UserLocked(seconds) => {
            (403, "UserLocked".to_owned(), errors::locked(*seconds).into())
        }
        ApiError::BadRequest(message) if is_about_nothing(message) => {
            (404, "NotFound".to_owned(), json!(message))
        }
        ApiError::BadRequest(message) => (400, "BadRequest".to_owned(), json!(message)),
        ApiError::SecretNameUnknown { name, .. } => {
            (404, "NotFound".to_owned(), format!("Secret with name {name} not found").into())
        }
        ApiError::FolderUnknown(operation) => {
            let message = "Folder with that path in that environment not found";
            (404, in_one_word(operation), message.into())
        }
        other => {
            let (status, name, message) = fixed(other);
            (status, name.to_owned(), message.into())
        }
    };
    let details = if name == "PermissionDenied" { json!({ "details": [] }) } else { json!({}) };
    with_request_id(status, &name, message, details)
}

/// The errors whose texts do not depend on the request.
fn fixed(error: &ApiError) -> (u16, &'static str, &'static str) {
    match error {
        ApiError::Jwt(JwtFault::Expired) => {
            (403, "TokenError", "Your token has expired. Please re-authenticate.")
        }
        ApiError::Jwt(JwtFault::InvalidToken) => (403, "TokenError", "invalid token"),
        ApiError::Jwt(JwtFault::InvalidSignature) => (403, "TokenError", "invalid signature"),
        ApiError::MissingCredentials => (401, "UnauthorizedError", "Token missing"),
        ApiError::StaleSession(_) => {
            (401, "StaleSession", "User session is stale, please re-authenticate")
        }
        ApiError::Jwt(JwtFault::Malformed) => (
            403,
            "TokenError",
            "The provided access token is malformed. Please use a valid token or generate a new \
             one and try again.",
        ),
        ApiError::ProjectUnknown | ApiError::MalformedId => (404, "NotFound", "Project not found"),
        ApiError::NotProjectMember | ApiError::IdentityNotInProject => {
            (403, "ProjectMembershipNotFound", "You are not a member of this project")
        }
        ApiError::OtherOrganization => {
            (403, "ForbiddenError", "This project does not belong to your selected organization.")
        }
        ApiError::OrganizationUnknown | ApiError::NotOrganizationMember => {
            (403, "ForbiddenError", "You are not a member of this organization")
        }
        ApiError::TokenOtherProject => {
            (403, "ForbiddenError", "Service token not a part of the specified project")
        }
        ApiError::TokenUsedUp => (
            401,
            "UnauthorizedError",
            "Unable to renew because access token number of uses limit reached",
        ),
        ApiError::UntrustedAddress => (
            403,
            "ForbiddenError",
            "You are not allowed to access this resource from the current IP address",
        ),
        ApiError::MorePrivileged => {
            (403, "ForbiddenError", "You cannot give a role with more privileges than yours")
        }
        ApiError::RoleUnknown => (404, "NotFound", "One or more custom roles not found"),
        ApiError::TokenWrongSecret => (401, "UnauthorizedError", "Invalid service token"),
        ApiError::TokenExpired => (403, "ForbiddenError", "Service token has expired"),
        ApiError::SecretUnknown => (404, "NotFound", "Secret not found"),
        ApiError::Internal => (500, "InternalServerError", "Something went wrong"),
        other => match errors::later_fixed(other, Era::Jun24) {
            (400, _, message) if is_about_nothing(message) => (404, "NotFound", message),
            // 401 and 403 have changed places since June 2024.
            (403, _, message) => (401, "UnauthorizedError", message),
            unchanged => unchanged,
        },
    }
}

/// Whether a June 2024 error says that something does not exist.
fn is_about_nothing(message: &str) -> bool {
    message.starts_with("Failed to find") || message.ends_with("doesn't exist")
}

/// The refusal of one request too many; only its words tell how long to wait.
pub(crate) fn rate_limited(seconds: u64) -> Reply {
    let message = format!("Rate limit exceeded. Please try again in {seconds} seconds");
    with_request_id(429, "RateLimitExceeded", message.into(), json!({}))
}

fn with_request_id(status: u16, name: &str, message: Value, details: Value) -> Reply {
    let id = random::hex_secret();
    let body = json!({
        "reqId": format!("req-{}", id.get(..14).unwrap_or_default()),
        "statusCode": status,
        "message": message,
        "error": name,
    });
    Reply::json(merged(body, details)).with_status(status)
}

/// `Create secret` as the name of an error: `CreateSecret`.
fn in_one_word(operation: &str) -> String {
    let capitalized = operation.split_whitespace().map(|word| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        format!("{}{rest}", first.to_ascii_uppercase())
    });
    capitalized.collect()
}

/// A secret in plaintext: name, value, comment. The value is omitted for callers that may not see it.
pub(crate) fn raw(secret: &Secret, texts: [&str; 3], is_shown: bool) -> Value {
    let [name, value, comment] = texts;
    json!({
        "id": secret.id,
        "_id": secret.id,
        "workspace": secret.project_id,
        "environment": secret.environment,
        "version": secret.version,
        "type": secret.kind.name(),
        "secretKey": name,
        "secretValue": if is_shown { value } else { HIDDEN },
        "secretValueHidden": !is_shown,
        "secretComment": comment,
        "secretReminderNote": null,
        "secretReminderRepeatDays": null,
        "skipMultilineEncoding": false,
        "secretMetadata": [],
        "secretPath": secret.path,
        "tags": secret.tags.iter().map(tags::on_secret).collect::<Value>(),
        "isRotatedSecret": false,
        "rotationId": null,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
    })
}

/// A version of a secret in plaintext: name, value, comment.
pub(crate) fn version(version: &Version, texts: [&str; 3]) -> Value {
    let secret = &version.secret;
    let own = json!({
        "id": version.id,
        "_id": version.id,
        "secretId": secret.id,
        "envId": version.environment_id,
        "folderId": secret.folder_id,
        "userId": secret.user_id,
    });
    merged(raw(secret, texts, true), own)
}

/// The policy of approval of an environment.
pub(crate) fn policy(environment: &Environment) -> Value {
    let now = clock::iso(clock::now());
    json!({
        "id": Era::Jun24.new_id(),
        "name": environment.name,
        "secretPath": null,
        "approvals": 1,
        "envId": environment.id,
        "environment": {
            "id": environment.id,
            "name": environment.name,
            "slug": environment.slug,
        },
        "approvers": [],
        "enforcementLevel": "hard",
        "createdAt": now,
        "updatedAt": now,
    })
}

/// A change that waits for approval.
pub(crate) fn approval(folder_id: &str, user_id: &str) -> Value {
    let now = clock::iso(clock::now());
    json!({
        "id": Era::Jun24.new_id(),
        "policyId": Era::Jun24.new_id(),
        "hasMerged": false,
        "status": "open",
        "conflicts": null,
        "slug": *random::hex_secret(),
        "folderId": folder_id,
        "bypassReason": null,
        "createdAt": now,
        "updatedAt": now,
        "isReplicated": null,
        "committerUserId": user_id,
        "statusChangedByUserId": null,
    })
}
