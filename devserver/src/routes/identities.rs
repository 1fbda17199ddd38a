//! Machine identities and their log-in by client id and secret.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::jwt::{self, IdentitySubject};
use crate::auth::permissions::{Action, LATER_ROLES, Subject};
use crate::auth::{access, identity_token};
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::random;
use crate::store::identities::{self, ClientSecret, Identity, NewClientSecret, UniversalAuth};
use crate::wire::{self, Reply};

/// Roles in an organisation.
const ORGANIZATION_ROLES: [&str; 3] = ["admin", "member", "no-access"];
/// Thirty days, which later servers take for both times of a token.
const DEFAULT_TTL: i64 = 2_592_000;

const UNKNOWN_IDENTITY: ApiError = ApiError::bad_request("Failed to find identity");

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.trimmed("name");
    let organization_id = body.trimmed("organizationId");
    let role = body.choice("role", &ORGANIZATION_ROLES, Some("no-access"));
    body.finish()?;
    call.app.store.write(|db| {
        let (action, subject) = (Action::Create, Subject::Identity);
        access::organization_admin(call, db, &organization_id, action, subject)?;
        let made = identities::create(db, call.era(), &organization_id, &name, &role)?;
        Ok(Reply::json(json!({ "identity": wire::identities::identity(&made, None) })))
    })
}

/// The identities of an organisation.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let organization_id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization(call, db, organization_id)?;
        let mut listed = Vec::new();
        for identity in identities::of_organization(db, organization_id)? {
            let login = identities::universal_auth_of(db, &identity.id)?;
            listed.push(wire::identities::in_organization(&identity, login.as_ref()));
        }
        page(call, &listed)
    })
}

/// The part of a list of memberships that is asked for; releases of 2024 know no parts.
fn page(call: &Call, all: &[Value]) -> Result<Reply, ApiError> {
    let query = call.query();
    let (offset, limit) = (query.whole("offset", Some(0)), query.whole("limit", Some(100)));
    query.finish()?;
    let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let part: Vec<_> = if call.app.modern {
        all.iter().skip(size(offset)).take(size(limit)).collect()
    } else {
        all.iter().collect()
    };
    Ok(Reply::json(json!({ "totalCount": all.len(), "identityMemberships": part })))
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (identity, login) = managed(call, db, Action::Delete)?;
        identities::delete(db, &identity.id)?;
        let deleted = wire::identities::identity(&identity, login.as_ref());
        Ok(Reply::json(json!({ "identity": deleted })))
    })
}

pub(crate) fn attach_universal_auth(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let ttl = body.whole_opt("accessTokenTTL").unwrap_or(DEFAULT_TTL);
    let max_ttl = body.whole_opt("accessTokenMaxTTL").unwrap_or(DEFAULT_TTL);
    body.finish()?;
    if max_ttl > 0 && ttl > max_ttl {
        return Err(ApiError::bad_request("Access token TTL cannot be greater than max TTL"));
    }
    call.app.store.write(|db| {
        let (identity, login) = managed(call, db, Action::Edit)?;
        if login.is_some() {
            return Err(ApiError::bad_request("Failed to add universal auth to identity"));
        }
        let login = identities::attach_universal_auth(db, call.era(), &identity.id, ttl, max_ttl)?;
        let shown = wire::identities::universal_auth(&login);
        Ok(Reply::json(json!({ "identityUniversalAuth": shown })))
    })
}

pub(crate) fn create_client_secret(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let description = body.text_opt("description").unwrap_or_default();
    let (ttl, max_uses) = (body.whole_or_zero("ttl"), body.whole_or_zero("numUsesLimit"));
    body.finish()?;
    let secret = random::long_hex_secret();
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        let new = NewClientSecret {
            universal_auth_id: &login.id,
            secret_hash: &call.app.keys.hash_secret(&secret),
            description: &description,
            prefix: secret.get(..4).unwrap_or_default(),
            ttl,
            max_uses,
        };
        let stored = identities::add_client_secret(db, call.era(), &new)?;
        let data = wire::identities::client_secret(&stored, &login);
        Ok(Reply::json(json!({ "clientSecret": *secret, "clientSecretData": data })))
    })
}

/// The client secrets that were not revoked. From source.
pub(crate) fn list_client_secrets(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let login = managed_login(call, db, Action::Read)?;
        let secrets = identities::client_secrets(db, &login.id)?;
        let secrets = secrets.iter().filter(|secret| !secret.is_revoked);
        let listed = secrets.map(|secret| wire::identities::client_secret(secret, &login));
        Ok(Reply::json(json!({ "clientSecretData": listed.collect::<Vec<_>>() })))
    })
}

/// Takes a client secret back. From source.
pub(crate) fn revoke_client_secret(call: &Call) -> Result<Reply, ApiError> {
    const UNKNOWN: ApiError = ApiError::bad_request("Failed to find client secret");
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Delete)?;
        let id = call.param("clientSecretId");
        let mut secrets = identities::client_secrets(db, &login.id)?.into_iter();
        let mut secret = secrets.find(|secret| secret.id == id).ok_or(UNKNOWN)?;
        identities::revoke_client_secret(db, &secret.id)?;
        secret.is_revoked = true;
        let data = wire::identities::client_secret(&secret, &login);
        Ok(Reply::json(json!({ "clientSecretData": data })))
    })
}

pub(crate) fn add_to_project(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let role = body.choice("role", &LATER_ROLES, None);
    body.finish()?;
    let (project_id, id) = (call.param("workspaceId"), call.param("identityId"));
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id, Action::Create, Subject::Identity)?;
        let identity = identities::by_id(db, id)?
            .filter(|identity| identity.organization_id == project.organization_id)
            .ok_or(UNKNOWN_IDENTITY)?;
        if identities::membership(db, &project.id, &identity.id)?.is_some() {
            return Err(ApiError::bad_request("Identity already exists in project"));
        }
        let added = identities::add_to_project(db, call.era(), &project.id, &identity.id, &role)?;
        let shown = wire::identities::membership(call.era(), &added);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

/// The identities in a project. From source.
pub(crate) fn list_in_project(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Identity)?;
        let mut listed = Vec::new();
        for (membership, identity) in identities::of_project(db, &project.id)? {
            let login = identities::universal_auth_of(db, &identity.id)?;
            let login = login.as_ref();
            listed.push(wire::identities::in_project(call.era(), &membership, &identity, login));
        }
        page(call, &listed)
    })
}

/// Takes an identity out of a project. From source.
pub(crate) fn remove_from_project(call: &Call) -> Result<Reply, ApiError> {
    let (project_id, id) = (call.param("workspaceId"), call.param("identityId"));
    call.app.store.write(|db| {
        let project = access::role(call, db, project_id, Action::Delete, Subject::Identity)?;
        let membership = identities::membership(db, &project.id, id)?.ok_or(UNKNOWN_IDENTITY)?;
        identities::remove_from_project(db, &membership.id)?;
        let shown = wire::identities::membership(call.era(), &membership);
        Ok(Reply::json(json!({ "identityMembership": shown })))
    })
}

pub(crate) fn log_in(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (client_id, secret) = (body.trimmed("clientId"), body.trimmed("clientSecret"));
    body.finish()?;
    call.app.store.write(|db| {
        let login = identities::by_client_id(db, &client_id)?.ok_or(refused(call))?;
        let known = identities::client_secrets(db, &login.id)?
            .into_iter()
            .find(|known| call.app.keys.secret_matches(&secret, &known.secret_hash))
            .filter(ClientSecret::is_good)
            .ok_or(refused(call))?;
        identities::use_client_secret(db, &known.id)?;
        let token = identities::add_token(db, call.era(), &login)?;
        let text = jwt::issue_to_identity(
            &call.app.keys,
            IdentitySubject {
                identity_id: &login.identity_id,
                client_secret_id: &known.id,
                token_id: &token.id,
                ttl: token.ttl,
            },
        )?;
        Ok(Reply::json(wire::identities::session(&token, &text)))
    })
}

/// Gives a token its time to live anew. June 2024 refuses where that would pass its longest life.
pub(crate) fn renew(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let text = body.trimmed("accessToken");
    body.finish()?;
    let token = identity_token(&call.app, &text)?;
    let longest = token.created_at + token.max_ttl * 1000;
    if call.era() == Era::Jun24 && clock::now() + token.ttl * 1000 > longest {
        return Err(ApiError::Later {
            status: 403,
            error: "UnauthorizedError",
            message: "Failed to renew MI access token past its Max TTL expiration",
        });
    }
    call.app.store.write(|db| {
        identities::renew_token(db, &token.id)?;
        Ok(Reply::json(wire::identities::session(&token, &text)))
    })
}

pub(crate) fn revoke(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let text = body.trimmed("accessToken");
    body.finish()?;
    let token = identity_token(&call.app, &text)?;
    call.app.store.write(|db| {
        identities::revoke_token(db, &token.id)?;
        Ok(Reply::json(json!({ "message": "Successfully revoked access token" })))
    })
}

/// The identity in the path, for one who runs its organisation.
fn managed(
    call: &Call,
    db: &Connection,
    action: Action,
) -> Result<(Identity, Option<UniversalAuth>), ApiError> {
    let identity = identities::by_id(db, call.param("identityId"))?.ok_or(UNKNOWN_IDENTITY)?;
    let organization_id = &identity.organization_id;
    access::organization_admin(call, db, organization_id, action, Subject::Identity)?;
    let login = identities::universal_auth_of(db, &identity.id)?;
    Ok((identity, login))
}

/// As [`managed`], with universal auth.
fn managed_login(call: &Call, db: &Connection, action: Action) -> Result<UniversalAuth, ApiError> {
    let (_, login) = managed(call, db, action)?;
    login.ok_or(ApiError::bad_request("The identity does not have universal auth"))
}

fn refused(call: &Call) -> ApiError {
    let message = match call.era() {
        Era::May23 | Era::Feb24 => "You are not allowed to access this resource",
        Era::Jun24 => "Invalid credentials",
    };
    ApiError::Later { status: 403, error: "UnauthorizedError", message }
}
