//! What the calls of a client share.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OnceCell, watch};

use super::credential::Credential;
use super::deadline::unless;
use super::kept::{
    ConfirmedRecovery, ConfirmedSignUp, CurrentUser, Evidence, IdentitySlot, KnownKey, LoginSlot,
    OpenedToken, Sealer,
};
use super::key_copies::KeyCopies;
use crate::api::server::Era;
use crate::api::service_tokens_v3::KeyRecord;
use crate::client::trust::TrustStore;
use crate::crypto::{ExpectedFingerprint, ProjectKey};
use crate::http::Transport;
use crate::{Error, ErrorKind, Result, SecretString};

/// The defaults of calls.
#[derive(Debug, Clone, Default)]
pub(crate) struct Defaults {
    pub(crate) project: Option<String>,
    pub(crate) environment: Option<String>,
}

/// Who holds the key of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Members have sealed copies, and perhaps the server too.
    Members,
    /// Only the server has it.
    Server,
}

/// The settings of a client.
pub(crate) struct Options {
    pub(crate) transport: Transport,
    pub(crate) credential: Option<Credential>,
    pub(crate) defaults: Defaults,
    pub(crate) organization: Option<String>,
    pub(crate) deadline: Duration,
    pub(crate) require_e2ee: bool,
    pub(crate) send_password: bool,
    pub(crate) trusted_sealers: Vec<ExpectedFingerprint>,
    pub(crate) require_trusted_sealer: bool,
    pub(crate) trust_store: Option<Arc<TrustStore>>,
}

/// What all calls of a client share.
pub(crate) struct Shared {
    pub(crate) transport: Transport,
    /// `None` also once the client is closed.
    credential: Mutex<Option<Arc<Credential>>>,
    pub(crate) defaults: Defaults,
    pub(crate) organization: Option<String>,
    pub(super) deadline: Duration,
    pub(crate) require_e2ee: bool,
    /// Whether a log-in may send the password.
    pub(crate) send_password: bool,
    /// Fingerprints of public keys whose copies of project keys are believed.
    pub(crate) trusted_sealers: Vec<ExpectedFingerprint>,
    pub(crate) require_trusted_sealer: bool,
    pub(crate) trust_store: Option<Arc<TrustStore>>,
    closed: watch::Sender<bool>,
    pub(crate) era: OnceCell<Era>,
    /// Whether the server lacks the v4 routes.
    pub(crate) lacks_v4: AtomicBool,
    /// These locks are held while the values are obtained, so that concurrent calls log in once.
    pub(crate) token: tokio::sync::Mutex<Option<Arc<OpenedToken>>>,
    /// The service token v3's sealed key.
    pub(crate) token_v3: OnceCell<KeyRecord>,
    pub(crate) login: Arc<tokio::sync::Mutex<LoginSlot>>,
    /// The number of finished attempts to log in.
    pub(crate) login_attempts: AtomicU64,
    /// The password since it was changed through this client.
    new_password: Mutex<Option<SecretString>>,
    /// The code of a recovery that is not complete.
    pub(crate) recovery: Mutex<Option<Arc<ConfirmedRecovery>>>,
    /// The code of a sign-up that is not complete.
    sign_up: Mutex<Option<Arc<ConfirmedSignUp>>>,
    pub(crate) session: tokio::sync::Mutex<IdentitySlot>,
    /// The number of finished attempts to log in or renew.
    pub(crate) session_attempts: AtomicU64,
    pub(crate) current_user: Arc<tokio::sync::Mutex<Option<Arc<CurrentUser>>>>,
    project_keys: Mutex<HashMap<String, KnownKey>>,
    /// Projects whose key this client has opened or made.
    seen_encrypted: Mutex<HashSet<String>>,
    /// Environment slugs by project.
    environments: Mutex<HashMap<String, Arc<Vec<String>>>>,
    /// Ids of projects by their slugs.
    project_ids: Mutex<HashMap<String, String>>,
    pub(crate) key_copies: KeyCopies,
    /// Who holds the keys of projects, by project.
    holders: Mutex<HashMap<String, Holder>>,
}

impl Shared {
    pub(crate) fn new(options: Options) -> Self {
        let Options {
            transport,
            credential,
            defaults,
            organization,
            deadline,
            require_e2ee,
            send_password,
            trusted_sealers,
            require_trusted_sealer,
            trust_store,
        } = options;
        Self {
            transport,
            credential: Mutex::new(credential.map(Arc::new)),
            defaults,
            organization,
            deadline,
            require_e2ee,
            send_password,
            trusted_sealers,
            require_trusted_sealer,
            trust_store,
            closed: watch::Sender::new(false),
            era: OnceCell::new(),
            lacks_v4: AtomicBool::new(false),
            token: tokio::sync::Mutex::default(),
            token_v3: OnceCell::new(),
            login: Arc::default(),
            login_attempts: AtomicU64::new(0),
            new_password: Mutex::default(),
            recovery: Mutex::default(),
            sign_up: Mutex::default(),
            session: tokio::sync::Mutex::default(),
            session_attempts: AtomicU64::new(0),
            current_user: Arc::default(),
            project_keys: Mutex::default(),
            seen_encrypted: Mutex::default(),
            environments: Mutex::default(),
            project_ids: Mutex::default(),
            key_copies: KeyCopies::default(),
            holders: Mutex::default(),
        }
    }

    pub(crate) fn close(&self) {
        self.closed.send_replace(true);
        *self.credential.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.forget();
    }

    pub(super) fn credential(&self) -> Option<Arc<Credential>> {
        self.credential.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Drops what a call may have stored after the client was closed.
    pub(crate) fn forget_if_closed(&self) {
        if *self.closed.borrow() {
            self.forget();
        }
    }

    /// Drops everything that a log-in obtained.
    fn forget(&self) {
        if let Some(store) = &self.trust_store {
            store.close();
        }
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.project_ids.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.holders.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.new_password.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.recovery.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.forget_sign_up();
        // A running call may hold one of these locks: it clears the value when it ends.
        if let Ok(mut token) = self.token.try_lock() {
            *token = None;
        }
        if let Ok(mut login) = self.login.try_lock() {
            *login = LoginSlot::default();
        }
        if let Ok(mut session) = self.session.try_lock() {
            *session = IdentitySlot::default();
        }
        if let Ok(mut current_user) = self.current_user.try_lock() {
            *current_user = None;
        }
    }

    /// Drops the log-in and the decrypted keys. The next call logs in again.
    pub(crate) async fn forget_session_keys(&self) {
        *self.login.lock().await = LoginSlot::default();
        *self.current_user.lock().await = None;
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn check_open(&self) -> Result<()> {
        if *self.closed.borrow() {
            return Err(Error::new(
                ErrorKind::Closed,
                "the client is closed. Create a new one, or close this one later",
            ));
        }
        Ok(())
    }

    /// Runs an operation until it ends or the client is closed.
    pub(super) async fn unless_closed<T>(
        &self,
        operation: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let mut closed = self.closed.subscribe();
        let closing = async move {
            // It only fails once the client is dropped, which this operation prevents.
            let _ = closed.wait_for(|closed| *closed).await;
        };
        let result = unless(closing, operation).await;
        self.forget_if_closed();
        result.unwrap_or_else(|| {
            Err(Error::new(
                ErrorKind::Closed,
                "the client was closed during the call. A write may have been applied",
            ))
        })
    }

    /// The password in place of the one in the credential, if it was changed since.
    pub(crate) fn password_instead_of(&self, password: &SecretString) -> SecretString {
        let new_password = self.new_password.lock().unwrap_or_else(PoisonError::into_inner);
        new_password.as_ref().unwrap_or(password).clone()
    }

    pub(crate) fn replace_password(&self, password: SecretString) {
        *self.new_password.lock().unwrap_or_else(PoisonError::into_inner) = Some(password);
    }

    pub(crate) fn confirmed_sign_up(&self) -> Option<Arc<ConfirmedSignUp>> {
        self.sign_up.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn remember_sign_up(&self, confirmed: ConfirmedSignUp) {
        *self.sign_up.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(confirmed));
    }

    pub(crate) fn forget_sign_up(&self) {
        *self.sign_up.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn known_project_key(&self, project: &str) -> Option<KnownKey> {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    /// Keeps the key of a project, and returns what is known of it now: the same key may be known
    /// already. Returns nothing if the client knows another key of the project.
    pub(crate) fn remember_project_key(&self, project: &str, opened: KnownKey) -> Option<KnownKey> {
        let mut keys = self.project_keys.lock().unwrap_or_else(PoisonError::into_inner);
        let known = keys.entry(project.to_owned()).or_insert_with(|| opened.clone());
        if !known.key.is_same(&opened.key) {
            return None;
        }
        if opened.sealer == Sealer::Trusted {
            known.sealer = Sealer::Trusted;
        }
        let known = known.clone();
        drop(keys);
        self.remember_encrypted(project);
        Some(known)
    }

    /// Never sends plaintext to this project from now on.
    pub(crate) fn remember_encrypted(&self, project: &str) {
        let mut seen = self.seen_encrypted.lock().unwrap_or_else(PoisonError::into_inner);
        seen.insert(project.to_owned());
    }

    /// Adds what a list of secrets says about the key that opened it.
    pub(crate) fn note_evidence(&self, project: &str, key: &Arc<ProjectKey>, evidence: Evidence) {
        let mut keys = self.project_keys.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = keys.get_mut(project)
            && Arc::ptr_eq(&known.key, key)
        {
            known.evidence = known.evidence.and(evidence);
        }
    }

    /// Puts the evidence of a new search in place of what was known.
    pub(crate) fn replace_evidence(&self, project: &str, proven: &KnownKey) {
        let mut keys = self.project_keys.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = keys.get_mut(project)
            && Arc::ptr_eq(&known.key, &proven.key)
        {
            known.evidence = proven.evidence;
        }
    }

    /// Whether this client ever opened or made the key of a project.
    pub(crate) fn was_encrypted(&self, project: &str) -> bool {
        self.seen_encrypted.lock().unwrap_or_else(PoisonError::into_inner).contains(project)
    }

    /// Drops the key of a project, and that it was encrypted.
    pub(crate) fn forget_encrypted(&self, project: &str) {
        self.forget_project(project);
        let mut seen = self.seen_encrypted.lock().unwrap_or_else(PoisonError::into_inner);
        seen.remove(project);
    }

    pub(crate) fn forget_project(&self, project: &str) {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }

    /// Drops the key of a project, which is about to be replaced.
    pub(crate) fn forget_project_key(&self, project: &str) {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }

    pub(crate) fn known_environments(&self, project: &str) -> Option<Arc<Vec<String>>> {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    pub(crate) fn remember_environments(&self, project: &str, slugs: Vec<String>) {
        let mut environments = self.environments.lock().unwrap_or_else(PoisonError::into_inner);
        environments.insert(project.to_owned(), Arc::new(slugs));
    }

    /// The id of the project with a slug that was looked up before.
    pub(crate) fn known_project_id(&self, slug: &str) -> Option<String> {
        self.project_ids.lock().unwrap_or_else(PoisonError::into_inner).get(slug).cloned()
    }

    pub(crate) fn remember_project_id(&self, slug: &str, id: &str) {
        let mut ids = self.project_ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.insert(slug.to_owned(), id.to_owned());
    }

    pub(crate) fn is_held_by_server(&self, project: &str) -> bool {
        self.holder(project) == Some(Holder::Server)
    }

    pub(crate) fn knows_holder(&self, project: &str) -> bool {
        self.holder(project).is_some()
    }

    fn holder(&self, project: &str) -> Option<Holder> {
        self.holders.lock().unwrap_or_else(PoisonError::into_inner).get(project).copied()
    }

    pub(crate) fn remember_holder(&self, project: &str, holder: Holder) {
        let mut holders = self.holders.lock().unwrap_or_else(PoisonError::into_inner);
        holders.insert(project.to_owned(), holder);
    }

    pub(crate) fn forget_environments(&self, project: &str) {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }
}
