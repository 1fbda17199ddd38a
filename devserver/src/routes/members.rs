//! Members of a project: listing, adding, roles, removal.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::keys as key_routes;
use crate::routes::roles as role_routes;
use crate::store::keys::{self, NewKey};
use crate::store::memberships::{self, Membership};
use crate::store::organizations;
use crate::store::projects::Project;
use crate::store::users::{self as user_store, User};
use crate::wire::{self, Reply};

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "memberships": listed(call, wire::memberships::listed)? })))
}

pub(crate) fn users(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "users": listed(call, wire::memberships::listed_user)? })))
}

fn listed(call: &Call, show: fn(Era, &Membership, &User) -> Value) -> Result<Vec<Value>, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Member)?;
        let memberships = memberships::of_project(db, &project.id)?;
        let shown = memberships.iter().map(|membership| {
            let user = user_store::by_id(db, &membership.user_id)?.ok_or(ApiError::Internal)?;
            Ok(show(call.era(), membership, &user))
        });
        shown.collect()
    })
}

/// May 2023: makes an accepted member of the organisation a member of the project. The caller
/// uploads a sealed key next, for which the answer holds the invitee's public key and the
/// caller's own copy.
pub(crate) fn invite(call: &Call) -> Result<Reply, ApiError> {
    const FAILED: ApiError = ApiError::Message(400, "Failed to invite user to workspace");
    let body = call.body();
    let email = body.filled("email");
    body.finish()?;
    let caller = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Member)?;
        let invitee =
            user_store::by_email(db, &email)?.filter(|user| user.is_accepted).ok_or(FAILED)?;
        organizations::membership_of(db, &project.organization_id, &invitee.id)?
            .filter(|membership| membership.is_accepted())
            .ok_or(FAILED)?;
        if memberships::of_user(db, &project.id, &invitee.id)?.is_some() {
            return Err(FAILED);
        }
        memberships::create(db, call.era(), &project.id, &invitee.id, "member", false)?;
        let latest = match keys::newest(db, &project.id, &caller.id)? {
            Some(key) => key_routes::shown(call, db, &key)?,
            None => Value::Null,
        };
        Ok(Reply::json(json!({
            "invitee": wire::users::with_public_key(call.era(), &invitee),
            "latestKey": latest,
        })))
    })
}

/// Later eras: makes members of the organisation members of the project, with their sealed keys.
pub(crate) fn add(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let members = body.forms("members");
    let members = members.iter().map(|member| {
        let field = |name| member.trimmed(name);
        (field("orgMembershipId"), field("workspaceEncryptedKey"), field("workspaceEncryptedNonce"))
    });
    let members: Vec<_> = members.collect();
    body.finish()?;
    let sender = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Member)?;
        let mut added = Vec::new();
        for (membership_id, encrypted_key, nonce) in &members {
            let membership =
                organizations::membership(db, &project.organization_id, membership_id)?
                    .filter(|membership| membership.is_accepted())
                    .ok_or(ApiError::bad_request("Some users are not part of org"))?;
            let user_id = membership.user_id.as_deref().unwrap_or_default();
            if memberships::of_user(db, &project.id, user_id)?.is_some() {
                return Err(ApiError::bad_request("Some users are already part of project"));
            }
            memberships::create(db, call.era(), &project.id, user_id, "member", false)?;
            keys::add(
                db,
                call.era(),
                &NewKey {
                    project_id: &project.id,
                    receiver_id: user_id,
                    sender_id: &sender.id,
                    encrypted_key,
                    nonce,
                },
            )?;
            added.push(wire::organizations::changed(call.era(), &membership));
        }
        Ok(Reply::json(json!({ "success": true, "data": added })))
    })
}

/// Adds members without keys of theirs. June 2024 servers share the project key; this one keeps none:
/// there, members are added with their sealed keys, as by [`add`]. Today's projects have none to share.
pub(crate) fn add_by_email(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let emails = body.texts_opt("emails").unwrap_or_default();
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Member)?;
        if !call.era().is_modern() {
            return Err(ApiError::bad_request(
                "This server has no project keys to share; \
                 POST /api/v1/workspace/:workspaceId/memberships takes members with sealed keys",
            ));
        }
        role_routes::check(call, db, &project.id, "member")?;
        let mut added = Vec::new();
        for email in &emails {
            let user = colleague(db, &project, email)?;
            if memberships::of_user(db, &project.id, &user.id)?.is_some() {
                return Err(ApiError::bad_request("Some users are already part of project"));
            }
            memberships::create(db, call.era(), &project.id, &user.id, "member", false)?;
            let membership =
                memberships::of_user(db, &project.id, &user.id)?.ok_or(ApiError::Internal)?;
            added.push(wire::memberships::changed(call.era(), &membership));
        }
        Ok(Reply::json(json!({ "memberships": added })))
    })
}

/// An accepted member of the project's organization.
fn colleague(db: &Connection, project: &Project, email: &str) -> Result<User, ApiError> {
    const STRANGER: ApiError = ApiError::bad_request("Some users are not part of org");
    let user = user_store::by_email(db, email)?.ok_or(STRANGER)?;
    organizations::membership_of(db, &project.organization_id, &user.id)?
        .filter(|membership| membership.is_accepted())
        .ok_or(STRANGER)?;
    Ok(user)
}

/// Changes the role (roles in June 2024) of a member.
pub(crate) fn set_role(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let roles = match call.era() {
        Era::May23 => vec![body.choice("role", &["admin", "member"], None)],
        Era::Feb24 => vec![role_routes::given(&body)],
        Era::Jun24 | Era::Modern => {
            let roles = body.forms("roles");
            roles.iter().map(|role| role_routes::given(role)).collect()
        }
    };
    body.finish()?;
    call.app.store.write(|db| {
        let membership = administered(call, db, Action::Edit)?;
        let project_id = &membership.project_id;
        let check = |role: &String| role_routes::check(call, db, project_id, role);
        roles.iter().try_for_each(check).map_err(|error| role_refusal(call, error))?;
        let roles: Vec<_> = roles.iter().map(String::as_str).collect();
        memberships::set_roles(db, call.era(), &membership.id, &roles)?;
        if call.era() < Era::Jun24 {
            memberships::touch(db, &membership.id)?;
        }
        let membership = target(call, db)?;
        Ok(Reply::json(match call.era() {
            Era::May23 | Era::Feb24 => {
                json!({ "membership": wire::memberships::changed(call.era(), &membership) })
            }
            Era::Jun24 | Era::Modern => json!({ "roles": wire::memberships::roles(&membership) }),
        }))
    })
}

/// The messages of February and June 2024 for an invalid role of a project member.
fn role_refusal(call: &Call, error: ApiError) -> ApiError {
    match (error, call.era()) {
        (ApiError::RoleUnknown, Era::Feb24) => ApiError::Later {
            status: 400,
            error: "Update project membership",
            message: "Role not found",
        },
        (ApiError::RoleUnknown, Era::Jun24) => ApiError::bad_request(
            "Failed to assign custom role due to RBAC restriction. Upgrade plan to assign custom \
             role to member.",
        ),
        (error, _) => error,
    }
}

/// May 2023: the denied permissions of a member. That release let any user set them; this server
/// only administrators of the project.
pub(crate) fn deny(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let denied: Vec<_> = match body.value("permissions").and_then(Value::as_array) {
        // An empty list is one too.
        Some(none) if none.is_empty() => Vec::new(),
        _ => body.forms("permissions").iter().map(Denial::read).collect(),
    };
    body.finish()?;
    let id = call.param("membershipId");
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::Invalid(Vec::new()));
    }
    call.app.store.write(|db| {
        // Users outside of the project cannot detect which memberships exist.
        let membership = memberships::anywhere(db, id)?.ok_or(ApiError::NotProjectMember)?;
        let project = &membership.project_id;
        let project = access::role(call, db, project, Action::Edit, Subject::Member)?;
        let denied = denied.iter().map(|denial| {
            let environment = project.environment(&denial.environment);
            let environment = environment.ok_or(ApiError::Invalid(Vec::new()))?;
            Ok((environment.id.as_str(), denial.ability.as_str()))
        });
        let denied = denied.collect::<Result<Vec<_>, ApiError>>()?;
        memberships::deny(db, call.era(), &membership.id, &denied)?;
        let membership = memberships::anywhere(db, id)?.ok_or(ApiError::Internal)?;
        Ok(Reply::json(json!({ "permissionsDenied": wire::memberships::denied(&membership) })))
    })
}

/// A denied permission of a member in an environment.
struct Denial {
    environment: String,
    ability: String,
}

impl Denial {
    fn read(form: &Form<'_>) -> Self {
        Denial {
            environment: form.trimmed("environmentSlug"),
            ability: form.choice("ability", &["read", "write"], None),
        }
    }
}

/// Since June 2024, from source: the caller is no longer a member.
pub(crate) fn leave(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let membership =
            memberships::of_user(db, &project.id, &user.id)?.ok_or(ApiError::NotProjectMember)?;
        let members = memberships::of_project(db, &project.id)?;
        let mut others = members.iter().filter(|member| member.user_id != user.id);
        if members.len() < 2 {
            return Err(ApiError::bad_request(
                "You cannot leave the project as you are the only member",
            ));
        }
        if !others.any(|member| member.roles.iter().any(|role| role.name == "admin")) {
            return Err(ApiError::bad_request(
                "You cannot leave the project as you are the only admin. Promote another user to \
                 admin before leaving.",
            ));
        }
        memberships::remove(db, &membership)?;
        let membership = wire::memberships::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": membership })))
    })
}

/// Removes a member and the keys sealed to them.
pub(crate) fn remove(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let membership = administered(call, db, Action::Delete)?;
        memberships::remove(db, &membership)?;
        let membership = wire::memberships::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": membership })))
    })
}

/// The membership in the path, for those who may change it.
fn administered(call: &Call, db: &Connection, action: Action) -> Result<Membership, ApiError> {
    access::role(call, db, call.param("workspaceId"), action, Subject::Member)?;
    target(call, db)
}

fn target(call: &Call, db: &Connection) -> Result<Membership, ApiError> {
    memberships::by_id(db, call.param("workspaceId"), call.param("membershipId"))?.ok_or(match call
        .era()
    {
        Era::May23 => ApiError::NotProjectMember,
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            ApiError::bad_request("Failed to find project membership")
        }
    })
}
