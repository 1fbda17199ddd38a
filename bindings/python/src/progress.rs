//! A Python function that is told of progress.

use infisical_e2ee_bindings_common::{Convert, operations};
use pyo3::prelude::*;

use crate::ending::Visit;

/// A function of how many are done, and of how many.
#[derive(FromPyObject)]
pub(crate) struct OnProgress(Py<PyAny>);

impl Convert<operations::OnProgress> for OnProgress {
    fn convert(self) -> operations::OnProgress {
        operations::OnProgress(Box::new(move |done, total| {
            // Waiting for the interpreter must not hold up other calls.
            tokio::task::block_in_place(|| self.tell(done, total));
        }))
    }
}

impl OnProgress {
    fn tell(&self, done: i64, total: i64) {
        let Some(_visit) = Visit::begin() else {
            return;
        };
        Python::try_attach(|py| {
            // What it raises is not the call's: Python reports it as it does for threads.
            if let Err(error) = self.0.call1(py, (done, total)) {
                error.write_unraisable(py, Some(self.0.bind(py)));
            }
        });
    }
}
