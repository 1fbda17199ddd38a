//! Secrets, whose values become Python objects only when asked for.

use infisical_e2ee_bindings_common as common;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use time::OffsetDateTime;

use crate::python::{ToPython, instance, instant, tuple, unchanging};

/// A decrypted secret.
///
/// Its value and comment become Python objects only when they are asked for, and are wiped from
/// memory with the secret. They are not shown by `repr` and cannot be pickled.
#[pyclass(frozen, module = "infisical_e2ee")]
pub(crate) struct Secret(common::Secret);

#[pymethods]
impl Secret {
    /// The secret's id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Its value.
    #[getter]
    fn value(&self) -> &str {
        self.0.value.expose()
    }

    /// Its comment; empty if there is none.
    #[getter]
    fn comment(&self) -> &str {
        self.0.comment.expose()
    }

    /// Whose it is: `"shared"` or `"personal"`.
    #[getter(r#type)]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    /// Counts its changes from 1; from 0 where several were made at once on a server of 2024.
    #[getter]
    fn version(&self) -> i64 {
        self.0.version
    }

    /// Id of the project it belongs to.
    #[getter]
    fn project_id(&self) -> &str {
        &self.0.project_id
    }

    /// Slug of its environment.
    #[getter]
    fn environment(&self) -> &str {
        &self.0.environment
    }

    /// Its folder.
    #[getter]
    fn path(&self) -> &str {
        &self.0.path
    }

    /// Slugs of its tags, where the server tells.
    #[getter]
    fn tags(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(unchanging(py, self.0.tags.clone().to_python(py)?))
    }

    /// When it was made, where the server tells.
    #[getter]
    fn created_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.created_at.as_deref())
    }

    /// When it was last changed, where the server tells.
    #[getter]
    fn updated_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.updated_at.as_deref())
    }

    /// Whether the server could not read it.
    #[getter]
    fn end_to_end_encrypted(&self) -> bool {
        self.0.end_to_end_encrypted
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let quoted = |text: &str| -> PyResult<String> { text.into_pyobject(py)?.repr()?.extract() };
        Ok(format!(
            "Secret(name={}, value=[redacted], environment={}, path={}, type='{}', version={})",
            quoted(&self.0.name)?,
            quoted(&self.0.environment)?,
            quoted(&self.0.path)?,
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
        Err(PyTypeError::new_err("a Secret cannot be pickled: its value would be stored in clear"))
    }
}

impl ToPython for common::Secret {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Secret(self))?.into_any())
    }
}

impl ToPython for common::SecretFailure {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let fields = [self.id.to_python(py)?, self.field.to_python(py)?, self.error.to_python(py)?];
        instance(py, "SecretFailure", fields)
    }
}

impl ToPython for common::SecretList {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let failures = tuple(py, self.failures().iter().cloned())?;
        let incomplete = self.check_complete().err();
        let no_environment = self.to_env().err();
        let secrets = tuple(py, self)?;
        let fields = [
            secrets.into_any().unbind(),
            failures.into_any().unbind(),
            incomplete.to_python(py)?,
            no_environment.to_python(py)?,
        ];
        instance(py, "SecretList", fields)
    }
}
