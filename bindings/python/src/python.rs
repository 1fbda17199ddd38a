//! Values on their way to Python. Plain ones become the dataclasses of `infisical_e2ee._types`.

use pyo3::call::PyCallArgs;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// A result that Python can be given, once the interpreter is at hand.
pub(crate) trait ToPython: Send + 'static {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

impl ToPython for () {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(py.None())
    }
}

impl<T: ToPython> ToPython for Vec<T> {
    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let items: Vec<_> =
            self.into_iter().map(|item| item.to_python(py)).collect::<PyResult<_>>()?;
        Ok(PyList::new(py, items)?.into_any().unbind())
    }
}

/// Many values as one tuple, which nobody changes.
pub(crate) fn tuple<T: ToPython>(
    py: Python<'_>,
    items: impl IntoIterator<Item = T>,
) -> PyResult<Bound<'_, PyTuple>> {
    let items: Vec<_> =
        items.into_iter().map(|item| item.to_python(py)).collect::<PyResult<_>>()?;
    PyTuple::new(py, items)
}

/// Makes an instance of a class of `infisical_e2ee._types`.
pub(crate) fn instance<'py>(
    py: Python<'py>,
    class: &str,
    fields: impl PyCallArgs<'py>,
) -> PyResult<Py<PyAny>> {
    let types = py.import("infisical_e2ee._types")?;
    Ok(types.getattr(class)?.call1(fields)?.unbind())
}

/// A server's time stamp in UTC; `None` if it is none.
pub(crate) fn instant(text: Option<&str>) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text?, &Rfc3339).ok().map(|instant| instant.to_offset(UtcOffset::UTC))
}
