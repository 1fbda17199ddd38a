//! Service accounts, managed by users.

use std::time::Duration;

use super::service_tokens::Permission;
use crate::api::service_accounts::{
    self as api, AccountList, AccountRecord, Created, HeldKeyRecord, HeldKeys, OneAccount,
    OnePermission, PermissionList, PermissionRecord,
};
use crate::client::call::{
    Call, Client, awaitable, check_trimmed_name, crypto_failure, whole_seconds,
};
use crate::client::keys::{check_fingerprint, checked_public_key, fingerprint_setter};
use crate::client::projects::project_setter;
use crate::client::session::Feature;
use crate::crypto::{self, PrivateKey, PublicKey, SystemEntropy};
use crate::{Error, ErrorKind, Result, SecretString};

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
    /// The access key and the private key are in the result alone; nobody can show them again.
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

    /// Lists where a service account has access, and what it may do there.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no service account of that id.
    pub fn permissions(&self, id: impl Into<String>) -> ListServiceAccountPermissions {
        ListServiceAccountPermissions { client: self.client.clone(), id: id.into() }
    }

    /// Gives a service account access to an environment, and the project key. The client seals the
    /// key to the account's public key. By default the account may only read there.
    ///
    /// With `expect_fingerprint`, the SHA-256 of the account's public key as hexadecimal, nothing
    /// is granted if the server shows another key.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such account, project or environment, or the user
    ///   is not a member.
    /// - [`ErrorKind::Conflict`] if the account has access to the environment already.
    /// - [`ErrorKind::KeyUnavailable`] if the user has no key of the project to share, or if the
    ///   credential opens no private key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::IntegrityViolation`] if the account's public key is not the expected one, or
    ///   is not safe to seal to, or if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is granted.
    /// - [`ErrorKind::InvalidInput`] if no permission is given or there is no such permission, if
    ///   the fingerprint does not have 64 hexadecimal digits, or if neither the call nor the client
    ///   names the project and the environment.
    /// - [`ErrorKind::PermissionDenied`] if the user may not do in the environment what is to be
    ///   granted.
    pub fn grant(&self, id: impl Into<String>) -> GrantServiceAccount {
        GrantServiceAccount {
            client: self.client.clone(),
            id: id.into(),
            project: None,
            environment: None,
            permissions: vec![Permission::Read],
            expect_fingerprint: None,
        }
    }

    /// Takes a permission back from a service account. With its last permission in a project, the
    /// account also loses its copy of the project key.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    /// - `permission_id`: the id of the permission, as [`permissions`](Self::permissions) lists it.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such account or permission.
    pub fn revoke(
        &self,
        id: impl Into<String>,
        permission_id: impl Into<String>,
    ) -> RevokeServiceAccountPermission {
        RevokeServiceAccountPermission {
            client: self.client.clone(),
            id: id.into(),
            permission_id: permission_id.into(),
        }
    }

    /// Lists the project keys that a service account has a copy of.
    ///
    /// There is one for each project that it has access to. Each copy is sealed to the account's
    /// public key, and the key itself is not shown. After [`revoke`](Self::revoke) the list shows
    /// whether the account still has a copy.
    ///
    /// # Arguments
    /// - `id`: the service account's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no service account of that id.
    pub fn keys(&self, id: impl Into<String>) -> ListServiceAccountKeys {
        ListServiceAccountKeys { client: self.client.clone(), id: id.into() }
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
    /// store the time and do not heed it.
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

/// Lists permissions when awaited. See [`ServiceAccounts::permissions`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListServiceAccountPermissions {
    client: Client,
    id: String,
}

awaitable!(ListServiceAccountPermissions => Vec<ServiceAccountPermission>, |this, call| {
    call.require_service_account(&this.id).await?;
    let list: PermissionList = call.send_authorized(api::permissions(&this.id)).await?.json().await?;
    let permissions = list.service_account_workspace_permissions.into_iter();
    Ok(permissions.map(ServiceAccountPermission::from).collect())
});

/// Gives an account access to an environment when awaited. See [`ServiceAccounts::grant`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GrantServiceAccount {
    client: Client,
    id: String,
    project: Option<String>,
    environment: Option<String>,
    permissions: Vec<Permission>,
    expect_fingerprint: Option<String>,
}

impl GrantServiceAccount {
    project_setter!();
    fingerprint_setter!();

    /// Slug of the environment; the client's by default.
    pub fn environment(mut self, slug: impl Into<String>) -> Self {
        self.environment = Some(slug.into());
        self
    }

    /// What the account may do there: `read`, `write` or both; only `read` by default.
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = Permission>) -> Self {
        self.permissions = permissions.into_iter().collect();
        self
    }
}

awaitable!(GrantServiceAccount => ServiceAccountPermission, |this, call| {
    call.require_service_account(&this.id).await?;
    let expected = this.expect_fingerprint.as_deref();
    check_fingerprint(expected)?;
    if this.permissions.is_empty() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "the service account needs at least one permission",
        ));
    }
    let project = call.checked_project(this.project).await?;
    let environment = call.environment_or_default(this.environment).await?;
    call.check_environment(&project, &environment).await?;
    let account: OneAccount = call.send_authorized(api::get(&this.id)).await?.json().await?;
    let whom = format!("service account {}", this.id);
    let key = account.service_account.public_key.as_str();
    let key = checked_public_key(&whom, Some(key), expected)?;
    let sealed = call.sealed_for(&project, &key).await?;
    let may = |permission| this.permissions.contains(&permission);
    let permissions = (may(Permission::Read), may(Permission::Write));
    let request = api::grant(&this.id, &project, &environment, permissions, &sealed)?;
    let granted: OnePermission = call.send_authorized(request).await?.json().await?;
    Ok(granted.service_account_workspace_permission.into())
});

/// Revokes a permission when awaited. See [`ServiceAccounts::revoke`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RevokeServiceAccountPermission {
    client: Client,
    id: String,
    permission_id: String,
}

awaitable!(RevokeServiceAccountPermission => (), |this, call| {
    call.require_service_account(&this.id).await?;
    call.check_id("permission", &this.permission_id).await?;
    call.send_authorized(api::revoke(&this.id, &this.permission_id)).await?;
    Ok(())
});

/// Lists copies of keys when awaited. See [`ServiceAccounts::keys`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListServiceAccountKeys {
    client: Client,
    id: String,
}

awaitable!(ListServiceAccountKeys => Vec<ServiceAccountKey>, |this, call| {
    call.require_service_account(&this.id).await?;
    let list: HeldKeys = call.send_authorized(api::keys(&this.id)).await?.json().await?;
    Ok(list.service_account_keys.into_iter().map(ServiceAccountKey::from).collect())
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
            public_key_fingerprint: key.map(|key| key.fingerprint()),
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

/// A service account's permissions in an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceAccountPermission {
    /// The permission's id.
    pub id: String,
    /// The project's id.
    pub project_id: String,
    /// Slug of the environment.
    pub environment: String,
    /// `read`, `write` or both.
    pub permissions: Vec<Permission>,
}

impl From<PermissionRecord> for ServiceAccountPermission {
    fn from(record: PermissionRecord) -> Self {
        let permissions = [(record.read, Permission::Read), (record.write, Permission::Write)];
        let granted = permissions.into_iter().filter(|(granted, _)| *granted);
        Self {
            id: record.id,
            project_id: record.workspace.id().to_owned(),
            environment: record.environment,
            permissions: granted.map(|(_, permission)| permission).collect(),
        }
    }
}

/// A service account's copy of a project key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceAccountKey {
    /// The copy's id.
    pub id: String,
    /// The project's id.
    pub project_id: String,
    /// When the copy was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
}

impl From<HeldKeyRecord> for ServiceAccountKey {
    fn from(record: HeldKeyRecord) -> Self {
        Self {
            id: record.id,
            project_id: record.workspace.id().to_owned(),
            created_at: record.created_at,
        }
    }
}

impl Call {
    async fn require_service_accounts(&self) -> Result<()> {
        self.require_session()?;
        self.require(Feature::ServiceAccounts).await
    }

    async fn require_service_account(&self, id: &str) -> Result<()> {
        self.require_service_accounts().await?;
        self.check_id("service account", id).await
    }
}
