//! The second factor: a code by e-mail.

use serde::Serialize;

use super::server::Era;
use crate::http::{Authorization, Request};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Verify<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    mfa_token: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mfa_method: Option<&'a str>,
}

#[derive(Serialize)]
struct Send<'a> {
    email: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Set {
    is_mfa_enabled: bool,
}

/// The answer of a log-in, without the salt. `method` is the kind of second factor, for today's
/// servers.
pub(crate) fn verify(
    era: Era,
    email: &str,
    code: &str,
    method: Option<&str>,
    token: SecretString,
) -> Result<Request> {
    Request::post("/api/v2/auth/mfa/verify")
        .about(format!("logging in as {email}", email = Shown(email)))
        // 500: no code is valid any more, or the token is invalid.
        .hints(&[(401, ErrorKind::AuthenticationFailed), (500, ErrorKind::TokenExpired)])
        .meanings(&[
            ("failed to find token", ErrorKind::TokenExpired),
            // Today's servers do not say that the code is wrong.
            ("something went wrong", ErrorKind::AuthenticationFailed),
        ])
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(&Verify {
            email: (era == Era::May2023).then_some(email),
            mfa_token: code,
            mfa_method: method,
        })
}

/// Requests another code by e-mail.
pub(crate) fn send(era: Era, email: &str, token: SecretString) -> Result<Request> {
    let request = Request::post("/api/v2/auth/mfa/send")
        .about(format!("mailing a code to {email}", email = Shown(email)));
    match era {
        Era::May2023 => request.json(&Send { email }),
        _ => Ok(request.authorized(Authorization::Bearer(token))),
    }
}

pub(crate) fn set(enabled: bool) -> Result<Request> {
    Request::patch("/api/v2/users/me/mfa")
        .about("changing the second factor")
        .json(&Set { is_mfa_enabled: enabled })
}
