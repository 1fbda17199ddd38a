//! What Swift and Kotlin implement to keep a trust store.

use infisical_e2ee_bindings_common::{StorageError, TrustStorage};

/// Why a storage failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeStorageError {
    /// The one form.
    #[error("{reason}")]
    Failed {
        /// The text of the error. (`message` would clash with Kotlin's own.)
        reason: String,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for NativeStorageError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason }
    }
}

/// Keeps the contents of a trust store. Both methods may block.
#[uniffi::export(callback_interface)]
pub trait NativeTrustStorage: Send + Sync {
    /// The contents saved last, if any were.
    ///
    /// # Errors
    /// Says why they cannot be read.
    fn load(&self) -> Result<Option<Vec<u8>>, NativeStorageError>;

    /// Replaces the contents.
    ///
    /// # Errors
    /// Says why they cannot be written.
    fn save(&self, contents: Vec<u8>) -> Result<(), NativeStorageError>;
}

pub(crate) struct Storage(pub(crate) Box<dyn NativeTrustStorage>);

impl TrustStorage for Storage {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        self.0.load().map_err(StorageError::from)
    }

    fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
        self.0.save(contents.to_vec()).map_err(StorageError::from)
    }
}
