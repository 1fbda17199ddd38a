//! What all requests share.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::auth::blind_index;
use crate::auth::keys::ServerKeys;
use crate::auth::logins::Logins;
use crate::era::Era;
use crate::error::ApiError;
use crate::limits::Limits;
use crate::server::Config;
use crate::store::Store;

/// Blind indices computed at a time; each takes 64 MiB.
const HASHERS: usize = 2;
/// Blind indices remembered before all are forgotten.
const REMEMBERED: usize = 10_000;

/// One server's state.
pub(crate) struct App {
    pub(crate) era: Era,
    /// Whether June 2024 is spoken as later servers do.
    pub(crate) modern: bool,
    pub(crate) verbose_errors: bool,
    /// The life of access tokens.
    pub(crate) access_token_seconds: u32,
    pub(crate) store: Store,
    pub(crate) keys: ServerKeys,
    pub(crate) limits: Limits,
    pub(crate) logins: Logins,
    hashers: Semaphore,
    /// By the digest of salt and name: no name outlives its request.
    indices: Mutex<HashMap<[u8; 32], String>>,
}

impl App {
    pub(crate) fn new(config: &Config, store: Store, keys: ServerKeys) -> Self {
        App {
            era: config.era,
            modern: config.modern,
            verbose_errors: config.verbose_errors,
            access_token_seconds: config.access_token_seconds,
            limits: Limits::new(config),
            store,
            keys,
            logins: Logins::default(),
            hashers: Semaphore::new(HASHERS),
            indices: Mutex::default(),
        }
    }

    /// The blind index of a secret name under a project's salt. Takes about 0.2 s the first time;
    /// must not be called with the store locked.
    pub(crate) fn blind_index(&self, name: &str, salt: &[u8]) -> Result<String, ApiError> {
        // The salt's length is told, so that none of it passes for a name.
        let digest = Sha256::new()
            .chain_update(salt.len().to_be_bytes())
            .chain_update(salt)
            .chain_update(name);
        let digest = digest.finalize().into();
        let indices = || self.indices.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = indices().get(&digest) {
            return Ok(known.clone());
        }
        let runtime = tokio::runtime::Handle::current();
        let _permit = runtime.block_on(self.hashers.acquire()).map_err(|_| ApiError::Internal)?;
        let index = blind_index::of(name, salt).ok_or(ApiError::Internal)?;
        let mut indices = indices();
        if indices.len() >= REMEMBERED {
            indices.clear();
        }
        indices.insert(digest, index.clone());
        Ok(index)
    }
}
