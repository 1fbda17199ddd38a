//! The second factor: a code by e-mail after the password.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::jwt::{self, Kind, Subject};
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::login;
use crate::routes::today::log_in;
use crate::store::codes::{self, Purpose, Trial};
use crate::store::users::{self, Lock, User};
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

/// The answer if a second factor is needed: mails a code, and returns a token for that code only.
pub(crate) fn demand(call: &Call, db: &Connection, user: &User) -> Result<Reply, ApiError> {
    check_lock(call, user)?;
    codes::issue(db, Purpose::Mfa, &user.email, "")?;
    let subject =
        Subject { user_id: &user.id, session: None, organization_id: None, is_mfa_verified: false };
    let token = jwt::issue(&call.app, Kind::Mfa, subject)?;
    Ok(Reply::json(json!({ "mfaEnabled": true, "token": token })))
}

/// Mails another code. May 2023 does not authenticate the caller.
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
        check_lock(call, &user)?;
        codes::issue(db, Purpose::Mfa, &user.email, "")?;
        Ok(Reply::json(json!({ "message": match call.era() {
            Era::May23 => "Successfully sent new MFA code",
            Era::Feb24 | Era::Jun24 | Era::Modern => "Successfully send new mfa code",
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
    check_lock(call, &user)?;
    // A wrong try counts although the request fails.
    let trial = call.app.store.write(|db| {
        let trial = codes::attempt(db, Purpose::Mfa, &user.email, &code)?;
        if call.era() >= Era::Jun24 {
            users::set_lock(db, &user.id, lock_after(&user, &trial))?;
        }
        Ok(trial)
    })?;
    match trial {
        Trial::Right if call.era().is_modern() => {
            call.app.store.write(|db| log_in::finish_second_factor(call, db, &user))
        }
        Trial::Right => {
            call.app.store.write(|db| login::complete(call, db, &user, &user_agent, false))
        }
        // Today's servers do not give the reason.
        Trial::Wrong | Trial::Nothing if call.era().is_modern() => Err(ApiError::Internal),
        Trial::Wrong => Err(match call.era() {
            Era::May23 => ApiError::Unauthorized,
            Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::exception("Invalid token"),
        }),
        Trial::Nothing => Err(match call.era() {
            Era::May23 => ApiError::Internal,
            Era::Feb24 | Era::Jun24 | Era::Modern => ApiError::exception("Failed to find token"),
        }),
    }
}

/// For how many minutes servers since June 2024 lock a user after the third, sixth and ninth wrong
/// code; after the twelfth, without end. What follows the first lock is known from source.
const LOCKS: [i64; 3] = [5, 30, 60];
const CODES_A_LOCK: i64 = 3;

fn lock_after(user: &User, trial: &Trial) -> Lock {
    if matches!(trial, Trial::Right) {
        return Lock::default();
    }
    let failed_attempts = user.lock.failed_attempts + 1;
    let lock = Lock { failed_attempts, ..user.lock };
    if failed_attempts % CODES_A_LOCK != 0 {
        return lock;
    }
    let which = usize::try_from(failed_attempts / CODES_A_LOCK - 1).unwrap_or(usize::MAX);
    match LOCKS.get(which) {
        Some(minutes) => Lock { until: Some(clock::now() + minutes * 60_000), ..lock },
        None => Lock { until: None, is_for_good: true, ..lock },
    }
}

/// Fails for a user who is locked, whatever code they give.
pub(crate) fn check_lock(call: &Call, user: &User) -> Result<(), ApiError> {
    if call.era() < Era::Jun24 {
        return Ok(());
    }
    if user.lock.is_for_good {
        return Err(ApiError::UserLocked(None));
    }
    match user.lock.until.map(|until| until - clock::now()) {
        Some(left) if left > 0 => Err(ApiError::UserLocked(Some(left / 1000 + 1))),
        _ => Ok(()),
    }
}

/// The user whose password was right.
fn waiting_user(call: &Call, db: &Connection) -> Result<User, ApiError> {
    let header = call.authorization.as_deref().ok_or(ApiError::MissingCredentials)?;
    let token = header.split_once(' ').map_or("", |(_, token)| token);
    let claims: jwt::Claims = jwt::read(&call.app.keys, Kind::Mfa, token)?;
    users::by_id(db, &claims.user_id)?.ok_or(ApiError::UserGone)
}
