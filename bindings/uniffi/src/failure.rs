//! Errors, on their way to `InfisicalError` in Swift and `InfisicalException` in Kotlin.

use infisical_e2ee_bindings_common::{Convert, Error, ErrorKind, Operation, limited, spawn};

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

impl Convert<NativeError> for Error {
    fn convert(self) -> NativeError {
        NativeError::Failed {
            code: self.code().to_owned(),
            reason: self.message().to_owned(),
            status: self.status(),
            request_id: self.request_id().map(str::to_owned),
            retryable: self.retryable(),
            retry_after: self.retry_after().map(|wait| wait.as_secs_f64()),
        }
    }
}

/// Runs an operation on the library's runtime. Dropping the future cancels it.
pub(crate) async fn run<T, Output>(
    operation: Operation<T>,
    timeout: Option<f64>,
) -> Result<Output, NativeError>
where
    T: Convert<Output> + Send + 'static,
{
    let running = spawn(limited(operation, timeout)).map_err(Convert::convert)?;
    running.await.map(Convert::convert).map_err(Convert::convert)
}

/// Every code an error can have.
#[uniffi::export]
#[must_use]
pub fn native_error_codes() -> Vec<String> {
    ErrorKind::ALL.iter().map(|kind| kind.code().to_owned()).collect()
}
