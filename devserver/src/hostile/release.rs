//! Lies about the release of the server and the version of projects.

use serde_json::{Value, json};

use super::json::each_object;
use super::keys::is_sealed_key;
use super::{Hostile, HostileKind};
use crate::era::Era;
use crate::http::Call;

pub(super) fn lie(hostile: &Hostile, call: &Call, body: &mut Value) {
    if hostile.is(HostileKind::ProjectDowngrade) {
        downgrade_project(body);
    }
    if hostile.is(HostileKind::EraDowngrade) {
        downgrade_era(call, body);
    }
}

fn downgrade_project(body: &mut Value) {
    each_object(body, &mut |object| {
        if object.contains_key("autoCapitalization") {
            object.insert("version".to_owned(), json!(3));
        }
    });
    if body.as_object().is_some_and(is_sealed_key) {
        *body = Value::Null;
    } else if let Some(key) = body.get_mut("latestKey") {
        *key = Value::Null;
    }
}

/// The id of the server in a lie about its release.
const INSTANCE: &str = "00000000-0000-4000-8000-000000000000";
/// Fields of the configuration since June 2024.
const LATER_CONFIG: [&str; 10] = [
    "enabledLoginMethods",
    "defaultAuthOrgId",
    "defaultAuthOrgSlug",
    "defaultAuthOrgAuthEnforced",
    "defaultAuthOrgAuthMethod",
    "authConsentContent",
    "pageFrameContent",
    "isPublicSecretSharingDisabled",
    "licenseServerV2Enabled",
    "isCrossProjectSecretSharingEnabled",
];

/// What tells the releases apart: May 2023 has no `redisConfigured`, February 2024 no `instanceId`, June
/// 2024 no `fipsEnabled`.
fn downgrade_era(call: &Call, body: &mut Value) {
    let later: &[&str] = match (call.route(), call.era()) {
        ("/api/status", Era::May23) => {
            if let Value::Object(status) = body {
                status.insert("redisConfigured".to_owned(), json!(true));
            }
            return;
        }
        ("/api/status", Era::Feb24) => &["redisConfigured"],
        ("/api/status", Era::Modern) => &["auditLogStorageDisabled", "maxIdentityAccessTokenTTL"],
        ("/api/v1/admin/config", Era::Modern) => {
            each_object(body, &mut |object| {
                if object.contains_key("allowSignUp") {
                    object.insert("instanceId".to_owned(), json!(INSTANCE));
                }
            });
            &LATER_CONFIG
        }
        ("/api/v1/admin/config", Era::Jun24) => &["instanceId"],
        _ => return,
    };
    each_object(body, &mut |object| {
        object.retain(|name, _| !later.contains(&name.as_str()));
    });
}
