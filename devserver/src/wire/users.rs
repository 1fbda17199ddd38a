//! Accounts.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::sessions::Session;
use crate::store::users::User;
use crate::wire::{merged, present};

/// An account as others and sign-up answers show it: no keys.
pub(crate) fn plain(era: Era, user: &User) -> Value {
    match era {
        Era::May23 => may23(user),
        Era::Feb24 => feb24(user),
        Era::Jun24 | Era::Modern => merged(
            feb24(user),
            json!({
                "isGhost": false,
                "username": user.email,
                "isEmailVerified": user.is_accepted,
                "consecutiveFailedMfaAttempts": user.lock.failed_attempts,
                "isLocked": user.lock.is_for_good,
                "temporaryLockDateEnd": user.lock.until.map(clock::iso),
                "consecutiveFailedPasswordAttempts": 0,
            }),
        ),
    }
}

/// The account an e-mail verification just found or made.
pub(crate) fn verified(era: Era, user: &User) -> Value {
    match era {
        Era::May23 => merged(may23(user), json!({ "encryptionVersion": 1, "refreshVersion": 0 })),
        Era::Feb24 | Era::Jun24 | Era::Modern => plain(era, user),
    }
}

/// May 2023: an account with its public key, as keys and memberships embed it.
pub(crate) fn with_public_key(era: Era, user: &User) -> Value {
    match era {
        Era::May23 => {
            merged(may23(user), present([("publicKey", user.keys.public_key.as_deref())]))
        }
        Era::Feb24 | Era::Jun24 | Era::Modern => plain(era, user),
    }
}

/// The caller's own account, with everything the client needs to unlock its keys.
pub(crate) fn own(era: Era, user: &User) -> Value {
    let keys = &user.keys;
    match era {
        Era::May23 => merged(
            merged(with_public_key(era, user), json!({ "encryptionVersion": 2 })),
            present([
                ("encryptedPrivateKey", keys.encrypted_private_key.as_deref()),
                ("iv", keys.iv.as_deref()),
                ("tag", keys.tag.as_deref()),
                ("protectedKey", keys.protected_key.as_deref()),
                ("protectedKeyIV", keys.protected_key_iv.as_deref()),
                ("protectedKeyTag", keys.protected_key_tag.as_deref()),
                ("salt", keys.salt.as_deref()),
            ]),
        ),
        Era::Feb24 => merged(merged(plain(era, user), unlocking(user)), later_own(user)),
        Era::Jun24 | Era::Modern => merged(
            merged(merged(plain(era, user), unlocking(user)), later_own(user)),
            json!({ "verifier": keys.verifier }),
        ),
    }
}

/// The fields a login answers with, so that the client can open its private key.
pub(crate) fn unlocking(user: &User) -> Value {
    let keys = &user.keys;
    json!({
        "encryptionVersion": 2,
        "publicKey": keys.public_key,
        "encryptedPrivateKey": keys.encrypted_private_key,
        "iv": keys.iv,
        "tag": keys.tag,
        "protectedKey": keys.protected_key,
        "protectedKeyIV": keys.protected_key_iv,
        "protectedKeyTag": keys.protected_key_tag,
    })
}

/// The short form later eras embed in memberships; `username` where June 2024 has it.
pub(crate) fn member(user: &User, with_username: bool) -> Value {
    let member = json!({
        "email": user.email,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "id": user.id,
        "publicKey": user.keys.public_key,
    });
    if with_username { merged(member, json!({ "username": user.email })) } else { member }
}

/// The maker of a service token, as the token shows them.
pub(crate) fn token_owner(era: Era, user: &User) -> Value {
    match era {
        Era::May23 => may23(user),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "authMethods": ["email"],
            "id": user.id,
            "_id": user.id,
            "__v": 0,
            "email": user.email,
            "firstName": user.first_name,
            "lastName": user.last_name,
            "mfaMethods": mfa_methods(user),
            "devices": devices(user),
            "createdAt": clock::iso(user.created_at),
            "updatedAt": clock::iso(user.updated_at),
        }),
    }
}

/// Later eras: a session of the caller.
pub(crate) fn session(session: &Session) -> Value {
    json!({
        "id": session.id,
        "ip": session.ip,
        "userAgent": session.user_agent,
        "refreshVersion": session.refresh_version,
        "accessVersion": session.access_version,
        "lastUsed": clock::iso(session.last_used),
        "createdAt": clock::iso(session.created_at),
        "updatedAt": clock::iso(session.last_used),
        "userId": session.user_id,
    })
}

fn may23(user: &User) -> Value {
    let devices = user
        .devices
        .iter()
        .map(|device| json!({ "_id": device.id, "ip": device.ip, "userAgent": device.user_agent }));
    let devices: Vec<_> = devices.collect();
    merged(
        json!({
            "_id": user.id,
            "email": user.email,
            "isMfaEnabled": user.is_mfa_enabled,
            "mfaMethods": if user.is_mfa_enabled { json!(["email"]) } else { json!([]) },
            "devices": devices,
            "createdAt": clock::iso(user.created_at),
            "updatedAt": clock::iso(user.updated_at),
            // Mongo counts the changes of the two lists in this field.
            "__v": i64::try_from(user.devices.len()).unwrap_or(i64::MAX) + user.mfa_changes,
        }),
        present([
            ("firstName", user.first_name.as_deref()),
            ("lastName", user.last_name.as_deref()),
        ]),
    )
}

fn feb24(user: &User) -> Value {
    json!({
        "id": user.id,
        "email": user.email,
        "authMethods": ["email"],
        "superAdmin": user.is_super_admin,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "isAccepted": user.is_accepted,
        "isMfaEnabled": user.is_mfa_enabled,
        "mfaMethods": mfa_methods(user),
        "devices": devices(user),
        "createdAt": clock::iso(user.created_at),
        "updatedAt": clock::iso(user.updated_at),
    })
}

/// Later eras: null until the second factor is switched on for the first time.
fn mfa_methods(user: &User) -> Value {
    match (user.is_mfa_enabled, user.mfa_changes) {
        (true, _) => json!(["email"]),
        (false, 0) => Value::Null,
        (false, _) => json!([]),
    }
}

/// Later eras: null until the first login.
fn devices(user: &User) -> Value {
    if user.devices.is_empty() {
        return Value::Null;
    }
    let devices = user.devices.iter();
    devices.map(|device| json!({ "ip": device.ip, "userAgent": device.user_agent })).collect()
}

fn later_own(user: &User) -> Value {
    json!({
        "clientPublicKey": null,
        "serverPrivateKey": null,
        "salt": user.keys.salt,
        "userId": user.id,
    })
}
