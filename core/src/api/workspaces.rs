//! Projects, which the wire calls workspaces.

use serde::{Deserialize, Serialize};

use super::either_id;
use crate::Result;
use crate::http::{Request, segment};

#[derive(Deserialize)]
pub(crate) struct WorkspaceList {
    pub(crate) workspaces: Vec<WorkspaceRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OneWorkspace {
    #[serde(alias = "project")]
    pub(crate) workspace: WorkspaceRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WorkspaceRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    pub(crate) slug: Option<String>,
    /// Since June 2024: 2 if the server made the key, and so can move secrets by itself.
    pub(crate) version: Option<i64>,
    organization: Option<String>,
    org_id: Option<String>,
    #[serde(default)]
    pub(crate) environments: Vec<EnvironmentRecord>,
}

impl WorkspaceRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    pub(crate) fn organization_id(&self) -> Option<String> {
        self.org_id.clone().or_else(|| self.organization.clone())
    }
}

#[derive(Deserialize)]
pub(crate) struct EnvironmentRecord {
    /// Since 2024, where the environment is managed by it.
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) slug: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    workspace_name: &'a str,
    organization_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreateV2<'a> {
    project_name: &'a str,
    organization_id: &'a str,
}

pub(crate) fn list() -> Request {
    Request::get("/api/v1/workspace").about("listing projects")
}

pub(crate) fn get(project_id: &str) -> Request {
    Request::get(format!("/api/v1/workspace/{}", segment(project_id)))
        .about(format!("project {project_id}"))
}

/// Until early 2024: the project is made without a key, which the client uploads next.
pub(crate) fn create(name: &str, organization_id: &str) -> Result<Request> {
    Request::post("/api/v1/workspace")
        .about(format!("creating project {name:?}"))
        .json(&Create { workspace_name: name, organization_id })
}

/// Since spring 2024: the server makes the key.
pub(crate) fn create_v2(name: &str, organization_id: &str) -> Result<Request> {
    Request::post("/api/v2/workspace")
        .about(format!("creating project {name:?}"))
        .json(&CreateV2 { project_name: name, organization_id })
}
