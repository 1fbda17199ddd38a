//! Reads secrets as they are stored: by name, or all of a folder.

use std::sync::Arc;

use super::cryptor;
use super::list::{SecretList, few_failures};
use super::read_options::{Opened, ReadOptions};
use super::secret::{Secret, SecretType};
use super::watched::{listing, sighting, sightings};
use crate::Result;
use crate::api::secrets::{self as api, OneSecret, Place, SecretRecord, SecretRecords};
use crate::client::call::{Call, Evidence, blocking};
use crate::client::keys::Route;
use crate::client::trust::{Listing, Sighting, Watch};
use crate::crypto::ProjectKey;

impl Call {
    /// The current version of a secret.
    pub(super) async fn fetch_secret(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        self.fetch(name, kind, None, place).await
    }

    /// Like [`fetch_secret`](Self::fetch_secret), for a given version. Most servers ignore that:
    /// see [`earlier_secret`](Self::earlier_secret).
    pub(super) async fn fetch(
        &self,
        name: &str,
        kind: SecretType,
        version: Option<i64>,
        place: &Place,
    ) -> Result<Secret> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.get_raw(name, kind, version, place).await;
        }
        let key = self.project_key(&place.workspace_id).await?;
        let request = match version {
            Some(version) => api::get_version(name, kind.as_str(), version, place),
            None => api::get(name, kind.as_str(), place),
        };
        let watch = self.watch().await?;
        let response = match self.send_authorized(request).await {
            Err(error) => return Err(self.missing(watch, name, kind, place, error).await),
            Ok(response) => response,
        };
        let mut found: OneSecret = response.json().await?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        if kind == SecretType::Personal && found.secret.kind == SecretType::Shared.as_str() {
            let error = cryptor::no_override(name, place);
            return Err(self.missing(watch, name, kind, place, error).await);
        }
        if version.is_some() {
            let secret = cryptor::open_named(&found.secret, name, kind, place, &key)?;
            let seen = sighting(watch.as_ref(), &found.secret, &secret, place);
            self.saw_versions(&place.workspace_id, seen.into_iter().collect()).await?;
            return Ok(self.with_encryption_known(secret));
        }
        self.open_watched(watch, &found.secret, name, kind, place, &key).await
    }

    pub(super) async fn stored_list(
        &self,
        options: ReadOptions,
        place: &Place,
    ) -> Result<SecretList> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.list_raw(options, place).await;
        }
        let key = self.project_key(&place.workspace_id).await?;
        let request =
            if options.imports { api::list_with_imports(place) } else { api::list(place) };
        let watch = self.watch().await?;
        let mut found: SecretRecords = self.send_authorized(request).await?.json().await?;
        if found.secrets.is_empty() && self.is_held_after_all(&place.workspace_id).await? {
            return Box::pin(self.stored_list(options, place)).await;
        }
        self.name_tags(&mut found.secrets, &place.workspace_id).await?;
        let mut listings = vec![listing(&found.secrets, place)];
        listings.extend(found.imports.iter().map(|folder| Listing {
            is_shared_only: true,
            ..listing(&folder.secrets, &folder.place(place))
        }));
        let (project, watching) = (place.workspace_id.clone(), watch.clone());
        let place = place.clone();
        let shared = Arc::clone(&self.shared);
        let opened = blocking(move || {
            let mut seen = Vec::new();
            let mut open_all = |records: &[SecretRecord], place: &Place| {
                open_all(records, options, place, &key, watching.as_ref(), &mut seen)
            };
            let own = open_all(&found.secrets, &place)?;
            shared.note_evidence(&place.workspace_id, &key, evidence(&own));
            let imported: Vec<_> = found
                .imports
                .iter()
                .map(|folder| open_all(&folder.secrets, &folder.place(&place)))
                .collect::<Result<_>>()?;
            Ok((options.merge(own, imported), seen))
        });
        let (mut list, seen) = opened.await??;
        self.saw_list(watch, &project, seen, listings).await?;
        if self.shared.is_shared_with_server(&project) {
            list.mark_as_shared();
        }
        Ok(list)
    }
}

fn open_all(
    records: &[SecretRecord],
    options: ReadOptions,
    place: &Place,
    key: &ProjectKey,
    watch: Option<&Watch>,
    seen: &mut Vec<Sighting>,
) -> Result<Vec<Opened>> {
    let wanted = || records.iter().filter(|record| options.takes(&record.kind));
    let opened = few_failures(wanted().map(|record| Ok(cryptor::open(record, place, key))))?;
    seen.extend(sightings(watch, wanted(), &opened, place));
    Ok(opened)
}

/// What these secrets say about the project key: it opens the name even of a secret whose value is
/// damaged.
fn evidence(opened: &[Opened]) -> Evidence {
    Evidence::of(opened.iter().map(|result| match result {
        Ok(_) => true,
        Err(failure) => failure.name.is_some(),
    }))
}
