//! What secrets were, whose values become Python objects only when asked for.

use infisical_e2ee_bindings_common as common;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use time::OffsetDateTime;

use crate::python::{ToPython, instant};

#[doc = documentation!(SecretVersion)]
///
/// `repr` does not show value and comment, and the object cannot be pickled.
#[pyclass(frozen, module = "infisical_e2ee")]
pub(crate) struct SecretVersion(common::SecretVersion);

#[pymethods]
impl SecretVersion {
    #[doc = documentation!(SecretVersion.id)]
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    #[doc = documentation!(SecretVersion.secret_id)]
    #[getter]
    fn secret_id(&self) -> &str {
        &self.0.secret_id
    }

    #[doc = documentation!(SecretVersion.version)]
    #[getter]
    fn version(&self) -> i64 {
        self.0.version
    }

    #[doc = documentation!(SecretVersion.kind)]
    #[getter(r#type)]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    #[doc = documentation!(SecretVersion.environment)]
    #[getter]
    fn environment(&self) -> &str {
        &self.0.environment
    }

    #[doc = documentation!(SecretVersion.name)]
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    #[doc = documentation!(SecretVersion.value)]
    #[getter]
    fn value(&self) -> &str {
        self.0.value.expose()
    }

    #[doc = documentation!(SecretVersion.comment)]
    #[getter]
    fn comment(&self) -> Option<&str> {
        self.0.comment.as_ref().map(common::SecretString::expose)
    }

    #[doc = documentation!(SecretVersion.created_at)]
    #[getter]
    fn created_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.created_at.as_deref())
    }

    #[doc = documentation!(SecretVersion.deleted)]
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
            "a SecretVersion cannot be pickled: its value would be stored in plaintext",
        ))
    }
}

impl ToPython for common::SecretVersion {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, SecretVersion(self))?.into_any())
    }
}
