//! The caller's own account and organizations.

use serde_json::json;

use crate::error::ApiError;
use crate::http::Call;
use crate::store::{organizations, sessions, users};
use crate::wire::{Reply, today};

pub(crate) fn me(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "user": today::own(call.user()?) })))
}

pub(crate) fn brief(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "user": today::brief(call.user()?) })))
}

/// The caller's organizations, without those that only invited them.
pub(crate) fn organizations(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.read(|db| {
        let mut listed = Vec::new();
        for one in organizations::of_user(db, &user.id)? {
            let place = organizations::membership_of(db, &one.id, &user.id)?;
            if let Some(place) = place.filter(|place| place.is_accepted()) {
                listed.push(today::own_organization(&one, &place));
            }
        }
        Ok(Reply::json(json!({ "organizations": listed })))
    })
}

/// As [`organizations`], without the caller's place in each.
pub(crate) fn plain_organizations(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.read(|db| {
        let mut listed = Vec::new();
        for one in organizations::of_user(db, &user.id)? {
            let place = organizations::membership_of(db, &one.id, &user.id)?;
            if place.is_some_and(|place| place.is_accepted()) {
                listed.push(today::organization(&one));
            }
        }
        Ok(Reply::json(json!({ "organizations": listed })))
    })
}

pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (first_name, last_name) = (body.trimmed("firstName"), body.trimmed("lastName"));
    body.finish()?;
    let id = &call.user()?.id;
    let user = call.app.store.write(|db| Ok(users::rename(db, id, &first_name, &last_name)?))?;
    Ok(Reply::json(json!({ "user": today::user(&user) })))
}

/// Switches the second factor on or off.
pub(crate) fn set_second_factor(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let enabled = body.flag_opt("isMfaEnabled");
    body.finish()?;
    let user = call.user()?;
    call.app.store.write(|db| {
        let enabled = enabled.unwrap_or(user.is_mfa_enabled);
        let user = users::set_mfa(db, &user.id, enabled)?;
        Ok(Reply::json(json!({ "user": today::user(&user) })))
    })
}

/// Ends one session of the caller. From the server's description of its routes.
pub(crate) fn end_session(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| {
        if let Some(session) = sessions::find(db, &user.id, call.param("sessionId"))? {
            sessions::end(db, &session.id)?;
        }
        Ok(Reply::json(json!({ "message": "Successfully revoked session" })))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| Ok(users::delete(db, &user.id)?))?;
    Ok(Reply::json(json!({ "user": today::user(user) })))
}
