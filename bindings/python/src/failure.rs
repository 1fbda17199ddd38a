//! Errors, on their way to the classes of `infisical_e2ee._errors`.

use infisical_e2ee_bindings_common::{Error, ErrorKind};
use pyo3::prelude::*;

/// Every code an error can have.
#[pyfunction]
pub(crate) fn error_codes() -> Vec<&'static str> {
    ErrorKind::ALL.iter().map(|kind| kind.code()).collect()
}

/// The error as an instance of the class of its code.
pub(crate) fn exception<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyAny>> {
    let fields = (
        error.code(),
        error.message(),
        error.status(),
        error.request_id(),
        error.retryable(),
        error.retry_after().map(|duration| duration.as_secs_f64()),
    );
    py.import("infisical_e2ee._errors")?.getattr("from_native")?.call1(fields)
}

/// The error to raise.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).map_or_else(|failure| failure, PyErr::from_value)
}
