//! Reads secrets as they are stored: by name, or all of a folder.

use std::sync::Arc;

use super::cryptor;
use super::filter::Filter;
use super::list::{FailureCount, SecretList, few_failures};
use super::read_options::{Opened, ReadOptions};
use super::secret::{Secret, SecretType};
use super::tree::{Tree, by_folder};
use super::watched::{listing, listing_of_tree, sighting, sightings};
use crate::Result;
use crate::api::secrets::{self as api, OneSecret, Place, SecretRecord, SecretRecords};
use crate::client::call::{Call, Evidence, blocking};
use crate::client::keys::Route;
use crate::client::trust::{Listing, Sighting, Watch};
use crate::crypto::ProjectKey;
use crate::http::{Request, Response};

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
        self.fetch_wanted(name, kind, version, true, place).await
    }

    /// The current version of a secret, whose value stays unread.
    pub(super) async fn fetch_without_value(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        self.fetch_wanted(name, kind, None, false, place).await
    }

    async fn fetch_wanted(
        &self,
        name: &str,
        kind: SecretType,
        version: Option<i64>,
        with_value: bool,
        place: &Place,
    ) -> Result<Secret> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return match with_value {
                true => self.get_raw(name, kind, version, place).await,
                false => self.get_raw_without_value(name, kind, place).await,
            };
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
        if with_value && version.is_none() {
            return self.open_watched(watch, &found.secret, name, kind, place, &key).await;
        }
        let secret = cryptor::open_named(&found.secret, name, kind, place, &key, with_value)?;
        // The trust store knows secrets by their values.
        if with_value {
            let seen = sighting(watch.as_ref(), &found.secret, &secret, place);
            self.saw_versions(&place.workspace_id, seen.into_iter().collect()).await?;
        }
        Ok(self.with_encryption_known(secret))
    }

    pub(super) async fn stored_list(
        &self,
        options: ReadOptions,
        place: &Place,
    ) -> Result<SecretList> {
        self.matching_list(options, &Filter::default(), place).await
    }

    /// The secrets of a folder that a filter takes.
    pub(super) async fn matching_list(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<SecretList> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.list_raw(options, filter, place).await;
        }
        filter.check_encrypted(place)?;
        let key = self.project_key(&place.workspace_id).await?;
        let request =
            if options.imports { api::list_with_imports(place) } else { api::list(place) };
        let watch = self.watch().await?;
        let mut found: SecretRecords = self.send_list(request).await?.json().await?;
        if found.secrets.is_empty() && self.is_held_after_all(&place.workspace_id).await? {
            return Box::pin(self.matching_list(options, filter, place)).await;
        }
        self.name_tags(&mut found.secrets, &place.workspace_id).await?;
        found.imports = self.with_own_secrets(found.imports, place).await?;
        filter.check_known(&found.secrets, place)?;
        let mut listings = vec![listing(&found.secrets, place)];
        listings.extend(found.imports.iter().map(|folder| Listing {
            is_shared_only: true,
            ..listing(&folder.secrets, &folder.place(place))
        }));
        let (project, watching) = (place.workspace_id.clone(), watch.clone());
        let (place, filter) = (place.clone(), filter.clone());
        let shared = Arc::clone(&self.shared);
        let opened = blocking(move || {
            let mut seen = Vec::new();
            let mut open_all = |records: &[SecretRecord], place: &Place| {
                let wanted = Wanted { options, filter: &filter };
                open_all(records, wanted, place, &key, watching.as_ref(), &mut seen)
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
        if self.shared.key_copies.server_has(&project) {
            list.mark_as_shared();
        }
        Ok(list)
    }

    async fn send_list(&self, request: Request) -> Result<Response> {
        self.lists.answered(self.send_authorized(self.lists.request(request)).await?)
    }

    /// The secrets of a folder and of all folders below it, by path; since October 2024.
    pub(super) async fn fetch_tree(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<Tree> {
        filter.check_encrypted(place)?;
        let key = self.project_key(&place.workspace_id).await?;
        let watch = self.watch().await?;
        let request = api::list_recursively(place);
        let mut found: SecretRecords = self.send_list(request).await?.json().await?;
        self.name_tags(&mut found.secrets, &place.workspace_id).await?;
        filter.check_known(&found.secrets, place)?;
        let folders = by_folder(found.secrets, place, |record| {
            (record.environment.as_deref(), record.secret_path.as_deref())
        })?;
        let mut listings: Vec<_> =
            folders.iter().map(|(path, records)| listing(records, &place.at(path))).collect();
        listings.push(listing_of_tree(folders.keys().cloned().collect(), place));
        let (project, watching) = (place.workspace_id.clone(), watch.clone());
        let (place, filter) = (place.clone(), filter.clone());
        let shared = Arc::clone(&self.shared);
        let opened = blocking(move || {
            let wanted = Wanted { options, filter: &filter };
            let mut seen = Vec::new();
            let (mut known, mut failures) = (Evidence::None, FailureCount::default());
            let mut tree = Tree::new();
            for (path, records) in folders {
                let place = place.at(&path);
                let own = open_all(&records, wanted, &place, &key, watching.as_ref(), &mut seen)?;
                known = known.and(evidence(&own));
                let list = options.merge(own, Vec::new());
                failures.add(&list)?;
                tree.insert(path, list);
            }
            shared.note_evidence(&place.workspace_id, &key, known);
            Ok((tree, seen))
        });
        let (mut tree, seen) = opened.await??;
        self.saw_list(watch, &project, seen, listings).await?;
        if self.shared.key_copies.server_has(&project) {
            tree.values_mut().for_each(SecretList::mark_as_shared);
        }
        Ok(tree)
    }
}

/// Which records are opened.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    options: ReadOptions,
    filter: &'a Filter,
}

impl Wanted<'_> {
    fn takes(self, record: &SecretRecord) -> bool {
        self.options.takes(&record.kind) && self.filter.takes(record)
    }
}

fn open_all(
    records: &[SecretRecord],
    wants: Wanted<'_>,
    place: &Place,
    key: &ProjectKey,
    watch: Option<&Watch>,
    seen: &mut Vec<Sighting>,
) -> Result<Vec<Opened>> {
    let wanted = || records.iter().filter(move |record| wants.takes(record));
    if wants.options.without_value {
        // The trust store knows secrets by their values.
        return few_failures(
            wanted().map(|record| Ok(cryptor::open_without_value(record, place, key))),
        );
    }
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
