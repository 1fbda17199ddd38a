//! The caller's own account.

use serde_json::json;

use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::{organizations, sessions, users};
use crate::wire::{self, Reply};

/// The account with everything needed to unlock its keys.
pub(crate) fn me(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "user": wire::users::own(call.era(), call.user()?) })))
}

/// May 2023's short form; later the same as [`me`].
pub(crate) fn brief(call: &Call) -> Result<Reply, ApiError> {
    match call.era() {
        Era::May23 => {
            let user = wire::users::with_public_key(call.era(), call.user()?);
            Ok(Reply::json(json!({ "user": user })))
        }
        Era::Feb24 | Era::Jun24 | Era::Modern => me(call),
    }
}

/// The caller's organisations.
pub(crate) fn organizations(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    let list = call.app.store.read(|db| Ok(organizations::of_user(db, &user.id)?))?;
    let list = list.iter().map(|one| wire::organizations::organization(call.era(), one));
    Ok(Reply::json(json!({ "organizations": list.collect::<Vec<_>>() })))
}

/// Later eras, from source: another name.
pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (first_name, last_name) = (body.trimmed("firstName"), body.trimmed("lastName"));
    body.finish()?;
    let id = &call.user()?.id;
    let user = call.app.store.write(|db| Ok(users::rename(db, id, &first_name, &last_name)?))?;
    Ok(Reply::json(json!({ "user": wire::users::plain(call.era(), &user) })))
}

/// Later eras, from source: where the caller is logged in.
pub(crate) fn sessions(call: &Call) -> Result<Reply, ApiError> {
    let id = &call.user()?.id;
    let sessions = call.app.store.read(|db| Ok(sessions::of_user(db, id)?))?;
    Ok(Reply::json(sessions.iter().map(wire::users::session).collect()))
}

/// Later eras, from source: ends the caller's sessions, that of this call too.
pub(crate) fn end_sessions(call: &Call) -> Result<Reply, ApiError> {
    let id = &call.user()?.id;
    call.app.store.write(|db| Ok(sessions::delete_of_user(db, id)?))?;
    Ok(Reply::json(json!({ "message": "Successfully revoked all sessions" })))
}

/// Later eras, from source: deletes the caller's account.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| Ok(users::delete(db, &user.id)?))?;
    Ok(Reply::json(json!({ "user": wire::users::plain(call.era(), user) })))
}
