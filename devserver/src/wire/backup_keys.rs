//! The private key encrypted with a backup key.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::backup_keys::BackupKey;

/// The answer to the one who stored it: May 2023 says little.
pub(crate) fn stored(era: Era, key: &BackupKey) -> Value {
    match era {
        Era::May23 => json!({ "_id": key.id, "encryptedPrivateKey": key.encrypted_private_key }),
        Era::Feb24 | Era::Jun24 | Era::Modern => fetched(era, key),
    }
}

/// What opens the account.
pub(crate) fn fetched(era: Era, key: &BackupKey) -> Value {
    let (created_at, updated_at) = (clock::iso(key.created_at), clock::iso(key.updated_at));
    match era {
        Era::May23 => json!({
            "_id": key.id,
            "user": key.user_id,
            "encryptedPrivateKey": key.encrypted_private_key,
            "iv": key.iv,
            "tag": key.tag,
            "createdAt": created_at,
            "updatedAt": updated_at,
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": key.id,
            "userId": key.user_id,
            "encryptedPrivateKey": key.encrypted_private_key,
            "iv": key.iv,
            "tag": key.tag,
            "algorithm": "aes-256-gcm",
            "keyEncoding": "utf8",
            "salt": key.salt,
            "createdAt": created_at,
            "updatedAt": updated_at,
        }),
    }
}
