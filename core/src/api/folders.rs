//! Folders.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::secrets::Place;
use super::server::Era;
use crate::Result;
use crate::http::{Request, segment};
use crate::text::Shown;

/// May 2023 sends it together with the folder's secrets, which are ignored.
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
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    /// Only today's servers have it.
    pub(crate) description: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
}

impl FolderRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

/// A place, with the field names of routes that are not about secrets.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Within<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace_id: Option<&'a str>,
    /// The name on today's servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<&'a str>,
    environment: &'a str,
    path: &'a str,
}

impl<'a> Within<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        let Place { workspace_id, environment, path } = place;
        let path = path.as_deref().unwrap_or("/");
        Self { workspace_id: Some(workspace_id), project_id: None, environment, path }
    }

    pub(super) fn today(place: &'a Place) -> Self {
        Self { workspace_id: None, project_id: Some(&place.workspace_id), ..Self::new(place) }
    }

    pub(super) fn query(&self, request: Request) -> Request {
        let request = match (self.project_id, self.workspace_id) {
            (Some(id), _) => request.query("projectId", id),
            (None, id) => request.query("workspaceId", id.unwrap_or_default()),
        };
        request.query("environment", self.environment).query("path", self.path)
    }
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(flatten)]
    within: Within<'a>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Option<&'a str>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NamedMay2023<'a> {
    workspace_id: &'a str,
    environment: &'a str,
    folder_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_folder_id: Option<&'a str>,
}

const FOLDERS: &str = "/api/v1/folders";
const FOLDERS_MAY_2023: &str = "/api/v1/folder";

pub(crate) fn list(era: Era, place: &Place) -> Request {
    let within = Within::new(place);
    let request = match era {
        Era::May2023 => Request::get("/api/v2/secrets")
            .query("workspaceId", &place.workspace_id)
            .query("environment", within.environment)
            .query("secretsPath", within.path),
        _ => within.query(Request::get(FOLDERS)),
    };
    request.about(format!("folders of {}", place.describe()))
}

pub(crate) fn create(name: &str, description: Option<&str>, place: &Place) -> Result<Request> {
    let description = description.map(Some);
    Request::post(FOLDERS).about(subject(name, place)).json(&Named {
        within: Within::new(place),
        name,
        description,
    })
}

/// May 2023: a folder in the folder with an id, or in the root. The answer is the folder itself.
pub(crate) fn create_may_2023(
    name: &str,
    parent_id: Option<&str>,
    place: &Place,
) -> Result<Request> {
    Request::post(FOLDERS_MAY_2023).about(subject(name, place)).json(&NamedMay2023 {
        workspace_id: &place.workspace_id,
        environment: &place.environment,
        folder_name: name,
        parent_folder_id: parent_id,
    })
}

/// `name` is the folder in messages.
pub(crate) fn rename(id: &str, name: &str, new_name: &str, place: &Place) -> Result<Request> {
    let named = Named { within: Within::new(place), name: new_name, description: None };
    change(id, name, place, &named)
}

/// Sets the description, or removes it. On today's servers.
pub(crate) fn describe(
    id: &str,
    name: &str,
    description: Option<&str>,
    place: &Place,
) -> Result<Request> {
    let named = Named { within: Within::new(place), name, description: Some(description) };
    change(id, name, place, &named)
}

fn change(id: &str, name: &str, place: &Place, named: &Named<'_>) -> Result<Request> {
    Request::patch(format!("{FOLDERS}/{}", segment(id))).about(subject(name, place)).json(named)
}

/// `name` is the folder in messages.
pub(crate) fn delete(era: Era, id: &str, name: &str, place: &Place) -> Result<Request> {
    if era == Era::May2023 {
        let request = Request::delete(format!("{FOLDERS_MAY_2023}/{}", segment(id)));
        return Ok(request.about(subject(name, place)));
    }
    Request::delete(format!("{FOLDERS}/{}", segment(id)))
        .about(subject(name, place))
        .json(&Within::new(place))
}

/// "folder "backend" in environment "dev" of project …"
pub(crate) fn subject(name: &str, place: &Place) -> String {
    format!("folder {name:?} in {}", place.describe(), name = Shown(name))
}
