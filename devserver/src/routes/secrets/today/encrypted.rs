//! The routes of ciphertexts. They serve the projects that were end-to-end encrypted before; in all
//! others they find nothing.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::{Call, Handler};
use crate::routes::folders::path;
use crate::routes::secrets as older;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::place::{index, owner};
use crate::routes::secrets::today::place::{Place, denied, told};
use crate::routes::secrets::today::single::{known_project, says};
use crate::routes::secrets::today::{imports, takeover};
use crate::store::folders;
use crate::store::projects::{self, Project};
use crate::store::secrets::{self, Kind, Within};
use crate::wire::secrets::View;
use crate::wire::{self, Reply, merged};

/// What the newer servers say where a project has no blind indices.
fn no_index(project_id: &str, operation: &'static str) -> ApiError {
    ApiError::Told {
        status: 404,
        error: operation,
        message: format!("Blind index for project with ID '{project_id}' not found"),
    }
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let project_id = query.trimmed("workspaceId");
    let place = Place::new(project_id, query.trimmed("environment"), path(&query, &["secretPath"]));
    let with_imports = says(&query, "include_imports", false);
    let is_recursive = says(&query, "recursive", false);
    query.finish()?;
    call.app.store.read(|db| {
        let project = permitted(call, db, &place, Action::Read)?;
        let folder = place.listed_folder(db, &project)?;
        let is_old = project.version < 3;
        let mut found = secrets::visible(db, Within::Folder(&folder.id), owner(call))?;
        if is_recursive {
            for folder in folders::below(db, &folder)? {
                let (project_id, environment) = (project.id.clone(), place.environment.clone());
                let below = Place::new(project_id, environment, folder.path.clone());
                if below.is_open(call, db, Action::Read) {
                    found.extend(secrets::visible(db, Within::Folder(&folder.id), owner(call))?);
                }
            }
        }
        found.retain(|_| is_old);
        found.sort_by(|a, b| a.id.cmp(&b.id));
        let mut reply =
            json!({ "secrets": wire::secrets::secrets(call.era(), &found, View::Listed) });
        if with_imports {
            let mut groups = imports::groups(call, db, &project, &folder, |secret| {
                Ok(wire::secrets::secret(call.era(), &secret, View::Imported))
            })?;
            for group in groups.iter_mut().filter(|_| !is_old) {
                *group = merged(group.take(), json!({ "secrets": [] }));
            }
            reply = merged(reply, json!({ "imports": groups }));
        }
        Ok(Reply::json(reply))
    })
}

/// The project, for a caller that may do `action` at the place.
fn permitted(
    call: &Call,
    db: &Connection,
    place: &Place,
    action: Action,
) -> Result<Project, ApiError> {
    known_project(call, db, &place.project_id)?;
    place.authorize(call, db, action).map_err(|error| match error {
        ApiError::Detailed { message, details, .. } if message.contains("describeSecret") => {
            denied("readValue", "secrets", details)
        }
        other => other,
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let project_id = query.trimmed("workspaceId");
    let place = Place::new(project_id, query.trimmed("environment"), path(&query, &["secretPath"]));
    let kind = Kind::from_name(&query.choice("type", &Kind::NAMES, Some("shared")));
    let with_imports = says(&query, "include_imports", false);
    let number = query.text_opt("version").map(|_| query.number("version"));
    query.finish()?;
    let name = call.secret_name();
    let unknown = || ApiError::absent(format!("Secret with name '{name}' not found"));
    let project = call.app.store.read(|db| permitted(call, db, &place, Action::Read))?;
    if project.version == 3 {
        return Err(no_index(&project.id, "CreateSecret"));
    }
    let index = index(call, &project, name)?;
    call.app.store.read(|db| {
        let folder = place.read_folder(db, &project, "GetSecretByName")?;
        let in_folder = |id: &str| secrets::by_index(db, Within::Folder(id), &index);
        let found = in_folder(&folder.id)?;
        let mut secret = match kind {
            Kind::Personal if !call.actor.is_program() => pick(&found, kind, owner(call)).cloned(),
            _ => pick(&found, Kind::Shared, None).cloned(),
        };
        if secret.is_none() && with_imports {
            for source in imports::sources(call, db, &project, &folder)?.into_iter().rev() {
                let Some(folder) = source.folder.filter(|_| source.is_open) else { continue };
                let found = in_folder(&folder.id)?;
                secret = secret.or_else(|| pick(&found, Kind::Shared, None).cloned());
            }
        }
        let mut secret = secret.ok_or_else(unknown)?;
        if let Some(number) = number {
            let version = crate::store::secret_versions::numbered(db, &secret.id, number)?;
            secret = version.ok_or_else(unknown)?.secret;
        }
        let secret = wire::secrets::secret(call.era(), &secret, View::Fetched);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::create, Action::Create, "CreateSecret")
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::update, Action::Edit, "UpdateSecret").map(told_apart)
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::delete, Action::Delete, "DeleteSecret").map(told_apart)
}

pub(crate) fn create_many(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::batch::create, Action::Create, "CreateSecret")
}

pub(crate) fn update_many(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::batch::update, Action::Edit, "UpdateSecret").map(told_apart)
}

pub(crate) fn delete_many(call: &Call) -> Result<Reply, ApiError> {
    change(call, older::batch::delete, Action::Delete, "DeleteSecret").map(told_apart)
}

pub(crate) fn add_tags(call: &Call) -> Result<Reply, ApiError> {
    tags(call, older::tagging::add)
}

pub(crate) fn remove_tags(call: &Call) -> Result<Reply, ApiError> {
    tags(call, older::tagging::remove)
}

/// The answers of changes tell that no value is hidden.
fn told_apart(mut reply: Reply) -> Reply {
    let shown = |secret: &mut Value| {
        *secret = merged(secret.take(), json!({ "secretValueHidden": false }));
    };
    if let Some(body) = reply.body_mut() {
        body.get_mut("secret").into_iter().for_each(shown);
        let many = body.get_mut("secrets").and_then(Value::as_array_mut);
        many.into_iter().flatten().for_each(shown);
    }
    reply
}

/// A change of June 2024, with the errors of July 2026.
fn change(
    call: &Call,
    handler: Handler,
    action: Action,
    operation: &'static str,
) -> Result<Reply, ApiError> {
    let body = call.body();
    body.require_object();
    let project_id = body.trimmed("workspaceId");
    let place = Place::new(project_id, body.trimmed("environment"), path(&body, &["secretPath"]));
    let is_batch = call.route() == "/api/v3/secrets/batch";
    if body.finish().is_ok() {
        call.app.store.read(|db| {
            let project = permitted(call, db, &place, action)?;
            if project.version == 3 {
                return Err(match (is_batch, action) {
                    (true, _) => ApiError::Told {
                        status: 404,
                        error: "Create secret",
                        message: "Blind index not found".to_owned(),
                    },
                    (false, Action::Delete) => no_index(&project.id, "DeleteSecret"),
                    (false, _) => no_index(&project.id, "CreateSecret"),
                });
            }
            place.changed_folder(db, &project, operation)?;
            Ok(())
        })?;
    }
    let reply = handler(call).map_err(|error| reworded(call, &place, error))?;
    call.app.store.write(|db| {
        let project = known_project(call, db, &place.project_id)?;
        let folder = place.changed_folder(db, &project, operation)?;
        // To look for references, the server takes the key if it can.
        if action != Action::Delete {
            takeover::restore(call, db, &project)?;
        }
        Ok(folders::note_change(db, &folder.id)?)
    })?;
    Ok(reply)
}

fn tags(call: &Call, handler: Handler) -> Result<Reply, ApiError> {
    let slug = call.body().text_opt("projectSlug").unwrap_or_default();
    let project = call.app.store.read(|db| Ok(projects::by_slug(db, &slug)?))?;
    if let Some(project) = project.filter(|project| project.version == 3) {
        return Err(no_index(&project.id, "CreateSecret"));
    }
    handler(call)
}

fn reworded(call: &Call, place: &Place, error: ApiError) -> ApiError {
    match error {
        ApiError::SecretNameUnknown { name, .. } => {
            ApiError::absent(format!("Secret not found: blind index {name}"))
        }
        ApiError::SecretExists => ApiError::bad_request("Secret already exists"),
        other => told(call, &place.project_id, other),
    }
}
