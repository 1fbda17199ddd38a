//! One running operation, with the shared state and its deadline.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::credential::{Credential, Kind};
use super::deadline::Deadline;
use super::lists::Lists;
use super::shared::Shared;
use crate::crypto::CryptoError;
use crate::http::{Request, Response};
use crate::{Error, ErrorKind, Result};

/// One running operation.
#[derive(Clone)]
pub(crate) struct Call {
    /// As long as the call runs; the client's own is dropped when it is closed.
    pub(crate) credential: Option<Arc<Credential>>,
    pub(crate) shared: Arc<Shared>,
    pub(crate) deadline: Arc<Deadline>,
    pub(crate) lists: Arc<Lists>,
}

impl Call {
    /// Sends a request without a credential: sign-up, log-in and status.
    pub(crate) async fn send(&self, request: Request) -> Result<Response> {
        self.transmit(&request).await
    }

    pub(crate) async fn transmit(&self, request: &Request) -> Result<Response> {
        if !request.may_change_something() {
            return self.shared.transport.send(request, self.deadline.until()).await;
        }
        self.deadline.may_have_written();
        let result = self.shared.transport.send(request, self.deadline.until()).await;
        if result.as_ref().is_err_and(was_not_applied) {
            self.deadline.has_not_written();
        }
        result
    }

    /// Declares that repeating this call continues where it stopped, so that no change is applied
    /// twice.
    pub(crate) fn continues_when_repeated(&self) {
        self.deadline.continues_when_repeated();
    }

    pub(crate) fn credential(&self) -> Result<&Kind> {
        self.credential.as_ref().map(|credential| &credential.0).ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidCredential,
                "this operation needs a credential, and the client has none. Give the client a \
                 service token, a user, a machine identity, an access token or an API key",
            )
        })
    }

    /// Fails for the credential of a program: only users manage projects and accounts.
    pub(crate) fn require_user(&self) -> Result<()> {
        match self.credential()? {
            Kind::ServiceAccount(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "this operation is not possible with a service account, which can only read and \
                 write secrets. Use a user credential",
            )),
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "this operation is not possible with a service token, which is for the secrets of \
                 one project. Use a user credential",
            )),
            Kind::MachineIdentity(_) | Kind::IdentityToken(_) => Err(Error::new(
                ErrorKind::PermissionDenied,
                "this operation is not possible with a machine identity. Use a user credential",
            )),
            Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. } => Ok(()),
        }
    }

    /// Like [`require_user`](Self::require_user), but also fails for an API key.
    pub(crate) fn require_session(&self) -> Result<()> {
        self.require_user()?;
        match self.credential()? {
            Kind::ApiKey { .. } => Err(Error::new(
                ErrorKind::PermissionDenied,
                "servers do not allow this operation with an API key. Use a user credential or an \
                 access token",
            )),
            _ => Ok(()),
        }
    }
}

/// Whether a write that failed has certainly changed nothing: it was not sent, or the server refused
/// it. Something between may answer 408 although the server did it.
fn was_not_applied(error: &Error) -> bool {
    match error.status() {
        Some(status) => (400..500).contains(&status) && status != 408,
        None => error.retryable(),
    }
}

/// Runs work that would block an async thread: Argon2id, SRP, decrypting a long list.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        Error::new(ErrorKind::Internal, "the cryptography was interrupted").with_source(error)
    })
}

/// Whether long work should end early. See [`stoppable`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn is_requested(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Like [`blocking`], for work that may take seconds and looks at [`Stop`] in its loops. It is told to
/// stop when its result is no longer needed: the call was cancelled, closed or reached its deadline.
pub(crate) async fn stoppable<T: Send + 'static>(
    work: impl FnOnce(&Stop) -> T + Send + 'static,
) -> Result<T> {
    struct Waiting(Stop);
    impl Drop for Waiting {
        fn drop(&mut self) {
            self.0.0.store(true, Ordering::Relaxed);
        }
    }
    let stop = Stop::default();
    let _waiting = Waiting(stop.clone());
    blocking(move || work(&stop)).await
}

/// The error for a failed cryptographic task.
pub(crate) fn crypto_failure(error: CryptoError) -> Error {
    Error::new(ErrorKind::Internal, error.to_string())
}
