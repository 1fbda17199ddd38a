//! Snapshots.

use serde_json::{Value, json};

use crate::clock;
use crate::store::environments::Environment;
use crate::store::snapshots::Snapshot;

/// May 2023: with its versions, or their ids.
pub(crate) fn may23(snapshot: &Snapshot, versions: Vec<Value>) -> Value {
    json!({
        "_id": snapshot.id,
        "workspace": snapshot.project_id,
        "version": snapshot.number,
        "secretVersions": versions,
        "createdAt": clock::iso(snapshot.created_at),
        "updatedAt": clock::iso(snapshot.created_at),
        "__v": 0,
    })
}

/// Later eras: without its content.
pub(crate) fn later(snapshot: &Snapshot) -> Value {
    json!({
        "id": snapshot.id,
        "envId": snapshot.environment_id,
        "folderId": snapshot.folder_id,
        "parentFolderId": snapshot.parent_folder_id,
        "createdAt": clock::iso(snapshot.created_at),
        "updatedAt": clock::iso(snapshot.created_at),
    })
}

/// Later eras: with its content.
pub(crate) fn content(
    snapshot: &Snapshot,
    environment: &Environment,
    versions: Vec<Value>,
    folders: Vec<(String, String)>,
) -> Value {
    let folders = folders.into_iter().map(|(id, name)| json!({ "id": id, "name": name }));
    json!({
        "id": snapshot.id,
        "projectId": snapshot.project_id,
        "environment": {
            "id": environment.id,
            "slug": environment.slug,
            "name": environment.name,
        },
        "secretVersions": versions,
        "folderVersion": folders.collect::<Vec<_>>(),
        "createdAt": clock::iso(snapshot.created_at),
        "updatedAt": clock::iso(snapshot.created_at),
    })
}
