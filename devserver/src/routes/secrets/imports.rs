//! The imports of a folder, in its list of secrets.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access::{self, Place};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::place::Home;
use crate::store::folders::{self, Folder};
use crate::store::secret_imports::{self, SecretImport};
use crate::store::secrets::{self, Secret, Within};

/// How far imports of imports are followed.
const DEEPEST: usize = 10;

/// The imports of a folder in their order, each with the shared secrets the caller may read there.
/// What those folders import in turn is among the secrets of the first.
pub(super) fn of(
    call: &Call,
    db: &Connection,
    home: &Home,
    show: impl Fn(&[Secret]) -> Result<Value, ApiError>,
) -> Result<Vec<Value>, ApiError> {
    let mut groups = Vec::new();
    for import in secret_imports::of_folder(db, &home.folder_id)? {
        let mut visited = vec![home.folder_id.clone()];
        let Some(folder) = readable(call, db, &home.project_id, &import)? else {
            continue;
        };
        let mut found = Vec::new();
        gather(call, db, home, &folder, &mut visited, &mut found)?;
        groups.push(json!({
            "secretPath": import.path,
            "environment": import.environment,
            "folderId": folder.id,
            "secrets": show(&found)?,
        }));
    }
    Ok(groups)
}

fn gather(
    call: &Call,
    db: &Connection,
    home: &Home,
    folder: &Folder,
    visited: &mut Vec<String>,
    found: &mut Vec<Secret>,
) -> Result<(), ApiError> {
    if visited.len() > DEEPEST || visited.contains(&folder.id) {
        return Ok(());
    }
    visited.push(folder.id.clone());
    let mut own = secrets::visible(db, Within::Folder(&folder.id), None)?;
    own.sort_by(|a, b| a.id.cmp(&b.id));
    found.extend(own);
    for import in secret_imports::of_folder(db, &folder.id)? {
        if let Some(folder) = readable(call, db, &home.project_id, &import)? {
            gather(call, db, home, &folder, visited, found)?;
        }
    }
    Ok(())
}

/// The folder an import leads to, if there is one and the caller may read there.
fn readable(
    call: &Call,
    db: &Connection,
    project_id: &str,
    import: &SecretImport,
) -> Result<Option<Folder>, ApiError> {
    let place = Place { environment: &import.environment, path: &import.path };
    if access::secrets(call, db, project_id, Action::Read, place).is_err() {
        return Ok(None);
    }
    Ok(folders::at_path(db, &import.environment_id, &import.path)?)
}
