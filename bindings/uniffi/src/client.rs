//! The client itself; its operations come from the table.

use std::sync::Arc;

use infisical_e2ee_bindings_common::{self as common, Convert};

use crate::failure::NativeError;
use crate::storage::{NativeTrustStorage, Storage};
use crate::surface::NativeClientOptions;

/// A connection to one server with one credential.
#[derive(uniffi::Object)]
pub struct NativeClient(pub(crate) common::Client);

#[uniffi::export]
impl NativeClient {
    /// Checks the options and makes the client. Sends nothing.
    ///
    /// # Errors
    /// Names the option that cannot be right.
    #[uniffi::constructor]
    pub fn new(
        options: NativeClientOptions,
        trust_storage: Option<Box<dyn NativeTrustStorage>>,
    ) -> Result<Arc<Self>, NativeError> {
        common::build_client(options.convert(), trust_storage.map(Storage))
            .map(|client| Arc::new(Self(client)))
            .map_err(Convert::convert)
    }

    /// Forgets the log-in and every opened key. (`close` would clash with Kotlin's own.)
    pub fn shut_down(&self) {
        self.0.close();
    }
}
