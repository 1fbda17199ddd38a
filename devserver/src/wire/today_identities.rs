//! Shapes of July 2026: machine identities and how they log in.

use serde_json::{Value, json};

use crate::clock;
use crate::store::identities::{Identity, Membership};
use crate::store::identity_auths::IdentityAuth;
use crate::store::identity_logins::{TokenAuth, UniversalAuth};
use crate::store::identity_tokens::Token;
use crate::store::memberships::Role;
use crate::store::projects::Project;
use crate::wire::{identities, merged};

/// An identity that was just deleted.
pub(crate) fn plain(identity: &Identity) -> Value {
    json!({
        "id": identity.id,
        "name": identity.name,
        "authMethod": null,
        "createdAt": clock::iso(identity.created_at),
        "updatedAt": clock::iso(identity.updated_at),
        "hasDeleteProtection": identity.has_delete_protection,
        "orgId": identity.organization_id,
        "projectId": null,
    })
}

/// An identity in the list of all that belong to the organization.
pub(crate) fn owned(identity: &Identity) -> Value {
    let mut shown = merged(plain(identity), json!({ "metadata": pairs(identity) }));
    if let Value::Object(shown) = &mut shown {
        shown.remove("authMethod");
    }
    shown
}

/// What is noted of an identity, without ids.
fn pairs(identity: &Identity) -> Value {
    let pairs = identity.metadata.as_array().into_iter().flatten();
    pairs.map(|pair| json!({ "key": pair["key"], "value": pair["value"] })).collect()
}

/// The place of an identity in the organization.
pub(crate) fn place(identity: &Identity) -> Value {
    json!({
        "id": identity.id,
        "role": identity.role,
        "roleId": null,
        "orgId": identity.organization_id,
        "createdAt": clock::iso(identity.created_at),
        "updatedAt": clock::iso(identity.updated_at),
        "identityId": identity.id,
        "lastLoginAuthMethod": identity.last_method,
        "lastLoginTime": identity.last_log_in.map(clock::iso),
    })
}

/// An identity in a list of places.
pub(crate) fn listed(identity: &Identity, methods: &[&str]) -> Value {
    let own = json!({
        "identity": {
            "id": identity.id,
            "name": identity.name,
            "hasDeleteProtection": identity.has_delete_protection,
            "authMethods": methods,
        },
    });
    merged(place(identity), own)
}

/// An identity in an answer about one identity.
pub(crate) fn found(identity: &Identity, methods: &[&str], locked: &[&str]) -> Value {
    let mut shown = listed(identity, methods);
    if let Some(Value::Object(own)) = shown.get_mut("identity") {
        own.insert("orgId".to_owned(), json!(identity.organization_id));
        own.insert("activeLockoutAuthMethods".to_owned(), json!(locked));
    }
    shown
}

/// The place of an identity in a project, in a list.
pub(crate) fn in_project(
    membership: &Membership,
    role: &Role,
    identity: &Identity,
    methods: &[&str],
    locked: &[&str],
) -> Value {
    let mut shown = placed(membership, role);
    if let Some(Value::Object(role)) = shown.pointer_mut("/roles/0") {
        role.remove("customRoleId");
    }
    let own = json!({
        "identity": {
            "id": identity.id,
            "name": identity.name,
            "orgId": identity.organization_id,
            "projectId": null,
            "authMethods": methods,
            "activeLockoutAuthMethods": locked,
        },
    });
    merged(shown, own)
}

/// As [`in_project`], for the identity alone.
pub(crate) fn alone_in_project(
    membership: &Membership,
    role: &Role,
    identity: &Identity,
    methods: &[&str],
) -> Value {
    let mut shown = in_project(membership, role, identity, methods, &[]);
    if let Value::Object(fields) = &mut shown {
        fields.remove("identityId");
        // Of log-ins to the project, which do not exist.
        fields.insert("lastLoginAuthMethod".to_owned(), Value::Null);
        fields.insert("lastLoginTime".to_owned(), Value::Null);
        if let Some(Value::Object(own)) = fields.get_mut("identity") {
            own.remove("activeLockoutAuthMethods");
            own.insert("metadata".to_owned(), identity.metadata.clone());
        }
    }
    shown
}

/// As [`in_project`], on the routes kept for old clients.
pub(crate) fn older_in_project(
    membership: &Membership,
    role: &Role,
    identity: &Identity,
    methods: &[&str],
    project: &Project,
) -> Value {
    let own = json!({
        "identity": { "id": identity.id, "name": identity.name, "authMethods": methods },
        "project": { "id": project.id, "name": project.name },
    });
    merged(placed(membership, role), own)
}

/// A project of an identity.
pub(crate) fn project_of(
    membership: &Membership,
    role: &Role,
    identity: &Identity,
    methods: &[&str],
    project: &Project,
) -> Value {
    let own = json!({
        "identity": {
            "id": identity.id,
            "name": identity.name,
            "hasDeleteProtection": identity.has_delete_protection,
            "authMethods": methods,
        },
        "project": { "id": project.id, "name": project.name, "type": project.kind },
    });
    merged(placed(membership, role), own)
}

fn placed(membership: &Membership, role: &Role) -> Value {
    let custom = role.custom.as_ref();
    json!({
        "id": membership.id,
        "identityId": membership.identity_id,
        "createdAt": clock::iso(membership.created_at),
        "updatedAt": clock::iso(membership.created_at),
        "roles": [{
            "id": role.id,
            "role": custom.map_or(role.name.as_str(), |_| "custom"),
            "customRoleId": custom.map(|custom| &custom.id),
            "customRoleName": custom.map(|custom| &custom.name),
            "customRoleSlug": custom.map(|custom| &custom.slug),
            "isTemporary": false,
            "temporaryMode": null,
            "temporaryRange": null,
            "temporaryAccessStartTime": null,
            "temporaryAccessEndTime": null,
        }],
    })
}

pub(crate) fn universal_auth(login: &UniversalAuth) -> Value {
    let more = json!({
        "accessTokenPeriod": 0,
        "lockoutEnabled": login.lockout.is_enabled,
        "lockoutThreshold": login.lockout.threshold,
        "lockoutDurationSeconds": login.lockout.seconds,
        "lockoutCounterResetSeconds": login.lockout.reset_seconds,
    });
    merged(identities::universal_auth(login), more)
}

pub(crate) fn token_auth(login: &TokenAuth) -> Value {
    merged(identities::token_auth(login), json!({ "accessTokenPeriod": 0 }))
}

pub(crate) fn token(token: &Token) -> Value {
    // Uses are not counted where users can see them.
    let more = json!({
        "accessTokenPeriod": 0,
        "subOrganizationId": null,
        "accessTokenNumUses": 0,
        "accessTokenLastUsedAt": null,
    });
    merged(identities::token(token), more)
}

/// How an identity logs in by something that others gave it.
pub(crate) fn identity_auth(auth: &IdentityAuth) -> Value {
    let own = json!({
        "id": auth.id,
        "createdAt": clock::iso(auth.created_at),
        "updatedAt": clock::iso(auth.updated_at),
        "identityId": auth.identity_id,
        "accessTokenPeriod": 0,
    });
    merged(merged(own, identities::rules(&auth.tokens)), auth.config.clone())
}
