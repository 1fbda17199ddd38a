//! Addresses that the server notifies of incidents in an organization.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::Result;
use crate::http::{Request, segment};
use crate::text::Shown;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IncidentContactList {
    pub(crate) incident_contacts_org: Vec<IncidentContactRecord>,
}

/// A new contact; May 2023 and later name it differently.
#[derive(Deserialize)]
pub(crate) struct OneIncidentContact {
    #[serde(rename = "incidentContactOrg", alias = "incidentContactsOrg")]
    pub(crate) contact: IncidentContactRecord,
}

#[derive(Deserialize)]
pub(crate) struct IncidentContactRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) email: String,
}

impl IncidentContactRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Serialize)]
struct Email<'a> {
    email: &'a str,
}

pub(crate) fn list(organization_id: &str) -> Request {
    Request::get(path(organization_id))
        .about(format!("the incident contacts of organization {organization_id}"))
}

pub(crate) fn add(organization_id: &str, email: &str) -> Result<Request> {
    Request::post(path(organization_id))
        .about(subject(email, organization_id))
        .json(&Email { email })
}

/// May 2023 uses the address, later servers the id. Known from source.
pub(crate) fn remove(era: Era, organization_id: &str, id: &str, email: &str) -> Result<Request> {
    let path = path(organization_id);
    let request = match era {
        Era::May2023 => Request::delete(path).json(&Email { email })?,
        _ => Request::delete(format!("{path}/{}", segment(id))),
    };
    Ok(request.about(subject(email, organization_id)))
}

/// The contact in messages.
pub(crate) fn subject(email: &str, organization_id: &str) -> String {
    format!("incident contact {email} of organization {organization_id}", email = Shown(email))
}

fn path(organization_id: &str) -> String {
    format!("/api/v1/organization/{}/incidentContactOrg", segment(organization_id))
}
