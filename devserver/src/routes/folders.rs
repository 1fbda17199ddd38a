//! Folders.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::access::{self, Place};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::history;
use crate::store::environments::{self, Environment};
use crate::store::folders::{self, Folder};
use crate::store::projects::Project;
use crate::wire::{self, Reply};

/// How deep folders can be nested. SQLite deletes at most 1000 levels at a time, and each folder
/// stores its whole path.
const DEEPEST: usize = 100;
const TOO_DEEP: &str = "Folders can be nested at most 100 deep";

/// Later eras: the direct sub-folders of a path.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (project_id, environment) = (query.trimmed("workspaceId"), query.trimmed("environment"));
    let path = path(&query, &["path", "directory"]);
    query.finish()?;
    call.app.store.read(|db| {
        let project = access::member_or_token(call, db, &project_id)?;
        let environment = project.environment(&environment).ok_or(ApiError::Later {
            status: 400,
            error: "get folders",
            message: "Environment not found",
        })?;
        let parent = folders::at_path(db, &environment.id, &path)?;
        let children = match parent {
            Some(parent) => folders::children(db, &parent)?,
            None => Vec::new(),
        };
        let listed = children.iter().map(|folder| wire::projects::folder(call.era(), folder));
        Ok(Reply::json(json!({ "folders": listed.collect::<Vec<_>>() })))
    })
}

/// Later eras: a sub-folder of a path, with missing parents; an existing one is returned.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, environment) = (body.trimmed("workspaceId"), body.trimmed("environment"));
    let name = body.trimmed("name");
    let path = path(&body, &["path", "directory"]);
    body.finish()?;
    if depth(&path) >= DEEPEST {
        return Err(ApiError::issue("path", TOO_DEEP));
    }
    if !is_folder_name(&name)
        || !path.split('/').all(|part| part.is_empty() || is_folder_name(part))
    {
        return Err(bad_name());
    }
    call.app.store.write(|db| {
        let place = Place { environment: &environment, path: &path };
        let project = access::secrets(call, db, &project_id, Action::Create, place)?;
        let environment = project.environment(&environment).ok_or(ApiError::Later {
            status: 400,
            error: "Create folder",
            message: "Environment not found",
        })?;
        let parent = folders::ensure_path(db, call.era(), &environment.id, &path)?;
        let folder = folders::ensure_child(db, call.era(), &parent, &name)?;
        history::take(call, db, &project.id, &parent.id)?;
        Ok(Reply::json(json!({ "folder": wire::projects::folder(call.era(), &folder) })))
    })
}

/// Later eras: another name for a folder of a path.
pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (target, name) = (Target::read(&body), body.trimmed("name"));
    body.finish()?;
    if !is_folder_name(&name) {
        return Err(bad_name());
    }
    call.app.store.write(|db| {
        let (folder, parent, siblings) = target.folder(call, db, Action::Edit, "Update folder")?;
        if siblings.iter().any(|other| other.id != folder.id && other.name == name) {
            return Err(ApiError::bad_request("Folder with specified name already exists"));
        }
        let folder = folders::rename(db, &folder, &name)?;
        history::take(call, db, &target.project_id, &parent.id)?;
        Ok(Reply::json(json!({ "folder": wire::projects::folder(call.era(), &folder) })))
    })
}

/// Later eras: deletes a folder of a path, named by its id or name, with everything in it.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    body.finish()?;
    call.app.store.write(|db| {
        let (folder, parent, _) = target.folder(call, db, Action::Delete, "Delete folder")?;
        folders::delete(db, &folder.id)?;
        history::take(call, db, &target.project_id, &parent.id)?;
        Ok(Reply::json(json!({ "folder": wire::projects::folder(call.era(), &folder) })))
    })
}

/// The path whose folder is to be changed.
struct Target {
    project_id: String,
    environment: String,
    path: String,
}

impl Target {
    fn read(body: &Form<'_>) -> Self {
        Target {
            project_id: body.trimmed("workspaceId"),
            environment: body.trimmed("environment"),
            path: path(body, &["path", "directory"]),
        }
    }

    /// The folder the request names, the one it is in, and all that are in that.
    fn folder(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
        operation: &'static str,
    ) -> Result<(Folder, Folder, Vec<Folder>), ApiError> {
        let unknown = || ApiError::FolderUnknown(operation);
        let place = Place { environment: &self.environment, path: &self.path };
        let project = access::secrets(call, db, &self.project_id, action, place)?;
        let environment = project.environment(&self.environment).ok_or_else(unknown)?;
        let parent = folders::at_path(db, &environment.id, &self.path)?.ok_or_else(unknown)?;
        let siblings = folders::children(db, &parent)?;
        let wanted = call.param("folderId");
        let is_wanted = |folder: &&Folder| {
            folder.id == wanted || (action == Action::Delete && folder.name == wanted)
        };
        let folder = siblings.iter().find(is_wanted).cloned().ok_or_else(unknown)?;
        Ok((folder, parent, siblings))
    }
}

/// May 2023: a folder by name and parent id; an existing one is returned.
pub(crate) fn create_may23(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, environment) = (body.trimmed("workspaceId"), body.trimmed("environment"));
    let name = body.trimmed("folderName");
    let parent_id = body.text_opt("parentFolderId");
    body.finish()?;
    if !is_folder_name(&name) {
        return Err(ApiError::Invalid(Vec::new()));
    }
    call.app.store.write(|db| {
        let (project, _) = access::member(call, db, &project_id)?;
        let environment =
            project.environment(&environment).ok_or(ApiError::FolderUnknown("Create folder"))?;
        let parent = match parent_id.filter(|id| !id.is_empty()) {
            Some(id) => folders::by_id(db, &id)?
                .filter(|folder| folder.environment_id == environment.id)
                .ok_or(ApiError::FolderUnknown("Create folder"))?,
            None => folders::root(db, &environment.id)?,
        };
        if depth(&parent.path) >= DEEPEST {
            return Err(ApiError::issue("parentFolderId", TOO_DEEP));
        }
        let folder = folders::ensure_child(db, call.era(), &parent, &name)?;
        let folder = wire::projects::folder_may23(&folder, &project.id, &environment.slug);
        Ok(Reply::json(folder))
    })
}

/// May 2023: a folder by id.
pub(crate) fn get_may23(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (folder, project, environment) = by_id(call, db, "Get folder")?;
        let folder = wire::projects::folder_may23(&folder, &project.id, &environment.slug);
        Ok(Reply::json(json!({ "folder": folder })))
    })
}

/// May 2023: deletes a folder, named by its id, with everything in it. The root of an environment
/// stays.
pub(crate) fn delete_may23(call: &Call) -> Result<Reply, ApiError> {
    const OPERATION: &str = "Delete folder";
    call.app.store.write(|db| {
        let (folder, _, _) = by_id(call, db, OPERATION)?;
        if folder.parent_id.is_none() {
            return Err(ApiError::FolderUnknown(OPERATION));
        }
        folders::delete(db, &folder.id)?;
        Ok(Reply::empty())
    })
}

/// The folder in the path, for a member of its project.
fn by_id(
    call: &Call,
    db: &Connection,
    operation: &'static str,
) -> Result<(Folder, Project, Environment), ApiError> {
    let unknown = || ApiError::FolderUnknown(operation);
    let folder = folders::by_id(db, call.param("folderId"))?.ok_or_else(unknown)?;
    let environment = environments::by_id(db, &folder.environment_id)?.ok_or_else(unknown)?;
    let (project, _) = access::member(call, db, &environment.project_id)?;
    Ok((folder, project, environment))
}

/// The path in the first of `names` that is present, `/` by default, without a trailing slash.
pub(crate) fn path(form: &Form<'_>, names: &[&str]) -> String {
    let found = names.iter().find_map(|name| Some((*name, form.text_opt(name)?)));
    let (name, given) = found.unwrap_or_default();
    let trimmed = given.trim().trim_end_matches('/');
    if depth(trimmed) > DEEPEST {
        form.refuse(name, TOO_DEEP);
    }
    if trimmed.is_empty() { "/".to_owned() } else { trimmed.to_owned() }
}

/// How many folders a path leads through.
fn depth(path: &str) -> usize {
    path.split('/').filter(|name| !name.is_empty()).count()
}

fn bad_name() -> ApiError {
    ApiError::Invalid(vec![json!({
        "code": "custom",
        "message": "Folder name can only contain letters, numbers, dashes and underscores",
        "path": ["name"],
    })])
}

pub(crate) fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
