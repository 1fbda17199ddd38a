//! Policies that turn changes of secrets into requests for approval, since 2024.

use serde::Deserialize;

use super::raw_secrets::Version;
use super::secrets::Place;
use crate::http::Request;

#[derive(Deserialize)]
pub(crate) struct PolicyList {
    #[serde(rename = "approvals")]
    pub(crate) policies: Vec<PolicyRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PolicyRecord {
    pub(crate) name: Option<String>,
}

/// The policy that protects a place, if any.
#[derive(Deserialize)]
pub(crate) struct PolicyOfPlace {
    pub(crate) policy: Option<PolicyRecord>,
}

/// Until October 2024 at least.
pub(crate) fn list(project_id: &str) -> Request {
    Request::get("/api/v1/secret-approvals")
        .query("workspaceId", project_id)
        .about(about(project_id))
}

/// On servers of July 2026.
pub(crate) fn list_v2(project_id: &str) -> Request {
    Request::get("/api/v2/secret-approvals").query("projectId", project_id).about(about(project_id))
}

pub(crate) fn of_place(version: Version, place: &Place) -> Request {
    let (path, project) = match version {
        Version::V3 => ("/api/v1/secret-approvals/board", "workspaceId"),
        Version::V4 => ("/api/v2/secret-approvals/board", "projectId"),
    };
    let (environment, secret_path) = place.names();
    Request::get(path)
        .query(project, &place.workspace_id)
        .query("environment", environment)
        .query("secretPath", secret_path)
        .about(format!("the approval policy of {}", place.describe()))
}

fn about(project_id: &str) -> String {
    format!("the approval policies of project {project_id}")
}
