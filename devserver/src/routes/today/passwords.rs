//! Another password: by the old one, or by a mail. Sealed keys of the account stay as they are.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::jwt::{self, Kind, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::today::{log_in, sign_up};
use crate::store::codes::{self, Purpose};
use crate::store::users::{self, Lock, User};
use crate::wire::{Reply, today};

/// In place of the old password. What is said of a wrong one is from source.
pub(crate) fn change(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (old, new) = (body.filled("oldPassword"), body.filled("newPassword"));
    body.finish()?;
    let user = call.user()?;
    if !sign_up::is_password_of(user, &old) {
        return Err(ApiError::bad_request("Incorrect current password."));
    }
    call.app.store.write(|db| log_in::set_password(db, &user.id, &new))?;
    Ok(Reply::empty())
}

/// Recovery, step one: mails a code to who has an account.
pub(crate) fn send_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = sign_up::address(&body);
    body.finish()?;
    call.app.store.write(|db| {
        if users::by_email(db, &email)?.is_some_and(|user| user.is_accepted) {
            codes::issue(db, Purpose::PasswordReset, &email, "")?;
        }
        let message = "If an account exists with this email, a recovery link has been sent";
        Ok(Reply::json(json!({ "message": message })))
    })
}

/// Recovery, step two: uses up the code for a token.
pub(crate) fn verify_code(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (email, code) = (sign_up::address(&body), body.text("code"));
    body.finish()?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?.filter(|user| user.is_accepted);
        let user = user.ok_or(ApiError::Internal)?;
        if !codes::consume(db, Purpose::PasswordReset, &email, "", code.trim())? {
            return Err(ApiError::Internal);
        }
        let subject = Subject {
            user_id: &user.id,
            session: None,
            organization_id: None,
            is_mfa_verified: false,
        };
        Ok(Reply::json(json!({
            "user": today::user(&user),
            "token": jwt::issue(&call.app, Kind::Recovery, subject)?,
            "userEncryptionVersion": 2,
        })))
    })
}

/// Recovery, step three: the new password.
pub(crate) fn reset(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let new = body.filled("newPassword");
    body.finish()?;
    call.app.store.write(|db| {
        let user = recovering(call, db)?;
        log_in::set_password(db, &user.id, &new)?;
        users::set_lock(db, &user.id, Lock::default())?;
        Ok(Reply::empty())
    })
}

/// The user that a recovery token was issued to.
fn recovering(call: &Call, db: &Connection) -> Result<User, ApiError> {
    let header = call.authorization.as_deref().ok_or(ApiError::MissingCredentials)?;
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    let claims: jwt::Claims = jwt::read(&call.app.keys, Kind::Recovery, token)?;
    users::by_id(db, &claims.user_id)?.ok_or(ApiError::UserGone)
}
