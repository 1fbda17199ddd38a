//! When a failed call is made again, and after how long.

use std::time::Duration;

use crate::{Error, ErrorKind};

const ATTEMPTS: u32 = 4;
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(8);

/// The wait before the next attempt, or `None` when the error is final.
///
/// A write is repeated only when the server certainly did not do it: it was throttled, or never
/// reached. A read is repeated after any failure that may pass.
pub(super) fn wait_before_retry(
    error: &Error,
    attempt: u32,
    repeatable: bool,
    never_sent: bool,
) -> Option<Duration> {
    if attempt >= ATTEMPTS || !error.retryable() {
        return None;
    }
    let not_applied = never_sent || error.kind() == ErrorKind::RateLimited;
    if !repeatable && !not_applied {
        return None;
    }
    Some(error.retry_after().unwrap_or_else(|| backoff(attempt)))
}

/// Exponential, with the upper half drawn at random so that clients do not return in step.
fn backoff(attempt: u32) -> Duration {
    let ceiling = FIRST_WAIT.saturating_mul(1 << attempt.saturating_sub(1)).min(LONGEST_WAIT);
    // Without entropy the jitter is lost, not the retry.
    let fraction = f64::from(getrandom::u32().unwrap_or(u32::MAX)) / f64::from(u32::MAX);
    ceiling.mul_f64(0.5 + fraction / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(kind: ErrorKind) -> Error {
        Error::new(kind, "").with_retryable(true)
    }

    #[test]
    fn a_write_is_repeated_only_when_it_was_not_applied() {
        let failed = error(ErrorKind::ServerError);
        assert!(wait_before_retry(&failed, 1, true, false).is_some());
        assert!(wait_before_retry(&failed, 1, false, false).is_none());
        assert!(wait_before_retry(&error(ErrorKind::RateLimited), 1, false, false).is_some());
        assert!(wait_before_retry(&error(ErrorKind::ConnectionFailed), 1, false, true).is_some());
    }

    #[test]
    fn attempts_end_and_waits_stay_in_bounds() {
        let failed = error(ErrorKind::ServerError);
        assert!(wait_before_retry(&failed, ATTEMPTS, true, false).is_none());
        for attempt in 1..=10 {
            let wait = backoff(attempt);
            assert!(wait >= FIRST_WAIT / 2 && wait <= LONGEST_WAIT, "{attempt}: {wait:?}");
        }
    }

    #[test]
    fn the_wait_the_server_asks_for_is_kept() {
        let throttled =
            error(ErrorKind::RateLimited).with_retry_after(Some(Duration::from_secs(3)));
        assert_eq!(wait_before_retry(&throttled, 1, false, false), Some(Duration::from_secs(3)));
    }
}
