//! Blind indices for secrets stored without one, for administrators.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::place::index;
use crate::store::projects::Project;
use crate::store::secrets;
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// Whether no secret lacks an index: `true` or `false`, bare. In 2024 any member may know.
pub(crate) fn status(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = match call.era() {
            Era::May23 => administered(call, db)?,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                access::role(call, db, call.param("workspaceId"), Action::Read, Subject::Secrets)?
            }
        };
        let all = secrets::of_project(db, &project.id)?;
        Ok(Reply::json(json!(all.iter().all(|secret| secret.blind_index.is_some()))))
    })
}

/// The secrets of every environment and user; in later eras only those without an index.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = administered(call, db)?;
        let mut all = secrets::of_project(db, &project.id)?;
        all.retain(|secret| call.era() == Era::May23 || secret.blind_index.is_none());
        let all = wire::secrets::secrets(call.era(), &all, View::Single);
        Ok(Reply::json(json!({ "secrets": all })))
    })
}

/// Indexes secrets by the names the client tells; unknown ids are passed over.
pub(crate) fn name(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let id = if call.era() == Era::May23 { "_id" } else { "secretId" };
    let entries = body.forms("secretsToUpdate");
    let entries: Vec<_> =
        entries.iter().map(|entry| (entry.trimmed(id), entry.trimmed("secretName"))).collect();
    body.finish()?;
    let project = call.app.store.read(|db| administered(call, db))?;
    let indexed = entries.iter().map(|(id, name)| Ok((id, index(call, &project, name)?)));
    let indexed = indexed.collect::<Result<Vec<_>, ApiError>>()?;
    call.app.store.write(|db| {
        for (id, index) in &indexed {
            secrets::set_index(db, &project.id, id, index)?;
        }
        Ok(Reply::json(json!({ "message": "Successfully named workspace secrets" })))
    })
}

/// The project, for its administrators: they alone may delete it.
fn administered(call: &Call, db: &Connection) -> Result<Project, ApiError> {
    access::role(call, db, call.param("workspaceId"), Action::Delete, Subject::Workspace)
}
