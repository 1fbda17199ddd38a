//! Groups of users, who are given access together.

use super::call::Call;
use super::checks::{check_name, check_role};
use super::organizations::organization_setter;
use super::{Client, awaitable};
use crate::api::groups::{self as api, Fields, GroupRecord};
use crate::{Error, ErrorKind, Result};

/// What a group may do in its organization if nothing else is said: nothing.
const NO_ACCESS: &str = "no-access";

/// Groups of users, on servers since autumn 2024. See [`Client::groups`].
///
/// Users who are in a group have the group's roles in the projects it is in, whose keys the server
/// has to have. Every method fails with [`ErrorKind::UnsupportedByServer`] on older servers and with
/// [`ErrorKind::PermissionDenied`] for other credentials than a user's, or without the role. A server
/// that has no licence for groups refuses with [`ErrorKind::InvalidInput`], and says so.
#[derive(Debug, Clone)]
pub struct Groups {
    pub(super) client: Client,
}

impl Groups {
    /// Every group of the organization the client acts in.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if the user belongs to several organizations and the
    /// [client](super::ClientBuilder::organization) is not for one of them, or if another one is
    /// named.
    pub fn list(&self) -> ListGroups {
        ListGroups { client: self.client.clone(), organization: None }
    }

    /// One group, by id.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none.
    pub fn get(&self, id: impl Into<String>) -> GetGroup {
        GetGroup { client: self.client.clone(), id: id.into() }
    }

    /// Makes a group in the organization the client acts in. It has no members.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`] if there is a group of that name; [`ErrorKind::InvalidInput`] for an
    /// empty name, for a slug or role the server does not take, and as for [`list`](Self::list).
    pub fn create(&self, name: impl Into<String>) -> CreateGroup {
        CreateGroup {
            client: self.client.clone(),
            name: name.into(),
            slug: None,
            role: NO_ACCESS.to_owned(),
            organization: None,
        }
    }

    /// Changes a group. What is not given stays as it is.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id; [`ErrorKind::Conflict`] if there is a
    /// group of the new name; [`ErrorKind::InvalidInput`] if nothing is to change, and as for
    /// [`create`](Self::create).
    pub fn update(&self, id: impl Into<String>) -> UpdateGroup {
        UpdateGroup {
            client: self.client.clone(),
            id: id.into(),
            new_name: None,
            new_slug: None,
            role: None,
        }
    }

    /// Deletes a group. Its members lose what they had by it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id.
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
    let list: Vec<GroupRecord> = call.send_authorized(api::list()).await?.json()?;
    match list.iter().find(|record| record.org_id != organization) {
        Some(other) => Err(elsewhere(&other.org_id, &organization)),
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

/// Makes a group when awaited. See [`Groups::create`].
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

    /// Its slug, of 5 to 36 lower-case letters, digits and hyphens; by default the server makes one
    /// from the name.
    pub fn slug(mut self, slug: impl Into<String>) -> Self {
        self.slug = Some(slug.into());
        self
    }

    /// Its role in the organization: `admin`, `member` or `no-access`, which is the default, or one
    /// of the organization's own.
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
    let made: GroupRecord = call.send_authorized(request).await?.json()?;
    if made.org_id != organization {
        return Err(made_elsewhere(&made, &organization));
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
    /// Its new name; by default it keeps the one it has.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// Its new slug; by default it keeps the one it has.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }

    /// Its new role in the organization; by default it keeps the one it has.
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
        self.require_session()?;
        self.require_modern("groups need").await
    }

    /// As [`require_groups`](Self::require_groups), for the group of that id.
    pub(super) async fn require_group(&self, id: &str) -> Result<()> {
        self.require_groups().await?;
        self.check_id("group", id).await
    }

    /// The organization whose groups are meant. No request names it: it is that of the session.
    async fn organization_of_groups(&self, wanted: Option<String>) -> Result<String> {
        self.require_groups().await?;
        let own = self.organization_or_default(None).await?;
        match wanted {
            Some(other) if other != own => Err(elsewhere(&own, &other)),
            _ => Ok(own),
        }
    }

    async fn group(&self, id: &str) -> Result<Group> {
        let found: GroupRecord = self.send_authorized(api::get(id)).await?.json()?;
        Ok(found.into())
    }

    async fn update_group(&self, this: UpdateGroup) -> Result<Group> {
        let UpdateGroup { id, new_name, new_slug, role, .. } = this;
        if new_name.is_none() && new_slug.is_none() && role.is_none() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("group {id}: nothing to change is given. Give a new name, slug or role"),
            ));
        }
        new_name.as_deref().map_or(Ok(()), |name| check_name("group", name))?;
        role.as_deref().map_or(Ok(()), check_role)?;
        self.require_group(&id).await?;
        let fields =
            Fields { name: new_name.as_deref(), slug: new_slug.as_deref(), role: role.as_deref() };
        self.send_authorized(api::update(&id, &fields)?).await?;
        // The answer does not tell the role everywhere.
        self.group(&id).await
    }
}

fn elsewhere(own: &str, wanted: &str) -> Error {
    Error::new(
        ErrorKind::InvalidInput,
        format!(
            "the client acts in organization {own}, not in {wanted}, and has groups only there. \
             Make a client for the other organization"
        ),
    )
}

fn made_elsewhere(made: &GroupRecord, wanted: &str) -> Error {
    Error::new(
        ErrorKind::InvalidInput,
        format!(
            "group {} was made in organization {}, in which the client's session acts, and not in \
             {wanted}. Delete it unless it is wanted there, and use a session for the other \
             organization",
            made.id, made.org_id
        ),
    )
}
