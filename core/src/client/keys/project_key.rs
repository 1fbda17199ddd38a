//! Decrypting the key of a project.

use std::sync::Arc;

use crate::client::call::{Call, Client, Evidence, Kind, KnownKey, awaitable};
use crate::client::projects::Projects;
use crate::client::session::no_key_pair;
use crate::crypto::{Fingerprint, ProjectKey, PublicKey};
use crate::{Error, ErrorKind, Result};

impl Projects {
    /// Opens the key of a project and keeps it, as the first use of its secrets does. So a program
    /// learns early whether its credential can decrypt.
    ///
    /// The result has the fingerprint of the public key of the user who sealed this copy:
    /// [`OpenedKey::sealed_by`]. That user sees the same with
    /// [`Members::fingerprint`](crate::Members::fingerprint), unless the server lies.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::KeyUnavailable`] if nobody has shared the key with the user or service
    ///   account yet, if the credential opens no private key, or if only the server has the key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed, or if the last
    ///   part of a service token, its key, is wrong.
    /// - [`ErrorKind::IntegrityViolation`] if the public key that the server holds for the user
    ///   does not belong to the user's private key, if the server gives another project key than
    ///   before, or if the client requires a
    ///   [trusted sealer](crate::ClientBuilder::require_trusted_sealer) and another public key
    ///   sealed the copy, or if a server since June 2024 has a copy of the key and the client
    ///   requires end-to-end encryption.
    /// - [`ErrorKind::PermissionDenied`] for a service token of another project.
    /// - [`ErrorKind::UnsupportedByServer`] for a service account, on servers since 2024.
    pub fn open_key(&self, id: impl Into<String>) -> OpenProjectKey {
        OpenProjectKey { client: self.client.clone(), id: id.into() }
    }
}

/// Opens a project's key when awaited. See [`Projects::open_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct OpenProjectKey {
    client: Client,
    id: String,
}

awaitable!(OpenProjectKey => OpenedKey, |this, call| {
    let project_id = call.project_id(&this.id).await?;
    if let Kind::ServiceToken(_) = call.credential()? {
        call.project_key(&project_id).await?;
        return Ok(OpenedKey { project_id, sealed_by: None });
    }
    let (_, sender) = call.open_sealed_key(&project_id).await?;
    Ok(OpenedKey { project_id, sealed_by: Some(sender.fingerprint()) })
});

/// Confirms that the project key can be decrypted, and shows the key of its sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedKey {
    /// The project's id.
    pub project_id: String,
    /// The fingerprint of the public key of the user who sealed this copy, to compare with the one
    /// that this user reads out; `None` for a service token, which holds the key itself.
    pub sealed_by: Option<Fingerprint>,
}

impl Call {
    /// The key of a project, decrypted once and kept.
    pub(crate) async fn project_key(&self, project: &str) -> Result<Arc<ProjectKey>> {
        if let Kind::ServiceToken(_) = self.credential()? {
            return self.token_for(project).await?.key();
        }
        Ok(self.known_key(project).await?.key)
    }

    /// The same, with who sealed it and what it opens, for a credential that has sealed copies.
    pub(super) async fn known_key(&self, project: &str) -> Result<KnownKey> {
        if let Some(known) = self.shared.known_project_key(project) {
            let fails = self.fails_if_server_has_keys().await?;
            if self.shared.key_copies.is_to_be_asked(project, fails) {
                self.check_key_is_not_the_servers(project, "").await?;
            }
            return Ok(known);
        }
        Ok(self.open_sealed_key(project).await?.0)
    }

    pub(super) async fn open_sealed_key(&self, project: &str) -> Result<(KnownKey, PublicKey)> {
        let copy = match self.credential()? {
            Kind::MachineIdentity(_) | Kind::IdentityToken(_) => return Err(no_key_pair()),
            Kind::ServiceAccount(account) => self.account_copy(project, account).await?,
            Kind::ServiceTokenV3(token) => self.token_v3_copy(project, token).await?,
            _ => self.own_copy(project).await?,
        };
        let opened = match copy.open() {
            Err(_) if self.has_newer_copies().await? => match self.latest_copy(project).await? {
                Some(latest) => latest.open(),
                None => copy.open(),
            },
            opened => opened,
        };
        let (key, sender) = opened.map_err(|error| {
            Error::new(
                ErrorKind::DecryptionFailed,
                format!(
                    "the key of project {project} (field encryptedKey) cannot be decrypted: \
                     {error}. Ask a member to share it again"
                ),
            )
        })?;
        self.check_key_is_not_the_servers(project, "").await?;
        let sealer = self.sealer(project, &sender, &copy.private_key.public_key())?;
        let key = Arc::new(key);
        self.saw_key(project, &key).await?;
        let opened = KnownKey { key, sealer, evidence: Evidence::None };
        let known = self.shared.remember_project_key(project, opened).ok_or_else(|| {
            Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "project {project}: the server now gives another project key than before. \
                     Nothing was read or written with it. If a member replaced the key, create a \
                     new client"
                ),
            )
        })?;
        Ok((known, sender))
    }

    /// May 2023 returns the oldest copy, so a newer copy that replaces a broken one needs another
    /// request, which API keys cannot make.
    async fn has_newer_copies(&self) -> Result<bool> {
        Ok(self.require_session().is_ok() && self.era().await?.is_may_2023())
    }
}
