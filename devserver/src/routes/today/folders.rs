//! Folders, on the routes of July 2026 and on those kept for old clients.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access::{self, Place};
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::{is_folder_name, path};
use crate::routes::secrets::history;
use crate::store::environments::{self, Environment};
use crate::store::folders::{self, Folder};
use crate::store::projects::Project;
use crate::wire::{Reply, merged, today_projects as wire};

const DEEPEST: usize = 100;

/// The sub-folders of a path: by name, and with theirs if asked.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (project_id, environment) = (query.text(project_field(call)), query.text("environment"));
    if !is_older(call) {
        query.text("path");
    }
    let path = path(&query, &["path", "directory"]);
    let is_recursive = query.choice("recursive", &["true", "false"], Some("false")) == "true";
    query.finish()?;
    call.app.store.read(|db| {
        let project = access::member_or_token(call, db, &project_id)?;
        let environment = project.environment(&environment).ok_or_else(|| {
            ApiError::absent(format!("Environment with slug '{environment}' not found"))
        })?;
        let mut listed = Vec::new();
        if let Some(parent) = folders::at_path(db, &environment.id, &path)? {
            collect(db, &parent, &parent.path, is_recursive, &mut listed)?;
        }
        Ok(Reply::json(json!({ "folders": listed })))
    })
}

/// Adds the folders in `parent`; their paths from `top` on, if those in them are to be listed too.
fn collect(
    db: &Connection,
    parent: &Folder,
    top: &str,
    is_recursive: bool,
    listed: &mut Vec<Value>,
) -> Result<(), ApiError> {
    let mut children = folders::children(db, parent)?;
    children.sort_by(|one, other| one.name.cmp(&other.name));
    for child in &children {
        let mut shown = wire::folder(child);
        if is_recursive {
            let relative = child.path.strip_prefix(top.trim_end_matches('/'));
            shown = merged(shown, json!({ "relativePath": relative.unwrap_or(&child.path) }));
        }
        listed.push(shown);
    }
    if is_recursive {
        for child in &children {
            collect(db, child, top, true, listed)?;
        }
    }
    Ok(())
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("folderId");
        let unknown = || ApiError::absent(format!("Folder with ID '{id}' not found"));
        let folder = folders::by_id(db, id)?.ok_or_else(unknown)?;
        let environment = environments::by_id(db, &folder.environment_id)?.ok_or_else(unknown)?;
        access::member_or_token(call, db, &environment.project_id)?;
        let more = json!({
            "environment": {
                "envId": environment.id,
                "envName": environment.name,
                "envSlug": environment.slug,
            },
            "path": folder.path,
            "projectId": environment.project_id,
        });
        Ok(Reply::json(json!({ "folder": merged(wire::folder(&folder), more) })))
    })
}

/// Makes a folder, with missing parents.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(call, &body);
    let name = name(&body);
    let description = body.text_opt("description");
    body.finish()?;
    let parts = target.path.split('/').filter(|part| !part.is_empty());
    if parts.clone().count() >= DEEPEST {
        return Err(ApiError::issue("path", "Folders can be nested at most 100 deep"));
    }
    if !parts.clone().all(is_folder_name) {
        return Err(ApiError::issue("path", BAD_NAME));
    }
    call.app.store.write(|db| {
        let (project, environment) = target.allowed(call, db, Action::Create)?;
        let parent = folders::ensure_path(db, call.era(), &environment.id, &target.path)?;
        if folders::children(db, &parent)?.iter().any(|folder| folder.name == name) {
            return Err(ApiError::BadRequest(format!(
                "Folder with name '{name}' already exists in path '{}'",
                target.path
            )));
        }
        let folder = folders::ensure_child(db, call.era(), &parent, &name)?;
        if let Some(description) = description {
            folders::describe(db, &folder.id, Some(&description))?;
        }
        history::take(call, db, &project.id, &parent.id)?;
        shown_with_path(db, &folder.id)
    })
}

pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(call, &body);
    let name = name(&body);
    let description = description(&body);
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("folderId");
        renamed(call, db, &target, id, &name, description.as_ref())?;
        shown_with_path(db, id)
    })
}

/// Several folders at once.
pub(crate) fn rename_all(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let project_id = body.text("projectId");
    let changes = body.forms("folders").into_iter().map(|form| {
        let target = Target {
            project_id: project_id.clone(),
            environment: form.text("environment"),
            path: path(&form, &["path"]),
        };
        (target, form.text("id"), name(&form), description(&form))
    });
    let changes: Vec<_> = changes.collect();
    body.finish()?;
    call.app.store.write(|db| {
        let mut done = Vec::new();
        for (target, id, name, description) in &changes {
            let folder = renamed(call, db, target, id, name, description.as_ref())?;
            done.push(wire::folder(&folder));
        }
        Ok(Reply::json(json!({ "folders": done })))
    })
}

fn renamed(
    call: &Call,
    db: &Connection,
    target: &Target,
    id: &str,
    name: &str,
    description: Option<&Option<String>>,
) -> Result<Folder, ApiError> {
    let (project, environment) = target.allowed(call, db, Action::Edit)?;
    let siblings = target.siblings(db, &environment)?;
    let folder = siblings.iter().find(|folder| folder.id == id).ok_or_else(|| ApiError::Told {
        status: 404,
        error: "UpdateFolder",
        message: format!("Folder with ID '{id}' not found"),
    })?;
    if siblings.iter().any(|other| other.name == name && other.id != id) {
        return Err(ApiError::bad_request("Folder with specified name already exists"));
    }
    let renamed = folders::rename(db, folder, name)?;
    if let Some(description) = description {
        folders::describe(db, id, description.as_deref())?;
    }
    let parent = renamed.parent_id.as_deref().unwrap_or_default();
    history::take(call, db, &project.id, parent)?;
    folders::by_id(db, id)?.ok_or(ApiError::Internal)
}

/// Moves a folder with its content. The folder gets a new id.
pub(crate) fn relocate(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, id) = (body.text("projectId"), body.text("folderId"));
    let to = Target {
        project_id,
        environment: body.text("destinationEnvironment"),
        path: path(&body, &["destinationPath"]),
    };
    body.finish()?;
    call.app.store.write(|db| {
        let unknown = || ApiError::absent(format!("Folder with ID '{id}' not found"));
        let folder = folders::by_id(db, &id)?.filter(|folder| folder.parent_id.is_some());
        let folder = folder.ok_or_else(unknown)?;
        let environment = environments::by_id(db, &folder.environment_id)?.ok_or_else(unknown)?;
        let parent = folder.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let parent = if parent.is_empty() { "/" } else { parent };
        let from = Target {
            project_id: to.project_id.clone(),
            environment: environment.slug.clone(),
            path: parent.to_owned(),
        };
        let (project, here) = from.allowed(call, db, Action::Delete)?;
        if here.id != folder.environment_id {
            return Err(unknown());
        }
        let (_, there) = to.allowed(call, db, Action::Create)?;
        let is_inside = here.id == there.id
            && format!("{}/", to.path).starts_with(&format!("{}/", folder.path));
        if is_inside {
            return Err(ApiError::bad_request("A folder cannot be moved into itself"));
        }
        let parent = folders::ensure_path(db, call.era(), &there.id, &to.path)?;
        if folders::children(db, &parent)?.iter().any(|other| other.name == folder.name) {
            return Err(ApiError::BadRequest(format!(
                "Folder with name '{}' already exists in path '{}'",
                folder.name, to.path
            )));
        }
        folders::relocate(db, call.era(), &folder, &parent)?;
        let old_parent = folder.parent_id.as_deref().unwrap_or_default();
        history::take(call, db, &project.id, old_parent)?;
        history::take(call, db, &project.id, &parent.id)?;
        Ok(Reply::json(json!({
            "folderId": id,
            "sourceEnvironment": environment.slug,
            "sourcePath": folder.path,
            "destinationEnvironment": to.environment,
            "destinationPath": to.path,
        })))
    })
}

/// Deletes a folder, named by its id or name, with everything in it.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(call, &body);
    body.finish()?;
    call.app.store.write(|db| {
        let (project, environment) = target.allowed(call, db, Action::Delete)?;
        let wanted = call.param("folderId");
        let mut siblings = target.siblings(db, &environment)?.into_iter();
        let folder = siblings.find(|folder| folder.id == wanted || folder.name == wanted);
        let folder = folder.ok_or(ApiError::not_found("Target folder not found"))?;
        folders::delete(db, &folder.id)?;
        let parent = folder.parent_id.as_deref().unwrap_or_default();
        history::take(call, db, &project.id, parent)?;
        Ok(Reply::json(json!({ "folder": wire::folder(&folder) })))
    })
}

const BAD_NAME: &str =
    "Invalid folder name. Only alphanumeric characters, dashes, and underscores are allowed.";

/// The name of a folder in a body.
fn name(body: &Form<'_>) -> String {
    let name = body.text("name").trim().to_owned();
    if body.value("name").is_some_and(Value::is_string) && !is_folder_name(&name) {
        body.refuse("name", BAD_NAME);
    }
    name
}

/// The new description of a folder; `null` removes it.
fn description(body: &Form<'_>) -> Option<Option<String>> {
    let is_removed = body.value("description").is_some_and(Value::is_null);
    if is_removed { Some(None) } else { body.text_opt("description").map(Some) }
}

/// A folder that was just made or renamed, with its path.
fn shown_with_path(db: &Connection, id: &str) -> Result<Reply, ApiError> {
    let folder = folders::by_id(db, id)?.ok_or(ApiError::Internal)?;
    let shown = merged(wire::folder(&folder), json!({ "path": folder.path }));
    Ok(Reply::json(json!({ "folder": shown })))
}

/// The path whose folders are to be changed.
struct Target {
    project_id: String,
    environment: String,
    path: String,
}

impl Target {
    fn read(call: &Call, body: &Form<'_>) -> Self {
        Target {
            project_id: body.text(project_field(call)),
            environment: body.text("environment"),
            path: path(body, &["path", "directory"]),
        }
    }

    /// The project and the environment, for a caller that may do `action` to folders there.
    fn allowed(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
    ) -> Result<(Project, Environment), ApiError> {
        let place = Place { environment: &self.environment, path: &self.path };
        let project = access::secrets(call, db, &self.project_id, action, place);
        let project = project.map_err(|error| match error {
            ApiError::Forbidden(action, _) => ApiError::Forbidden(action, Subject::SecretFolders),
            ApiError::TokenScope(action, _) => ApiError::TokenScope(action, Subject::SecretFolders),
            other => other,
        })?;
        let environment = project.environment(&self.environment).cloned();
        let environment = environment.ok_or_else(|| {
            ApiError::absent(format!(
                "Environment with slug '{}' in project with ID '{}' not found",
                self.environment, self.project_id
            ))
        })?;
        Ok((project, environment))
    }

    fn siblings(
        &self,
        db: &Connection,
        environment: &Environment,
    ) -> Result<Vec<Folder>, ApiError> {
        match folders::at_path(db, &environment.id, &self.path)? {
            Some(parent) => Ok(folders::children(db, &parent)?),
            None => Ok(Vec::new()),
        }
    }
}

/// Whether the route is one of those kept for old clients.
fn is_older(call: &Call) -> bool {
    call.route().starts_with("/api/v1/")
}

fn project_field(call: &Call) -> &'static str {
    if is_older(call) { "workspaceId" } else { "projectId" }
}
