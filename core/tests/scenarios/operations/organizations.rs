//! Organizations.

use infisical_e2ee::{Client, IncidentContact, Organization, OrganizationMember};
use serde_json::{Value, json};

use super::members::removed_json;
use super::projects::project_json;
use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let organizations = client.organizations();
    match name {
        "list" => {
            args.done()?;
            Ok(organizations.list().await?.iter().map(organization_json).collect())
        }
        "create" => {
            let name = args.required("name")?;
            args.done()?;
            Ok(organization_json(&organizations.create(name).await?))
        }
        "rename" => {
            let (id, name) = (args.required("id")?, args.required("name")?);
            args.done()?;
            Ok(organization_json(&organizations.rename(id, name).await?))
        }
        "members" => {
            let request = with!(organizations.members(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(member_json).collect())
        }
        "set_role" => {
            let (id, role) = (args.required("member_id")?, args.required("role")?);
            let request = with!(organizations.set_role(id, role), args, organization);
            args.done()?;
            Ok(member_json(&request.await?))
        }
        "remove_member" => {
            let id = args.required("member_id")?;
            let request = with!(organizations.remove_member(id), args, organization);
            args.done()?;
            Ok(removed_json(&request.await?))
        }
        "invite" => {
            let email = args.required("email")?;
            let request = with!(organizations.invite(email), args, organization);
            args.done()?;
            let invitation = request.await?;
            Ok(json!({
                "email": invitation.email,
                "organization_id": invitation.organization_id,
                "link": invitation.link.map(|link| link.expose().to_owned()),
                "code": invitation.code.map(|code| code.expose().to_owned()),
            }))
        }
        "incident_contacts" => {
            let request = with!(organizations.incident_contacts(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(contact_json).collect())
        }
        "add_incident_contact" => {
            let email = args.required("email")?;
            let request = with!(organizations.add_incident_contact(email), args, organization);
            args.done()?;
            Ok(contact_json(&request.await?))
        }
        "remove_incident_contact" => {
            let email = args.required("email")?;
            let request = with!(organizations.remove_incident_contact(email), args, organization);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "projects" => {
            let request = with!(organizations.projects(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(project_json).collect())
        }
        _ => wrong(format!("there is no operation organizations.{name}")),
    }
}

fn organization_json(organization: &Organization) -> Value {
    json!({"id": organization.id, "name": organization.name, "slug": organization.slug})
}

fn contact_json(contact: &IncidentContact) -> Value {
    json!({"id": contact.id, "email": contact.email})
}

fn member_json(member: &OrganizationMember) -> Value {
    json!({
        "id": member.id,
        "user_id": member.user_id,
        "email": member.email,
        "first_name": member.first_name,
        "last_name": member.last_name,
        "role": member.role,
        "status": member.status,
        "public_key": member.public_key,
        "public_key_fingerprint": member.public_key_fingerprint,
    })
}
