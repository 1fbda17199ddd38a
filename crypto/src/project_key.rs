//! The key of a project's secrets, and its copies (protocol: project key).

use std::fmt;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::stack::wiped;
use super::text_key::TextKey;
use super::{
    CryptoError, Encrypted, Entropy, PrivateKey, PublicKey, Sealed, SymmetricKey, open, seal,
};
use crate::SecretString;

/// Separates this use of a private key from every other one.
const SUCCESSOR: &str = "infisical-e2ee next project key";

/// The key that encrypts every secret of a project: 32 hexadecimal characters used as text, wiped
/// on drop (protocol: project key).
#[derive(Clone)]
pub struct ProjectKey(TextKey);

impl ProjectKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn generate(entropy: &mut impl Entropy) -> Result<Self, CryptoError> {
        TextKey::generate(entropy).map(Self)
    }

    /// Parses `text` as a key, with its case as given: upper case is another key.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is 32 hexadecimal characters.
    pub fn from_text(text: &str) -> Result<Self, CryptoError> {
        TextKey::new(text.into()).map(Self)
    }

    /// The text of the key.
    #[must_use]
    pub fn text(&self) -> &SecretString {
        self.0.text()
    }

    /// The key to encrypt and decrypt secrets with.
    #[must_use]
    pub fn symmetric_key(&self) -> &SymmetricKey {
        self.0.key()
    }

    /// Whether the other key is the same, compared in constant time.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let (own, other) = (self.text().expose().as_bytes(), other.text().expose().as_bytes());
        own.ct_eq(other).into()
    }

    /// The key that replaces this one when a user rotates the key of a project: 16 bytes of
    /// HMAC-SHA256, under a key derived from the user's private key, of the project's id and this
    /// key. It cannot be computed without the private key; its owner computes the same key again,
    /// so that an interrupted rotation can continue without stored state.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`]; it does not occur, because the result has the form of a key.
    pub fn successor(&self, project_id: &str, user: &PrivateKey) -> Result<Self, CryptoError> {
        wiped(|| {
            let parts = [project_id.as_bytes(), self.text().expose().as_bytes()];
            let digest = Zeroizing::new(user.derived(SUCCESSOR).digest(&parts));
            let (first, _) = digest.split_at(16);
            TextKey::new(hex::encode(first).into()).map(Self)
        })
    }

    /// A member's copy of the key, sealed to `recipient` by `sender`.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn seal_for(
        &self,
        recipient: &PublicKey,
        sender: &PrivateKey,
        entropy: &mut impl Entropy,
    ) -> Result<Sealed, CryptoError> {
        seal(self.text().expose().as_bytes(), recipient, sender, entropy)
    }

    /// Decrypts a member's copy. `sender` is the user in its record, who may be another member.
    ///
    /// # Errors
    /// Those of [`open`], and [`CryptoError::InvalidKey`] if the decrypted text is not a project
    /// key.
    pub fn open(
        ciphertext: &str,
        nonce: &str,
        sender: &PublicKey,
        own: &PrivateKey,
    ) -> Result<Self, CryptoError> {
        let sealed = Sealed { ciphertext: ciphertext.to_owned(), nonce: nonce.to_owned() };
        Self::from_plaintext(&open(&sealed, sender, own)?)
    }

    /// A service token's copy of the key, encrypted under the token's key (protocol: service
    /// token).
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn wrap(
        &self,
        token_key: &SymmetricKey,
        entropy: &mut impl Entropy,
    ) -> Result<Encrypted, CryptoError> {
        token_key.encrypt(self.text().expose().as_bytes(), entropy)
    }

    /// Decrypts a service token's copy of the key.
    ///
    /// # Errors
    /// Those of [`SymmetricKey::decrypt`], and [`CryptoError::InvalidKey`] if the decrypted text is
    /// not a project key.
    pub fn unwrap(
        ciphertext: &str,
        iv: &str,
        tag: &str,
        token_key: &SymmetricKey,
    ) -> Result<Self, CryptoError> {
        Self::from_plaintext(&token_key.decrypt(ciphertext, iv, tag)?)
    }

    fn from_plaintext(plaintext: &Zeroizing<Vec<u8>>) -> Result<Self, CryptoError> {
        Self::from_text(std::str::from_utf8(plaintext).map_err(|_| CryptoError::InvalidKey)?)
    }
}

impl fmt::Debug for ProjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProjectKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn generated_project_key_is_lower_case_hexadecimal() {
        let key = ProjectKey::generate(&mut SystemEntropy).unwrap();
        let text = key.text().expose();
        assert_eq!(text.len(), 32);
        assert!(text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        assert_eq!(key.symmetric_key().as_bytes(), text.as_bytes());
    }

    /// Computed with Python's `hmac` and `hashlib`.
    #[test]
    fn successor_is_the_code_of_id_and_key() {
        let user = PrivateKey::from_base64("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=").unwrap();
        let key = ProjectKey::from_text("0123456789abcdef0123456789abcdef").unwrap();
        let next = key.successor("78c26a30-bfb1-489f-b0fb-ccda0c2b4f31", &user).unwrap();
        assert_eq!(next.text().expose(), "20051c323de3c07c2598b58e31c25c7e");
    }

    #[test]
    fn successor_depends_on_user_project_and_key() {
        let [ada, bob] = [(); 2].map(|()| PrivateKey::generate(&mut SystemEntropy).unwrap());
        let [one, other] = [(); 2].map(|()| ProjectKey::generate(&mut SystemEntropy).unwrap());
        let next = one.successor("p1", &ada).unwrap();
        assert!(next.is_same(&one.successor("p1", &ada).unwrap()));
        assert!(!next.is_same(&one));
        for differs in [
            one.successor("p2", &ada),
            one.successor("p1", &bob),
            other.successor("p1", &ada),
            next.successor("p1", &ada),
        ] {
            assert!(!next.is_same(&differs.unwrap()));
        }
    }

    #[test]
    fn open_and_unwrap_project_key_of_other_content_is_invalid_key() {
        let alice = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let token_key = SymmetricKey::generate(&mut SystemEntropy).unwrap();
        for content in [b"".as_slice(), b"short", &[0xff; 32], &[b'g'; 32]] {
            let sealed = seal(content, &alice.public_key(), &alice, &mut SystemEntropy).unwrap();
            let opened =
                ProjectKey::open(&sealed.ciphertext, &sealed.nonce, &alice.public_key(), &alice);
            assert_eq!(opened.unwrap_err(), CryptoError::InvalidKey);

            let wrapped = token_key.encrypt(content, &mut SystemEntropy).unwrap();
            let opened =
                ProjectKey::unwrap(&wrapped.ciphertext, &wrapped.iv, &wrapped.tag, &token_key);
            assert_eq!(opened.unwrap_err(), CryptoError::InvalidKey);
        }
    }
}
