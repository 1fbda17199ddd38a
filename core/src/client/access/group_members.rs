//! Members of groups.

use super::groups::Groups;
use crate::api::groups::{self as api, UserRecord, Users};
use crate::client::call::{Client, awaitable, check_segment};

/// The number of users per request.
const PAGE: u64 = 100;

const USERNAME: &str = "the name of a user";

impl Groups {
    /// Lists the users in a group.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no group of that id.
    pub fn members(&self, id: impl Into<String>) -> ListGroupMembers {
        ListGroupMembers { client: self.client.clone(), id: id.into() }
    }

    /// Adds a member of the organization to a group.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    /// - `username`: the user's name on the server, usually the e-mail address.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such group, or if the
    ///   organization has no member of that name.
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the user is in the group already.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the username is empty, `.`
    ///   or `..`, or longer than 100 UTF-16 units.
    pub fn add_member(&self, id: impl Into<String>, username: impl Into<String>) -> AddGroupMember {
        AddGroupMember { client: self.client.clone(), id: id.into(), username: username.into() }
    }

    /// Removes a user from a group, with the access that the user had through it.
    ///
    /// The user may still know what they have read: change the values that they knew.
    ///
    /// # Arguments
    /// - `id`: the group's id.
    /// - `username`: the user's name on the server, as in [`GroupMember::username`]; usually the
    ///   e-mail address.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such group, or if the
    ///   user is not in it.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the username is empty, `.`
    ///   or `..`, or longer than 100 UTF-16 units.
    pub fn remove_member(
        &self,
        id: impl Into<String>,
        username: impl Into<String>,
    ) -> RemoveGroupMember {
        RemoveGroupMember { client: self.client.clone(), id: id.into(), username: username.into() }
    }
}

/// Lists members when awaited. See [`Groups::members`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListGroupMembers {
    client: Client,
    id: String,
}

awaitable!(ListGroupMembers => Vec<GroupMember>, |this, call| {
    call.require_group(&this.id).await?;
    let request = |offset, limit| api::users(&this.id, offset, limit);
    let items = |page: Users| (page.users, page.total_count);
    let id = |user: &UserRecord| user.id.clone();
    let users = call.all_counted_pages(PAGE, request, items, id).await?;
    let members = users.into_iter().filter(|user| user.is_part_of_group.unwrap_or(true));
    Ok(members.map(GroupMember::from).collect())
});

/// Adds a member when awaited. See [`Groups::add_member`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AddGroupMember {
    client: Client,
    id: String,
    username: String,
}

awaitable!(AddGroupMember => GroupMember, |this, call| {
    call.require_group(&this.id).await?;
    check_segment(USERNAME, &this.username)?;
    let request = api::add_user(&this.id, &this.username);
    let added: UserRecord = call.send_authorized(request).await?.json().await?;
    Ok(added.into())
});

/// Removes a member when awaited. See [`Groups::remove_member`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RemoveGroupMember {
    client: Client,
    id: String,
    username: String,
}

awaitable!(RemoveGroupMember => (), |this, call| {
    call.require_group(&this.id).await?;
    check_segment(USERNAME, &this.username)?;
    call.send_authorized(api::remove_user(&this.id, &this.username)).await?;
    Ok(())
});

/// A user in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMember {
    /// The user's id.
    pub id: String,
    /// The user's name on the server, usually the e-mail address.
    pub username: String,
    /// E-mail address, if the user has one.
    pub email: Option<String>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl From<UserRecord> for GroupMember {
    fn from(record: UserRecord) -> Self {
        let username = record.username.or_else(|| record.email.clone());
        Self {
            id: record.id,
            username: username.unwrap_or_default(),
            email: record.email,
            first_name: record.first_name.unwrap_or_default(),
            last_name: record.last_name.unwrap_or_default(),
        }
    }
}
