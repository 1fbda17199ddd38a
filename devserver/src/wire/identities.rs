//! Machine identities.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::identities::{Identity, Membership};
use crate::store::identity_logins::{ClientSecret, TokenAuth, TokenRules, UniversalAuth};
use crate::store::identity_tokens::Token;
use crate::store::memberships::Role;
use crate::store::projects::Project;
use crate::wire::{merged, roles};

pub(crate) fn identity(identity: &Identity, method: Option<&str>) -> Value {
    json!({
        "id": identity.id,
        "name": identity.name,
        "authMethod": method,
        "createdAt": clock::iso(identity.created_at),
        "updatedAt": clock::iso(identity.updated_at),
    })
}

/// An identity as one of an organisation's.
pub(crate) fn in_organization(listed: &Identity, method: Option<&str>) -> Value {
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
            "authMethod": method,
        },
    })
}

pub(crate) fn universal_auth(login: &UniversalAuth) -> Value {
    let own = json!({
        "id": login.id,
        "clientId": login.client_id,
        "clientSecretTrustedIps": trusted_ips(&login.secret_trusted_ips),
        "createdAt": clock::iso(login.created_at),
        "updatedAt": clock::iso(login.updated_at),
        "identityId": login.identity_id,
    });
    merged(own, rules(&login.tokens))
}

/// From source.
pub(crate) fn token_auth(login: &TokenAuth) -> Value {
    let own = json!({
        "id": login.id,
        "createdAt": clock::iso(login.created_at),
        "updatedAt": clock::iso(login.updated_at),
        "identityId": login.identity_id,
    });
    merged(own, rules(&login.tokens))
}

pub(super) fn rules(rules: &TokenRules) -> Value {
    json!({
        "accessTokenTTL": rules.ttl,
        "accessTokenMaxTTL": rules.max_ttl,
        "accessTokenNumUsesLimit": rules.max_uses,
        "accessTokenTrustedIps": trusted_ips(&rules.trusted_ips),
    })
}

fn trusted_ips(ips: &[String]) -> Value {
    let shown = ips.iter().map(|ip| {
        let (address, prefix) = ip.split_once('/').unwrap_or((ip, ""));
        let kind = if address.contains(':') { "ipv6" } else { "ipv4" };
        let plain = json!({ "type": kind, "ipAddress": address });
        match prefix.parse::<u8>() {
            Ok(prefix) => merged(plain, json!({ "prefix": prefix })),
            Err(_) => plain,
        }
    });
    shown.collect()
}

/// An access token without its text. From source.
pub(crate) fn token(token: &Token) -> Value {
    json!({
        "id": token.id,
        "accessTokenTTL": token.ttl,
        "accessTokenMaxTTL": token.max_ttl,
        "accessTokenNumUses": token.uses,
        "accessTokenNumUsesLimit": token.max_uses,
        "accessTokenLastUsedAt": token.last_used_at.map(clock::iso),
        "accessTokenLastRenewedAt":
            Some(token.renewed_at).filter(|at| *at != token.created_at).map(clock::iso),
        "isAccessTokenRevoked": token.is_revoked,
        "identityUAClientSecretId": null,
        "identityId": token.identity_id,
        "createdAt": clock::iso(token.created_at),
        "updatedAt": clock::iso(token.updated_at),
        "name": token.name,
        "authMethod": token.method.name(),
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

/// A membership in the list of a project's, with its identity.
pub(crate) fn in_project(
    era: Era,
    listed: &Membership,
    role: &Role,
    identity: &Identity,
    method: Option<&str>,
) -> Value {
    let whose = json!({
        "identity": {
            "id": identity.id,
            "name": identity.name,
            "authMethod": method,
        },
    });
    if era == Era::Feb24 {
        return merged(membership(era, listed), whose);
    }
    let role = roles::of_member(&role.id, &role.name, role.custom.as_ref());
    let own = json!({
        "id": listed.id,
        "identityId": listed.identity_id,
        "createdAt": clock::iso(listed.created_at),
        "updatedAt": clock::iso(listed.created_at),
        "roles": [role],
    });
    merged(own, whose)
}

/// The other fields of a membership in the list of an identity's. From source.
pub(crate) fn project(project: &Project) -> Value {
    json!({ "project": { "id": project.id, "name": project.name } })
}

pub(crate) fn session(token: &Token, text: &str) -> Value {
    json!({
        "accessToken": text,
        "expiresIn": token.ttl,
        "accessTokenMaxTTL": token.max_ttl,
        "tokenType": "Bearer",
    })
}
