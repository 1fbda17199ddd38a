//! The first account of a new server.

use super::Account;
use super::sign_up::{AccountKeys, NewAccount};
use crate::api::server::Era;
use crate::api::signup::{self, Completed, KeylessAccount};
use crate::client::call::{Call, Client, awaitable, blocking, check_email, crypto_failure};
use crate::client::session::{Feature, check_consent, check_not_empty};
use crate::http::Request;
use crate::{Error, ErrorKind, Result, SecretString};

impl Account {
    /// Creates the first account of a new server, that of its administrator. Needs neither a
    /// credential nor a code.
    ///
    /// Needs a server of 2024 or later. The client creates the key pair of the account, and
    /// everything that protects it, on this machine. The server creates an organization with the
    /// account and gives it a name.
    ///
    /// # Arguments
    /// - `email`: the e-mail address of the administrator.
    /// - `password`: the password of the account; it stays on this machine, but see
    ///   `send_password`.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the password is empty, or if the address has no `@`.
    /// - [`ErrorKind::Conflict`] if the server has an administrator; an earlier call whose response
    ///   was lost may have created that account.
    /// - [`ErrorKind::UnsupportedByServer`] on May 2023 servers, where everybody signs up in the
    ///   same way, or if the server demands the password itself and `send_password` does not allow
    ///   it.
    pub fn sign_up_administrator(
        &self,
        email: impl Into<String>,
        password: impl Into<SecretString>,
    ) -> SignUpAdministrator {
        SignUpAdministrator {
            client: self.client.clone(),
            email: email.into(),
            password: password.into(),
            first_name: None,
            last_name: String::new(),
            send_password: false,
        }
    }
}

/// Creates the first account when awaited. See [`Account::sign_up_administrator`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SignUpAdministrator {
    client: Client,
    email: String,
    password: SecretString,
    first_name: Option<String>,
    last_name: String,
    send_password: bool,
}

impl SignUpAdministrator {
    /// First name; by default the part of the address before the `@`.
    pub fn first_name(mut self, name: impl Into<String>) -> Self {
        self.first_name = Some(name.into());
        self
    }

    /// Last name; empty by default.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = name.into();
        self
    }

    /// Whether the password may be sent to servers since June 2024, which demand it; `false` by
    /// default. Those of 2024 keep a copy of the private key that they can open. Without it, signing
    /// up fails on these servers. Earlier servers do not receive the password.
    pub fn send_password(mut self, agree: bool) -> Self {
        self.send_password = agree;
        self
    }
}

awaitable!(SignUpAdministrator => NewAccount, |this, call| {
    call.sign_up_administrator(this).await
});

impl Call {
    async fn sign_up_administrator(&self, this: SignUpAdministrator) -> Result<NewAccount> {
        check_not_empty(&this.password)?;
        let local_part = check_email(&this.email)?;
        self.require(Feature::AdministratorSignUp).await?;
        let era = self.era().await?;
        check_consent(era, this.send_password, "sign-up")?;
        let request = if era.is_modern() {
            signup::keyless_administrator(&KeylessAccount {
                email: &this.email,
                first_name: this.first_name.as_deref().unwrap_or(local_part),
                last_name: &this.last_name,
                organization_name: None,
                password: this.password.expose(),
            })?
        } else {
            administrator_with_keys(era, &this, local_part).await?
        };
        let response = self.send(request).await.map_err(explained)?;
        let completed: Completed = response.json().await?;
        Ok(NewAccount { user_id: completed.user.id(), email: this.email })
    }
}

/// The request that creates the account with a new key pair.
async fn administrator_with_keys(
    era: Era,
    this: &SignUpAdministrator,
    local_part: &str,
) -> Result<Request> {
    let (email, password) = (this.email.clone(), this.password.clone());
    let keys = blocking(move || AccountKeys::make(&email, &password)).await?;
    let keys = keys.map_err(crypto_failure)?;

    let account = signup::Account {
        email: &this.email,
        first_name: this.first_name.as_deref().unwrap_or(local_part),
        last_name: &this.last_name,
        organization_name: None,
        public_key: &keys.public_key,
        protection: keys.protection.fields(),
        password: era.is_since_june_2024().then(|| this.password.expose()),
    };
    signup::administrator(&account)
}

fn explained(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Conflict => error.reclassified(
            ErrorKind::Conflict,
            "the server already has an administrator. If an earlier call created that account and \
             its answer was lost, log in with the password of that call. Otherwise, sign up with a \
             code",
        ),
        _ => error,
    }
}
