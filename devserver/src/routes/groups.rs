//! Groups of users, on servers since about autumn 2024. From source.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::access::{self, Assignment};
use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::roles;
use crate::store::groups::{self, Group, GroupChange, GroupMembership};
use crate::store::organizations::{self, OrganizationMembership};
use crate::store::projects::Project;
use crate::store::users::{self, User};
use crate::wire::{self, Reply};

/// The longest part of a list.
const LONGEST_PAGE: i64 = 100;
const LONGEST_NAME: usize = 50;
const SLUG_LENGTH: (usize, usize) = (5, 36);

const EXISTS: ApiError = ApiError::bad_request("Group with the same name already exists");

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let organization_id = organization(call)?;
        access::organization(call, db, organization_id)?;
        let listed = groups::of_organization(db, organization_id)?;
        Ok(Reply::json(listed.iter().map(wire::groups::with_role).collect()))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        access::organization(call, db, organization(call)?)?;
        Ok(Reply::json(wire::groups::with_role(&target(call, db)?)))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name("name");
    let slug = body.text_opt("slug");
    let role = body.choice("role", &ORGANIZATION_ROLES, Some("no-access"));
    body.finish()?;
    if call.app.needs_licence() {
        return Err(ApiError::bad_request(
            "Failed to create group due to plan restriction. Upgrade plan to create group.",
        ));
    }
    check(Some(&name), slug.as_deref())?;
    call.app.store.write(|db| {
        let organization_id = organization(call)?;
        let (action, subject) = (Action::Create, Subject::Groups);
        access::organization_admin(call, db, organization_id, action, subject)?;
        check_is_new(db, organization_id, None, Some(&name), slug.as_deref())?;
        let slug = slug.as_deref();
        let made = groups::create(db, call.era(), organization_id, &name, slug, &role)?;
        Ok(Reply::json(wire::groups::group(&made)))
    })
}

/// Changes what is given.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, slug) = (body.name_opt("name"), body.text_opt("slug"));
    let role = body.value("role").map(|_| body.choice("role", &ORGANIZATION_ROLES, None));
    body.finish()?;
    check(name.as_deref(), slug.as_deref())?;
    call.app.store.write(|db| {
        let group = managed(call, db, Action::Edit)?;
        let (name, slug) = (name.as_deref(), slug.as_deref());
        check_is_new(db, &group.organization_id, Some(&group.id), name, slug)?;
        let change = GroupChange { name, slug, role: role.as_deref() };
        Ok(Reply::json(wire::groups::group(&groups::update(db, &group.id, &change)?)))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let group = managed(call, db, Action::Delete)?;
        groups::delete(db, &group.id)?;
        Ok(Reply::json(wire::groups::group(&group)))
    })
}

/// Everyone who is in a group or might be, or only those who are, by first names.
pub(crate) fn users(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let page = query.page(10, 1..=LONGEST_PAGE);
    let filter = query.text_opt("filter");
    query.finish()?;
    call.app.store.read(|db| {
        let organization_id = organization(call)?;
        access::organization(call, db, organization_id)?;
        let group = target(call, db)?;
        let mut found = Vec::new();
        let memberships = organizations::memberships(db, organization_id)?;
        for membership in memberships.iter().filter(|membership| membership.is_accepted()) {
            let Some(user_id) = &membership.user_id else { continue };
            let user = users::by_id(db, user_id)?.ok_or(ApiError::Internal)?;
            let joined_at = groups::joined_at(db, &group.id, &user.id)?;
            let is_wanted = match filter.as_deref() {
                Some("existingMembers") => joined_at.is_some(),
                Some("nonMembers") => joined_at.is_none(),
                _ => true,
            };
            if is_wanted {
                found.push((user, joined_at));
            }
        }
        found.sort_by(|(one, _), (other, _)| one.first_name.cmp(&other.first_name));
        let part =
            page.of(&found).map(|(user, joined_at)| wire::groups::listed_user(user, *joined_at));
        Ok(Reply::json(json!({ "users": part.collect::<Vec<_>>(), "totalCount": found.len() })))
    })
}

pub(crate) fn add_user(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let group = managed(call, db, Action::Edit)?;
        let user = named_user(call, db)?;
        organizations::membership_of(db, &group.organization_id, &user.id)?
            .filter(OrganizationMembership::is_accepted)
            .ok_or(ApiError::bad_request("User is not part of the organization"))?;
        if groups::joined_at(db, &group.id, &user.id)?.is_some() {
            return Err(ApiError::bad_request("User(s) are already part of the group"));
        }
        groups::add_user(db, &group.id, &user.id)?;
        Ok(Reply::json(wire::groups::user(&user)))
    })
}

pub(crate) fn remove_user(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let group = managed(call, db, Action::Edit)?;
        let user = named_user(call, db)?;
        groups::joined_at(db, &group.id, &user.id)?
            .ok_or(ApiError::bad_request("User(s) are not part of the group"))?;
        groups::remove_user(db, &group.id, &user.id)?;
        Ok(Reply::json(wire::groups::user(&user)))
    })
}

pub(crate) fn list_in_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = project(call, db, Action::Read)?;
        let mut listed = Vec::new();
        for membership in groups::of_project(db, &project.id)? {
            let group = groups::by_id(db, &membership.group_id)?.ok_or(ApiError::Internal)?;
            listed.push(wire::groups::in_project(&membership, &group));
        }
        Ok(Reply::json(json!({ "groupMemberships": listed })))
    })
}

pub(crate) fn add_to_project(call: &Call) -> Result<Reply, ApiError> {
    let wanted = wanted_roles(call)?;
    call.app.store.write(|db| {
        let project = project(call, db, Action::Create)?;
        let group = group_for(call, db, &project)?;
        check_roles(call, db, &project, "create", &wanted)?;
        if groups::membership(db, &project.id, &group.id)?.is_some() {
            return Err(ApiError::bad_request("Group is already a member"));
        }
        let membership = groups::add_to_project(db, call.era(), &project.id, &group.id)?;
        groups::set_roles(db, call.era(), &membership.id, &wanted)?;
        Ok(Reply::json(json!({ "groupMembership": wire::groups::membership(&membership) })))
    })
}

/// Gives a group other roles in a project.
pub(crate) fn set_roles_in_project(call: &Call) -> Result<Reply, ApiError> {
    let wanted = wanted_roles(call)?;
    call.app.store.write(|db| {
        let project = project(call, db, Action::Edit)?;
        let membership = membership(call, db, &project)?;
        check_roles(call, db, &project, "update", &wanted)?;
        groups::set_roles(db, call.era(), &membership.id, &wanted)?;
        let changed = self::membership(call, db, &project)?;
        let roles = changed.roles.iter().map(|role| wire::roles::given(&changed.id, role));
        Ok(Reply::json(json!({ "roles": roles.collect::<Vec<_>>() })))
    })
}

pub(crate) fn remove_from_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let project = project(call, db, Action::Delete)?;
        let membership = membership(call, db, &project)?;
        groups::remove_from_project(db, &membership.id)?;
        Ok(Reply::json(json!({ "groupMembership": wire::groups::membership(&membership) })))
    })
}

/// The organisation of the session, whose groups are meant.
fn organization(call: &Call) -> Result<&str, ApiError> {
    match &call.actor {
        Actor::User(actor) => actor.organization_id.as_deref().ok_or(ApiError::NoOrganization),
        _ => Err(ApiError::ModeNotAccepted),
    }
}

/// The group in the path, in the organisation of the session.
fn target(call: &Call, db: &Connection) -> Result<Group, ApiError> {
    let organization_id = organization(call)?;
    groups::by_id(db, call.param("groupId"))?
        .filter(|group| group.organization_id == organization_id)
        .ok_or_else(|| {
            ApiError::absent(format!("Cannot find group with ID {}", call.param("groupId")))
        })
}

/// As [`target`], for one who runs the organisation.
fn managed(call: &Call, db: &Connection, action: Action) -> Result<Group, ApiError> {
    access::organization_admin(call, db, organization(call)?, action, Subject::Groups)?;
    target(call, db)
}

fn named_user(call: &Call, db: &Connection) -> Result<User, ApiError> {
    users::by_email(db, call.param("username"))?
        .ok_or(ApiError::not_found("Failed to find user with that username"))
}

/// The project in the path, for those who may do `action` to its groups.
fn project(call: &Call, db: &Connection, action: Action) -> Result<Project, ApiError> {
    let id = match call.param("projectId") {
        "" => call.param("workspaceId"),
        id => id,
    };
    access::role(call, db, id, action, Subject::Groups)
}

/// The group in the path, of the project's organisation.
fn group_for(call: &Call, db: &Connection, project: &Project) -> Result<Group, ApiError> {
    groups::by_id(db, call.param("groupId"))?
        .filter(|group| group.organization_id == project.organization_id)
        .ok_or(ApiError::not_found("Failed to find group with that ID"))
}

fn membership(
    call: &Call,
    db: &Connection,
    project: &Project,
) -> Result<GroupMembership, ApiError> {
    groups::membership(db, &project.id, call.param("groupId"))?
        .ok_or(ApiError::bad_request("Group doesn't have membership"))
}

/// The roles a request gives a group, none of which is temporary here.
fn wanted_roles(call: &Call) -> Result<Vec<String>, ApiError> {
    let body = call.body();
    let roles = body.forms("roles").iter().map(|role| roles::given(role)).collect();
    body.finish()?;
    Ok(roles)
}

fn check_roles(
    call: &Call,
    db: &Connection,
    project: &Project,
    verb: &'static str,
    wanted: &[String],
) -> Result<(), ApiError> {
    wanted.iter().try_for_each(|role| roles::check_exists(db, &project.id, role))?;
    let deed = Assignment { subject: Subject::Groups, verb, whom: "group" };
    access::check_assigning(call, db, project, deed, wanted)
}

/// Refuses what cannot be the name or slug of a group.
fn check(name: Option<&str>, slug: Option<&str>) -> Result<(), ApiError> {
    if name.is_some_and(|name| name.chars().count() > LONGEST_NAME) {
        return Err(ApiError::issue("name", "A name has 1 to 50 characters"));
    }
    let (shortest, longest) = SLUG_LENGTH;
    if slug.is_none_or(|slug| roles::is_slug(slug, shortest, longest)) {
        Ok(())
    } else {
        Err(roles::not_slug())
    }
}

/// Refuses the name or slug of another group than that of `id`.
fn check_is_new(
    db: &Connection,
    organization_id: &str,
    id: Option<&str>,
    name: Option<&str>,
    slug: Option<&str>,
) -> Result<(), ApiError> {
    let all = groups::of_organization(db, organization_id)?;
    let mut others = all.iter().filter(|group| Some(group.id.as_str()) != id);
    let is_taken = others.any(|other| name == Some(&other.name) || slug == Some(&other.slug));
    if is_taken { Err(EXISTS) } else { Ok(()) }
}
