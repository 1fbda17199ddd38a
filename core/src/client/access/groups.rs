//! Groups of users, which are given access together.

use crate::api::groups::{self as api, Fields, GroupRecord};
use crate::client::call::{Call, Client, awaitable, check_name, check_role};
use crate::client::projects::organization_setter;
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

/// The default role of a group in its organization, which allows nothing.
const NO_ACCESS: &str = "no-access";

/// Groups of users, on servers since autumn 2024. See [`Client::groups`].
///
/// Users in a group have the group's roles in the projects that the group is in. Such projects are
/// those whose keys the server has.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on servers before autumn 2024. It
/// fails with [`ErrorKind::PermissionDenied`] for an API key, for the credential of a program, or
/// if the user's role does not allow it. A malformed id fails with [`ErrorKind::InvalidInput`].
///
/// A server without a license for groups rejects changes with [`ErrorKind::UnsupportedByServer`]
/// and says so.
///
/// The routes are known from public source alone.
///
/// Protocol: `/api/v1/groups`, in projects `/api/v2/workspace/{id}/groups`.
#[derive(Debug, Clone)]
pub struct Groups {
    pub(crate) client: Client,
}

impl Groups {
    /// Lists every group of the organization that the client acts in.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the client has no organization and the user does not belong
    ///   to exactly one, if `organization` is not the one that the client acts in, or if the
    ///   client's session acts in another one.
    pub fn list(&self) -> ListGroups {
        ListGroups { client: self.client.clone(), organization: None }
    }

    /// Returns one group by its id.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no group of that id.
    pub fn get(&self, id: impl Into<String>) -> GetGroup {
        GetGroup { client: self.client.clone(), id: id.into() }
    }

    /// Creates a group in the organization that the client acts in. The group has no members at
    /// first.
    ///
    /// # Arguments
    /// - `name`: the group's name, for people, of at most 50 characters.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the organization has a group of that name.
    /// - [`ErrorKind::InvalidInput`] if the name is blank or too long, if the server does not
    ///   accept the slug or the role, if the client has no organization and the user does not
    ///   belong to exactly one, if `organization` is not the one that the client acts in, or if the
    ///   client's session acts in another one, where the group then exists.
    pub fn create(&self, name: impl Into<String>) -> CreateGroup {
        CreateGroup {
            client: self.client.clone(),
            name: name.into(),
            slug: None,
            role: NO_ACCESS.to_owned(),
            organization: None,
        }
    }

    /// Changes the name, the slug or the role of a group in its organization. What is not given
    /// stays as it is.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no group of that id.
    /// - [`ErrorKind::Conflict`] if the organization has a group of the new name.
    /// - [`ErrorKind::InvalidInput`] if no change is given, if the new name is blank or too long,
    ///   or if the server does not accept the slug or the role.
    pub fn update(&self, id: impl Into<String>) -> UpdateGroup {
        UpdateGroup {
            client: self.client.clone(),
            id: id.into(),
            new_name: None,
            new_slug: None,
            role: None,
        }
    }

    /// Deletes a group. Its members lose the access that they had through it.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no group of that id.
    pub fn delete(&self, id: impl Into<String>) -> DeleteGroup {
        DeleteGroup { client: self.client.clone(), id: id.into() }
    }
}

/// Lists groups when awaited. See [`Groups::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListGroups {
    client: Client,
    organization: Option<String>,
}

impl ListGroups {
    organization_setter!();
}

awaitable!(ListGroups => Vec<Group>, |this, call| {
    let organization = call.organization_of_groups(this.organization).await?;
    let list: Vec<GroupRecord> = call.send_authorized(api::list()).await?.json().await?;
    match list.iter().find(|record| record.org_id != organization) {
        Some(other) => Err(another_organization(&other.org_id, &organization)),
        None => Ok(list.into_iter().map(Group::from).collect()),
    }
});

/// Reads a group when awaited. See [`Groups::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetGroup {
    client: Client,
    id: String,
}

awaitable!(GetGroup => Group, |this, call| {
    call.require_group(&this.id).await?;
    call.group(&this.id).await
});

/// Creates a group when awaited. See [`Groups::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateGroup {
    client: Client,
    name: String,
    slug: Option<String>,
    role: String,
    organization: Option<String>,
}

impl CreateGroup {
    organization_setter!();

    /// Slug of the group, of 5 to 36 lower-case letters, digits and hyphens; by default the server
    /// derives it from the name.
    pub fn slug(mut self, slug: impl Into<String>) -> Self {
        self.slug = Some(slug.into());
        self
    }

    /// Role of the group in the organization: `admin`, `member`, `no-access` or a role that the
    /// organization defines; `no-access` by default.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }
}

awaitable!(CreateGroup => Group, |this, call| {
    check_name("group", &this.name)?;
    check_role(&this.role)?;
    let organization = call.organization_of_groups(this.organization).await?;
    let (name, role) = (Some(this.name.as_str()), Some(this.role.as_str()));
    let request = api::create(&Fields { name, slug: this.slug.as_deref(), role })?;
    let made: GroupRecord = call.send_authorized(request).await?.json().await?;
    if made.org_id != organization {
        return Err(made_in_another_organization(&made, &organization));
    }
    Ok(Group { role: this.role, ..Group::from(made) })
});

/// Changes a group when awaited. See [`Groups::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateGroup {
    client: Client,
    id: String,
    new_name: Option<String>,
    new_slug: Option<String>,
    role: Option<String>,
}

impl UpdateGroup {
    /// New name of the group; unchanged by default.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// New slug of the group, of 5 to 36 lower-case letters, digits and hyphens; unchanged by
    /// default.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }

    /// New role of the group in the organization: `admin`, `member`, `no-access` or a role that the
    /// organization defines; unchanged by default.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }
}

awaitable!(UpdateGroup => Group, |this, call| call.update_group(this).await);

/// Deletes a group when awaited. See [`Groups::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteGroup {
    client: Client,
    id: String,
}

awaitable!(DeleteGroup => (), |this, call| {
    call.require_group(&this.id).await?;
    call.send_authorized(api::delete(&this.id)).await?;
    Ok(())
});

/// A group of users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: String,
    /// The role in the organization: `admin`, `member`, `no-access` or a custom role.
    pub role: String,
    /// The organization it belongs to.
    pub organization_id: String,
}

impl From<GroupRecord> for Group {
    fn from(record: GroupRecord) -> Self {
        Self {
            role: record.role().unwrap_or_default(),
            id: record.id,
            name: record.name,
            slug: record.slug,
            organization_id: record.org_id,
        }
    }
}

impl Call {
    pub(super) async fn require_groups(&self) -> Result<()> {
        self.require_managing_session().await?;
        self.require(Feature::Groups).await
    }

    /// As [`require_groups`](Self::require_groups), for the group of that id.
    pub(super) async fn require_group(&self, id: &str) -> Result<()> {
        self.require_groups().await?;
        self.check_id("group", id).await
    }

    /// The organization of the groups. Requests do not name it: it is that of the session.
    async fn organization_of_groups(&self, wanted: Option<String>) -> Result<String> {
        self.require_groups().await?;
        let own = self.organization_or_default(None).await?;
        match wanted {
            Some(other) if other != own => Err(another_organization(&own, &other)),
            _ => Ok(own),
        }
    }

    async fn group(&self, id: &str) -> Result<Group> {
        let found: GroupRecord = self.send_authorized(api::get(id)).await?.json().await?;
        Ok(found.into())
    }

    async fn update_group(&self, this: UpdateGroup) -> Result<Group> {
        let UpdateGroup { id, new_name, new_slug, role, .. } = this;
        if new_name.is_none() && new_slug.is_none() && role.is_none() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("group {id}: nothing to change. Give a new name, slug or role"),
            ));
        }
        new_name.as_deref().map_or(Ok(()), |name| check_name("group", name))?;
        role.as_deref().map_or(Ok(()), check_role)?;
        self.require_group(&id).await?;
        let fields =
            Fields { name: new_name.as_deref(), slug: new_slug.as_deref(), role: role.as_deref() };
        self.send_authorized(api::update(&id, &fields)?).await?;
        // The answer does not always have the role.
        self.group(&id).await
    }
}

fn another_organization(own: &str, wanted: &str) -> Error {
    Error::new(
        ErrorKind::InvalidInput,
        format!(
            "the session of this client is for organization {own}, so it cannot manage groups of \
             {wanted}. Create a client for {wanted}"
        ),
    )
}

fn made_in_another_organization(made: &GroupRecord, wanted: &str) -> Error {
    Error::new(
        ErrorKind::InvalidInput,
        format!(
            "group {} was created in organization {}, because the session of this client is for \
             that one and not for {wanted}. Delete the group if you do not need it there, and \
             create a client for {wanted}",
            made.id, made.org_id
        ),
    )
}
