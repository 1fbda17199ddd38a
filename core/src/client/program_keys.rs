//! The copies of a project key that programs with a key pair have: service accounts and service
//! tokens v3.

use std::sync::Arc;

use super::call::Call;
use super::credential::AccountCredential;
use super::projects::KeyCopy;
use crate::api::server::Era;
use crate::api::service_accounts::{self, KeyList};
use crate::api::service_tokens_v3::{self, KeyRecord, OneKey};
use crate::crypto::ServiceTokenV3;
use crate::{Error, ErrorKind, Result};

impl Call {
    /// Fails on servers that have no service accounts.
    pub(super) async fn require_account_era(&self) -> Result<()> {
        if self.era().await? == Era::May2023 {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::UnsupportedByServer,
            "service accounts need a server of May 2023. Later ones have machine identities",
        ))
    }

    /// A service account's copy of a project key.
    pub(super) async fn account_copy(
        &self,
        project: &str,
        account: &AccountCredential,
    ) -> Result<KeyCopy> {
        let id = account.access_key.account_id();
        let request = service_accounts::own_keys(id, project);
        let keys: KeyList = self.send_authorized(request).await?.json()?;
        let mut keys = keys.service_account_keys.into_iter();
        let key = keys.find(|key| key.workspace.id() == project).ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "service account {id} has no copy of the key of project {project}. Let it into \
                     an environment of the project"
                ),
            )
        })?;
        let given = account.granted_by.as_ref().map(|key| key.to_base64());
        let sender = given.or_else(|| key.sender.public_key().map(str::to_owned));
        let sender = sender.ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "the key of project {project} cannot be opened without the public key of the \
                     user who granted it, which this server does not tell. Give the credential \
                     granted_by"
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

    /// What the server says of the client's service token v3, asked once.
    pub(super) async fn token_v3_record(&self) -> Result<&KeyRecord> {
        let ask = || async {
            let found: OneKey = self.send_authorized(service_tokens_v3::key()).await?.json()?;
            Ok(found.key)
        };
        self.shared.token_v3.get_or_try_init(ask).await
    }

    /// The same, if the token is for this project.
    pub(super) async fn token_v3_for(&self, project: &str) -> Result<&KeyRecord> {
        let key = self.token_v3_record().await?;
        if key.workspace == project {
            return Ok(key);
        }
        Err(Error::new(
            ErrorKind::PermissionDenied,
            format!("the service token is for project {}, not for {project:?}", key.workspace),
        ))
    }
}
