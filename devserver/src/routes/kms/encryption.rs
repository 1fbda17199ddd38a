//! Encryption and decryption.

use rusqlite::Connection;
use serde_json::json;
use zeroize::Zeroizing;

use super::{cipher, vault};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::random;
use crate::store::kms::Key;
use crate::wire::Reply;

/// The most bytes of data.
const MOST_DATA: usize = 1024 * 1024;
const MOST_CIPHERTEXT: usize = MOST_DATA + 1024;

pub(crate) fn encrypt(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let body = call.body();
    let plaintext = bytes(&body, "plaintext", "data", MOST_DATA);
    body.finish()?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Encrypt))?;
    let key = opened(call, &key, vault::ENCRYPTION)?;
    let sealed = cipher::seal(&key, &plaintext).ok_or(ApiError::Internal)?;
    Ok(Reply::json(json!({ "ciphertext": random::to_base64(&sealed) })))
}

pub(crate) fn decrypt(call: &Call) -> Result<Reply, ApiError> {
    let id = vault::id(call)?;
    let body = call.body();
    let ciphertext = bytes(&body, "ciphertext", "ciphertext", MOST_CIPHERTEXT);
    body.finish()?;
    let key = call.app.store.read(|db| usable(call, db, id, Action::Decrypt))?;
    let key = opened(call, &key, vault::ENCRYPTION)?;
    let plaintext = cipher::open(&key, &ciphertext).ok_or(ApiError::Internal)?;
    Ok(Reply::json(json!({ "plaintext": random::to_base64(&plaintext) })))
}

/// The enabled key with that id, if the caller may do `action` with it.
pub(super) fn usable(
    call: &Call,
    db: &Connection,
    id: &str,
    action: Action,
) -> Result<Key, ApiError> {
    if crate::store::kms::by_id(db, id)?.is_some_and(|key| key.is_disabled) {
        return Err(ApiError::bad_request("Key is disabled"));
    }
    vault::target(call, db, id, action).map(|(_, key)| key)
}

/// The bytes of a key, if it is for this usage.
pub(super) fn opened(call: &Call, key: &Key, usage: &str) -> Result<Zeroizing<Vec<u8>>, ApiError> {
    if key.usage != usage {
        return Err(ApiError::BadRequest(format!(
            "Unsupported key type, expected {usage} but got {}",
            key.usage
        )));
    }
    call.app.keys.open(&key.sealed).ok_or(ApiError::Internal)
}

/// The bytes that a body has as base64. `what` is their name in complaints.
pub(super) fn bytes(body: &Form<'_>, name: &str, what: &str, most: usize) -> Vec<u8> {
    let text = body.text(name);
    let Some(bytes) = random::from_base64(&text) else {
        body.refuse(name, &format!("{what} must be base64 encoded"));
        return Vec::new();
    };
    if bytes.len() > most {
        body.refuse(name, &format!("{what} cannot exceed {most} bytes"));
    }
    bytes
}
