//! Folders, on servers since 2024.

use serde::{Deserialize, Serialize};

use super::secrets::Place;
use crate::Result;
use crate::http::{Request, segment};

#[derive(Deserialize)]
pub(crate) struct FolderList {
    pub(crate) folders: Vec<FolderRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OneFolder {
    pub(crate) folder: FolderRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FolderRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
}

/// A place, in the words of routes that are not about secrets.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Within<'a> {
    workspace_id: &'a str,
    environment: &'a str,
    path: &'a str,
}

impl<'a> Within<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        let Place { workspace_id, environment, path } = place;
        Self { workspace_id, environment, path: path.as_deref().unwrap_or("/") }
    }

    pub(super) fn query(&self, request: Request) -> Request {
        request
            .query("workspaceId", self.workspace_id)
            .query("environment", self.environment)
            .query("path", self.path)
    }
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(flatten)]
    within: Within<'a>,
    name: &'a str,
}

const FOLDERS: &str = "/api/v1/folders";

pub(crate) fn list(place: &Place) -> Request {
    Within::new(place)
        .query(Request::get(FOLDERS))
        .about(format!("folders of {}", place.describe()))
}

pub(crate) fn create(name: &str, place: &Place) -> Result<Request> {
    Request::post(FOLDERS)
        .about(subject(name, place))
        .json(&Named { within: Within::new(place), name })
}

/// `name` says in messages which folder is meant.
pub(crate) fn rename(id: &str, name: &str, new_name: &str, place: &Place) -> Result<Request> {
    Request::patch(format!("{FOLDERS}/{}", segment(id)))
        .about(subject(name, place))
        .json(&Named { within: Within::new(place), name: new_name })
}

/// `name` says in messages which folder is meant.
pub(crate) fn delete(id: &str, name: &str, place: &Place) -> Result<Request> {
    Request::delete(format!("{FOLDERS}/{}", segment(id)))
        .about(subject(name, place))
        .json(&Within::new(place))
}

/// "folder "backend" in environment "dev" of project …"
pub(crate) fn subject(name: &str, place: &Place) -> String {
    format!("folder {name:?} in {}", place.describe())
}
