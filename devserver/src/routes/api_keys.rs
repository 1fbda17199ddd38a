//! API keys of the caller.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::random;
use crate::store::api_keys::{self, ApiKey};
use crate::wire::{self, Reply};

pub(crate) fn list_may23(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "apiKeyData": listed(call)? })))
}

/// Later eras: a bare array.
pub(crate) fn list_later(call: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(listed(call)?.into()))
}

fn listed(call: &Call) -> Result<Vec<Value>, ApiError> {
    let user = call.user()?;
    let keys = call.app.store.read(|db| Ok(api_keys::of_user(db, &user.id)?))?;
    Ok(keys.iter().map(|key| wire::tokens::api_key(call.era(), key)).collect())
}

/// Creates a key. Only this answer has its secret.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (name, expires_in) = (body.trimmed("name"), body.seconds("expiresIn", false));
    body.finish()?;
    let user = call.user()?;
    let (id, secret, now) = (call.era().new_id(), random::hex_secret(), clock::now());
    let key = ApiKey {
        user_id: user.id.clone(),
        name,
        secret_hash: call.app.keys.hash_secret(&secret),
        last_used: Some(now),
        expires_at: expiry(now, expires_in),
        created_at: now,
        updated_at: now,
        id,
    };
    call.app.store.write(|db| Ok(api_keys::insert(db, &key)?))?;
    Ok(Reply::json(json!({
        "apiKey": format!("ak.{}.{}", key.id, *secret),
        "apiKeyData": wire::tokens::api_key(call.era(), &key),
    })))
}

/// Deletes one of the caller's keys.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let user = call.user()?;
    call.app.store.write(|db| {
        let key = api_keys::by_id(db, call.param("apiKeyId"))?
            .filter(|key| key.user_id == user.id)
            .ok_or(match call.era() {
                Era::May23 => ApiError::ApiKeyUnknown,
                Era::Feb24 | Era::Jun24 | Era::Modern => {
                    ApiError::bad_request("Failed to find API key data")
                }
            })?;
        api_keys::delete(db, &key.id)?;
        Ok(Reply::json(json!({ "apiKeyData": wire::tokens::deleted_api_key(call.era(), &key) })))
    })
}

/// The end of a lifetime of `seconds` from `now`; none for an endless one (absent or zero).
pub(crate) fn expiry(now: i64, seconds: Option<f64>) -> Option<i64> {
    let seconds = seconds.filter(|seconds| *seconds != 0.0)?;
    // The cast saturates: a lifetime beyond the calendar ends at its end.
    Some(now.saturating_add((seconds * 1000.0) as i64))
}
