//! Roles that projects define, on servers since about autumn 2024. From source.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::conditions;
use crate::auth::permissions::{Action, LATER_ROLES, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::store::projects::{self, Project};
use crate::store::roles::{self, CustomRole, Permission, RoleFields};
use crate::wire::{self, Reply};

const UNKNOWN: ApiError = ApiError::not_found("Role not found");
const EXISTS: ApiError = ApiError::bad_request("Role with that slug already exists");
const LONGEST_SLUG: usize = 64;
/// No role that a project defines is called these.
const RESERVED: [&str; 7] = [
    "admin",
    "member",
    "viewer",
    "no-access",
    "custom",
    "ssh-host-bootstrapper",
    "cryptographic-operator",
];

/// The role in a request. [`check`] checks that it exists.
pub(super) fn given(form: &Form<'_>) -> String {
    form.filled("role")
}

/// The role of an identity in a request. On 2024 servers the default is a role without permissions.
pub(super) fn given_to_identity(call: &Call, form: &Form<'_>) -> String {
    if form.value("role").is_none() && !call.era().is_modern() {
        return "no-access".to_owned();
    }
    given(form)
}

/// Before July 2026: refuses an unknown role, and one that allows more than the caller may.
pub(super) fn check(
    call: &Call,
    db: &Connection,
    project_id: &str,
    role: &str,
) -> Result<(), ApiError> {
    check_exists(db, project_id, role)?;
    access::check_giving(call, db, project_id, role)
}

/// Refuses a role that neither every project nor this one has.
pub(super) fn check_exists(db: &Connection, project_id: &str, role: &str) -> Result<(), ApiError> {
    if LATER_ROLES.contains(&role) || roles::by_slug(db, project_id, role)?.is_some() {
        return Ok(());
    }
    Err(ApiError::RoleUnknown)
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = project(call, db, Action::Read)?;
        let mut listed = wire::roles::built_in(call.era(), &project.id);
        let own = roles::of_project(db, &project.id)?;
        listed.extend(own.iter().map(wire::roles::in_project));
        Ok(Reply::json(json!({ "roles": listed })))
    })
}

/// Of the roles every project has, this server shows none alone.
pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = project(call, db, Action::Read)?;
        let slug = call.param("slug");
        if call.era().is_modern()
            && let Some(role) = wire::today_roles::called(&project.id, slug)
        {
            return Ok(Reply::json(json!({ "role": role })));
        }
        let unknown = || ApiError::absent(format!("Role with slug {slug} not found"));
        let role = roles::by_slug(db, &project.id, slug)?.ok_or_else(unknown)?;
        Ok(shown(&role))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let slug = body.filled("slug");
    let name = body.name("name");
    let description = body.text_opt("description");
    let permissions = permissions(call, &body);
    body.finish()?;
    let permissions = permissions?;
    if call.app.needs_licence() {
        return Err(ApiError::bad_request(
            "Failed to create custom role due to plan RBAC restriction. Upgrade to Infisical \
             Enterprise plan to create custom roles.",
        ));
    }
    check_slug(&slug)?;
    call.app.store.write(|db| {
        let project = project(call, db, Action::Create)?;
        if roles::by_slug(db, &project.id, &slug)?.is_some() {
            return Err(EXISTS);
        }
        // Also with permissions that the caller does not have: giving the role is what needs a right.
        let permissions = permissions.unwrap_or_default();
        let new = RoleFields {
            slug: Some(&slug),
            name: Some(&name),
            description: description.as_deref(),
            permissions: Some(&permissions),
        };
        Ok(shown(&roles::create(db, call.era(), &project.id, &new)?))
    })
}

/// Changes what is given.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (slug, name) = (body.text_opt("slug"), body.name_opt("name"));
    let description = body.text_opt("description");
    let permissions = permissions(call, &body);
    body.finish()?;
    let permissions = permissions?;
    slug.as_deref().map_or(Ok(()), check_slug)?;
    call.app.store.write(|db| {
        let project = project(call, db, Action::Edit)?;
        let role = target(call, db, &project)?;
        let namesake = match &slug {
            Some(slug) => roles::by_slug(db, &project.id, slug)?,
            None => None,
        };
        if namesake.is_some_and(|other| other.id != role.id) {
            return Err(EXISTS);
        }
        let change = RoleFields {
            slug: slug.as_deref(),
            name: name.as_deref(),
            description: description.as_deref(),
            permissions: permissions.as_deref(),
        };
        Ok(shown(&roles::update(db, &role, &change)?))
    })
}

/// Deletes a role that no member has.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    const IN_USE: ApiError = ApiError::bad_request(
        "Role is assigned to identity memberships. Re-assign membership roles to delete this role.",
    );
    call.app.store.write(|db| {
        let project = project(call, db, Action::Delete)?;
        let role = target(call, db, &project)?;
        if roles::is_in_use(db, &role)? {
            return Err(IN_USE);
        }
        roles::delete(db, &role.id)?;
        Ok(shown(&role))
    })
}

/// The project whose slug is in the path, for those who may do `action` to its roles.
fn project(call: &Call, db: &Connection, action: Action) -> Result<Project, ApiError> {
    if !call.param("projectId").is_empty() {
        return access::role(call, db, call.param("projectId"), action, Subject::Role);
    }
    let slug = call.param("workspaceSlug");
    let found = projects::by_slug(db, slug)?.ok_or(ApiError::ProjectUnknown)?;
    access::role(call, db, &found.id, action, Subject::Role)
}

fn target(call: &Call, db: &Connection, project: &Project) -> Result<CustomRole, ApiError> {
    roles::by_id(db, &project.id, call.param("roleId"))?.ok_or(UNKNOWN)
}

fn shown(role: &CustomRole) -> Reply {
    Reply::json(json!({ "role": wire::roles::role(role) }))
}

fn check_slug(slug: &str) -> Result<(), ApiError> {
    if RESERVED.contains(&slug) {
        let reason = "Please choose a different slug, the slug you have entered is reserved";
        return Err(ApiError::issue("slug", reason));
    }
    if is_slug(slug, 1, LONGEST_SLUG) { Ok(()) } else { Err(not_slug()) }
}

/// Whether `text` is lower-case words with hyphens between them.
pub(super) fn is_slug(text: &str, shortest: usize, longest: usize) -> bool {
    let is_plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    (shortest..=longest).contains(&text.len())
        && text.split('-').all(|word| !word.is_empty() && word.bytes().all(is_plain))
}

pub(super) fn not_slug() -> ApiError {
    ApiError::issue("slug", "Slug is not of the right form or length")
}

/// What a role is to allow, if that is given.
fn permissions(call: &Call, body: &Form<'_>) -> Result<Option<Vec<Permission>>, ApiError> {
    let Some(value) = body.value("permissions") else { return Ok(None) };
    let given = value.as_array().ok_or_else(|| ApiError::issue("permissions", "Expected array"))?;
    // The newer routes know more actions than the older ones.
    let is_newer = !call.param("projectId").is_empty();
    let permissions = given.iter().map(|one| {
        permission(one, is_newer)
            .ok_or_else(|| ApiError::issue("permissions", "Invalid permission"))
    });
    permissions.collect::<Result<_, _>>().map(Some)
}

fn permission(given: &Value, is_newer: bool) -> Option<Permission> {
    let action = match given.get("action")? {
        Value::String(action) => vec![action.clone()],
        Value::Array(actions) => {
            let actions = actions.iter().map(|action| Some(action.as_str()?.to_owned()));
            actions.collect::<Option<Vec<_>>>()?
        }
        _ => return None,
    };
    let known = |action: &String| {
        ["read", "create", "edit", "delete"].contains(&action.as_str())
            || is_newer && NEWER_ACTIONS.contains(&action.as_str())
    };
    let subject = given.get("subject")?.as_str()?.to_owned();
    let is_known = SUBJECTS.contains(&subject.as_str()) && action.iter().all(known);
    let conditions = match given.get("conditions") {
        None => None,
        Some(conditions) => {
            Some(conditions.as_object().filter(|it| conditions::are_within_limits(it))?.clone())
        }
    };
    let inverted = match given.get("inverted") {
        None => false,
        Some(inverted) => inverted.as_bool()?,
    };
    (is_known && !action.is_empty()).then_some(Permission { subject, action, conditions, inverted })
}

/// Actions of July 2026 that tell reading a secret from reading its value, and managing from giving.
const NEWER_ACTIONS: [&str; 5] =
    ["describeSecret", "readValue", "grant-privileges", "assign-role", "assume-privileges"];

/// What a permission can be about.
const SUBJECTS: [&str; 21] = [
    "role",
    "member",
    "groups",
    "settings",
    "integrations",
    "webhooks",
    "service-tokens",
    "environments",
    "tags",
    "audit-logs",
    "ip-allowlist",
    "workspace",
    "secrets",
    "secret-folders",
    "secret-rollback",
    "secret-approval",
    "secret-rotation",
    "identity",
    "certificate-authorities",
    "certificates",
    "kms",
];
