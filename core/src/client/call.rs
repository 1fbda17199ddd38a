//! One operation under way: what it may use, and until when.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use tokio::sync::{OnceCell, watch};

use super::Credential;
use super::account::ConfirmedSignUp;
use super::credential::Kind;
use super::deadline::{Deadline, unless};
use super::identity_session::SessionSlot;
use super::login::Owner;
use super::place::Defaults;
use super::recovery::ConfirmedCode;
use super::service_tokens::OpenedToken;
use super::user_session::LoginSlot;
use crate::api::server::{self, AdminConfig, Era, Status};
use crate::api::service_tokens_v3::KeyRecord;
use crate::crypto::ProjectKey;
use crate::http::{Authorization, Request, Response, Transport};
use crate::{Error, ErrorKind, Result, SecretString};

/// What a client was told.
pub(super) struct Options {
    pub(super) transport: Transport,
    pub(super) credential: Option<Credential>,
    pub(super) defaults: Defaults,
    pub(super) organization: Option<String>,
    pub(super) deadline: Duration,
    pub(super) require_e2ee: bool,
}

/// What all calls of a client share.
pub(super) struct Shared {
    pub(super) transport: Transport,
    pub(super) credential: Option<Credential>,
    pub(super) defaults: Defaults,
    pub(super) organization: Option<String>,
    pub(super) deadline: Duration,
    pub(super) require_e2ee: bool,
    closed: watch::Sender<bool>,
    era: OnceCell<Era>,
    /// The server turned out to lack the v4 routes.
    pub(super) lacks_v4: AtomicBool,
    /// These are held while they are filled, so that concurrent calls log in once.
    pub(super) token: tokio::sync::Mutex<Option<Arc<OpenedToken>>>,
    /// The service token v3's sealed key.
    pub(super) token_v3: OnceCell<KeyRecord>,
    pub(super) login: Arc<tokio::sync::Mutex<LoginSlot>>,
    /// How many attempts to log in have ended.
    pub(super) login_attempts: AtomicU64,
    /// The password since it was changed through this client.
    new_password: Mutex<Option<SecretString>>,
    /// The code of a recovery that is not complete.
    pub(super) recovery: Mutex<Option<Arc<ConfirmedCode>>>,
    /// The code of a sign-up that is not complete.
    sign_up: Mutex<Option<Arc<ConfirmedSignUp>>>,
    pub(super) session: tokio::sync::Mutex<SessionSlot>,
    /// How many attempts to log in or renew have ended.
    pub(super) session_attempts: AtomicU64,
    pub(super) owner: Arc<tokio::sync::Mutex<Option<Arc<Owner>>>>,
    project_keys: Mutex<HashMap<String, Arc<ProjectKey>>>,
    /// Environment slugs by project.
    environments: Mutex<HashMap<String, Arc<Vec<String>>>>,
    /// Projects whose key the server holds and members do not.
    held_by_server: Mutex<HashSet<String>>,
}

impl Shared {
    pub(super) fn new(options: Options) -> Self {
        let Options { transport, credential, defaults, organization, deadline, require_e2ee } =
            options;
        Self {
            transport,
            credential,
            defaults,
            organization,
            deadline,
            require_e2ee,
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
            owner: Arc::default(),
            project_keys: Mutex::default(),
            environments: Mutex::default(),
            held_by_server: Mutex::default(),
        }
    }

    pub(super) fn close(&self) {
        self.closed.send_replace(true);
        self.forget();
    }

    /// Drops everything that a log-in obtained.
    fn forget(&self) {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.held_by_server.lock().unwrap_or_else(PoisonError::into_inner).clear();
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
            *session = SessionSlot::default();
        }
        if let Ok(mut owner) = self.owner.try_lock() {
            *owner = None;
        }
    }

    /// Forgets who logged in and what that opened. The next call logs in anew.
    pub(super) async fn forget_session_keys(&self) {
        *self.login.lock().await = LoginSlot::default();
        *self.owner.lock().await = None;
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn check_open(&self) -> Result<()> {
        if *self.closed.borrow() {
            return Err(Error::new(
                ErrorKind::Closed,
                "the client was closed. Create a new one, or close it later",
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
        if *self.closed.borrow() {
            self.forget();
        }
        result.unwrap_or_else(|| {
            Err(Error::new(
                ErrorKind::Closed,
                "the client was closed during the call. A write may have happened",
            ))
        })
    }

    /// The password in place of the one in the credential, if it was changed since.
    pub(super) fn password_instead_of(&self, password: &SecretString) -> SecretString {
        let new_password = self.new_password.lock().unwrap_or_else(PoisonError::into_inner);
        new_password.as_ref().unwrap_or(password).clone()
    }

    pub(super) fn replace_password(&self, password: SecretString) {
        *self.new_password.lock().unwrap_or_else(PoisonError::into_inner) = Some(password);
    }

    pub(super) fn confirmed_sign_up(&self) -> Option<Arc<ConfirmedSignUp>> {
        self.sign_up.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn remember_sign_up(&self, confirmed: ConfirmedSignUp) {
        *self.sign_up.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(confirmed));
    }

    pub(super) fn forget_sign_up(&self) {
        *self.sign_up.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(super) fn known_project_key(&self, project: &str) -> Option<Arc<ProjectKey>> {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    pub(super) fn remember_project_key(&self, project: &str, key: Arc<ProjectKey>) {
        let mut keys = self.project_keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(project.to_owned(), key);
    }

    pub(super) fn forget_project(&self, project: &str) {
        self.project_keys.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }

    pub(super) fn known_environments(&self, project: &str) -> Option<Arc<Vec<String>>> {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).get(project).cloned()
    }

    pub(super) fn remember_environments(&self, project: &str, slugs: Vec<String>) {
        let mut environments = self.environments.lock().unwrap_or_else(PoisonError::into_inner);
        environments.insert(project.to_owned(), Arc::new(slugs));
    }

    pub(super) fn is_held_by_server(&self, project: &str) -> bool {
        self.held_by_server.lock().unwrap_or_else(PoisonError::into_inner).contains(project)
    }

    pub(super) fn remember_held_by_server(&self, project: &str) {
        let mut projects = self.held_by_server.lock().unwrap_or_else(PoisonError::into_inner);
        projects.insert(project.to_owned());
    }

    pub(super) fn forget_environments(&self, project: &str) {
        self.environments.lock().unwrap_or_else(PoisonError::into_inner).remove(project);
    }
}

/// One operation under way.
#[derive(Clone)]
pub(super) struct Call {
    pub(super) shared: Arc<Shared>,
    pub(super) deadline: Arc<Deadline>,
    /// The string that the operation used as a project id although it is not one.
    pub(super) no_project_id: Arc<OnceLock<String>>,
}

impl Call {
    /// Sends a request as it is: the routes of sign-up, log-in and status.
    pub(super) async fn send(&self, request: Request) -> Result<Response> {
        self.transmit(&request).await
    }

    async fn transmit(&self, request: &Request) -> Result<Response> {
        if request.may_change_something() {
            self.deadline.may_have_written();
        }
        self.shared.transport.send(request, self.deadline.until()).await
    }

    /// Sends a request with the client's credential.
    pub(super) async fn send_authorized(&self, request: Request) -> Result<Response> {
        let request = self.authorized(request).await?;
        let refused = match self.transmit(&request).await {
            Err(error) if is_refusal(&error) => error,
            result => return result,
        };
        let Authorization::Bearer(token) = &request.authorization else {
            return Err(refused);
        };
        match self.credential()? {
            Kind::User { .. } if self.token_is_stale(token, &refused).await? => {
                self.forget_login(token).await;
                let request = self.authorized(request).await?;
                self.transmit(&request).await
            }
            Kind::UniversalAuth { .. } => {
                self.forget_session(token).await;
                let request = self.authorized(request).await?;
                self.transmit(&request).await
            }
            Kind::AccessToken { .. } if self.token_is_stale(token, &refused).await? => Err(refused),
            Kind::ServiceToken(_)
            | Kind::ServiceAccount(_)
            | Kind::ServiceTokenV3(_)
            | Kind::IdentityToken(_)
            | Kind::ApiKey { .. } => Err(refused),
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
    async fn token_is_stale(&self, token: &SecretString, refused: &Error) -> Result<bool> {
        if refused.status() != Some(500) {
            return Ok(true);
        }
        let check = crate::api::auth::check(token);
        match self.transmit(&check).await {
            Ok(_) => Ok(false),
            Err(error) if is_refusal(&error) => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn authorized(&self, request: Request) -> Result<Request> {
        let authorization = match self.credential()? {
            Kind::ServiceToken(token) => Authorization::Bearer(token.credential().clone()),
            Kind::ServiceTokenV3(token) => Authorization::Bearer(token.credential().clone()),
            Kind::ServiceAccount(account) => {
                self.require_account_era().await?;
                Authorization::Bearer(account.access_key.credential().clone())
            }
            Kind::AccessToken { token, .. } => Authorization::Bearer(token.clone()),
            Kind::ApiKey { key, .. } => Authorization::ApiKey(key.clone()),
            Kind::User { .. } if request.needs_organization => {
                Authorization::Bearer(self.login_for_organization().await?.token.clone())
            }
            Kind::User { .. } => Authorization::Bearer(self.login().await?.token.clone()),
            Kind::UniversalAuth { .. } => {
                Authorization::Bearer(self.session().await?.token.clone())
            }
            Kind::IdentityToken(token) => {
                self.require_identity_era().await?;
                Authorization::Bearer(token.clone())
            }
        };
        Ok(request.authorized(authorization))
    }

    pub(super) fn credential(&self) -> Result<&Kind> {
        self.shared.credential.as_ref().map(|credential| &credential.0).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidCredential,
                "this needs a credential, and the client has none. Give it a service token, a \
                 user, a machine identity, an access token or an API key",
            )
        })
    }

    /// Fails for a credential that acts for a program: only people manage projects and accounts.
    pub(super) fn require_user(&self) -> Result<()> {
        match self.credential()? {
            Kind::ServiceAccount(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "a service account reads and writes secrets and cannot manage anything. Use a \
                 user credential",
            )),
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "a service token opens one project and cannot manage anything. Use a user \
                 credential",
            )),
            Kind::UniversalAuth { .. } | Kind::IdentityToken(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "a machine identity reads and writes secrets and cannot manage anything. Use a \
                 user credential",
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
                "servers do not allow this with an API key. Use a user credential or an access \
                 token",
            )),
            _ => Ok(()),
        }
    }

    /// Which release the server is. A service token's own record tells without asking.
    pub(super) async fn era(&self) -> Result<Era> {
        self.shared.era.get_or_try_init(|| self.find_out_era()).await.copied()
    }

    /// Fails on May 2023 servers. `what` begins the message: `… need` or `… needs`.
    pub(super) async fn require_2024(&self, what: &str) -> Result<()> {
        if self.era().await? != Era::May2023 {
            return Ok(());
        }
        let message = format!("{what} a server of 2024 or later");
        Err(Error::new(ErrorKind::UnsupportedByServer, message))
    }

    /// As [`require_2024`](Self::require_2024), on all servers before June 2024.
    pub(super) async fn require_june_2024(&self, what: &str) -> Result<()> {
        if self.era().await?.is_since_june_2024() {
            return Ok(());
        }
        let message = format!("{what} a server since June 2024");
        Err(Error::new(ErrorKind::UnsupportedByServer, message))
    }

    /// As [`require_2024`](Self::require_2024), on all servers before autumn 2024.
    pub(super) async fn require_modern(&self, what: &str) -> Result<()> {
        if self.era().await? == Era::Modern {
            return Ok(());
        }
        let message = format!("{what} a server since autumn 2024");
        Err(Error::new(ErrorKind::UnsupportedByServer, message))
    }

    async fn find_out_era(&self) -> Result<Era> {
        match self.shared.credential.as_ref().map(|credential| &credential.0) {
            Some(Kind::ServiceToken(_)) => Ok(self.opened_token().await?.era),
            // The servers that took these spoke of secrets as those of early 2024 do.
            Some(Kind::ServiceTokenV3(_)) => Ok(Era::February2024),
            _ => self.ask_era().await,
        }
    }

    /// Asks the server which release it is.
    pub(super) async fn ask_era(&self) -> Result<Era> {
        let response = self.send(server::status()).await.map_err(|error| match error.status() {
            Some(404) => error.reclassified(
                ErrorKind::InvalidResponse,
                format!(
                    "no Infisical server answers at this address. Check the base URL{}",
                    self.shared.transport.base_url_hint()
                ),
            ),
            _ => error,
        })?;
        let status: Status = response.json()?;
        if status.message.is_none() {
            return Err(response.invalid(&format!(
                "the answer is not the status of an Infisical server. Check the base URL{}",
                response.base_url_hint
            )));
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
