//! X25519 key pairs and NaCl `crypto_box` (protocol: key pairs and asymmetric encryption).

use std::fmt;

use crypto_secretbox::{AeadInPlace as _, KeyInit as _, XSalsa20Poly1305};
use curve25519_dalek::MontgomeryPoint;
use curve25519_dalek::traits::IsIdentity as _;
use salsa20::cipher::consts::U10;
use salsa20::hsalsa;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::encoding::{KeyBytes, decode_base64, decode_base64_array, encode_base64, key_bytes};
use super::entropy::random_bytes;
use super::stack::wiped;
use super::{CryptoError, Entropy, Fingerprint};
use crate::SecretString;

const AUTHENTICATOR_BYTES: usize = 16;

/// An X25519 public key.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Converts `bytes` to a public key.
    ///
    /// # Errors
    /// [`CryptoError::LowOrderKey`] if the point is of low order: everyone could decrypt what is
    /// sealed to such a key.
    pub fn from_bytes(bytes: [u8; 32]) -> Result<Self, CryptoError> {
        // A clamped scalar is a multiple of 8 and maps exactly the low-order points to zero.
        multiply(&bytes, &[0; 32])?;
        Ok(Self(bytes))
    }

    /// Parses a public key from base64.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is base64 of 32 bytes; those of
    /// [`from_bytes`](Self::from_bytes).
    pub fn from_base64(text: &str) -> Result<Self, CryptoError> {
        Self::from_bytes(*decode_base64_array(text, CryptoError::InvalidKey)?)
    }

    /// The key as base64, 44 characters.
    #[must_use]
    pub fn to_base64(&self) -> String {
        encode_base64(&self.0)
    }

    /// The bytes of the key.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The fingerprint of the key, for people to compare and programs to pin.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.to_base64())
    }
}

/// An X25519 private key, wiped on drop.
#[derive(Clone)]
pub struct PrivateKey(KeyBytes);

impl PrivateKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn generate(entropy: &mut impl Entropy) -> Result<Self, CryptoError> {
        wiped(|| Ok(Self(key_bytes(&*random_bytes(entropy)?))))
    }

    /// Parses a private key from base64.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] unless `text` is base64 of 32 bytes.
    pub fn from_base64(text: &str) -> Result<Self, CryptoError> {
        wiped(|| Ok(Self(key_bytes(&*decode_base64_array(text, CryptoError::InvalidKey)?))))
    }

    /// The key as base64, 44 characters.
    #[must_use]
    pub fn to_base64(&self) -> SecretString {
        wiped(|| encode_base64(self.0.as_slice()).into())
    }

    /// The public key of the pair.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        wiped(|| PublicKey(MontgomeryPoint::mul_base_clamped(**self.0).to_bytes()))
    }

    /// Checks, in constant time, that `public_key` is the public key of this private key.
    ///
    /// # Errors
    /// [`CryptoError::KeyMismatch`] if it is not.
    pub fn check_matches(&self, public_key: &PublicKey) -> Result<(), CryptoError> {
        if self.public_key().0.ct_eq(&public_key.0).into() {
            Ok(())
        } else {
            Err(CryptoError::KeyMismatch)
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The box that both owners of the keys can make: `crypto_box_beforenm` of NaCl.
    fn shared_box(&self, peer: &PublicKey) -> Result<XSalsa20Poly1305, CryptoError> {
        let point = multiply(&peer.0, &self.0)?;
        let key = Zeroizing::new(hsalsa::<U10>((&point.0).into(), &[0; 16].into()));
        Ok(XSalsa20Poly1305::new(&key))
    }
}

/// X25519, in constant time. The clamped scalar is not reduced modulo the order of the base point:
/// for a point outside its subgroup, a reduced one gives another product than NaCl's.
fn multiply(
    point: &[u8; 32],
    scalar: &[u8; 32],
) -> Result<Zeroizing<MontgomeryPoint>, CryptoError> {
    let product = Zeroizing::new(MontgomeryPoint(*point).mul_clamped(*scalar));
    if product.is_identity() {
        return Err(CryptoError::LowOrderKey);
    }
    Ok(product)
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey([redacted])")
    }
}

/// The result of [`seal`] in its wire format: two base64 strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The 16-byte authenticator, then the encrypted bytes.
    pub ciphertext: String,
    /// 24 bytes.
    pub nonce: String,
}

/// Encrypts `plaintext` for `recipient`, authenticated by `sender`, under a fresh nonce.
///
/// # Errors
/// [`CryptoError::EntropyUnavailable`]; [`CryptoError::LowOrderKey`] if the shared secret is zero.
pub fn seal(
    plaintext: &[u8],
    recipient: &PublicKey,
    sender: &PrivateKey,
    entropy: &mut impl Entropy,
) -> Result<Sealed, CryptoError> {
    seal_with_nonce(plaintext, &*random_bytes(entropy)?, recipient, sender)
}

/// Like [`seal`], under the nonce given. Two plaintexts with the same keys and nonce reveal each
/// other: use [`seal`] unless the nonce is given.
///
/// # Errors
/// [`CryptoError::AuthenticationFailed`] if the plaintext is too long to encrypt;
/// [`CryptoError::LowOrderKey`] if the shared secret is zero.
pub fn seal_with_nonce(
    plaintext: &[u8],
    nonce: &[u8; 24],
    recipient: &PublicKey,
    sender: &PrivateKey,
) -> Result<Sealed, CryptoError> {
    // With its final capacity from the start, the buffer never moves and leaves no plaintext.
    let mut buffer = Zeroizing::new(Vec::with_capacity(plaintext.len() + AUTHENTICATOR_BYTES));
    buffer.extend_from_slice(plaintext);
    wiped(|| {
        sender
            .shared_box(recipient)?
            .encrypt_in_place(nonce.into(), b"", &mut *buffer)
            .map_err(|_| CryptoError::AuthenticationFailed)
    })?;
    Ok(Sealed { ciphertext: encode_base64(&buffer), nonce: encode_base64(nonce) })
}

/// Decrypts what `sender` sealed to `own`, after verifying the authenticator.
///
/// # Errors
/// [`CryptoError::AuthenticationFailed`] if it was changed, or `sender` or `own` is not the key
/// it was sealed with; [`CryptoError::InvalidBase64`] or [`CryptoError::InvalidNonce`] for the
/// part that is malformed; [`CryptoError::LowOrderKey`] if the shared secret is zero.
pub fn open(
    sealed: &Sealed,
    sender: &PublicKey,
    own: &PrivateKey,
) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
    let nonce = decode_base64_array::<24>(&sealed.nonce, CryptoError::InvalidNonce)?;
    let mut buffer = decode_base64(&sealed.ciphertext)?;
    wiped(|| {
        own.shared_box(sender)?
            .decrypt_in_place((&*nonce).into(), b"", &mut *buffer)
            .map_err(|_| CryptoError::AuthenticationFailed)
    })?;
    Ok(buffer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn check_matches_refuses_the_public_key_of_another() {
        let alice = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let bob = PrivateKey::generate(&mut SystemEntropy).unwrap();
        assert_eq!(alice.check_matches(&alice.public_key()), Ok(()));
        assert_eq!(alice.check_matches(&bob.public_key()), Err(CryptoError::KeyMismatch));
    }

    #[test]
    fn public_key_of_low_order_is_refused_also_by_seal_and_open() {
        let mut one = [0; 32];
        one[0] = 1;
        // p - 1, p and p + 1, little-endian, for p = 2^255 - 19; and 0 with the ignored top bit.
        let near_p = |lowest| {
            let mut bytes = [0xff; 32];
            bytes[0] = lowest;
            bytes[31] = 0x7f;
            bytes
        };
        let mut zero_with_top_bit = [0; 32];
        zero_with_top_bit[31] = 0x80;
        // One of the two points of order 8.
        let order_8 = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800";
        let order_8 = hex::decode(order_8).unwrap().try_into().unwrap();
        let low =
            [[0; 32], one, near_p(0xec), near_p(0xed), near_p(0xee), zero_with_top_bit, order_8];
        let own = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let sealed = seal(b"key", &own.public_key(), &own, &mut SystemEntropy).unwrap();
        for bytes in low {
            let refused = CryptoError::LowOrderKey;
            assert_eq!(PublicKey::from_bytes(bytes), Err(refused), "{bytes:02x?}");
            // Such a key cannot be made; a zero secret is refused even so.
            let unchecked = PublicKey(bytes);
            assert_eq!(seal(b"key", &unchecked, &own, &mut SystemEntropy), Err(refused));
            assert_eq!(open(&sealed, &unchecked, &own), Err(refused));
        }
        let mut base_point = [0; 32];
        base_point[0] = 9;
        assert!(PublicKey::from_bytes(base_point).is_ok());
    }
}
