//! Blind indices for secrets that were stored without one.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::http::{Request, segment};
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
pub(crate) struct AllSecrets {
    pub(crate) secrets: Vec<NamedRecord>,
}

/// The fields of a secret that belong to its name.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamedRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    user: Option<String>,
    user_id: Option<String>,
    #[serde(default)]
    pub(crate) environment: String,
    folder: Option<String>,
    folder_id: Option<String>,
    pub(crate) secret_key_ciphertext: String,
    #[serde(rename = "secretKeyIV")]
    pub(crate) secret_key_iv: String,
    pub(crate) secret_key_tag: String,
}

impl NamedRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    /// The owner of a personal secret.
    pub(crate) fn owner(&self) -> String {
        either_id(self.user.clone(), self.user_id.clone())
    }

    pub(crate) fn folder(&self) -> String {
        either_id(self.folder.clone(), self.folder_id.clone())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Names<'a> {
    secrets_to_update: &'a [SecretName],
}

/// A secret's name, which the server needs to compute the index.
#[derive(Serialize)]
pub(crate) struct SecretName {
    #[serde(rename = "secretName")]
    name: String,
    #[serde(rename = "_id", skip_serializing_if = "Option::is_none")]
    legacy_id: Option<String>,
    #[serde(rename = "secretId", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

impl SecretName {
    pub(crate) fn new(era: Era, id: String, name: String) -> Self {
        let (legacy_id, id) = if era == Era::May2023 { (Some(id), None) } else { (None, Some(id)) };
        Self { name, legacy_id, id }
    }

    /// Its part of a request, in bytes.
    pub(crate) fn size(&self) -> usize {
        serde_json::to_vec(self).map_or(0, |json| json.len() + 1)
    }
}

/// May 2023 answers 400 to members who are not administrators.
const NOT_ADMIN: &[(u16, ErrorKind)] = &[(400, ErrorKind::PermissionDenied)];

fn path(project_id: &str, rest: &str) -> String {
    format!("/api/v3/workspaces/{}/secrets{rest}", segment(project_id))
}

/// Answers with the JSON `true` or `false`.
pub(crate) fn status(project_id: &str) -> Request {
    Request::get(path(project_id, "/blind-index-status"))
        .about(format!("the blind indices of project {project_id}"))
        .hints(NOT_ADMIN)
}

/// The secrets of every environment and user.
pub(crate) fn secrets(project_id: &str) -> Request {
    Request::get(path(project_id, ""))
        .about(format!("all secrets of project {project_id}"))
        .hints(NOT_ADMIN)
}

pub(crate) fn tell_names(project_id: &str, names: &[SecretName]) -> Result<Request> {
    Request::post(path(project_id, "/names"))
        .about(format!("indexing secrets of project {project_id}"))
        .hints(NOT_ADMIN)
        .confidential()
        .json(&Names { secrets_to_update: names })
}
