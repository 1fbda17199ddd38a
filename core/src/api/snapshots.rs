//! Snapshots: of a whole project in May 2023, of a folder later.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::secret_versions::{NO_SUCH_VERSION, VersionRecord};
use super::secrets::Place;
use crate::Result;
use crate::http::{Request, segment};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Snapshots {
    pub(crate) secret_snapshots: Vec<SnapshotRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SnapshotRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    /// May 2023 only.
    pub(crate) version: Option<i64>,
    /// Later only.
    pub(crate) folder_id: Option<String>,
    pub(crate) created_at: Option<String>,
}

impl SnapshotRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Deserialize)]
pub(crate) struct Count {
    pub(crate) count: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneSnapshot<Content> {
    pub(crate) secret_snapshot: Content,
}

/// The project of a snapshot.
#[derive(Deserialize)]
pub(crate) struct SnapshotProject {
    #[serde(alias = "projectId")]
    pub(crate) workspace: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Content {
    #[serde(flatten)]
    pub(crate) project: SnapshotProject,
    /// Later only: in May 2023, each version has its own.
    pub(crate) environment: Option<Environment>,
    pub(crate) secret_versions: Vec<VersionRecord>,
    #[serde(default)]
    pub(crate) folder_version: Vec<Folder>,
    pub(crate) created_at: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Environment {
    pub(crate) slug: String,
}

#[derive(Deserialize)]
pub(crate) struct Folder {
    pub(crate) name: String,
}

/// What snapshots are taken of.
pub(crate) enum SnapshotScope {
    Project(String),
    Folder(Place),
}

#[derive(Serialize)]
struct ByNumber {
    version: i64,
}

#[derive(Serialize)]
struct Nothing {}

/// Newest first.
pub(crate) fn list(scope: &SnapshotScope, offset: u64, limit: u64) -> Request {
    of(scope, "").query("offset", offset.to_string()).query("limit", limit.to_string())
}

pub(crate) fn count(scope: &SnapshotScope) -> Request {
    of(scope, "/count")
}

pub(crate) fn get(id: &str) -> Request {
    Request::get(path_of(id)).about(subject(id))
}

pub(crate) fn roll_back(id: &str) -> Result<Request> {
    Request::post(format!("{}/rollback", path_of(id))).about(subject(id)).json(&Nothing {})
}

/// May 2023: the snapshot's number in its project.
pub(crate) fn roll_back_project(project_id: &str, id: &str, version: i64) -> Result<Request> {
    Request::post(format!("{}/rollback", path_in(project_id)))
        .about(subject(id))
        .hints(NO_SUCH_VERSION)
        .json(&ByNumber { version })
}

fn of(scope: &SnapshotScope, what: &str) -> Request {
    let get = |project_id| Request::get(format!("{}{what}", path_in(project_id)));
    match scope {
        SnapshotScope::Project(id) => get(id).about(format!("snapshots of project {id}")),
        SnapshotScope::Folder(place) => get(&place.workspace_id)
            .about(format!("snapshots of {}", place.describe()))
            .query("environment", &place.environment)
            .query("path", place.path.as_deref().unwrap_or("/")),
    }
}

fn path_in(project_id: &str) -> String {
    format!("/api/v1/workspace/{}/secret-snapshots", segment(project_id))
}

fn path_of(id: &str) -> String {
    format!("/api/v1/secret-snapshot/{}", segment(id))
}

fn subject(id: &str) -> String {
    format!("snapshot {id}")
}
