//! Progress of work on many secrets.

use std::fmt;
use std::sync::Arc;

/// The callback for progress, with the number of finished secrets and of all.
#[derive(Clone)]
pub(crate) struct Progress(Arc<dyn Fn(usize, usize) + Send + Sync>);

impl Progress {
    pub(crate) fn new(report: impl Fn(usize, usize) + Send + Sync + 'static) -> Self {
        Self(Arc::new(report))
    }

    pub(crate) fn report(&self, done: usize, total: usize) {
        (self.0)(done, total);
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Progress")
    }
}

/// The setters of requests about many secrets, for the fields `dry_run` and `progress`.
macro_rules! bulk_setters {
    () => {
        /// Whether only to report what would change; `false` by default.
        pub fn dry_run(mut self, dry_run: bool) -> Self {
            self.dry_run = dry_run;
            self
        }

        /// Function to call before the first request and after each one, with how many secrets are
        /// done and of how many; none by default. It must not block.
        pub fn on_progress(
            mut self,
            progress: impl Fn(usize, usize) + Send + Sync + 'static,
        ) -> Self {
            self.progress = Some(crate::client::call::Progress::new(progress));
            self
        }
    };
}
pub(crate) use bulk_setters;
