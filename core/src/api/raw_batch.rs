//! Many secrets in plaintext in one request, since October 2024: v3 and v4.

use serde::{Deserialize, Serialize};

use super::raw_secrets::{Fields, RawSecret, Version, Within};
use super::secrets::{Approval, Place};
use crate::Result;
use crate::http::Request;

/// One change of a shared secret.
pub(crate) struct Entry<'a> {
    pub(crate) name: &'a str,
    pub(crate) fields: Fields<'a>,
}

/// The answer: a record for each change, in any order.
#[derive(Deserialize)]
pub(crate) struct WrittenRawSecrets {
    pub(crate) secrets: Vec<RawSecret>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(flatten)]
    within: Within<'a>,
    secrets: Vec<NamedEntry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NamedEntry<'a> {
    secret_key: &'a str,
    #[serde(flatten)]
    fields: &'a Fields<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TransferBody<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    project_slug: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<&'a str>,
    source_environment: &'a str,
    source_secret_path: &'a str,
    destination_environment: &'a str,
    destination_secret_path: &'a str,
    secret_ids: &'a [&'a str],
    should_overwrite: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributes_to_copy: Option<Attributes>,
}

impl<'a> TransferBody<'a> {
    fn new(ids: &'a [&'a str], (from, to): (&'a Place, &'a Place), overwrite: bool) -> Self {
        let (source_environment, source_secret_path) = from.names();
        let (destination_environment, destination_secret_path) = to.names();
        Self {
            project_slug: None,
            project_id: None,
            source_environment,
            source_secret_path,
            destination_environment,
            destination_secret_path,
            secret_ids: ids,
            should_overwrite: overwrite,
            attributes_to_copy: None,
        }
    }
}

/// What is copied in addition to the name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    value: bool,
    comment: bool,
    tags: bool,
    metadata: bool,
    skip_multiline_encoding: bool,
}

const ALL: Attributes = Attributes {
    value: true,
    comment: true,
    tags: true,
    metadata: true,
    skip_multiline_encoding: true,
};

/// The answer to a move: a place that a policy protects is not updated.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Moved {
    pub(crate) is_source_updated: bool,
    pub(crate) is_destination_updated: bool,
}

/// The answer to a copy: an entry for each secret.
#[derive(Deserialize)]
pub(crate) struct Duplicated {
    pub(crate) results: Vec<DuplicatedSecret>,
}

/// Has a request for approval if a policy protects the destination.
#[derive(Deserialize)]
pub(crate) struct DuplicatedSecret {
    pub(crate) approval: Option<Approval>,
}

fn path(version: Version) -> &'static str {
    match version {
        Version::V3 => "/api/v3/secrets/batch/raw",
        Version::V4 => "/api/v4/secrets/batch",
    }
}

pub(crate) fn create(version: Version, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    write(Request::post(path(version)), version, entries, place)
}

pub(crate) fn update(version: Version, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    write(Request::patch(path(version)), version, entries, place)
}

pub(crate) fn delete(version: Version, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    write(Request::delete(path(version)), version, entries, place)
}

fn write(
    request: Request,
    version: Version,
    entries: &[Entry<'_>],
    place: &Place,
) -> Result<Request> {
    let about = match entries {
        [only] => super::secrets::subject(only.name, place),
        several => format!("{} secrets in {}", several.len(), place.describe()),
    };
    request.about(about).confidential().json(&Body {
        within: Within::new(version, place),
        secrets: entries
            .iter()
            .map(|Entry { name, fields }| NamedEntry { secret_key: name, fields })
            .collect(),
    })
}

/// Moves the shared secrets with these ids. The v3 route knows the project by its slug.
pub(crate) fn move_all(
    version: Version,
    ids: &[&str],
    slug: Option<&str>,
    (from, to): (&Place, &Place),
    overwrite: bool,
) -> Result<Request> {
    let path = match version {
        Version::V3 => "/api/v3/secrets/move",
        Version::V4 => "/api/v4/secrets/move",
    };
    Request::post(path).about(about(ids, from, to)).json(&TransferBody {
        project_slug: slug.filter(|_| version == Version::V3),
        project_id: Some(from.workspace_id.as_str()).filter(|_| version == Version::V4),
        ..TransferBody::new(ids, (from, to), overwrite)
    })
}

/// Copies the shared secrets with these ids, in a project whose key only the server has.
pub(crate) fn duplicate(
    ids: &[&str],
    (from, to): (&Place, &Place),
    overwrite: bool,
) -> Result<Request> {
    Request::post("/api/v4/secrets/duplicate").about(about(ids, from, to)).json(&TransferBody {
        project_id: Some(&from.workspace_id),
        attributes_to_copy: Some(ALL),
        ..TransferBody::new(ids, (from, to), overwrite)
    })
}

fn about(ids: &[&str], from: &Place, to: &Place) -> String {
    let secrets = if ids.len() == 1 { "secret" } else { "secrets" };
    format!("{} {secrets} from {} to {}", ids.len(), from.describe(), to.describe())
}
