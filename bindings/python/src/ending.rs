//! The end of the interpreter, which kills every thread that asks for it from then on. Killing a
//! thread of the runtime aborts the process, so none of them asks any more.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// A child forked while another thread was inside keeps a count that nobody lowers.
const PATIENCE: Duration = Duration::from_secs(1);

static INSIDE: AtomicUsize = AtomicUsize::new(0);
static ENDING: AtomicBool = AtomicBool::new(false);

/// Leave to take the interpreter. It does not end before this is dropped.
pub(crate) struct Visit(());

impl Visit {
    /// `None` once the interpreter is ending.
    pub(crate) fn begin() -> Option<Self> {
        // Counted before looking, so that the thread that ends the interpreter sees one or the other.
        INSIDE.fetch_add(1, Ordering::SeqCst);
        let visit = Self(());
        (!has_begun()).then_some(visit)
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        INSIDE.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Whether the interpreter is ending.
pub(crate) fn has_begun() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// Runs `atexit`, while threads may still take the interpreter: waits for those that are about to.
#[pyfunction]
fn interpreter_ends(py: Python<'_>) {
    ENDING.store(true, Ordering::SeqCst);
    py.detach(|| {
        let begin = Instant::now();
        while INSIDE.load(Ordering::SeqCst) > 0 && begin.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
    });
}

pub(crate) fn watch(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let hook = wrap_pyfunction!(interpreter_ends, module)?;
    module.py().import("atexit")?.call_method1("register", (hook,))?;
    Ok(())
}
