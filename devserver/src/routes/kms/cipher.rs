//! The ciphertexts of July 2026: IV, AES-GCM ciphertext and tag, and a mark of the version of the
//! key.

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Aes256Gcm, Nonce};
use zeroize::Zeroizing;

use crate::random;

const IV_BYTES: usize = 12;
/// The mark of the first version; this server makes no others.
const MARK: &[u8] = b"v01";

pub(super) const ALGORITHMS: [&str; 2] = ["aes-256-gcm", "aes-128-gcm"];

/// A new key; `None` for an algorithm that is not in [`ALGORITHMS`].
pub(super) fn new_key(algorithm: &str) -> Option<Zeroizing<Vec<u8>>> {
    match algorithm {
        "aes-256-gcm" => Some(Zeroizing::new(random::bytes::<32>().to_vec())),
        "aes-128-gcm" => Some(Zeroizing::new(random::bytes::<16>().to_vec())),
        _ => None,
    }
}

/// `None` if the key is not of one of the lengths.
pub(super) fn seal(key: &[u8], plaintext: &[u8]) -> Option<Vec<u8>> {
    let iv = random::bytes::<IV_BYTES>();
    let nonce = Nonce::from(*iv);
    let sealed = match key.len() {
        16 => Aes128Gcm::new_from_slice(key).ok()?.encrypt(&nonce, plaintext),
        _ => Aes256Gcm::new_from_slice(key).ok()?.encrypt(&nonce, plaintext),
    };
    Some([iv.as_slice(), &sealed.ok()?, MARK].concat())
}

/// The inverse of [`seal`]; `None` for anything else. As on a real server, the mark is not checked.
pub(super) fn open(key: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (sealed, _) = sealed.split_at_checked(sealed.len().checked_sub(MARK.len())?)?;
    let (iv, sealed) = sealed.split_first_chunk::<IV_BYTES>()?;
    let nonce = Nonce::from(*iv);
    let opened = match key.len() {
        16 => Aes128Gcm::new_from_slice(key).ok()?.decrypt(&nonce, sealed),
        _ => Aes256Gcm::new_from_slice(key).ok()?.decrypt(&nonce, sealed),
    };
    opened.ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_returns_what_was_sealed_and_nothing_else() {
        for algorithm in ALGORITHMS {
            let (key, other) = (new_key(algorithm).unwrap(), new_key(algorithm).unwrap());
            let sealed = seal(&key, b"data").unwrap();
            assert!(sealed.ends_with(b"v01") && sealed.len() == 12 + 4 + 16 + 3);
            assert_eq!(open(&key, &sealed).unwrap().as_slice(), b"data");
            assert!(open(&other, &sealed).is_none());
            let mut changed = sealed.clone();
            changed[13] ^= 1;
            assert!(open(&key, &changed).is_none());
            for length in [0, 2, 3, 14, 20] {
                assert!(open(&key, &sealed[..length]).is_none(), "{length}");
            }
        }
        assert!(new_key("RSA_4096").is_none());
    }
}
