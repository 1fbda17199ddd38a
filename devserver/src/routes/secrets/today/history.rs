//! Versions and snapshots, in plaintext. Snapshots can only be read.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::folders::path;
use crate::routes::secrets::place::owner;
use crate::routes::secrets::today::entry::{Plain, membership_id};
use crate::routes::secrets::today::place::{Place, told};
use crate::routes::secrets::today::single::known_project;
use crate::store::secret_versions;
use crate::store::secrets::{self, Kind};
use crate::store::snapshots::{self, Whole};
use crate::store::{environments, folders};
use crate::wire::plain::{self, Texts};
use crate::wire::{self, Reply};

/// The versions of a secret, newest first. Those of end-to-end encrypted projects are closed.
pub(crate) fn versions(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("secretId");
    let unknown = || ApiError::absent(format!("Secret with ID '{id}' not found"));
    let query = call.query();
    let (offset, limit) = (query.number("offset"), query.number("limit"));
    query.finish()?;
    let secret = call.app.store.read(|db| secrets::by_id(db, id)?.ok_or_else(unknown))?;
    let (environment, path) = (secret.environment.clone(), secret.path.clone());
    let place = Place::new(secret.project_id.clone(), environment, path);
    let project = call.app.store.read(|db| known_project(call, db, &secret.project_id))?;
    let is_foreign = secret.kind == Kind::Personal && secret.user_id.as_deref() != owner(call);
    if project.version < 3 || is_foreign {
        return Err(unknown());
    }
    let opened = place.open_for(call, Action::Read)?;
    call.app.store.read(|db| {
        let found = secret_versions::of_secret(db, &secret.id, offset, limit)?;
        let shown = found.iter().map(|version| {
            let plain = Plain::open(&opened, version.secret.clone())?;
            let membership = match &version.author {
                Some(author) => membership_id(db, &project.id, author)?,
                None => None,
            };
            let texts = Texts { name: &plain.name, value: &plain.value, comment: &plain.comment };
            Ok(plain::version(version, &texts, membership))
        });
        let shown = shown.collect::<Result<Value, ApiError>>()?;
        Ok(Reply::json(json!({ "secretVersions": shown })))
    })
}

/// The folder whose snapshots are asked for.
fn folder(call: &Call, db: &Connection, place: &Place) -> Result<String, ApiError> {
    known_project(call, db, &place.project_id)?;
    let project = place.authorize(call, db, Action::Read)?;
    let folder = place.folder(db, &project)?.ok_or_else(|| {
        ApiError::absent(format!(
            "Folder with path '{}' not found in environment with slug '{}'",
            place.path, place.environment
        ))
    })?;
    Ok(folder.id)
}

fn place(call: &Call) -> Result<(Place, i64, i64), ApiError> {
    let query = call.query();
    let (environment, given) = (query.trimmed("environment"), path(&query, &["path"]));
    let (offset, limit) = (query.whole("offset", Some(0)), query.whole("limit", Some(20)));
    query.finish()?;
    Ok((Place::new(call.param("workspaceId").to_owned(), environment, given), offset, limit))
}

/// The snapshots of a folder, newest first.
pub(crate) fn snapshots(call: &Call) -> Result<Reply, ApiError> {
    let (place, offset, limit) = place(call)?;
    call.app.store.read(|db| {
        let folder_id = folder(call, db, &place)?;
        let found = snapshots::of(db, Whole::Folder(&folder_id), offset, limit)?;
        let listed = found.iter().map(wire::snapshots::later).collect::<Vec<_>>();
        Ok(Reply::json(json!({ "secretSnapshots": listed })))
    })
}

pub(crate) fn count_snapshots(call: &Call) -> Result<Reply, ApiError> {
    let (place, ..) = place(call)?;
    call.app.store.read(|db| {
        let folder_id = folder(call, db, &place)?;
        let count = snapshots::count(db, Whole::Folder(&folder_id))?;
        Ok(Reply::json(json!({ "count": count })))
    })
}

/// A snapshot with its content.
pub(crate) fn snapshot(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("secretSnapshotId");
    let unknown = || ApiError::absent(format!("Snapshot with ID '{id}' not found"));
    let (snapshot, environment, path) = call.app.store.read(|db| {
        let snapshot = snapshots::by_id(db, id)?.ok_or_else(unknown)?;
        let environment = snapshot.environment_id.as_deref().unwrap_or_default();
        let environment = environments::by_id(db, environment)?.ok_or_else(unknown)?;
        let folder = folders::by_id(db, snapshot.folder_id.as_deref().unwrap_or_default())?;
        let path = folder.map_or_else(|| "/".to_owned(), |folder| folder.path);
        Ok((snapshot, environment, path))
    })?;
    let place = Place::new(snapshot.project_id.clone(), environment.slug.clone(), path);
    let opened = place.open_for(call, Action::Read)?;
    call.app.store.read(|db| {
        let versions = snapshots::versions(db, &snapshot)?.into_iter();
        let is_visible = |version: &secret_versions::Version| {
            let is_own = version.secret.user_id.as_deref() == owner(call) && opened.is_old();
            version.secret.kind == Kind::Shared || is_own
        };
        let versions = versions.filter(is_visible).map(|version| {
            let plain = Plain::open(&opened, version.secret.clone())?;
            let texts = Texts { name: &plain.name, value: &plain.value, comment: &plain.comment };
            Ok(plain::in_snapshot(&version, &texts, opened.is_old()))
        });
        let versions = versions.collect::<Result<Vec<_>, ApiError>>()?;
        let folders = snapshots::sub_folders(db, &snapshot)?;
        let shown = wire::snapshots::content(&snapshot, &environment, versions, folders);
        Ok(Reply::json(json!({ "secretSnapshot": shown })))
    })
}

/// Retired: every rollback fails.
pub(crate) fn roll_back(call: &Call) -> Result<Reply, ApiError> {
    tracing::debug!(route = call.route(), "retired route");
    Err(told(call, "", ApiError::Internal))
}
