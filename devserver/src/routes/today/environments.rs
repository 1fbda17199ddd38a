//! Environments. One that is deleted can be restored for two weeks.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::permissions::{Action, Subject};
use crate::auth::{Actor, access};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::today::projects::slug;
use crate::store::environments::{self, Environment};
use crate::store::projects::Project;
use crate::store::service_tokens;
use crate::wire::{Reply, today_projects as wire};

const TAKEN: ApiError = ApiError::Later {
    status: 400,
    error: "CreateEnvironment",
    message: "Environment with slug already exists",
};

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name("name");
    let slug = slug(&body, "slug", 1).unwrap_or_else(|| body.text("slug"));
    let position = body.whole_opt("position");
    body.finish()?;
    call.app.store.write(|db| {
        let id = project_id(call);
        let project = access::role(call, db, id, Action::Create, Subject::Environments)?;
        if project.environment(&slug).is_some() {
            return Err(TAKEN);
        }
        let made = environments::create(db, call.era(), &project.id, &name, &slug)?;
        if let Some(position) = position {
            environments::set_position(db, &made, position)?;
        }
        answer(call, db, "created new", &made.id)
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (_, found) = target(call, db, Action::Read, "NotFound")?;
        Ok(Reply::json(json!({ "environment": wire::environment(&found) })))
    })
}

pub(crate) fn get_by_slug(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = project_id(call);
        let project = access::role(call, db, id, Action::Read, Subject::Environments)?;
        let slug = call.param("slug");
        let found = project.environment(slug).ok_or_else(|| {
            ApiError::absent(format!(
                "Environment with slug '{slug}' in project with ID '{id}' not found"
            ))
        })?;
        Ok(Reply::json(json!({ "environment": wire::environment(found) })))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name_opt("name");
    let new_slug = slug(&body, "slug", 1);
    let position = body.whole_opt("position");
    body.finish()?;
    call.app.store.write(|db| {
        let (project, found) = target(call, db, Action::Edit, "UpdateEnvironment")?;
        let slug = new_slug.unwrap_or_else(|| found.slug.clone());
        if slug != found.slug && project.environment(&slug).is_some() {
            return Err(TAKEN);
        }
        let name = name.unwrap_or_else(|| found.name.clone());
        environments::rename(db, &found.id, &name, &slug)?;
        if slug != found.slug {
            let (era, id) = (call.era(), &project.id);
            service_tokens::rename_environment(db, era, id, &found.slug, &slug)?;
        }
        if let Some(position) = position {
            environments::set_position(db, &found, position)?;
        }
        answer(call, db, "updated", &found.id)
    })
}

/// Deletes an environment: it can be restored, unless the request asks for a final deletion.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let is_final = query.choice("hardDelete", &["true", "false"], Some("false")) == "true";
    query.finish()?;
    call.app.store.write(|db| {
        let (_, found) = target(call, db, Action::Delete, "DeleteEnvironment")?;
        if is_final {
            return gone(call, db, &found);
        }
        let (user, identity) = match &call.actor {
            Actor::Identity(identity) => (None, Some(identity.id.as_str())),
            _ => (Some(call.user()?.id.as_str()), None),
        };
        environments::delete_softly(db, &found, user, identity)?;
        answer(call, db, "deleted", &found.id)
    })
}

/// Deletes an environment permanently, as the route kept for old clients always does.
pub(crate) fn delete_older(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (_, found) = target(call, db, Action::Delete, "DeleteEnvironment")?;
        gone(call, db, &found)
    })
}

fn gone(call: &Call, db: &Connection, environment: &Environment) -> Result<Reply, ApiError> {
    let reply = answer(call, db, "deleted", &environment.id)?;
    environments::delete(db, &environment.id)?;
    Ok(reply)
}

pub(crate) fn restore(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (_, found) = target(call, db, Action::Edit, "RestoreEnvironment")?;
        if found.deletion.is_none() {
            return Err(ApiError::bad_request("Environment is not deleted"));
        }
        environments::restore(db, &found)?;
        answer(call, db, "restored", &found.id)
    })
}

/// The environment in the path, deleted or not, for a caller that may do `action` to environments.
fn target(
    call: &Call,
    db: &Connection,
    action: Action,
    error: &'static str,
) -> Result<(Project, Environment), ApiError> {
    let (project_id, id) = (project_id(call), call.param("environmentId"));
    let project = access::role(call, db, project_id, action, Subject::Environments)?;
    let found = environments::by_id(db, id)?.filter(|found| found.project_id == project.id);
    let found = found.ok_or_else(|| ApiError::Told {
        status: 404,
        error,
        message: format!("Environment with id '{id}' in project with ID '{project_id}' not found"),
    })?;
    Ok((project, found))
}

/// The id of the project, which is called a workspace on the routes kept for old clients.
fn project_id(call: &Call) -> &str {
    match call.param("projectId") {
        "" => call.param("workspaceId"),
        id => id,
    }
}

fn answer(call: &Call, db: &Connection, done: &str, id: &str) -> Result<Reply, ApiError> {
    let environment = environments::by_id(db, id)?.ok_or(ApiError::Internal)?;
    let is_older = call.route().starts_with("/api/v1/workspace/");
    let project = if is_older { "workspace" } else { "projectId" };
    Ok(Reply::json(json!({
        "message": format!("Successfully {done} environment"),
        (project): environment.project_id,
        "environment": wire::environment(&environment),
    })))
}
