//! The user behind a credential, with the protected private key.

use serde::{Deserialize, Serialize};

use super::either_id;
use crate::crypto::{Encrypted, ProtectedPrivateKey};
use crate::http::Request;
use crate::{ErrorKind, Result};

/// The key fields, which have the same names in the answers of log-in and `users/me`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyFields {
    /// Absent for accounts older than the field, and on today's servers.
    encryption_version: Option<u8>,
    /// Today's servers do not send it with the account.
    pub(crate) public_key: Option<String>,
    encrypted_private_key: String,
    iv: String,
    tag: String,
    protected_key: Option<String>,
    #[serde(rename = "protectedKeyIV")]
    protected_key_iv: Option<String>,
    protected_key_tag: Option<String>,
}

impl KeyFields {
    pub(crate) fn protected(&self) -> ProtectedPrivateKey {
        let protected_key =
            match (&self.protected_key, &self.protected_key_iv, &self.protected_key_tag) {
                (Some(ciphertext), Some(iv), Some(tag)) => Some(Encrypted {
                    ciphertext: ciphertext.clone(),
                    iv: iv.clone(),
                    tag: tag.clone(),
                }),
                _ => None,
            };
        // A protected key is what version 2 added.
        let inferred = if protected_key.is_some() { 2 } else { 1 };
        ProtectedPrivateKey {
            encryption_version: self.encryption_version.unwrap_or(inferred),
            encrypted_private_key: self.encrypted_private_key.clone(),
            iv: self.iv.clone(),
            tag: self.tag.clone(),
            protected_key,
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Me {
    pub(crate) user: UserRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    /// Later releases repeat the user's id here; their `id` may be that of the key record.
    user_id: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) salt: Option<String>,
    #[serde(flatten)]
    pub(crate) keys: Option<KeyFields>,
}

impl UserRecord {
    pub(crate) fn id(&self) -> String {
        self.user_id.clone().unwrap_or_else(|| either_id(self.legacy_id.clone(), self.id.clone()))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Name<'a> {
    first_name: &'a str,
    last_name: &'a str,
}

/// The first request with many credentials, so these statuses are about the credential.
const REFUSED: &[(u16, ErrorKind)] =
    &[(401, ErrorKind::AuthenticationFailed), (404, ErrorKind::AuthenticationFailed)];

pub(crate) fn me() -> Request {
    Request::get("/api/v2/users/me").about("reading the account").hints(REFUSED)
}

/// Since 2024. Known from source.
pub(crate) fn set_name(first_name: &str, last_name: &str) -> Result<Request> {
    Request::patch("/api/v2/users/me/name")
        .about("changing the user's name")
        .json(&Name { first_name, last_name })
}

/// Since 2024. Known from source.
pub(crate) fn delete() -> Request {
    Request::delete("/api/v2/users/me").about("deleting the account")
}
