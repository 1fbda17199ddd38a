//! Webhooks. These need no client.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use infisical_e2ee::{Error, ErrorKind, Result, SecretString, WEBHOOK_TOLERANCE};

use crate::Bytes;
use crate::options::duration;

/// `verify_webhook`, with a tolerance in seconds, and the time in milliseconds since 1970: now if it
/// is `None`.
///
/// # Errors
/// Those of the client's own; [`ErrorKind::InvalidInput`] for a tolerance or time below zero.
pub fn verify_webhook(
    payload: Bytes,
    signature: String,
    secret: SecretString,
    tolerance: Option<f64>,
    now: Option<i64>,
) -> Result<()> {
    let tolerance = match tolerance {
        Some(seconds) => duration("the tolerance", seconds)?,
        None => WEBHOOK_TOLERANCE,
    };
    let now = match now.map(u64::try_from) {
        None => SystemTime::now(),
        Some(Ok(milliseconds)) => UNIX_EPOCH + Duration::from_millis(milliseconds),
        Some(Err(_)) => {
            let message = "the time is before 1970";
            return Err(Error::from_binding(ErrorKind::InvalidInput, message));
        }
    };
    infisical_e2ee::verify_webhook(payload.as_ref(), &signature, &secret, tolerance, now)
}
