//! The client itself; its operations come from the table.

use infisical_e2ee_bindings_common::{self as common, Convert as _};
use pyo3::prelude::*;

use crate::failure::raised;
use crate::storage::TrustStorage;
use crate::surface::NativeClientOptions;

/// A connection to one server with one credential.
#[pyclass(frozen, module = "infisical_e2ee._native")]
pub(crate) struct Client(pub(crate) common::Client);

#[pymethods]
impl Client {
    #[new]
    fn new(
        py: Python<'_>,
        options: NativeClientOptions,
        trust_storage: Option<TrustStorage>,
    ) -> PyResult<Self> {
        common::build_client(options.convert(), trust_storage)
            .map(Self)
            .map_err(|error| raised(py, &error))
    }

    /// The address of the server.
    #[getter]
    fn base_url(&self) -> &str {
        self.0.base_url()
    }

    /// Forgets the log-in and every opened key.
    fn close(&self) {
        self.0.close();
    }
}
