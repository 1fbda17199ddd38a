//! The user, their name, and deleting the account.

use super::Account;
use crate::api::users::{self, Me, UserRecord};
use crate::client::call::{Client, awaitable};
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

impl Account {
    /// Returns the user behind the credential. Logs in if necessary, so it also checks whether a
    /// password is right.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if the server rejects the credential: the password or
    ///   the token is wrong.
    /// - [`ErrorKind::MfaRequired`] if the login needs a code, which was mailed; see
    ///   [`verify_mfa`](Self::verify_mfa).
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account or a machine
    ///   identity, which belongs to no user, or if the server has locked the user after too many
    ///   wrong codes.
    /// - [`ErrorKind::IntegrityViolation`] if the server breaks the protocol of the login, as an
    ///   attacker in its place would.
    /// - [`ErrorKind::DecryptionFailed`] if the private key that the server stores does not decrypt.
    pub fn me(&self) -> WhoAmI {
        WhoAmI { client: self.client.clone() }
    }
}

/// Reads the user when awaited. See [`Account::me`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct WhoAmI {
    client: Client,
}

awaitable!(WhoAmI => User, |this, call| {
    let user = call.current_user().await?;
    Ok(User {
        id: user.id.clone(),
        email: user.email.clone(),
        first_name: user.first_name.clone(),
        last_name: user.last_name.clone(),
    })
});

/// A user of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user's id.
    pub id: String,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl Account {
    /// Changes the name of the user. Needs a server of 2024 or later.
    ///
    /// # Arguments
    /// - `first_name`: the new first name.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the first name is blank.
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account or a machine
    ///   identity.
    /// - [`ErrorKind::UnsupportedByServer`] on May 2023 servers.
    pub fn set_name(&self, first_name: impl Into<String>) -> SetName {
        SetName { client: self.client.clone(), first_name: first_name.into(), last_name: None }
    }

    /// Deletes the account of the user permanently, and closes this client. This cannot be undone.
    /// Later calls fail with [`ErrorKind::Closed`]. Needs a server of 2024 or later.
    ///
    /// Members of projects to whom this user sealed the project key may lose it with the account.
    /// Have another member share the key with them again first.
    ///
    /// # Errors
    /// - [`ErrorKind::AuthenticationFailed`] if another client deleted the account before.
    /// - [`ErrorKind::PermissionDenied`] for a service token, a service account, a machine identity
    ///   or an API key.
    /// - [`ErrorKind::UnsupportedByServer`] on May 2023 servers.
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
    /// Last name; unchanged by default.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = Some(name.into());
        self
    }
}

awaitable!(SetName => User, |this, call| {
    call.require_user()?;
    check_first_name(&this.first_name)?;
    call.require(Feature::UserName).await?;
    let last_name = match this.last_name {
        Some(name) => name,
        // The server replaces both names at once.
        None => {
            let me: Me = call.send_authorized(users::me()).await?.json().await?;
            me.user.last_name.unwrap_or_default()
        }
    };
    let request = users::set_name(&this.first_name, &last_name)?;
    // Also before the request: a cancelled call may have renamed the user.
    *call.shared.current_user.lock().await = None;
    let answer = call.send_authorized(request).await;
    *call.shared.current_user.lock().await = None;
    let renamed: Me = answer?.json().await?;
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
    call.require(Feature::AccountDeletion).await?;
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
