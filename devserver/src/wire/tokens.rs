//! Service tokens and API keys. The secret is shown by the creating route alone.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::api_keys::ApiKey;
use crate::store::service_tokens::ServiceToken;
use crate::store::users::User;
use crate::wire::{merged, users};

/// A token as the creating and deleting routes (and later eras' lists) show it.
pub(crate) fn service_token(era: Era, token: &ServiceToken) -> Value {
    match era {
        Era::May23 => merged(may23(token), json!({ "user": token.user_id })),
        Era::Feb24 | Era::Jun24 | Era::Modern => later(token),
    }
}

/// A deleted token. May 2023 returns all its stored fields.
pub(crate) fn deleted(era: Era, token: &ServiceToken) -> Value {
    match era {
        Era::May23 => merged(listed(era, token), secret_hash(&token.secret_hash)),
        Era::Feb24 | Era::Jun24 | Era::Modern => later(token),
    }
}

/// A token in the project's list.
pub(crate) fn listed(era: Era, token: &ServiceToken) -> Value {
    match era {
        Era::May23 => merged(service_token(era, token), sealed(token)),
        Era::Feb24 | Era::Jun24 | Era::Modern => later(token),
    }
}

/// A token as it sees itself, with the sealed project key.
pub(crate) fn own(era: Era, token: &ServiceToken, owner: &User) -> Value {
    let owner = json!({ "user": users::token_owner(era, owner) });
    match era {
        Era::May23 => merged(merged(may23(token), sealed(token)), owner),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            let copies = json!({ "_id": token.id, "__v": 0, "workspace": token.project_id });
            let copies = merged(copies, secret_hash(&token.secret_hash));
            merged(merged(merged(later(token), sealed(token)), copies), owner)
        }
    }
}

pub(crate) fn api_key(era: Era, key: &ApiKey) -> Value {
    match era {
        Era::May23 => json!({
            "_id": key.id,
            "name": key.name,
            "user": key.user_id,
            "lastUsed": clock::iso_opt(key.last_used),
            "expiresAt": clock::iso_opt(key.expires_at),
            "createdAt": clock::iso(key.created_at),
            "updatedAt": clock::iso(key.updated_at),
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": key.id,
            "name": key.name,
            "lastUsed": clock::iso_opt(key.last_used),
            "expiresAt": clock::iso_opt(key.expires_at),
            "createdAt": clock::iso(key.created_at),
            "updatedAt": clock::iso(key.updated_at),
            "userId": key.user_id,
        }),
    }
}

/// A deleted key. May 2023 returns all its stored fields.
pub(crate) fn deleted_api_key(era: Era, key: &ApiKey) -> Value {
    match era {
        Era::May23 => merged(api_key(era, key), secret_hash(&key.secret_hash)),
        Era::Feb24 | Era::Jun24 | Era::Modern => api_key(era, key),
    }
}

pub(super) fn secret_hash(hash: &[u8]) -> Value {
    json!({ "secretHash": hex::encode(hash) })
}

fn may23(token: &ServiceToken) -> Value {
    let mut plain = json!({
        "_id": token.id,
        "name": token.name,
        "workspace": token.project_id,
        "environment": token.scopes.first().map(|scope| &scope.environment),
        "lastUsed": clock::iso_opt(token.last_used),
        "permissions": token.permissions,
        "createdAt": clock::iso(token.created_at),
        "updatedAt": clock::iso(token.updated_at),
        "__v": 0,
    });
    if token.expires_at.is_some() {
        plain = merged(plain, json!({ "expiresAt": clock::iso_opt(token.expires_at) }));
    }
    plain
}

fn later(token: &ServiceToken) -> Value {
    json!({
        "id": token.id,
        "name": token.name,
        "scopes": token.scopes,
        "permissions": token.permissions,
        "lastUsed": clock::iso_opt(token.last_used),
        "expiresAt": clock::iso_opt(token.expires_at),
        "createdAt": clock::iso(token.created_at),
        "updatedAt": clock::iso(token.updated_at),
        "createdBy": token.user_id,
        "projectId": token.project_id,
    })
}

fn sealed(token: &ServiceToken) -> Value {
    json!({ "encryptedKey": token.encrypted_key, "iv": token.iv, "tag": token.tag })
}
