//! Secrets.

use infisical_e2ee_bindings_common::{self as common, operations};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use time::OffsetDateTime;

use crate::call::Call;
use crate::client::Client;
use crate::failure::exception;
use crate::python::{ToPython, instance, instant, tuple};

/// Which secrets a call is about.
#[derive(FromPyObject)]
pub(crate) struct Place {
    project: Option<String>,
    environment: Option<String>,
    path: Option<String>,
    #[pyo3(attribute("type"))]
    kind: Option<String>,
}

impl From<Place> for operations::Place {
    fn from(place: Place) -> Self {
        let Place { project, environment, path, kind } = place;
        Self { project, environment, path, kind }
    }
}

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

    /// Counts its changes from 1.
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
        let error = exception(py, &self.error)?;
        instance(py, "SecretFailure", (self.id, self.field, error))
    }
}

impl ToPython for common::SecretList {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let failures = tuple(py, self.failures().iter().cloned())?;
        let incomplete = self.check_complete().err().map(|error| error.message().to_owned());
        instance(py, "SecretList", (tuple(py, self)?, failures, incomplete))
    }
}

#[pymethods]
impl Client {
    /// Reads one secret.
    fn get_secret(&self, name: String, place: Place, timeout: Option<f64>) -> Call {
        Call::new(operations::get_secret(&self.0, name, place.into()), timeout)
    }

    /// Reads every secret of a place.
    fn list_secrets(&self, place: Place, timeout: Option<f64>) -> Call {
        Call::new(operations::list_secrets(&self.0, place.into()), timeout)
    }

    /// Stores a new secret.
    fn create_secret(
        &self,
        name: String,
        value: String,
        comment: Option<String>,
        place: Place,
        timeout: Option<f64>,
    ) -> Call {
        let (value, comment) = (value.into(), comment.map(Into::into));
        let operation = operations::create_secret(&self.0, name, value, comment, place.into());
        Call::new(operation, timeout)
    }

    /// Stores a new value or comment of a secret.
    fn update_secret(
        &self,
        name: String,
        value: Option<String>,
        comment: Option<String>,
        place: Place,
        timeout: Option<f64>,
    ) -> Call {
        let (value, comment) = (value.map(Into::into), comment.map(Into::into));
        let operation = operations::update_secret(&self.0, name, value, comment, place.into());
        Call::new(operation, timeout)
    }

    /// Deletes a secret.
    fn delete_secret(&self, name: String, place: Place, timeout: Option<f64>) -> Call {
        Call::new(operations::delete_secret(&self.0, name, place.into()), timeout)
    }
}
