//! Log-in, tokens, and the organization of a token.

use serde::{Deserialize, Serialize};

use super::secret;
use super::users::KeyFields;
use crate::http::{Authorization, Request};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Login1<'a> {
    email: &'a str,
    client_public_key: &'a str,
}

/// The server's half of the SRP exchange.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Challenge {
    pub(crate) server_public_key: String,
    pub(crate) salt: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Login2<'a> {
    email: &'a str,
    client_proof: &'a str,
}

/// Either a session with the protected private key, or a token for the second factor.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoggedIn {
    #[serde(default)]
    pub(crate) mfa_enabled: bool,
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
    #[serde(flatten)]
    pub(crate) keys: Option<KeyFields>,
}

#[derive(Serialize)]
struct Login<'a> {
    email: &'a str,
    password: &'a str,
}

/// The session of a log-in by password, for no organization.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoggedInByPassword {
    #[serde(deserialize_with = "secret")]
    pub(crate) access_token: SecretString,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SelectOrganization<'a> {
    organization_id: &'a str,
}

/// A session for an organization or, on today's servers, a token for the second factor.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Selected {
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
    #[serde(default)]
    pub(crate) is_mfa_enabled: bool,
    pub(crate) mfa_method: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct NewToken {
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
}

const WRONG_PASSWORD: &[(u16, ErrorKind)] = &[(400, ErrorKind::AuthenticationFailed)];

/// Since October 2024, servers do not say what is wrong with a proof or an address.
const PROOF_REFUSED: &[(&str, ErrorKind)] =
    &[("something went wrong", ErrorKind::AuthenticationFailed)];

/// The first step of a log-in. It replaces a pending log-in of the same user.
pub(crate) fn login1(email: &str, client_public_key: &str) -> Result<Request> {
    Request::post("/api/v3/auth/login1")
        .repeatable()
        .about(format!("logging in as {email}", email = Shown(email)))
        .hints(WRONG_PASSWORD)
        .meanings(PROOF_REFUSED)
        .confidential()
        .json(&Login1 { email, client_public_key })
}

pub(crate) fn login2(email: &str, client_proof: &str) -> Result<Request> {
    Request::post("/api/v3/auth/login2")
        .opening_session()
        .about(format!("logging in as {email}", email = Shown(email)))
        .hints(WRONG_PASSWORD)
        .meanings(PROOF_REFUSED)
        .confidential()
        .json(&Login2 { email, client_proof })
}

/// Today's log-in. It sends the password.
pub(crate) fn login(email: &str, password: &SecretString) -> Result<Request> {
    Request::post("/api/v3/auth/login")
        .opening_session()
        .about(format!("logging in as {email}", email = Shown(email)))
        .hints(WRONG_PASSWORD)
        .confidential()
        .json(&Login { email, password: password.expose() })
}

pub(crate) fn select_organization(organization_id: &str) -> Result<Request> {
    Request::post("/api/v3/auth/select-organization")
        .opening_session()
        .about(format!("selecting organization {organization_id}"))
        .json(&SelectOrganization { organization_id })
}

/// A new access token for the session of `refresh_token`.
pub(crate) fn refresh(refresh_token: SecretString) -> Request {
    Request::post("/api/v1/auth/token")
        .opening_session()
        .about("refreshing the session")
        .hints(&[(400, ErrorKind::TokenExpired)])
        .confidential()
        .authorized(Authorization::RefreshToken(refresh_token))
}

/// `refresh_token` ends the session on today's servers, which ignore the access token.
pub(crate) fn log_out(token: SecretString, refresh_token: Option<SecretString>) -> Request {
    let authorization = match refresh_token {
        Some(refresh_token) => Authorization::Session { token, refresh_token },
        None => Authorization::Bearer(token),
    };
    Request::post("/api/v1/auth/logout").about("logging out").authorized(authorization)
}

/// Answers 200 while the access token is valid.
pub(crate) fn check(token: &SecretString) -> Request {
    Request::post("/api/v1/auth/checkAuth")
        .repeatable()
        .about("checking the access token")
        .authorized(Authorization::Bearer(token.clone()))
}
