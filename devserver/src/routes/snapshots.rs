//! Snapshots of secrets: of a whole project in May 2023, of a folder later.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access::{self, Place};
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::routes::secrets::history::{authorize, show_later};
use crate::store::environments;
use crate::store::folders;
use crate::store::projects::Project;
use crate::store::snapshots::{self, Snapshot, Whole};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

pub(crate) fn list_may23(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (offset, limit) = (query.whole("offset", None), query.whole("limit", None));
    query.finish()?;
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let found = snapshots::of(db, Whole::Project(&project.id), offset, limit)?;
        let listed = found.iter().map(|snapshot| {
            let ids = snapshots::version_ids(db, snapshot)?.into_iter().map(Value::from);
            Ok(wire::snapshots::may23(snapshot, ids.collect()))
        });
        let listed = listed.collect::<Result<Vec<_>, ApiError>>()?;
        Ok(Reply::json(json!({ "secretSnapshots": listed })))
    })
}

pub(crate) fn count_may23(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let count = snapshots::count(db, Whole::Project(&project.id))?;
        Ok(Reply::json(json!({ "count": count })))
    })
}

pub(crate) fn get_may23(call: &Call) -> Result<Reply, ApiError> {
    const UNKNOWN: ApiError = ApiError::RecordUnknown(
        "secret_snapshot_not_found_error",
        "Failed to find secret snapshot",
    );
    let id = call.param("secretSnapshotId");
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    call.app.store.read(|db| {
        let snapshot = snapshots::by_id(db, id)?.ok_or(UNKNOWN)?;
        let (_, membership) = access::member(call, db, &snapshot.project_id)?;
        let versions = snapshots::versions(db, &snapshot)?;
        let versions = versions
            .iter()
            .filter(|version| !membership.is_denied("read", &version.secret.environment))
            .map(wire::secret_versions::may23)
            .collect();
        let shown = wire::snapshots::may23(&snapshot, versions);
        Ok(Reply::json(json!({ "secretSnapshot": shown })))
    })
}

/// May 2023: restores all secrets of a project, if the caller may write in the whole project.
pub(crate) fn roll_back_may23(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to roll back secret snapshot");
    let body = call.body();
    let number = body.whole_opt("version");
    body.finish()?;
    let number = number.ok_or(ApiError::Invalid(Vec::new()))?;
    call.app.store.write(|db| {
        let (project, membership) = access::member(call, db, call.param("workspaceId"))?;
        if membership.denied.iter().any(|denied| denied.ability == "write") {
            return Err(ApiError::EnvironmentDenied);
        }
        let snapshot = snapshots::numbered(db, &project.id, number)?.ok_or(FAILED)?;
        let mut restored = snapshots::restore_project(db, call.era(), &snapshot)?;
        restored.retain(|secret| !membership.is_denied("read", &secret.environment));
        let shown = wire::secrets::secrets(call.era(), &restored, View::Indexed);
        Ok(Reply::json(json!({ "secrets": shown })))
    })
}

/// Later: the snapshots of a folder, newest first.
pub(crate) fn list_later(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let folder = Folder::read(&query);
    let (offset, limit) = (query.whole("offset", Some(0)), query.whole("limit", Some(20)));
    query.finish()?;
    call.app.store.read(|db| {
        let project = folder.authorize(call, db)?;
        let id = folder.id(call, db, &project)?;
        let found = snapshots::of(db, Whole::Folder(&id), offset, limit)?;
        let listed = found.iter().map(wire::snapshots::later).collect::<Vec<_>>();
        Ok(Reply::json(json!({ "secretSnapshots": listed })))
    })
}

pub(crate) fn count_later(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let folder = Folder::read(&query);
    query.finish()?;
    call.app.store.read(|db| {
        let project = folder.authorize(call, db)?;
        let id = folder.id(call, db, &project)?;
        let count = snapshots::count(db, Whole::Folder(&id))?;
        Ok(Reply::json(json!({ "count": count })))
    })
}

pub(crate) fn get_later(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (snapshot, project) = existing(call, db, Action::Read, "FindSecretSnapshotDataById")?;
        let environment = snapshot.environment_id.as_deref().unwrap_or_default();
        let environment = environments::by_id(db, environment)?.ok_or(UNKNOWN)?;
        check_place(call, db, &snapshot, &environment.slug, Action::Read)?;
        let show = show_later(call, db, &project, wire::secret_versions::in_snapshot)?;
        let versions = snapshots::versions(db, &snapshot)?;
        let versions = versions.iter().map(show).collect::<Result<Vec<_>, _>>()?;
        let folders = snapshots::sub_folders(db, &snapshot)?;
        let shown = wire::snapshots::content(&snapshot, &environment, versions, folders);
        Ok(Reply::json(json!({ "secretSnapshot": shown })))
    })
}

/// Later: restores a folder with everything below it.
pub(crate) fn roll_back_later(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (snapshot, _) = existing(call, db, Action::Create, "Find by id")?;
        let folder = snapshot.folder_id.as_deref().unwrap_or_default();
        let folder = folders::by_id(db, folder)?.ok_or(FOLDER_UNKNOWN)?;
        let environment = environments::by_id(db, &folder.environment_id)?.ok_or(FOLDER_UNKNOWN)?;
        check_place(call, db, &snapshot, &environment.slug, Action::Edit)?;
        let new = snapshots::restore_folder(db, call.era(), &snapshot, &folder)?;
        Ok(Reply::json(json!({ "secretSnapshot": wire::snapshots::later(&new) })))
    })
}

const UNKNOWN: ApiError = ApiError::bad_request("Snapshot not found");
const FOLDER_UNKNOWN: ApiError = ApiError::bad_request("Folder not found");
/// The error of today's servers for the snapshots of a missing folder.
const FOLDER_UNKNOWN_TODAY: ApiError =
    ApiError::not_found("Folder with that path in that environment not found");

/// The snapshot in the path and its project, if the caller has the permission `action`. `query` is the
/// name that releases of 2024 give the failed query for a malformed id.
fn existing(
    call: &Call,
    db: &Connection,
    action: Action,
    query: &'static str,
) -> Result<(Snapshot, Project), ApiError> {
    let id = call.param("secretSnapshotId");
    if !call.era().is_modern() && !call.era().is_well_formed_id(id) {
        let message = "Something went wrong";
        return Err(ApiError::Later { status: 500, error: query, message });
    }
    let snapshot = snapshots::by_id(db, id)?.ok_or(UNKNOWN)?;
    let project = authorize(call, db, &snapshot.project_id, action)?;
    Ok((snapshot, project))
}

/// Refuses to whom the secrets of the snapshot's folder are closed. Where that is gone, all of the
/// project has to be open.
fn check_place(
    call: &Call,
    db: &Connection,
    snapshot: &Snapshot,
    environment: &str,
    action: Action,
) -> Result<(), ApiError> {
    let project_id = &snapshot.project_id;
    match folders::by_id(db, snapshot.folder_id.as_deref().unwrap_or_default())? {
        Some(folder) => {
            let place = Place { environment, path: &folder.path };
            access::secrets(call, db, project_id, action, place)?
        }
        None => access::everywhere(call, db, project_id, action, Subject::Secrets)?,
    };
    Ok(())
}

/// The folder whose snapshots a request is about.
struct Folder {
    environment: String,
    path: String,
}

impl Folder {
    fn read(query: &Form<'_>) -> Self {
        Folder { environment: query.trimmed("environment"), path: path(query, &["path"]) }
    }

    /// The project in the path, if the caller may look at what the folder was.
    fn authorize(&self, call: &Call, db: &Connection) -> Result<Project, ApiError> {
        let project = authorize(call, db, call.param("workspaceId"), Action::Read)?;
        let place = Place { environment: &self.environment, path: &self.path };
        access::secrets(call, db, &project.id, Action::Read, place)
    }

    fn id(&self, call: &Call, db: &Connection, project: &Project) -> Result<String, ApiError> {
        let folder = match project.environment(&self.environment) {
            Some(environment) => folders::at_path(db, &environment.id, &self.path)?,
            None => None,
        };
        let unknown = if call.era().is_modern() { FOLDER_UNKNOWN_TODAY } else { FOLDER_UNKNOWN };
        Ok(folder.ok_or(unknown)?.id)
    }
}
