//! A JavaScript function that is told of progress.

use infisical_e2ee_bindings_common::{Convert, operations};
use napi::Status;
use napi::bindgen_prelude::FnArgs;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;

/// A function of how many are done, and of how many. It keeps no process alive. Nothing can catch
/// what it throws, which would end the process: that of `node/src/progress.ts` throws nothing.
#[napi(transparent, object_to_js = false)]
#[expect(clippy::type_complexity, reason = "napi reads TypeScript's types off these words")]
pub struct OnProgress(
    ThreadsafeFunction<FnArgs<(i64, i64)>, (), FnArgs<(i64, i64)>, Status, false, true>,
);

impl Convert<operations::OnProgress> for OnProgress {
    fn convert(self) -> operations::OnProgress {
        operations::OnProgress(Box::new(move |done, total| {
            // Only an environment that ends refuses, and then nobody waits.
            self.0.call((done, total).into(), ThreadsafeFunctionCallMode::NonBlocking);
        }))
    }
}
