//! The backup key of the emergency kit (protocol: backup key).

use std::fmt;

use super::private_key::{decrypt_private_key, encrypt_private_key};
use super::text_key::TextKey;
use super::{CryptoError, Encrypted, Entropy, PrivateKey};
use crate::SecretString;

/// The key a user keeps on paper to recover the account: 32 hexadecimal characters used as text,
/// wiped on drop (protocol: backup key).
#[derive(Clone)]
pub struct BackupKey(TextKey);

impl BackupKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn generate(entropy: &mut impl Entropy) -> Result<Self, CryptoError> {
        TextKey::generate(entropy).map(Self)
    }

    /// Parses `text` as a key, with its case as given.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is 32 hexadecimal characters.
    pub fn from_text(text: &str) -> Result<Self, CryptoError> {
        TextKey::new(text.into()).map(Self)
    }

    /// The text to show to the user, once.
    #[must_use]
    pub fn text(&self) -> &SecretString {
        self.0.text()
    }

    /// Encrypts the private key for the backup record.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn protect(
        &self,
        private_key: &PrivateKey,
        entropy: &mut impl Entropy,
    ) -> Result<Encrypted, CryptoError> {
        encrypt_private_key(private_key, self.0.key(), entropy)
    }

    /// Recovers the private key from the backup record.
    ///
    /// # Errors
    /// Those of [`SymmetricKey::decrypt`](super::SymmetricKey::decrypt), and
    /// [`CryptoError::InvalidKey`] if the decrypted text is not a private key.
    pub fn unlock(&self, ciphertext: &str, iv: &str, tag: &str) -> Result<PrivateKey, CryptoError> {
        decrypt_private_key(ciphertext, iv, tag, self.0.key())
    }
}

impl fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupKey([redacted])")
    }
}
