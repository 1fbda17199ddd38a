//! May 2023's service accounts.

use serde_json::{Value, json};

use crate::clock;
use crate::store::service_accounts::{AccountKey, Permission, ServiceAccount};
use crate::wire::{merged, tokens};

/// An account; `user` is its maker's id, or the whole user where it was just made.
pub(crate) fn service_account(account: &ServiceAccount, user: Value) -> Value {
    let plain = json!({
        "_id": account.id,
        "name": account.name,
        "organization": account.organization_id,
        "user": user,
        "publicKey": account.public_key,
        "lastUsed": clock::iso(account.last_used),
        "createdAt": clock::iso(account.created_at),
        "updatedAt": clock::iso(account.updated_at),
        "__v": 0,
    });
    match account.expires_at {
        Some(at) => merged(plain, json!({ "expiresAt": clock::iso(at) })),
        None => plain,
    }
}

/// A deleted account, with all its stored fields.
pub(crate) fn deleted(account: &ServiceAccount, user: Value) -> Value {
    merged(service_account(account, user), tokens::secret_hash(&account.secret_hash))
}

/// A permission; `workspace` is the project's id, or the whole project in a list.
pub(crate) fn permission(permission: &Permission, workspace: Value) -> Value {
    json!({
        "_id": permission.id,
        "serviceAccount": permission.account_id,
        "workspace": workspace,
        "environment": permission.environment,
        "read": permission.may_read,
        "write": permission.may_write,
        "createdAt": clock::iso(permission.created_at),
        "updatedAt": clock::iso(permission.created_at),
        "__v": 0,
    })
}

pub(crate) fn key(key: &AccountKey) -> Value {
    json!({
        "_id": key.id,
        "encryptedKey": key.encrypted_key,
        "nonce": key.nonce,
        "sender": key.sender_id,
        "serviceAccount": key.account_id,
        "workspace": key.project_id,
        "createdAt": clock::iso(key.created_at),
        "updatedAt": clock::iso(key.created_at),
        "__v": 0,
    })
}
