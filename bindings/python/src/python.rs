//! Values on their way to Python. Plain ones become the dataclasses of `infisical_e2ee._types`.

use std::time::Duration;

use infisical_e2ee_bindings_common as common;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyTuple};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use crate::failure::exception;

/// A result that Python can be given, once the interpreter is at hand.
pub(crate) trait ToPython: Send + 'static {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

impl ToPython for () {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(py.None())
    }
}

macro_rules! plain {
    ($($type:ty),+) => {$(
        impl ToPython for $type {
            fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                Ok(self.into_pyobject(py)?.to_owned().into_any().unbind())
            }
        }
    )+};
}
plain!(bool, i64, f64, String, &'static str, OffsetDateTime);

/// In seconds.
impl ToPython for Duration {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.as_secs_f64().to_python(py)
    }
}

impl ToPython for common::SecretString {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.expose().to_owned().to_python(py)
    }
}

impl ToPython for common::SecretBytes {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(PyBytes::new(py, self.expose()).into_any().unbind())
    }
}

impl ToPython for common::Permission {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.as_str().to_python(py)
    }
}

impl ToPython for common::SecretType {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.as_str().to_python(py)
    }
}

impl ToPython for common::Error {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(exception(py, &self)?.unbind())
    }
}

impl<T: ToPython> ToPython for Option<T> {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.map_or_else(|| Ok(py.None()), |value| value.to_python(py))
    }
}

impl<T: ToPython> ToPython for Vec<T> {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let items: Vec<_> =
            self.into_iter().map(|item| item.to_python(py)).collect::<PyResult<_>>()?;
        Ok(PyList::new(py, items)?.into_any().unbind())
    }
}

/// Many values as one immutable tuple.
pub(crate) fn tuple<T: ToPython>(
    py: Python<'_>,
    items: impl IntoIterator<Item = T>,
) -> PyResult<Bound<'_, PyTuple>> {
    let items: Vec<_> =
        items.into_iter().map(|item| item.to_python(py)).collect::<PyResult<_>>()?;
    PyTuple::new(py, items)
}

/// A value as an immutable field: a tuple in place of a list.
pub(crate) fn unchanging(py: Python<'_>, value: Py<PyAny>) -> Py<PyAny> {
    match value.bind(py).cast::<PyList>() {
        Ok(list) => list.to_tuple().into_any().unbind(),
        Err(_) => value,
    }
}

/// Makes an instance of a class of `infisical_e2ee._types`.
pub(crate) fn instance(
    py: Python<'_>,
    class: &str,
    fields: impl IntoIterator<Item = Py<PyAny>, IntoIter: ExactSizeIterator>,
) -> PyResult<Py<PyAny>> {
    let types = py.import("infisical_e2ee._types")?;
    Ok(types.getattr(class)?.call1(PyTuple::new(py, fields)?)?.unbind())
}

/// A server's time stamp in UTC; `None` if it is none.
pub(crate) fn instant(text: Option<&str>) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text?, &Rfc3339).ok().map(|instant| instant.to_offset(UtcOffset::UTC))
}
