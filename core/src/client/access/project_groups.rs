//! Groups in projects.

use super::groups::Groups;
use crate::api::groups::{self as api, MembershipRecord, ProjectGroups};
use crate::client::call::{Client, awaitable, check_role};
use crate::client::projects::project_setter;
use crate::{Error, ErrorKind};

impl Groups {
    /// Lists the groups in a project, with their roles there.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member of it.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names a project.
    pub fn list_in_project(&self) -> ListProjectGroups {
        ListProjectGroups { client: self.client.clone(), project: None }
    }

    /// Adds a group to a project. Every user in the group has the role there.
    ///
    /// Servers add no group to an end-to-end encrypted project, because nobody can give its key to
    /// a group. Invite the group's members to such a project with
    /// [`Members::invite`](crate::Members::invite).
    ///
    /// # Arguments
    /// - `id`: the group's id.
    /// - `role`: the group's role in the project: `admin`, `member`, `viewer`, `no-access` or the
    ///   slug of a role that the project defines, see [`Roles::list`](crate::Roles::list).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such group or project, or if the user is not a
    ///   member of the project.
    /// - [`ErrorKind::Conflict`] if the group is in the project already.
    /// - [`ErrorKind::InvalidInput`] if the role is blank or unknown, or if neither the call nor
    ///   the client names a project.
    /// - [`ErrorKind::UnsupportedByServer`] if the project is end-to-end encrypted.
    pub fn add_to_project(
        &self,
        id: impl Into<String>,
        role: impl Into<String>,
    ) -> AddGroupToProject {
        AddGroupToProject {
            client: self.client.clone(),
            id: id.into(),
            role: role.into(),
            project: None,
        }
    }

    /// Gives a group one role in a project, in place of all roles that it has there.
    ///
    /// # Arguments
    /// - `id`: the group's id, not the membership's.
    /// - `role`: the group's new role in the project: `admin`, `member`, `viewer`, `no-access` or
    ///   the slug of a role that the project defines, see [`Roles::list`](crate::Roles::list).
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if the group is not in it.
    /// - [`ErrorKind::InvalidInput`] if the role is blank or unknown, or if neither the call nor
    ///   the client names a project.
    pub fn set_role_in_project(
        &self,
        id: impl Into<String>,
        role: impl Into<String>,
    ) -> SetGroupRole {
        SetGroupRole {
            client: self.client.clone(),
            id: id.into(),
            role: role.into(),
            project: None,
        }
    }

    /// Removes a group from a project. It stays in the organization and in other projects.
    ///
    /// Its members may still know what they have read: change the values that they knew.
    ///
    /// # Arguments
    /// - `id`: the group's id, not the membership's.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, if the user is not a member of it, or
    ///   if the group is not in it.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names a project.
    pub fn remove_from_project(&self, id: impl Into<String>) -> RemoveGroupFromProject {
        RemoveGroupFromProject { client: self.client.clone(), id: id.into(), project: None }
    }
}

/// Lists a project's groups when awaited. See [`Groups::list_in_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListProjectGroups {
    client: Client,
    project: Option<String>,
}

impl ListProjectGroups {
    project_setter!();
}

awaitable!(ListProjectGroups => Vec<ProjectGroup>, |this, call| {
    call.require_groups().await?;
    let project = call.project_or_default(this.project).await?;
    let request = api::list_in_project(&project);
    let list: ProjectGroups = call.send_authorized(request).await?.json().await?;
    Ok(list.group_memberships.into_iter().map(ProjectGroup::from).collect())
});

/// Adds a group to a project when awaited. See [`Groups::add_to_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AddGroupToProject {
    client: Client,
    id: String,
    role: String,
    project: Option<String>,
}

impl AddGroupToProject {
    project_setter!();
}

awaitable!(AddGroupToProject => (), |this, call| {
    call.require_group(&this.id).await?;
    check_role(&this.role)?;
    let project = call.project_or_default(this.project).await?;
    let request = api::add_to_project(&this.id, &project, &this.role)?;
    call.send_authorized(request).await.map_err(|error| not_let_in(&project, error))?;
    Ok(())
});

/// Changes a group's role when awaited. See [`Groups::set_role_in_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetGroupRole {
    client: Client,
    id: String,
    role: String,
    project: Option<String>,
}

impl SetGroupRole {
    project_setter!();
}

awaitable!(SetGroupRole => (), |this, call| {
    call.require_group(&this.id).await?;
    check_role(&this.role)?;
    let project = call.project_or_default(this.project).await?;
    call.send_authorized(api::set_role_in_project(&this.id, &project, &this.role)?).await?;
    Ok(())
});

/// Removes a group from a project when awaited. See [`Groups::remove_from_project`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveGroupFromProject {
    client: Client,
    id: String,
    project: Option<String>,
}

impl RemoveGroupFromProject {
    project_setter!();
}

awaitable!(RemoveGroupFromProject => (), |this, call| {
    call.require_group(&this.id).await?;
    let project = call.project_or_default(this.project).await?;
    call.send_authorized(api::remove_from_project(&this.id, &project)).await?;
    Ok(())
});

/// The membership of a group in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectGroup {
    /// The membership's id.
    pub id: String,
    /// The group's id.
    pub group_id: String,
    /// The group's name.
    pub name: String,
    /// The group's slug.
    pub slug: String,
    /// The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
    /// role.
    pub roles: Vec<String>,
}

impl From<MembershipRecord> for ProjectGroup {
    fn from(record: MembershipRecord) -> Self {
        Self {
            roles: record.roles(),
            id: record.id,
            group_id: record.group.id,
            name: record.group.name,
            slug: record.group.slug,
        }
    }
}

fn not_let_in(project: &str, error: Error) -> Error {
    match (error.status(), error.kind()) {
        (Some(400), kind @ ErrorKind::UnsupportedByServer) => error.reclassified(
            kind,
            format!(
                "project {project} is end-to-end encrypted, and servers do not allow groups in \
                 such projects. Invite each member of the group instead"
            ),
        ),
        _ => error,
    }
}
