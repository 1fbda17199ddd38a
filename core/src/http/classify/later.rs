//! The kinds of the failures of servers since June 2023, whose bodies have a name and a sentence.
//!
//! The first rule that fits decides: the route's own meaning, then the name, then the words of the
//! sentence, then the status.

use super::CredentialKind;
use super::by_status_alone;
use crate::ErrorKind;
use crate::ErrorKind::{
    AuthenticationFailed, Conflict, InvalidInput, NotFound, PayloadTooLarge, PermissionDenied,
    RateLimited, TokenExpired, UnsupportedByServer,
};
use crate::http::error_body::ErrorBody;
use crate::http::request::Request;
use crate::http::wording::plain;

/// Servers of 2024 answer 413 to a larger body; later ones a 500 that does not say why.
const BODY_LIMIT: usize = 1_048_576;

/// What later servers say if they do not say what failed.
const NOTHING_SAID: &str = "something went wrong";

pub(super) fn kind(
    status: u16,
    body: &ErrorBody,
    request: &Request,
    credential: CredentialKind,
) -> ErrorKind {
    let sentence = plain(&body.sentence);
    let sent = request.body.as_ref().map_or(0, |body| body.len());
    if status == 500 && sent > BODY_LIMIT && sentence == NOTHING_SAID {
        return PayloadTooLarge;
    }
    let here = request.meanings.iter().find(|(words, _)| sentence.contains(words));
    if let (400..=403 | 500, Some((_, kind))) = (status, here) {
        return *kind;
    }
    by_name(status, &body.name, &sentence)
        .or_else(|| by_credential(status, &body.name, &sentence, credential))
        .or_else(|| by_words(status, &sentence))
        .unwrap_or_else(|| by_status(status, &body.name, &sentence))
}

/// By the field `error`.
fn by_name(status: u16, name: &str, sentence: &str) -> Option<ErrorKind> {
    Some(match (status, name) {
        (429, _) => RateLimited,
        (413, _) => PayloadTooLarge,
        (_, "ValidationFailure") => InvalidInput,
        // The second one is for giving more permissions than one's own.
        (_, "PermissionDenied") | (403, "PermissionBoundaryError") => PermissionDenied,
        (_, "User not in project" | "Identity not in project" | "User not in org") => NotFound,
        (_, "TokenError") if sentence.contains("expired") => TokenExpired,
        (_, "TokenError") => AuthenticationFailed,
        (_, "Admin sign up") => Conflict,
        // After too many failed attempts of a user. The credential may be right.
        (401 | 403, "User Locked" | "UserLocked") => PermissionDenied,
        // The refresh of a session without its cookie.
        (404, "AuthTokenNotFound") => AuthenticationFailed,
        // No route has this path.
        (404, "Not Found") => UnsupportedByServer,
        // "…/memberships Unauthorized Access", "Forbidden access to …/memberships": the route does
        // not accept this kind of credential, or not one for no organization.
        (401 | 403, name) if name.contains(" Unauthorized Access") => PermissionDenied,
        (403, name) if name.starts_with("Forbidden access to ") => PermissionDenied,
        (403, "You are not logged into this organization") => PermissionDenied,
        // A service token of another project, then other callers without access to the project.
        (403, name) if name.starts_with("Service token not a part of") => PermissionDenied,
        (403, name) if name.contains("of the specified project") => NotFound,
        (403, "ProjectMembershipNotFound") => NotFound,
        // These servers answer 500 for an empty query result or a malformed id.
        (
            500,
            "Failed to find project by id"
            | "Failed to find project by slug"
            | "Find project by slug"
            | "FindSecretSnapshotDataById"
            | "DynamicSecretLeaseFindById",
        ) => NotFound,
        // And for a name of a folder that cannot be part of a path.
        (500, "Find by secret path") => InvalidInput,
        // The database did not store the new object: its slug is taken.
        (500, "Create") => Conflict,
        _ => return None,
    })
}

/// By what only one kind of credential can mean.
fn by_credential(
    status: u16,
    name: &str,
    sentence: &str,
    credential: CredentialKind,
) -> Option<ErrorKind> {
    match (status, credential) {
        (404, CredentialKind::ServiceToken) if sentence.starts_with("service token with id ") => {
            Some(AuthenticationFailed)
        }
        (500, CredentialKind::ApiKey) if name == "Find by id" => Some(AuthenticationFailed),
        _ => None,
    }
}

/// By the first row whose statuses and words fit.
fn by_words(status: u16, sentence: &str) -> Option<ErrorKind> {
    let fits = |(statuses, words, _): &&Row| {
        statuses.contains(&status) && words.iter().any(|words| sentence.contains(words))
    };
    SENTENCES.iter().find(fits).map(|(_, _, kind)| *kind)
}

/// Statuses, parts of sentences in lower case, and their kind.
type Row = (&'static [u16], &'static [&'static str], ErrorKind);

const SENTENCES: &[Row] = &[
    // A machine identity after too many failed attempts. The credential may be right.
    (&[401], &["temporarily locked"], PermissionDenied),
    // For giving more permissions than one's own.
    (&[400, 500], &["more privileged"], PermissionDenied),
    (&[400, 403, 500], &["for complete account", "for complete user"], Conflict),
    (
        &[400, 500],
        &[
            "failed email verification",
            "failed email magic link",
            // Their answer to a wrong proof of the password.
            "failed to create backup key",
        ],
        AuthenticationFailed,
    ),
    // The second is a secret without the requested version.
    (&[500], &["failed to find user backup key", "reading 'secretid'"], NotFound),
    (&[401, 403, 500], &["expired"], TokenExpired),
    // Not included in the server's licence.
    (&[400], &["plan restriction", "plan rbac restriction"], UnsupportedByServer),
    (&[400], &["api key authentication is not supported"], UnsupportedByServer),
    (
        &[400],
        &[
            // A password.
            "invalid credentials",
            // 2024, of a machine identity's access token.
            "number of uses limit reached",
        ],
        AuthenticationFailed,
    ),
    (&[404], &["no identity with specified client id"], AuthenticationFailed),
    (&[403], &["service authorization for given project"], PermissionDenied),
    // An unknown role.
    (&[400, 404], &["custom role", "custom project role", "specified role"], InvalidInput),
    (&[400], &["role not found"], InvalidInput),
    (
        &[400],
        &[
            "already exist",
            "already been set up",
            "duplicate role",
            "already a member",
            "existing member",
            "already part of the group",
        ],
        Conflict,
    ),
    // Not possible in a project whose key the server does not have.
    (
        &[400],
        &["bot key", "e2ee project", "upgrade the project before leaving"],
        UnsupportedByServer,
    ),
    (&[404], &["project bot not found for project"], UnsupportedByServer),
    // A project of another product.
    (&[400], &["operations of type"], UnsupportedByServer),
    // Not included in the server's licence.
    (&[400], &["license does not include"], UnsupportedByServer),
    // Not possible in a project that is not end-to-end encrypted.
    (&[400], &["project is upgraded"], UnsupportedByServer),
    (&[400], &["must be user", "only admin", "only member"], PermissionDenied),
    (
        &[400],
        &[
            "not found",
            "failed to find",
            "no corresponding",
            "does not exist",
            "doesn't exist",
            "doesn't have membership",
            "does not have universal auth",
            "does not have token auth",
            // Sic: a change of something that does not exist.
            "failed to updated universal auth",
            // Ids of secrets to move.
            "invalid secrets",
            "failed to validate receiver membership",
            "not a member of this project",
            "not part of the group",
            "not part of the organization",
            "missing organization membership",
        ],
        NotFound,
    ),
    // Log-in and token checks of 2024 fail with 500 and say why only in words.
    (
        &[500],
        &["failed to authenticate", "failed to find user", "failed to find token"],
        AuthenticationFailed,
    ),
];

/// If nothing else decides.
fn by_status(status: u16, name: &str, sentence: &str) -> ErrorKind {
    match status {
        403 if name.starts_with("Forbidden") => PermissionDenied,
        401 | 403 => AuthenticationFailed,
        // "Blind index not found", "Blind index for project … not found": the project is not
        // end-to-end encrypted.
        404 if sentence.starts_with("blind index ") => UnsupportedByServer,
        404 => NotFound,
        400 | 415 | 422 => InvalidInput,
        500 if sentence.starts_with("invalid ") || sentence.starts_with("jwt ") => {
            AuthenticationFailed
        }
        _ => by_status_alone(status),
    }
}
