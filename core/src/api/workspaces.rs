//! Projects, which the wire calls workspaces.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result, SecretString};

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
    /// Since June 2024: 2 if the server generated the key; since October 2024: 3 if only the server
    /// has it.
    version: Option<i64>,
    organization: Option<String>,
    org_id: Option<String>,
    pub(crate) auto_capitalization: Option<bool>,
    /// Only sent by today's servers.
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) environments: Vec<EnvironmentRecord>,
}

impl WorkspaceRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    /// Since version 3, only the server has the key, and members have no copies.
    pub(crate) fn is_held_by_server(&self) -> bool {
        self.version.is_some_and(|version| version >= 3)
    }

    /// Whether the server has the key, as it has of all projects but those of version 1. An upgrade
    /// makes version 2 or 3 of them.
    pub(crate) fn is_upgraded(&self) -> bool {
        self.version.is_some_and(|version| version >= 2)
    }

    pub(crate) fn organization_id(&self) -> Option<String> {
        self.org_id.clone().or_else(|| self.organization.clone())
    }

    /// Since June 2024, the server generates project keys; such projects have version 2.
    pub(crate) fn key_is_the_servers(&self) -> bool {
        self.version.is_some_and(|version| version > 1)
    }
}

#[derive(Deserialize)]
pub(crate) struct EnvironmentRecord {
    /// Since 2024; needed to manage the environment.
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
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    product: Option<&'a str>,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AutoCapitalization {
    auto_capitalization: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Upgrade<'a> {
    user_private_key: &'a str,
}

/// `status` is `IN_PROGRESS` or `FAILED`, or null before an upgrade and after it.
#[derive(Deserialize)]
pub(crate) struct UpgradeStatus {
    pub(crate) status: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VersionLimit {
    pit_version_limit: u32,
}

/// May 2023 answers 400 if the role does not allow it.
const NOT_ADMIN: &[(u16, ErrorKind)] = &[(400, ErrorKind::PermissionDenied)];

pub(crate) fn list() -> Request {
    Request::get("/api/v1/workspace").about("listing projects")
}

pub(crate) fn get(project_id: &str) -> Request {
    Request::get(format!("/api/v1/workspace/{}", segment(project_id)))
        .about(format!("project {project_id}"))
}

/// Since June 2024. The record is the whole answer.
pub(crate) fn get_by_slug(slug: &str) -> Request {
    Request::get(format!("/api/v2/workspace/{}", segment(slug)))
        .about(format!("project {slug:?}", slug = Shown(slug)))
}

/// Until early 2024: creates the project without a key; the client uploads it next.
pub(crate) fn create(name: &str, organization_id: &str) -> Result<Request> {
    Request::post("/api/v1/workspace")
        .about(format!("creating project {name:?}", name = Shown(name)))
        .json(&Create { workspace_name: name, organization_id })
}

/// Since June 2024: the server generates the key. Today's servers have products.
pub(crate) fn create_v2(
    name: &str,
    organization_id: &str,
    product: Option<&str>,
) -> Result<Request> {
    Request::post("/api/v2/workspace")
        .about(format!("creating project {name:?}", name = Shown(name)))
        .json(&CreateV2 { project_name: name, organization_id, product })
}

pub(crate) fn rename(era: Era, id: &str, name: &str) -> Result<Request> {
    let project = segment(id);
    let request = match era {
        Era::May2023 | Era::February2024 => {
            Request::post(format!("/api/v1/workspace/{project}/name"))
        }
        Era::June2024 | Era::October2024 | Era::Modern => {
            Request::patch(format!("/api/v1/workspace/{project}"))
        }
    };
    request.about(format!("renaming project {id}")).json(&Name { name })
}

pub(crate) fn set_auto_capitalization(era: Era, id: &str, enabled: bool) -> Result<Request> {
    let project = segment(id);
    let request = match era {
        Era::May2023 => Request::patch(format!("/api/v2/workspace/{project}/auto-capitalization")),
        Era::February2024 => {
            Request::post(format!("/api/v1/workspace/{project}/auto-capitalization"))
        }
        Era::June2024 | Era::October2024 | Era::Modern => {
            Request::patch(format!("/api/v1/workspace/{project}"))
        }
    };
    request
        .about(format!("changing project {id}"))
        .json(&AutoCapitalization { auto_capitalization: enabled })
}

/// Since June 2024, by the project's slug.
pub(crate) fn set_version_limit_by_slug(id: &str, slug: &str, limit: u32) -> Result<Request> {
    Request::put(format!("/api/v1/workspace/{}/version-limit", segment(slug)))
        .about(format!("changing project {id}"))
        .json(&VersionLimit { pit_version_limit: limit })
}

/// On today's servers.
pub(crate) fn set_version_limit(id: &str, limit: u32) -> Result<Request> {
    Request::patch(format!("/api/v1/projects/{}", segment(id)))
        .about(format!("changing project {id}"))
        .json(&VersionLimit { pit_version_limit: limit })
}

/// Since October 2024. The server opens the project key with the user's private key.
pub(crate) fn upgrade(era: Era, id: &str, private_key: &SecretString) -> Result<Request> {
    Request::post(upgrade_path(era, id))
        .about(format!("upgrading project {id}"))
        .confidential()
        .json(&Upgrade { user_private_key: private_key.expose() })
}

pub(crate) fn upgrade_status(era: Era, id: &str) -> Request {
    Request::get(format!("{}/status", upgrade_path(era, id)))
        .about(format!("the upgrade of project {id}"))
}

fn upgrade_path(era: Era, id: &str) -> String {
    let projects = if era.is_modern() { "v1/projects" } else { "v2/workspace" };
    format!("/api/{projects}/{}/upgrade", segment(id))
}

/// Since June 2024. Known from source.
pub(crate) fn leave(era: Era, id: &str) -> Request {
    let projects = if era.is_modern() { "projects" } else { "workspace" };
    Request::delete(format!("/api/v1/{projects}/{}/leave", segment(id)))
        .about(format!("leaving project {id}"))
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(format!("/api/v1/workspace/{}", segment(id)))
        .about(format!("deleting project {id}"))
        .hints(NOT_ADMIN)
}
