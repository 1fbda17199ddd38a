//! What a user is called, and the end of an account.

use super::account::{Account, User};
use super::{Client, awaitable};
use crate::api::users::{self, Me, UserRecord};
use crate::{Error, ErrorKind, Result};

impl Account {
    /// Gives the user another name, on servers of 2024 and later.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] for a blank first name; [`ErrorKind::UnsupportedByServer`] on
    /// May 2023 servers; [`ErrorKind::PermissionDenied`] for programs.
    pub fn set_name(&self, first_name: impl Into<String>) -> SetName {
        SetName { client: self.client.clone(), first_name: first_name.into(), last_name: None }
    }

    /// Deletes the user's account for good, on servers of 2024 and later, and
    /// [closes](Client::close) the client: later calls fail with [`ErrorKind::Closed`]. There is no
    /// way back.
    ///
    /// Members of projects to whom this user sealed the key may lose it with the account: first
    /// have another member share it with them again.
    ///
    /// # Errors
    /// [`ErrorKind::AuthenticationFailed`] if another client deleted it before;
    /// [`ErrorKind::UnsupportedByServer`] on May 2023 servers; [`ErrorKind::PermissionDenied`] for
    /// programs and API keys.
    pub fn delete(&self) -> DeleteAccount {
        DeleteAccount { client: self.client.clone() }
    }
}

/// Changes the name when awaited. See [`Account::set_name`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetName {
    client: Client,
    first_name: String,
    last_name: Option<String>,
}

impl SetName {
    /// Last name; it stays by default.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = Some(name.into());
        self
    }
}

awaitable!(SetName => User, |this, call| {
    call.require_user()?;
    check_first_name(&this.first_name)?;
    call.require_2024("another name for a user needs").await?;
    let last_name = match this.last_name {
        Some(name) => name,
        // The server takes both names at once.
        None => {
            let me: Me = call.send_authorized(users::me()).await?.json()?;
            me.user.last_name.unwrap_or_default()
        }
    };
    let request = users::set_name(&this.first_name, &last_name)?;
    // Also before: a call that is cancelled may have renamed the user all the same.
    *call.shared.owner.lock().await = None;
    let answer = call.send_authorized(request).await;
    *call.shared.owner.lock().await = None;
    let renamed: Me = answer?.json()?;
    Ok(renamed.user.into())
});

/// Deletes the account when awaited. See [`Account::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteAccount {
    client: Client,
}

awaitable!(DeleteAccount => (), |this, call| {
    call.require_session()?;
    call.require_2024("deleting an account needs").await?;
    call.send_authorized(users::delete()).await?;
    call.shared.forget_session_keys().await;
    call.shared.close();
    Ok(())
});

impl From<UserRecord> for User {
    fn from(record: UserRecord) -> Self {
        Self {
            id: record.id(),
            email: record.email.unwrap_or_default(),
            first_name: record.first_name.unwrap_or_default(),
            last_name: record.last_name.unwrap_or_default(),
        }
    }
}

fn check_first_name(name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the user needs a first name"));
    }
    Ok(())
}
