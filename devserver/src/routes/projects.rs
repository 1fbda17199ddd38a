//! Projects: creating, showing, changing, deleting.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::permissions::{Action, Subject};
use crate::auth::{Actor, access, ghost};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::keys::{self, NewKey};
use crate::store::projects::{self, Project};
use crate::store::users::User;
use crate::store::{bots, memberships, organizations, users};
use crate::wire::{self, Reply};

/// The projects the caller is a member of.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    let list = call.app.store.read(|db| Ok(projects::of_user(db, &user.id, None)?))?;
    let list = list.iter().map(|project| wire::projects::project(call.era(), project));
    Ok(Reply::json(json!({ "workspaces": list.collect::<Vec<_>>() })))
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("workspaceId");
    let project = call.app.store.read(|db| {
        check_known(call, db, id)?;
        access::member_or_token(call, db, id)
    })?;
    Ok(Reply::json(json!({ "workspace": wire::projects::project(call.era(), &project) })))
}

/// By slug the record is the whole answer.
pub(crate) fn get_by_slug(call: &Call) -> Result<Reply, ApiError> {
    let project = call.app.store.read(|db| {
        let project = by_slug(call, db, call.param("workspaceSlug"))?;
        access::member_or_token(call, db, &project.id)
    })?;
    Ok(Reply::json(wire::projects::project(call.era(), &project)))
}

/// A project without a key: the client makes one and uploads it next. June 2024 has such projects
/// from before its upgrade; there the route is for development only.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, organization_id) = (body.filled("workspaceName"), body.trimmed("organizationId"));
    body.finish()?;
    let user = call.user()?;
    call.app.store.write(|db| {
        let mut project = found(call, db, user, &organization_id, &name)?;
        project.version = 1;
        projects::set_version(db, &project.id, project.version)?;
        let (public_key, private_key) = ghost::bot_key_pair();
        let sealed = call.app.keys.seal(&private_key.to_bytes()).ok_or(ApiError::Internal)?;
        bots::create_inactive(db, call.era(), &project.id, &public_key, &sealed)?;
        Ok(Reply::json(json!({ "workspace": wire::projects::project(call.era(), &project) })))
    })
}

/// June 2024: a project whose key a hidden user makes, and seals to the caller and to the bot.
pub(crate) fn create_with_key(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.filled("projectName").trim().to_owned();
    let asked = body.text_opt("organizationId");
    body.finish()?;
    let user = call.user()?;
    let selected = match &call.actor {
        Actor::User(actor) => actor.organization_id.clone(),
        _ => None,
    };
    let organization_id = selected.or(asked).ok_or(ApiError::NoOrganization)?;
    let public_key = user.keys.public_key.as_deref().unwrap_or_default();
    let ghost = ghost::make_project_key(public_key)
        .ok_or(ApiError::bad_request("The public key of your account is not a key"))?;
    call.app.store.write(|db| {
        let mut project = found(call, db, user, &organization_id, &name)?;
        let ghost_id = users::create_ghost(db, call.era(), &ghost.public_key)?;
        if call.era().is_modern() {
            project.version = 3;
            projects::set_version(db, &project.id, project.version)?;
        } else {
            let key = NewKey {
                project_id: &project.id,
                receiver_id: &user.id,
                sender_id: &ghost_id,
                encrypted_key: &ghost.for_founder.encrypted_key,
                nonce: &ghost.for_founder.nonce,
            };
            keys::add(db, call.era(), &key)?;
        }
        let (bot_public_key, bot_private_key) = &ghost.bot;
        let sealed = call.app.keys.seal(&bot_private_key.to_bytes()).ok_or(ApiError::Internal)?;
        let for_bot = (ghost.for_bot.encrypted_key.as_str(), ghost.for_bot.nonce.as_str());
        bots::create_ghostly(
            db,
            call.era(),
            &project.id,
            (bot_public_key, &sealed),
            for_bot,
            &ghost_id,
        )?;
        Ok(Reply::json(json!({ "project": wire::projects::project(call.era(), &project) })))
    })
}

/// Renames the project. June 2024 has [`update`], too.
pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.filled("name");
    body.finish()?;
    let name = if call.era() == Era::May23 { &name } else { name.trim() };
    let project = changed(call, Some(name), None)?;
    Ok(Reply::json(json!({
        "message": "Successfully changed workspace name",
        "workspace": wire::projects::changed(call.era(), &project),
    })))
}

/// Whether names of secrets are written in capitals. June 2024 has [`update`], too.
pub(crate) fn set_auto_capitalization(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let enabled = body.flag("autoCapitalization");
    body.finish()?;
    let project = changed(call, None, Some(enabled))?;
    Ok(Reply::json(json!({
        "message": match call.era() {
            Era::May23 => "Successfully changed autoCapitalization setting",
            Era::Feb24 | Era::Jun24 | Era::Modern => "Successfully changed workspace settings",
        },
        "workspace": wire::projects::changed(call.era(), &project),
    })))
}

/// Since June 2024: name and setting, each as it is unless given.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, auto_capitalization) = (body.text_opt("name"), body.flag_opt("autoCapitalization"));
    body.finish()?;
    let name = name.as_deref().map(str::trim);
    call.app.store.read(|db| check_known(call, db, call.param("workspaceId")))?;
    let project = changed(call, name, auto_capitalization)?;
    Ok(Reply::json(json!({ "workspace": wire::projects::changed(call.era(), &project) })))
}

fn changed(
    call: &Call,
    name: Option<&str>,
    auto_capitalization: Option<bool>,
) -> Result<Project, ApiError> {
    let id = call.param("workspaceId");
    call.app.store.write(|db| {
        let project = access::role(call, db, id, Action::Edit, Subject::Workspace)?;
        projects::update(db, &project.id, name, auto_capitalization)?;
        projects::by_id(db, &project.id)?.ok_or(ApiError::ProjectUnknown)
    })
}

/// June 2024: how many versions are kept. It is noted, and nothing is ever deleted for it.
pub(crate) fn set_version_limit(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let limit = body.whole_opt("pitVersionLimit").unwrap_or_default();
    body.finish()?;
    if !(1..=100).contains(&limit) {
        return Err(ApiError::issue("pitVersionLimit", "Number must be from 1 to 100"));
    }
    call.app.store.write(|db| {
        let slug = call.param("workspaceSlug");
        let project = by_slug(call, db, slug)?;
        let (project, membership) = access::member(call, db, &project.id)?;
        if !membership.roles.iter().any(|role| role.name == "admin") {
            return Err(ApiError::bad_request("Only admins are allowed to take this action"));
        }
        projects::set_version_limit(db, &project.id, limit)?;
        let project = projects::by_id(db, &project.id)?.ok_or(ApiError::ProjectUnknown)?;
        Ok(Reply::json(json!({
            "message": "Successfully changed workspace version limit",
            "workspace": wire::projects::changed(call.era(), &project),
        })))
    })
}

/// Deletes a project with everything in it.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("workspaceId");
    call.app.store.write(|db| {
        check_known(call, db, id)?;
        let project = access::role(call, db, id, Action::Delete, Subject::Workspace)?;
        projects::delete(db, &project.id)?;
        Ok(Reply::json(match call.era() {
            Era::May23 => json!({ "message": "Successfully deleted workspace" }),
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                json!({ "workspace": wire::projects::changed(call.era(), &project) })
            }
        }))
    })
}

/// Some routes of June 2024 look for the project before they check permissions, and fail if there is none.
fn check_known(call: &Call, db: &Connection, id: &str) -> Result<(), ApiError> {
    if call.era() < Era::Jun24 || projects::by_id(db, id)?.is_some() {
        return Ok(());
    }
    Err(unknown(call, "Failed to find project by id"))
}

/// How June 2024 fails where there is no such project; `name` is that of the error.
fn unknown(call: &Call, name: &'static str) -> ApiError {
    if call.era().is_modern() {
        return ApiError::ProjectUnknown;
    }
    ApiError::Later { status: 500, error: name, message: "Something went wrong" }
}

/// The project with that slug, without a permission check.
pub(super) fn by_slug(call: &Call, db: &Connection, slug: &str) -> Result<Project, ApiError> {
    projects::by_slug(db, slug)?.ok_or_else(|| unknown(call, "Find project by slug"))
}

/// A new project of an organisation the caller belongs to, the caller its administrator.
fn found(
    call: &Call,
    db: &Connection,
    user: &User,
    organization_id: &str,
    name: &str,
) -> Result<Project, ApiError> {
    let membership = organizations::membership_of(db, organization_id, &user.id)?;
    if membership.is_none() {
        return Err(match call.era() {
            Era::May23 => ApiError::Message(400, "Failed to create workspace"),
            Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::NotOrganizationMember,
        });
    }
    let salt = call.app.new_index_salt();
    let salt = call.app.keys.seal(salt.as_slice()).ok_or(ApiError::Internal)?;
    let project = projects::create(db, call.era(), organization_id, name, &salt)?;
    memberships::create(db, call.era(), &project.id, &user.id, "admin", true)?;
    Ok(project)
}
