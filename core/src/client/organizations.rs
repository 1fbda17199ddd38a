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
///
/// Every method fails with [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for
/// the credential of a program, such as a service token. A malformed id of an organization fails
/// with [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput).
///
/// Protocol: `/api/v1/organization`, `/api/v2/organizations` and `/api/v1/invite-org`.
#[derive(Debug, Clone)]
pub struct Organizations {
    pub(super) client: Client,
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

    /// Lists the members of an organization and the people who are invited to it.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers before autumn 2024 if there
    ///   is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) on servers since
    ///   autumn 2024 for an API key or for an organization that the client does not act in.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names an organization and the user does not belong to exactly one.
    pub fn members(&self) -> ListOrganizationMembers {
        ListOrganizationMembers { client: self.client.clone(), organization: None }
    }

    /// Gives a member of an organization another role.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in
    ///   [`OrganizationMember::id`](super::OrganizationMember::id); not the user's.
    /// - `role`: the member's new role: `owner` (May 2023), `admin`, `member`, or `no-access`
    ///   (since 2024).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the organization has no such
    ///   member; on servers before autumn 2024 also if there is no such organization or the user is
    ///   not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) unless the user is an
    ///   owner or administrator of the organization, or on servers since autumn 2024 for an API key
    ///   or for an organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the server has no such
    ///   role, or if neither the call nor the client names an organization and the user does not
    ///   belong to exactly one.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
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

    /// Removes a member or an invitation from an organization. The person also loses their
    /// memberships and keys in all projects of the organization.
    ///
    /// They may still know the keys of those projects, as
    /// [`RemovedMember::warning`](super::RemovedMember::warning) says. Where that matters, create
    /// new projects and store new values in them.
    ///
    /// # Arguments
    /// - `member_id`: the membership's id, as in
    ///   [`OrganizationMember::id`](super::OrganizationMember::id); not the user's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the organization has no such
    ///   member; on servers before autumn 2024 also if there is no such organization or the user is
    ///   not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) unless the user is an
    ///   owner or administrator of the organization, or on servers since autumn 2024 for an API key
    ///   or for an organization that the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names an organization and the user does not belong to exactly one.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for an API key
    ///   on servers of 2024 before autumn, while a person without an account is invited.
    pub fn remove_member(&self, member_id: impl Into<String>) -> RemoveOrganizationMember {
        RemoveOrganizationMember {
            client: self.client.clone(),
            member_id: member_id.into(),
            organization: None,
        }
    }

    /// Invites a person to an organization. Inviting them again sends another code, in place of the
    /// earlier one.
    ///
    /// They accept with [`Account::accept_invitation`](super::Account::accept_invitation), or sign
    /// up with `invited_to` in [`Account::complete_sign_up`](super::Account::complete_sign_up).
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the invited person.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the person is a member already; on
    ///   May 2023 servers also if there is no such organization or the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for an API key, if the
    ///   user's role does not allow it, or on servers since autumn 2024 for an organization that
    ///   the client does not act in.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the text is not an e-mail
    ///   address, or if neither the call nor the client names an organization and the user does not
    ///   belong to exactly one.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) on servers of 2024 before autumn if
    ///   there is no such organization or the user is not a member of it.
    pub fn invite(&self, email: impl Into<String>) -> InviteToOrganization {
        InviteToOrganization {
            client: self.client.clone(),
            email: email.into(),
            organization: None,
        }
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

/// The setter of a request about one organization, over its field `organization`.
macro_rules! organization_setter {
    () => {
        /// Id of the organization; by default the client's, or the only one that the user belongs
        /// to.
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
