//! Versions of secrets, by the secret's id.

use serde::{Deserialize, Serialize};

use super::raw_secrets::RawSecret;
use super::secrets::SecretRecord;
use crate::http::{Request, segment};
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Versions {
    pub(crate) secret_versions: Vec<VersionRecord>,
}

/// A version of a secret: a record like the secret's, with an id of its own.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VersionRecord {
    /// The secret's id. Lists of servers since October 2024 do not have it.
    #[serde(alias = "secretId")]
    pub(crate) secret: Option<String>,
    /// Not sent by servers of early 2024.
    pub(crate) environment: Option<String>,
    /// Only sent by May 2023.
    pub(crate) is_deleted: Option<bool>,
    #[serde(flatten)]
    pub(crate) content: VersionContent,
}

/// Encrypted, or as the server decrypted it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum VersionContent {
    Encrypted(Box<SecretRecord>),
    Plain(Box<RawSecret>),
}

impl VersionRecord {
    /// The version's id, not the secret's.
    pub(crate) fn id(&self) -> String {
        match &self.content {
            VersionContent::Encrypted(record) => record.id(),
            VersionContent::Plain(record) => record.id(),
        }
    }

    /// The number of the version.
    pub(crate) fn version(&self) -> i64 {
        match &self.content {
            VersionContent::Encrypted(record) => record.version,
            VersionContent::Plain(record) => record.version,
        }
    }
}

#[derive(Serialize)]
struct RollBack {
    version: i64,
}

/// The meaning of a May 2023 server's 400 to a rollback.
pub(super) const NO_SUCH_VERSION: &[(u16, ErrorKind)] = &[(400, ErrorKind::NotFound)];

/// Newest first.
pub(crate) fn list(secret_id: &str, subject: &str, offset: u64, limit: u64) -> Request {
    Request::get(path_of(secret_id))
        .about(format!("versions of {subject}"))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

/// May 2023 only.
pub(crate) fn roll_back(secret_id: &str, subject: &str, version: i64) -> Result<Request> {
    Request::post(format!("{}/rollback", path_of(secret_id)))
        .about(format!("version {version} of {subject}"))
        .hints(NO_SUCH_VERSION)
        .json(&RollBack { version })
}

fn path_of(secret_id: &str) -> String {
    format!("/api/v1/secret/{}/secret-versions", segment(secret_id))
}
