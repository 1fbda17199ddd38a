//! The second factor: a code by e-mail after the password.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::jwt::{self, Kind, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::login;
use crate::store::codes::{self, Purpose, Trial};
use crate::store::users::{self, User};
use crate::wire::{self, Reply};

/// Turns it on or off for the caller.
pub(crate) fn set(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let enabled = body.flag("isMfaEnabled");
    body.finish()?;
    let id = &call.user()?.id;
    call.app.store.write(|db| {
        let user = users::set_mfa(db, id, enabled)?;
        Ok(Reply::json(json!({ "user": wire::users::with_public_key(call.era(), &user) })))
    })
}

/// The answer to a password that is not enough: a code is mailed, and a token that is good for
/// nothing else.
pub(crate) fn demand(call: &Call, db: &Connection, user: &User) -> Result<Reply, ApiError> {
    codes::issue(db, Purpose::Mfa, &user.email, "")?;
    let subject = Subject { user_id: &user.id, session: None, organization_id: None };
    let token = jwt::issue(&call.app, Kind::Mfa, subject)?;
    Ok(Reply::json(json!({ "mfaEnabled": true, "token": token })))
}

/// Mails another code. May 2023 takes anyone's word for the address.
pub(crate) fn send(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = (call.era() == Era::May23).then(|| body.filled("email"));
    body.finish()?;
    call.app.store.write(|db| {
        let user = match email {
            Some(email) => users::by_email(db, &email)?
                .ok_or(ApiError::Message(400, "Failed to send MFA code"))?,
            None => waiting_user(call, db)?,
        };
        codes::issue(db, Purpose::Mfa, &user.email, "")?;
        Ok(Reply::json(json!({ "message": match call.era() {
            Era::May23 => "Successfully sent new MFA code",
            Era::Feb24 | Era::Jun24 => "Successfully send new mfa code",
        } })))
    })
}

/// Completes the log-in.
pub(crate) fn verify(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, code) = (body.text_opt("email"), body.trimmed("mfaToken"));
    body.finish()?;
    let user_agent = call.user_agent.clone().ok_or(ApiError::UserAgentMissing)?;
    let user = call.app.store.read(|db| waiting_user(call, db))?;
    if call.era() == Era::May23 && email.as_deref() != Some(user.email.as_str()) {
        return Err(ApiError::Internal);
    }
    // A wrong try counts although the request fails.
    match call.app.store.write(|db| Ok(codes::attempt(db, Purpose::Mfa, &user.email, &code)?))? {
        Trial::Right => {}
        Trial::Wrong => {
            return Err(match call.era() {
                Era::May23 => ApiError::Unauthorized,
                Era::Feb24 | Era::Jun24 => ApiError::bad_request("Invalid token"),
            });
        }
        Trial::Nothing => {
            return Err(match call.era() {
                Era::May23 => ApiError::Internal,
                Era::Feb24 | Era::Jun24 => ApiError::bad_request("Failed to find token"),
            });
        }
    }
    call.app.store.write(|db| login::complete(call, db, &user, &user_agent, false))
}

/// The user whose password was right.
fn waiting_user(call: &Call, db: &Connection) -> Result<User, ApiError> {
    let header = call.authorization.as_deref().ok_or(ApiError::MissingCredentials)?;
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    let claims: jwt::Claims = jwt::read(&call.app.keys, Kind::Mfa, token)?;
    users::by_id(db, &claims.user_id)?.ok_or(ApiError::UserGone)
}
