//! Projects, on the routes of July 2026 and on those kept for old clients.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::{Action, Subject};
use crate::auth::{Actor, access, ghost};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::today::organizations::selected;
use crate::store::environments::Environment;
use crate::store::projects::{self, Project, Settings};
use crate::store::users::{self, User};
use crate::store::{bots, environments, identities, memberships};
use crate::wire::{Reply, merged, today_projects as wire, today_roles};

const KINDS: [&str; 7] =
    ["secret-manager", "cert-manager", "kms", "ssh", "secret-scanning", "pam", "ai"];

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let project = made(call)?;
    Ok(Reply::json(json!({ "project": wire::project(&project, &[]) })))
}

pub(crate) fn create_older(call: &Call) -> Result<Reply, ApiError> {
    let project = made(call)?;
    Ok(Reply::json(json!({ "project": wire::second(&project) })))
}

fn made(call: &Call) -> Result<Project, ApiError> {
    let body = call.body();
    let name = name(&body, "projectName").unwrap_or_default();
    if body.value("projectName").is_none() {
        body.text("projectName");
    }
    let slug = slug(&body, "slug", 5);
    let description = body.text_opt("projectDescription");
    let kind = body.choice("type", &KINDS, Some("secret-manager"));
    let with_environments = body.flag_opt("shouldCreateDefaultEnvs").unwrap_or(true);
    let has_delete_protection = body.flag_opt("hasDeleteProtection").unwrap_or_default();
    body.finish()?;
    let organization_id = selected(call)?.to_owned();
    let key = ghost::make_server_key().ok_or(ApiError::Internal)?;
    let salt = call.app.new_index_salt();
    let salt = call.app.keys.seal(salt.as_slice()).ok_or(ApiError::Internal)?;
    let (bot_public_key, bot_private_key) = &key.bot;
    let sealed = call.app.keys.seal(&bot_private_key.to_bytes()).ok_or(ApiError::Internal)?;
    call.app.store.write(|db| {
        check_slug(db, slug.as_deref(), &organization_id)?;
        let made = projects::create(db, call.era(), &organization_id, &name, &salt)?;
        let settings = Settings {
            slug: slug.as_deref(),
            kind: &kind,
            description: description.as_deref(),
            has_delete_protection,
        };
        projects::set_up(db, &made.id, &settings)?;
        if !with_environments {
            for environment in &made.environments {
                environments::delete(db, &environment.id)?;
            }
        }
        match &call.actor {
            Actor::Identity(identity) => {
                identities::add_to_project(db, call.era(), &made.id, &identity.id, "admin")?;
            }
            _ => {
                let user = call.user()?;
                memberships::create(db, call.era(), &made.id, &user.id, "admin", true)?;
            }
        }
        let ghost_id = users::create_ghost(db, call.era(), &key.public_key)?;
        let for_bot = (key.for_bot.encrypted_key.as_str(), key.for_bot.nonce.as_str());
        let pair = (bot_public_key.as_str(), sealed.as_slice());
        bots::create_ghostly(db, call.era(), &made.id, pair, for_bot, &ghost_id)?;
        projects::by_id(db, &made.id)?.ok_or(ApiError::Internal)
    })
}

fn check_slug(db: &Connection, slug: Option<&str>, organization_id: &str) -> Result<(), ApiError> {
    let Some(slug) = slug else { return Ok(()) };
    let all = projects::of_organization(db, organization_id)?;
    if all.iter().any(|project| project.slug == slug) {
        return Err(ApiError::BadRequest(format!(
            "A project with the slug \"{slug}\" already exists in your organization. Please choose \
             a different name or slug."
        )));
    }
    Ok(())
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let with_roles = query.choice("includeRoles", &["true", "false"], Some("false")) == "true";
    query.finish()?;
    call.app.store.read(|db| {
        let mut listed = Vec::new();
        for project in own(call, db)? {
            let shown = wire::project(&project, &deleted(db, &project)?);
            listed.push(if with_roles {
                merged(shown, json!({ "roles": today_roles::of_project(&project.id) }))
            } else {
                shown
            });
        }
        Ok(Reply::json(json!({ "projects": listed })))
    })
}

pub(crate) fn list_older(call: &Call) -> Result<Reply, ApiError> {
    let own = call.app.store.read(|db| own(call, db))?;
    let listed: Vec<_> = own.iter().map(wire::older).collect();
    Ok(Reply::json(json!({ "workspaces": listed })))
}

/// The projects of the caller, by name; only those of one kind if asked for. Everybody in an
/// organization is in its project for certificates who administers it.
fn own(call: &Call, db: &Connection) -> Result<Vec<Project>, ApiError> {
    let query = call.query();
    let kind = query.value("type").map(|_| query.choice("type", &KINDS, None));
    query.finish()?;
    let mut own = projects::of_organization(db, selected(call)?)?;
    let mut kept = Vec::new();
    for project in own.drain(..) {
        let is_kind = kind.as_ref().is_none_or(|kind| *kind == project.kind);
        if is_kind && is_in(call, db, &project)? {
            kept.push(project);
        }
    }
    Ok(kept)
}

/// Whether the caller is in a project.
fn is_in(call: &Call, db: &Connection, project: &Project) -> Result<bool, ApiError> {
    match access::member_or_token(call, db, &project.id) {
        Ok(_) => Ok(true),
        Err(ApiError::Told { status: 403, .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The projects of the organization with a name that contains the one asked for.
pub(crate) fn search(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = body.text_opt("name").unwrap_or_default().to_lowercase();
    let kind = body.value("type").map(|_| body.choice("type", &KINDS, None));
    let whole = |name, default| body.value(name).and_then(Value::as_u64).unwrap_or(default);
    let (limit, offset) = (whole("limit", 100), whole("offset", 0));
    body.finish()?;
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    call.app.store.read(|db| {
        let mut found = projects::of_organization(db, selected(call)?)?;
        found.retain(|project| {
            project.name.to_lowercase().contains(&wanted)
                && kind.as_ref().is_none_or(|kind| *kind == project.kind)
        });
        let mut shown = Vec::new();
        for project in found.iter().skip(size(offset)).take(size(limit)) {
            let is_member = json!({ "isMember": is_in(call, db, project)? });
            shown.push(merged(wire::changed(project), is_member));
        }
        Ok(Reply::json(json!({ "projects": shown, "totalCount": found.len() })))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = access::member_or_token(call, db, call.param("projectId"))?;
        Ok(Reply::json(json!({ "project": wire::project(&project, &deleted(db, &project)?) })))
    })
}

pub(crate) fn get_older(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("workspaceId");
    let project = call.app.store.read(|db| access::member_or_token(call, db, id))?;
    Ok(Reply::json(json!({ "workspace": wire::older(&project) })))
}

pub(crate) fn get_by_slug(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = with_slug(call, db, call.param("slug"))?;
        Ok(Reply::json(wire::project(&project, &deleted(db, &project)?)))
    })
}

pub(crate) fn get_older_by_slug(call: &Call) -> Result<Reply, ApiError> {
    let slug = call.param("workspaceSlug");
    let project = call.app.store.read(|db| with_slug(call, db, slug))?;
    Ok(Reply::json(wire::second(&project)))
}

/// The project of the caller's organization with that slug, for who is in it.
fn with_slug(call: &Call, db: &Connection, slug: &str) -> Result<Project, ApiError> {
    let id = id_of(call, db, slug)?;
    access::member_or_token(call, db, &id)
}

fn id_of(call: &Call, db: &Connection, slug: &str) -> Result<String, ApiError> {
    let all = projects::of_organization(db, selected(call)?)?;
    let found = all.into_iter().find(|project| project.slug == slug);
    found
        .map(|project| project.id)
        .ok_or_else(|| ApiError::absent(format!("Project with slug '{slug}' not found")))
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let project = updated(call, call.param("projectId"))?;
    Ok(Reply::json(json!({ "project": wire::changed(&project) })))
}

pub(crate) fn update_older(call: &Call) -> Result<Reply, ApiError> {
    let project = updated(call, call.param("workspaceId"))?;
    Ok(Reply::json(json!({ "workspace": wire::changed(&project) })))
}

fn updated(call: &Call, id: &str) -> Result<Project, ApiError> {
    let body = call.body();
    let name = name(&body, "name");
    let description = body.text_opt("description");
    let slug = slug(&body, "slug", 5);
    let capitals = body.flag_opt("autoCapitalization");
    let has_delete_protection = body.flag_opt("hasDeleteProtection");
    let limit = body.whole_opt("pitVersionLimit");
    body.finish()?;
    call.app.store.write(|db| {
        let project = access::role(call, db, id, Action::Edit, Subject::Workspace)?;
        let slug = slug.filter(|slug| *slug != project.slug);
        check_slug(db, slug.as_deref(), &project.organization_id)?;
        projects::update(db, &project.id, name.as_deref(), capitals)?;
        let (slug, description) = (slug.as_deref(), description.as_deref());
        projects::describe(db, &project.id, slug, description, has_delete_protection)?;
        if let Some(limit) = limit {
            projects::set_version_limit(db, &project.id, limit)?;
        }
        projects::by_id(db, &project.id)?.ok_or(ApiError::Internal)
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let project = call.app.store.write(|db| removed(call, db, call.param("projectId")))?;
    Ok(Reply::json(json!({ "project": wire::changed(&project) })))
}

pub(crate) fn delete_older(call: &Call) -> Result<Reply, ApiError> {
    let project = call.app.store.write(|db| removed(call, db, call.param("workspaceId")))?;
    Ok(Reply::json(json!({ "workspace": wire::changed(&project) })))
}

pub(crate) fn delete_older_by_slug(call: &Call) -> Result<Reply, ApiError> {
    let project = call.app.store.write(|db| {
        let id = id_of(call, db, call.param("workspaceSlug"))?;
        removed(call, db, &id)
    })?;
    Ok(Reply::json(wire::changed(&project)))
}

/// Deletes a project with everything in it, unless it is protected. What is said then is from source.
fn removed(call: &Call, db: &Connection, id: &str) -> Result<Project, ApiError> {
    let project = access::role(call, db, id, Action::Delete, Subject::Workspace)?;
    if project.has_delete_protection {
        return Err(ApiError::barred("Project delete protection is enabled".to_owned()));
    }
    projects::delete(db, &project.id)?;
    Ok(project)
}

/// The environments of a project that can be restored, and who deleted each.
pub(crate) fn deleted(
    db: &Connection,
    project: &Project,
) -> Result<Vec<(Environment, Option<User>)>, ApiError> {
    let mut deleted = Vec::new();
    for one in environments::deleted(db, &project.id)? {
        let by = one.deletion.as_ref().and_then(|deletion| deletion.user_id.clone());
        let by = match by {
            Some(id) => users::by_id(db, &id)?,
            None => None,
        };
        deleted.push((one, by));
    }
    Ok(deleted)
}

/// The name of a project in a body: at most 64 characters.
fn name(body: &Form<'_>, field: &str) -> Option<String> {
    let name = body.text_opt(field)?.trim().to_owned();
    if name.is_empty() {
        body.filled(field);
    }
    if name.encode_utf16().count() > 64 {
        body.complain(json!({
            "code": "too_big",
            "maximum": 64,
            "type": "string",
            "inclusive": true,
            "exact": false,
            "message": "Name must be 64 or fewer characters",
            "path": [field],
        }));
    }
    Some(name)
}

/// A slug in a body.
pub(crate) fn slug(body: &Form<'_>, field: &str, shortest: usize) -> Option<String> {
    let slug = body.text_opt(field)?.trim().to_owned();
    if slug.len() < shortest {
        body.complain(json!({
            "code": "too_small",
            "minimum": shortest,
            "type": "string",
            "inclusive": true,
            "exact": false,
            "message": format!("Slug field must be at least {shortest} lowercase characters"),
            "path": [field],
        }));
    } else if !slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        body.refuse(field, "Slug field can only contain lowercase letters, numbers, and hyphens");
    }
    Some(slug)
}
