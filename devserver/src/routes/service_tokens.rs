//! Service tokens of a project.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::access::{self, Place};
use crate::auth::patterns;
use crate::auth::permissions::{Action, Subject};
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::random;
use crate::routes::api_keys::expiry;
use crate::store::projects::Project;
use crate::store::service_tokens::{self, Scope, ServiceToken};
use crate::store::users;
use crate::wire::{self, Reply};

/// The token itself, with the project key sealed for it.
pub(crate) fn own(call: &Call) -> Result<Reply, ApiError> {
    let Actor::Token(token) = &call.actor else {
        return Err(ApiError::ModeNotAccepted);
    };
    call.app.store.read(|db| {
        let owner = users::by_id(db, &token.user_id)?.ok_or(ApiError::UserGone)?;
        Ok(Reply::json(wire::tokens::own(call.era(), token, &owner)))
    })
}

/// Creates a token. Only this answer has its secret; its key is never sent to the server.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let id = call.body().text_opt("workspaceId").unwrap_or_default();
    create_checked(call, |call, db| {
        access::role(call, db, &id, Action::Create, Subject::ServiceTokens)
    })
}

/// As [`create`], with `permitted` to check the permission.
pub(crate) fn create_checked(
    call: &Call,
    permitted: impl FnOnce(&Call, &Connection) -> Result<Project, ApiError>,
) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.trimmed("name");
    let project_id = body.trimmed("workspaceId");
    let scopes = scopes(call.era(), &body);
    let (encrypted_key, iv, tag) =
        (body.trimmed("encryptedKey"), body.trimmed("iv"), body.trimmed("tag"));
    let expires_in = body.seconds("expiresIn", call.era() != Era::May23);
    let permissions = body.choices("permissions", &["read", "write"]);
    body.finish()?;

    let (secret, now) = (random::hex_secret(), clock::now());
    let token = ServiceToken {
        id: call.era().new_id(),
        project_id,
        user_id: call.user()?.id.clone(),
        name,
        scopes,
        permissions,
        secret_hash: call.app.keys.hash_secret(&secret),
        encrypted_key,
        iv,
        tag,
        last_used: (call.era() == Era::May23).then_some(now),
        expires_at: expiry(now, expires_in),
        created_at: now,
        updated_at: now,
    };
    call.app.store.write(|db| {
        let project = permitted(call, db)?;
        let mut scopes = token.scopes.iter();
        if call.era() == Era::May23 {
            scopes.try_for_each(|scope| check_own(call, db, &token, scope))?;
        } else if scopes.any(|scope| project.environment(&scope.environment).is_none()) {
            return Err(if call.era().is_modern() {
                ApiError::not_found("One or more selected environments not found")
            } else {
                ApiError::bad_request("Invalid environment")
            });
        }
        Ok(service_tokens::insert(db, &token)?)
    })?;
    Ok(Reply::json(json!({
        "serviceToken": format!("st.{}.{}", token.id, *secret),
        "serviceTokenData": wire::tokens::service_token(call.era(), &token),
    })))
}

/// Rejects a token if a member of a May 2023 project may not write in its environment, or may not
/// read there.
fn check_own(
    call: &Call,
    db: &Connection,
    token: &ServiceToken,
    scope: &Scope,
) -> Result<(), ApiError> {
    let place = Place { environment: &scope.environment, path: &scope.secret_path };
    access::secrets(call, db, &token.project_id, Action::Create, place)?;
    if token.permissions.iter().any(|permission| permission == "read") {
        access::secrets(call, db, &token.project_id, Action::Read, place)?;
    }
    Ok(())
}

/// The scope of a new token: one environment in May 2023, several with path globs later.
fn scopes(era: Era, body: &Form<'_>) -> Vec<Scope> {
    if era == Era::May23 {
        let environment = body.trimmed("environment");
        return vec![Scope { secret_path: "/".to_owned(), environment }];
    }
    let scopes = body.forms("scopes");
    let scopes = scopes.iter().map(|scope| {
        let environment = scope.trimmed("environment");
        let given = scope.trimmed("secretPath");
        let path = given.trim_end_matches('/');
        if !patterns::is_within_limits(path) {
            scope.refuse("secretPath", patterns::TOO_COMPLEX);
        }
        let secret_path = if path.is_empty() { "/" } else { path }.to_owned();
        Scope { secret_path, environment }
    });
    scopes.collect()
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::ServiceTokens)?;
        let tokens = service_tokens::of_project(db, call.era(), &project.id)?;
        let listed = tokens.iter().map(|token| wire::tokens::listed(call.era(), token));
        Ok(Reply::json(json!({ "serviceTokenData": listed.collect::<Vec<_>>() })))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let token = service_tokens::by_id(db, call.param("serviceTokenId"))?
            .ok_or(ApiError::TokenRecordUnknown)?;
        access::role(call, db, &token.project_id, Action::Delete, Subject::ServiceTokens)?;
        service_tokens::delete(db, &token.id)?;
        let token = wire::tokens::deleted(call.era(), &token);
        Ok(Reply::json(json!({ "serviceTokenData": token })))
    })
}
