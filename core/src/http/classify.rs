//! Converts a failed answer to an [`Error`].
//!
//! Releases differ: May 2023 sends an empty object, so only the status has a meaning; February and
//! June 2024 send `{statusCode, message, error}` and use 401 for "not allowed" and 403 for "not
//! authenticated"; later ones swap these two again. The shape of the body identifies the family.
//! The table of the later ones is in [`later`].

mod later;

use super::error_body::ErrorBody;
use super::request::{Authorization, Request};
use super::response::Response;
use super::wording::{end_of_lock, explanation, quotable, reason, wait_in_words};
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
            Authorization::Bearer(_) | Authorization::Session { .. } => Self::AccessToken,
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
            (later::kind(response.status, body, request, credential), body.sentence.clone())
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
    let name = body.as_ref().map_or("", |body| &body.name);
    let reason = reason(name, &words).unwrap_or_else(|| match applied {
        true => "the server failed. The change may have been applied",
        false => explanation(kind),
    });
    // If no release has the path, the base URL may be wrong. May 2023 gives the same answer to an
    // invalid token.
    let is_no_route = response.status == 404
        && match &body {
            Some(body) if body.is_later() => name == "Not Found",
            _ => matches!(kind, ErrorKind::UnsupportedByServer | ErrorKind::AuthenticationFailed),
        };
    let hint = match response.base_url_hint.as_str() {
        hint if is_no_route && !hint.is_empty() => format!(", or the base URL is wrong{hint}"),
        _ => String::new(),
    };
    let lock =
        if kind == ErrorKind::PermissionDenied { end_of_lock(&words) } else { String::new() };
    let message = format!("{}: {reason}{hint}{lock}{quoted}", request.subject);
    let of_header = response.request_id.clone().filter(|id| is_plain_id(id));
    let request_id = of_header.or_else(|| body.and_then(|body| body.request_id));
    let error = Error::new(kind, message)
        .with_status(response.status)
        .with_request_id(request_id)
        .with_unknown_route(is_no_route && kind == ErrorKind::UnsupportedByServer)
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

/// A recorded failure, with what the client knew about the request. Not part of the API.
#[derive(Debug, Clone, Copy)]
#[doc(hidden)]
pub struct Recorded<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The header `retry-after`.
    pub retry_after: Option<&'a str>,
    /// The body as it came.
    pub body: &'a [u8],
    /// The credential of the request.
    pub credential: CredentialKind,
    /// The route's meaning of a status without a message.
    pub hints: &'static [(u16, ErrorKind)],
    /// The route's meaning of a message.
    pub meanings: &'static [(&'static str, ErrorKind)],
    /// The size of the request's body.
    pub sent_bytes: usize,
    /// Whether the request may change something.
    pub writes: bool,
}

/// Classifies a recorded failure. A test checks the table with it against traffic of real servers.
/// Not part of the API.
#[doc(hidden)]
#[must_use]
pub fn classify_recorded(recorded: &Recorded<'_>) -> Error {
    let mut request = if recorded.writes { Request::post("/api") } else { Request::get("/api") };
    request = request.hints(recorded.hints).meanings(recorded.meanings);
    request.body = Some(zeroize::Zeroizing::new(vec![b' '; recorded.sent_bytes]));
    let wait = recorded.retry_after.and_then(|wait| wait.parse().ok());
    let headers = wait.map(|wait| (reqwest::header::RETRY_AFTER, wait)).into_iter().collect();
    let response = Response::new(recorded.status, &headers, recorded.body.to_vec(), String::new());
    classify(&response, &request, recorded.credential)
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

    fn refusal(status: u16, name: &str, words: &str) -> Response {
        let body = serde_json::json!({"statusCode": status, "error": name, "message": words});
        answer(status, &body.to_string())
    }

    #[test]
    fn classify_500_after_large_body_of_later_servers_is_payload_too_large() {
        for (length, kind) in
            [(1_048_577, ErrorKind::PayloadTooLarge), (1_048_576, ErrorKind::ServerError)]
        {
            let mut request = Request::post("/api");
            request.body = Some(zeroize::Zeroizing::new(vec![b' '; length]));
            let answer = refusal(500, "InternalServerError", "Something went wrong");
            let error = classify(&answer, &request, CredentialKind::AccessToken);
            assert_eq!(error.kind(), kind, "{length}");
            assert!(!error.retryable(), "{length}");
        }
    }

    #[test]
    fn classify_404_is_an_unknown_route_only_without_a_route() {
        let request = Request::get("/api");
        for (name, words, is_unknown) in [
            ("Not Found", "Route GET:/api/v4/secrets not found", true),
            ("NotFound", "Project bot not found for project with ID 'x'.", false),
            ("CreateSecret", "Blind index for project with ID 'x' not found", false),
            ("Create secret", "Blind index not found", false),
        ] {
            let mut answer = refusal(404, name, words);
            answer.base_url_hint = " (hint)".to_owned();
            let error = classify(&answer, &request, CredentialKind::AccessToken);
            assert_eq!(error.kind(), ErrorKind::UnsupportedByServer, "{words}");
            assert_eq!(error.is_unknown_route(), is_unknown, "{words}");
            assert_eq!(error.message().contains("base URL"), is_unknown, "{error}");
        }
    }

    #[test]
    fn classify_unknown_service_token_depends_on_the_credential() {
        let request = Request::get("/api");
        let answer = refusal(404, "NotFound", "Service token with ID 'x' not found");
        let kind = |credential| classify(&answer, &request, credential).kind();
        assert_eq!(kind(CredentialKind::ServiceToken), ErrorKind::AuthenticationFailed);
        assert_eq!(kind(CredentialKind::AccessToken), ErrorKind::NotFound);
    }

    #[test]
    fn classify_adds_advice_that_the_kind_does_not_give() {
        let request = Request::get("/api").about("secret A");
        for (status, name, words, advice) in [
            (
                400,
                "BadRequest",
                "API key authentication is not supported anymore.",
                "machine identity",
            ),
            (
                401,
                "/api Unauthorized Access, no organization found in request",
                "No",
                "option organization",
            ),
            (403, "You are not logged into this organization", "No", "another organization"),
            (
                403,
                "Service token not a part of the specified project with ID x",
                "No",
                "another project",
            ),
            (
                404,
                "NotFound",
                "Project bot not found for project with ID 'x'.",
                "share the project key",
            ),
            (404, "CreateSecret", "Blind index for project with ID 'x' not found", "require_e2ee"),
            (500, "Create", "Something went wrong", "slug is taken"),
            (
                403,
                "UserLocked",
                "User is temporarily locked. Try again after 5 minutes.",
                "with account recovery. The lock ends in 5 min",
            ),
        ] {
            let answer = refusal(status, name, words);
            let error = classify(&answer, &request, CredentialKind::AccessToken);
            assert!(error.message().starts_with("secret A: "), "{error}");
            assert!(error.message().contains(advice), "{error}");
        }
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
