//! Calls of the trust store: what calls report to it, and the errors for contradictions. Without a
//! store, they do nothing.

use std::sync::Arc;

use super::current_user::no_key_pair;
use crate::api::secrets::{Place, is_within};
use crate::client::call::{Call, Kind, blocking};
use crate::client::trust::{Listing, Sighting, TrustStore, Watch};
use crate::crypto::{ProjectKey, ServiceToken};
use crate::{Error, ErrorKind, Result};

/// For what the keys of a trust store are derived.
const PURPOSE: &str = "infisical-e2ee trust store";

impl Call {
    /// The trust store, with its keys; `None` if the client has none.
    async fn trust_store(&self) -> Result<Option<Arc<TrustStore>>> {
        let Some(store) = &self.shared.trust_store else { return Ok(None) };
        if store.is_locked() {
            let root = match self.credential()? {
                Kind::ServiceToken(token) => return unlocked(store, token).map(Some),
                Kind::ServiceTokenV3(token) => token.private_key().derived(PURPOSE),
                Kind::ServiceAccount(account) => account.private_key.derived(PURPOSE),
                Kind::MachineIdentity(_) | Kind::IdentityToken(_) => return Err(no_key_pair()),
                Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. } => {
                    self.private_key().await?.derived(PURPOSE)
                }
            };
            store.unlock(&root);
        }
        Ok(Some(Arc::clone(store)))
    }

    /// Asks the trust store; returns the default without one.
    async fn ask<T: Default + Send + 'static>(
        &self,
        question: impl FnOnce(&TrustStore) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match self.trust_store().await? {
            Some(store) => blocking(move || question(&store)).await?,
            None => Ok(T::default()),
        }
    }

    /// What is known before a request for secrets is sent.
    pub(crate) async fn watch(&self) -> Result<Option<Watch>> {
        self.ask(TrustStore::watch).await
    }

    /// Fails if one secret of an answer contradicts what was known.
    pub(crate) async fn saw(
        &self,
        watch: Option<Watch>,
        project: &str,
        sighting: Option<Sighting>,
    ) -> Result<()> {
        self.saw_list(watch, project, sighting.into_iter().collect(), Vec::new()).await
    }

    /// Fails if lists of all secrets of folders contradict what was known. `sightings` has those that
    /// decrypted.
    pub(crate) async fn saw_list(
        &self,
        watch: Option<Watch>,
        project: &str,
        sightings: Vec<Sighting>,
        listings: Vec<Listing>,
    ) -> Result<()> {
        let Some(watch) = watch else { return Ok(()) };
        let project = project.to_owned();
        self.ask(move |store| store.saw(&watch, &project, sightings, &listings)).await
    }

    /// Fails if an earlier version of a secret contradicts what is known of it.
    pub(crate) async fn saw_versions(&self, project: &str, versions: Vec<Sighting>) -> Result<()> {
        if versions.is_empty() {
            return Ok(());
        }
        let project = project.to_owned();
        self.ask(move |store| store.saw_versions(&project, &versions)).await
    }

    /// Fails if "not found" contradicts what was known.
    pub(crate) async fn saw_nothing(
        &self,
        watch: Option<Watch>,
        place: &Place,
        name: &str,
        is_personal: bool,
    ) -> Result<()> {
        let Some(watch) = watch else { return Ok(()) };
        let (place, name) = (place.clone(), name.to_owned());
        self.ask(move |store| store.saw_nothing(&watch, &place, &name, is_personal)).await
    }

    /// Whether the trust store must see a secret before it is deleted.
    pub(crate) async fn must_see(
        &self,
        place: &Place,
        name: &str,
        is_personal: bool,
    ) -> Result<bool> {
        let (place, name) = (place.clone(), name.to_owned());
        self.ask(move |store| Ok(!store.has_seen(&place, &name, is_personal)?)).await
    }

    /// Runs the deletion of secrets. Until it has an answer, they may be there or not.
    pub(crate) async fn deleting(
        &self,
        place: &Place,
        names: Vec<String>,
        is_personal: bool,
        deletion: impl Future<Output = Result<()>>,
    ) -> Result<()> {
        let place = place.clone();
        let begin =
            move |store: &TrustStore| store.begin_to_delete(&place, &names, is_personal).map(Some);
        let Some(begun) = self.ask(begin).await? else { return deletion.await };
        match deletion.await {
            Ok(()) => {
                self.ask(move |store| store.deleted(&begun)).await.map_err(applied_nevertheless)
            }
            Err(error) => {
                if was_refused(&error) {
                    // The refusal says more than a store that cannot keep it.
                    self.ask(move |store| store.stay(&begun)).await.ok();
                }
                Err(error)
            }
        }
    }

    /// Runs a change that renames a shared secret. Until it has ended, the old name may be free or not.
    pub(crate) async fn renaming<T>(
        &self,
        place: &Place,
        name: &str,
        change: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let (at, name) = (place.clone(), name.to_owned());
        let begin = move |store: &TrustStore| store.begin_to_rename(&at, &name).map(Some);
        let Some(number) = self.ask(begin).await? else { return change.await };
        let result = change.await;
        if result.as_ref().is_err_and(|error| !was_refused(error)) {
            return result;
        }
        let project = place.workspace_id.clone();
        let ended = self.ask(move |store| store.end_rename(&project, number)).await;
        let value = result?;
        ended.map_err(applied_nevertheless)?;
        Ok(value)
    }

    /// Forgets secrets of a place: all, or those with one of the names. Returns their number.
    pub(crate) async fn forget_secrets(
        &self,
        place: &Place,
        names: Option<Vec<String>>,
    ) -> Result<usize> {
        let place = place.clone();
        self.ask(move |store| {
            let path = place.path.as_deref().unwrap_or("/");
            store.forget_secrets(&place.workspace_id, |of: &str, at: &str, name: &str| {
                of == place.environment
                    && at == path
                    && names.as_ref().is_none_or(|names| names.iter().any(|one| one == name))
            })
        })
        .await
    }

    /// Forgets the key of a project and its secrets.
    pub(crate) async fn forget_known_project(&self, project: &str) -> Result<()> {
        self.shared.forget_encrypted(project);
        let project = project.to_owned();
        self.ask(move |store| store.forget_project(&project).map(drop)).await
    }

    /// Runs a change that moves or deletes folders, so that their secrets are elsewhere afterwards:
    /// those of a path and below, of one environment or of all.
    pub(crate) async fn rearranging<T>(
        &self,
        project: &str,
        environment: Option<&str>,
        path: &str,
        change: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let (id, path) = (project.to_owned(), path.to_owned());
        let environment = environment.map(str::to_owned);
        let begin = move |store: &TrustStore| {
            let is_meant = |of: &str, at: &str| {
                environment.as_deref().is_none_or(|environment| environment == of)
                    && is_within(at, &path)
            };
            store.begin_to_rearrange(&id, is_meant).map(Some)
        };
        let Some(until) = self.ask(begin).await? else { return change.await };
        let result = change.await;
        let id = project.to_owned();
        let ended = self.ask(move |store| store.end_to_rearrange(&id, until)).await;
        let value = result?;
        ended.map_err(applied_nevertheless)?;
        Ok(value)
    }

    /// Fails if the trust store knows another key of the project; keeps a key that is new.
    pub(crate) async fn saw_key(&self, project: &str, key: &Arc<ProjectKey>) -> Result<()> {
        let (project, key) = (project.to_owned(), Arc::clone(key));
        self.ask(move |store| store.saw_key(&project, &key)).await
    }

    /// Notes that the client is about to put another key of the project in place of the known one.
    pub(crate) async fn expect_key(&self, project: &str, key: &Arc<ProjectKey>) -> Result<()> {
        let (project, key) = (project.to_owned(), Arc::clone(key));
        self.ask(move |store| store.expect_key(&project, &key)).await
    }

    /// The same for the key in the client's own service token, which is opened before anything else
    /// is known of the server.
    pub(super) async fn saw_key_of_token(
        &self,
        project: &str,
        key: &Arc<ProjectKey>,
    ) -> Result<()> {
        let (Some(store), Kind::ServiceToken(token)) =
            (&self.shared.trust_store, self.credential()?)
        else {
            return Ok(());
        };
        let store = unlocked(store, token)?;
        let (project, key) = (project.to_owned(), Arc::clone(key));
        blocking(move || store.saw_key(&project, &key)).await?
    }

    /// Whether the trust store knows that the project was encrypted.
    pub(crate) async fn was_seen_encrypted(&self, project: &str) -> Result<bool> {
        let project = project.to_owned();
        self.ask(move |store| store.was_encrypted(&project)).await
    }

    /// Fails if project keys were sealed for `id` with another public key before, unless the caller
    /// confirms the new one.
    pub(crate) async fn check_recipient(
        &self,
        id: &str,
        whom: &str,
        fingerprint: String,
        is_confirmed: bool,
    ) -> Result<()> {
        let (id, whom) = (id.to_owned(), whom.to_owned());
        self.ask(move |store| store.check_recipient(&id, &whom, &fingerprint, is_confirmed)).await
    }
}

/// Whether the server refused the change, without a request for approval.
fn was_refused(error: &Error) -> bool {
    let status = error.status().unwrap_or_default();
    error.approval().is_none() && (400..500).contains(&status) && status != 408
}

/// The error for an answer that cannot be kept or believed, after a change that the server confirmed.
pub(crate) fn applied_nevertheless(error: Error) -> Error {
    let message = format!("{}. The server has applied the change", error.message());
    let kind = error.kind();
    error.reclassified(kind, message)
}

/// The trust store, with keys that are derived from a service token.
fn unlocked(store: &Arc<TrustStore>, token: &ServiceToken) -> Result<Arc<TrustStore>> {
    if store.is_locked() {
        let Some(key) = token.key() else {
            return Err(Error::new(
                ErrorKind::KeyUnavailable,
                "the trust store is protected with the key of the service token, and a token of \
                 three parts has none. Use a token of four parts, or no trust store",
            ));
        };
        store.unlock(&key.derived(PURPOSE));
    }
    Ok(Arc::clone(store))
}
