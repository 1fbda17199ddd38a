//! The sealed copies of a project key: those of users, service accounts and service tokens v3.

use std::sync::Arc;

use crate::api::keys::{self, KeyRecord, LatestKey};
use crate::api::service_accounts::{self, KeyList};
use crate::client::call::{AccountCredential, Call};
use crate::crypto::{CryptoError, PrivateKey, ProjectKey, PublicKey, ServiceTokenV3};
use crate::{Error, ErrorKind, Result};

/// A sealed copy of a project key, and the keys to open it.
pub(super) struct KeyCopy {
    pub(super) encrypted_key: String,
    nonce: String,
    /// Public key of the sender, as base64.
    pub(super) sender: String,
    pub(super) private_key: Arc<PrivateKey>,
}

impl KeyCopy {
    fn of(record: KeyRecord, private_key: Arc<PrivateKey>) -> Self {
        Self {
            encrypted_key: record.encrypted_key,
            nonce: record.nonce,
            sender: record.sender.public_key,
            private_key,
        }
    }

    /// The project key, and the public key of the sender.
    pub(super) fn open(&self) -> Result<(ProjectKey, PublicKey), CryptoError> {
        let sender = PublicKey::from_base64(&self.sender)?;
        let key = ProjectKey::open(&self.encrypted_key, &self.nonce, &sender, &self.private_key)?;
        Ok((key, sender))
    }
}

impl Call {
    pub(super) async fn latest_copy(&self, project: &str) -> Result<Option<KeyCopy>> {
        let found: LatestKey = self.send_authorized(keys::latest(project)).await?.json().await?;
        let Some(record) = found.latest_key else { return Ok(None) };
        Ok(Some(KeyCopy::of(record, self.private_key().await?)))
    }

    pub(super) async fn own_copy(&self, project: &str) -> Result<KeyCopy> {
        let record = self.sealed_key(project).await?.ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "nobody has shared the key of project {project} with this user yet. Ask a \
                     member of the project to share it"
                ),
            )
        })?;
        Ok(KeyCopy::of(record, self.private_key().await?))
    }

    /// The user's sealed copy of the project key, if the key was shared with the user.
    pub(super) async fn sealed_key(&self, project: &str) -> Result<Option<KeyRecord>> {
        let response = match self.send_authorized(keys::encrypted_key(project)).await {
            Err(error) if error.kind() == ErrorKind::KeyUnavailable && error.status().is_some() => {
                return Ok(None);
            }
            result => result?,
        };
        if matches!(response.body.as_slice(), b"" | b"null" | b"{}") {
            return Ok(None);
        }
        response.json().await.map(Some)
    }

    /// A service account's copy of a project key.
    pub(super) async fn account_copy(
        &self,
        project: &str,
        account: &AccountCredential,
    ) -> Result<KeyCopy> {
        let id = account.access_key.account_id();
        let request = service_accounts::own_keys(id, project);
        let keys: KeyList = self.send_authorized(request).await?.json().await?;
        let mut keys = keys.service_account_keys.into_iter();
        let key = keys.find(|key| key.workspace.id() == project).ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "service account {id} has no copy of the key of project {project}. Give it \
                     access to an environment of the project"
                ),
            )
        })?;
        let given = account.granted_by.as_ref().map(|key| key.to_base64());
        let sender = given.or_else(|| key.sender.public_key().map(str::to_owned));
        let sender = sender.ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "the key of project {project} cannot be decrypted without the public key of \
                     the user who granted access, and this server does not return that key. Set \
                     granted_by in the credential"
                ),
            )
        })?;
        Ok(KeyCopy {
            encrypted_key: key.encrypted_key,
            nonce: key.nonce,
            sender,
            private_key: Arc::clone(&account.private_key),
        })
    }

    /// A service token v3's copy of the key of its project.
    pub(super) async fn token_v3_copy(
        &self,
        project: &str,
        token: &ServiceTokenV3,
    ) -> Result<KeyCopy> {
        let key = self.token_v3_for(project).await?;
        Ok(KeyCopy {
            encrypted_key: key.encrypted_key.clone(),
            nonce: key.nonce.clone(),
            sender: key.public_key.clone(),
            private_key: Arc::new(token.private_key().clone()),
        })
    }
}
