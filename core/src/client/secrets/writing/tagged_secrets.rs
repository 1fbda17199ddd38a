//! Reads the shared secrets of a place with the ids of their tags.

use std::collections::HashMap;
use std::sync::Arc;

use crate::api::secrets::{self as secrets_api, Place, SecretRecords};
use crate::client::call::{Call, Evidence, blocking};
use crate::client::keys::Route;
use crate::client::secrets::cryptor;
use crate::client::secrets::list::SecretList;
use crate::client::secrets::secret::Secret;
use crate::client::secrets::watched::{listing, sighting};
use crate::{Error, ErrorKind, Result};

/// The shared secrets of a place, with the ids of their tags.
pub(super) struct TaggedSecrets {
    secrets: Vec<(Secret, Vec<String>)>,
    /// The error of the first secret that does not decrypt.
    pub(super) first_failure: Option<Error>,
}

impl TaggedSecrets {
    /// Removes and returns the secret of that name.
    pub(super) fn take(&mut self, name: &str) -> Option<(Secret, Vec<String>)> {
        let index = self.secrets.iter().position(|(secret, _)| secret.name == name)?;
        Some(self.secrets.swap_remove(index))
    }

    /// The error for a missing secret, which may be one that cannot be read.
    pub(super) fn missing(self, name: &str, place: &Place) -> Error {
        let subject = secrets_api::subject(name, place);
        match self.first_failure {
            None => Error::new(
                ErrorKind::NotFound,
                format!("{subject}: not found. Nothing was moved. Check the spelling"),
            ),
            Some(failure) => {
                let message = format!(
                    "{subject}: not found among the secrets that can be read. {}",
                    failure.message()
                );
                Error::new(failure.kind(), message)
            }
        }
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
        let (list, first_failure) = self.list_raw_to_copy(place).await?;
        let tag_ids = self.tag_ids_by_secret(&list, place).await?;
        let with_tags = |secret: Secret| {
            let ids = tag_ids.get(&secret.id).cloned().unwrap_or_default();
            (secret, ids)
        };
        Ok(TaggedSecrets { secrets: list.into_iter().map(with_tags).collect(), first_failure })
    }

    /// Ids of tags by the id of the secret. In 2024, plaintext lists have no tags, but the
    /// encrypted lists do, for every credential.
    async fn tag_ids_by_secret(
        &self,
        list: &SecretList,
        place: &Place,
    ) -> Result<HashMap<String, Vec<String>>> {
        if list.iter().any(|secret| secret.tags.is_none()) {
            let found: SecretRecords =
                self.send_authorized(secrets_api::list(place)).await?.json().await?;
            return Ok(found.secrets.iter().map(|one| (one.id(), one.tag_ids())).collect());
        }
        let slugs = |secret: &Secret| secret.tags.clone().unwrap_or_default();
        if list.iter().all(|secret| slugs(secret).is_empty()) {
            return Ok(HashMap::new());
        }
        let tags = self.tags(&place.workspace_id).await?;
        let ids = |secret: &Secret| {
            let slugs = slugs(secret);
            tags.iter().filter(|tag| slugs.contains(&tag.slug)).map(|tag| tag.id.clone()).collect()
        };
        Ok(list.iter().map(|secret| (secret.id.clone(), ids(secret))).collect())
    }
}
