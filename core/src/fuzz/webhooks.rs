//! Signed requests, under fuzzing.

use std::time::{Duration, UNIX_EPOCH};

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;

use super::check_error;
use crate::{SecretString, WEBHOOK_TOLERANCE, verify_webhook};

const KEY: &str = "hook-secret";

/// The first line is the header, the rest the payload.
pub(super) fn run(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let Some((header, payload)) = data.split_at_checked(end) else { return };
    let payload = payload.get(1..).unwrap_or_default();
    let header = String::from_utf8_lossy(header);
    let verify = |header: &str, key: &SecretString, time: u64| {
        let now = UNIX_EPOCH + Duration::from_millis(time);
        verify_webhook(payload, header, key, WEBHOOK_TOLERANCE, now)
    };
    if let Err(error) = verify(&header, &KEY.into(), 1_700_000_000_000) {
        check_error(&error);
    }
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()) else { return };
    mac.update(payload);
    let signature = hex::encode(mac.finalize().into_bytes());
    let signed = serde_json::from_slice::<Value>(payload).ok();
    let time = signed.and_then(|body| body.get("timestamp")?.as_u64());
    // Clocks of systems end long before the times that the header can hold.
    if let Some(time) = time.filter(|time| *time < 1 << 50) {
        let header = format!("t={time};{signature}");
        if let Err(error) = verify(&header, &KEY.into(), time) {
            // serde_json's `Value` takes the last of two fields with one name.
            assert!(occurs_twice(payload, b"\"timestamp\""), "{error}");
        }
        assert!(verify(&header, &"another".into(), time).is_err());
        assert!(verify(&format!("t={};{signature}", time + 1), &KEY.into(), time).is_err());
    }
}

fn occurs_twice(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).filter(|window| *window == part).count() > 1
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let body = r#"{"event":"test","timestamp":1700000000000}"#;
    let signature = "60688f786f45b55e55743ae64bcb50cbcbbd5771fdba81bb4e342e1259a65670";
    vec![format!("t=1700000000000;{signature}\n{body}").into_bytes()]
}
