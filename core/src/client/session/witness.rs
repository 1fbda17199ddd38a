//! What calls tell the trust store, and what it holds against the server's answers. Without a store
//! nothing is kept, and nothing contradicts.

use std::collections::HashSet;
use std::sync::Arc;

use super::current_user::no_key_pair;
use crate::Result;
use crate::api::secrets::Place;
use crate::client::call::{Call, Kind, blocking};
use crate::client::trust::{Sighting, TrustStore, Watch};
use crate::crypto::{ProjectKey, ServiceToken};

/// For what the keys of a trust store are derived.
const PURPOSE: &str = "infisical-e2ee trust store";

impl Call {
    /// The trust store, with its keys; `None` if the client has none.
    async fn trust_store(&self) -> Result<Option<Arc<TrustStore>>> {
        let Some(store) = &self.shared.trust_store else { return Ok(None) };
        if store.is_locked() {
            let root = match self.credential()? {
                Kind::ServiceToken(token) => return Ok(Some(unlocked(store, token))),
                Kind::ServiceTokenV3(token) => token.private_key().derived(PURPOSE),
                Kind::ServiceAccount(account) => account.private_key.derived(PURPOSE),
                Kind::UniversalAuth { .. } | Kind::IdentityToken(_) => return Err(no_key_pair()),
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
        place: &Place,
        sighting: Option<Sighting>,
    ) -> Result<()> {
        let (Some(watch), Some(sighting)) = (watch, sighting) else { return Ok(()) };
        let place = place.clone();
        self.ask(move |store| store.saw(&watch, &place, vec![sighting], None)).await
    }

    /// Fails if a list of all secrets of a place contradicts what was known. `listed` has the ids of
    /// all, `sightings` those that decrypted, with imported ones.
    pub(crate) async fn saw_list(
        &self,
        watch: Option<Watch>,
        place: &Place,
        sightings: Vec<Sighting>,
        listed: HashSet<String>,
    ) -> Result<()> {
        let Some(watch) = watch else { return Ok(()) };
        let place = place.clone();
        self.ask(move |store| store.saw(&watch, &place, sightings, Some(&listed))).await
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

    /// Notes that secrets are about to be deleted, or, with `done`, that the server deleted them.
    pub(crate) async fn deletes(
        &self,
        place: &Place,
        names: Vec<String>,
        is_personal: bool,
        done: bool,
    ) -> Result<()> {
        let place = place.clone();
        self.ask(move |store| store.deletes(&place, &names, is_personal, done)).await
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

    /// Forgets secrets that a call is about to change in ways that their versions do not show.
    /// Without an environment: those of the whole project; with a path: those
    /// in its folders too.
    pub(crate) async fn forget_below(
        &self,
        project: &str,
        environment: Option<&str>,
        path: &str,
    ) -> Result<()> {
        let (project, path) = (project.to_owned(), path.trim_end_matches('/').to_owned());
        let environment = environment.map(str::to_owned);
        self.ask(move |store| {
            let is_meant = |of: &str, at: &str, _: &str| {
                environment.as_deref().is_none_or(|environment| environment == of)
                    && at
                        .strip_prefix(&path)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            store.forget_secrets(&project, is_meant).map(drop)
        })
        .await
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
        let store = unlocked(store, token);
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

/// The trust store, with keys that are derived from a service token.
fn unlocked(store: &Arc<TrustStore>, token: &ServiceToken) -> Arc<TrustStore> {
    if store.is_locked() {
        store.unlock(&token.key().derived(PURPOSE));
    }
    Arc::clone(store)
}
