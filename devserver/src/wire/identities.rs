//! Machine identities.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::identities::{ClientSecret, Identity, Membership, Token, UniversalAuth};
use crate::wire::merged;

pub(crate) fn identity(identity: &Identity, login: Option<&UniversalAuth>) -> Value {
    json!({
        "id": identity.id,
        "name": identity.name,
        "authMethod": login.map(|_| "universal-auth"),
        "createdAt": clock::iso(identity.created_at),
        "updatedAt": clock::iso(identity.updated_at),
    })
}

/// An identity in the list of an organisation's.
pub(crate) fn in_organization(listed: &Identity, login: Option<&UniversalAuth>) -> Value {
    json!({
        "id": listed.id,
        "role": listed.role,
        "roleId": null,
        "orgId": listed.organization_id,
        "identityId": listed.id,
        "createdAt": clock::iso(listed.created_at),
        "updatedAt": clock::iso(listed.updated_at),
        "identity": {
            "id": listed.id,
            "name": listed.name,
            "authMethod": login.map(|_| "universal-auth"),
        },
    })
}

pub(crate) fn universal_auth(login: &UniversalAuth) -> Value {
    let everywhere = json!([
        { "type": "ipv4", "prefix": 0, "ipAddress": "0.0.0.0" },
        { "type": "ipv6", "prefix": 0, "ipAddress": "::" },
    ]);
    json!({
        "id": login.id,
        "clientId": login.client_id,
        "accessTokenTTL": login.token_ttl,
        "accessTokenMaxTTL": login.token_max_ttl,
        "accessTokenNumUsesLimit": 0,
        "clientSecretTrustedIps": everywhere,
        "accessTokenTrustedIps": everywhere,
        "createdAt": clock::iso(login.created_at),
        "updatedAt": clock::iso(login.created_at),
        "identityId": login.identity_id,
    })
}

pub(crate) fn client_secret(secret: &ClientSecret, login: &UniversalAuth) -> Value {
    json!({
        "id": secret.id,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.created_at),
        "description": secret.description,
        "clientSecretPrefix": secret.prefix,
        "clientSecretNumUses": secret.uses,
        "clientSecretNumUsesLimit": secret.max_uses,
        "clientSecretTTL": secret.ttl,
        "identityUAId": login.id,
        "isClientSecretRevoked": secret.is_revoked,
    })
}

pub(crate) fn membership(era: Era, membership: &Membership) -> Value {
    let plain = json!({
        "id": membership.id,
        "projectId": membership.project_id,
        "identityId": membership.identity_id,
        "createdAt": clock::iso(membership.created_at),
        "updatedAt": clock::iso(membership.created_at),
    });
    if era == Era::Feb24 {
        merged(plain, json!({ "role": membership.role, "roleId": null }))
    } else {
        plain
    }
}

/// A membership in the list of a project's, with its identity. From source.
pub(crate) fn in_project(
    era: Era,
    listed: &Membership,
    identity: &Identity,
    login: Option<&UniversalAuth>,
) -> Value {
    let whose = json!({
        "identity": {
            "id": identity.id,
            "name": identity.name,
            "authMethod": login.map(|_| "universal-auth"),
        },
    });
    let shown = merged(membership(era, listed), whose);
    if era == Era::Feb24 {
        return shown;
    }
    let role = json!({
        "id": listed.id,
        "role": listed.role,
        "customRoleId": null,
        "customRoleName": null,
        "customRoleSlug": null,
        "isTemporary": false,
        "temporaryMode": null,
        "temporaryRange": null,
        "temporaryAccessStartTime": null,
        "temporaryAccessEndTime": null,
    });
    merged(shown, json!({ "roles": [role] }))
}

pub(crate) fn session(token: &Token, text: &str) -> Value {
    json!({
        "accessToken": text,
        "expiresIn": token.ttl,
        "accessTokenMaxTTL": token.max_ttl,
        "tokenType": "Bearer",
    })
}
