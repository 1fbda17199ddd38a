//! One Tokio runtime per process, created on first use, and again in a forked child.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll};

use infisical_e2ee::{Error, ErrorKind, Operation, Result, within};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::options::duration;

/// Network and decryption need few threads; Argon2id has the blocking pool.
const WORKER_THREADS: usize = 2;

static RUNTIME: RwLock<Option<(u32, Arc<Runtime>)>> = RwLock::new(None);

/// The runtime of this process. A fork copies the memory of a runtime but not its threads, so a
/// child does not use the parent's and creates its own.
fn runtime() -> Result<Arc<Runtime>> {
    let process = std::process::id();
    let of_this_process = |slot: &Option<(u32, Arc<Runtime>)>| {
        slot.as_ref().filter(|(owner, _)| *owner == process).map(|(_, runtime)| Arc::clone(runtime))
    };
    if let Some(runtime) = of_this_process(&RUNTIME.read().unwrap_or_else(PoisonError::into_inner))
    {
        return Ok(runtime);
    }
    let mut slot = RUNTIME.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = of_this_process(&slot) {
        return Ok(runtime);
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(WORKER_THREADS)
        .thread_name("infisical-e2ee")
        .enable_all()
        .build()
        .map_err(|error| {
            Error::from_binding(ErrorKind::Internal, format!("no thread could be started: {error}"))
        })?;
    let runtime = Arc::new(runtime);
    // Dropping the parent's runtime would wait for threads that do not exist in this process.
    std::mem::forget(slot.replace((process, Arc::clone(&runtime))));
    Ok(runtime)
}

/// A running operation. Dropping it cancels the operation.
pub struct Running<T>(JoinHandle<Result<T>>);

impl<T> Drop for Running<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<T> Future for Running<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(|joined| match joined {
            Ok(result) => result,
            Err(error) if error.is_cancelled() => {
                Err(Error::from_binding(ErrorKind::Cancelled, "the operation was cancelled"))
            }
            Err(_) => Err(Error::from_binding(
                ErrorKind::Internal,
                "the library failed because of a bug. Please report the call that you made",
            )),
        })
    }
}

/// The operation with its own time limit, in seconds, for all its requests; the client's deadline
/// still applies.
pub fn limited<T: Send + 'static>(operation: Operation<T>, seconds: Option<f64>) -> Operation<T> {
    let Some(seconds) = seconds else {
        return operation;
    };
    Box::pin(async move { within(duration("the timeout", seconds)?, operation).await })
}

/// Starts an operation on the runtime. A panic in it becomes an error of kind `internal`.
///
/// # Errors
/// [`ErrorKind::Internal`] if the process cannot start threads.
pub fn spawn<T: Send + 'static>(operation: Operation<T>) -> Result<Running<T>> {
    Ok(Running(runtime()?.spawn(operation)))
}

/// Runs an operation and blocks the calling thread until it ends. The caller must not hold a lock
/// of its language's interpreter.
///
/// # Errors
/// Those of the operation.
pub fn block_on<T: Send + 'static>(operation: Operation<T>) -> Result<T> {
    let runtime = runtime()?;
    let running = Running(runtime.spawn(operation));
    runtime.block_on(running)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panic_becomes_an_internal_error_without_its_message() {
        let error = block_on::<()>(Box::pin(async { panic!("planted") })).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Internal);
        assert!(!error.to_string().contains("planted"));
    }

    #[test]
    fn limited_refuses_a_timeout_that_is_not_positive_and_finite() {
        for seconds in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let call = limited::<()>(Box::pin(async { Ok(()) }), Some(seconds));
            assert_eq!(block_on(call).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
        assert!(block_on(limited::<()>(Box::pin(async { Ok(()) }), Some(5.0))).is_ok());
    }

    #[test]
    fn dropped_call_is_cancelled() {
        let (alive, dropped) = std::sync::mpsc::channel::<()>();
        let running = spawn::<()>(Box::pin(async move {
            let _held = alive;
            std::future::pending().await
        }))
        .unwrap();
        drop(running);
        assert!(dropped.recv_timeout(std::time::Duration::from_secs(5)).is_err());
        // Disconnected rather than timed out: the future and what it held are gone.
        assert_eq!(dropped.try_recv(), Err(std::sync::mpsc::TryRecvError::Disconnected));
    }
}
