//! Machine identities in projects.

use super::identities::{Identities, PAGE};
use crate::api::identities::{self as api, ProjectIdentities, ProjectMembershipRecord};
use crate::client::call::{Client, awaitable, check_role};
use crate::client::projects::project_setter;
use crate::client::session::Feature;

impl Identities {
    /// Adds a machine identity to a project, with a role there.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    /// - `role`: the identity's role in the project: `admin`, `member`, `viewer`, `no-access` or
    ///   the slug of a role that the project defines, see [`Roles::list`](crate::Roles::list).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such identity or
    ///   project, or if the user is not a member of the project.
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the identity is in the project
    ///   already.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the role is blank or
    ///   unknown, or if neither the call nor the client names a project.
    pub fn add_to_project(
        &self,
        id: impl Into<String>,
        role: impl Into<String>,
    ) -> AddIdentityToProject {
        AddIdentityToProject {
            client: self.client.clone(),
            id: id.into(),
            role: role.into(),
            project: None,
        }
    }

    /// Lists the machine identities in a project, with their roles there.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project or the
    ///   user is not a member of it.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names a project.
    pub fn list_in_project(&self) -> ListProjectIdentities {
        ListProjectIdentities { client: self.client.clone(), project: None }
    }

    /// Lists the projects that a machine identity is in, with its roles there.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn projects(&self, id: impl Into<String>) -> ListIdentityProjects {
        ListIdentityProjects { client: self.client.clone(), id: id.into() }
    }

    /// Gives a machine identity one role in a project. It replaces all roles that it has there.
    ///
    /// # Arguments
    /// - `id`: the identity's id, not the membership's.
    /// - `role`: the identity's new role in the project: `admin`, `member`, `viewer`, `no-access`
    ///   or the slug of a role that the project defines, see [`Roles::list`](crate::Roles::list).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project, if the
    ///   user is not a member of it, or if the identity is not in it.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the role is blank or
    ///   unknown, or if neither the call nor the client names a project.
    pub fn set_role_in_project(
        &self,
        id: impl Into<String>,
        role: impl Into<String>,
    ) -> SetIdentityRole {
        SetIdentityRole {
            client: self.client.clone(),
            id: id.into(),
            role: role.into(),
            project: None,
        }
    }

    /// Removes a machine identity from a project. It stays in the organization and in other
    /// projects.
    ///
    /// It may still know what it has read: change the values that it knew.
    ///
    /// # Arguments
    /// - `id`: the identity's id, not the membership's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project, if the
    ///   user is not a member of it, or if the identity is not in it.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if neither the call nor the
    ///   client names a project.
    pub fn remove_from_project(&self, id: impl Into<String>) -> RemoveIdentityFromProject {
        RemoveIdentityFromProject { client: self.client.clone(), id: id.into(), project: None }
    }
}

/// Adds an identity to a project when awaited. See [`Identities::add_to_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AddIdentityToProject {
    client: Client,
    id: String,
    role: String,
    project: Option<String>,
}

impl AddIdentityToProject {
    project_setter!();
}

awaitable!(AddIdentityToProject => (), |this, call| {
    call.require_identity(&this.id).await?;
    check_role(&this.role)?;
    let project = call.project_or_default(this.project).await?;
    call.send_authorized(api::add_to_project(&this.id, &project, &this.role)?).await?;
    Ok(())
});

/// Lists a project's identities when awaited. See [`Identities::list_in_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListProjectIdentities {
    client: Client,
    project: Option<String>,
}

impl ListProjectIdentities {
    project_setter!();
}

awaitable!(ListProjectIdentities => Vec<ProjectIdentity>, |this, call| {
    call.require_identities().await?;
    let project = call.project_or_default(this.project).await?;
    let request = |offset, limit| api::list_in_project(&project, offset, limit);
    let items = |page: ProjectIdentities| (page.identity_memberships, page.total_count);
    let id = |membership: &ProjectMembershipRecord| membership.id.clone();
    let memberships = call.all_counted_pages(PAGE, request, items, id).await?;
    Ok(memberships.into_iter().map(ProjectIdentity::from).collect())
});

/// Lists an identity's projects when awaited. See [`Identities::projects`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListIdentityProjects {
    client: Client,
    id: String,
}

awaitable!(ListIdentityProjects => Vec<IdentityProject>, |this, call| {
    call.require_identity_feature(Feature::IdentityProjects).await?;
    call.check_identity_id(&this.id).await?;
    let response = call.send_authorized(api::projects(&this.id)).await?;
    let list: ProjectIdentities = response.json().await?;
    let projects: Option<_> =
        list.identity_memberships.into_iter().map(IdentityProject::from_record).collect();
    projects.ok_or_else(|| response.invalid("a membership lacks its project"))
});

/// Changes an identity's role in a project when awaited. See [`Identities::set_role_in_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetIdentityRole {
    client: Client,
    id: String,
    role: String,
    project: Option<String>,
}

impl SetIdentityRole {
    project_setter!();
}

awaitable!(SetIdentityRole => (), |this, call| {
    call.require_identity(&this.id).await?;
    check_role(&this.role)?;
    let project = call.project_or_default(this.project).await?;
    let era = call.era().await?;
    call.send_authorized(api::set_role(era, &this.id, &project, &this.role)?).await?;
    Ok(())
});

/// Removes an identity from a project when awaited. See [`Identities::remove_from_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveIdentityFromProject {
    client: Client,
    id: String,
    project: Option<String>,
}

impl RemoveIdentityFromProject {
    project_setter!();
}

awaitable!(RemoveIdentityFromProject => (), |this, call| {
    call.require_identity(&this.id).await?;
    let project = call.project_or_default(this.project).await?;
    call.send_authorized(api::remove_from_project(&this.id, &project)).await?;
    Ok(())
});

/// The membership of a machine identity in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectIdentity {
    /// The membership's id.
    pub id: String,
    /// The identity's id.
    pub identity_id: String,
    /// The identity's name.
    pub name: String,
    /// The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
    /// role.
    pub roles: Vec<String>,
}

impl From<ProjectMembershipRecord> for ProjectIdentity {
    fn from(record: ProjectMembershipRecord) -> Self {
        Self {
            roles: record.roles(),
            id: record.id,
            identity_id: record.identity.id,
            name: record.identity.name,
        }
    }
}

/// The membership of a machine identity in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityProject {
    /// The project's id.
    pub project_id: String,
    /// The project's name, if the server sends it.
    pub project_name: Option<String>,
    /// The identity's roles in the project, as in [`ProjectIdentity::roles`].
    pub roles: Vec<String>,
}

impl IdentityProject {
    fn from_record(record: ProjectMembershipRecord) -> Option<Self> {
        let roles = record.roles();
        let project = record.project?;
        Some(Self { project_id: project.id, project_name: project.name, roles })
    }
}
