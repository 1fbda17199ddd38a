//! The client itself; its operations come from the table.

use infisical_e2ee_bindings_common::{self as common, Convert as _};
use napi::Env;
use napi_derive::napi;

use crate::failure::thrown;
use crate::storage::TrustStorage;
use crate::surface::NativeClientOptions;

/// A connection to one server with one credential.
#[napi]
pub struct Client(pub(crate) common::Client);

#[napi]
impl Client {
    /// Checks the options and makes the client. Sends nothing.
    ///
    /// # Errors
    /// A `NativeError` names the option that cannot be right.
    #[napi(constructor)]
    pub fn new(
        env: &Env,
        options: NativeClientOptions,
        trust_storage: Option<TrustStorage>,
    ) -> napi::Result<Self> {
        common::build_client(options.convert(), trust_storage)
            .map(Self)
            .map_err(|error| thrown(env, error))
    }

    /// Forgets the log-in and every opened key.
    #[napi]
    pub fn close(&self) {
        self.0.close();
    }
}
