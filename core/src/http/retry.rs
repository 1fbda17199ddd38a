//! When to retry a failed request, and after which delay.

use std::time::Duration;

use crate::{Error, ErrorKind};

const ATTEMPTS: u32 = 4;
const LONGEST_WAIT: Duration = Duration::from_secs(8);

/// Whether to retry after a failed attempt, counted from one.
///
/// A write is retried only if the server certainly did not apply it: it was rate limited, or never
/// reached. A read is retried after any transient failure.
pub(super) fn may_repeat(error: &Error, attempt: u32, repeatable: bool, never_sent: bool) -> bool {
    let not_applied = never_sent || error.kind() == ErrorKind::RateLimited;
    attempt < ATTEMPTS && error.retryable() && (repeatable || not_applied)
}

/// The delay after a failed attempt: exponential, with a random upper half so that clients do not
/// retry at the same time.
pub(super) fn backoff(first: Duration, attempt: u32) -> Duration {
    let ceiling = first.saturating_mul(1 << attempt.saturating_sub(1)).min(LONGEST_WAIT);
    // Without entropy there is no jitter, but still a retry.
    let fraction = f64::from(getrandom::u32().unwrap_or(u32::MAX)) / f64::from(u32::MAX);
    ceiling.mul_f64(0.5 + fraction / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Duration = Duration::from_millis(250);

    fn error(kind: ErrorKind) -> Error {
        Error::new(kind, "").with_retryable(true)
    }

    #[test]
    fn write_is_retried_only_if_not_applied() {
        let failed = error(ErrorKind::ServerError);
        assert!(may_repeat(&failed, 1, true, false));
        assert!(!may_repeat(&failed, 1, false, false));
        assert!(may_repeat(&error(ErrorKind::RateLimited), 1, false, false));
        assert!(may_repeat(&error(ErrorKind::ConnectionFailed), 1, false, true));
    }

    #[test]
    fn attempts_are_limited() {
        let failed = error(ErrorKind::ServerError);
        assert!(may_repeat(&failed, ATTEMPTS - 1, true, false));
        assert!(!may_repeat(&failed, ATTEMPTS, true, false));
    }

    #[test]
    fn delays_double_within_limits() {
        for (attempt, ceiling) in [(1, FIRST), (2, FIRST * 2), (3, FIRST * 4), (10, LONGEST_WAIT)] {
            let wait = backoff(FIRST, attempt);
            assert!(wait >= ceiling / 2 && wait <= ceiling, "{attempt}: {wait:?}");
        }
    }
}
