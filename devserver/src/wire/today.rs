//! Shapes of July 2026: accounts, organizations and their members.

use serde_json::{Value, json};

use crate::clock;
use crate::store::organizations::{Organization, OrganizationMembership};
use crate::store::users::User;
use crate::wire::merged;

/// An account as answers to sign-up and to changes show it.
pub(crate) fn user(user: &User) -> Value {
    json!({
        "id": user.id,
        "username": user.email,
        "email": user.email,
        "isEmailVerified": true,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "authMethods": ["email"],
    })
}

/// The caller's account with its sealed key pair. An account made since autumn 2024 has none.
pub(crate) fn own(user: &User) -> Value {
    let keys = &user.keys;
    merged(
        profile(user),
        json!({
            "encryptedPrivateKey": keys.encrypted_private_key,
            "iv": keys.iv,
            "tag": keys.tag,
            "salt": keys.salt,
            "protectedKey": keys.protected_key,
            "protectedKeyIV": keys.protected_key_iv,
            "protectedKeyTag": keys.protected_key_tag,
        }),
    )
}

/// The caller's account as the oldest route shows it.
pub(crate) fn brief(user: &User) -> Value {
    merged(profile(user), json!({ "lastSeenAnnouncementId": null, "encryptionVersion": 2 }))
}

fn profile(user: &User) -> Value {
    let devices = user.devices.iter();
    let devices: Vec<_> =
        devices.map(|device| json!({ "ip": device.ip, "userAgent": device.user_agent })).collect();
    let method = (user.mfa_changes > 0).then_some("email");
    json!({
        "id": user.id,
        "email": user.email,
        "authMethods": ["email"],
        "superAdmin": user.is_super_admin,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "isAccepted": user.is_accepted,
        "isMfaEnabled": user.is_mfa_enabled,
        "mfaMethods": null,
        "devices": if devices.is_empty() { Value::Null } else { devices.into() },
        "createdAt": clock::iso(user.created_at),
        "updatedAt": clock::iso(user.updated_at),
        "isGhost": false,
        "username": user.email,
        "isEmailVerified": true,
        "consecutiveFailedMfaAttempts": user.lock.failed_attempts,
        "isLocked": user.lock.is_for_good,
        "temporaryLockDateEnd": user.lock.until.map(clock::iso),
        "consecutiveFailedPasswordAttempts": 0,
        "selectedMfaMethod": method,
        "isGitHubVerified": null,
        "isGitLabVerified": null,
        "isGoogleVerified": null,
    })
}

pub(crate) fn organization(organization: &Organization) -> Value {
    json!({
        "id": organization.id,
        "name": organization.name,
        "customerId": null,
        "slug": organization.slug,
        "createdAt": clock::iso(organization.created_at),
        "updatedAt": clock::iso(organization.updated_at),
        "authEnforced": false,
        "googleSsoAuthEnforced": false,
        "scimEnabled": false,
        "kmsDefaultKeyId": null,
        "defaultMembershipRole": "member",
        "enforceMfa": false,
        "selectedMfaMethod": null,
        "allowSecretSharingOutsideOrganization": true,
        "shouldUseNewPrivilegeSystem": organization.is_new,
        "privilegeUpgradeInitiatedByUsername": null,
        "privilegeUpgradeInitiatedAt": null,
        "bypassOrgAuthEnabled": false,
        "userTokenExpiration": null,
        "secretsProductEnabled": true,
        "pkiProductEnabled": true,
        "kmsProductEnabled": true,
        "sshProductEnabled": true,
        "scannerProductEnabled": true,
        "shareSecretsProductEnabled": true,
        "maxSharedSecretLifetime": 2_592_000,
        "maxSharedSecretViewLimit": null,
        "blockDuplicateSecretSyncDestinations": false,
        "allowCrossProjectSecretSharing": false,
        "rootOrgId": null,
        "parentOrgId": null,
        "secretShareBrandConfig": null,
    })
}

/// An organization of the caller, with the place in it.
pub(crate) fn own_organization(found: &Organization, place: &OrganizationMembership) -> Value {
    let own = json!({
        "orgAuthMethod": "",
        "userRole": place.role,
        "userJoinedAt": clock::iso(place.created_at),
    });
    merged(organization(found), own)
}

/// The organization that the first administrator gets, with all columns.
pub(crate) fn admin_organization(found: &Organization) -> Value {
    let more = json!({
        "kmsEncryptedDataKey": null,
        "googleSsoAuthLastUsed": null,
        "defaultCertManagerProjectId": null,
    });
    merged(organization(found), more)
}

/// A member of an organization in a list, with the public key of those who have one.
pub(crate) fn member(place: &OrganizationMembership, user: &User) -> Value {
    merged(
        membership(place),
        json!({
            "user": {
                "id": user.id,
                "username": user.email,
                "email": user.email,
                "isEmailVerified": true,
                "firstName": user.first_name,
                "lastName": user.last_name,
                "publicKey": user.keys.public_key,
            },
        }),
    )
}

/// As [`member`], on the older route, which tells who administers the server.
pub(crate) fn older_member(place: &OrganizationMembership, user: &User) -> Value {
    let mut shown = member(place, user);
    if let Some(Value::Object(shown)) = shown.get_mut("user") {
        shown.remove("isEmailVerified");
        shown.insert("superAdmin".to_owned(), user.is_super_admin.into());
    }
    shown
}

/// A member that was just changed or removed.
pub(crate) fn changed_member(place: &OrganizationMembership) -> Value {
    let mut shown = membership(place);
    if let Value::Object(shown) = &mut shown {
        shown.remove("roleId");
    }
    merged(
        shown,
        json!({
            "createdAt": clock::iso(place.created_at),
            "updatedAt": clock::iso(place.updated_at),
            "projectFavorites": null,
            "lastInvitedAt": null,
        }),
    )
}

fn membership(place: &OrganizationMembership) -> Value {
    json!({
        "id": place.id,
        "role": place.role,
        "status": place.status,
        "inviteEmail": place.invite_email,
        "orgId": place.organization_id,
        "roleId": null,
        "isActive": true,
        "lastLoginAuthMethod": place.last_log_in.map(|_| "email"),
        "lastLoginTime": place.last_log_in.map(clock::iso),
    })
}
