//! Compares secrets in answers with what the trust store has seen of them.

use std::collections::HashSet;

use super::cryptor;
use super::read_options::Opened;
use super::secret::{Secret, SecretType};
use crate::api::secrets::{Place, SecretRecord};
use crate::client::call::Call;
use crate::client::session::applied_nevertheless;
use crate::client::trust::{Listing, Sighting, Watch};
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result};

impl Call {
    /// Decrypts the record of a secret that was requested by name, and fails if it contradicts what
    /// was known when it was requested.
    pub(super) async fn open_watched(
        &self,
        watch: Option<Watch>,
        record: &SecretRecord,
        name: &str,
        kind: SecretType,
        place: &Place,
        key: &ProjectKey,
    ) -> Result<Secret> {
        let secret = cryptor::open_named(record, name, kind, place, key, true)?;
        let secret = self.with_encryption_known(secret);
        let sighting = sighting(watch.as_ref(), record, &secret, place);
        self.saw(watch, &place.workspace_id, sighting).await?;
        Ok(secret)
    }

    /// Says of a secret whether the server can decrypt it too.
    pub(super) fn with_encryption_known(&self, secret: Secret) -> Secret {
        let is_shared = self.shared.key_copies.server_has(&secret.project_id);
        Secret { end_to_end_encrypted: secret.end_to_end_encrypted && !is_shared, ..secret }
    }

    /// The same for the answer to a change.
    pub(super) async fn open_changed(
        &self,
        watch: Option<Watch>,
        record: &SecretRecord,
        name: &str,
        kind: SecretType,
        place: &Place,
        key: &ProjectKey,
    ) -> Result<Secret> {
        let opened = self.open_watched(watch, record, name, kind, place, key).await;
        opened.map_err(applied_nevertheless)
    }

    /// The error for a secret that the server does not find, unless it was seen before.
    pub(super) async fn missing(
        &self,
        watch: Option<Watch>,
        name: &str,
        kind: SecretType,
        place: &Place,
        error: Error,
    ) -> Error {
        if error.kind() != ErrorKind::NotFound {
            return error;
        }
        let is_personal = kind == SecretType::Personal;
        self.saw_nothing(watch, place, name, is_personal).await.err().unwrap_or(error)
    }
}

/// What the trust store keeps of a secret.
pub(super) fn sighting(
    watch: Option<&Watch>,
    record: &SecretRecord,
    secret: &Secret,
    place: &Place,
) -> Option<Sighting> {
    watch.map(|watch| watch.sighting(record, &secret.name, &secret.value, place))
}

/// The same of all those that decrypted.
pub(super) fn sightings<'a>(
    watch: Option<&Watch>,
    records: impl Iterator<Item = &'a SecretRecord>,
    opened: &[Opened],
    place: &Place,
) -> Vec<Sighting> {
    let opened = records.zip(opened).filter_map(|(record, opened)| {
        let secret = opened.as_ref().ok()?;
        sighting(watch, record, secret, place)
    });
    opened.collect()
}

/// The list of the secrets of a place.
pub(super) fn listing(records: &[SecretRecord], place: &Place) -> Listing {
    let ids = records.iter().map(SecretRecord::id).collect();
    Listing { place: place.clone(), ids, is_shared_only: false, below: None }
}

/// What a recursive list says of the folders that it leaves out. `paths` has the others, each with a
/// listing of its own.
pub(super) fn listing_of_tree(paths: HashSet<String>, place: &Place) -> Listing {
    let ids = HashSet::new();
    Listing { place: place.clone(), ids, is_shared_only: false, below: Some(paths) }
}
