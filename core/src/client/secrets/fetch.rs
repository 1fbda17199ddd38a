//! Reads secrets as they are stored: by name, or all of a folder.

use std::sync::Arc;

use super::cryptor;
use super::list::{SecretList, few_failures};
use super::read_options::{Opened, ReadOptions};
use super::secret::{Secret, SecretType};
use crate::Result;
use crate::api::secrets::{self as api, OneSecret, Place, SecretRecord, SecretRecords};
use crate::client::call::{Call, Evidence, blocking};
use crate::client::keys::Route;
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
        let mut found: OneSecret = self.send_authorized(request).await?.json().await?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        if kind == SecretType::Personal && found.secret.kind == SecretType::Shared.as_str() {
            return Err(cryptor::no_override(name, place));
        }
        cryptor::open_named(&found.secret, name, kind, place, &key)
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
        let mut found: SecretRecords = self.send_authorized(request).await?.json().await?;
        self.name_tags(&mut found.secrets, &place.workspace_id).await?;
        let place = place.clone();
        let shared = Arc::clone(&self.shared);
        blocking(move || {
            let own = open_all(&found.secrets, options, &place, &key)?;
            shared.note_evidence(&place.workspace_id, &key, evidence(&own));
            let imported = found
                .imports
                .iter()
                .map(|folder| open_all(&folder.secrets, options, &folder.place(&place), &key));
            Ok(options.merge(own, imported.collect::<Result<_>>()?))
        })
        .await?
    }
}

fn open_all(
    records: &[SecretRecord],
    options: ReadOptions,
    place: &Place,
    key: &ProjectKey,
) -> Result<Vec<Opened>> {
    let wanted = records.iter().filter(|record| options.takes(&record.kind));
    few_failures(wanted.map(|record| Ok(cryptor::open(record, place, key))))
}

/// What these secrets say about the project key: it opens the name even of a secret whose value is
/// damaged.
fn evidence(opened: &[Opened]) -> Evidence {
    Evidence::of(opened.iter().map(|result| match result {
        Ok(_) => true,
        Err(failure) => failure.name.is_some(),
    }))
}
