//! One call: started here, finished on the runtime, settled on JavaScript's thread.

use std::sync::OnceLock;

use infisical_e2ee_bindings_common::{
    Convert, Error, ErrorKind, Operation, Result, block_on, limited, spawn,
};
use napi::bindgen_prelude::{PromiseRaw, ToNapiValue};
use napi::{Env, JsValue as _};
use napi_derive::napi;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use crate::failure::thrown;

/// What one call may take, and what cancels it.
#[napi]
pub struct Call {
    timeout: Option<f64>,
    cancellation: CancellationToken,
}

#[napi]
impl Call {
    /// A call that may take so many seconds, or as many as the client allows.
    #[napi(constructor)]
    #[must_use]
    pub fn new(timeout: Option<f64>) -> Self {
        Self { timeout, cancellation: CancellationToken::new() }
    }

    /// Cancels the request. The promise is rejected as cancelled, unless it is settled already.
    #[napi]
    pub fn cancel(&self) {
        self.cancellation.cancel();
    }
}

impl Call {
    /// Starts the operation; the promise is settled when it ends.
    pub(crate) fn start<'env, T, Output>(
        &self,
        env: &'env Env,
        operation: Operation<T>,
    ) -> napi::Result<PromiseRaw<'env, Output>>
    where
        T: Convert<Output> + Send + 'static,
        Output: ToNapiValue + 'static,
    {
        let (deferred, promise) = env.create_deferred()?;
        let running =
            spawn(limited(operation, self.timeout)).map_err(|error| thrown(env, error))?;
        let cancellation = self.cancellation.clone();
        runtime().map_err(|error| thrown(env, error))?.spawn(async move {
            let result = cancellation.run_until_cancelled(running).await.unwrap_or_else(|| {
                Err(Error::from_binding(
                    ErrorKind::Cancelled,
                    "the call was cancelled. If it was a write, it may have been applied",
                ))
            });
            deferred.resolve(move |env| match result {
                Ok(value) => Ok(value.convert()),
                Err(error) => Err(thrown(&env, error)),
            });
        });
        Ok(PromiseRaw::new(env.raw(), promise.raw()))
    }
}

/// The runtime, for tasks that outlive their caller.
fn runtime() -> Result<&'static Handle> {
    static HANDLE: OnceLock<Handle> = OnceLock::new();
    if let Some(handle) = HANDLE.get() {
        return Ok(handle);
    }
    let handle = block_on(Box::pin(async { Ok(Handle::current()) }))?;
    Ok(HANDLE.get_or_init(|| handle))
}
