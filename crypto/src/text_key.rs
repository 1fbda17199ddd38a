//! Text keys: project keys, service-token keys, backup keys.

use super::entropy::random_bytes;
use super::stack::wiped;
use super::{CryptoError, Entropy, SymmetricKey};
use crate::SecretString;

/// 32 hexadecimal characters; their ASCII bytes are an AES key (protocol: key encodings).
#[derive(Clone)]
pub(super) struct TextKey {
    text: SecretString,
    key: SymmetricKey,
}

impl TextKey {
    /// 16 random bytes in lower-case hexadecimal.
    pub(super) fn generate(entropy: &mut impl Entropy) -> Result<Self, CryptoError> {
        wiped(|| Self::new(hex::encode(random_bytes::<16>(entropy)?.as_slice()).into()))
    }

    /// Parses the text unchanged; its case is part of the key.
    pub(super) fn new(text: SecretString) -> Result<Self, CryptoError> {
        let key = SymmetricKey::from_text(text.expose())?;
        Ok(Self { text, key })
    }

    pub(super) fn text(&self) -> &SecretString {
        &self.text
    }

    pub(super) fn key(&self) -> &SymmetricKey {
        &self.key
    }
}
