//! Roles that projects define, in addition to the predefined ones.

use super::role_permissions::RolePermission;
use crate::api::roles::{self as api, OneRole, ProjectOfRoles, RoleRecord};
use crate::client::call::{Call, Client, awaitable, check_segment};
use crate::client::projects::project_setter;
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

/// Slugs that a project cannot give to a role: those of predefined roles, and `custom`, which
/// servers use as placeholder for a role that the project defines.
const BUILT_IN: [&str; 7] = [
    "admin",
    "member",
    "viewer",
    "no-access",
    "custom",
    "ssh-host-bootstrapper",
    "cryptographic-operator",
];

pub(super) const SLUG: &str = "the slug of a role";

/// Roles that a project defines, on servers since autumn 2024. See [`Client::roles`].
///
/// Members, machine identities and groups are given a role by its slug: see
/// [`Members::set_role`](crate::Members::set_role),
/// [`Identities::add_to_project`](crate::Identities::add_to_project) and
/// [`Groups::add_to_project`](crate::Groups::add_to_project).
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on older servers. It fails with
/// [`ErrorKind::PermissionDenied`] if the credential is an API key or not a user's, or if the
/// user's role does not allow it. It fails with [`ErrorKind::InvalidInput`] if neither the call nor
/// the client names a project, or for a slug that is empty, `.`, `..` or longer than 100 UTF-16
/// units.
///
/// A server whose license does not include roles of projects rejects new roles with
/// [`ErrorKind::InvalidInput`]; the message says so. The routes are known from public source alone.
///
/// Protocol: `/api/v1/workspace/{slug}/roles`.
#[derive(Debug, Clone)]
pub struct Roles {
    pub(crate) client: Client,
}

impl Roles {
    /// Lists every role that a project defines, without what it allows. [`get`](Self::get) returns
    /// that. The roles that every project has, `admin`, `member`, `viewer` and `no-access`, are
    /// left out.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    pub fn list(&self) -> ListRoles {
        ListRoles { client: self.client.clone(), project: None }
    }

    /// Returns one role, by its slug, with what it allows.
    ///
    /// # Arguments
    /// - `slug`: the role's slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project defines no such role, or if there is no such
    ///   project or the user is not a member.
    pub fn get(&self, slug: impl Into<String>) -> GetRole {
        GetRole { client: self.client.clone(), slug: slug.into(), project: None }
    }
}

/// Lists roles when awaited. See [`Roles::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListRoles {
    client: Client,
    project: Option<String>,
}

impl ListRoles {
    project_setter!();
}

awaitable!(ListRoles => Vec<Role>, |this, call| call.roles(this.project).await);

/// Reads a role when awaited. See [`Roles::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetRole {
    client: Client,
    slug: String,
    project: Option<String>,
}

impl GetRole {
    project_setter!();
}

awaitable!(GetRole => Role, |this, call| {
    let project = call.project_of_roles(this.project).await?;
    call.role(&project, &this.slug).await
});

/// A role that a project defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The role's id.
    pub id: String,
    /// Its slug, which calls use.
    pub slug: String,
    /// Its name, for people.
    pub name: String,
    /// A description for people; can be empty.
    pub description: String,
    /// Its permissions, including those that the server adds; empty in lists, because servers omit
    /// them there.
    pub permissions: Vec<RolePermission>,
}

impl From<RoleRecord> for Role {
    fn from(record: RoleRecord) -> Self {
        Self {
            id: record.id,
            slug: record.slug,
            name: record.name,
            description: record.description.unwrap_or_default(),
            permissions: record.permissions.into_iter().map(RolePermission::from).collect(),
        }
    }
}

impl Call {
    /// The project of the roles.
    pub(super) async fn project_of_roles(&self, wanted: Option<String>) -> Result<ProjectOfRoles> {
        self.require_managing_session().await?;
        self.require(Feature::Roles).await?;
        let project = self.project_or_default(wanted).await?;
        if self.era().await?.is_modern() {
            return Ok(ProjectOfRoles::Id(project));
        }
        Ok(ProjectOfRoles::Slug(self.project_slug(&project).await?))
    }

    async fn roles(&self, project: Option<String>) -> Result<Vec<Role>> {
        let project = self.project_of_roles(project).await?;
        let list: api::Roles = self.send_authorized(api::list(&project)).await?.json().await?;
        let own = list.roles.into_iter().filter(|role| !is_built_in(&role.slug));
        Ok(own.map(Role::from).collect())
    }

    pub(super) async fn role(&self, project: &ProjectOfRoles, slug: &str) -> Result<Role> {
        if is_built_in(slug) {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!(
                    "{}: this is a predefined role of the server. List the roles that the project \
                     defines",
                    api::subject(slug, project.name())
                ),
            ));
        }
        check_segment(SLUG, slug)?;
        let found: OneRole = self.send_authorized(api::get(project, slug)).await?.json().await?;
        Ok(found.role.into())
    }
}

pub(super) fn is_built_in(slug: &str) -> bool {
    BUILT_IN.contains(&slug)
}
