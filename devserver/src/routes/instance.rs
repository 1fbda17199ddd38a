//! The server itself: status and configuration.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store;
use crate::wire::{Reply, merged};

/// Name in the meta table: whether an administrator has signed up.
const INITIALIZED: &str = "initialized";
/// Name in the meta table: whether strangers may sign up.
const ALLOW_SIGN_UP: &str = "allow_sign_up";

pub(crate) fn status(call: &Call) -> Result<Reply, ApiError> {
    let date = clock::iso(clock::now());
    Ok(Reply::json(match call.era() {
        Era::May23 => json!({ "date": date, "message": "Ok", "emailConfigured": true }),
        Era::Feb24 | Era::Jun24 => later_status(date),
        Era::Modern => {
            let more = json!({
                "auditLogStorageDisabled": false,
                "maxIdentityAccessTokenTTL": 7_776_000,
            });
            merged(later_status(date), more)
        }
    }))
}

fn later_status(date: Value) -> Value {
    json!({
        "date": date,
        "message": "Ok",
        "emailConfigured": true,
        "inviteOnlySignup": true,
        "redisConfigured": true,
        "secretScanningConfigured": false,
    })
}

pub(crate) fn healthcheck(_: &Call) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "status": "ok" })))
}

pub(crate) fn config(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let config = match call.era() {
            Era::Modern => public(db)?,
            _ => shown(call, db)?,
        };
        Ok(Reply::json(json!({ "config": config })))
    })
}

/// What July 2026 tells everybody of the configuration.
fn public(db: &Connection) -> rusqlite::Result<Value> {
    let more = json!({
        "isPublicSecretSharingDisabled": false,
        "licenseServerV2Enabled": false,
        "isCrossProjectSecretSharingEnabled": false,
    });
    Ok(merged(today(db)?, more))
}

fn today(db: &Connection) -> rusqlite::Result<Value> {
    Ok(json!({
        "id": "00000000-0000-0000-0000-000000000000",
        "initialized": is_initialized(db)?,
        "allowSignUp": allows_sign_up(db)?,
        "allowedSignUpDomain": null,
        "defaultAuthOrgId": null,
        "enabledLoginMethods": null,
        "authConsentContent": null,
        "pageFrameContent": null,
        "defaultAuthOrgSlug": null,
        "defaultAuthOrgAuthEnforced": null,
        "defaultAuthOrgAuthMethod": null,
    }))
}

/// Changes whether strangers may sign up. Administrators only.
pub(crate) fn set_config(call: &Call) -> Result<Reply, ApiError> {
    if !call.user()?.is_super_admin {
        return Err(ApiError::Unauthorized);
    }
    let body = call.body();
    let allow = body.flag_opt("allowSignUp");
    body.finish()?;
    call.app.store.write(|db| {
        if let Some(allow) = allow {
            store::set_meta(db, ALLOW_SIGN_UP, &[allow.into()])?;
            store::set_meta(db, "config_updated_at", &clock::now().to_be_bytes())?;
        }
        Ok(Reply::json(json!({ "config": shown(call, db)? })))
    })
}

/// Whether an administrator has signed up.
pub(crate) fn is_initialized(db: &Connection) -> rusqlite::Result<bool> {
    flag(db, INITIALIZED, false)
}

/// Notes that the administrator has signed up.
pub(crate) fn set_initialized(db: &Connection) -> rusqlite::Result<()> {
    store::set_meta(db, INITIALIZED, &[1])
}

/// Whether strangers may sign up; they may on a fresh database.
pub(crate) fn allows_sign_up(db: &Connection) -> rusqlite::Result<bool> {
    flag(db, ALLOW_SIGN_UP, true)
}

fn flag(db: &Connection, name: &str, default: bool) -> rusqlite::Result<bool> {
    Ok(store::meta(db, name, || vec![default.into()])? == [1])
}

fn shown(call: &Call, db: &Connection) -> rusqlite::Result<Value> {
    let era = call.era();
    let id = store::meta(db, "instance_id", || era.new_id().into_bytes())?;
    let id = String::from_utf8_lossy(&id);
    let (initialized, allow_sign_up) = (is_initialized(db)?, allows_sign_up(db)?);
    if era.is_modern() {
        let more = json!({
            "instanceId": id,
            "trustSamlEmails": false,
            "trustLdapEmails": false,
            "trustOidcEmails": false,
            "adminIdentityIds": null,
            "fipsEnabled": false,
        });
        return Ok(merged(today(db)?, more));
    }
    if era >= Era::Jun24 {
        let june = json!({
            "id": "00000000-0000-0000-0000-000000000000",
            "initialized": initialized,
            "allowSignUp": allow_sign_up,
            "allowedSignUpDomain": null,
            "instanceId": id,
            "trustSamlEmails": false,
            "trustLdapEmails": false,
            "isMigrationModeOn": false,
            "isSecretScanningDisabled": false,
        });
        return Ok(june);
    }
    let now = clock::now();
    Ok(json!({
        "id": id,
        "initialized": initialized,
        "allowSignUp": allow_sign_up,
        "createdAt": time(db, "config_created_at", now)?,
        "updatedAt": time(db, "config_updated_at", now)?,
    }))
}

fn time(db: &Connection, name: &str, now: i64) -> rusqlite::Result<Value> {
    let bytes = store::meta(db, name, || now.to_be_bytes().to_vec())?;
    Ok(bytes.try_into().map_or(Value::Null, |bytes| clock::iso(i64::from_be_bytes(bytes))))
}
