//! A project key and the one that replaces it.
//!
//! The new key is computed from the user's private key and the present project key. So a repeated
//! rotation continues with the same key, as long as the user's own copy holds the old one: it is
//! replaced last.

use std::sync::Arc;

use super::trust;
use crate::client::call::{Call, Evidence, KnownKey, Sealer, crypto_failure};
use crate::crypto::{PrivateKey, ProjectKey, PublicKey, Sealed, SystemEntropy};
use crate::{Error, ErrorKind, Result};

/// The key of a project before and after its rotation.
pub(crate) struct Succession {
    pub(crate) old: Arc<ProjectKey>,
    pub(crate) new: Arc<ProjectKey>,
    /// Who sealed the old key.
    sealer: Sealer,
    private_key: Arc<PrivateKey>,
}

impl Succession {
    /// The user's own public key.
    pub(crate) fn own_key(&self) -> PublicKey {
        self.private_key.public_key()
    }

    /// The new key, sealed for a recipient.
    pub(crate) fn sealed_for(&self, recipient: &PublicKey) -> Result<Sealed> {
        self.new.seal_for(recipient, &self.private_key, &mut SystemEntropy).map_err(crypto_failure)
    }
}

impl Call {
    /// The key of a project as the server has it now, and its successor.
    pub(crate) async fn succession(&self, project: &str) -> Result<Succession> {
        let (known, _) = self.open_sealed_key(project).await?;
        let private_key = self.private_key().await?;
        let new = known.key.successor(project, &private_key).map_err(crypto_failure)?;
        Ok(Succession { old: known.key, new: Arc::new(new), sealer: known.sealer, private_key })
    }

    /// Fails if the server may have planted the old key. `evidence` says what all secrets of the
    /// project say about it; one that the new key opens speaks for the old key too, because only
    /// the user can compute the new key from it.
    pub(crate) fn check_succession(
        &self,
        project: &str,
        keys: &Succession,
        evidence: Evidence,
    ) -> Result<()> {
        let (key, sealer) = (Arc::clone(&keys.old), keys.sealer.clone());
        trust::check(project, &KnownKey { key, sealer, evidence }, self.shared.require_e2ee)
    }

    /// Replaces the user's own copy of the key, with which the rotation cannot be continued any
    /// more, and this client's.
    pub(crate) async fn replace_own_key(
        &self,
        project: &str,
        user_id: &str,
        keys: &Succession,
    ) -> Result<()> {
        let sealed = keys.sealed_for(&keys.own_key())?;
        self.expect_key(project, &keys.new).await?;
        // If the answer is lost, the next call of this client opens the copy that is stored.
        self.shared.forget_project_key(project);
        self.upload_key(project, user_id, &sealed).await?;
        let stored = self.own_copy(project).await?.open().map(|(key, _)| key);
        if !stored.is_ok_and(|key| key.is_same(&keys.new)) {
            return Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "project {project}: the server accepted the user's copy of the new key, but \
                     returns another one. All secrets are under the new key. Rotate the key again"
                ),
            ));
        }
        self.saw_key(project, &keys.new).await?;
        let evidence = Evidence::None;
        let new = KnownKey { key: Arc::clone(&keys.new), sealer: Sealer::Trusted, evidence };
        self.shared.remember_project_key(project, new);
        self.shared.key_copies.forget(project);
        Ok(())
    }
}
