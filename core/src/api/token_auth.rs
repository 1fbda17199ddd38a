//! Token auth (servers since autumn 2024): access tokens that users create for machine identities.
//! Also the settings of access tokens, which all auth methods share.

use serde::{Deserialize, Serialize};

use super::identities::subject;
use super::secret;
use crate::http::{Request, segment};
use crate::{Result, SecretString};

/// New settings of access tokens. Absent ones keep the current value, or the server's default.
#[derive(Serialize)]
pub(crate) struct TokenSettings<'a> {
    /// In seconds.
    #[serde(rename = "accessTokenTTL", skip_serializing_if = "Option::is_none")]
    pub(crate) ttl: Option<u64>,
    /// In seconds.
    #[serde(rename = "accessTokenMaxTTL", skip_serializing_if = "Option::is_none")]
    pub(crate) max_ttl: Option<u64>,
    #[serde(rename = "accessTokenNumUsesLimit", skip_serializing_if = "Option::is_none")]
    pub(crate) num_uses_limit: Option<u64>,
    #[serde(rename = "accessTokenTrustedIps", skip_serializing_if = "Option::is_none")]
    pub(crate) trusted_ips: Option<Vec<Address<'a>>>,
}

/// An address, or a range of them with a slash.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Address<'a> {
    ip_address: &'a str,
}

pub(crate) fn addresses(texts: Option<&[String]>) -> Option<Vec<Address<'_>>> {
    Some(texts?.iter().map(|ip_address| Address { ip_address }).collect())
}

/// The settings of access tokens as the server shows them. Zero means "no limit".
#[derive(Deserialize)]
pub(crate) struct TokenSettingsRecord {
    /// In seconds.
    #[serde(rename = "accessTokenTTL")]
    pub(crate) ttl: u64,
    /// In seconds.
    #[serde(rename = "accessTokenMaxTTL")]
    pub(crate) max_ttl: u64,
    #[serde(rename = "accessTokenNumUsesLimit", default)]
    pub(crate) num_uses_limit: i64,
    #[serde(rename = "accessTokenTrustedIps", default)]
    pub(crate) trusted_ips: Vec<TrustedIp>,
}

/// An address, or a range of them if it has a prefix.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TrustedIp {
    ip_address: String,
    prefix: Option<u8>,
}

impl TrustedIp {
    /// In the form in which it is set.
    pub(crate) fn text(&self) -> String {
        match self.prefix {
            Some(prefix) => format!("{}/{prefix}", self.ip_address),
            None => self.ip_address.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneTokenAuth {
    pub(crate) identity_token_auth: TokenSettingsRecord,
}

#[derive(Serialize)]
struct TokenName<'a> {
    name: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreatedToken {
    #[serde(deserialize_with = "secret")]
    pub(crate) access_token: SecretString,
    /// In seconds; 0 for no limit.
    pub(crate) expires_in: u64,
}

#[derive(Deserialize)]
pub(crate) struct Tokens {
    pub(crate) tokens: Vec<TokenRecord>,
}

/// An access token as the server lists it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokenRecord {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) access_token_last_used_at: Option<String>,
    pub(crate) access_token_num_uses: Option<i64>,
    #[serde(default)]
    pub(crate) is_access_token_revoked: bool,
}

pub(crate) fn attach(id: &str, settings: &TokenSettings<'_>) -> Result<Request> {
    Request::post(path(id)).about(format!("attaching token auth to {}", subject(id))).json(settings)
}

pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(format!("the token auth of {}", subject(id)))
}

pub(crate) fn update(id: &str, settings: &TokenSettings<'_>) -> Result<Request> {
    Request::patch(path(id))
        .about(format!("changing the token auth of {}", subject(id)))
        .json(settings)
}

pub(crate) fn detach(id: &str) -> Request {
    Request::delete(path(id)).about(format!("removing token auth from {}", subject(id)))
}

pub(crate) fn create_token(id: &str, name: &str) -> Result<Request> {
    Request::post(format!("{}/tokens", path(id)))
        .about(format!("creating an access token of {}", subject(id)))
        .confidential()
        .json(&TokenName { name })
}

/// Servers allow an offset of at most 100.
pub(crate) fn list_tokens(id: &str, offset: u64, limit: u64) -> Request {
    Request::get(format!("{}/tokens", path(id)))
        .about(format!("listing the access tokens of {}", subject(id)))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

pub(crate) fn rename_token(token_id: &str, name: &str) -> Result<Request> {
    Request::patch(token_path(token_id))
        .about(format!("renaming access token {token_id}"))
        .json(&TokenName { name })
}

pub(crate) fn revoke_token(token_id: &str) -> Request {
    Request::post(format!("{}/revoke", token_path(token_id)))
        .about(format!("revoking access token {token_id}"))
}

fn path(id: &str) -> String {
    format!("/api/v1/auth/token-auth/identities/{}", segment(id))
}

fn token_path(token_id: &str) -> String {
    format!("/api/v1/auth/token-auth/tokens/{}", segment(token_id))
}
