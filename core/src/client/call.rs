//! One operation under way: what it may use, and until when.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::OnceCell;

use super::Credential;
use super::credential::Kind;
use super::login::{LoginSlot, Owner};
use super::place::Defaults;
use super::service_tokens::OpenedToken;
use crate::api::server::{self, AdminConfig, Era, Status};
use crate::crypto::ProjectKey;
use crate::http::{Authorization, Request, Response, Transport};
use crate::{Error, ErrorKind, Result};

/// What all calls of a client share.
pub(super) struct Shared {
    pub(super) transport: Transport,
    pub(super) credential: Option<Credential>,
    pub(super) defaults: Defaults,
    pub(super) organization: Option<String>,
    pub(super) deadline: Duration,
    closed: AtomicBool,
    era: OnceCell<Era>,
    /// These three are held while they are filled, so that concurrent calls log in once.
    pub(super) token: tokio::sync::Mutex<Option<Arc<OpenedToken>>>,
    pub(super) login: tokio::sync::Mutex<LoginSlot>,
    /// How many attempts to log in have ended.
    pub(super) login_attempts: AtomicU64,
    pub(super) owner: tokio::sync::Mutex<Option<Arc<Owner>>>,
    project_keys: Mutex<HashMap<String, Arc<ProjectKey>>>,
    /// Environment slugs by project.
    environments: Mutex<HashMap<String, Arc<Vec<String>>>>,
}

impl Shared {
    pub(super) fn new(
        transport: Transport,
        credential: Option<Credential>,
        defaults: Defaults,
        organization: Option<String>,
        deadline: Duration,
    ) -> Self {
        Self {
            transport,
            credential,
            defaults,
            organization,
            deadline,
            closed: AtomicBool::new(false),
            era: OnceCell::new(),
            token: tokio::sync::Mutex::default(),
            login: tokio::sync::Mutex::default(),
            login_attempts: AtomicU64::new(0),
            owner: tokio::sync::Mutex::default(),
            project_keys: Mutex::default(),
            environments: Mutex::default(),
        }
    }

    pub(super) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
        // A call in flight may be filling these; what it fills in goes with the client.
        if let Ok(mut token) = self.token.try_lock() {
            *token = None;
        }
        if let Ok(mut login) = self.login.try_lock() {
            *login = LoginSlot::default();
        }
        if let Ok(mut owner) = self.owner.try_lock() {
            *owner = None;
        }
    }

    pub(super) fn check_open(&self) -> Result<()> {
        if self.closed.load(Ordering::Acquire) {
            return Err(Error::new(
                ErrorKind::Closed,
                "the client was closed. Make a new one, or close it later",
            ));
        }
        Ok(())
    }

    pub(super) fn known_project_key(&self, project: &str) -> Option<Arc<ProjectKey>> {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    pub(super) fn remember_project_key(&self, project: &str, key: Arc<ProjectKey>) {
        let mut keys = self.project_keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(project.to_owned(), key);
    }

    pub(super) fn known_environments(&self, project: &str) -> Option<Arc<Vec<String>>> {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    pub(super) fn remember_environments(&self, project: &str, slugs: Vec<String>) {
        let mut environments = self.environments.lock().unwrap_or_else(PoisonError::into_inner);
        environments.insert(project.to_owned(), Arc::new(slugs));
    }

    pub(super) fn forget_environments(&self, project: &str) {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }
}

/// One operation under way.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) shared: Arc<Shared>,
    pub(super) deadline: Instant,
}

impl Call {
    /// Sends a request as it is: the routes of sign-up, log-in and status.
    pub(super) async fn send(&self, request: Request) -> Result<Response> {
        self.shared.transport.send(&request, self.deadline).await
    }

    /// Sends a request with the client's credential.
    pub(super) async fn send_authorized(&self, request: Request) -> Result<Response> {
        let request = request.authorized(self.authorization().await?);
        let refused = match self.shared.transport.send(&request, self.deadline).await {
            Err(error) if is_refusal(&error) => error,
            result => return result,
        };
        let Authorization::Bearer(token) = &request.authorization else {
            return Err(refused);
        };
        match self.credential()? {
            Kind::User { .. } if self.token_is_stale(token, &refused).await? => {
                self.forget_login(token).await;
                let request = request.authorized(self.authorization().await?);
                self.shared.transport.send(&request, self.deadline).await
            }
            Kind::AccessToken { .. } if self.token_is_stale(token, &refused).await? => Err(refused),
            Kind::ServiceToken(_) | Kind::ApiKey { .. } => Err(refused),
            _ => Err(refused
                .reclassified(
                    ErrorKind::ServerError,
                    format!(
                        "{}: the server failed although the access token is good",
                        request.subject
                    ),
                )
                .with_retryable(true)),
        }
    }

    /// May 2023 answers 500 both to a bad token and to its own failures: asking tells them apart.
    async fn token_is_stale(&self, token: &crate::SecretString, refused: &Error) -> Result<bool> {
        if refused.status() != Some(500) {
            return Ok(true);
        }
        let check = crate::api::auth::check(token);
        match self.shared.transport.send(&check, self.deadline).await {
            Ok(_) => Ok(false),
            Err(error) if is_refusal(&error) => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn authorization(&self) -> Result<Authorization> {
        Ok(match self.credential()? {
            Kind::ServiceToken(token) => Authorization::Bearer(token.credential().clone()),
            Kind::AccessToken { token, .. } => Authorization::Bearer(token.clone()),
            Kind::ApiKey { key, .. } => Authorization::ApiKey(key.clone()),
            Kind::User { .. } => Authorization::Bearer(self.login().await?.token.clone()),
        })
    }

    pub(super) fn credential(&self) -> Result<&Kind> {
        self.shared.credential.as_ref().map(|credential| &credential.0).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidCredential,
                "this needs a credential, and the client has none. Give it a service token, a \
                 user, an access token or an API key",
            )
        })
    }

    /// Fails for a credential that acts for a program: only people manage projects and accounts.
    pub(super) fn require_user(&self) -> Result<()> {
        match self.credential()? {
            Kind::ServiceToken(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "a service token opens one project and cannot manage anything. Use a user \
                 credential",
            )),
            Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. } => Ok(()),
        }
    }

    /// As [`require_user`](Self::require_user), where the servers take no API key either.
    pub(super) fn require_session(&self) -> Result<()> {
        self.require_user()?;
        match self.credential()? {
            Kind::ApiKey { .. } => Err(Error::new(
                ErrorKind::PermissionDenied,
                "servers do not let an API key do this. Use a user credential or an access token",
            )),
            _ => Ok(()),
        }
    }

    /// Which release the server is. A service token's own record tells without asking.
    pub(super) async fn era(&self) -> Result<Era> {
        self.shared.era.get_or_try_init(|| self.find_out_era()).await.copied()
    }

    async fn find_out_era(&self) -> Result<Era> {
        if let Some(Kind::ServiceToken(_)) = self.shared.credential.as_ref().map(|c| &c.0) {
            return Ok(self.opened_token().await?.era);
        }
        let response = self.send(server::status()).await.map_err(|error| match error.status() {
            Some(404) => error.reclassified(
                ErrorKind::InvalidResponse,
                "there is no Infisical server at this address. Check the base URL",
            ),
            _ => error,
        })?;
        let status: Status = response.json()?;
        if status.message.is_none() {
            return Err(response.invalid(
                "the answer is not the status of an Infisical server. Check the base URL",
            ));
        }
        if status.is_may_2023() {
            return Ok(Era::May2023);
        }
        Ok(self.send(server::admin_config()).await?.json::<AdminConfig>()?.era())
    }
}

fn is_refusal(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::AuthenticationFailed | ErrorKind::TokenExpired)
}

/// Runs what would block an async thread: Argon2id, SRP, a long list to decrypt.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        Error::new(ErrorKind::Internal, "the cryptography was interrupted").with_source(error)
    })
}
