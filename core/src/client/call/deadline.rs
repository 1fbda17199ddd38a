//! Time limits of operations.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use tokio::time::Instant;

use crate::{Error, ErrorKind, Result};

/// The future that a request builder becomes when it is awaited.
pub type Operation<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

tokio::task_local! {
    /// The limit of [`within`], and the time when it is reached.
    static LIMIT: (Duration, Option<Instant>);
}

/// The operation with its own time limit for all its requests; the client's deadline still applies.
#[doc(hidden)]
pub fn within<T: Send + 'static>(limit: Duration, operation: Operation<T>) -> Operation<T> {
    Box::pin(async move {
        // A limit beyond the range of the clock is no limit.
        LIMIT.scope((limit, Instant::now().checked_add(limit)), operation).await
    })
}

/// What the requests of an operation may have changed.
#[derive(Default)]
struct Effects {
    /// The number of writes that the server may have applied.
    writes: AtomicUsize,
    /// Whether repeating the operation continues where it stopped.
    continues: AtomicBool,
}

/// The time by which an operation must end. For work of many steps, it applies to each step.
pub(crate) struct Deadline {
    step: Duration,
    until: Mutex<Instant>,
    limit: Option<(Duration, Instant)>,
    effects: Arc<Effects>,
    /// The progress of work of many steps, for the error if it stops.
    done: Mutex<Option<String>>,
}

impl Deadline {
    /// The duration of `step` from now, within the limit of [`within`].
    pub(super) fn new(step: Duration) -> Self {
        let limit = LIMIT.try_with(|(limit, end)| end.map(|end| (*limit, end))).ok().flatten();
        Self {
            step,
            until: Mutex::new(Instant::now() + step),
            limit,
            effects: Arc::default(),
            done: Mutex::default(),
        }
    }

    /// For work that continues without its caller: `until` for the first step, then `step` for
    /// each.
    pub(crate) fn detached(&self, until: Instant, step: Duration) -> Self {
        Self {
            step,
            until: Mutex::new(until),
            limit: None,
            effects: Arc::clone(&self.effects),
            done: Mutex::default(),
        }
    }

    pub(crate) fn until(&self) -> Instant {
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        self.limit.map_or(until, |(_, end)| until.min(end))
    }

    /// Restarts for the next step.
    pub(crate) fn renew(&self) {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + self.step;
    }

    /// Like [`renew`](Self::renew); `done` describes the progress.
    pub(crate) fn step_done(&self, done: String) {
        self.renew();
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
    }

    /// Call it before a write is sent.
    pub(super) fn may_have_written(&self) {
        self.effects.writes.fetch_add(1, Ordering::AcqRel);
    }

    /// Takes one [`may_have_written`](Self::may_have_written) back.
    pub(super) fn has_not_written(&self) {
        self.effects.writes.fetch_sub(1, Ordering::AcqRel);
    }

    pub(super) fn continues_when_repeated(&self) {
        self.effects.continues.store(true, Ordering::Release);
    }

    /// Whether repeating the operation may apply a change twice.
    pub(super) fn may_apply_twice(&self) -> bool {
        self.wrote() && !self.effects.continues.load(Ordering::Acquire)
    }

    fn wrote(&self) -> bool {
        self.effects.writes.load(Ordering::Acquire) > 0
    }

    /// Runs the work until it ends or the time is up.
    pub(super) async fn run<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        let mut work = pin!(work);
        loop {
            let until = self.until();
            match tokio::time::timeout_at(until, &mut work).await {
                Ok(result) => return result,
                Err(_) if self.until() > until => {}
                Err(_) => return Err(self.missed()),
            }
        }
    }

    fn missed(&self) -> Error {
        let over_all = self.limit.filter(|(_, end)| *end <= Instant::now());
        let seconds = shown(over_all.map_or(self.step, |(limit, _)| limit));
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(done) = done {
            let message = format!(
                "stopped after {done}: the time limit of {seconds} seconds was exceeded. The last \
                 change may have been applied. Repeat the call to finish"
            );
            return Error::new(ErrorKind::Timeout, message).passing(false);
        }
        let advice = if self.wrote() {
            "The change may have been applied. Read before you write again"
        } else {
            "Nothing was changed. Try again, or allow more time"
        };
        let message = format!("the operation did not finish within {seconds} seconds. {advice}");
        Error::new(ErrorKind::Timeout, message).passing(self.may_apply_twice())
    }
}

/// Seconds to one decimal place; to three below a tenth of a second.
fn shown(limit: Duration) -> String {
    let seconds = limit.as_secs_f64();
    if seconds < 0.1 { format!("{seconds:.3}") } else { format!("{seconds:.1}") }
}

/// Runs the work until it ends or the event occurs; `None` if the event was first.
pub(crate) async fn unless<T>(
    event: impl Future<Output = ()>,
    work: impl Future<Output = T>,
) -> Option<T> {
    let (mut event, mut work) = (pin!(event), pin!(work));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending => event.as_mut().poll(context).map(|()| None),
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Duration = Duration::from_secs(90);

    async fn steps(deadline: &Deadline, count: u32, each: Duration) -> Result<u32> {
        deadline
            .run(async {
                for step in 1..=count {
                    tokio::time::sleep(each).await;
                    deadline.step_done(format!("{step} of {count} changes"));
                }
                Ok(count)
            })
            .await
    }

    #[tokio::test(start_paused = true)]
    async fn deadline_applies_to_each_step() {
        let minute = Duration::from_secs(60);
        assert_eq!(steps(&Deadline::new(STEP), 300, minute).await.unwrap(), 300);
    }

    #[tokio::test(start_paused = true)]
    async fn deadline_exceeded_by_one_step_ends_work_with_its_progress() {
        let deadline = Deadline::new(STEP);
        let work = async {
            deadline.step_done("25 of 300 changes".to_owned());
            std::future::pending::<Result<()>>().await
        };
        let error = deadline.run(work).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(error.message().contains("stopped after 25 of 300 changes"), "{error}");
        assert!(error.retryable());
    }

    #[tokio::test(start_paused = true)]
    async fn within_limit_covers_all_steps() {
        let operation: Operation<u32> =
            Box::pin(async { steps(&Deadline::new(STEP), 300, Duration::from_secs(60)).await });
        let begun = Instant::now();
        let error = within(Duration::from_secs(150), operation).await.unwrap_err();
        assert_eq!(begun.elapsed(), Duration::from_secs(150));
        assert!(error.message().contains("stopped after 2 of 300 changes"), "{error}");
        assert!(error.message().contains("150.0 seconds"), "{error}");
    }

    #[tokio::test(start_paused = true)]
    async fn deadline_error_is_retryable_only_without_writes() {
        for wrote in [false, true] {
            let deadline = Deadline::new(STEP);
            if wrote {
                deadline.may_have_written();
            }
            let error = deadline.run(std::future::pending::<Result<()>>()).await.unwrap_err();
            assert_eq!(error.retryable(), !wrote);
            assert_eq!(error.message().contains("may have been applied"), wrote, "{error}");
        }
    }

    #[test]
    fn shown_short_limit_is_not_zero() {
        assert_eq!(shown(Duration::from_millis(1)), "0.001");
        assert_eq!(shown(Duration::from_millis(200)), "0.2");
        assert_eq!(shown(Duration::from_secs(90)), "90.0");
    }
}
