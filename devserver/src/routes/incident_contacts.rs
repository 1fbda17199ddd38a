//! Incident contacts of an organization. This server only stores them.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::incident_contacts;
use crate::wire::{self, Reply};

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization(call, db, id)?;
        let contacts = incident_contacts::of_organization(db, id)?;
        let contacts = contacts
            .iter()
            .map(|contact| wire::organizations::incident_contact(call.era(), contact));
        Ok(Reply::json(json!({ "incidentContactsOrg": contacts.collect::<Vec<_>>() })))
    })
}

/// May 2023 accepts an existing contact; later eras reject it.
pub(crate) fn add(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = body.trimmed("email");
    body.finish()?;
    let id = call.param("organizationId");
    call.app.store.write(|db| {
        authorize(call, db, Action::Create)?;
        let known = incident_contacts::by_email(db, id, &email)?.is_some();
        if known && call.era() != Era::May23 {
            return Err(ApiError::Later {
                status: 400,
                error: "Incident contact exist",
                message: "Incident contact already exist",
            });
        }
        let contact = incident_contacts::add(db, call.era(), id, &email)?;
        let contact = wire::organizations::incident_contact(call.era(), &contact);
        Ok(Reply::json(match call.era() {
            Era::May23 => json!({ "incidentContactOrg": contact }),
            Era::Feb24 | Era::Jun24 | Era::Modern => json!({ "incidentContactsOrg": contact }),
        }))
    })
}

pub(crate) fn remove_may23(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = body.trimmed("email");
    body.finish()?;
    call.app.store.write(|db| {
        authorize(call, db, Action::Delete)?;
        let contact = incident_contacts::by_email(db, call.param("organizationId"), &email)?;
        if let Some(contact) = &contact {
            incident_contacts::delete(db, &contact.id)?;
        }
        let contact =
            contact.map(|contact| wire::organizations::incident_contact(call.era(), &contact));
        let message = "Successfully deleted organization incident contact";
        Ok(Reply::json(json!({ "message": message, "incidentContactOrg": contact })))
    })
}

/// Later eras, from source: by its id.
pub(crate) fn remove_later(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        authorize(call, db, Action::Delete)?;
        let (organization, id) = (call.param("organizationId"), call.param("incidentContactId"));
        let contact = incident_contacts::by_id(db, organization, id)?
            .ok_or(ApiError::bad_request("Failed to find incident contact"))?;
        incident_contacts::delete(db, &contact.id)?;
        let contact = wire::organizations::incident_contact(call.era(), &contact);
        Ok(Reply::json(json!({ "incidentContactsOrg": contact })))
    })
}

/// Any member may in May 2023, those who run the organisation later.
fn authorize(call: &Call, db: &Connection, action: Action) -> Result<(), ApiError> {
    let id = call.param("organizationId");
    match call.era() {
        Era::May23 => access::organization(call, db, id)?,
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            access::organization_admin(call, db, id, action, Subject::IncidentContacts)?
        }
    };
    Ok(())
}
