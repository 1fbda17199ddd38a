//! Members of a project.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::access::{self, Assignment};
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::store::memberships::{self, Membership};
use crate::store::projects::{self, Project};
use crate::store::users::{self, User};
use crate::store::{organizations, roles};
use crate::wire::{self, Reply, today_projects};

/// Leaving a project has another route.
pub(crate) const OWN_MEMBERSHIP: ApiError =
    ApiError::bad_request("You can't delete your own membership");

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = access::role(call, db, project_id(call), Action::Read, Subject::Member)?;
        let mut listed = Vec::new();
        for membership in memberships::of_project(db, &project.id)? {
            let user = user_of(db, &membership)?;
            listed.push(today_projects::member(&membership, &user));
        }
        Ok(Reply::json(json!({ "memberships": listed })))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (_, membership) = target(call, db, Action::Read)?;
        let user = user_of(db, &membership)?;
        Ok(Reply::json(json!({ "membership": today_projects::member(&membership, &user) })))
    })
}

pub(crate) fn details(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let username = body.name("username").to_lowercase();
    body.finish()?;
    call.app.store.read(|db| {
        let project = access::role(call, db, project_id(call), Action::Read, Subject::Member)?;
        let unknown =
            || ApiError::absent(format!("Project membership not found for user '{username}'"));
        let user = users::by_email(db, &username)?.ok_or_else(unknown)?;
        let membership = memberships::of_user(db, &project.id, &user.id)?.ok_or_else(unknown)?;
        let shown = today_projects::member_details(&membership, &user);
        Ok(Reply::json(json!({ "membership": shown })))
    })
}

/// Adds members by address. An unknown address gets an account; members stay as they are.
pub(crate) fn add(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let mut names = body.texts_opt("emails").unwrap_or_default();
    names.extend(body.texts_opt("usernames").unwrap_or_default());
    let given = body.texts_opt("roleSlugs").unwrap_or_else(|| vec!["member".to_owned()]);
    body.finish()?;
    call.app.store.write(|db| {
        // Who is in the project already is left out before anything else.
        let id = project_id(call);
        access::member_or_token(call, db, id)?;
        let mut new = Vec::new();
        for name in names.iter().map(|name| name.trim().to_lowercase()) {
            let known = match users::by_email(db, &name)? {
                Some(user) => memberships::of_user(db, id, &user.id)?,
                None => None,
            };
            if known.is_none() {
                new.push(name);
            }
        }
        if new.is_empty() {
            return Ok(Reply::json(json!({ "memberships": Vec::<Value>::new() })));
        }
        let project = access::role(call, db, id, Action::Create, Subject::Member)?;
        check_roles(db, &project, &given)?;
        let deed = Assignment { subject: Subject::Member, verb: "create", whom: "user" };
        access::check_assigning(call, db, &project, deed, &given)?;
        let mut added = Vec::new();
        for name in new {
            let user = users::find_or_create(db, call.era(), &name)?;
            let organization = &project.organization_id;
            if organizations::membership_of(db, organization, &user.id)?.is_none() {
                organizations::invite(db, call.era(), organization, &name, Some(&user))?;
            }
            let first = given.first().map_or("member", String::as_str);
            memberships::create(db, call.era(), &project.id, &user.id, first, false)?;
            let membership = memberships::of_user(db, &project.id, &user.id)?;
            let membership = membership.ok_or(ApiError::Internal)?;
            let slugs: Vec<_> = given.iter().map(String::as_str).collect();
            memberships::set_roles(db, call.era(), &membership.id, &slugs)?;
            added.push(wire::memberships::changed(call.era(), &membership));
        }
        Ok(Reply::json(json!({ "memberships": added })))
    })
}

/// Removes members by address.
pub(crate) fn remove_all(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let mut names = body.texts_opt("emails").unwrap_or_default();
    names.extend(body.texts_opt("usernames").unwrap_or_default());
    body.finish()?;
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id(call), Action::Delete, Subject::Member)?;
        let mut removed = Vec::new();
        for name in names.iter().map(|name| name.trim().to_lowercase()) {
            let Some(user) = users::by_email(db, &name)? else { continue };
            if let Some(membership) = memberships::of_user(db, &project.id, &user.id)? {
                memberships::remove(db, &membership)?;
                removed.push(wire::memberships::changed(call.era(), &membership));
            }
        }
        Ok(Reply::json(json!({ "memberships": removed })))
    })
}

pub(crate) fn set_roles(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (given, is_lasting) = given_roles(&body);
    if !is_lasting {
        body.refuse("roles", "At least one long lived role is required");
    }
    body.finish()?;
    call.app.store.write(|db| {
        let (project, membership) = target(call, db, Action::Edit)?;
        check_roles(db, &project, &given)?;
        let deed = Assignment { subject: Subject::Member, verb: "update", whom: "user" };
        access::check_assigning(call, db, &project, deed, &given)?;
        let slugs: Vec<_> = given.iter().map(String::as_str).collect();
        memberships::set_roles(db, call.era(), &membership.id, &slugs)?;
        let membership = memberships::by_id(db, &project.id, &membership.id)?;
        let membership = membership.ok_or(ApiError::Internal)?;
        Ok(Reply::json(json!({ "roles": wire::memberships::roles(&membership) })))
    })
}

/// The roles in a body, and whether one of them is for ever. This server takes no others.
pub(crate) fn given_roles(body: &Form<'_>) -> (Vec<String>, bool) {
    let forms = body.forms("roles");
    let given = forms.iter().map(|role| role.filled("role")).collect();
    let is_lasting = |role: &Form<'_>| !role.flag_opt("isTemporary").unwrap_or_default();
    (given, forms.iter().any(is_lasting))
}

/// Refuses roles that the project does not have.
pub(crate) fn check_roles(
    db: &Connection,
    project: &Project,
    given: &[String],
) -> Result<(), ApiError> {
    const BUILT_IN: [&str; 4] = ["admin", "member", "viewer", "no-access"];
    let mut unknown = Vec::new();
    for slug in given {
        if !BUILT_IN.contains(&slug.as_str()) && roles::by_slug(db, &project.id, slug)?.is_none() {
            unknown.push(slug.as_str());
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    Err(ApiError::absent(format!(
        "Specified roles '{}' was not found in the project with ID '{}'",
        unknown.join(","),
        project.id
    )))
}

pub(crate) fn remove(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (_, membership) = target(call, db, Action::Delete)?;
        if matches!(&call.actor, Actor::User(user) if user.user.id == membership.user_id) {
            return Err(OWN_MEMBERSHIP);
        }
        memberships::remove(db, &membership)?;
        let shown = wire::memberships::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": shown })))
    })
}

/// The caller leaves the project, also as its only administrator or member.
pub(crate) fn leave(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| {
        let id = project_id(call);
        let unknown = || ApiError::absent(format!("Project with ID '{id}' not found"));
        let project = projects::by_id(db, id)?.ok_or_else(unknown)?;
        if project.version == 1 {
            return Err(ApiError::bad_request(
                "Please ask your project administrator to upgrade the project before leaving.",
            ));
        }
        let membership = memberships::of_user(db, id, &user.id)?
            .ok_or(ApiError::bad_request("You are not a member of this project"))?;
        memberships::remove(db, &membership)?;
        let shown = wire::memberships::changed(call.era(), &membership);
        Ok(Reply::json(json!({ "membership": shown })))
    })
}

fn target(call: &Call, db: &Connection, action: Action) -> Result<(Project, Membership), ApiError> {
    let project = access::role(call, db, project_id(call), action, Subject::Member)?;
    let id = call.param("membershipId");
    let unknown = || ApiError::absent(format!("Membership with id {id} not found"));
    let membership = memberships::by_id(db, &project.id, id)?.ok_or_else(unknown)?;
    Ok((project, membership))
}

fn user_of(db: &Connection, membership: &Membership) -> Result<User, ApiError> {
    users::by_id(db, &membership.user_id)?.ok_or(ApiError::UserGone)
}

fn project_id(call: &Call) -> &str {
    match call.param("projectId") {
        "" => call.param("workspaceId"),
        id => id,
    }
}
