//! Machine identities, their access tokens, and the projects they are in. How they log in has files
//! of its own.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::jwt::{self, IdentityClaims, IdentitySubject};
use crate::auth::permissions::{Action, ORGANIZATION_ROLES, Subject};
use crate::auth::{access, identity_claims, live_token, usable_token};
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::roles as role_routes;
use crate::routes::today::organizations;
use crate::store::identities::{self, Identity};
use crate::store::{identity_logins, identity_tokens, projects};
use crate::wire::{self, Reply};

/// The longest page of today's servers.
const LONGEST_PAGE: i64 = 20_000;

const MORE_PRIVILEGED: ApiError =
    ApiError::bad_request("Failed to create a more privileged identity");

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name("name");
    let organization_id = body.trimmed("organizationId");
    let role = organization_role(call, &body);
    body.finish()?;
    call.app.store.write(|db| {
        manager(call, db, &organization_id, Action::Create)?.check_giving(&role)?;
        let made = identities::create(db, call.era(), &organization_id, &name, &role)?;
        Ok(Reply::json(json!({ "identity": wire::identities::identity(&made, None) })))
    })
}

/// The role in the organization. Releases of 2024 check later whether it exists.
fn organization_role(call: &Call, body: &Form<'_>) -> String {
    match body.value("role") {
        None => "no-access".to_owned(),
        Some(_) if call.era().is_modern() => body.choice("role", &ORGANIZATION_ROLES, None),
        Some(_) => body.name("role"),
    }
}

/// The identities of an organisation.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let organization_id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization(call, db, organization_id)?;
        let mut listed = Vec::new();
        for identity in identities::of_organization(db, organization_id)? {
            let method = identity_logins::method_of(db, &identity.id)?;
            listed.push(wire::identities::in_organization(&identity, method));
        }
        page(call, &listed)
    })
}

/// The requested page of a list of memberships. Releases of 2024 have no pages and no counts.
fn page(call: &Call, all: &[Value]) -> Result<Reply, ApiError> {
    if !call.era().is_modern() {
        return Ok(Reply::json(json!({ "identityMemberships": all })));
    }
    let query = call.query();
    let page = query.page(100, 1..=LONGEST_PAGE);
    query.finish()?;
    let part: Vec<_> = page.of(all).collect();
    Ok(Reply::json(json!({ "totalCount": all.len(), "identityMemberships": part })))
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let identity = named(call, db, Action::Delete)?;
        let reply = shown(db, &identity)?;
        identities::delete(db, &identity.id)?;
        Ok(reply)
    })
}

/// One identity, with its role in the organisation. Later than June 2024; from source.
pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let identity = named(call, db, Action::Read)?;
        let method = identity_logins::method_of(db, &identity.id)?;
        let shown = wire::identities::in_organization(&identity, method);
        Ok(Reply::json(json!({ "identity": shown })))
    })
}

/// Changes the name or role of an identity.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.name_opt("name");
    let role = body.value("role").map(|_| organization_role(call, &body));
    body.finish()?;
    call.app.store.write(|db| {
        let identity = named(call, db, Action::Edit)?;
        let manager = manager(call, db, &identity.organization_id, Action::Edit)?;
        role.as_deref().map_or(Ok(()), |role| manager.check_giving(role))?;
        let updated = identities::update(db, &identity.id, name.as_deref(), role.as_deref())?;
        shown(db, &updated)
    })
}

/// The projects an identity is in. Later than June 2024; from source.
pub(crate) fn projects(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let identity = named(call, db, Action::Read)?;
        let method = identity_logins::method_of(db, &identity.id)?;
        let mut listed = Vec::new();
        for membership in identities::projects_of(db, &identity.id)? {
            let role = identities::role_of(db, &membership)?;
            let era = call.era();
            let shown = wire::identities::in_project(era, &membership, &role, &identity, method);
            let project = projects::by_id(db, &membership.project_id)?;
            let project = wire::identities::project(&project.ok_or(ApiError::Internal)?);
            listed.push(wire::merged(shown, project));
        }
        Ok(Reply::json(json!({ "identityMemberships": listed })))
    })
}

pub(crate) fn add_to_project(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let role = role_routes::given_to_identity(call, &body);
    body.finish()?;
    let (project_id, id) = (call.param("workspaceId"), call.param("identityId"));
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id, Action::Create, Subject::Identity)?;
        let identity = identities::by_id(db, id)?
            .filter(|identity| identity.organization_id == project.organization_id)
            .ok_or_else(|| unknown(id))?;
        if identities::membership(db, &project.id, &identity.id)?.is_some() {
            return Err(already_in(call, id, project_id));
        }
        role_routes::check(call, db, &project.id, &role)?;
        let added = identities::add_to_project(db, call.era(), &project.id, &identity.id, &role)?;
        let shown = wire::identities::membership(call.era(), &added);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

/// The identities in a project.
pub(crate) fn list_in_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Identity)?;
        let mut listed = Vec::new();
        for (membership, identity) in identities::of_project(db, &project.id)? {
            let method = identity_logins::method_of(db, &identity.id)?;
            let role = identities::role_of(db, &membership)?;
            let era = call.era();
            let shown = wire::identities::in_project(era, &membership, &role, &identity, method);
            listed.push(shown);
        }
        page(call, &listed)
    })
}

/// Changes the role (roles since June 2024) of an identity in a project.
pub(crate) fn set_role(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let role = if call.era() == Era::Feb24 {
        role_routes::given_to_identity(call, &body)
    } else {
        // Of several the first is kept.
        let roles = body.forms("roles");
        roles.first().map(role_routes::given).unwrap_or_default()
    };
    body.finish()?;
    let (project_id, id) = (call.param("workspaceId"), call.param("identityId"));
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id, Action::Edit, Subject::Identity)?;
        let membership = identities::membership(db, &project.id, id)?
            .ok_or_else(|| not_in(call, id, project_id))?;
        role_routes::check(call, db, &project.id, &role).map_err(|error| {
            match (error, call.era()) {
                (ApiError::MorePrivileged, Era::Feb24) => MORE_PRIVILEGED,
                (error, _) => error,
            }
        })?;
        identities::set_role(db, &membership.id, &role)?;
        let membership = identities::membership(db, &project.id, id)?.ok_or(ApiError::Internal)?;
        Ok(Reply::json(if call.era() == Era::Feb24 {
            let shown = wire::identities::membership(call.era(), &membership);
            json!({ "identityMembership": shown })
        } else {
            let role = identities::role_of(db, &membership)?;
            json!({ "roles": [wire::roles::given(&membership.id, &role)] })
        }))
    })
}

/// Removes an identity from a project.
pub(crate) fn remove_from_project(call: &Call) -> Result<Reply, ApiError> {
    let (project_id, id) = (call.param("workspaceId"), call.param("identityId"));
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id, Action::Delete, Subject::Identity)?;
        let membership = identities::membership(db, &project.id, id)?.ok_or_else(|| unknown(id))?;
        identities::remove_from_project(db, &membership.id)?;
        let shown = wire::identities::membership(call.era(), &membership);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

/// Renews the lifetime of a token. June 2024 rejects this beyond its maximum lifetime.
pub(crate) fn renew(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let text = body.trimmed("accessToken");
    body.finish()?;
    let claims = identity_claims(&call.app, &text)?;
    call.app.store.write(|db| {
        if call.era().is_modern() {
            return renew_today(call, db, &claims);
        }
        let token = usable_token(db, &claims)?;
        let longest = token.created_at + token.max_ttl * 1000;
        if call.era() >= Era::Jun24 && clock::now() + token.ttl * 1000 > longest {
            return Err(ApiError::Later {
                status: 403,
                error: "UnauthorizedError",
                message: "Failed to renew MI access token past its Max TTL expiration",
            });
        }
        identity_tokens::renew(db, &token.id)?;
        Ok(Reply::json(wire::identities::session(&token, &text)))
    })
}

/// July 2026 gives out another token, for what is left of the longest time; the old one serves on.
fn renew_today(call: &Call, db: &Connection, claims: &IdentityClaims) -> Result<Reply, ApiError> {
    let refused = |message| ApiError::Later { status: 401, error: "UnauthorizedError", message };
    let token = usable_token(db, claims).map_err(|error| match error {
        ApiError::TokenUsedUp => refused("Cannot renew: token usage limit reached"),
        _ => refused("Cannot renew: token has been revoked"),
    })?;
    let identity = identities::by_id(db, &token.identity_id)?.ok_or(UNKNOWN_IDENTITY)?;
    identity_tokens::renew(db, &token.id)?;
    let left = token.created_at / 1000 + token.max_ttl - clock::now() / 1000;
    let ttl = token.ttl.min(left);
    let subject = IdentitySubject {
        identity: &identity,
        client_secret_id: claims.client_secret_id(),
        token: &token,
        ttl,
    };
    let text = jwt::issue_to_identity(&call.app, subject)?;
    let answer = wire::identities::session(&token, &text);
    Ok(Reply::json(wire::merged(answer, json!({ "expiresIn": ttl }))))
}

/// Revokes a token, even if it has no remaining uses.
pub(crate) fn revoke(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let text = body.trimmed("accessToken");
    body.finish()?;
    let claims = identity_claims(&call.app, &text)?;
    call.app.store.write(|db| {
        let token = live_token(db, &claims)?;
        identity_tokens::delete(db, &token.id)?;
        Ok(Reply::json(json!({ "message": "Successfully revoked access token" })))
    })
}

/// Checks that the caller may manage the identities of an organization: in 2024 any member, later
/// its administrators.
struct Manager {
    role: String,
}

fn manager(
    call: &Call,
    db: &Connection,
    organization_id: &str,
    action: Action,
) -> Result<Manager, ApiError> {
    let membership = access::organization(call, db, organization_id)?;
    let is_member = membership.is_accepted() && membership.role == "member";
    if call.era().is_modern() || !is_member {
        access::organization_admin(call, db, organization_id, action, Subject::Identity)?;
    }
    Ok(Manager { role: membership.role })
}

impl Manager {
    /// Rejects a role that does not exist, or that has more permissions than the caller.
    fn check_giving(&self, role: &str) -> Result<(), ApiError> {
        if !ORGANIZATION_ROLES.contains(&role) {
            return Err(ApiError::RoleUnknown);
        }
        if self.role != "admin" && role == "admin" {
            return Err(MORE_PRIVILEGED);
        }
        Ok(())
    }

    /// Rejects managing an identity with more permissions than the caller. Known from source.
    fn check_managing(&self, identity: &Identity) -> Result<(), ApiError> {
        if self.role != "admin" && identity.role == "admin" {
            return Err(ApiError::exception("Failed to manage a more privileged identity"));
        }
        Ok(())
    }
}

/// The error of log-in routes for an identity that does not exist.
const UNKNOWN_IDENTITY: ApiError = ApiError::bad_request("Failed to find identity");

/// The error of identity routes for an identity that does not exist.
fn unknown(id: &str) -> ApiError {
    ApiError::BadRequest(format!("Failed to find identity with id {id}"))
}

fn already_in(call: &Call, id: &str, project_id: &str) -> ApiError {
    let word = if call.era().is_modern() { "ID" } else { "id" };
    ApiError::BadRequest(format!(
        "Identity with {word} {id} already exists in project with {word} {project_id}"
    ))
}

fn not_in(call: &Call, id: &str, project_id: &str) -> ApiError {
    if call.era().is_modern() {
        return ApiError::not_found("Identity doesn't exists in project");
    }
    ApiError::BadRequest(format!(
        "Identity with id {id} doesn't exists in project with id {project_id}"
    ))
}

/// The identity of that id, for a caller that may manage it.
pub(super) fn managed_by_id(
    call: &Call,
    db: &Connection,
    id: &str,
    action: Action,
) -> Result<Identity, ApiError> {
    let identity = identities::by_id(db, id)?.ok_or(UNKNOWN_IDENTITY)?;
    if call.era().is_modern() {
        let subject = Subject::Identity;
        organizations::administered(call, db, &identity.organization_id, action, subject)?;
        return Ok(identity);
    }
    manager(call, db, &identity.organization_id, action)?.check_managing(&identity)?;
    Ok(identity)
}

/// The identity in the path, for a caller that may manage it.
pub(in crate::routes) fn managed(
    call: &Call,
    db: &Connection,
    action: Action,
) -> Result<Identity, ApiError> {
    managed_by_id(call, db, call.param("identityId"), action)
}

/// As [`managed`], for the routes about identities.
fn named(call: &Call, db: &Connection, action: Action) -> Result<Identity, ApiError> {
    let id = call.param("identityId");
    if identities::by_id(db, id)?.is_none() {
        return Err(unknown(id));
    }
    managed_by_id(call, db, id, action)
}

fn shown(db: &Connection, identity: &Identity) -> Result<Reply, ApiError> {
    let method = identity_logins::method_of(db, &identity.id)?;
    Ok(Reply::json(json!({ "identity": wire::identities::identity(identity, method) })))
}
