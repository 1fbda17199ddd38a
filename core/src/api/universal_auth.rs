//! Universal auth: the log-in of machine identities with client secrets.

use serde::{Deserialize, Serialize};

use super::identities::subject;
use super::token_auth::{Address, TokenSettings, TokenSettingsRecord, TrustedIp, addresses};
use crate::http::{Request, segment};
use crate::{ErrorKind, Result};

/// New settings. Absent ones keep the current value, or the server's default.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Settings<'a> {
    #[serde(flatten)]
    tokens: TokenSettings<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret_trusted_ips: Option<Vec<Address<'a>>>,
}

/// The needed part of the answer to attaching it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attached {
    pub(crate) identity_universal_auth: AttachedRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttachedRecord {
    pub(crate) client_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneUniversalAuth {
    pub(crate) identity_universal_auth: UniversalAuthRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UniversalAuthRecord {
    pub(crate) client_id: String,
    #[serde(flatten)]
    pub(crate) tokens: TokenSettingsRecord,
    #[serde(default)]
    pub(crate) client_secret_trusted_ips: Vec<TrustedIp>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewClientSecret<'a> {
    description: &'a str,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    num_uses_limit: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreatedClientSecret {
    pub(crate) client_secret: String,
    pub(crate) client_secret_data: ClientSecretRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientSecrets {
    pub(crate) client_secret_data: Vec<ClientSecretRecord>,
}

/// A client secret as the server lists it. Zero means "no limit".
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientSecretRecord {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) description: String,
    pub(crate) client_secret_prefix: String,
    pub(crate) created_at: Option<String>,
    /// In seconds.
    #[serde(rename = "clientSecretTTL", default)]
    pub(crate) ttl: i64,
    pub(crate) client_secret_num_uses: Option<i64>,
    #[serde(default)]
    pub(crate) client_secret_num_uses_limit: i64,
    #[serde(default)]
    pub(crate) is_client_secret_revoked: bool,
}

pub(crate) fn attach(
    id: &str,
    tokens: TokenSettings<'_>,
    client_secret_trusted_ips: Option<&[String]>,
) -> Result<Request> {
    let client_secret_trusted_ips = addresses(client_secret_trusted_ips);
    Request::post(path(id))
        .about(format!("attaching universal auth to {}", subject(id)))
        .json(&Settings { tokens, client_secret_trusted_ips })
}

pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(format!("the universal auth of {}", subject(id)))
}

pub(crate) fn update(
    id: &str,
    tokens: TokenSettings<'_>,
    client_secret_trusted_ips: Option<&[String]>,
) -> Result<Request> {
    let client_secret_trusted_ips = addresses(client_secret_trusted_ips);
    Request::patch(path(id))
        .about(format!("changing the universal auth of {}", subject(id)))
        .json(&Settings { tokens, client_secret_trusted_ips })
}

/// Servers since autumn 2024.
pub(crate) fn detach(id: &str) -> Request {
    Request::delete(path(id)).about(format!("removing universal auth from {}", subject(id)))
}

/// The time to live in seconds.
pub(crate) fn create_client_secret(
    id: &str,
    description: &str,
    ttl: Option<u64>,
    num_uses_limit: Option<u64>,
) -> Result<Request> {
    Request::post(client_secrets_of(id))
        .about(format!("creating a client secret of {}", subject(id)))
        .confidential()
        .json(&NewClientSecret { description, ttl, num_uses_limit })
}

pub(crate) fn list_client_secrets(id: &str) -> Request {
    Request::get(client_secrets_of(id))
        .about(format!("listing the client secrets of {}", subject(id)))
}

/// The error of 2024 servers for an unknown client secret: they fail to serialize the missing
/// record.
const UNKNOWN: &[(&str, ErrorKind)] = &[("doesn't match the schema", ErrorKind::NotFound)];

pub(crate) fn revoke_client_secret(id: &str, client_secret_id: &str) -> Request {
    Request::post(format!("{}/{}/revoke", client_secrets_of(id), segment(client_secret_id)))
        .meanings(UNKNOWN)
        .about(format!("revoking client secret {client_secret_id} of {}", subject(id)))
}

fn client_secrets_of(id: &str) -> String {
    format!("{}/client-secrets", path(id))
}

fn path(id: &str) -> String {
    format!("/api/v1/auth/universal-auth/identities/{}", segment(id))
}
