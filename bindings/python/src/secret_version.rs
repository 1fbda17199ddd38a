//! What secrets were, whose values become Python objects only when asked for.

use infisical_e2ee_bindings_common as common;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use time::OffsetDateTime;

use crate::python::{ToPython, instant};

/// What a secret was at one time.
///
/// Value and comment are not shown by `repr`, and it cannot be pickled.
#[pyclass(frozen, module = "infisical_e2ee")]
pub(crate) struct SecretVersion(common::SecretVersion);

#[pymethods]
impl SecretVersion {
    /// The version's own id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The secret's id.
    #[getter]
    fn secret_id(&self) -> &str {
        &self.0.secret_id
    }

    /// Counts the secret's changes, from 1; from 0 where several were made at once.
    #[getter]
    fn version(&self) -> i64 {
        self.0.version
    }

    /// Whose the secret is: `"shared"` or `"personal"`.
    #[getter(r#type)]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// Slug of its environment.
    #[getter]
    fn environment(&self) -> &str {
        &self.0.environment
    }

    /// Its name then.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Its value then.
    #[getter]
    fn value(&self) -> &str {
        self.0.value.expose()
    }

    /// Its comment then, empty if it had none; `None` on May 2023 servers, which do not keep it.
    #[getter]
    fn comment(&self) -> Option<&str> {
        self.0.comment.as_ref().map(common::SecretString::expose)
    }

    /// When it became so, where the server tells.
    #[getter]
    fn created_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.created_at.as_deref())
    }

    /// Whether the secret has been deleted since, where the server tells: May 2023 only.
    #[getter]
    fn deleted(&self) -> Option<bool> {
        self.0.deleted
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let quoted = |text: &str| -> PyResult<String> { text.into_pyobject(py)?.repr()?.extract() };
        Ok(format!(
            "SecretVersion(name={}, value=[redacted], environment={}, type='{}', version={})",
            quoted(&self.0.name)?,
            quoted(&self.0.environment)?,
            self.0.kind.as_str(),
            self.0.version,
        ))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: Py<PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a SecretVersion cannot be pickled: its value would be stored in clear",
        ))
    }
}

impl ToPython for common::SecretVersion {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, SecretVersion(self))?.into_any())
    }
}
