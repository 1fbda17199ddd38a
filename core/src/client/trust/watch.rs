//! The operations of the trust store. They block.

use std::sync::Arc;

use super::knowledge::{Deletion, Listing, Sighting, now, path_of};
use super::store::TrustStore;
use crate::api::secrets::{Place, SecretRecord};
use crate::crypto::{ProjectKey, SymmetricKey};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// How long a change that moves, deletes or renames secrets may take, in seconds. If the program ends
/// meanwhile, nothing is learnt about the folders or names for so long.
const LONGEST_CHANGE: u64 = 300;

/// The state of the store before a request. An answer is not compared with what other calls learned
/// since.
#[derive(Clone)]
pub(crate) struct Watch {
    since: u64,
    digests: Arc<SymmetricKey>,
}

impl Watch {
    /// Identifies what the store knows: it differs after anything new.
    pub(crate) fn change(&self) -> u64 {
        self.since
    }

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
        // 128 bits suffice: without the key, an attacker cannot search for a collision.
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

    /// Compares the secrets of an answer with what was known, and keeps what is new. `listings` has
    /// the folders that the answer lists.
    pub(crate) fn saw(
        &self,
        watch: &Watch,
        project: &str,
        sightings: Vec<Sighting>,
        listings: &[Listing],
    ) -> Result<()> {
        self.with(|known| {
            let result = known.saw(watch.since, project, sightings, listings);
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

    /// Notes that secrets are about to be deleted. Returns what [`deleted`](Self::deleted) and
    /// [`stay`](Self::stay) need.
    pub(crate) fn begin_to_delete(
        &self,
        place: &Place,
        names: &[String],
        is_personal: bool,
    ) -> Result<Deletion> {
        self.with(|known| Ok(known.begin_to_delete(place, names, is_personal, latest_end())))
    }

    /// Notes that the server deleted them.
    pub(crate) fn deleted(&self, deletion: &Deletion) -> Result<()> {
        self.with(|known| {
            known.deleted(deletion);
            Ok(())
        })
    }

    /// Notes that the server refused to delete them.
    pub(crate) fn stay(&self, deletion: &Deletion) -> Result<()> {
        self.with(|known| {
            known.stay(deletion);
            Ok(())
        })
    }

    /// Notes that a secret is about to be renamed. Returns what
    /// [`end_rename`](Self::end_rename) needs.
    pub(crate) fn begin_to_rename(&self, place: &Place, name: &str) -> Result<u64> {
        self.with(|known| Ok(known.begin_to_rename(place, name, latest_end())))
    }

    /// Notes that this change has ended.
    pub(crate) fn end_rename(&self, project: &str, number: u64) -> Result<()> {
        self.with(|known| {
            known.end_change(project, number);
            Ok(())
        })
    }

    /// Forgets the secrets for which `is_meant` of environment and path holds: a change is about to
    /// move or delete them. Returns what [`end_to_rearrange`](Self::end_to_rearrange) needs.
    pub(crate) fn begin_to_rearrange(
        &self,
        project: &str,
        is_meant: impl Fn(&str, &str) -> bool,
    ) -> Result<u64> {
        self.with(|known| {
            known.forget_secrets(project, |environment, path, _| is_meant(environment, path));
            let until = latest_end();
            known.begin_to_rearrange(project, until);
            Ok(until)
        })
    }

    /// Notes that this change has ended.
    pub(crate) fn end_to_rearrange(&self, project: &str, until: u64) -> Result<()> {
        self.with(|known| {
            known.end_to_rearrange(project, until);
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

/// When a change that begins now counts as ended, in seconds since 1970.
fn latest_end() -> u64 {
    now().saturating_add(LONGEST_CHANGE)
}
