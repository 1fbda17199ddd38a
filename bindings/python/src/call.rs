//! One call: started here, finished on the runtime, its result converted on Python's thread.

use std::mem;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use infisical_e2ee_bindings_common::{
    Error, ErrorKind, Operation, Result, Running, limited, spawn,
};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::ending::{self, Visit};
use crate::failure::raised;
use crate::python::ToPython;

/// How often a waiting thread looks for signals, such as the one of Ctrl-C.
const SIGNAL_INTERVAL: Duration = Duration::from_millis(100);

/// A result that still needs the interpreter to become a Python object.
type Converted = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + Send>;

/// One call that has not begun, is under way, or has ended.
#[pyclass(frozen, generic, module = "infisical_e2ee._native")]
pub(crate) struct Call(Arc<Mutex<State>>);

enum State {
    Prepared(Operation<Converted>),
    Running(#[expect(dead_code, reason = "dropping it cancels the call")] Running<()>),
    Ended(Result<Converted>),
    /// The result was taken, or the call cancelled.
    Over,
}

impl Call {
    /// A call that may take so many seconds, or as many as the client allows.
    pub(crate) fn new<T: ToPython>(operation: Operation<T>, timeout: Option<f64>) -> Self {
        let operation = limited(operation, timeout);
        let operation: Operation<Converted> = Box::pin(async move {
            let value = operation.await?;
            Ok(Box::new(move |py: Python<'_>| value.to_python(py)) as Converted)
        });
        Self(Arc::new(Mutex::new(State::Prepared(operation))))
    }
}

#[pymethods]
impl Call {
    /// Runs the call to its end while other Python threads run. An interrupt cancels it.
    fn wait(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let operation = self.prepared()?;
        let (sender, mut receiver) = sync_channel(1);
        let running = finish(operation, move |result| {
            // Nobody receives after an interrupt.
            let _ = sender.send(result);
        });
        let _running = running.map_err(|error| raised(py, &error))?;
        loop {
            let waiting = &mut receiver;
            match py.detach(move || waiting.recv_timeout(SIGNAL_INTERVAL)) {
                Ok(result) => return convert(py, result),
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => return Err(raised(py, &vanished())),
            }
        }
    }

    /// Begins the call. `wake` is called from another thread when the result is there.
    fn start(&self, py: Python<'_>, wake: Py<PyAny>) -> PyResult<()> {
        if ending::has_begun() {
            return Err(PyRuntimeError::new_err(
                "the interpreter is ending: nothing can be awaited",
            ));
        }
        let operation = self.prepared()?;
        let state = Arc::clone(&self.0);
        // Held while starting, so that the result cannot come first.
        let mut slot = self.lock();
        let running = finish(operation, move |result| {
            *state.lock().unwrap_or_else(PoisonError::into_inner) = State::Ended(result);
            // Waiting for the interpreter must not hold up other calls.
            tokio::task::spawn_blocking(move || {
                let _visit = Visit::begin()?;
                Python::try_attach(|py| {
                    // An event loop that was closed refuses; then nobody waits.
                    let _ = wake.call0(py);
                })
            });
        });
        *slot = State::Running(running.map_err(|error| raised(py, &error))?);
        Ok(())
    }

    /// The result of a call that was started and has ended. Taken once.
    fn result(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        match mem::replace(&mut *self.lock(), State::Over) {
            State::Ended(result) => convert(py, result),
            _ => Err(PyRuntimeError::new_err("the call has no result")),
        }
    }

    /// Cancels the call, if it is under way, and forgets its result.
    fn cancel(&self) {
        *self.lock() = State::Over;
    }
}

impl Call {
    fn prepared(&self) -> PyResult<Operation<Converted>> {
        match mem::replace(&mut *self.lock(), State::Over) {
            State::Prepared(operation) => Ok(operation),
            _ => Err(PyRuntimeError::new_err("a call runs once")),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs the operation and hands over its result, even if it panics. Dropping what this returns
/// cancels it.
fn finish(
    operation: Operation<Converted>,
    deliver: impl FnOnce(Result<Converted>) + Send + 'static,
) -> Result<Running<()>> {
    let running = spawn(operation)?;
    spawn(Box::pin(async move {
        deliver(running.await);
        Ok(())
    }))
}

fn convert(py: Python<'_>, result: Result<Converted>) -> PyResult<Py<PyAny>> {
    match result {
        Ok(value) => value(py),
        Err(error) => Err(raised(py, &error)),
    }
}

fn vanished() -> Error {
    Error::from_binding(ErrorKind::Internal, "the call ended without a result. Please report it")
}
