//! Access tokens that users make for machine identities. Later than June 2024; from source.

use rusqlite::Connection;
use serde_json::json;

use super::identities::{managed, managed_by_id};
use super::universal_auth::WantedRules;
use crate::auth::jwt::{self, IdentitySubject};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::identities;
use crate::store::identity_logins::{self, TokenAuth};
use crate::store::identity_tokens::{self, Method, Token};
use crate::wire::{self, Reply};

/// The longest part of a list, and where the last part begins at most.
const LONGEST_PAGE: i64 = 100;

const NO_TOKEN_AUTH: ApiError = ApiError::bad_request("The identity does not have Token Auth");

pub(crate) fn attach(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = WantedRules::read(&body);
    wanted.check_times(call, &body);
    body.finish()?;
    wanted.check_licence(call)?;
    let rules = wanted.of_new()?;
    call.app.store.write(|db| {
        let identity = managed(call, db, Action::Create)?;
        if identity_logins::token_auth_of(db, &identity.id)?.is_some() {
            return Err(ApiError::bad_request(
                "Failed to add Token Auth to already configured identity",
            ));
        }
        let era = call.era();
        Ok(shown(&identity_logins::attach_token_auth(db, era, &identity.id, &rules)?))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let identity = managed(call, db, Action::Read)?;
        let login = identity_logins::token_auth_of(db, &identity.id)?;
        let message = "Token Auth configuration not found for identity";
        Ok(shown(&login.ok_or(ApiError::not_found(message))?))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let wanted = WantedRules::read(&body);
    wanted.check_times(call, &body);
    body.finish()?;
    wanted.check_licence(call)?;
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        let rules = wanted.in_place_of(&login.tokens)?;
        Ok(shown(&identity_logins::update_token_auth(db, &login.id, &rules)?))
    })
}

pub(crate) fn detach(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        identity_logins::detach_token_auth(db, &login.id)?;
        identity_tokens::delete_all(db, &login.identity_id, Method::TokenAuth)?;
        Ok(shown(&login))
    })
}

pub(crate) fn create_token(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.text_opt("name");
    body.finish()?;
    call.app.store.write(|db| {
        let login = managed_login(call, db, Action::Edit)?;
        let (id, method, rules) = (&login.identity_id, Method::TokenAuth, &login.tokens);
        let token = identity_tokens::add(db, call.era(), id, method, rules, name.as_deref())?;
        let identity = identities::by_id(db, id)?.ok_or(ApiError::Internal)?;
        let text = jwt::issue_to_identity(
            &call.app,
            IdentitySubject {
                identity: &identity,
                client_secret_id: None,
                token: &token,
                ttl: token.ttl,
            },
        )?;
        let data = json!({ "tokenData": wire::today_identities::token(&token) });
        Ok(Reply::json(wire::merged(wire::identities::session(&token, &text), data)))
    })
}

/// Those that were revoked too.
pub(crate) fn list_tokens(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let page = query.page(20, 1..=LONGEST_PAGE);
    query.finish()?;
    if i64::try_from(page.offset).is_ok_and(|offset| offset > LONGEST_PAGE) {
        return Err(ApiError::issue("offset", "Number must be from 0 to 100"));
    }
    call.app.store.read(|db| {
        let login = managed_login(call, db, Action::Read)?;
        let tokens = identity_tokens::made_for(db, &login.identity_id)?;
        let listed: Vec<_> = page.of(&tokens).map(wire::today_identities::token).collect();
        Ok(Reply::json(json!({ "tokens": listed })))
    })
}

pub(crate) fn rename_token(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.text_opt("name");
    body.finish()?;
    call.app.store.write(|db| {
        let token = made_token(call, db)?;
        if let Some(name) = &name {
            identity_tokens::rename(db, &token.id, name)?;
        }
        let token = made_token(call, db)?;
        Ok(Reply::json(json!({ "token": wire::today_identities::token(&token) })))
    })
}

pub(crate) fn revoke_token(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let token = made_token(call, db)?;
        if token.is_revoked {
            return Err(UNKNOWN_TOKEN);
        }
        identity_tokens::revoke(db, &token.id)?;
        Ok(Reply::json(json!({ "message": "Successfully revoked access token" })))
    })
}

const UNKNOWN_TOKEN: ApiError = ApiError::not_found("Token not found");

/// The token in the path, for one who runs the organisation of its identity.
fn made_token(call: &Call, db: &Connection) -> Result<Token, ApiError> {
    let token = identity_tokens::by_id(db, call.param("tokenId"))?
        .filter(|token| token.method == Method::TokenAuth)
        .ok_or(UNKNOWN_TOKEN)?;
    managed_by_id(call, db, &token.identity_id, Action::Edit)?;
    Ok(token)
}

/// The token auth of the identity in the path, for one who runs its organisation.
fn managed_login(call: &Call, db: &Connection, action: Action) -> Result<TokenAuth, ApiError> {
    let identity = managed(call, db, action)?;
    identity_logins::token_auth_of(db, &identity.id)?.ok_or(NO_TOKEN_AUTH)
}

fn shown(login: &TokenAuth) -> Reply {
    Reply::json(json!({ "identityTokenAuth": wire::today_identities::token_auth(login) }))
}
