//! The wire format: one file per REST resource, with its requests and the shapes of its answers.
//!
//! This module makes no decisions and uses no keys. Ids are `_id` (May 2023), `id` (later), or
//! both; every shape accepts either.

pub(crate) mod api_keys;
pub(crate) mod approval_policies;
pub(crate) mod audit_logs;
pub(crate) mod auth;
pub(crate) mod blind_indices;
pub(crate) mod bots;
pub(crate) mod dynamic_secrets;
pub(crate) mod environments;
pub(crate) mod folders;
pub(crate) mod groups;
pub(crate) mod identities;
pub(crate) mod identity_logins;
pub(crate) mod incident_contacts;
pub(crate) mod keys;
pub(crate) mod kms;
pub(crate) mod members;
pub(crate) mod mfa;
pub(crate) mod organizations;
pub(crate) mod passwords;
pub(crate) mod raw_batch;
pub(crate) mod raw_secrets;
pub(crate) mod roles;
pub(crate) mod secret_batch;
pub(crate) mod secret_imports;
pub(crate) mod secret_tags;
pub(crate) mod secret_versions;
pub(crate) mod secrets;
pub(crate) mod server;
pub(crate) mod service_accounts;
pub(crate) mod service_tokens;
pub(crate) mod service_tokens_v3;
pub(crate) mod sessions;
pub(crate) mod signup;
pub(crate) mod snapshots;
pub(crate) mod tags;
pub(crate) mod token_auth;
pub(crate) mod universal_auth;
pub(crate) mod users;
pub(crate) mod workspaces;

use serde::{Deserialize, Deserializer};

use crate::SecretString;

/// Deserializes text that is wiped, even if parsing the rest fails.
pub(crate) fn secret<'de, D: Deserializer<'de>>(from: D) -> Result<SecretString, D::Error> {
    String::deserialize(from).map(SecretString::from)
}

fn secret_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SecretString>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(SecretString::from))
}

/// Answers have an id as `_id`, `id` or both.
pub(crate) fn either_id(legacy: Option<String>, id: Option<String>) -> String {
    legacy.or(id).unwrap_or_default()
}
