//! Service accounts, managed by users.

use std::time::Duration;

#[cfg(doc)]
use crate::ErrorKind;
use crate::api::service_accounts::{self as api, AccountList, AccountRecord, Created, OneAccount};
use crate::client::call::{
    Call, Client, awaitable, check_trimmed_name, crypto_failure, whole_seconds,
};
use crate::client::session::Feature;
use crate::crypto::{self, PrivateKey, PublicKey, SystemEntropy};
use crate::{Result, SecretString};

/// Service accounts, on servers of May 2023. See [`Client::service_accounts`].
///
/// A program acts as a service account after [`create`](Self::create), and a [`grant`](Self::grant)
/// for each environment. Only the user who created an account manages it.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on later servers, which have machine
/// identities instead. It fails with [`ErrorKind::PermissionDenied`] if the credential is an API
/// key or not a user's, or for an account of another user. A text that cannot be an id fails with
/// [`ErrorKind::InvalidInput`].
///
/// Protocol: `/api/v2/service-accounts`.
#[derive(Debug, Clone)]
pub struct ServiceAccounts {
    pub(crate) client: Client,
}

impl ServiceAccounts {
    /// Creates a service account with a key pair. The client generates the key pair and never sends
    /// the private key. Alone the account can do nothing: it needs a [`grant`](Self::grant).
    ///
    /// The access key and the private key are only in the result; they cannot be shown again.
    ///
    /// # Arguments
    /// - `name`: the account's name, for people.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is empty or has white space around it, for a time
    ///   below one second, or if the user does not belong to exactly one organization and neither
    ///   the call nor the client names one.
    /// - [`ErrorKind::NotFound`] if there is no such organization or the user is not a member.
    /// - [`ErrorKind::KeyUnavailable`] if the credential opens no private key of the user, who
    ///   could then grant nothing.
    pub fn create(&self, name: impl Into<String>) -> CreateServiceAccount {
        CreateServiceAccount {
            client: self.client.clone(),
            name: name.into(),
            organization: None,
            expires_in: None,
        }
    }

    /// Lists every service account of an organization, also those of other users. Only owners and
    /// administrators of the organization may do this.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the user does not belong to exactly one organization and
    ///   neither the call nor the client names one.
    /// - [`ErrorKind::NotFound`] if there is no such organization or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an owner or administrator of the
    ///   organization.
    pub fn list(&self) -> ListServiceAccounts {
        ListServiceAccounts { client: self.client.clone(), organization: None }
    }

    /// Renames a service account.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    /// - `new_name`: the new name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no service account of that id.
    /// - [`ErrorKind::InvalidInput`] if the name is empty or has white space around it.
    pub fn rename(
        &self,
        id: impl Into<String>,
        new_name: impl Into<String>,
    ) -> RenameServiceAccount {
        RenameServiceAccount {
            client: self.client.clone(),
            id: id.into(),
            new_name: new_name.into(),
        }
    }

    /// Deletes a service account with its permissions and copies of keys. Its access key stops
    /// working.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no service account of that id.
    pub fn delete(&self, id: impl Into<String>) -> DeleteServiceAccount {
        DeleteServiceAccount { client: self.client.clone(), id: id.into() }
    }
}

/// Creates an account when awaited. See [`ServiceAccounts::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateServiceAccount {
    client: Client,
    name: String,
    organization: Option<String>,
    expires_in: Option<Duration>,
}

impl CreateServiceAccount {
    /// Id of the organization; by default the client's, or the only one that the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }

    /// How long the account is valid, in whole seconds; forever by default. Servers of May 2023
    /// store the time and ignore it.
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.expires_in = Some(duration);
        self
    }
}

awaitable!(CreateServiceAccount => CreatedServiceAccount, |this, call| {
    call.require_service_accounts().await?;
    check_trimmed_name("a service account", &this.name)?;
    let expires_in = whole_seconds(this.expires_in)?;
    let organization = call.organization_or_default(this.organization).await?;
    call.check_id("organization", &organization).await?;
    let granted_by = call.private_key().await?.public_key();
    let private_key = PrivateKey::generate(&mut SystemEntropy).map_err(crypto_failure)?;
    let public_key = private_key.public_key().to_base64();
    let request = api::create(&organization, &this.name, &public_key, expires_in)?;
    let response = call.send_authorized(request).await?;
    let created: Created = response.json().await?;
    let access_key = crypto::ServiceAccountKey::parse(&created.service_account_access_key)
        .ok()
        .filter(|key| key.account_id() == created.service_account.id)
        .ok_or_else(|| response.invalid("the access key of the new service account is malformed"))?;
    Ok(CreatedServiceAccount {
        info: created.service_account.into(),
        access_key: access_key.credential().clone(),
        private_key: private_key.to_base64(),
        public_key,
        granted_by: granted_by.to_base64(),
    })
});

/// Lists accounts when awaited. See [`ServiceAccounts::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListServiceAccounts {
    client: Client,
    organization: Option<String>,
}

impl ListServiceAccounts {
    /// Id of the organization; by default the client's, or the only one that the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

awaitable!(ListServiceAccounts => Vec<ServiceAccount>, |this, call| {
    call.require_service_accounts().await?;
    let organization = call.organization_or_default(this.organization).await?;
    call.check_id("organization", &organization).await?;
    let list: AccountList = call.send_authorized(api::list(&organization)).await?.json().await?;
    Ok(list.service_accounts.into_iter().map(ServiceAccount::from).collect())
});

/// Renames an account when awaited. See [`ServiceAccounts::rename`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenameServiceAccount {
    client: Client,
    id: String,
    new_name: String,
}

awaitable!(RenameServiceAccount => ServiceAccount, |this, call| {
    call.require_service_account(&this.id).await?;
    check_trimmed_name("a service account", &this.new_name)?;
    let request = api::rename(&this.id, &this.new_name)?;
    let renamed: OneAccount = call.send_authorized(request).await?.json().await?;
    // The server may answer with the account before the change.
    Ok(ServiceAccount { name: this.new_name, ..renamed.service_account.into() })
});

/// Deletes an account when awaited. See [`ServiceAccounts::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteServiceAccount {
    client: Client,
    id: String,
}

awaitable!(DeleteServiceAccount => (), |this, call| {
    call.require_service_account(&this.id).await?;
    call.send_authorized(api::delete(&this.id)).await?;
    Ok(())
});

/// A service account, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceAccount {
    /// The account's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The organization it belongs to.
    pub organization_id: String,
    /// SHA-256 of the public key, as hexadecimal; `None` without a usable key.
    pub public_key_fingerprint: Option<String>,
    /// When the account expires, as RFC 3339 in UTC; `None` if never.
    pub expires_at: Option<String>,
}

impl From<AccountRecord> for ServiceAccount {
    fn from(record: AccountRecord) -> Self {
        let key = PublicKey::from_base64(&record.public_key).ok();
        Self {
            id: record.id,
            name: record.name,
            organization_id: record.organization,
            public_key_fingerprint: key.map(|key| key.fingerprint().sha256),
            expires_at: record.expires_at,
        }
    }
}

/// A new service account with its keys, which are shown here once and kept nowhere.
#[derive(Debug, Clone)]
pub struct CreatedServiceAccount {
    /// The service account.
    pub info: ServiceAccount,
    /// The access key, `sa.<id>.<secret>`.
    pub access_key: SecretString,
    /// The public key of the account, as base64.
    pub public_key: String,
    /// The private key of the account, as base64.
    pub private_key: SecretString,
    /// The public key of the user who created the account, as base64. Only this user can give it
    /// access to projects. The account needs the key to open project keys, and servers do not send it.
    pub granted_by: String,
}

impl Call {
    async fn require_service_accounts(&self) -> Result<()> {
        self.require_session()?;
        self.require(Feature::ServiceAccounts).await
    }

    pub(super) async fn require_service_account(&self, id: &str) -> Result<()> {
        self.require_service_accounts().await?;
        self.check_id("service account", id).await
    }
}
