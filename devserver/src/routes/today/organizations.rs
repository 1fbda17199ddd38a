//! Organizations and their members.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::clock;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::today::sign_up;
use crate::store::organizations::{self, OrganizationMembership};
use crate::store::users::User;
use crate::store::{projects, users};
use crate::wire::{self, Reply, merged, today};

/// The organization the caller's token is for.
pub(crate) fn selected(call: &Call) -> Result<&str, ApiError> {
    match &call.actor {
        Actor::User(actor) => actor.organization_id.as_deref().ok_or(ApiError::NoOrganization),
        Actor::Identity(identity) => Ok(&identity.organization_id),
        Actor::Anonymous | Actor::Token(_) | Actor::ServiceAccount(_) => {
            Err(ApiError::ModeNotAccepted)
        }
    }
}

/// Refuses an organization other than that of the caller's token.
pub(crate) fn check_selected(call: &Call, organization_id: &str) -> Result<(), ApiError> {
    let selected = selected(call)?;
    if selected == organization_id {
        return Ok(());
    }
    Err(ApiError::barred(format!(
        "Your token is scoped to organization with ID {selected}, but this resource belongs to a \
         different organization."
    )))
}

/// Refuses a caller whose role in the organization does not allow `action` on `subject`. Members may
/// read, and only administrators may do more.
pub(crate) fn administered(
    call: &Call,
    db: &Connection,
    organization_id: &str,
    action: Action,
    subject: Subject,
) -> Result<(), ApiError> {
    check_selected(call, organization_id)?;
    let role = match &call.actor {
        Actor::Identity(identity) => Some(identity.role.clone()),
        _ => organizations::membership_of(db, organization_id, &call.user()?.id)?
            .map(|place| place.role),
    };
    match role.as_deref() {
        Some("admin") => Ok(()),
        Some("member") if action == Action::Read => Ok(()),
        _ => Err(ApiError::OrganizationForbidden(action, subject)),
    }
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    check_selected(call, id)?;
    let found = call.app.store.read(|db| Ok(organizations::by_id(db, id)?))?;
    let found = found.ok_or(ApiError::OrganizationUnknown)?;
    let shown = merged(today::organization(&found), json!({ "userTokenExpiration": "90d" }));
    Ok(Reply::json(json!({ "organization": shown })))
}

/// The roles in an organization. Only their names are told apart here.
pub(crate) fn roles(call: &Call) -> Result<Reply, ApiError> {
    const ROLES: [[&str; 4]; 3] = [
        [
            "b11b49a9-09a9-4443-916a-4246f9ff2c69",
            "Admin",
            "admin",
            "Complete administration access over the organization",
        ],
        [
            "b11b49a9-09a9-4443-916a-4246f9ff2c70",
            "Member",
            "member",
            "Non-administrative role in an organization",
        ],
        [
            "b10d49a9-09a9-4443-916a-4246f9ff2c72",
            "No Access",
            "no-access",
            "No access to any resources in the organization",
        ],
    ];
    let (organization_id, now) = (selected(call)?, clock::iso(clock::now()));
    let roles = ROLES.iter().map(|[id, name, slug, description]| {
        json!({
            "id": id,
            "name": name,
            "slug": slug,
            "description": description,
            "createdAt": now,
            "updatedAt": now,
            "orgId": organization_id,
        })
    });
    Ok(Reply::json(json!({ "roles": roles.collect::<Vec<_>>() })))
}

/// Not served; without it the route of an organization would take the word for an id.
pub(crate) fn permissions(_: &Call) -> Result<Reply, ApiError> {
    Err(ApiError::RouteUnknown)
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name("name");
    check_plain(&body, "name", &name);
    body.finish()?;
    let user = call.user()?;
    call.app.store.write(|db| {
        let organization = sign_up::found(call, db, &name, user)?;
        Ok(Reply::json(json!({ "organization": today::organization(&organization) })))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name_opt("name");
    check_plain(&body, "name", name.as_deref().unwrap_or_default());
    body.finish()?;
    let id = call.param("organizationId");
    call.app.store.write(|db| {
        administered(call, db, id, Action::Edit, Subject::Settings)?;
        if let Some(name) = name {
            organizations::rename(db, id, &name)?;
        }
        let found = organizations::by_id(db, id)?.ok_or(ApiError::OrganizationUnknown)?;
        Ok(Reply::json(json!({
            "message": "Successfully updated organization",
            "organization": today::organization(&found),
        })))
    })
}

pub(crate) fn members(call: &Call) -> Result<Reply, ApiError> {
    listed(call, today::member)
}

/// As [`members`], on the older route.
pub(crate) fn users(call: &Call) -> Result<Reply, ApiError> {
    listed(call, today::older_member)
}

fn listed(
    call: &Call,
    shown: impl Fn(&OrganizationMembership, &User) -> Value,
) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    call.app.store.read(|db| {
        administered(call, db, id, Action::Read, Subject::Member)?;
        let mut listed = Vec::new();
        for place in organizations::memberships(db, id)? {
            if let Some(user) = user_of(db, &place)? {
                listed.push(shown(&place, &user));
            }
        }
        Ok(Reply::json(json!({ "users": listed })))
    })
}

fn user_of(db: &Connection, place: &OrganizationMembership) -> rusqlite::Result<Option<User>> {
    match &place.user_id {
        Some(id) => users::by_id(db, id),
        None => Ok(None),
    }
}

pub(crate) fn member(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let place = target(call, db, Action::Read)?;
        let user = user_of(db, &place)?.ok_or(ApiError::UserGone)?;
        let more = json!({ "customRoleSlug": null, "metadata": [] });
        let shown = merged(today::member(&place, &user), more);
        Ok(Reply::json(json!({ "membership": shown })))
    })
}

pub(crate) fn set_role(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let role = body.text_opt("role");
    body.finish()?;
    call.app.store.write(|db| {
        let place = target(call, db, Action::Edit)?;
        if let Some(role) = role {
            if !ORGANIZATION_ROLES.contains(&role.as_str()) {
                return Err(ApiError::Later {
                    status: 400,
                    error: "UpdateMembership",
                    message: "Organization role not found",
                });
            }
            organizations::set_role(db, &place.id, &role)?;
        }
        let place = target(call, db, Action::Edit)?;
        Ok(Reply::json(json!({ "membership": today::changed_member(&place) })))
    })
}

/// Removes a member, whom the answer shows without a role.
pub(crate) fn remove_member(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let place = target(call, db, Action::Delete)?;
        organizations::remove(db, &place)?;
        let shown = merged(today::changed_member(&place), json!({ "role": "" }));
        Ok(Reply::json(json!({ "membership": shown })))
    })
}

fn target(
    call: &Call,
    db: &Connection,
    action: Action,
) -> Result<OrganizationMembership, ApiError> {
    let (id, membership_id) = (call.param("organizationId"), call.param("membershipId"));
    administered(call, db, id, action, Subject::Member)?;
    organizations::membership(db, id, membership_id)?.ok_or_else(|| {
        ApiError::absent(format!("Organization membership with ID '{membership_id}' not found"))
    })
}

/// The organization's projects that the caller is a member of.
pub(crate) fn projects(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    check_selected(call, id)?;
    let user = call.user()?;
    call.app.store.read(|db| {
        let mut found = projects::of_user(db, &user.id, Some(id))?;
        found.sort_by(|one, other| one.name.cmp(&other.name));
        let listed = found.iter().map(|one| wire::projects::in_organization(call.era(), one));
        Ok(Reply::json(json!({ "workspaces": listed.collect::<Vec<_>>() })))
    })
}

/// Complains of a name of an organization with other signs than July 2026 accepts.
pub(super) fn check_plain(body: &Form<'_>, field: &str, name: &str) {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-_ ".contains(sign);
    if !name.chars().all(is_plain) {
        body.complain(json!({
            "code": "custom",
            "message": "Name can only contain alphanumeric characters, dashes, underscores, and spaces",
            "path": [field],
        }));
    }
}
