//! Organisations: members, roles, projects.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::organizations::{self, OrganizationMembership};
use crate::store::{projects as project_store, users as user_store};
use crate::wire::{self, Reply};

/// Of releases of 2024.
const UNKNOWN_ROLE: ApiError =
    ApiError::Later { status: 400, error: "Update membership", message: "Role not found" };

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization(call, db, id)?;
        let organization = organizations::by_id(db, id)?.ok_or(ApiError::OrganizationUnknown)?;
        let organization = wire::organizations::organization(call.era(), &organization);
        Ok(Reply::json(json!({ "organization": organization })))
    })
}

pub(crate) fn create_may23(call: &Call) -> Result<Reply, ApiError> {
    create(call, "organizationName")
}

pub(crate) fn create_later(call: &Call) -> Result<Reply, ApiError> {
    create(call, "name")
}

/// Founds an organisation whose highest role the caller takes.
fn create(call: &Call, name_field: &'static str) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.filled(name_field);
    body.finish()?;
    let user = call.user()?;
    call.app.store.write(|db| {
        let organization = organizations::create(db, call.era(), &name, &user.id)?;
        let organization = wire::organizations::organization(call.era(), &organization);
        Ok(Reply::json(json!({ "organization": organization })))
    })
}

/// Any member may in May 2023, those who run the organisation later.
pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.filled("name");
    body.finish()?;
    let id = call.param("organizationId");
    call.app.store.write(|db| {
        match call.era() {
            Era::May23 => access::organization(call, db, id)?,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                access::organization_admin(call, db, id, Action::Edit, Subject::Settings)?
            }
        };
        organizations::rename(db, id, &name)?;
        let organization = organizations::by_id(db, id)?.ok_or(ApiError::OrganizationUnknown)?;
        let organization = wire::organizations::organization(call.era(), &organization);
        let message = "Successfully changed organization name";
        Ok(Reply::json(json!({ "message": message, "organization": organization })))
    })
}

/// The members; May 2023 and later name the list differently.
pub(crate) fn memberships(call: &Call) -> Result<Reply, ApiError> {
    let members = listed(call)?;
    // Releases of 2024 required a public key of everybody, so they failed while a person without an
    // account was invited.
    let is_keyless = |member: &Value| {
        let key = member.pointer("/user/publicKey");
        key.is_none_or(Value::is_null)
    };
    if call.era() != Era::May23 && !call.era().is_modern() && members.iter().any(is_keyless) {
        return Err(ApiError::exception("Response doesn't match the schema"));
    }
    Ok(Reply::json(match call.era() {
        Era::May23 => json!({ "memberships": members }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({ "users": members }),
    }))
}

pub(crate) fn users(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "users": listed(call)? })))
}

fn listed(call: &Call) -> Result<Vec<Value>, ApiError> {
    let id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization(call, db, id)?;
        let memberships = organizations::memberships(db, id)?;
        let members = memberships.iter().map(|membership| {
            let user = match &membership.user_id {
                Some(user_id) => user_store::by_id(db, user_id)?,
                None => None,
            };
            Ok(wire::organizations::listed(call.era(), membership, user.as_ref()))
        });
        members.collect()
    })
}

pub(crate) fn set_role(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let role = match call.era() {
        Era::May23 => body.choice("role", &["owner", "admin", "member"], None),
        Era::Modern => body.choice("role", &ORGANIZATION_ROLES, None),
        Era::Feb24 | Era::Jun24 => body.filled("role"),
    };
    body.finish()?;
    call.app.store.write(|db| {
        let membership = administered(call, db, Action::Edit)?;
        if call.era() != Era::May23 && !ORGANIZATION_ROLES.contains(&role.as_str()) {
            return Err(UNKNOWN_ROLE);
        }
        organizations::set_role(db, &membership.id, &role)?;
        let membership = target(call, db)?;
        let membership = wire::organizations::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": membership })))
    })
}

/// Removes a member, from the organisation's projects too.
pub(crate) fn remove_member(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let membership = administered(call, db, Action::Delete)?;
        organizations::remove(db, &membership)?;
        let membership = wire::organizations::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": membership })))
    })
}

/// The organisation's projects the caller is a member of.
pub(crate) fn projects(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    let user = call.user()?;
    call.app.store.read(|db| {
        match call.era() {
            Era::May23 => {
                access::organization_admin(call, db, id, Action::Read, Subject::Workspace)?
            }
            Era::Feb24 | Era::Jun24 | Era::Modern => access::organization(call, db, id)?,
        };
        let projects = project_store::of_user(db, &user.id, Some(id))?;
        let listed =
            projects.iter().map(|project| wire::projects::in_organization(call.era(), project));
        Ok(Reply::json(json!({ "workspaces": listed.collect::<Vec<_>>() })))
    })
}

/// The membership in the path, for those who may change it.
fn administered(
    call: &Call,
    db: &Connection,
    action: Action,
) -> Result<OrganizationMembership, ApiError> {
    let organization_id = call.param("organizationId");
    access::organization_admin(call, db, organization_id, action, Subject::Member)?;
    target(call, db)
}

fn target(call: &Call, db: &Connection) -> Result<OrganizationMembership, ApiError> {
    organizations::membership(db, call.param("organizationId"), call.param("membershipId"))?
        .ok_or(ApiError::NotOrganizationMember)
}
