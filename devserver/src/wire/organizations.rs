//! Organisations and their members.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::incident_contacts::IncidentContact;
use crate::store::organizations::{Organization, OrganizationMembership};
use crate::store::users::User;
use crate::wire::{merged, present, users};

pub(crate) fn organization(era: Era, organization: &Organization) -> Value {
    match era {
        Era::May23 => json!({
            "_id": organization.id,
            "name": organization.name,
            "createdAt": clock::iso(organization.created_at),
            "updatedAt": clock::iso(organization.updated_at),
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": organization.id,
            "name": organization.name,
            "customerId": null,
            "slug": organization.slug,
            "createdAt": clock::iso(organization.created_at),
            "updatedAt": clock::iso(organization.updated_at),
            "authEnforced": false,
            "scimEnabled": false,
        }),
    }
}

/// A membership in a list, with its user; an unregistered invitee has none.
pub(crate) fn listed(era: Era, membership: &OrganizationMembership, user: Option<&User>) -> Value {
    match era {
        Era::May23 => {
            let user = user.map(|user| json!({ "user": users::with_public_key(era, user) }));
            merged(may23(membership), user.unwrap_or_else(|| json!({})))
        }
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": membership.id,
            "role": membership.role,
            "status": membership.status,
            "inviteEmail": membership.invite_email,
            "orgId": membership.organization_id,
            "roleId": null,
            "user": user.map(|user| users::member(user, era >= Era::Jun24)),
        }),
    }
}

/// A membership just changed, removed or given a project.
pub(crate) fn changed(era: Era, membership: &OrganizationMembership) -> Value {
    match era {
        Era::May23 => merged(may23(membership), present([("user", membership.user_id.as_deref())])),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": membership.id,
            "role": membership.role,
            "status": membership.status,
            "inviteEmail": membership.invite_email,
            "createdAt": clock::iso(membership.created_at),
            "updatedAt": clock::iso(membership.updated_at),
            "userId": membership.user_id,
            "orgId": membership.organization_id,
            "roleId": null,
        }),
    }
}

/// Incident contacts.
pub(crate) fn incident_contact(era: Era, contact: &IncidentContact) -> Value {
    match era {
        Era::May23 => json!({
            "_id": contact.id,
            "email": contact.email,
            "organization": contact.organization_id,
            "createdAt": clock::iso(contact.created_at),
            "updatedAt": clock::iso(contact.updated_at),
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": contact.id,
            "email": contact.email,
            "createdAt": clock::iso(contact.created_at),
            "updatedAt": clock::iso(contact.updated_at),
            "orgId": contact.organization_id,
        }),
    }
}

fn may23(membership: &OrganizationMembership) -> Value {
    let base = merged(
        json!({
            "_id": membership.id,
            "organization": membership.organization_id,
            "role": membership.role,
            "status": membership.status,
            "createdAt": clock::iso(membership.created_at),
            "updatedAt": clock::iso(membership.updated_at),
        }),
        present([("inviteEmail", membership.invite_email.as_deref())]),
    );
    // A founder's membership is written in bulk and gets no document version.
    if membership.invite_email.is_some() { merged(base, json!({ "__v": 0 })) } else { base }
}
