//! Several secrets of one place in one request: v2 by id in May 2023, v3 by name later.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::secrets::{Fields, Place};
use super::server::Era;
use crate::Result;
use crate::http::Request;

/// One change of a shared secret.
pub(crate) struct Entry<'a> {
    pub(crate) name: &'a str,
    /// The secret's id; empty for a new secret.
    pub(crate) id: &'a str,
    pub(crate) fields: &'a Fields,
}

/// The answer to a change of several secrets.
#[derive(Deserialize)]
pub(crate) struct WrittenSecrets {
    pub(crate) secrets: Vec<WrittenSecret>,
}

/// The answer to a change of one secret.
#[derive(Deserialize)]
pub(crate) struct OneWritten {
    pub(crate) secret: WrittenSecret,
}

/// A changed secret, as far as the number of its version is concerned.
#[derive(Deserialize)]
pub(crate) struct WrittenSecret {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) version: Option<i64>,
}

impl WrittenSecret {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Serialize)]
struct ByName<'a> {
    #[serde(flatten)]
    place: &'a Place,
    secrets: Vec<NamedEntry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NamedEntry<'a> {
    secret_name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    fields: &'a Fields,
}

#[derive(Serialize)]
struct ById<'a> {
    secrets: Vec<EntryById<'a>>,
}

#[derive(Serialize)]
struct EntryById<'a> {
    id: &'a str,
    #[serde(flatten)]
    fields: &'a Fields,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ids<'a> {
    secret_ids: Vec<&'a str>,
}

const V2: &str = "/api/v2/secrets";
const V3: &str = "/api/v3/secrets/batch";

fn subject(entries: &[Entry<'_>], place: &Place) -> String {
    match entries {
        [only] => super::secrets::subject(only.name, place),
        several => format!("{} secrets in {}", several.len(), place.describe()),
    }
}

fn by_name<'a>(entries: &'a [Entry<'a>], place: &'a Place) -> ByName<'a> {
    let named = |entry: &'a Entry<'a>| NamedEntry {
        secret_name: entry.name,
        kind: "shared",
        fields: entry.fields,
    };
    ByName { place, secrets: entries.iter().map(named).collect() }
}

pub(crate) fn create(era: Era, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    let path = if era == Era::May2023 { V2 } else { V3 };
    Request::post(path).about(subject(entries, place)).json(&by_name(entries, place))
}

pub(crate) fn update(era: Era, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    let about = subject(entries, place);
    if era != Era::May2023 {
        return Request::patch(V3).about(about).json(&by_name(entries, place));
    }
    let by_id = entries.iter().map(|entry| EntryById { id: entry.id, fields: entry.fields });
    Request::patch(V2).about(about).json(&ById { secrets: by_id.collect() })
}

pub(crate) fn delete(era: Era, entries: &[Entry<'_>], place: &Place) -> Result<Request> {
    let about = subject(entries, place);
    if era != Era::May2023 {
        return Request::delete(V3).about(about).json(&by_name(entries, place));
    }
    let ids = Ids { secret_ids: entries.iter().map(|entry| entry.id).collect() };
    Request::delete(V2).about(about).json(&ids)
}
