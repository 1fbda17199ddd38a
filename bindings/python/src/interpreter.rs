//! Refuses imports in subinterpreters.

use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;

/// Fails in any interpreter but the main one. The module's classes exist once per process: they
/// would be destroyed with the first interpreter that imported them, and its threads would block
/// the exit.
pub(crate) fn require_main(_py: Python<'_>) -> PyResult<()> {
    // Only on Windows, the stable ABI of Python 3.9 lacks the function.
    #[cfg(not(windows))]
    {
        use pyo3::ffi::{PyInterpreterState_Get, PyInterpreterState_GetID};

        #[expect(unsafe_code, reason = "nothing else tells interpreters apart in every version")]
        // SAFETY: the token proves that this thread is attached to an interpreter.
        let id = unsafe { PyInterpreterState_GetID(PyInterpreterState_Get()) };
        if id != 0 {
            return Err(PyImportError::new_err(
                "infisical_e2ee works in the main interpreter only, and this is a subinterpreter. \
                 With mod_wsgi, set `WSGIApplicationGroup %{GLOBAL}`",
            ));
        }
    }
    Ok(())
}
