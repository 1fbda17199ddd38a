//! Reads the shared secrets of a place with the ids of their tags.

use std::sync::Arc;

use crate::api::secrets::{self as secrets_api, Place, SecretRecords};
use crate::client::call::{Call, Evidence, blocking};
use crate::client::keys::Route;
use crate::client::secrets::cryptor;
use crate::client::secrets::raw::RawCopies;
use crate::client::secrets::secret::Secret;
use crate::client::secrets::watched::{listing, sighting};
use crate::{Error, Result};

/// The shared secrets of a place, with the ids of their tags.
pub(super) struct TaggedSecrets {
    secrets: Vec<(Secret, Vec<String>)>,
    /// The error of the first secret that does not decrypt.
    pub(super) first_failure: Option<Error>,
}

impl TaggedSecrets {
    pub(super) fn is_empty(&self) -> bool {
        self.secrets.is_empty() && self.first_failure.is_none()
    }

    /// Removes and returns the secret of that name.
    pub(super) fn take(&mut self, name: &str) -> Option<(Secret, Vec<String>)> {
        let index = self.secrets.iter().position(|(secret, _)| secret.name == name)?;
        Some(self.secrets.swap_remove(index))
    }
}

impl Call {
    /// The shared secrets of a place.
    pub(super) async fn shared_secrets(&self, place: &Place) -> Result<TaggedSecrets> {
        match self.route(&place.workspace_id).await? {
            Route::Encrypted => self.sealed_secrets(place).await,
            Route::Raw(_) => self.plain_secrets(place).await,
        }
    }

    async fn sealed_secrets(&self, place: &Place) -> Result<TaggedSecrets> {
        let key = self.project_key(&place.workspace_id).await?;
        let watch = self.watch().await?;
        let records: SecretRecords =
            self.send_authorized(secrets_api::list(place)).await?.json().await?;
        let listings = vec![listing(&records.secrets, place)];
        let (project, watching) = (place.workspace_id.clone(), watch.clone());
        let place = place.clone();
        let client = Arc::clone(&self.shared);
        let opened = blocking(move || {
            let names = records.secrets.iter().map(|record| record.name_opens(&key));
            client.note_evidence(&place.workspace_id, &key, Evidence::of(names));
            let shared = records.secrets.iter().filter(|record| record.kind == "shared");
            let mut opened = TaggedSecrets { secrets: Vec::new(), first_failure: None };
            let mut seen = Vec::new();
            for record in shared {
                match cryptor::open(record, &place, &key) {
                    Ok(secret) => {
                        seen.extend(sighting(watching.as_ref(), record, &secret, &place));
                        opened.secrets.push((secret, record.tag_ids()));
                    }
                    Err(failure) => {
                        opened.first_failure.get_or_insert(failure.error);
                    }
                }
            }
            (opened, seen)
        });
        let (opened, seen) = opened.await?;
        self.saw_list(watch, &project, seen, listings).await?;
        Ok(opened)
    }

    async fn plain_secrets(&self, place: &Place) -> Result<TaggedSecrets> {
        let RawCopies { secrets, mut tag_ids, first_failure } =
            self.list_raw_to_copy(place).await?;
        // In 2024, plaintext lists have no tags, but the encrypted lists do, for every credential.
        if secrets.iter().any(|secret| secret.tags.is_none()) {
            let found: SecretRecords =
                self.send_authorized(secrets_api::list(place)).await?.json().await?;
            tag_ids = found.secrets.iter().map(|one| (one.id(), one.tag_ids())).collect();
        }
        let with_tags = |secret: Secret| {
            let ids = tag_ids.remove(&secret.id).unwrap_or_default();
            (secret, ids)
        };
        Ok(TaggedSecrets { secrets: secrets.into_iter().map(with_tags).collect(), first_failure })
    }
}
