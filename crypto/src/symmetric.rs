//! AES-256-GCM, which encrypts every stored field (protocol: symmetric encryption).

use std::fmt;

use aes_gcm::aead::AeadInOut as _;
use aes_gcm::aead::array::ArraySize;
use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aes::Aes256;
use aes_gcm::{AesGcm, KeyInit as _, Nonce, Tag};
use zeroize::{Zeroize as _, Zeroizing};

use super::encoding::{
    KeyBytes, decode_base64, decode_base64_array, decode_hex_array, encode_base64, key_bytes,
};
use super::entropy::random_bytes;
use super::stack::wiped;
use super::{CryptoError, Entropy};
use crate::SecretString;

/// A ciphertext in its wire form: three base64 strings. The empty plaintext has the empty
/// ciphertext; its tag still has 16 bytes (protocol: symmetric encryption).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encrypted {
    /// As long as the plaintext.
    pub ciphertext: String,
    /// 16 bytes; when reading, also 12.
    pub iv: String,
    /// 16 bytes.
    pub tag: String,
}

/// A 256-bit AES-GCM key, wiped on drop (protocol: symmetric encryption).
///
/// ```
/// use infisical_e2ee_crypto::{SymmetricKey, SystemEntropy};
///
/// let key = SymmetricKey::from_text("0f1e2d3c4b5a69788796a5b4c3d2e1f0")?;
/// let sealed = key.encrypt(b"hello", &mut SystemEntropy)?;
/// let opened = key.decrypt_text(&sealed.ciphertext, &sealed.iv, &sealed.tag)?;
/// assert_eq!(opened.expose(), "hello");
/// # Ok::<_, infisical_e2ee_crypto::CryptoError>(())
/// ```
#[derive(Clone)]
pub struct SymmetricKey(KeyBytes);

impl SymmetricKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn generate(entropy: &mut impl Entropy) -> Result<Self, CryptoError> {
        wiped(|| Ok(Self(key_bytes(&*random_bytes(entropy)?))))
    }

    /// Converts `bytes` to a key.
    #[must_use]
    pub fn from_bytes(mut bytes: [u8; 32]) -> Self {
        let key = Self(key_bytes(&bytes));
        bytes.zeroize();
        key
    }

    /// Parses a text key: 32 hexadecimal characters, whose ASCII bytes are the key. They are not
    /// decoded, so upper case is a different key (protocol: key encodings).
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is 32 hexadecimal characters.
    pub fn from_text(text: &str) -> Result<Self, CryptoError> {
        let bytes: &[u8; 32] = text.as_bytes().try_into().map_err(|_| CryptoError::InvalidKey)?;
        if !bytes.iter().all(u8::is_ascii_hexdigit) {
            return Err(CryptoError::InvalidKey);
        }
        wiped(|| Ok(Self(key_bytes(bytes))))
    }

    /// Parses a key from base64 (protocol: key encodings).
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is base64 of 32 bytes.
    pub fn from_base64(text: &str) -> Result<Self, CryptoError> {
        wiped(|| Ok(Self(key_bytes(&*decode_base64_array(text, CryptoError::InvalidKey)?))))
    }

    /// Parses a key from hexadecimal, which is decoded.
    pub(super) fn from_hex(text: &[u8]) -> Result<Self, CryptoError> {
        wiped(|| Ok(Self(key_bytes(&*decode_hex_array(text, CryptoError::InvalidKey)?))))
    }

    /// The bytes of the key. Keep the borrow short.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Encrypts under a fresh 16-byte IV.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn encrypt(
        &self,
        plaintext: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Encrypted, CryptoError> {
        self.encrypt_with_iv(plaintext, random_bytes::<16>(entropy)?.as_slice())
    }

    /// Encrypts under the IV given. Two plaintexts with the same key and IV reveal each other: use
    /// [`encrypt`](Self::encrypt) unless the IV is given.
    ///
    /// # Errors
    /// [`CryptoError::InvalidIv`] unless `iv` has 12 or 16 bytes.
    pub fn encrypt_with_iv(&self, plaintext: &[u8], iv: &[u8]) -> Result<Encrypted, CryptoError> {
        let mut buffer = Zeroizing::new(plaintext.to_vec());
        let tag = if let Ok(iv) = Nonce::<U16>::try_from(iv) {
            self.encrypt_in_place(&iv, &mut buffer)?
        } else {
            let iv = Nonce::<U12>::try_from(iv).map_err(|_| CryptoError::InvalidIv)?;
            self.encrypt_in_place(&iv, &mut buffer)?
        };
        Ok(Encrypted {
            ciphertext: encode_base64(&buffer),
            iv: encode_base64(iv),
            tag: encode_base64(&tag),
        })
    }

    /// Decrypts the three base64 strings of a field, after verifying the tag.
    ///
    /// # Errors
    /// [`CryptoError::AuthenticationFailed`] if the tag does not match;
    /// [`CryptoError::InvalidBase64`], [`CryptoError::InvalidIv`] or [`CryptoError::InvalidTag`]
    /// for the malformed part.
    pub fn decrypt(
        &self,
        ciphertext: &str,
        iv: &str,
        tag: &str,
    ) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
        let iv = decode_base64(iv).map_err(|_| CryptoError::InvalidIv)?;
        let tag = Tag::from(*decode_base64_array::<16>(tag, CryptoError::InvalidTag)?);
        let mut buffer = decode_base64(ciphertext)?;
        if let Ok(iv) = Nonce::<U16>::try_from(iv.as_slice()) {
            self.decrypt_in_place(&iv, &mut buffer, &tag)?;
        } else {
            let iv = Nonce::<U12>::try_from(iv.as_slice()).map_err(|_| CryptoError::InvalidIv)?;
            self.decrypt_in_place(&iv, &mut buffer, &tag)?;
        }
        Ok(buffer)
    }

    /// Like [`decrypt`](Self::decrypt), for text.
    ///
    /// # Errors
    /// Those of [`decrypt`](Self::decrypt), and [`CryptoError::InvalidUtf8`].
    pub fn decrypt_text(
        &self,
        ciphertext: &str,
        iv: &str,
        tag: &str,
    ) -> Result<SecretString, CryptoError> {
        let mut plaintext = self.decrypt(ciphertext, iv, tag)?;
        match String::from_utf8(std::mem::take(&mut *plaintext)) {
            Ok(text) => Ok(text.into()),
            Err(error) => {
                error.into_bytes().zeroize();
                Err(CryptoError::InvalidUtf8)
            }
        }
    }

    /// Like [`decrypt_text`](Self::decrypt_text), for an optional field, such as a comment: if all
    /// three strings are empty, so is the text. An empty ciphertext with an IV and tag is verified
    /// like any other, so that a truncated one is not read as empty.
    ///
    /// # Errors
    /// Those of [`decrypt_text`](Self::decrypt_text).
    pub fn decrypt_optional_text(
        &self,
        ciphertext: &str,
        iv: &str,
        tag: &str,
    ) -> Result<SecretString, CryptoError> {
        if ciphertext.is_empty() && iv.is_empty() && tag.is_empty() {
            return Ok(SecretString::default());
        }
        self.decrypt_text(ciphertext, iv, tag)
    }

    fn encrypt_in_place<N: ArraySize>(
        &self,
        iv: &Nonce<N>,
        buffer: &mut [u8],
    ) -> Result<Tag, CryptoError> {
        // The cipher holds the expanded key, which begins with the key itself.
        wiped(|| self.cipher::<N>().encrypt_inout_detached(iv, b"", buffer.into()))
            .map_err(|_| CryptoError::AuthenticationFailed)
    }

    fn decrypt_in_place<N: ArraySize>(
        &self,
        iv: &Nonce<N>,
        buffer: &mut [u8],
        tag: &Tag,
    ) -> Result<(), CryptoError> {
        wiped(|| self.cipher::<N>().decrypt_inout_detached(iv, b"", buffer.into(), tag))
            .map_err(|_| CryptoError::AuthenticationFailed)
    }

    fn cipher<N: ArraySize>(&self) -> AesGcm<Aes256, N> {
        AesGcm::new(self.as_bytes().into())
    }
}

impl fmt::Debug for SymmetricKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SymmetricKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    fn key() -> SymmetricKey {
        SymmetricKey::generate(&mut SystemEntropy).unwrap()
    }

    #[test]
    fn encrypt_uses_a_new_16_byte_iv() {
        let key = key();
        let first = key.encrypt(b"same", &mut SystemEntropy).unwrap();
        let second = key.encrypt(b"same", &mut SystemEntropy).unwrap();
        assert_eq!(decode_base64(&first.iv).unwrap().len(), 16);
        assert_ne!(first.iv, second.iv);
        assert_ne!(first.ciphertext, second.ciphertext);
    }

    #[test]
    fn iv_of_length_other_than_12_or_16_is_refused() {
        let key = key();
        for length in 0..=32 {
            let iv = vec![7; length];
            let encrypted = key.encrypt_with_iv(b"x", &iv);
            let decrypted = key.decrypt("AA==", &encode_base64(&iv), &encode_base64(&[0; 16]));
            if length == 12 || length == 16 {
                assert!(encrypted.is_ok());
                assert_eq!(decrypted, Err(CryptoError::AuthenticationFailed));
            } else {
                assert_eq!(encrypted, Err(CryptoError::InvalidIv));
                assert_eq!(decrypted, Err(CryptoError::InvalidIv));
            }
        }
    }

    #[test]
    fn symmetric_key_from_text_refuses_other_than_32_hexadecimal_characters() {
        for text in ["", "0", &"0".repeat(31), &"0".repeat(33), &"g".repeat(32), &"é".repeat(16)] {
            let error = SymmetricKey::from_text(text).unwrap_err();
            assert_eq!(error, CryptoError::InvalidKey, "{text:?}");
        }
        assert_eq!(
            SymmetricKey::from_text(&"aB".repeat(16)).unwrap().as_bytes(),
            b"aBaBaBaBaBaBaBaBaBaBaBaBaBaBaBaB"
        );
    }

    #[test]
    fn decrypt_text_of_invalid_utf8_is_refused() {
        let key = key();
        let sealed = key.encrypt(&[0xff, 0xfe], &mut SystemEntropy).unwrap();
        let opened = key.decrypt_text(&sealed.ciphertext, &sealed.iv, &sealed.tag);
        assert_eq!(opened, Err(CryptoError::InvalidUtf8));
    }

    #[test]
    fn decrypt_optional_text_absent_is_empty_and_partial_is_refused() {
        let key = key();
        let sealed = key.encrypt(b"comment", &mut SystemEntropy).unwrap();
        let empty = key.encrypt(b"", &mut SystemEntropy).unwrap();
        let read = |c: &str, i: &str, t: &str| key.decrypt_optional_text(c, i, t);

        assert_eq!(read("", "", ""), Ok("".into()));
        assert_eq!(read(&empty.ciphertext, &empty.iv, &empty.tag), Ok("".into()));
        assert_eq!(read("", &sealed.iv, &sealed.tag), Err(CryptoError::AuthenticationFailed));
        assert_eq!(read("", "", &sealed.tag), Err(CryptoError::InvalidIv));
        assert_eq!(read("", &sealed.iv, ""), Err(CryptoError::InvalidTag));
        assert_eq!(read(&sealed.ciphertext, "", ""), Err(CryptoError::InvalidTag));
    }
}
