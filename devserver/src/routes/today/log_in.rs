//! Log-in with a password, the choice of an organization with its second factor, refresh, log-out.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::jwt::{self, Kind, Subject};
use crate::auth::{Actor, passwords, srp};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::login::Tokens;
use crate::routes::mfa;
use crate::routes::today::sign_up;
use crate::store::codes::{self, Purpose};
use crate::store::users::{self, User};
use crate::store::{organizations, sessions};
use crate::wire::{Reply, modern};

const WRONG: ApiError = ApiError::bad_request("Invalid credentials");
/// The cookie of an administrator who acts as another user, which every log-in removes.
const ASSUMED: &str = "infisical-project-assume-privileges";

/// With the password alone.
pub(crate) fn log_in(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, password) = (email(&body), body.text("password"));
    body.finish()?;
    with_password(call, &email, &password, |tokens| json!({ "accessToken": tokens.access }))
}

/// The first half of the log-in of 2024, for accounts that have a verifier.
pub(crate) fn begin(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, client_public) = (email(&body), body.trimmed("clientPublicKey"));
    body.finish()?;
    let user = call.app.store.read(|db| Ok(users::by_email(db, &email)?))?;
    let keys = user.map(|user| user.keys).unwrap_or_default();
    let (Some(salt), Some(verifier)) = (&keys.salt, &keys.verifier) else {
        return Err(ApiError::Internal);
    };
    let handshake = srp::begin(verifier, &client_public).map_err(|_| ApiError::Internal)?;
    Ok(Reply::json(json!({ "serverPublicKey": handshake.server_public_hex(), "salt": salt })))
}

/// The second step. The server checks the password and ignores the proof.
pub(crate) fn prove(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, password) = (email(&body), body.text("password"));
    body.text("clientProof");
    body.finish()?;
    with_password(
        call,
        &email,
        &password,
        |tokens| json!({ "encryptionVersion": 2, "token": tokens.access }),
    )
}

fn with_password(
    call: &Call,
    email: &str,
    password: &str,
    answer: impl Fn(&Tokens) -> Value,
) -> Result<Reply, ApiError> {
    let session = Session::of(call)?;
    let user = call.app.store.read(|db| Ok(users::by_email(db, email)?))?;
    let user = user.filter(|user| user.is_accepted).ok_or(WRONG)?;
    if !sign_up::is_password_of(&user, password) {
        return Err(WRONG);
    }
    call.app.store.write(|db| {
        users::add_device(db, call.era(), &user.id, &call.address, &session.user_agent)?;
        let tokens = session.tokens(call, db, &user, None, false)?;
        Ok(opened(answer(&tokens), &tokens))
    })
}

/// Tokens for one organization; a pending invitation to it is accepted. A second factor is demanded
/// here and not at the log-in.
pub(crate) fn select_organization(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let organization_id = body.trimmed("organizationId");
    body.finish()?;
    let Actor::User(actor) = &call.actor else { return Err(ApiError::ModeNotAccepted) };
    let user = &actor.user;
    let session = Session::of(call)?;
    call.app.store.write(|db| {
        let membership = organizations::membership_of(db, &organization_id, &user.id)?;
        let membership = membership.ok_or_else(|| {
            ApiError::barred(format!(
                "User does not have access to the organization with ID {organization_id}"
            ))
        })?;
        if user.is_mfa_enabled && !actor.is_mfa_verified {
            mfa::check_lock(call, user)?;
            codes::issue(db, Purpose::Mfa, &user.email, "")?;
            let subject = Subject {
                user_id: &user.id,
                session: None,
                organization_id: Some(&organization_id),
                is_mfa_verified: false,
            };
            let token = jwt::issue(&call.app, Kind::Mfa, subject)?;
            let answer = json!({ "token": token, "isMfaEnabled": true, "mfaMethod": "email" });
            return Ok(Reply::json(answer));
        }
        enter(db, user, &membership)?;
        let organization = Some(organization_id.as_str());
        let tokens = session.tokens(call, db, user, organization, actor.is_mfa_verified)?;
        let answer = json!({ "token": tokens.access, "isMfaEnabled": false });
        Ok(opened(answer, &tokens))
    })
}

/// Notes that `user` selected an organization, which accepts an invitation.
fn enter(
    db: &Connection,
    user: &User,
    membership: &organizations::OrganizationMembership,
) -> Result<(), ApiError> {
    if !membership.is_accepted() {
        organizations::accept_invitations(db, user, Some(&membership.organization_id))?;
    }
    organizations::note_log_in(db, &membership.id)?;
    Ok(())
}

/// The tokens for which the second factor was demanded; [`mfa::verify`] has checked the code.
pub(crate) fn finish_second_factor(
    call: &Call,
    db: &Connection,
    user: &User,
) -> Result<Reply, ApiError> {
    let session = Session::of(call)?;
    let header = call.authorization.as_deref().unwrap_or_default();
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    let claims: jwt::Claims = jwt::read(&call.app.keys, Kind::Mfa, token)?;
    let organization = claims.organization_id.as_deref();
    if let Some(id) = organization
        && let Some(membership) = organizations::membership_of(db, id, &user.id)?
    {
        enter(db, user, &membership)?;
    }
    let tokens = session.tokens(call, db, user, organization, true)?;
    Ok(Reply::json(json!({ "token": tokens.access })).with_session_cookie(&tokens.refresh))
}

/// Another access token for the refresh cookie, which is replaced. One that was replaced already
/// ends the session: another program may have the token.
pub(crate) fn refresh(call: &Call) -> Result<Reply, ApiError> {
    let cookie = call.refresh_cookie.as_deref().filter(|cookie| !cookie.is_empty());
    let Some(cookie) = cookie else {
        let error =
            ApiError::Later { status: 404, error: "AuthTokenNotFound", message: "Invalid token" };
        return Ok(refused(call, &error));
    };
    let claims: jwt::Claims = match jwt::read(&call.app.keys, Kind::Refresh, cookie) {
        Ok(claims) => claims,
        Err(error) => return Ok(refused(call, &error)),
    };
    call.app.store.write(|db| {
        let id = claims.token_version_id.as_deref().unwrap_or_default();
        let session = sessions::find(db, &claims.user_id, id)?;
        let Some(session) = session.filter(|it| Some(it.refresh_version) == claims.refresh_version)
        else {
            sessions::end(db, id)?;
            let error = ApiError::Later {
                status: 401,
                error: "TokenReuse",
                message: "Refresh token reuse detected. Session has been revoked for security.",
            };
            return Ok(refused(call, &error));
        };
        sessions::rotate(db, &session.id)?;
        let session = sessions::find(db, &claims.user_id, id)?.ok_or(ApiError::Internal)?;
        let subject = Subject {
            user_id: &claims.user_id,
            session: Some(&session),
            organization_id: claims.organization_id.as_deref(),
            is_mfa_verified: claims.is_mfa_verified.unwrap_or_default(),
        };
        let access = jwt::issue(&call.app, Kind::Access, subject)?;
        let refresh = jwt::issue(&call.app, Kind::Refresh, subject)?;
        let mut answer = json!({ "token": access, "refreshToken": refresh });
        if let (Some(id), Value::Object(fields)) = (&claims.organization_id, &mut answer) {
            fields.insert("organizationId".to_owned(), json!(id));
        }
        Ok(Reply::json(answer).with_session_cookie(&refresh))
    })
}

/// A refusal that removes the refresh cookie.
fn refused(call: &Call, error: &ApiError) -> Reply {
    modern::refusal(error, "POST", call.route()).without_cookie("jid")
}

/// Ends the session of the cookie. Without one nothing ends, whatever token is sent.
pub(crate) fn log_out(call: &Call) -> Result<Reply, ApiError> {
    let cookie = call.refresh_cookie.as_deref().unwrap_or_default();
    let claims = jwt::read::<jwt::Claims>(&call.app.keys, Kind::Refresh, cookie);
    if let Ok(claims) = claims
        && let Some(id) = claims.token_version_id
    {
        call.app.store.write(|db| Ok(sessions::end(db, &id)?))?;
    }
    let reply = Reply::json(json!({ "message": "Successfully logged out" }));
    Ok(reply.without_cookie("jid").without_cookie(ASSUMED).without_page_cookie())
}

/// Stores the hash of a new password.
pub(crate) fn set_password(db: &Connection, user_id: &str, password: &str) -> Result<(), ApiError> {
    let hash = passwords::hash(password).ok_or(ApiError::Internal)?;
    Ok(users::set_password(db, user_id, &hash)?)
}

/// The answer to a log-in.
fn opened(answer: Value, tokens: &Tokens) -> Reply {
    Reply::json(answer).with_session_cookie(&tokens.refresh).without_cookie(ASSUMED)
}

/// An address at log-in is only looked up.
fn email(body: &crate::input::Form<'_>) -> String {
    body.text("email").trim().to_lowercase()
}

/// The program that sends the request; each program has its own session.
pub(crate) struct Session {
    user_agent: String,
}

impl Session {
    pub(crate) fn of(call: &Call) -> Result<Self, ApiError> {
        Ok(Session { user_agent: call.user_agent.clone().ok_or(ApiError::Internal)? })
    }

    pub(crate) fn tokens(
        &self,
        call: &Call,
        db: &Connection,
        user: &User,
        organization_id: Option<&str>,
        is_mfa_verified: bool,
    ) -> Result<Tokens, ApiError> {
        let session = sessions::open(db, call.era(), &user.id, &call.address, &self.user_agent)?;
        let subject = Subject {
            user_id: &user.id,
            session: Some(&session),
            organization_id,
            is_mfa_verified,
        };
        Ok(Tokens {
            access: jwt::issue(&call.app, Kind::Access, subject)?,
            refresh: jwt::issue(&call.app, Kind::Refresh, subject)?,
        })
    }
}
