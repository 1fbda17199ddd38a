//! Each member's sealed copy of the project key.

use serde::{Deserialize, Serialize};

use super::server::Era;
use crate::crypto::Sealed;
use crate::http::{Request, segment};
use crate::{ErrorKind, Result};

/// A sealed copy of a project key.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyRecord {
    pub(crate) encrypted_key: String,
    pub(crate) nonce: String,
    pub(crate) sender: Sender,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Sender {
    pub(crate) public_key: String,
}

#[derive(Serialize)]
struct Upload<'a> {
    key: UploadedKey<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UploadedKey<'a> {
    user_id: &'a str,
    encrypted_key: &'a str,
    nonce: &'a str,
}

/// The May 2023 server answers 400 to a member without a copy of the key.
const NOT_SHARED: &[(u16, ErrorKind)] = &[(400, ErrorKind::KeyUnavailable)];

pub(crate) fn encrypted_key(project_id: &str) -> Request {
    Request::get(format!("/api/v2/workspace/{}/encrypted-key", segment(project_id)))
        .about(format!("the key of project {project_id}"))
        .hints(NOT_SHARED)
}

/// The newest copy, for May 2023 servers, whose other route returns the oldest.
pub(crate) fn latest(project_id: &str) -> Request {
    Request::get(format!("/api/v1/key/{}/latest", segment(project_id)))
        .about(format!("the key of project {project_id}"))
}

/// The answer to [`latest`]; nothing if there is no copy.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LatestKey {
    pub(crate) latest_key: Option<KeyRecord>,
}

pub(crate) fn upload(
    era: Era,
    project_id: &str,
    user_id: &str,
    sealed: &Sealed,
) -> Result<Request> {
    let project = segment(project_id);
    let path = match era {
        Era::May2023 => format!("/api/v1/key/{project}"),
        Era::February2024 | Era::June2024 | Era::October2024 | Era::Modern => {
            format!("/api/v1/workspace/{project}/key")
        }
    };
    Request::post(path).about(format!("uploading the key of project {project_id}")).json(&Upload {
        key: UploadedKey { user_id, encrypted_key: &sealed.ciphertext, nonce: &sealed.nonce },
    })
}
