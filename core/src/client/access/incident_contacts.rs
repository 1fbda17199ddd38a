//! Addresses that the server notifies of incidents in an organization.

use super::organizations::Organizations;
use crate::api::incident_contacts::{
    self as api, IncidentContactList, IncidentContactRecord, OneIncidentContact,
};
use crate::client::call::{Call, Client, awaitable, check_email};
use crate::client::projects::organization_setter;
use crate::{Error, ErrorKind, Result};

impl Organizations {
    /// Lists the addresses that the server notifies of incidents in an organization.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] on servers before autumn 2024 if there is no such organization or
    ///   the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`] for an API key, or on servers since autumn 2024 for an
    ///   organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names an organization and
    ///   the user does not belong to exactly one.
    pub fn incident_contacts(&self) -> ListIncidentContacts {
        ListIncidentContacts { client: self.client.clone(), organization: None }
    }

    /// Adds an address that the server notifies of incidents in an organization.
    ///
    /// # Arguments
    /// - `email`: the e-mail address; it need not be a user's.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the organization has this contact already.
    /// - [`ErrorKind::InvalidInput`] if the text is not an e-mail address, or if neither the call
    ///   nor the client names an organization and the user does not belong to exactly one.
    /// - [`ErrorKind::PermissionDenied`] for an API key, on servers since 2024 unless the user
    ///   administers the organization, or on servers since autumn 2024 for an organization that the
    ///   client does not act in.
    /// - [`ErrorKind::NotFound`] on servers before autumn 2024 if there is no such organization or
    ///   the user is not a member of it.
    pub fn add_incident_contact(&self, email: impl Into<String>) -> AddIncidentContact {
        AddIncidentContact { client: self.client.clone(), email: email.into(), organization: None }
    }

    /// Removes an address that the server notifies of incidents in an organization.
    ///
    /// # Arguments
    /// - `email`: the e-mail address, as in [`IncidentContact::email`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the organization has no such contact; on servers before autumn
    ///   2024 also if there is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`] for an API key, on servers since 2024 unless the user
    ///   administers the organization, or on servers since autumn 2024 for an organization that the
    ///   client does not act in.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names an organization and
    ///   the user does not belong to exactly one.
    pub fn remove_incident_contact(&self, email: impl Into<String>) -> RemoveIncidentContact {
        RemoveIncidentContact {
            client: self.client.clone(),
            email: email.into(),
            organization: None,
        }
    }
}

/// Lists contacts when awaited. See [`Organizations::incident_contacts`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListIncidentContacts {
    client: Client,
    organization: Option<String>,
}

impl ListIncidentContacts {
    organization_setter!();
}

awaitable!(ListIncidentContacts => Vec<IncidentContact>, |this, call| {
    call.require_session()?;
    let organization = call.checked_organization(this.organization).await?;
    call.incident_contacts(&organization).await
});

/// Adds a contact when awaited. See [`Organizations::add_incident_contact`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AddIncidentContact {
    client: Client,
    email: String,
    organization: Option<String>,
}

impl AddIncidentContact {
    organization_setter!();
}

awaitable!(AddIncidentContact => IncidentContact, |this, call| {
    call.require_session()?;
    check_email(&this.email)?;
    let organization = call.checked_organization(this.organization).await?;
    // Later servers reject an existing contact; this server accepts it as the same.
    if call.era().await?.is_may_2023()
        && call.incident_contact(&organization, &this.email).await?.is_some()
    {
        return Err(Error::new(
            ErrorKind::Conflict,
            format!("{}: it already exists", api::subject(&this.email, &organization)),
        ));
    }
    let request = api::add(&organization, &this.email)?;
    let added: OneIncidentContact = call.send_authorized(request).await?.json().await?;
    Ok(added.contact.into())
});

/// Removes a contact when awaited. See [`Organizations::remove_incident_contact`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveIncidentContact {
    client: Client,
    email: String,
    organization: Option<String>,
}

impl RemoveIncidentContact {
    organization_setter!();
}

awaitable!(RemoveIncidentContact => (), |this, call| {
    call.require_session()?;
    let organization = call.checked_organization(this.organization).await?;
    let contact = call.incident_contact(&organization, &this.email).await?.ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            format!("{}: not found", api::subject(&this.email, &organization)),
        )
    })?;
    call.check_id("incident contact", &contact.id).await?;
    let era = call.era().await?;
    call.send_authorized(api::remove(era, &organization, &contact.id, &contact.email)?).await?;
    Ok(())
});

/// A contact for incidents in an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentContact {
    /// The contact's id.
    pub id: String,
    /// The contact's e-mail address.
    pub email: String,
}

impl From<IncidentContactRecord> for IncidentContact {
    fn from(record: IncidentContactRecord) -> Self {
        Self { id: record.id(), email: record.email }
    }
}

impl Call {
    async fn incident_contacts(&self, organization: &str) -> Result<Vec<IncidentContact>> {
        let response = self.send_authorized(api::list(organization)).await?;
        let list: IncidentContactList = response.json().await?;
        Ok(list.incident_contacts_org.into_iter().map(IncidentContact::from).collect())
    }

    async fn incident_contact(
        &self,
        organization: &str,
        email: &str,
    ) -> Result<Option<IncidentContact>> {
        let mut contacts = self.incident_contacts(organization).await?.into_iter();
        Ok(contacts.find(|contact| contact.email == email))
    }
}
