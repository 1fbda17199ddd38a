//! Known answers, generated with the packages that Infisical's own clients use. Every case of every
//! file in `tests/vectors` runs. A case of an unknown form fails.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test program")]

mod properties;
mod published;
mod srp;
mod symmetric;
mod tokens;
mod user_keys;
mod wycheproof;

use std::path::Path;

use infisical_e2ee_crypto::{CryptoError, Entropy};
use serde_json::Value;

/// The number of cases in all files. Missing cases fail the test.
const CASES: usize = 153;

type Check = fn(&Case) -> Result<(), CryptoError>;

/// Each file, and the function that checks one of its cases.
const FILES: &[(&str, Check)] = &[
    ("aes-gcm-iv12.json", symmetric::check),
    ("aes-gcm-iv16.json", symmetric::check),
    ("backup-key.json", user_keys::check_backup_key),
    ("blind-index.json", tokens::check_blind_index),
    ("nacl-box.json", user_keys::check_box),
    ("private-key-v1.json", user_keys::check_version_1),
    ("private-key-v2.json", user_keys::check_version_2),
    ("service-token.json", tokens::check_service_token),
    ("srp.json", srp::check),
];

/// One case: its input, and the expected output or error.
struct Case {
    name: String,
    input: Value,
    expected: Value,
}

impl Case {
    fn text(&self, field: &str) -> &str {
        text(&self.input, field)
    }

    fn expected(&self, field: &str) -> &str {
        text(&self.expected, field)
    }

    fn has(&self, field: &str) -> bool {
        self.input.get(field).is_some()
    }
}

fn text<'a>(object: &'a Value, field: &str) -> &'a str {
    object.get(field).and_then(Value::as_str).unwrap_or_else(|| panic!("no text field {field}"))
}

/// Returns the bytes that a vector specifies, and fails the test if other bytes are requested.
struct Fixed(Vec<u8>);

impl Fixed {
    fn new(parts: &[&[u8]]) -> Self {
        Self(parts.concat())
    }

    fn base64(parts: &[&str]) -> Self {
        Self(parts.iter().flat_map(|part| base64(part)).collect())
    }
}

impl Entropy for Fixed {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), CryptoError> {
        let rest = self.0.split_off(buffer.len());
        buffer.copy_from_slice(&std::mem::replace(&mut self.0, rest));
        Ok(())
    }
}

fn base64(text: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}

fn encode(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[test]
fn vectors_every_case_matches() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut present: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    present.sort();
    assert_eq!(present, FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>());

    let mut ran = 0;
    for (file, check) in FILES {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        for raw in document["cases"].as_array().unwrap() {
            run(file, raw, *check);
            ran += 1;
        }
    }
    assert_eq!(ran, CASES);
}

fn run(file: &str, raw: &Value, check: Check) {
    let case = Case {
        name: text(raw, "name").to_owned(),
        input: raw["input"].clone(),
        expected: raw["expected"].clone(),
    };
    let label = format!("{file}: {}", case.name);
    match (check(&case), raw.get("error").map(|error| error.as_str().unwrap())) {
        (Ok(()), None) => {}
        (Err(error), Some(reason)) => {
            assert_eq!(error, expected_error(&case.name, reason), "{label}");
        }
        (result, reason) => panic!("{label}: {result:?}, but the file says {reason:?}"),
    }
}

/// The error for a symbolic reason. The vectors call every refusal of a reader `DECRYPTION_FAILED`;
/// a field that is malformed, rather than wrong, has a name of its own here.
fn expected_error(case: &str, reason: &str) -> CryptoError {
    let detail = case.split('/').next_back().unwrap();
    match (reason, detail) {
        ("DECRYPTION_FAILED", "iv-empty" | "iv-not-base64") => CryptoError::InvalidIv,
        ("DECRYPTION_FAILED", "tag-empty" | "tag-truncated-12" | "tag-not-base64") => {
            CryptoError::InvalidTag
        }
        ("DECRYPTION_FAILED", "ciphertext-not-base64") => CryptoError::InvalidBase64,
        ("DECRYPTION_FAILED", "nonce-wrong-length") => CryptoError::InvalidNonce,
        (
            "DECRYPTION_FAILED",
            "public-key-wrong-length"
            | "private-key-wrong-length"
            | "key-hex-decoded-16-bytes-given-as-text",
        ) => CryptoError::InvalidKey,
        ("DECRYPTION_FAILED", _) => CryptoError::AuthenticationFailed,
        ("INVALID_KEY_LENGTH", _) => CryptoError::UnusablePassword,
        ("INVALID_TOKEN", "parse-without-key-part") => {
            CryptoError::InvalidToken(infisical_e2ee_crypto::TokenDefect::MissingKey)
        }
        ("INVALID_A" | "INVALID_B", _) => CryptoError::InvalidSrpValue,
        ("PROOF_REJECTED", _) => CryptoError::AuthenticationFailed,
        _ => panic!("unknown reason {reason} in {case}"),
    }
}
