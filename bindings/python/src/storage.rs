//! A Python object that keeps a trust store.

use infisical_e2ee_bindings_common::{self as common, StorageError, answer_of};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::ending::Visit;

/// An object with the methods `load` and `save`.
#[derive(FromPyObject)]
pub(crate) struct TrustStorage(Py<PyAny>);

impl common::TrustStorage for TrustStorage {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        self.ask(None)
    }

    fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
        self.ask(Some(contents)).map(drop)
    }
}

impl TrustStorage {
    /// Asks on a thread that Python made: it may wait for long, and the end of the interpreter kills
    /// it, which would abort the process on a thread of the runtime.
    fn ask(&self, contents: Option<&[u8]>) -> Result<Option<Vec<u8>>, StorageError> {
        const ENDING: &str = "the interpreter is ending";
        answer_of(|answer| {
            let _visit = Visit::begin().ok_or(ENDING)?;
            let asked = Python::try_attach(|py| {
                let contents = contents.map(|contents| PyBytes::new(py, contents));
                let module = py.import("infisical_e2ee._trust_storage")?;
                let answer = StorageAnswer(answer);
                module.getattr("ask")?.call1((&self.0, contents, answer)).map(drop)
            });
            asked.ok_or(ENDING)?.map_err(|error: PyErr| error.to_string().into())
        })
    }
}

/// A function that takes the answer of the storage: contents, or the text of an error.
#[pyclass(frozen, module = "infisical_e2ee._native")]
struct StorageAnswer(common::StorageAnswer);

#[pymethods]
impl StorageAnswer {
    #[pyo3(signature = (contents, failure, /))]
    fn __call__(&self, contents: Option<Vec<u8>>, failure: Option<String>) {
        self.0.give(failure.map_or(Ok(contents), Err));
    }
}
