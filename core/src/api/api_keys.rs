//! API keys of the caller.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApiKeyRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    pub(crate) last_used: Option<String>,
    pub(crate) expires_at: Option<String>,
    pub(crate) created_at: Option<String>,
}

impl ApiKeyRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

/// May 2023 wraps the list, later releases do not.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum ApiKeyRecords {
    Wrapped {
        #[serde(rename = "apiKeyData")]
        api_key_data: Vec<ApiKeyRecord>,
    },
    Bare(Vec<ApiKeyRecord>),
}

impl ApiKeyRecords {
    pub(crate) fn into_vec(self) -> Vec<ApiKeyRecord> {
        match self {
            Self::Wrapped { api_key_data } => api_key_data,
            Self::Bare(records) => records,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    name: &'a str,
    expires_in: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreatedApiKeyRecord {
    pub(crate) api_key: String,
    pub(crate) api_key_data: ApiKeyRecord,
}

/// May 2023 answers null for an unknown key.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Deleted {
    pub(crate) api_key_data: Option<ApiKeyRecord>,
}

/// The key is named by nothing else in the request.
const UNKNOWN: &[(u16, ErrorKind)] =
    &[(400, ErrorKind::NotFound), (404, ErrorKind::NotFound), (500, ErrorKind::NotFound)];

fn path(era: Era) -> &'static str {
    match era {
        Era::May2023 => "/api/v2/api-key",
        Era::February2024 | Era::June2024 | Era::October2024 | Era::Modern => {
            "/api/v2/users/me/api-keys"
        }
    }
}

pub(crate) fn list(era: Era) -> Request {
    Request::get(path(era)).about("the API keys of the user")
}

pub(crate) fn create(era: Era, name: &str, expires_in: u64) -> Result<Request> {
    Request::post(path(era))
        .about(format!("creating API key {name:?}", name = Shown(name)))
        .json(&Create { name, expires_in })
}

pub(crate) fn delete(era: Era, id: &str) -> Request {
    Request::delete(format!("{}/{}", path(era), segment(id)))
        .about(format!("API key {id}"))
        .hints(UNKNOWN)
}
