//! Creating, changing and deleting the roles of a project.

use super::role_permissions::{RolePermission, for_wire};
use super::roles::{Role, Roles, SLUG, is_built_in};
use crate::api::roles::{self as api, Fields, OneRole};
use crate::client::call::{Call, Client, awaitable, check_name, check_segment};
use crate::client::projects::project_setter;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Roles {
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

    /// Deletes a role that no member has.
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

impl Call {
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
                     permissions",
                    slug = Shown(&slug)
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

fn check_new_slug(slug: &str) -> Result<()> {
    check_segment(SLUG, slug)?;
    if is_built_in(slug) {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!(
                "{slug:?} is a predefined role of the server. Choose another slug",
                slug = Shown(slug)
            ),
        ));
    }
    Ok(())
}
