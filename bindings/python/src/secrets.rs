//! Secrets, whose values become Python objects only when asked for.

use infisical_e2ee_bindings_common as common;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use time::OffsetDateTime;

use crate::python::{ToPython, instance, instant, tuple, unchanging};

#[doc = documentation!(Secret)]
///
/// Its value and comment become Python objects only when they are read, and are wiped from memory
/// with the secret. `repr` does not show them, and the object cannot be pickled.
#[pyclass(frozen, module = "infisical_e2ee")]
pub(crate) struct Secret(common::Secret);

#[pymethods]
impl Secret {
    #[doc = documentation!(Secret.id)]
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    #[doc = documentation!(Secret.name)]
    #[getter]
    fn name(&self) -> &str {
        &self.0.name
    }

    #[doc = documentation!(Secret.value)]
    #[getter]
    fn value(&self) -> &str {
        self.0.value.expose()
    }

    #[doc = documentation!(Secret.value_read)]
    #[getter]
    fn value_read(&self) -> bool {
        self.0.value_read
    }

    #[doc = documentation!(Secret.comment)]
    #[getter]
    fn comment(&self) -> &str {
        self.0.comment.expose()
    }

    #[doc = documentation!(Secret.kind)]
    #[getter(r#type)]
    fn kind(&self) -> &'static str {
        self.0.kind.as_str()
    }

    #[doc = documentation!(Secret.version)]
    #[getter]
    fn version(&self) -> i64 {
        self.0.version
    }

    #[doc = documentation!(Secret.project_id)]
    #[getter]
    fn project_id(&self) -> &str {
        &self.0.project_id
    }

    #[doc = documentation!(Secret.environment)]
    #[getter]
    fn environment(&self) -> &str {
        &self.0.environment
    }

    #[doc = documentation!(Secret.path)]
    #[getter]
    fn path(&self) -> &str {
        &self.0.path
    }

    #[doc = documentation!(Secret.tags)]
    #[getter]
    fn tags(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(unchanging(py, self.0.tags.clone().to_python(py)?))
    }

    #[doc = documentation!(Secret.metadata)]
    #[getter]
    fn metadata(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(unchanging(py, self.0.metadata.clone().to_python(py)?))
    }

    #[doc = documentation!(Secret.reminder_days)]
    #[getter]
    fn reminder_days(&self) -> Option<i64> {
        self.0.reminder_days
    }

    #[doc = documentation!(Secret.reminder_note)]
    #[getter]
    fn reminder_note(&self) -> Option<&str> {
        self.0.reminder_note.as_deref()
    }

    #[doc = documentation!(Secret.skip_multiline_encoding)]
    #[getter]
    fn skip_multiline_encoding(&self) -> Option<bool> {
        self.0.skip_multiline_encoding
    }

    #[doc = documentation!(Secret.created_at)]
    #[getter]
    fn created_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.created_at.as_deref())
    }

    #[doc = documentation!(Secret.updated_at)]
    #[getter]
    fn updated_at(&self) -> Option<OffsetDateTime> {
        instant(self.0.updated_at.as_deref())
    }

    #[doc = documentation!(Secret.end_to_end_encrypted)]
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
        Err(PyTypeError::new_err(
            "a Secret cannot be pickled: its value would be stored in plaintext",
        ))
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
        let no_map = self.check_mappable().err();
        let folder = self.folder().map(str::to_owned);
        let etag = self.etag().map(str::to_owned);
        let secrets = tuple(py, self)?;
        let fields = [
            secrets.into_any().unbind(),
            failures.into_any().unbind(),
            incomplete.to_python(py)?,
            no_environment.to_python(py)?,
            no_map.to_python(py)?,
            folder.to_python(py)?,
            etag.to_python(py)?,
        ];
        instance(py, "SecretList", fields)
    }
}
