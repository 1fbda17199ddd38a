//! Secret imports, on servers since 2024.

use serde::{Deserialize, Serialize};

use super::folders::Within;
use super::secrets::Place;
use super::server::Era;
use crate::Result;
use crate::http::{Request, segment};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportList {
    pub(crate) secret_imports: Vec<ImportRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneImport {
    pub(crate) secret_import: ImportRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportRecord {
    pub(crate) id: String,
    pub(crate) import_path: String,
    pub(crate) position: i64,
    pub(crate) import_env: ImportedEnvironment,
}

#[derive(Deserialize)]
pub(crate) struct ImportedEnvironment {
    pub(crate) slug: String,
}

/// The fields of a new import, or its changes.
#[derive(Default, Serialize)]
pub(crate) struct Source<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) environment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<i64>,
}

#[derive(Serialize)]
struct Importing<'a> {
    #[serde(flatten)]
    within: Within<'a>,
    import: &'a Source<'a>,
}

/// Today's servers take service tokens and machine identities only on the later routes.
fn imports(era: Era) -> &'static str {
    if era.is_modern() { "/api/v2/secret-imports" } else { "/api/v1/secret-imports" }
}

fn within(era: Era, place: &Place) -> Within<'_> {
    if era.is_modern() { Within::today(place) } else { Within::new(place) }
}

pub(crate) fn list(era: Era, place: &Place) -> Request {
    within(era, place)
        .query(Request::get(imports(era)))
        .about(format!("secret imports of {}", place.describe()))
}

pub(crate) fn create(era: Era, import: &Source<'_>, place: &Place) -> Result<Request> {
    Request::post(imports(era))
        .about(format!("importing into {}", place.describe()))
        .json(&Importing { within: within(era, place), import })
}

pub(crate) fn update(era: Era, id: &str, import: &Source<'_>, place: &Place) -> Result<Request> {
    Request::patch(format!("{}/{}", imports(era), segment(id)))
        .about(subject(id, place))
        .json(&Importing { within: within(era, place), import })
}

pub(crate) fn delete(era: Era, id: &str, place: &Place) -> Result<Request> {
    Request::delete(format!("{}/{}", imports(era), segment(id)))
        .about(subject(id, place))
        .json(&within(era, place))
}

/// "secret import … of environment "dev" of project …"
pub(crate) fn subject(id: &str, place: &Place) -> String {
    format!("secret import {id} of {}", place.describe())
}
