//! What all requests share.

use tokio::sync::Semaphore;

use crate::auth::blind_index;
use crate::auth::keys::ServerKeys;
use crate::auth::logins::Logins;
use crate::era::Era;
use crate::error::ApiError;
use crate::limits::Limits;
use crate::store::Store;

/// Blind indices computed at a time; each takes 64 MiB.
const HASHERS: usize = 2;

/// One server's state.
pub(crate) struct App {
    pub(crate) era: Era,
    pub(crate) verbose_errors: bool,
    pub(crate) store: Store,
    pub(crate) keys: ServerKeys,
    pub(crate) limits: Limits,
    pub(crate) logins: Logins,
    hashers: Semaphore,
}

impl App {
    pub(crate) fn new(
        era: Era,
        store: Store,
        keys: ServerKeys,
        limits: Limits,
        verbose: bool,
    ) -> Self {
        App {
            era,
            verbose_errors: verbose,
            store,
            keys,
            limits,
            logins: Logins::default(),
            hashers: Semaphore::new(HASHERS),
        }
    }

    /// The blind index of a secret name under a project's salt. Takes about 0.2 s; must not be
    /// called with the store locked.
    pub(crate) fn blind_index(&self, name: &str, salt: &[u8]) -> Result<String, ApiError> {
        let runtime = tokio::runtime::Handle::current();
        let _permit = runtime.block_on(self.hashers.acquire()).map_err(|_| ApiError::Internal)?;
        blind_index::of(name, salt).ok_or(ApiError::Internal)
    }
}
