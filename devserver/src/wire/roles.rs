//! Roles: those that a project defines, and those of its members.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::memberships::Role;
use crate::store::roles::CustomRole;
use crate::wire::merged;

/// A role that every project has: its slug, name, and what it is for. From source.
const BUILT_IN: [[&str; 3]; 4] = [
    ["admin", "Admin", "Full administrative access over a project"],
    ["member", "Member", "Limited read/write role in a project"],
    ["viewer", "Viewer", "Only read role in a project"],
    ["no-access", "No Access", "No access to any resources in the project"],
];

/// The roles that every project has, as they begin the list of a project's, with ids that are new
/// each time.
pub(crate) fn built_in(era: Era, project_id: &str) -> Vec<Value> {
    let now = clock::now();
    let roles = BUILT_IN.iter().map(|[slug, name, description]| {
        json!({
            "id": era.new_id(),
            "name": name,
            "description": description,
            "slug": slug,
            "createdAt": clock::iso(now),
            "updatedAt": clock::iso(now),
            "projectId": project_id,
        })
    });
    roles.collect()
}

/// A role in the list of a project's, which does not tell what it allows.
pub(crate) fn in_project(role: &CustomRole) -> Value {
    json!({
        "id": role.id,
        "name": role.name,
        "description": role.description,
        "slug": role.slug,
        "createdAt": clock::iso(role.created_at),
        "updatedAt": clock::iso(role.updated_at),
        "projectId": role.project_id,
    })
}

/// A role with what it allows.
pub(crate) fn role(role: &CustomRole) -> Value {
    merged(in_project(role), json!({ "permissions": role.permissions }))
}

/// A role of a member in a list; `slug` names it.
pub(crate) fn of_member(id: &str, slug: &str, custom: Option<&CustomRole>) -> Value {
    let own = json!({
        "customRoleName": custom.map(|role| &role.name),
        "customRoleSlug": custom.map(|role| &role.slug),
    });
    merged(plain(id, slug, custom), own)
}

/// A role that was just given to a member.
pub(crate) fn given(membership_id: &str, role: &Role) -> Value {
    merged(
        plain(&role.id, &role.name, role.custom.as_ref()),
        json!({
            "projectMembershipId": membership_id,
            "createdAt": clock::iso(role.created_at),
            "updatedAt": clock::iso(role.updated_at),
        }),
    )
}

fn plain(id: &str, slug: &str, custom: Option<&CustomRole>) -> Value {
    json!({
        "id": id,
        "role": custom.map_or(slug, |_| "custom"),
        "customRoleId": custom.map(|role| &role.id),
        "isTemporary": false,
        "temporaryMode": null,
        "temporaryRange": null,
        "temporaryAccessStartTime": null,
        "temporaryAccessEndTime": null,
    })
}
