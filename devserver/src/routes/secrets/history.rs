//! Versions of secrets, and what every change of secrets leaves behind.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access::{self, Place};
use crate::auth::cipher::FieldCipher;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::bots;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::place::{Home, owner};
use crate::store::projects::Project;
use crate::store::secret_versions::{self, Version};
use crate::store::secrets::{self, Kind, Secret};
use crate::store::snapshots::{self, Whole};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// Takes the snapshot that belongs to a change.
pub(crate) fn snapshot(call: &Call, db: &Connection, home: &Home) -> Result<(), ApiError> {
    take(call, db, &home.project_id, &home.folder_id)
}

/// As [`snapshot`], after a change in a folder.
pub(crate) fn take(
    call: &Call,
    db: &Connection,
    project_id: &str,
    folder_id: &str,
) -> Result<(), ApiError> {
    let whole = match call.era() {
        Era::May23 => Whole::Project(project_id),
        Era::Feb24 | Era::Jun24 | Era::Modern => Whole::Folder(folder_id),
    };
    snapshots::take(db, call.era(), project_id, whole)?;
    Ok(())
}

/// The answer of routes by name to a requested version. 2024 releases ignore the number and return
/// some version of a secret that has or had that name; this server returns the oldest.
pub(super) fn as_asked(
    call: &Call,
    db: &Connection,
    home: &Home,
    kind: Kind,
    index: &str,
    version: &str,
) -> Result<Secret, ApiError> {
    let owner = owner(call).filter(|_| kind == Kind::Personal);
    if call.era().is_modern() {
        let found = secrets::by_index(db, home.within(), index)?;
        let secret = pick(&found, kind, owner).ok_or(ApiError::SecretUnknown)?;
        let number = version.parse().map_err(|_| ApiError::SecretUnknown)?;
        let found = secret_versions::numbered(db, &secret.id, number)?;
        return Ok(found.ok_or(ApiError::SecretUnknown)?.secret);
    }
    let found = secret_versions::oldest_named(db, &home.folder_id, index, kind.name(), owner)?;
    // The releases fail for a name that no secret has or had.
    const NOTHING: ApiError =
        ApiError::exception("Cannot read properties of undefined (reading 'secretId')");
    Ok(found.ok_or(NOTHING)?.secret)
}

/// The versions of a secret, newest first.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let default = |number| (call.era() != Era::May23).then_some(number);
    let query = call.query();
    let (offset, limit) = (query.whole("offset", default(0)), query.whole("limit", default(20)));
    query.finish()?;
    call.app.store.read(|db| {
        let (secret, project) = existing(call, db, Action::Read)?;
        let found = secret_versions::of_secret(db, &secret.id, offset, limit)?;
        let shown = match call.era() {
            Era::May23 => found.iter().map(wire::secret_versions::may23).collect(),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                let show = show_later(call, db, &project, wire::secret_versions::later)?;
                found.iter().map(show).collect::<Result<Vec<_>, _>>()?
            }
        };
        Ok(Reply::json(json!({ "secretVersions": shown })))
    })
}

/// May 2023: restores name and value, as a new version.
pub(crate) fn roll_back(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to roll back secret version");
    let body = call.body();
    let number = body.whole_opt("version");
    body.finish()?;
    let number = number.ok_or(ApiError::Invalid(Vec::new()))?;
    call.app.store.write(|db| {
        let (mut secret, project) = existing(call, db, Action::Edit)?;
        let version = secret_versions::numbered(db, &secret.id, number)?.ok_or(FAILED)?;
        secret.content.key = version.secret.content.key;
        secret.content.value = version.secret.content.value;
        let secret = secrets::update(db, call.era(), &secret)?;
        take(call, db, &project.id, &secret.folder_id)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Single);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

/// The secret the request names, and its project, if the caller may do `action` to what it was.
fn existing(call: &Call, db: &Connection, action: Action) -> Result<(Secret, Project), ApiError> {
    let id = call.param("secretId");
    if call.era() == Era::May23 && !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    let unknown = || match call.era() {
        Era::May23 => ApiError::SecretUnknown,
        Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::bad_request("Failed to find secret"),
    };
    let secret = secrets::by_id(db, id)?.ok_or_else(unknown)?;
    let project = authorize(call, db, &secret.project_id, action)?;
    let path = if call.era() == Era::May23 { "/" } else { &secret.path };
    let place = Place { environment: &secret.environment, path };
    access::secrets(call, db, &secret.project_id, action, place)?;
    if secret.kind == Kind::Personal && secret.user_id.as_deref() != owner(call) {
        return Err(unknown());
    }
    Ok((secret, project))
}

/// The project, if the caller may look at what it was, or bring it back.
pub(crate) fn authorize(
    call: &Call,
    db: &Connection,
    project_id: &str,
    action: Action,
) -> Result<Project, ApiError> {
    match call.era() {
        Era::May23 => access::member(call, db, project_id).map(|(project, _)| project),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            access::role(call, db, project_id, action, Subject::Rollback)
        }
    }
}

/// A version in later eras: as it is stored, or in plaintext if the server decrypts.
pub(crate) fn show_later<'a>(
    call: &Call,
    db: &Connection,
    project: &Project,
    encrypted: impl Fn(&Version) -> Value + 'a,
) -> Result<impl Fn(&Version) -> Result<Value, ApiError> + 'a, ApiError> {
    let cipher = if call.era().is_modern() {
        let key = bots::project_key(call, db, project)?;
        Some(FieldCipher::new(&key).ok_or(ApiError::Internal)?)
    } else {
        None
    };
    Ok(move |version: &Version| {
        let Some(cipher) = &cipher else { return Ok(encrypted(version)) };
        let content = &version.secret.content;
        let (name, value) = (cipher.open(&content.key)?, cipher.open(&content.value)?);
        let comment = cipher.open_opt(&content.comment)?;
        Ok(wire::modern::version(version, [&name, &value, &comment]))
    })
}
