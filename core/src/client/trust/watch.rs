//! What calls ask of the trust store. All of it blocks, as the store does.

use std::collections::HashSet;
use std::sync::Arc;

use super::knowledge::{Sighting, path_of};
use super::store::TrustStore;
use crate::api::secrets::{Place, SecretRecord};
use crate::crypto::{ProjectKey, SymmetricKey};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// What was known before a request was sent. What other calls learn while its answer is on its way
/// is not held against the answer.
#[derive(Clone)]
pub(crate) struct Watch {
    since: u64,
    digests: Arc<SymmetricKey>,
}

impl Watch {
    /// A secret in the answer, as it decrypted.
    pub(crate) fn sighting(
        &self,
        record: &SecretRecord,
        name: &str,
        value: &SecretString,
        place: &Place,
    ) -> Sighting {
        let ciphertext = [
            record.secret_value_ciphertext.as_bytes(),
            record.secret_value_iv.as_bytes(),
            record.secret_value_tag.as_bytes(),
        ];
        Sighting {
            id: record.id(),
            name: name.to_owned(),
            is_personal: record.kind == "personal",
            environment: place.environment.clone(),
            path: path_of(place).to_owned(),
            version: record.version,
            content: self.digest(&[name.as_bytes(), value.expose().as_bytes()]),
            ciphertext: self.digest(&ciphertext),
        }
    }

    fn digest(&self, parts: &[&[u8]]) -> String {
        // 128 bits: nobody without the key can look for another value with the same digest.
        self.digests.digest(parts).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl TrustStore {
    /// What is known now. `None` until the store has its keys.
    pub(crate) fn watch(&self) -> Result<Option<Watch>> {
        let Some(digests) = self.digests() else { return Ok(None) };
        let since = self.with(|known| Ok(known.change))?;
        Ok(Some(Watch { since, digests }))
    }

    /// Compares the secrets of an answer with what was known, and keeps what is new. `listed` has
    /// the ids in the answer if it lists all secrets of `place`.
    pub(crate) fn saw(
        &self,
        watch: &Watch,
        place: &Place,
        sightings: Vec<Sighting>,
        listed: Option<&HashSet<String>>,
    ) -> Result<()> {
        self.with(|known| {
            let result = known.saw(watch.since, place, sightings, listed);
            result.map(drop).map_err(|contradiction| contradiction.into_error(&self.name()))
        })
    }

    /// Compares earlier versions of secrets with what is known of them.
    pub(crate) fn saw_versions(&self, project: &str, versions: &[Sighting]) -> Result<()> {
        self.with(|known| {
            let result = known.saw_versions(project, versions);
            result.map_err(|contradiction| contradiction.into_error(&self.name()))
        })
    }

    /// Compares the answer "not found" with what was known of a secret.
    pub(crate) fn saw_nothing(
        &self,
        watch: &Watch,
        place: &Place,
        name: &str,
        is_personal: bool,
    ) -> Result<()> {
        self.with(|known| {
            let result = known.saw_nothing(watch.since, place, name, is_personal);
            result.map_err(|contradiction| contradiction.into_error(&self.name()))
        })
    }

    /// Whether a secret that is not deleted was seen.
    pub(crate) fn has_seen(&self, place: &Place, name: &str, is_personal: bool) -> Result<bool> {
        self.with(|known| Ok(known.has_seen(place, name, is_personal)))
    }

    /// Notes that secrets are about to be deleted, or, with `done`, that the server deleted them.
    pub(crate) fn deletes(
        &self,
        place: &Place,
        names: &[String],
        is_personal: bool,
        done: bool,
    ) -> Result<()> {
        self.with(|known| {
            known.deletes(place, names, is_personal, done);
            Ok(())
        })
    }

    /// Forgets the secrets of a project for which `is_meant` of environment, path and name holds.
    /// Returns their number.
    pub(crate) fn forget_secrets(
        &self,
        project: &str,
        is_meant: impl Fn(&str, &str, &str) -> bool,
    ) -> Result<usize> {
        self.with(|known| Ok(known.forget_secrets(project, is_meant)))
    }

    /// Forgets the key of a project and its secrets. Returns whether anything was known.
    pub(crate) fn forget_project(&self, project: &str) -> Result<bool> {
        self.with(|known| Ok(known.forget_project(project)))
    }

    /// Whether the project was encrypted when it was seen.
    pub(crate) fn was_encrypted(&self, project: &str) -> Result<bool> {
        self.with(|known| Ok(known.has_key(project)))
    }

    /// Keeps the key of a project; fails if another one was seen.
    pub(crate) fn saw_key(&self, project: &str, key: &ProjectKey) -> Result<()> {
        let digest = self.digest_of(project, key)?;
        self.with(|known| match known.keep_key(project, digest) {
            Some(_) => Ok(()),
            None => Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "project {}: the server gives another project key than before ({}). Nothing \
                     was read or written with it. If a member replaced the key, accept it with \
                     trust.forget_project",
                    Shown(project),
                    self.name()
                ),
            )),
        })
    }

    /// Notes that a key is about to take the place of the known one. Until it is seen, both are
    /// accepted.
    pub(crate) fn expect_key(&self, project: &str, key: &ProjectKey) -> Result<()> {
        let digest = self.digest_of(project, key)?;
        self.with(|known| {
            known.expect_key(project, digest);
            Ok(())
        })
    }

    fn digest_of(&self, project: &str, key: &ProjectKey) -> Result<String> {
        let Some(digests) = self.digests() else {
            return Err(Error::new(ErrorKind::Internal, "the trust store has no keys yet"));
        };
        let digest = digests.digest(&[project.as_bytes(), key.symmetric_key().as_bytes()]);
        Ok(digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Fails if project keys were sealed for `id` with another public key before. `is_confirmed`
    /// says that the caller expects this key: then it takes the place of the known one.
    pub(crate) fn check_recipient(
        &self,
        id: &str,
        whom: &str,
        fingerprint: &str,
        is_confirmed: bool,
    ) -> Result<()> {
        self.with(|known| match known.recipient(id) {
            Some(before) if before != fingerprint && !is_confirmed => Err(Error::new(
                ErrorKind::TamperingSuspected,
                format!(
                    "the public key of {} has the fingerprint {fingerprint}, and had {before} \
                     before ({}). Nothing was shared. Ask its owner for the fingerprint of their \
                     present key. If it is the new one, call again with expect_fingerprint",
                    Shown(whom),
                    self.name()
                ),
            )),
            _ => {
                known.keep_recipient(id, fingerprint.to_owned());
                Ok(())
            }
        })
    }
}
