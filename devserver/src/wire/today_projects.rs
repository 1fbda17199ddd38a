//! Shapes of July 2026: projects, their environments, folders and tags, and their members.

use serde_json::{Value, json};

use crate::clock;
use crate::store::environments::{Deletion, Environment};
use crate::store::folders::Folder;
use crate::store::memberships::{Membership, Role};
use crate::store::projects::{self, Project};
use crate::store::tags::Tag;
use crate::store::users::User;
use crate::wire::merged;

/// A project that was just changed or deleted.
pub(crate) fn changed(project: &Project) -> Value {
    // Projects of 2024 got a product when such a thing was invented.
    let product = (project.version < 3).then_some("secret-manager");
    json!({
        "id": project.id,
        "name": project.name,
        "description": project.description,
        "type": project.kind,
        "defaultProduct": product,
        "slug": project.slug,
        "autoCapitalization": project.auto_capitalization,
        "orgId": project.organization_id,
        "createdAt": clock::iso(project.created_at),
        "updatedAt": clock::iso(project.updated_at),
        "version": project.version,
        "upgradeStatus": upgrade_status(project),
        "pitVersionLimit": project.version_limit,
        "kmsCertificateKeyId": null,
        "auditLogsRetentionDays": null,
        "hasDeleteProtection": project.has_delete_protection,
        "secretSharing": true,
        "showSnapshotsLegacy": false,
        "secretDetectionIgnoreValues": null,
        "enforceEncryptedSecretManagerSecretMetadata": null,
    })
}

/// A project with its environments, as the routes of old clients show it.
pub(crate) fn older(project: &Project) -> Value {
    let environments = project.environments.iter();
    let environments = environments
        .map(|one| json!({ "name": one.name, "slug": one.slug, "id": one.id }))
        .collect::<Vec<_>>();
    merged(changed(project), json!({ "_id": project.id, "environments": environments }))
}

/// As [`older`], on the second generation of routes.
pub(crate) fn second(project: &Project) -> Value {
    merged(older(project), json!({ "kmsSecretManagerKeyId": null }))
}

/// A project with its environments and those that can be restored.
pub(crate) fn project(project: &Project, deleted: &[(Environment, Option<User>)]) -> Value {
    let deleted = deleted.iter().filter_map(|(one, user)| {
        let deletion = one.deletion.as_ref()?;
        let by = user.as_ref().map(|user| {
            json!({
                "type": "user",
                "id": user.id,
                "email": user.email,
                "username": user.email,
                "firstName": user.first_name,
                "lastName": user.last_name,
            })
        });
        Some(json!({
            "id": one.id,
            "name": one.name,
            "slug": one.slug,
            "deleteAfter": clock::iso(deletion.final_at()),
            "softDeletedAt": clock::iso(deletion.at),
            "deletedBy": by,
        }))
    });
    let deleted = deleted.collect::<Vec<_>>();
    merged(older(project), json!({ "deletedEnvironments": deleted }))
}

pub(crate) fn environment(environment: &Environment) -> Value {
    let deletion = environment.deletion.as_ref();
    json!({
        "id": environment.id,
        "name": environment.name,
        "slug": environment.slug,
        "position": environment.position,
        "projectId": environment.project_id,
        "createdAt": clock::iso(environment.created_at),
        "updatedAt": clock::iso(environment.updated_at),
        "deleteAfter": deletion.map(|it: &Deletion| clock::iso(it.final_at())),
        "softDeletedAt": deletion.map(|it| clock::iso(it.at)),
        "deletedByUserId": deletion.and_then(|it| it.user_id.as_deref()),
        "deletedByIdentityId": deletion.and_then(|it| it.identity_id.as_deref()),
    })
}

pub(crate) fn tag(tag: &Tag) -> Value {
    json!({
        "id": tag.id,
        "slug": tag.slug,
        "color": tag.color,
        "createdAt": clock::iso(tag.created_at),
        "updatedAt": clock::iso(tag.updated_at),
        "createdBy": tag.user_id,
        "projectId": tag.project_id,
        "createdByActorType": "user",
    })
}

/// A tag that was asked for by itself, which has its slug as a name too.
pub(crate) fn named_tag(found: &Tag) -> Value {
    merged(tag(found), json!({ "name": found.slug }))
}

pub(crate) fn folder(folder: &Folder) -> Value {
    json!({
        "id": folder.id,
        "name": folder.name,
        "version": folder.version,
        "createdAt": clock::iso(folder.created_at),
        "updatedAt": clock::iso(folder.updated_at),
        "envId": folder.environment_id,
        "parentId": folder.parent_id,
        "isReserved": false,
        "description": folder.description,
        "lastSecretModified": clock::iso_opt(folder.secrets_changed_at),
    })
}

/// A member of a project in a list.
pub(crate) fn member(membership: &Membership, user: &User) -> Value {
    json!({
        "id": membership.id,
        "createdAt": clock::iso(membership.created_at),
        "userId": membership.user_id,
        "projectId": membership.project_id,
        "user": {
            "id": user.id,
            "username": user.email,
            "email": user.email,
            "firstName": user.first_name,
            "lastName": user.last_name,
        },
        "roles": membership.roles.iter().map(role_of).collect::<Vec<_>>(),
    })
}

/// A member found by name, with a public key that is empty for those who have none.
pub(crate) fn member_details(membership: &Membership, user: &User) -> Value {
    let mut shown = member(membership, user);
    if let Value::Object(shown) = &mut shown {
        shown.remove("createdAt");
        if let Some(Value::Object(shown)) = shown.get_mut("user") {
            let key = user.keys.public_key.as_deref().unwrap_or_default();
            shown.insert("publicKey".to_owned(), key.into());
        }
    }
    shown
}

fn role_of(role: &Role) -> Value {
    let custom = role.custom.as_ref();
    json!({
        "id": role.id,
        "role": if custom.is_some() { "custom" } else { role.name.as_str() },
        "customRoleId": custom.map(|custom| custom.id.as_str()),
        "customRoleName": custom.map(|custom| custom.name.as_str()),
        "customRoleSlug": custom.map(|custom| custom.slug.as_str()),
        "isTemporary": false,
        "temporaryMode": null,
        "temporaryRange": null,
        "temporaryAccessStartTime": null,
        "temporaryAccessEndTime": null,
    })
}

/// The status of an upgrade as the server tells it.
pub(crate) fn upgrade_status(project: &Project) -> Option<&str> {
    match project.upgrade_status.as_deref() {
        Some(projects::QUEUED) => None,
        Some(projects::BEGUN) => Some("IN_PROGRESS"),
        other => other,
    }
}
