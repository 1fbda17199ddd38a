//! Imports of folders.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::routes::secrets::today::entry::Plain;
use crate::routes::secrets::today::place::{Place, absolute, denied, told};
use crate::routes::secrets::today::single::known_project;
use crate::store::environments;
use crate::store::folders::{self, Folder};
use crate::store::projects::Project;
use crate::store::secret_imports::{self, SecretImport};
use crate::store::secrets::{self, Secret, Within};
use crate::wire::plain::Shape;
use crate::wire::secret_imports::secret_import;
use crate::wire::secrets::View;
use crate::wire::{self, Reply, merged};

/// How far imports of imports are followed.
const DEEPEST: usize = 10;

/// What a folder imports, each path once.
pub(super) struct Source {
    import: SecretImport,
    pub(super) folder: Option<Folder>,
    /// Whether the caller may read there.
    pub(super) is_open: bool,
}

pub(super) fn sources(
    call: &Call,
    db: &Connection,
    project: &Project,
    folder: &Folder,
) -> Result<Vec<Source>, ApiError> {
    let mut sources: Vec<Source> = Vec::new();
    for import in secret_imports::of_folder(db, &folder.id)? {
        let is_known = sources.iter().any(|known| {
            known.import.environment_id == import.environment_id && known.import.path == import.path
        });
        if is_known {
            continue;
        }
        let (environment, path) = (import.environment.clone(), import.path.clone());
        let is_open =
            Place::new(project.id.clone(), environment, path).is_open(call, db, Action::Read);
        let folder = folders::at_path(db, &import.environment_id, &import.path)?;
        sources.push(Source { import, folder, is_open });
    }
    Ok(sources)
}

/// The imports of a folder with the shared secrets that they bring, and those that these import.
pub(super) fn groups(
    call: &Call,
    db: &Connection,
    project: &Project,
    folder: &Folder,
    show: impl Fn(Secret) -> Result<Value, ApiError>,
) -> Result<Vec<Value>, ApiError> {
    let mut groups = Vec::new();
    for source in sources(call, db, project, folder)? {
        let mut found = Vec::new();
        if let Some(from) = source.folder.as_ref().filter(|_| source.is_open) {
            let mut visited = vec![folder.id.clone()];
            gather(call, db, project, from, &mut visited, &mut found)?;
        }
        let secrets = found.into_iter().map(&show).collect::<Result<Value, _>>()?;
        let mut group = json!({
            "secretPath": source.import.path,
            "environment": source.import.environment,
            "secrets": secrets,
        });
        if let Some(folder) = source.folder {
            group = merged(group, json!({ "folderId": folder.id }));
        }
        groups.push(group);
    }
    Ok(groups)
}

/// A folder and those that it imports, with those that these import; the first that has a name counts.
/// Whether the caller may read them does not matter here.
pub(super) fn with_imported(
    call: &Call,
    db: &Connection,
    project: &Project,
    folder: Folder,
) -> Result<Vec<Folder>, ApiError> {
    let mut visited = Vec::new();
    by_precedence(call, db, project, folder, &mut visited)
}

fn by_precedence(
    call: &Call,
    db: &Connection,
    project: &Project,
    folder: Folder,
    visited: &mut Vec<String>,
) -> Result<Vec<Folder>, ApiError> {
    if visited.contains(&folder.id) {
        return Ok(Vec::new());
    }
    visited.push(folder.id.clone());
    let mut groups = Vec::new();
    for source in sources(call, db, project, &folder)? {
        if let Some(from) = source.folder {
            groups.push(by_precedence(call, db, project, from, visited)?);
        }
    }
    Ok(std::iter::once(folder).chain(groups.into_iter().rev().flatten()).collect())
}

fn gather(
    call: &Call,
    db: &Connection,
    project: &Project,
    folder: &Folder,
    visited: &mut Vec<String>,
    found: &mut Vec<Secret>,
) -> Result<(), ApiError> {
    if visited.len() > DEEPEST || visited.contains(&folder.id) {
        return Ok(());
    }
    visited.push(folder.id.clone());
    found.extend(secrets::visible(db, Within::Folder(&folder.id), None)?);
    for source in sources(call, db, project, folder)? {
        if let Some(folder) = source.folder.filter(|_| source.is_open) {
            gather(call, db, project, &folder, visited, found)?;
        }
    }
    Ok(())
}

/// The place that imports, in a query or a body.
fn importer(call: &Call, form: &Form<'_>) -> Place {
    let project_id = form.trimmed(call.project_field());
    Place::new(project_id, form.trimmed("environment"), path(form, &["path"]))
}

/// The project and the folder of the place, for a caller that may do `action` to its imports.
fn folder(
    call: &Call,
    db: &Connection,
    place: &Place,
    action: Action,
) -> Result<(Project, Folder), ApiError> {
    known_project(call, db, &place.project_id)?;
    let project = place.authorize(call, db, action).map_err(|error| match error {
        ApiError::Forbidden(action, _) => denied(action.name(), "secret-imports", json!([])),
        other => other,
    })?;
    let folder = place.read_folder(db, &project, "NotFound")?;
    Ok((project, folder))
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let place = importer(call, &query);
    query.finish()?;
    call.app.store.read(|db| {
        let (project, folder) = folder(call, db, &place, Action::Read)?;
        let listed = secret_imports::of_folder(db, &folder.id)?.into_iter().map(|import| {
            let mut shown = secret_import(call.era(), &import);
            if call.project_field() == "projectId" {
                if let Some(from) = shown.get_mut("importEnv") {
                    *from = merged(from.take(), json!({ "projectId": project.id }));
                }
                shown = merged(shown, json!({ "sourceProjectName": project.name }));
            }
            shown
        });
        Ok(Reply::json(json!({
            "message": "Successfully fetched secret imports",
            "secretImports": listed.collect::<Vec<_>>(),
        })))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("importId");
    let unknown = || ApiError::absent(format!("Secret import with ID '{id}' not found"));
    call.app.store.read(|db| {
        let import = secret_imports::by_id(db, id)?.ok_or_else(unknown)?;
        let folder = folders::by_id(db, &import.folder_id)?.ok_or_else(unknown)?;
        let environment = environments::by_id(db, &folder.environment_id)?.ok_or_else(unknown)?;
        let project_id = environment.project_id.clone();
        let place = Place::new(project_id, environment.slug.clone(), folder.path.clone());
        let project = place.authorize(call, db, Action::Read)?;
        let own = json!({
            "environment": {
                "id": environment.id,
                "name": environment.name,
                "slug": environment.slug,
            },
            "projectId": project.id,
            "secretPath": folder.path,
        });
        let shown = merged(secret_import(call.era(), &import), own);
        Ok(Reply::json(json!({ "secretImport": shown })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (place, import) = (importer(call, &body), body.form("import"));
    let environment = import.trimmed("environment");
    let from = absolute(&path(&import, &["path"]));
    let source_project = import.text_opt("sourceProjectId");
    let is_replication = body.flag_opt("isReplication").unwrap_or_default();
    body.finish()?;
    call.app.store.write(|db| {
        let (project, folder) = folder(call, db, &place, Action::Create)?;
        if source_project.is_some_and(|id| id != project.id) {
            return Err(ApiError::barred(
                "Cross-project secret sharing is not enabled for this organization".to_owned(),
            ));
        }
        if is_replication {
            return Err(ApiError::bad_request(
                "Failed to create secret replication due to plan restriction. Upgrade plan to \
                 create replication.",
            ));
        }
        let source = source(call, db, &project, &environment, &from)?;
        if source == folder.environment_id && from == folder.path {
            return Err(ApiError::bad_request("Cyclic import not allowed"));
        }
        let import = secret_imports::create(db, call.era(), &folder.id, &source, &from)?;
        Ok(answer(call, "Successfully created secret import", &import))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (place, import) = (importer(call, &body), body.form("import"));
    let environment = import.text_opt("environment");
    let from = import.text_opt("path").map(|_| absolute(&path(&import, &["path"])));
    let position = import.value("position").and_then(Value::as_i64);
    body.finish()?;
    call.app.store.write(|db| {
        let (project, folder) = folder(call, db, &place, Action::Edit)?;
        let unknown = ApiError::bad_request("Secret import not found");
        let mut import = existing(call, db, &folder)?.ok_or(unknown)?;
        if let Some(environment) = environment {
            let from = from.as_deref().unwrap_or(&import.path);
            import.environment_id = source(call, db, &project, &environment, from)?;
        }
        import.path = from.unwrap_or(import.path);
        import.position = position.unwrap_or(import.position);
        let import = secret_imports::update(db, &import)?;
        Ok(answer(call, "Successfully updated secret import", &import))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let place = importer(call, &body);
    body.finish()?;
    call.app.store.write(|db| {
        let (_, folder) = folder(call, db, &place, Action::Delete)?;
        let import = existing(call, db, &folder)?.ok_or_else(|| {
            let id = call.param("importId");
            ApiError::absent(format!("Secret import with folder ID '{id}' not found"))
        })?;
        secret_imports::delete(db, &import)?;
        Ok(answer(call, "Successfully deleted secret import", &import))
    })
}

/// The environment to import from, if the caller may read there.
fn source(
    call: &Call,
    db: &Connection,
    project: &Project,
    environment: &str,
    path: &str,
) -> Result<String, ApiError> {
    let place = Place::new(project.id.clone(), environment.to_owned(), path.to_owned());
    let found = project.environment(environment);
    let found = found.ok_or(ApiError::not_found("The requested entity is not found"))?;
    place.authorize(call, db, Action::Read).map_err(|error| told(call, &project.id, error))?;
    Ok(found.id.clone())
}

/// The import the request names, of that folder.
fn existing(
    call: &Call,
    db: &Connection,
    folder: &Folder,
) -> Result<Option<SecretImport>, ApiError> {
    let mut imports = secret_imports::of_folder(db, &folder.id)?.into_iter();
    Ok(imports.find(|import| import.id == call.param("importId")))
}

fn answer(call: &Call, message: &str, import: &SecretImport) -> Reply {
    let import = secret_import(call.era(), import);
    Reply::json(json!({ "message": message, "secretImport": import }))
}

/// The ciphertexts of imported secrets. Projects that are not end-to-end encrypted have none.
pub(crate) fn secrets(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let place = importer(call, &query);
    query.finish()?;
    call.app.store.read(|db| {
        let (project, folder) = folder(call, db, &place, Action::Read)?;
        let mut groups = groups(call, db, &project, &folder, |secret| {
            Ok(wire::secrets::secret(call.era(), &secret, View::Batch))
        })?;
        if project.version == 3 {
            for group in &mut groups {
                *group = merged(group.take(), json!({ "secrets": [] }));
            }
        }
        Ok(Reply::json(json!({ "secrets": with_environments(&project, groups) })))
    })
}

/// The imported secrets in plaintext.
pub(crate) fn plain_secrets(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let place = importer(call, &query);
    query.finish()?;
    let opened = place.open(call)?;
    call.app.store.read(|db| {
        let (project, folder) = folder(call, db, &place, Action::Read)?;
        let groups = groups(call, db, &opened.project, &folder, |secret| {
            let mut plain = Plain::open(&opened, secret)?;
            if opened.is_old() {
                place.environment.clone_into(&mut plain.secret.environment);
            }
            Ok(plain.show(&opened, Shape::OfImport, false))
        })?;
        Ok(Reply::json(json!({ "secrets": with_environments(&project, groups) })))
    })
}

fn with_environments(project: &Project, groups: Vec<Value>) -> Vec<Value> {
    let with_environment = |group: Value| {
        let slug = group.get("environment").and_then(Value::as_str).unwrap_or_default();
        let info = project.environment(slug).map(|environment| {
            json!({
                "id": environment.id,
                "name": environment.name,
                "slug": environment.slug,
            })
        });
        merged(group, json!({ "environmentInfo": info }))
    };
    groups.into_iter().map(with_environment).collect()
}
