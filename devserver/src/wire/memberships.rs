//! Members of a project.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::memberships::Membership;
use crate::store::users::User;
use crate::wire::{merged, roles, users};

/// A membership in a list, with its user.
pub(crate) fn listed(era: Era, membership: &Membership, user: &User) -> Value {
    match era {
        Era::May23 => {
            merged(may23(membership), json!({ "user": users::with_public_key(era, user) }))
        }
        Era::Feb24 => json!({
            "id": membership.id,
            "role": membership.role(),
            "userId": membership.user_id,
            "projectId": membership.project_id,
            "roleId": null,
            "user": users::member(user, false),
        }),
        Era::Jun24 | Era::Modern => jun24(membership, users::member(user, false)),
    }
}

/// As [`listed`], for the `users` route, which names June 2024's users too.
pub(crate) fn listed_user(era: Era, membership: &Membership, user: &User) -> Value {
    match era {
        Era::May23 | Era::Feb24 => listed(era, membership, user),
        Era::Jun24 | Era::Modern => jun24(membership, users::member(user, true)),
    }
}

/// A membership just changed or removed.
pub(crate) fn changed(era: Era, membership: &Membership) -> Value {
    let later = || {
        json!({
            "id": membership.id,
            "createdAt": clock::iso(membership.created_at),
            "updatedAt": clock::iso(membership.updated_at),
            "userId": membership.user_id,
            "projectId": membership.project_id,
        })
    };
    match era {
        Era::May23 => merged(may23(membership), json!({ "user": membership.user_id })),
        Era::Feb24 => merged(later(), json!({ "role": membership.role(), "roleId": null })),
        Era::Jun24 | Era::Modern => later(),
    }
}

/// June 2024: the roles just given to a member.
pub(crate) fn roles(membership: &Membership) -> Value {
    membership.roles.iter().map(|role| roles::given(&membership.id, role)).collect()
}

/// May 2023: what a member may not do.
pub(crate) fn denied(membership: &Membership) -> Value {
    let denied = membership.denied.iter();
    denied
        .map(|one| {
            json!({ "environmentSlug": one.environment, "ability": one.ability, "_id": one.id })
        })
        .collect()
}

fn may23(membership: &Membership) -> Value {
    let base = json!({
        "_id": membership.id,
        "workspace": membership.project_id,
        "role": membership.role(),
        "deniedPermissions": denied(membership),
        "createdAt": clock::iso(membership.created_at),
        "updatedAt": clock::iso(membership.updated_at),
    });
    // A founder's membership is written in bulk and gets no document version.
    if membership.is_founder { base } else { merged(base, json!({ "__v": 0 })) }
}

fn jun24(membership: &Membership, user: Value) -> Value {
    let roles = membership.roles.iter();
    let roles = roles.map(|role| roles::of_member(&role.id, &role.name, role.custom.as_ref()));
    json!({
        "id": membership.id,
        "userId": membership.user_id,
        "projectId": membership.project_id,
        "user": user,
        "roles": roles.collect::<Vec<_>>(),
    })
}
