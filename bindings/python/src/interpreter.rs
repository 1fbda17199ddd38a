//! Which interpreter of the process imports the module.

use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;

/// Refuses all but the main interpreter. The classes of a module exist once in a process: they
/// would be gone with the first interpreter that imported it, and its threads would hold up the end.
pub(crate) fn require_main(_py: Python<'_>) -> PyResult<()> {
    // The stable ABI of Python 3.9 lacks the function on Windows alone.
    #[cfg(not(windows))]
    {
        use pyo3::ffi::{PyInterpreterState_Get, PyInterpreterState_GetID};

        #[expect(unsafe_code, reason = "nothing else tells interpreters apart in every version")]
        // SAFETY: this thread holds an interpreter, as the token shows, so there is a current one.
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
