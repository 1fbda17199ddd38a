//! Sign-up in three steps: a code by e-mail, its confirmation, the account with its keys.

use serde::{Deserialize, Serialize};

use super::server::Era;
use crate::http::{Authorization, Request};
use crate::{ErrorKind, Result, SecretString};

#[derive(Serialize)]
struct Email<'a> {
    email: &'a str,
}

#[derive(Serialize)]
struct Verify<'a> {
    email: &'a str,
    code: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct Verified {
    pub(crate) token: String,
}

/// Everything the server keeps of an account. Only `password`, which June 2024 demands, is not
/// already protected.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account<'a> {
    pub(crate) email: &'a str,
    pub(crate) first_name: &'a str,
    pub(crate) last_name: &'a str,
    pub(crate) organization_name: &'a str,
    pub(crate) public_key: &'a str,
    pub(crate) salt: &'a str,
    pub(crate) verifier: &'a str,
    pub(crate) protected_key: &'a str,
    #[serde(rename = "protectedKeyIV")]
    pub(crate) protected_key_iv: &'a str,
    pub(crate) protected_key_tag: &'a str,
    pub(crate) encrypted_private_key: &'a str,
    #[serde(rename = "encryptedPrivateKeyIV")]
    pub(crate) encrypted_private_key_iv: &'a str,
    pub(crate) encrypted_private_key_tag: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) password: Option<&'a str>,
}

#[derive(Deserialize)]
pub(crate) struct Completed {
    pub(crate) user: super::users::UserRecord,
}

/// A complete account answers 403 to both first steps.
const REGISTERED: &[(u16, ErrorKind)] = &[(403, ErrorKind::Conflict)];

/// A wrong code is 400; a complete account 403.
const WRONG_CODE: &[(u16, ErrorKind)] =
    &[(400, ErrorKind::AuthenticationFailed), (403, ErrorKind::Conflict)];

pub(crate) fn send_code(era: Era, email: &str) -> Result<Request> {
    Request::post(format!("{}/email/signup", root(era)))
        .about(format!("signing up {email}"))
        .hints(REGISTERED)
        .confidential()
        .json(&Email { email })
}

pub(crate) fn verify_code(era: Era, email: &str, code: &str) -> Result<Request> {
    Request::post(format!("{}/email/verify", root(era)))
        .about(format!("confirming the sign-up code of {email}"))
        .hints(WRONG_CODE)
        .confidential()
        .json(&Verify { email, code })
}

pub(crate) fn complete(token: SecretString, account: &Account<'_>) -> Result<Request> {
    Request::post("/api/v3/signup/complete-account/signup")
        .about(format!("completing the account of {}", account.email))
        .hints(REGISTERED)
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(account)
}

fn root(era: Era) -> &'static str {
    match era {
        Era::May2023 => "/api/v1/signup",
        Era::February2024 | Era::June2024 => "/api/v3/signup",
    }
}
