//! Organizations the user belongs to.

use crate::api::organizations::{self, OneOrganization, OrganizationRecord};
use crate::api::workspaces::WorkspaceList;
use crate::client::call::{Client, awaitable, check_name};
use crate::client::projects::{Project, organization_setter};

/// Organizations the user belongs to. See [`Client::organizations`].
///
/// Every method fails with [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for
/// the credential of a program, such as a service token. A malformed id of an organization fails
/// with [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput).
///
/// Protocol: `/api/v1/organization`, `/api/v2/organizations` and `/api/v1/invite-org`.
#[derive(Debug, Clone)]
pub struct Organizations {
    pub(crate) client: Client,
}

impl Organizations {
    /// Lists every organization of the user. Older servers also list those that only invited the
    /// user.
    pub fn list(&self) -> ListOrganizations {
        ListOrganizations { client: self.client.clone() }
    }

    /// Creates an organization. The user gets its highest role: `owner` on May 2023 servers,
    /// `admin` on later ones.
    ///
    /// # Arguments
    /// - `name`: the organization's name.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is blank.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key.
    pub fn create(&self, name: impl Into<String>) -> CreateOrganization {
        CreateOrganization { client: self.client.clone(), name: name.into() }
    }

    /// Gives an organization another name. On May 2023 servers every member may do so, on later
    /// ones only administrators.
    ///
    /// # Arguments
    /// - `id`: the organization's id.
    /// - `name`: the new name.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is blank.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers before autumn 2024 if there
    ///   is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key, if the
    ///   user's role does not allow it, or on servers since autumn 2024 for an organization that
    ///   the client does not act in.
    pub fn rename(&self, id: impl Into<String>, name: impl Into<String>) -> RenameOrganization {
        RenameOrganization { client: self.client.clone(), id: id.into(), name: name.into() }
    }

    /// Lists an organization's projects that have the user as a member.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers before autumn 2024 if there
    ///   is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) on May 2023 servers
    ///   unless the user is an owner or administrator of the organization, or on servers since
    ///   autumn 2024 for an organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names an organization and the user does not belong to exactly one.
    pub fn projects(&self) -> ListOrganizationProjects {
        ListOrganizationProjects { client: self.client.clone(), organization: None }
    }
}
/// Lists organizations when awaited. See [`Organizations::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListOrganizations {
    client: Client,
}

awaitable!(ListOrganizations => Vec<Organization>, |this, call| {
    let records = call.organization_records().await?;
    Ok(records.into_iter().map(Organization::from).collect())
});

/// Creates an organization when awaited. See [`Organizations::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateOrganization {
    client: Client,
    name: String,
}

awaitable!(CreateOrganization => Organization, |this, call| {
    call.require_session()?;
    check_name("organization", &this.name)?;
    let request = organizations::create(call.era().await?, &this.name)?;
    let made: OneOrganization = call.send_authorized(request).await?.json().await?;
    Ok(made.organization.into())
});

/// Renames an organization when awaited. See [`Organizations::rename`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenameOrganization {
    client: Client,
    id: String,
    name: String,
}

awaitable!(RenameOrganization => Organization, |this, call| {
    call.require_session()?;
    check_name("organization", &this.name)?;
    call.check_id("organization", &this.id).await?;
    let request = organizations::rename(call.era().await?, &this.id, &this.name)?;
    let renamed: OneOrganization = call.send_authorized(request).await?.json().await?;
    Ok(renamed.organization.into())
});

/// Lists an organization's projects when awaited. See [`Organizations::projects`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListOrganizationProjects {
    client: Client,
    organization: Option<String>,
}

impl ListOrganizationProjects {
    organization_setter!();
}

awaitable!(ListOrganizationProjects => Vec<Project>, |this, call| {
    let organization = call.checked_organization(this.organization).await?;
    let request = organizations::workspaces(&organization);
    let list: WorkspaceList = call.send_authorized(request).await?.json().await?;
    Ok(list.workspaces.into_iter().map(Project::from).collect())
});

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The organization's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug; `None` on May 2023 servers.
    pub slug: Option<String>,
}

impl From<OrganizationRecord> for Organization {
    fn from(record: OrganizationRecord) -> Self {
        Self { id: record.id(), name: record.name, slug: record.slug }
    }
}
