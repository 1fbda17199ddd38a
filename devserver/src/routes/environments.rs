//! Environments of a project.

use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::store::environments::{self, Environment};
use crate::store::projects::Project;
use crate::store::service_tokens;
use crate::wire::{self, Reply};

/// May 2023: the environments with the caller's denied permissions, without those where everything
/// is denied.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("workspaceId");
    let (project, membership) = call.app.store.read(|db| access::member(call, db, id))?;
    let accessible = project.environments.iter().filter_map(|environment| {
        let is_denied = |ability| membership.is_denied(ability, &environment.slug);
        let (write, read) = (is_denied("write"), is_denied("read"));
        let shown = json!({
            "name": environment.name,
            "slug": environment.slug,
            "isWriteDenied": write,
            "isReadDenied": read,
        });
        Some(shown).filter(|_| !(write && read))
    });
    Ok(Reply::json(json!({ "accessibleEnvironments": accessible.collect::<Vec<_>>() })))
}

pub(crate) fn create_may23(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to create new workspace environment");
    let body = call.body();
    let (name, slug) = (body.trimmed("environmentName"), body.trimmed("environmentSlug"));
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Environments)?;
        let stored = slug.to_lowercase();
        if project.environments.iter().any(|known| known.slug == stored || known.name == name) {
            return Err(FAILED);
        }
        environments::create(db, call.era(), &project.id, &name, &stored)?;
        Ok(Reply::json(json!({
            "message": "Successfully created new environment",
            "workspace": project.id,
            "environment": { "name": name, "slug": slug },
        })))
    })
}

pub(crate) fn rename_may23(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to update workspace environment");
    let body = call.body();
    let (name, slug) = (body.trimmed("environmentName"), body.trimmed("environmentSlug"));
    let old_slug = body.trimmed("oldEnvironmentSlug");
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Edit, Subject::Environments)?;
        let renamed = project.environment(&old_slug).ok_or(FAILED)?;
        let stored = slug.to_lowercase();
        let mut others = project.environments.iter().filter(|other| other.id != renamed.id);
        if others.any(|other| other.slug == stored || other.name == name) {
            return Err(FAILED);
        }
        environments::rename(db, &renamed.id, &name, &stored)?;
        service_tokens::rename_environment(db, call.era(), &project.id, &old_slug, &stored)?;
        Ok(Reply::json(json!({
            "message": "Successfully update environment",
            "workspace": project.id,
            "environment": { "name": name, "slug": slug },
        })))
    })
}

/// Deletes an environment with its secrets and service tokens.
pub(crate) fn delete_may23(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to delete workspace environment");
    let body = call.body();
    let slug = body.trimmed("environmentSlug");
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Delete, Subject::Environments)?;
        let environment = project.environment(&slug).ok_or(FAILED)?;
        environments::delete(db, &environment.id)?;
        service_tokens::delete_for_environment(db, call.era(), &project.id, &slug)?;
        Ok(Reply::json(json!({
            "message": "Successfully deleted environment",
            "workspace": project.id,
            "environment": slug,
        })))
    })
}

pub(crate) fn create_later(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, slug) = (body.trimmed("name"), body.trimmed("slug"));
    body.finish()?;
    check_slug(&slug)?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Environments)?;
        if project.environment(&slug).is_some() {
            return Err(SLUG_TAKEN);
        }
        let environment = environments::create(db, call.era(), &project.id, &name, &slug)?;
        Ok(answer("Successfully created new environment", &project, &environment))
    })
}

pub(crate) fn rename_later(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, slug) = (body.text_opt("name"), body.text_opt("slug"));
    body.finish()?;
    if let Some(slug) = &slug {
        check_slug(slug)?;
    }
    call.app.store.write(|db| {
        let (project, mut environment) = target(call, db, Action::Edit)?;
        let old_slug = environment.slug.clone();
        if let Some(slug) = slug.filter(|slug| *slug != old_slug) {
            if project.environment(&slug).is_some() {
                return Err(SLUG_TAKEN);
            }
            environment.slug = slug;
        }
        if let Some(name) = name {
            environment.name = name;
        }
        environments::rename(db, &environment.id, &environment.name, &environment.slug)?;
        service_tokens::rename_environment(
            db,
            call.era(),
            &project.id,
            &old_slug,
            &environment.slug,
        )?;
        Ok(answer("Successfully updated environment", &project, &environment))
    })
}

pub(crate) fn delete_later(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (project, environment) = target(call, db, Action::Delete)?;
        environments::delete(db, &environment.id)?;
        Ok(answer("Successfully deleted environment", &project, &environment))
    })
}

/// The environment in the path, if the caller may do `action` to environments.
fn target(
    call: &Call,
    db: &rusqlite::Connection,
    action: Action,
) -> Result<(Project, Environment), ApiError> {
    let id = call.param("workspaceId");
    let project = access::role(call, db, id, action, Subject::Environments)?;
    let environment = environments::by_id(db, call.param("environmentId"))?
        .filter(|environment| environment.project_id == project.id)
        .ok_or(ApiError::bad_request("Environment not found"))?;
    Ok((project, environment))
}

fn answer(message: &str, project: &Project, environment: &Environment) -> Reply {
    Reply::json(json!({
        "message": message,
        "workspace": project.id,
        "environment": wire::projects::environment(environment),
    }))
}

/// These servers use this name for every operation.
const SLUG_TAKEN: ApiError = ApiError::Later {
    status: 400,
    error: "Create envv",
    message: "Environment with slug already exist",
};

/// Later eras take only lower-case letters, digits and single hyphens.
fn check_slug(slug: &str) -> Result<(), ApiError> {
    let well_formed = slug.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    if well_formed {
        return Ok(());
    }
    Err(ApiError::Invalid(vec![json!({
        "code": "custom",
        "message": "Invalid slug",
        "path": ["slug"],
    })]))
}
