//! Permissions of service accounts in environments, and their copies of project keys.

use super::service_accounts::ServiceAccounts;
use super::service_tokens::Permission;
use crate::api::service_accounts::{
    self as api, HeldKeyRecord, HeldKeys, OneAccount, OnePermission, PermissionList,
    PermissionRecord,
};
use crate::client::call::{Client, awaitable};
use crate::client::keys::{expect_fingerprint, fingerprint_setter};
use crate::client::projects::project_setter;
use crate::{Error, ErrorKind};

impl ServiceAccounts {
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
    /// With `expect_fingerprint`, the fingerprint of the account's public key, nothing is granted if
    /// the server shows another key.
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
    /// - [`ErrorKind::TamperingSuspected`] if the [trust
    ///   store](crate::ClientBuilder::trust_store) of the client knows another public key of the
    ///   account, unless `expect_fingerprint` confirms the new one. Nothing is granted then.
    /// - [`ErrorKind::InvalidInput`] if no permission is given or there is no such permission, if
    ///   the fingerprint is in no form of a fingerprint, or if neither the call nor the client
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
    let expected = expect_fingerprint(this.expect_fingerprint.as_deref())?;
    if this.permissions.is_empty() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "the service account needs at least one permission",
        ));
    }
    let project = call.project_or_default(this.project).await?;
    let environment = call.environment_or_default(this.environment).await?;
    call.check_environment(&project, &environment).await?;
    let account: OneAccount = call.send_authorized(api::get(&this.id)).await?.json().await?;
    let whom = format!("service account {}", this.id);
    let key = account.service_account.public_key.as_str();
    let key = call.recipient_called(&this.id, &whom, Some(key), expected.as_ref()).await?;
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
