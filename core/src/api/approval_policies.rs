//! Policies that turn changes of secrets into requests for approval, since 2024.

use serde::Deserialize;

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

fn about(project_id: &str) -> String {
    format!("the approval policies of project {project_id}")
}
