//! Passwords of accounts, which servers of July 2026 get in plaintext and store as hashes.

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::random;

const SALT_BYTES: usize = 16;

/// A salted hash of `password` as text. Its cost is that of a local server: one pass over 1 MiB.
pub(crate) fn hash(password: &str) -> Option<String> {
    let salt = random::bytes::<SALT_BYTES>();
    let hash = computed(password, salt.as_slice())?;
    Some(format!("{}${}", hex::encode(salt.as_slice()), hex::encode(hash.as_slice())))
}

/// Whether `password` has the hash `stored`.
pub(crate) fn matches(password: &str, stored: &str) -> bool {
    let Some((salt, hash)) = stored.split_once('$') else { return false };
    let (Ok(salt), Ok(hash)) = (hex::decode(salt), hex::decode(hash)) else { return false };
    computed(password, &salt).is_some_and(|computed| computed.as_slice().ct_eq(&hash).into())
}

fn computed(password: &str, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(1024, 1, 1, Some(32)).ok()?;
    let mut hash = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, hash.as_mut_slice())
        .ok()?;
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::{hash, matches};

    #[test]
    fn matches_only_the_password_that_was_hashed() {
        let stored = hash("correct").unwrap();
        assert!(matches("correct", &stored));
        assert!(!matches("wrong", &stored));
        assert!(!matches("correct", &hash("wrong").unwrap()));
        assert!(!stored.contains("correct"));
    }
}
