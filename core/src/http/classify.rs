//! Converts a failed answer to an [`Error`], with a table of each release's statuses.
//!
//! Releases differ: May 2023 sends an empty object, so only the status has a meaning; February and
//! June 2024 send `{statusCode, message, error}` and use 401 for "not allowed" and 403 for "not
//! authenticated"; later ones swap these two again. The shape of the body identifies the family.

use super::error_body::ErrorBody;
use super::request::{Authorization, Request};
use super::response::Response;
use super::wording::{explanation, plain, quotable, reason, wait_in_words};
use crate::text::is_plain_id;
use crate::{Error, ErrorKind};

/// The May 2023 server answers 500 to a larger body.
const MAY_2023_BODY_LIMIT: usize = 102_400;

/// The kind of credential of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(hidden)]
pub enum CredentialKind {
    /// No credential.
    None,
    /// `st.…`, `stv3.…` or a service account's `sa.…`.
    ServiceToken,
    /// A user's access token.
    AccessToken,
    /// `ak.…`
    ApiKey,
}

impl CredentialKind {
    pub(super) fn of(authorization: &Authorization) -> Self {
        match authorization {
            Authorization::None | Authorization::RefreshToken(_) => Self::None,
            Authorization::ApiKey(_) => Self::ApiKey,
            Authorization::Bearer(token)
                if ["st.", "stv3.", "sa."].iter().any(|kind| token.expose().starts_with(kind)) =>
            {
                Self::ServiceToken
            }
            Authorization::Bearer(_) => Self::AccessToken,
        }
    }
}

/// Turns a failed answer into the error of the call.
pub(super) fn classify(
    response: &Response,
    request: &Request,
    credential: CredentialKind,
) -> Error {
    let body = ErrorBody::parse(&response.body);
    let (kind, words) = match &body {
        Some(body) if body.is_later() => {
            (later(response.status, body, request, credential), body.sentence.clone())
        }
        Some(_) => (may_2023(response.status, request, credential), String::new()),
        None => match not_json(response) {
            Some(kind) => (kind, String::new()),
            None if response.is_cut && !response.is_html() => return response.too_long_to_read(),
            None => return response.not_an_api(),
        },
    };
    let quoted = quotable(kind, &words, request);
    let applied = kind == ErrorKind::ServerError && request.may_change_something();
    let reason = reason(&words).unwrap_or_else(|| match applied {
        true => "the server failed. The change may have been applied",
        false => explanation(kind),
    });
    // If no release has the path, the base URL may be wrong. May 2023 gives the same answer to an
    // invalid token.
    let is_no_route = response.status == 404
        && matches!(kind, ErrorKind::UnsupportedByServer | ErrorKind::AuthenticationFailed);
    let hint = match response.base_url_hint.as_str() {
        hint if is_no_route && !hint.is_empty() => format!(", or the base URL is wrong{hint}"),
        _ => String::new(),
    };
    let message = format!("{}: {reason}{hint}{quoted}", request.subject);
    let of_header = response.request_id.clone().filter(|id| is_plain_id(id));
    let request_id = of_header.or_else(|| body.and_then(|body| body.request_id));
    let error = Error::new(kind, message)
        .with_status(response.status)
        .with_request_id(request_id)
        .with_retry_after(response.retry_after.or_else(|| wait_in_words(kind, &words)));
    match kind {
        // Servers limit the rate before they do anything.
        ErrorKind::RateLimited | ErrorKind::ServerError => error.passing(applied),
        _ => error.with_retryable(false),
    }
}

fn may_2023(status: u16, request: &Request, credential: CredentialKind) -> ErrorKind {
    if let Some((_, kind)) = request.hints.iter().find(|(hinted, _)| *hinted == status) {
        return *kind;
    }
    let sent = request.body.as_ref().map_or(0, |body| body.len());
    match status {
        400 | 415 => ErrorKind::InvalidInput,
        401 | 403 => ErrorKind::PermissionDenied,
        404 => ErrorKind::NotFound,
        429 => ErrorKind::RateLimited,
        500 if sent > MAY_2023_BODY_LIMIT => ErrorKind::PayloadTooLarge,
        // This release answers 500 to a token that it cannot verify. The session checks that.
        500 if credential == CredentialKind::AccessToken => ErrorKind::AuthenticationFailed,
        _ => by_status_alone(status),
    }
}

fn later(
    status: u16,
    body: &ErrorBody,
    request: &Request,
    credential: CredentialKind,
) -> ErrorKind {
    let sentence = plain(&body.sentence);
    let said = |words: &str| sentence.contains(words);
    let here = request.meanings.iter().find(|(words, _)| said(words)).map(|(_, kind)| *kind);
    if let (400..=403 | 500, Some(kind)) = (status, here) {
        return kind;
    }
    match (status, body.name.as_str()) {
        (429, _) => ErrorKind::RateLimited,
        (413, _) => ErrorKind::PayloadTooLarge,
        (_, "ValidationFailure") => ErrorKind::InvalidInput,
        (_, "PermissionDenied") => ErrorKind::PermissionDenied,
        (_, "User not in project" | "Identity not in project" | "User not in org") => {
            ErrorKind::NotFound
        }
        (_, "TokenError") if said("expired") => ErrorKind::TokenExpired,
        (_, "TokenError") => ErrorKind::AuthenticationFailed,
        (_, "Admin sign up") => ErrorKind::Conflict,
        // A user, or a machine identity on today's servers, after too many failed attempts. The
        // credential may be right.
        (401 | 403, "User Locked" | "UserLocked") => ErrorKind::PermissionDenied,
        (401, _) if said("temporarily locked") => ErrorKind::PermissionDenied,
        // For giving more permissions than one's own.
        (400 | 500, _) if said("more privileged") => ErrorKind::PermissionDenied,
        (_, _) if said("for complete account") || said("for complete user") => ErrorKind::Conflict,
        (403, _) if said("not logged into this organization") => ErrorKind::PermissionDenied,
        (400 | 500, _)
            if said("failed email verification")
                || said("failed email magic link")
                // Their answer to a wrong proof of the password.
                || said("failed to create backup key") =>
        {
            ErrorKind::AuthenticationFailed
        }
        (500, _) if said("failed to find user backup key") => ErrorKind::NotFound,
        // These servers answer 500 for an empty query result or a malformed id.
        (
            500,
            "Failed to find project by id" | "Find project by slug" | "FindSecretSnapshotDataById",
        ) => ErrorKind::NotFound,
        // A secret without the requested version.
        (500, _) if said("reading 'secretid'") => ErrorKind::NotFound,
        (401 | 403 | 500, _) if said("expired") => ErrorKind::TokenExpired,
        // Not included in the server's licence.
        (400, _) if said("plan restriction") => ErrorKind::UnsupportedByServer,
        // 2024, of a machine identity's access token.
        (400, _) if said("number of uses limit reached") => ErrorKind::AuthenticationFailed,
        (403, _) if said("service authorization for given project") => ErrorKind::PermissionDenied,
        // "…/memberships Unauthorized Access": the route does not take this kind of credential, or
        // not one for no organization.
        (403, name) if name.contains(" Unauthorized Access") => ErrorKind::PermissionDenied,
        // Later servers, for a project that the caller is not a member of.
        (403, "ProjectMembershipNotFound") => ErrorKind::NotFound,
        (403, name) if name.contains("of the specified project") => ErrorKind::NotFound,
        // Today's servers, for giving more permissions than one's own.
        (403, "PermissionBoundaryError") => ErrorKind::PermissionDenied,
        (403, name) if name.starts_with("Forbidden") => ErrorKind::PermissionDenied,
        (401 | 403, _) => ErrorKind::AuthenticationFailed,
        (404, "Not Found") => ErrorKind::UnsupportedByServer,
        // An unknown role.
        (400 | 404, _)
            if said("custom role")
                || said("custom project role")
                || said("specified role")
                || (status == 400 && sentence == "role not found") =>
        {
            ErrorKind::InvalidInput
        }
        (404, _) => ErrorKind::NotFound,
        (400, _)
            if said("already exist")
                || said("already been set up")
                || said("duplicate role")
                || said("already a member")
                || said("existing member")
                || said("already part of the group") =>
        {
            ErrorKind::Conflict
        }
        // Not possible in a project whose key the server does not have.
        (400, _)
            if said("bot key")
                || said("e2ee project")
                || said("upgrade the project before leaving") =>
        {
            ErrorKind::UnsupportedByServer
        }
        (400, _) if said("must be user") || said("only admin") || said("only member") => {
            ErrorKind::PermissionDenied
        }
        (400, _)
            if said("not found")
                || said("failed to find")
                || said("no corresponding")
                || said("does not exist")
                || said("doesn't exist")
                || said("doesn't have membership")
                || said("does not have universal auth")
                || said("does not have token auth")
                // Sic: a change of something that does not exist.
                || said("failed to updated universal auth")
                || said("not part of the group")
                || said("not part of the organization") =>
        {
            ErrorKind::NotFound
        }
        (400 | 415 | 422, _) => ErrorKind::InvalidInput,
        // Log-in and token checks of 2024 fail with 500 and say why only in words.
        (500, _) if sentence.starts_with("invalid ") || sentence.starts_with("jwt ") => {
            ErrorKind::AuthenticationFailed
        }
        (500, _)
            if said("failed to authenticate")
                || said("failed to find user")
                || said("failed to find token") =>
        {
            ErrorKind::AuthenticationFailed
        }
        (500, "Find by id") if credential == CredentialKind::ApiKey => {
            ErrorKind::AuthenticationFailed
        }
        _ => by_status_alone(status),
    }
}

/// A redirect, a proxy's page or a plain sentence; `None` when nothing says an Infisical server is
/// there.
fn not_json(response: &Response) -> Option<ErrorKind> {
    match response.status {
        300..400 | 413 | 429 => Some(by_status_alone(response.status)),
        500.. => Some(ErrorKind::ServerError),
        _ => None,
    }
}

fn by_status_alone(status: u16) -> ErrorKind {
    match status {
        300..400 => ErrorKind::InvalidResponse,
        413 => ErrorKind::PayloadTooLarge,
        429 => ErrorKind::RateLimited,
        400..500 => ErrorKind::InvalidInput,
        _ => ErrorKind::ServerError,
    }
}

/// Classifies a recorded exchange, with its route's meanings of statuses and messages. A test
/// checks the table with it against traffic of real servers. `writes` tells whether the request may
/// change something. Not part of the API.
#[doc(hidden)]
#[must_use]
pub fn classify_recorded(
    status: u16,
    body: &[u8],
    credential: CredentialKind,
    hints: &'static [(u16, ErrorKind)],
    meanings: &'static [(&'static str, ErrorKind)],
    sent_bytes: usize,
    writes: bool,
) -> Error {
    let mut request = if writes { Request::post("/api") } else { Request::get("/api") };
    request = request.hints(hints).meanings(meanings);
    request.body = Some(zeroize::Zeroizing::new(vec![b' '; sent_bytes]));
    let headers = reqwest::header::HeaderMap::new();
    classify(&Response::new(status, &headers, body.to_vec(), String::new()), &request, credential)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SecretString;

    fn answer(status: u16, body: &str) -> Response {
        let headers = reqwest::header::HeaderMap::new();
        Response::new(status, &headers, body.as_bytes().to_vec(), "secret A".into())
    }

    #[test]
    fn classify_empty_object_has_a_useful_message() {
        let request = Request::get("/api").about("secret A in environment dev");
        let error = classify(&answer(404, "{}"), &request, CredentialKind::ServiceToken);
        assert_eq!(error.kind(), ErrorKind::NotFound);
        assert!(error.to_string().contains("secret A in environment dev: not found"), "{error}");
        assert_eq!(error.status(), Some(404));
    }

    #[test]
    fn classify_web_page_is_wrong_url_and_failed_proxy_is_server_error() {
        let request = Request::get("/api");
        let kind =
            |status| classify(&answer(status, "<html>"), &request, CredentialKind::None).kind();
        assert_eq!(kind(404), ErrorKind::InvalidResponse);
        assert_eq!(kind(502), ErrorKind::ServerError);
        assert_eq!(kind(413), ErrorKind::PayloadTooLarge);
    }

    #[test]
    fn classify_quotes_messages_without_credentials_or_control_characters() {
        let request = |confidential| {
            let mut request = Request::get("/api")
                .authorized(Authorization::Bearer(SecretString::from("st.0a0a.secretpart")));
            request.confidential = confidential;
            request
        };
        let say = |words: &str, confidential| {
            let body =
                serde_json::json!({"statusCode": 400, "error": "BadRequest", "message": words});
            let answer = answer(400, &body.to_string());
            classify(&answer, &request(confidential), CredentialKind::ServiceToken).to_string()
        };
        assert!(say("bad\u{1b}[31m slug", false).contains("The server says: bad\\u{1b}[31m slug"));
        assert!(!say("you sent secretpart", false).contains("secretpart"));
        assert!(!say("planted words", true).contains("planted"));
    }

    #[test]
    fn classify_500_of_may_2023_after_large_body_is_payload_too_large() {
        let mut request = Request::post("/api");
        request.body = Some(zeroize::Zeroizing::new(vec![b' '; MAY_2023_BODY_LIMIT + 1]));
        let error = classify(&answer(500, "{}"), &request, CredentialKind::AccessToken);
        assert_eq!(error.kind(), ErrorKind::PayloadTooLarge);
    }

    #[test]
    fn classify_non_member_by_error_name_of_modern_servers() {
        let request = Request::get("/api");
        for (name, kind) in [
            ("ProjectMembershipNotFound", ErrorKind::NotFound),
            ("Identity is not a member of the specified project with ID 'x'", ErrorKind::NotFound),
            ("User not a part of the specified project", ErrorKind::NotFound),
            ("ForbiddenError", ErrorKind::PermissionDenied),
            ("PermissionBoundaryError", ErrorKind::PermissionDenied),
        ] {
            let body = serde_json::json!({"statusCode": 403, "error": name, "message": "no"});
            let answer = answer(403, &body.to_string());
            assert_eq!(classify(&answer, &request, CredentialKind::AccessToken).kind(), kind);
        }
    }

    #[test]
    fn classify_by_message_of_modern_servers() {
        let request = Request::get("/api");
        for (status, words, kind) in [
            (404, "One or more custom roles not found", ErrorKind::InvalidInput),
            (404, "One or more custom project roles not found", ErrorKind::InvalidInput),
            (404, "Specified role 'a' was not found in the project", ErrorKind::InvalidInput),
            (400, "Custom role not found", ErrorKind::InvalidInput),
            (400, "Role not found", ErrorKind::InvalidInput),
            (404, "Role not found", ErrorKind::NotFound),
            (404, "Role with slug a not found", ErrorKind::NotFound),
            (400, "Role with a already exists", ErrorKind::Conflict),
            (400, "Duplicate role", ErrorKind::Conflict),
            (400, "Role is assigned to 1 identity membership.", ErrorKind::InvalidInput),
            (400, "Group is already a member", ErrorKind::Conflict),
            (400, "Group doesn't have membership", ErrorKind::NotFound),
            (400, "User(s) are already part of the group a", ErrorKind::Conflict),
            (400, "User(s) are not part of the group a", ErrorKind::NotFound),
            (400, "User with id 1 is not part of the organization", ErrorKind::NotFound),
            (400, "Failed to add group to E2EE project", ErrorKind::UnsupportedByServer),
            (400, "The identity does not have universal auth", ErrorKind::NotFound),
            (400, "The identity does not have Token Auth", ErrorKind::NotFound),
            (
                400,
                "Failed to add Token Auth to already configured identity",
                ErrorKind::InvalidInput,
            ),
            (400, "Please upgrade the project before leaving.", ErrorKind::UnsupportedByServer),
            (400, "You cannot leave, you are the only member", ErrorKind::PermissionDenied),
            (400, "You cannot leave, you are the only admin.", ErrorKind::PermissionDenied),
            (400, "Only admins are allowed to take this action", ErrorKind::PermissionDenied),
            (400, "Something else about leaving", ErrorKind::InvalidInput),
        ] {
            let body = serde_json::json!({"statusCode": status, "error": "X", "message": words});
            let answer = answer(status, &body.to_string());
            let error = classify(&answer, &request, CredentialKind::AccessToken);
            assert_eq!(error.kind(), kind, "{words}");
        }
    }
}
