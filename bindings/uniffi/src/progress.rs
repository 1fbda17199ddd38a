//! What Swift and Kotlin implement to be told of progress.

use infisical_e2ee_bindings_common::{Convert, operations};

/// Is told how many of how many are done.
#[uniffi::export(callback_interface)]
pub trait NativeProgress: Send + Sync {
    /// So many are done, of so many.
    fn tell(&self, done: i64, total: i64);
}

pub(crate) type OnProgress = Box<dyn NativeProgress>;

impl Convert<operations::OnProgress> for OnProgress {
    fn convert(self) -> operations::OnProgress {
        operations::OnProgress(Box::new(move |done, total| self.tell(done, total)))
    }
}
