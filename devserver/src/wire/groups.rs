//! Groups of users. From source.

use serde_json::{Value, json};

use crate::clock;
use crate::store::groups::{Group, GroupMembership};
use crate::store::users::User;
use crate::wire::{merged, roles};

/// A group as it was just made, changed or deleted.
pub(crate) fn group(group: &Group) -> Value {
    json!({
        "id": group.id,
        "orgId": group.organization_id,
        "name": group.name,
        "slug": group.slug,
        "createdAt": clock::iso(group.created_at),
        "updatedAt": clock::iso(group.updated_at),
    })
}

/// A group with its role in the organisation.
pub(crate) fn with_role(found: &Group) -> Value {
    let role = json!({ "role": found.role, "roleId": null, "customRoleSlug": null });
    merged(group(found), role)
}

/// A user as groups show them.
pub(crate) fn user(user: &User) -> Value {
    json!({
        "email": user.email,
        "username": user.email,
        "firstName": user.first_name,
        "lastName": user.last_name,
        "id": user.id,
    })
}

/// A user who is in a group since `joined_at`, or might be.
pub(crate) fn listed_user(listed: &User, joined_at: Option<i64>) -> Value {
    let place =
        json!({ "isPartOfGroup": joined_at.is_some(), "joinedGroupAt": clock::iso_opt(joined_at) });
    merged(user(listed), place)
}

/// That a group is in a project.
pub(crate) fn membership(membership: &GroupMembership) -> Value {
    json!({
        "id": membership.id,
        "groupId": membership.group_id,
        "createdAt": clock::iso(membership.created_at),
        "updatedAt": clock::iso(membership.updated_at),
        "projectId": membership.project_id,
    })
}

/// As [`membership`], in the list of a project's.
pub(crate) fn in_project(listed: &GroupMembership, group: &Group) -> Value {
    let roles = listed.roles.iter();
    let roles = roles.map(|role| roles::of_member(&role.id, &role.name, role.custom.as_ref()));
    let more = json!({
        "roles": roles.collect::<Vec<_>>(),
        "group": { "name": group.name, "id": group.id, "slug": group.slug },
    });
    merged(membership(listed), more)
}
