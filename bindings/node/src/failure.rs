//! Errors, on their way to the classes in `node/src/errors.ts`.

use infisical_e2ee_bindings_common::{Convert, Error};
use napi::bindgen_prelude::JsObjectValue as _;
use napi::{Env, JsValue as _};
use napi_derive::napi;

/// What went wrong: the property `failure` of what is thrown, or what a promise is rejected with.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct NativeError {
    /// The stable code of the condition.
    pub code: String,
    /// What happened and what to do next, with status and request id.
    pub message: String,
    /// The HTTP status, when the server answered.
    pub status: Option<u16>,
    /// The request id the server gave.
    pub request_id: Option<String>,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Seconds the server asked to wait.
    pub retry_after: Option<f64>,
}

impl Convert<NativeError> for Error {
    fn convert(self) -> NativeError {
        NativeError {
            code: self.code().to_owned(),
            message: self.to_string(),
            status: self.status(),
            request_id: self.request_id().map(str::to_owned),
            retryable: self.retryable(),
            retry_after: self.retry_after().map(|duration| duration.as_secs_f64()),
        }
    }
}

/// The error as N-API throws it: an `Error` object that carries the `NativeError`.
pub(crate) fn thrown(env: &Env, error: Error) -> napi::Error {
    let failure: NativeError = error.convert();
    let carrier = env.create_error(napi::Error::from_reason(failure.message.clone()));
    let thrown = carrier.and_then(|mut carrier| {
        carrier.set_named_property("failure", failure)?;
        Ok(napi::Error::from(carrier.to_unknown()))
    });
    thrown.unwrap_or_else(|error| error)
}
