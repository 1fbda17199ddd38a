//! Organizations the user belongs to.

use super::call::Call;
use super::checks::check_name;
use super::credential::Kind;
use super::organization_members::{
    InviteToOrganization, ListOrganizationMembers, RemoveOrganizationMember, SetOrganizationRole,
};
use super::{Client, Project, awaitable};
use crate::Result;
use crate::api::organizations::{self, OneOrganization, OrganizationList, OrganizationRecord};
use crate::api::workspaces::WorkspaceList;

/// Organizations the user belongs to. See [`Client::organizations`].
#[derive(Debug, Clone)]
pub struct Organizations {
    pub(super) client: Client,
}

impl Organizations {
    /// Every organization of the user, with those that only invited the user on older servers.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for a service token.
    pub fn list(&self) -> ListOrganizations {
        ListOrganizations { client: self.client.clone() }
    }

    /// Makes an organization whose highest role the user takes.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) for a blank name;
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key.
    pub fn create(&self, name: impl Into<String>) -> CreateOrganization {
        CreateOrganization { client: self.client.clone(), name: name.into() }
    }

    /// Gives an organization another name.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) for a blank name;
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is none or the user is not a
    /// member; [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user may
    /// not.
    pub fn rename(&self, id: impl Into<String>, name: impl Into<String>) -> RenameOrganization {
        RenameOrganization { client: self.client.clone(), id: id.into(), name: name.into() }
    }

    /// Everyone in an organization, and who is invited to it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such organization or the
    /// user is not a member.
    pub fn members(&self) -> ListOrganizationMembers {
        ListOrganizationMembers { client: self.client.clone(), organization: None }
    }

    /// Gives a member another role: `owner` (May 2023), `admin`, `member`, or `no-access` (2024).
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) for an unknown member;
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user may not;
    /// [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the server knows no such
    /// role.
    pub fn set_role(
        &self,
        member_id: impl Into<String>,
        role: impl Into<String>,
    ) -> SetOrganizationRole {
        SetOrganizationRole {
            client: self.client.clone(),
            member_id: member_id.into(),
            role: role.into(),
            organization: None,
        }
    }

    /// Removes a member or an invitation, with the member's places and keys in all projects of the
    /// organization. They may still know those projects' keys, as
    /// [`RemovedMember::warning`](super::RemovedMember::warning) says.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) for an unknown member;
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user may not.
    pub fn remove_member(&self, member_id: impl Into<String>) -> RemoveOrganizationMember {
        RemoveOrganizationMember {
            client: self.client.clone(),
            member_id: member_id.into(),
            organization: None,
        }
    }

    /// Invites somebody to an organization. They accept with
    /// [`accept_invitation`](super::Account::accept_invitation), or sign up with
    /// [`invited_to`](super::CompleteSignUp::invited_to). Inviting again sends another code, in place
    /// of the earlier one.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if they are a member;
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user may not
    /// invite; [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) for what is no e-mail
    /// address.
    pub fn invite(&self, email: impl Into<String>) -> InviteToOrganization {
        InviteToOrganization {
            client: self.client.clone(),
            email: email.into(),
            organization: None,
        }
    }

    /// The projects of an organization that the user is a member of.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such organization or the
    /// user is not a member; [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) on
    /// May 2023 servers unless they are its owner or administrator.
    pub fn projects(&self) -> ListOrganizationProjects {
        ListOrganizationProjects { client: self.client.clone(), organization: None }
    }
}

/// The setter of a request about one organization, over its field `organization`.
macro_rules! organization_setter {
    () => {
        /// Id of the organization; by default the client's, or the only one the user belongs to.
        pub fn organization(mut self, id: impl Into<String>) -> Self {
            self.organization = Some(id.into());
            self
        }
    };
}
pub(super) use organization_setter;

/// Lists organizations when awaited. See [`Organizations::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListOrganizations {
    client: Client,
}

awaitable!(ListOrganizations => Vec<Organization>, |this, call| call.organizations().await);

/// Makes an organization when awaited. See [`Organizations::create`].
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
    let made: OneOrganization = call.send_authorized(request).await?.json()?;
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
    let renamed: OneOrganization = call.send_authorized(request).await?.json()?;
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
    let list: WorkspaceList = call.send_authorized(request).await?.json()?;
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

impl Call {
    /// The organization a call names or means by default, with an id that can be one.
    pub(super) async fn checked_organization(&self, wanted: Option<String>) -> Result<String> {
        self.require_user()?;
        let organization = self.organization_or_default(wanted).await?;
        self.check_id("organization", &organization).await?;
        Ok(organization)
    }

    pub(super) async fn organizations(&self) -> Result<Vec<Organization>> {
        self.require_user()?;
        let request = match self.credential()? {
            Kind::ApiKey { .. } => organizations::list_by_api_key(),
            _ => organizations::list(),
        };
        let list: OrganizationList = self.send_authorized(request).await?.json()?;
        Ok(list.organizations.into_iter().map(Organization::from).collect())
    }
}
