//! Service tokens.

use infisical_e2ee_bindings_common::{self as common, operations};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::call::Call;
use crate::client::Client;
use crate::python::{ToPython, instance, instant, tuple};

/// A new token. Its text is shown here once and kept nowhere.
///
/// It is not shown by `repr` and cannot be pickled.
#[pyclass(frozen, module = "infisical_e2ee")]
pub(crate) struct CreatedServiceToken {
    token: common::SecretString,
    info: Py<PyAny>,
}

#[pymethods]
impl CreatedServiceToken {
    /// The token, `st.<id>.<secret>.<key>`.
    #[getter]
    fn token(&self) -> &str {
        self.token.expose()
    }

    /// What it is for.
    #[getter]
    fn info(&self, py: Python<'_>) -> Py<PyAny> {
        self.info.clone_ref(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let info = self.info.bind(py).repr()?;
        Ok(format!("CreatedServiceToken(token=[redacted], info={})", info.to_cow()?))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: Py<PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a CreatedServiceToken cannot be pickled: the token would be stored in clear",
        ))
    }
}

impl ToPython for common::ServiceTokenScope {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instance(py, "ServiceTokenScope", (self.environment, self.path))
    }
}

impl ToPython for common::ServiceTokenInfo {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let permissions = self.permissions.iter().map(|permission| permission.as_str());
        let fields = (
            self.id,
            self.name,
            self.project_id,
            tuple(py, self.scopes)?,
            pyo3::types::PyTuple::new(py, permissions.collect::<Vec<_>>())?,
            instant(self.expires_at.as_deref()),
        );
        instance(py, "ServiceTokenInfo", fields)
    }
}

impl ToPython for common::CreatedServiceToken {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let info = self.info.to_python(py)?;
        Ok(Py::new(py, CreatedServiceToken { token: self.token, info })?.into_any())
    }
}

#[pymethods]
impl Client {
    /// Makes a token. `scopes` are pairs of environment and path.
    fn create_service_token(
        &self,
        name: String,
        project: Option<String>,
        scopes: Vec<(String, String)>,
        permissions: Option<Vec<String>>,
        expires_in: Option<f64>,
        timeout: Option<f64>,
    ) -> Call {
        let token = operations::NewServiceToken { name, project, scopes, permissions, expires_in };
        Call::new(operations::create_service_token(&self.0, token), timeout)
    }

    /// Reads what the client's own token is for.
    fn describe_service_token(&self, timeout: Option<f64>) -> Call {
        Call::new(operations::describe_service_token(&self.0), timeout)
    }
}
