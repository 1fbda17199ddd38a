//! Errors, on their way to `InfisicalError` in Swift and `InfisicalException` in Kotlin.

use infisical_e2ee_bindings_common::{Error, ErrorKind, Operation, limited, spawn};

/// Why a call failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeError {
    /// The one form: the language packages make their own cases from the code.
    #[error("{reason}")]
    Failed {
        /// The stable code of the condition.
        code: String,
        /// What happened and what to do next. (`message` would clash with Kotlin's own.)
        reason: String,
        /// The HTTP status, when the server answered.
        status: Option<u16>,
        /// The request id the server gave.
        request_id: Option<String>,
        /// Whether the same call may succeed later.
        retryable: bool,
        /// Seconds the server asked to wait.
        retry_after: Option<f64>,
    },
}

impl From<&Error> for NativeError {
    fn from(error: &Error) -> Self {
        Self::Failed {
            code: error.code().to_owned(),
            reason: error.message().to_owned(),
            status: error.status(),
            request_id: error.request_id().map(str::to_owned),
            retryable: error.retryable(),
            retry_after: error.retry_after().map(|wait| wait.as_secs_f64()),
        }
    }
}

/// Runs an operation on the library's runtime. Dropping the future cancels it.
pub(crate) async fn run<T, Output>(
    operation: Operation<T>,
    timeout: Option<f64>,
) -> Result<Output, NativeError>
where
    T: Send + 'static,
    Output: From<T>,
{
    let running = spawn(limited(operation, timeout)).map_err(|error| NativeError::from(&error))?;
    running.await.map(Output::from).map_err(|error| NativeError::from(&error))
}

/// Every code an error can have.
#[uniffi::export]
#[must_use]
pub fn native_error_codes() -> Vec<String> {
    ErrorKind::ALL.iter().map(|kind| kind.code().to_owned()).collect()
}
