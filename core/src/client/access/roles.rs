//! Roles that projects define, in addition to the predefined ones.

use super::role_permissions::{RolePermission, for_wire};
use crate::api::roles::{self as api, Fields, OneRole, RoleRecord};
use crate::client::call::{Call, Client, awaitable, check_name, check_segment};
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

const SLUG: &str = "the slug of a role";

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

    /// Defines a role. It allows nothing unless `permissions` are given.
    ///
    /// ```no_run
    /// use infisical_e2ee::RolePermission;
    ///
    /// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
    /// let staging = RolePermission::new("secrets", ["read", "edit"])
    ///     .conditions(r#"{"environment": "staging"}"#);
    /// client.roles().create("tester", "Tester").permissions([staging]).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Arguments
    /// - `slug`: the slug by which the role is given, of lower-case letters and digits with single
    ///   hyphens between them.
    /// - `name`: the role's name, for people.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the slug is taken.
    /// - [`ErrorKind::InvalidInput`] if the name is blank, if every project has a role of that slug
    ///   or the server does not accept it, if a permission has no subject, no action or one that
    ///   the server does not know, or if conditions are not a JSON object.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the role would allow more than the user may do.
    pub fn create(&self, slug: impl Into<String>, name: impl Into<String>) -> CreateRole {
        CreateRole {
            client: self.client.clone(),
            slug: slug.into(),
            name: name.into(),
            description: None,
            permissions: Vec::new(),
            project: None,
        }
    }

    /// Changes a role. Members, machine identities and groups that have the role keep it.
    ///
    /// # Arguments
    /// - `slug`: the slug that the role has.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project defines no such role, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::Conflict`] if the new slug is taken.
    /// - [`ErrorKind::InvalidInput`] if nothing to change is given, if the new name is blank, if
    ///   every project has a role of the new slug or the server does not accept it, if a permission
    ///   has no subject, no action or one that the server does not know, or if conditions are not a
    ///   JSON object.
    /// - [`ErrorKind::PermissionDenied`] if the role would allow more than the user may do.
    pub fn update(&self, slug: impl Into<String>) -> UpdateRole {
        UpdateRole {
            client: self.client.clone(),
            slug: slug.into(),
            new_slug: None,
            new_name: None,
            description: None,
            permissions: None,
            project: None,
        }
    }

    /// Deletes a role that nobody has any more.
    ///
    /// # Arguments
    /// - `slug`: the role's slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project defines no such role, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::InvalidInput`] while a member, a machine identity or a group has the role.
    pub fn delete(&self, slug: impl Into<String>) -> DeleteRole {
        DeleteRole { client: self.client.clone(), slug: slug.into(), project: None }
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

/// Defines a role when awaited. See [`Roles::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateRole {
    client: Client,
    slug: String,
    name: String,
    description: Option<String>,
    permissions: Vec<RolePermission>,
    project: Option<String>,
}

impl CreateRole {
    project_setter!();

    /// A description for people; empty by default.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What the role allows, by the server's own names: a subject such as `secrets`,
    /// `secret-folders`, `environments` or `member`, with actions such as `read`, `create`, `edit`
    /// and `delete`. A permission can have conditions, a JSON object such as
    /// `{"environment": "dev"}`, and can forbid instead of allow. If several are about the same
    /// action, the last one decides. Nothing by default.
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = RolePermission>) -> Self {
        self.permissions = permissions.into_iter().collect();
        self
    }
}

awaitable!(CreateRole => Role, |this, call| call.create_role(this).await);

/// Changes a role when awaited. See [`Roles::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateRole {
    client: Client,
    slug: String,
    new_slug: Option<String>,
    new_name: Option<String>,
    description: Option<String>,
    permissions: Option<Vec<RolePermission>>,
    project: Option<String>,
}

impl UpdateRole {
    project_setter!();

    /// New slug, of lower-case letters and digits with single hyphens between them; unchanged by
    /// default.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }

    /// New name, for people; unchanged by default.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// A description for people; unchanged by default.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What the role allows, in place of everything that it allowed before; unchanged by default.
    /// Subjects such as `secrets`, `secret-folders`, `environments` or `member` and actions such as
    /// `read`, `create`, `edit` and `delete` are the server's own names. A permission can have
    /// conditions, a JSON object such as `{"environment": "dev"}`, and can forbid instead of allow.
    /// If several are about the same action, the last one decides.
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = RolePermission>) -> Self {
        self.permissions = Some(permissions.into_iter().collect());
        self
    }
}

awaitable!(UpdateRole => Role, |this, call| call.update_role(this).await);

/// Deletes a role when awaited. See [`Roles::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteRole {
    client: Client,
    slug: String,
    project: Option<String>,
}

impl DeleteRole {
    project_setter!();
}

awaitable!(DeleteRole => (), |this, call| {
    let project = call.project_of_roles(this.project).await?;
    let role = call.role(&project, &this.slug).await?;
    call.check_id("role", &role.id).await?;
    call.send_authorized(api::delete(&project, &role.id, &role.slug)).await?;
    Ok(())
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
    /// The slug of the project of the roles.
    async fn project_of_roles(&self, wanted: Option<String>) -> Result<String> {
        self.require_session()?;
        self.require(Feature::Roles).await?;
        let project = self.checked_project(wanted).await?;
        self.project_slug(&project).await
    }

    async fn roles(&self, project: Option<String>) -> Result<Vec<Role>> {
        let project = self.project_of_roles(project).await?;
        let list: api::Roles = self.send_authorized(api::list(&project)).await?.json().await?;
        let own = list.roles.into_iter().filter(|role| !is_built_in(&role.slug));
        Ok(own.map(Role::from).collect())
    }

    async fn role(&self, project: &str, slug: &str) -> Result<Role> {
        if is_built_in(slug) {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!(
                    "{}: this is a predefined role of the server. List the roles that the project \
                     defines",
                    api::subject(slug, project)
                ),
            ));
        }
        check_segment(SLUG, slug)?;
        let found: OneRole = self.send_authorized(api::get(project, slug)).await?.json().await?;
        Ok(found.role.into())
    }

    async fn create_role(&self, this: CreateRole) -> Result<Role> {
        let CreateRole { slug, name, description, permissions, project, .. } = this;
        check_new_slug(&slug)?;
        check_name("role", &name)?;
        let fields = Fields {
            slug: Some(&slug),
            name: Some(&name),
            description: description.as_deref(),
            permissions: Some(for_wire(&permissions)?),
        };
        let project = self.project_of_roles(project).await?;
        let request = api::create(&project, &slug, &fields)?;
        let made: OneRole = self.send_authorized(request).await?.json().await?;
        Ok(made.role.into())
    }

    async fn update_role(&self, this: UpdateRole) -> Result<Role> {
        let UpdateRole { slug, new_slug, new_name, description, permissions, project, .. } = this;
        if new_slug.is_none()
            && new_name.is_none()
            && description.is_none()
            && permissions.is_none()
        {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "role {slug:?}: nothing to change. Give a new slug, name, description or \
                     permissions"
                ),
            ));
        }
        new_slug.as_deref().map_or(Ok(()), check_new_slug)?;
        new_name.as_deref().map_or(Ok(()), |name| check_name("role", name))?;
        let fields = Fields {
            slug: new_slug.as_deref(),
            name: new_name.as_deref(),
            description: description.as_deref(),
            permissions: permissions.as_deref().map(for_wire).transpose()?,
        };
        let project = self.project_of_roles(project).await?;
        let role = self.role(&project, &slug).await?;
        self.check_id("role", &role.id).await?;
        let request = api::update(&project, &role.id, &slug, &fields)?;
        let changed: OneRole = self.send_authorized(request).await?.json().await?;
        Ok(changed.role.into())
    }
}

fn is_built_in(slug: &str) -> bool {
    BUILT_IN.contains(&slug)
}

fn check_new_slug(slug: &str) -> Result<()> {
    check_segment(SLUG, slug)?;
    if is_built_in(slug) {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{slug:?} is a predefined role of the server. Choose another slug"),
        ));
    }
    Ok(())
}
