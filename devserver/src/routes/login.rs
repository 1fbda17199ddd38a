//! Logging in (SRP), refreshing, choosing an organisation, logging out.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::jwt::{self, Kind, Subject};
use crate::auth::logins::Family;
use crate::auth::srp::{self, SrpError};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::mfa;
use crate::store::users::{self, User};
use crate::store::{organizations, sessions};
use crate::wire::{self, Reply};

/// An access token and the refresh token that goes into the cookie.
pub(crate) struct Tokens {
    pub(crate) access: String,
    pub(crate) refresh: String,
}

pub(crate) fn begin_v3(call: &Call) -> Result<Reply, ApiError> {
    begin(call, Family::V3)
}

/// May 2023's v1 and v2.
pub(crate) fn begin_older(call: &Call) -> Result<Reply, ApiError> {
    begin(call, Family::Older)
}

pub(crate) fn prove_v3(call: &Call) -> Result<Reply, ApiError> {
    prove(call, Family::V3, true)
}

/// May 2023's v2: as v3, over its own pending logins.
pub(crate) fn prove_v2(call: &Call) -> Result<Reply, ApiError> {
    prove(call, Family::Older, true)
}

/// May 2023's v1: the short answer, and no user agent needed.
pub(crate) fn prove_v1(call: &Call) -> Result<Reply, ApiError> {
    prove(call, Family::Older, false)
}

fn begin(call: &Call, family: Family) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, client_public) = (body.trimmed("email"), body.trimmed("clientPublicKey"));
    body.finish()?;
    let user = complete_user(call, &email)?;
    let (Some(salt), Some(verifier)) = (&user.keys.salt, &user.keys.verifier) else {
        return Err(ApiError::LoginUnknownUser);
    };
    let handshake = srp::begin(verifier, &client_public).map_err(|_| ApiError::Refused {
        may23: "Failed to start authentication process",
        later: "Failed to start authentication process",
    })?;
    let answer = json!({ "serverPublicKey": handshake.server_public_hex(), "salt": salt });
    call.app.logins.put(family, &user.id, handshake);
    Ok(Reply::json(answer))
}

fn prove(call: &Call, family: Family, full: bool) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, proof) = (body.trimmed("email"), body.trimmed("clientProof"));
    body.finish()?;
    let user_agent = match &call.user_agent {
        Some(agent) => agent.clone(),
        None if full => return Err(ApiError::UserAgentMissing),
        None => String::new(),
    };
    let user = complete_user(call, &email).map_err(|error| match call.era() {
        Era::May23 => ApiError::LoginRefused,
        Era::Feb24 | Era::Jun24 | Era::Modern => error,
    })?;
    check_proof(call, family, &user, &proof)?;
    call.app.store.write(|db| {
        if !full {
            let tokens = tokens(call, db, &user, &user_agent, None)?;
            return Ok(Reply::json(brief(&user, &tokens)).with_refresh_cookie(&tokens.refresh));
        }
        if user.is_mfa_enabled {
            return mfa::demand(call, db, &user);
        }
        complete(call, db, &user, &user_agent, true)
    })
}

/// The session, and what unlocks the private key; `mfaEnabled` only without a second factor.
pub(crate) fn complete(
    call: &Call,
    db: &Connection,
    user: &User,
    user_agent: &str,
    password_only: bool,
) -> Result<Reply, ApiError> {
    users::add_device(db, call.era(), &user.id, &call.address, user_agent)?;
    let tokens = tokens(call, db, user, user_agent, None)?;
    let mut answer = wire::users::unlocking(user);
    if let Value::Object(fields) = &mut answer {
        if password_only {
            fields.insert("mfaEnabled".to_owned(), false.into());
        }
        fields.insert("token".to_owned(), tokens.access.clone().into());
    }
    Ok(Reply::json(answer).with_refresh_cookie(&tokens.refresh))
}

/// The answer of May 2023's v1.
fn brief(user: &User, tokens: &Tokens) -> Value {
    let mut answer = wire::users::unlocking(user);
    if let Value::Object(fields) = &mut answer {
        fields.retain(|name, _| !name.starts_with("protected") && name != "encryptionVersion");
        fields.insert("token".to_owned(), tokens.access.clone().into());
    }
    answer
}

/// Checks the proof against the pending login and ends that: always in May 2023, on success later.
fn check_proof(call: &Call, family: Family, user: &User, proof: &str) -> Result<(), ApiError> {
    let logins = &call.app.logins;
    let handshake = logins.get(family, &user.id).ok_or(ApiError::LoginRefused)?;
    if call.era() == Era::May23 {
        logins.remove(family, &user.id);
    }
    let verifier = user.keys.verifier.as_deref().ok_or(ApiError::LoginRefused)?;
    match handshake.verify(verifier, proof) {
        Ok(()) => {
            logins.remove(family, &user.id);
            Ok(())
        }
        Err(SrpError::ZeroKey) => Err(ApiError::LoginBadKey),
        Err(_) => Err(ApiError::LoginRefused),
    }
}

/// A new access token for the refresh cookie.
pub(crate) fn refresh(call: &Call) -> Result<Reply, ApiError> {
    let stale = |message| match call.era() {
        Era::May23 => ApiError::Message(400, "Invalid request"),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            ApiError::Later { status: 403, error: "Auth token route", message }
        }
    };
    let cookie = call.refresh_cookie.as_deref().filter(|cookie| !cookie.is_empty());
    let Some(cookie) = cookie else {
        return Err(match call.era() {
            Era::May23 => ApiError::Message(400, "Invalid request"),
            Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::Later {
                status: 400,
                error: "Auth token route",
                message: "Failed to find refresh token",
            },
        });
    };
    let claims: jwt::Claims = jwt::read(&call.app.keys, Kind::Refresh, cookie)
        .map_err(|error| if call.era() == Era::May23 { stale("Invalid request") } else { error })?;
    call.app.store.read(|db| {
        let user = users::by_id(db, &claims.user_id)?.ok_or_else(|| stale("User not found"))?;
        let session = match call.era() {
            Era::May23 => None,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                let id = claims.token_version_id.as_deref().unwrap_or_default();
                let session = sessions::find(db, &user.id, id)?
                    .filter(|session| Some(session.refresh_version) == claims.refresh_version);
                Some(session.ok_or_else(|| stale("Invalid token"))?)
            }
        };
        let subject = Subject {
            user_id: &user.id,
            session: session.as_ref(),
            organization_id: claims.organization_id.as_deref(),
            is_mfa_verified: false,
        };
        let token = jwt::issue(&call.app, Kind::Access, subject)?;
        Ok(Reply::json(json!({ "token": token })))
    })
}

pub(crate) fn check(_: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "message": "Authenticated" })))
}

/// Clears the cookie; later eras also end the session, so that its tokens become stale.
pub(crate) fn logout(call: &Call) -> Result<Reply, ApiError> {
    if let Actor::User(actor) = &call.actor
        && let Some(session_id) = &actor.session_id
    {
        call.app.store.write(|db| Ok(sessions::end(db, session_id)?))?;
    }
    let message = match call.era() {
        Era::May23 => "Successfully logged out.",
        Era::Feb24 | Era::Jun24 | Era::Modern => "Successfully logged out",
    };
    Ok(Reply::json(json!({ "message": message })).with_refresh_cookie(""))
}

/// June 2024: tokens for one organisation; those issued before for the session become stale.
pub(crate) fn select_organization(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let organization_id = body.trimmed("organizationId");
    body.finish()?;
    let user = call.user()?;
    let user_agent = call.user_agent.clone().ok_or(ApiError::UserAgentMissing)?;
    call.app.store.write(|db| {
        organizations::membership_of(db, &organization_id, &user.id)?
            .filter(|membership| membership.is_accepted())
            .ok_or(ApiError::NotOrganizationMember)?;
        let session = sessions::open(db, call.era(), &user.id, &call.address, &user_agent)?;
        sessions::advance(db, &session.id)?;
        let tokens = tokens(call, db, user, &user_agent, Some(&organization_id))?;
        Ok(Reply::json(json!({ "token": tokens.access })).with_refresh_cookie(&tokens.refresh))
    })
}

/// Tokens for the caller's session with `user_agent`, opened if new; for an organisation where
/// the era binds tokens to one.
pub(crate) fn tokens(
    call: &Call,
    db: &Connection,
    user: &User,
    user_agent: &str,
    organization_id: Option<&str>,
) -> Result<Tokens, ApiError> {
    let era = call.era();
    let session = match era {
        Era::May23 => None,
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            Some(sessions::open(db, era, &user.id, &call.address, user_agent)?)
        }
    };
    let subject = Subject {
        user_id: &user.id,
        session: session.as_ref(),
        organization_id: organization_id.filter(|_| era >= Era::Jun24),
        is_mfa_verified: false,
    };
    Ok(Tokens {
        access: jwt::issue(&call.app, Kind::Access, subject)?,
        refresh: jwt::issue(&call.app, Kind::Refresh, subject)?,
    })
}

fn complete_user(call: &Call, email: &str) -> Result<User, ApiError> {
    let user = call.app.store.read(|db| Ok(users::by_email(db, email)?))?;
    user.filter(|user| user.is_accepted).ok_or(ApiError::LoginUnknownUser)
}
