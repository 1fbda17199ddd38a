//! Sign-up in three steps: a code by e-mail, its confirmation, the account with its keys.

use serde::{Deserialize, Serialize};

use super::passwords::Protection;
use super::secret;
use super::server::Era;
use crate::http::{Authorization, Request};
use crate::text::Shown;
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
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
}

/// Everything the server stores of a new account. Only `password`, which June 2024 requires, is in
/// plaintext.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account<'a> {
    pub(crate) email: &'a str,
    pub(crate) first_name: &'a str,
    pub(crate) last_name: &'a str,
    /// The name of the organization that is created with the account; absent for an invited person,
    /// who creates none, and for the first account, whose organization already has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization_name: Option<&'a str>,
    pub(crate) public_key: &'a str,
    #[serde(flatten)]
    pub(crate) protection: Protection<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) password: Option<&'a str>,
}

/// What today's servers store of a new account. It has no keys.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeylessAccount<'a> {
    pub(crate) email: &'a str,
    pub(crate) first_name: &'a str,
    pub(crate) last_name: &'a str,
    /// Absent for an invited person, and for the first account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization_name: Option<&'a str>,
    pub(crate) password: &'a str,
}

#[derive(Serialize)]
struct OfKind<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    account: &'a KeylessAccount<'a>,
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

/// Today's servers do not say what is wrong with a code.
pub(super) const CODE_REFUSED: &[(&str, ErrorKind)] =
    &[("something went wrong", ErrorKind::AuthenticationFailed)];

pub(crate) fn send_code(era: Era, email: &str) -> Result<Request> {
    Request::post(format!("{}/email/signup", root(era)))
        .about(format!("signing up {email}", email = Shown(email)))
        .hints(REGISTERED)
        .confidential()
        .json(&Email { email })
}

pub(crate) fn verify_code(era: Era, email: &str, code: &str) -> Result<Request> {
    Request::post(format!("{}/email/verify", root(era)))
        .about(format!("confirming the sign-up code of {email}", email = Shown(email)))
        .hints(WRONG_CODE)
        .meanings(CODE_REFUSED)
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

/// For a person invited to an organization.
pub(crate) fn complete_invited(
    era: Era,
    token: SecretString,
    account: &Account<'_>,
) -> Result<Request> {
    let version = if era == Era::May2023 { "v2" } else { "v3" };
    Request::post(format!("/api/{version}/signup/complete-account/invite"))
        .about(format!("completing the account of {}", account.email))
        .hints(REGISTERED)
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(account)
}

/// On today's servers, with or without an invitation.
pub(crate) fn complete_keyless(
    token: SecretString,
    account: &KeylessAccount<'_>,
) -> Result<Request> {
    Request::post("/api/v3/signup/complete-account")
        .about(format!("completing the account of {}", Shown(account.email)))
        .confidential()
        .authorized(Authorization::Bearer(token))
        .json(&OfKind { kind: "email", account })
}

/// The first account of today's servers.
pub(crate) fn keyless_administrator(account: &KeylessAccount<'_>) -> Result<Request> {
    Request::post("/api/v1/admin/signup")
        .about(format!("signing up {} as administrator", Shown(account.email)))
        .confidential()
        .json(account)
}

/// The first account of a server, since 2024, without a code.
pub(crate) fn administrator(account: &Account<'_>) -> Result<Request> {
    Request::post("/api/v1/admin/signup")
        .about(format!("signing up {} as administrator", account.email))
        .confidential()
        .json(account)
}

fn root(era: Era) -> &'static str {
    match era {
        Era::May2023 => "/api/v1/signup",
        Era::February2024 | Era::June2024 | Era::October2024 | Era::Modern => "/api/v3/signup",
    }
}
