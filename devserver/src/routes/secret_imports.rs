//! Secret imports, of the later eras.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::access::{self, Place};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::store::environments::Environment;
use crate::store::folders::{self, Folder};
use crate::store::projects::Project;
use crate::store::secret_imports::{self, SecretImport};
use crate::wire::{self, Reply};

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let importer = Importer::read(&query);
    query.finish()?;
    call.app.store.read(|db| {
        let (_, folder) = importer.folder(call, db, Action::Read, "Get imports")?;
        let imports = secret_imports::of_folder(db, &folder.id)?;
        let imports =
            imports.iter().map(|one| wire::secret_imports::secret_import(call.era(), one));
        Ok(Reply::json(json!({
            "message": "Successfully fetched secret imports",
            "secretImports": imports.collect::<Vec<_>>(),
        })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (importer, import) = (Importer::read(&body), body.form("import"));
    let (environment, path) = (import.trimmed("environment"), path(&import, &["path"]));
    body.finish()?;
    call.app.store.write(|db| {
        let (project, folder) = importer.folder(call, db, Action::Create, "Create import")?;
        // Releases of 2024 allow imports only from folders in which the caller may create secrets.
        let action = if call.era().is_modern() { Action::Read } else { Action::Create };
        let source = source(call, db, &project, action, &environment, &path)?;
        let existing = secret_imports::of_folder(db, &folder.id)?;
        if existing.iter().any(|one| one.environment_id == source.id && one.path == path) {
            return Err(ApiError::bad_request("Secret import already exist"));
        }
        let import = secret_imports::create(db, call.era(), &folder.id, &source.id, &path)?;
        Ok(answer(call, "Successfully created secret import", &import))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (importer, import) = (Importer::read(&body), body.form("import"));
    let environment = import.text_opt("environment");
    let new_path = import.text_opt("path").map(|_| path(&import, &["path"]));
    let position = import.value("position").and_then(serde_json::Value::as_i64);
    body.finish()?;
    call.app.store.write(|db| {
        let (project, folder) = importer.folder(call, db, Action::Edit, "Update import")?;
        let mut import = existing(call, db, &folder, "Secret import not found")?;
        let environment = environment.unwrap_or(import.environment);
        let path = new_path.unwrap_or(import.path);
        import.environment_id =
            source(call, db, &project, Action::Read, &environment, &path)?.id.clone();
        (import.environment, import.path) = (environment, path);
        import.position = position.unwrap_or(import.position);
        let import = secret_imports::update(db, &import)?;
        Ok(answer(call, "Successfully updated secret import", &import))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let importer = Importer::read(&body);
    body.finish()?;
    call.app.store.write(|db| {
        let (_, folder) = importer.folder(call, db, Action::Delete, "Delete import")?;
        let import = existing(call, db, &folder, "Secret import doc not found")?;
        secret_imports::delete(db, &import)?;
        Ok(answer(call, "Successfully deleted secret import", &import))
    })
}

/// The path that imports.
struct Importer {
    project_id: String,
    environment: String,
    path: String,
}

impl Importer {
    fn read(form: &Form<'_>) -> Self {
        Importer {
            project_id: form.trimmed("workspaceId"),
            environment: form.trimmed("environment"),
            path: path(form, &["path"]),
        }
    }

    /// The folder, for a caller that may do `action` to the secrets in it.
    fn folder(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
        operation: &'static str,
    ) -> Result<(Project, Folder), ApiError> {
        let place = Place { environment: &self.environment, path: &self.path };
        let project = access::secrets(call, db, &self.project_id, action, place)?;
        let folder = match project.environment(&self.environment) {
            Some(environment) => folders::at_path(db, &environment.id, &self.path)?,
            None => None,
        };
        Ok((project, folder.ok_or(ApiError::FolderUnknown(operation))?))
    }
}

/// The environment to import from; the caller needs the permission `action` there.
fn source<'a>(
    call: &Call,
    db: &Connection,
    project: &'a Project,
    action: Action,
    environment: &str,
    path: &str,
) -> Result<&'a Environment, ApiError> {
    access::secrets(call, db, &project.id, action, Place { environment, path })?;
    project.environment(environment).ok_or(ApiError::Later {
        status: 400,
        error: "Create import",
        message: "Imported env not found",
    })
}

/// The import the request names, of that folder.
fn existing(
    call: &Call,
    db: &Connection,
    folder: &Folder,
    unknown: &'static str,
) -> Result<SecretImport, ApiError> {
    let imports = secret_imports::of_folder(db, &folder.id)?;
    let mut imports = imports.into_iter();
    imports.find(|import| import.id == call.param("importId")).ok_or(ApiError::bad_request(unknown))
}

fn answer(call: &Call, message: &str, import: &SecretImport) -> Reply {
    Reply::json(json!({
        "message": message,
        "secretImport": wire::secret_imports::secret_import(call.era(), import),
    }))
}
