//! Roles that projects define, beside those every project has.

use serde_json::{Map, Value};

use super::call::Call;
use super::environments::project_setter;
use super::{Client, awaitable};
use crate::api::roles::{self as api, Fields, OneRole, Permission, PermissionRecord, RoleRecord};
use crate::{Error, ErrorKind, Result};

/// The roles that no project defines, as some or all projects have them.
const BUILT_IN: [&str; 7] = [
    "admin",
    "member",
    "viewer",
    "no-access",
    "custom",
    "ssh-host-bootstrapper",
    "cryptographic-operator",
];

/// Roles that a project defines, on servers since autumn 2024. See [`Client::roles`].
///
/// A role has a slug, by which [members](super::Members::set_role),
/// [machine identities](super::Identities::add_to_project) and
/// [groups](super::Groups::add_to_project) are given it. Every method fails with
/// [`ErrorKind::UnsupportedByServer`] on older servers and with [`ErrorKind::PermissionDenied`] for
/// other credentials than a user's, or without the role. A server that has no licence for them
/// refuses new roles with [`ErrorKind::InvalidInput`], and says so.
#[derive(Debug, Clone)]
pub struct Roles {
    pub(super) client: Client,
}

impl Roles {
    /// Every role that a project defines, without what it allows: [`get`](Self::get) tells that.
    /// `admin`, `member`, `viewer` and `no-access`, which every project has, are left out.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    pub fn list(&self) -> ListRoles {
        ListRoles { client: self.client.clone(), project: None }
    }

    /// One role, by slug, with what it allows.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if the project defines no such role.
    pub fn get(&self, slug: impl Into<String>) -> GetRole {
        GetRole { client: self.client.clone(), slug: slug.into(), project: None }
    }

    /// Defines a role. It allows nothing until [`permissions`](CreateRole::permissions) are given.
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
    /// # Errors
    /// [`ErrorKind::Conflict`] if the slug is taken; [`ErrorKind::InvalidInput`] for an empty name,
    /// for a slug that every project has or the server does not take, and for a permission it does
    /// not know.
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

    /// Changes a role, named by its slug. Whoever has it keeps it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if the project defines no such role; [`ErrorKind::Conflict`] if the
    /// new slug is taken; [`ErrorKind::InvalidInput`] if nothing is to change, and as for
    /// [`create`](Self::create).
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

    /// Deletes a role, named by its slug, which nobody has any more.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if the project defines no such role; [`ErrorKind::InvalidInput`]
    /// while somebody has it.
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

    /// What it is for, for people; nothing by default.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What it allows; nothing by default.
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

    /// Its new slug; by default it keeps the one it has.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }

    /// Its new name; by default it keeps the one it has.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// What it is for, for people; by default it keeps what was said.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What it allows, in place of all that it did; by default it keeps that.
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
    call.send_authorized(api::delete(&project, &role.id, &role.slug)).await?;
    Ok(())
});

/// A role that a project defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The role's id.
    pub id: String,
    /// Its slug, by which it is given.
    pub slug: String,
    /// Its name, for people.
    pub name: String,
    /// What it is for; empty if nobody said.
    pub description: String,
    /// What it allows, with what the server adds of itself; empty in lists, where servers do not
    /// tell.
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

/// Something a role allows, or forbids. Subjects and actions go by the server's own names, such as
/// `secrets` with `read`, `create`, `edit` and `delete`. Where several are about the same action,
/// the last one decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePermission {
    /// What it is about, such as `secrets` or `environments`.
    pub subject: String,
    /// What may be done, such as `read`.
    pub actions: Vec<String>,
    /// In which cases, as the text of a JSON object such as `{"environment": "dev"}`; always if
    /// there is none.
    pub conditions: Option<String>,
    /// Whether it forbids instead.
    pub inverted: bool,
}

impl RolePermission {
    /// Allows actions on a subject, always.
    pub fn new<Action: Into<String>>(
        subject: impl Into<String>,
        actions: impl IntoIterator<Item = Action>,
    ) -> Self {
        Self {
            subject: subject.into(),
            actions: actions.into_iter().map(Into::into).collect(),
            conditions: None,
            inverted: false,
        }
    }

    /// In which cases only, as the text of a JSON object.
    #[must_use]
    pub fn conditions(mut self, object: impl Into<String>) -> Self {
        self.conditions = Some(object.into());
        self
    }

    /// Makes it forbid instead of allow.
    #[must_use]
    pub fn inverted(mut self) -> Self {
        self.inverted = true;
        self
    }

    fn for_wire(&self) -> Result<Permission<'_>> {
        if self.subject.is_empty() || self.actions.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "a permission needs a subject and at least one action",
            ));
        }
        Ok(Permission {
            subject: &self.subject,
            action: &self.actions,
            conditions: self.conditions.as_deref().map(object).transpose()?,
            inverted: self.inverted,
        })
    }
}

impl From<PermissionRecord> for RolePermission {
    fn from(record: PermissionRecord) -> Self {
        Self {
            subject: record.subject,
            actions: record.action.into_list(),
            conditions: record.conditions.map(|object| Value::Object(object).to_string()),
            inverted: record.inverted.unwrap_or_default(),
        }
    }
}

impl Call {
    /// The slug of the project whose roles are meant.
    async fn project_of_roles(&self, wanted: Option<String>) -> Result<String> {
        self.require_session()?;
        self.require_modern("roles that a project defines need").await?;
        let project = self.checked_project(wanted).await?;
        self.project_slug(&project).await
    }

    /// The slug of a project, by which some routes name it.
    pub(super) async fn project_slug(&self, id: &str) -> Result<String> {
        self.shown_project(id).await?.slug.ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidResponse,
                format!("project {id}: the server did not tell its slug"),
            )
        })
    }

    async fn roles(&self, project: Option<String>) -> Result<Vec<Role>> {
        let project = self.project_of_roles(project).await?;
        let list: api::Roles = self.send_authorized(api::list(&project)).await?.json()?;
        let own = list.roles.into_iter().filter(|role| !is_built_in(&role.slug));
        Ok(own.map(Role::from).collect())
    }

    async fn role(&self, project: &str, slug: &str) -> Result<Role> {
        if is_built_in(slug) {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!("{}: no project defines it", api::subject(slug, project)),
            ));
        }
        check_slug(slug)?;
        let found: OneRole = self.send_authorized(api::get(project, slug)).await?.json()?;
        Ok(found.role.into())
    }

    async fn create_role(&self, this: CreateRole) -> Result<Role> {
        let CreateRole { slug, name, description, permissions, project, .. } = this;
        check_new_slug(&slug)?;
        check_name(&name)?;
        let fields = Fields {
            slug: Some(&slug),
            name: Some(&name),
            description: description.as_deref(),
            permissions: Some(for_wire(&permissions)?),
        };
        let project = self.project_of_roles(project).await?;
        let request = api::create(&project, &slug, &fields)?;
        let made: OneRole = self.send_authorized(request).await?.json()?;
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
                    "role {slug:?}: nothing is to change. Give a new slug, name, description or \
                     permissions"
                ),
            ));
        }
        new_slug.as_deref().map_or(Ok(()), check_new_slug)?;
        new_name.as_deref().map_or(Ok(()), check_name)?;
        let fields = Fields {
            slug: new_slug.as_deref(),
            name: new_name.as_deref(),
            description: description.as_deref(),
            permissions: permissions.as_deref().map(for_wire).transpose()?,
        };
        let project = self.project_of_roles(project).await?;
        let role = self.role(&project, &slug).await?;
        let request = api::update(&project, &role.id, &slug, &fields)?;
        let changed: OneRole = self.send_authorized(request).await?.json()?;
        Ok(changed.role.into())
    }
}

fn for_wire(permissions: &[RolePermission]) -> Result<Vec<Permission<'_>>> {
    permissions.iter().map(RolePermission::for_wire).collect()
}

fn object(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|_| {
        Error::new(
            ErrorKind::InvalidInput,
            "the conditions of a permission are not the text of a JSON object",
        )
    })
}

fn is_built_in(slug: &str) -> bool {
    BUILT_IN.contains(&slug)
}

fn check_name(name: &str) -> Result<()> {
    if !name.trim().is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidInput, "the role needs a name"))
}

fn check_new_slug(slug: &str) -> Result<()> {
    check_slug(slug)?;
    if is_built_in(slug) {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{slug:?} is a role of the server's own. Choose another slug"),
        ));
    }
    Ok(())
}

/// Fails for what a URL cannot carry.
fn check_slug(slug: &str) -> Result<()> {
    if !matches!(slug, "" | "." | "..") {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidInput, format!("{slug:?} cannot be the slug of a role")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_an_object_and_come_back_without_spaces() {
        let given = RolePermission::new("secrets", ["read"]);
        for bad in ["", "1", "[]", "null", "{", "{} {}"] {
            let error = given.clone().conditions(bad).for_wire().err().unwrap();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{bad:?}");
        }
        let given = given.conditions(r#"{ "environment": {"$in": ["dev", "ключ"]} }"#).inverted();
        let text = serde_json::to_string(&given.for_wire().unwrap()).unwrap();
        let record: PermissionRecord = serde_json::from_str(&text).unwrap();
        let shown = RolePermission::from(record);
        assert_eq!(shown.conditions.as_deref(), Some(r#"{"environment":{"$in":["dev","ключ"]}}"#));
        assert!(shown.inverted);
    }

    #[test]
    fn an_action_may_stand_alone() {
        let text = r#"{"subject": "secrets", "action": "read", "conditions": null}"#;
        let record: PermissionRecord = serde_json::from_str(text).unwrap();
        assert_eq!(RolePermission::from(record), RolePermission::new("secrets", ["read"]));
    }
}
