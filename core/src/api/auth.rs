//! Log-in, tokens, and the organization of a token.

use serde::{Deserialize, Serialize};

use super::secret;
use super::users::KeyFields;
use crate::http::Request;
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
#[serde(rename_all = "camelCase")]
struct SelectOrganization<'a> {
    organization_id: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct NewToken {
    #[serde(deserialize_with = "secret")]
    pub(crate) token: SecretString,
}

const WRONG_PASSWORD: &[(u16, ErrorKind)] = &[(400, ErrorKind::AuthenticationFailed)];

/// The first step of a log-in. It replaces a pending log-in of the same user.
pub(crate) fn login1(email: &str, client_public_key: &str) -> Result<Request> {
    Request::post("/api/v3/auth/login1")
        .repeatable()
        .about(format!("logging in as {email}", email = Shown(email)))
        .hints(WRONG_PASSWORD)
        .confidential()
        .json(&Login1 { email, client_public_key })
}

pub(crate) fn login2(email: &str, client_proof: &str) -> Result<Request> {
    Request::post("/api/v3/auth/login2")
        .opening_session()
        .about(format!("logging in as {email}", email = Shown(email)))
        .hints(WRONG_PASSWORD)
        .confidential()
        .json(&Login2 { email, client_proof })
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
        .authorized(crate::http::Authorization::RefreshToken(refresh_token))
}

pub(crate) fn log_out(token: SecretString) -> Request {
    Request::post("/api/v1/auth/logout")
        .about("logging out")
        .authorized(crate::http::Authorization::Bearer(token))
}

/// Answers 200 while the access token is valid.
pub(crate) fn check(token: &SecretString) -> Request {
    Request::post("/api/v1/auth/checkAuth")
        .repeatable()
        .about("checking the access token")
        .authorized(crate::http::Authorization::Bearer(token.clone()))
}
