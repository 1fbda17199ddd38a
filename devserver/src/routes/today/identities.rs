//! Machine identities of the organization and in projects.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::access::{self, Assignment};
use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::today::invitations::unknown_role;
use crate::routes::today::members::{OWN_MEMBERSHIP, check_roles, given_roles};
use crate::routes::today::organizations::{administered, check_selected, selected};
use crate::store::identities::{self, Identity, Membership};
use crate::store::projects::{self, Project};
use crate::store::{identity_auths, identity_logins, organizations};
use crate::wire::{self, Reply, merged, today_identities as shapes};

const LONGEST_PAGE: i64 = 20_000;

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name("name");
    let organization_id = body.text("organizationId");
    let role = body.text_opt("role").unwrap_or_else(|| "no-access".to_owned());
    let has_delete_protection = body.flag_opt("hasDeleteProtection").unwrap_or_default();
    let metadata = metadata(call, &body).unwrap_or_else(|| json!([]));
    body.finish()?;
    call.app.store.write(|db| {
        managing(call, db, &organization_id, Action::Create, "create")?;
        check_role(&role, &organization_id)?;
        let made = identities::create(db, call.era(), &organization_id, &name, &role)?;
        identities::set_extras(db, &made.id, Some(&metadata), Some(has_delete_protection))?;
        let made = identities::by_id(db, &made.id)?.ok_or(ApiError::Internal)?;
        let more = json!({ "authMethods": [], "metadata": made.metadata });
        Ok(Reply::json(json!({ "identity": merged(shapes::plain(&made), more) })))
    })
}

/// What a request notes of an identity: keys and values, each pair with a new id.
fn metadata(call: &Call, body: &Form<'_>) -> Option<Value> {
    let pairs = body.value("metadata")?.as_array().filter(|pairs| !pairs.is_empty())?.len();
    let forms = body.forms("metadata");
    let noted = forms.iter().take(pairs).map(|pair| {
        json!({
            "id": call.era().new_id(),
            "key": pair.filled("key"),
            "value": pair.text("value"),
        })
    });
    Some(noted.collect())
}

fn check_role(role: &str, organization_id: &str) -> Result<(), ApiError> {
    if ORGANIZATION_ROLES.contains(&role) {
        return Ok(());
    }
    Err(unknown_role(role, organization_id))
}

/// Refuses a caller who may not manage identities. A member may, and can give them no rights: so
/// nothing is left that this server would let a member do.
fn managing(
    call: &Call,
    db: &Connection,
    organization_id: &str,
    action: Action,
    verb: &'static str,
) -> Result<(), ApiError> {
    check_selected(call, organization_id)?;
    let is_member = match &call.actor {
        Actor::Identity(identity) => identity.role == "member",
        _ => organizations::membership_of(db, organization_id, &call.user()?.id)?
            .is_some_and(|place| place.role == "member"),
    };
    if is_member && action != Action::Read {
        return Err(ApiError::Boundary(verb));
    }
    administered(call, db, organization_id, action, Subject::Identity)
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let asked = query.text_opt("orgId").unwrap_or_default();
    query.finish()?;
    let id = if asked.is_empty() { selected(call)?.to_owned() } else { asked };
    listed(
        call,
        &id,
        "identities",
        |_| true,
        |db, one| Ok(shapes::listed(one, &methods(db, &one.id)?)),
    )
}

/// As [`list`], under another name.
pub(crate) fn list_memberships(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId").to_owned();
    listed(
        call,
        &id,
        "identityMemberships",
        |_| true,
        |db, one| Ok(shapes::listed(one, &methods(db, &one.id)?)),
    )
}

/// The identities that belong to the organization and to none of its projects.
pub(crate) fn list_owned(call: &Call) -> Result<Reply, ApiError> {
    let id = selected(call)?.to_owned();
    listed(call, &id, "identities", |_| true, |_, one| Ok(shapes::owned(one)))
}

/// The identities with a name like the one asked for.
pub(crate) fn search(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = body.value("search").and_then(|search| search.get("name")).cloned();
    let whole = |name, default| body.value(name).and_then(Value::as_u64).unwrap_or(default);
    let (limit, offset) = (whole("limit", 50), whole("offset", 0));
    body.finish()?;
    let is_wanted = |name: &str| match &wanted {
        None => true,
        Some(Value::String(exact)) => name == exact,
        Some(conditions) => {
            let text = |key: &str| conditions.get(key).and_then(Value::as_str);
            let (name, lower) = (name, |text: &str| text.to_lowercase());
            text("$eq").is_none_or(|exact| name == exact)
                && text("$contains").is_none_or(|part| lower(name).contains(&lower(part)))
                && conditions
                    .get("$in")
                    .and_then(Value::as_array)
                    .is_none_or(|all| all.iter().any(|one| one.as_str() == Some(name)))
        }
    };
    let organization_id = selected(call)?.to_owned();
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    call.app.store.read(|db| {
        managing(call, db, &organization_id, Action::Read, "read")?;
        let mut all = identities::of_organization(db, &organization_id)?;
        all.retain(|one| is_wanted(&one.name));
        let mut shown = Vec::new();
        for one in all.iter().skip(size(offset)).take(size(limit)) {
            shown.push(shapes::found(one, &methods(db, &one.id)?, &locked(db, &one.id)?));
        }
        Ok(Reply::json(json!({ "identities": shown, "totalCount": all.len() })))
    })
}

fn listed(
    call: &Call,
    organization_id: &str,
    name: &str,
    is_wanted: impl Fn(&Identity) -> bool,
    shown: impl Fn(&Connection, &Identity) -> Result<Value, ApiError>,
) -> Result<Reply, ApiError> {
    let query = call.query();
    let page = query.page(100, 1..=LONGEST_PAGE);
    query.finish()?;
    call.app.store.read(|db| {
        managing(call, db, organization_id, Action::Read, "read")?;
        let mut all = identities::of_organization(db, organization_id)?;
        all.retain(is_wanted);
        let part = page.of(&all).map(|one| shown(db, one)).collect::<Result<Vec<_>, _>>()?;
        Ok(Reply::json(json!({ (name): part, "totalCount": all.len() })))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let found = target(call, db, Action::Read, "read")?;
        let shown = shapes::found(&found, &methods(db, &found.id)?, &locked(db, &found.id)?);
        let more = json!({ "metadata": found.metadata });
        Ok(Reply::json(json!({ "identity": merged(shown, more) })))
    })
}

/// Changes what is given. The answer has only the metadata of the request.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, role) = (body.name_opt("name"), body.text_opt("role"));
    let has_delete_protection = body.flag_opt("hasDeleteProtection");
    let metadata = metadata(call, &body);
    body.finish()?;
    call.app.store.write(|db| {
        let found = target(call, db, Action::Edit, "update")?;
        role.as_deref().map_or(Ok(()), |role| check_role(role, &found.organization_id))?;
        identities::update(db, &found.id, name.as_deref(), role.as_deref())?;
        identities::set_extras(db, &found.id, metadata.as_ref(), has_delete_protection)?;
        let found = identities::by_id(db, &found.id)?.ok_or(ApiError::Internal)?;
        let more = json!({ "metadata": metadata.unwrap_or_else(|| json!([])) });
        Ok(Reply::json(json!({ "identity": merged(shapes::plain(&found), more) })))
    })
}

/// What is said of a protected one is from source.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let found = target(call, db, Action::Delete, "delete")?;
        if found.has_delete_protection {
            return Err(ApiError::bad_request("Identity has delete protection"));
        }
        identities::delete(db, &found.id)?;
        Ok(Reply::json(json!({ "identity": shapes::plain(&found) })))
    })
}

/// The organization of the calling identity.
pub(crate) fn details(call: &Call) -> Result<Reply, ApiError> {
    let Actor::Identity(identity) = &call.actor else { return Err(ApiError::ModeNotAccepted) };
    let id = &identity.organization_id;
    let organization = call.app.store.read(|db| Ok(organizations::by_id(db, id)?))?;
    let organization = organization.ok_or(ApiError::OrganizationUnknown)?;
    Ok(Reply::json(json!({
        "identityDetails": {
            "organization": {
                "id": organization.id,
                "name": organization.name,
                "slug": organization.slug,
            },
        },
    })))
}

/// The identity in the path, for a caller that may do `action` to it.
pub(crate) fn target(
    call: &Call,
    db: &Connection,
    action: Action,
    verb: &'static str,
) -> Result<Identity, ApiError> {
    let id = call.param("identityId");
    let found = identities::by_id(db, id)?.ok_or_else(|| unknown(id))?;
    managing(call, db, &found.organization_id, action, verb)?;
    Ok(found)
}

fn unknown(id: &str) -> ApiError {
    ApiError::absent(format!("Failed to find identity with id {id}"))
}

/// How an identity logs in.
pub(crate) fn methods(db: &Connection, id: &str) -> rusqlite::Result<Vec<&'static str>> {
    let universal = identity_logins::universal_auth_of(db, id)?.map(|_| "universal-auth");
    let token = identity_logins::token_auth_of(db, id)?.map(|_| "token-auth");
    let others = identity_auths::methods_of(db, id)?;
    Ok(universal.into_iter().chain(token).chain(others).collect())
}

/// The ways to log in that are locked.
fn locked(db: &Connection, id: &str) -> rusqlite::Result<Vec<&'static str>> {
    let login = identity_logins::universal_auth_of(db, id)?;
    Ok(login
        .filter(|login| login.lockout.is_locked())
        .map(|_| "universal-auth")
        .into_iter()
        .collect())
}

/// The projects of an identity.
pub(crate) fn projects(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let found = target(call, db, Action::Read, "read")?;
        let methods = methods(db, &found.id)?;
        let mut listed = Vec::new();
        for membership in identities::projects_of(db, &found.id)? {
            let role = identities::role_of(db, &membership)?;
            let project = projects::by_id(db, &membership.project_id)?;
            let project = project.ok_or(ApiError::Internal)?;
            listed.push(shapes::project_of(&membership, &role, &found, &methods, &project));
        }
        Ok(Reply::json(json!({ "identityMemberships": listed })))
    })
}

pub(crate) fn list_in_project(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let page = query.page(100, 1..=LONGEST_PAGE);
    query.finish()?;
    call.app.store.read(|db| {
        let project = access::role(call, db, project_id(call), Action::Read, Subject::Identity)?;
        let mut all = identities::of_project(db, &project.id)?;
        if !is_older(call) {
            // The last one first.
            all.reverse();
        }
        let mut part = Vec::new();
        for (membership, identity) in page.of(&all) {
            let role = identities::role_of(db, membership)?;
            let methods = methods(db, &identity.id)?;
            part.push(if is_older(call) {
                shapes::older_in_project(membership, &role, identity, &methods, &project)
            } else {
                let locked = locked(db, &identity.id)?;
                shapes::in_project(membership, &role, identity, &methods, &locked)
            });
        }
        Ok(Reply::json(json!({ "identityMemberships": part, "totalCount": all.len() })))
    })
}

pub(crate) fn get_in_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (project, membership) = placed(call, db, Action::Read)?;
        let identity = identities::by_id(db, &membership.identity_id)?.ok_or(ApiError::Internal)?;
        let role = identities::role_of(db, &membership)?;
        let methods = methods(db, &identity.id)?;
        let shown = if is_older(call) {
            shapes::older_in_project(&membership, &role, &identity, &methods, &project)
        } else {
            shapes::alone_in_project(&membership, &role, &identity, &methods)
        };
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

pub(crate) fn add_to_project(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    // Of several roles this server keeps the first.
    let role = match body.text_opt("role") {
        Some(role) => role,
        None if body.value("roles").is_some() => {
            given_roles(&body).0.into_iter().next().unwrap_or_default()
        }
        None => "no-access".to_owned(),
    };
    body.finish()?;
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id(call), Action::Create, Subject::Identity)?;
        let id = call.param("identityId");
        let identity = identities::by_id(db, id)?;
        let identity = identity
            .filter(|identity| identity.organization_id == project.organization_id)
            .ok_or_else(|| ApiError::Told {
                status: 400,
                error: "BadRequest",
                message: format!("Identity {id} is missing organization membership"),
            })?;
        if identities::membership(db, &project.id, &identity.id)?.is_some() {
            return Err(ApiError::bad_request("Identity is already a member"));
        }
        let given = std::slice::from_ref(&role);
        check_roles(db, &project, given)?;
        let deed = Assignment { subject: Subject::Identity, verb: "create", whom: "identity" };
        access::check_assigning(call, db, &project, deed, given)?;
        let added = identities::add_to_project(db, call.era(), &project.id, &identity.id, &role)?;
        let shown = wire::identities::membership(call.era(), &added);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

pub(crate) fn set_role(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (given, is_lasting) = given_roles(&body);
    body.finish()?;
    if !is_lasting {
        return Err(ApiError::bad_request("Identity must have at least one permanent role"));
    }
    let role = given.first().cloned().unwrap_or_default();
    call.app.store.write(|db| {
        let (project, membership) = placed(call, db, Action::Edit)?;
        check_roles(db, &project, &given)?;
        let deed = Assignment { subject: Subject::Identity, verb: "update", whom: "identity" };
        access::check_assigning(call, db, &project, deed, &given)?;
        identities::set_role(db, &membership.id, &role)?;
        let membership = identities::membership(db, &project.id, &membership.identity_id)?;
        let membership = membership.ok_or(ApiError::Internal)?;
        Ok(Reply::json(if is_older(call) {
            let role = identities::role_of(db, &membership)?;
            json!({ "roles": [wire::roles::given(&membership.id, &role)] })
        } else {
            json!({ "identityMembership": wire::identities::membership(call.era(), &membership) })
        }))
    })
}

pub(crate) fn remove_from_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (_, membership) = placed(call, db, Action::Delete)?;
        if matches!(&call.actor, Actor::Identity(own) if own.id == membership.identity_id) {
            return Err(OWN_MEMBERSHIP);
        }
        identities::remove_from_project(db, &membership.id)?;
        let shown = wire::identities::membership(call.era(), &membership);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

/// The place in a project of the identity in the path.
fn placed(call: &Call, db: &Connection, action: Action) -> Result<(Project, Membership), ApiError> {
    const UNKNOWN: ApiError = ApiError::not_found("Identity membership not found");
    let project = access::role(call, db, project_id(call), action, Subject::Identity)?;
    let id = call.param("identityId");
    let membership = identities::membership(db, &project.id, id)?.ok_or(UNKNOWN)?;
    Ok((project, membership))
}

/// Whether the route is one of those kept for old clients.
fn is_older(call: &Call) -> bool {
    call.route().starts_with("/api/v2/workspace/")
}

fn project_id(call: &Call) -> &str {
    match call.param("projectId") {
        "" => call.param("workspaceId"),
        id => id,
    }
}
