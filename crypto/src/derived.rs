//! Keys that are derived from other keys, and digests under a key: HMAC-SHA256.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::stack::wiped;
use super::{PrivateKey, SymmetricKey};

impl PrivateKey {
    /// A key for one purpose of this library, which the protocol does not use. It reveals nothing of
    /// the private key, nor of the keys for other purposes.
    #[must_use]
    pub fn derived(&self, purpose: &str) -> SymmetricKey {
        derived(self.as_bytes(), purpose)
    }
}

impl SymmetricKey {
    /// A key for one purpose of this library. It reveals nothing of this key, nor of the keys for
    /// other purposes.
    #[must_use]
    pub fn derived(&self, purpose: &str) -> SymmetricKey {
        derived(self.as_bytes(), purpose)
    }

    /// A keyed digest of the parts. Without the key, it cannot be computed or used to test guesses.
    #[must_use]
    pub fn digest(&self, parts: &[&[u8]]) -> [u8; 32] {
        wiped(|| hmac(self.as_bytes(), parts))
    }
}

fn derived(key: &[u8; 32], purpose: &str) -> SymmetricKey {
    wiped(|| SymmetricKey::from_bytes(*Zeroizing::new(hmac(key, &[purpose.as_bytes()]))))
}

/// HMAC-SHA256 of the parts, each after its length, so that two lists of parts never have one input.
fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC pads a key with zeros to the length of a block.
    let mut block = Zeroizing::new([0; 64]);
    block.iter_mut().zip(key).for_each(|(padded, byte)| *padded = *byte);
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> SymmetricKey {
        SymmetricKey::from_bytes([byte; 32])
    }

    /// Computed with Python's hmac: the input is the length of each part as 8 bytes, big-endian,
    /// before it.
    #[test]
    fn digest_of_known_parts_matches_hmac_sha256() {
        assert_eq!(hex::encode(key(7).digest(&[b"ab", b"c"])), DIGEST);
        assert_eq!(hex::encode(key(7).derived("ab").as_bytes()), DERIVED);
    }

    const DIGEST: &str = "6073d5bcf26efd7ddc06c90652db47666a35e5fce22c4a3632375cb436a2611d";
    const DERIVED: &str = "8c0be0ba6e96fa9ec6584e7b73d57d83c5e285aa221819d7dd5da916c72247be";

    #[test]
    fn digest_of_other_parts_or_key_differs() {
        let digest = key(1).digest(&[b"ab", b"c"]);
        assert_ne!(digest, key(1).digest(&[b"a", b"bc"]));
        assert_ne!(digest, key(1).digest(&[b"ab", b"c", b""]));
        assert_ne!(digest, key(2).digest(&[b"ab", b"c"]));
    }
}
