//! The blind index, by which a server finds a secret without storing its name.

use zeroize::Zeroizing;

use super::encoding::{decode_base64_array, encode_base64};
use super::kdf::argon2id;
use super::{CryptoError, Encrypted, Entropy, SymmetricKey};

/// The blind index of a secret's name: base64 of 32 bytes. Only a server computes it, since the
/// salt never leaves one. Runs Argon2id (protocol: blind index).
///
/// # Errors
/// [`CryptoError::KeyDerivationFailed`] if there is too little memory.
pub fn blind_index(name: &str, salt: &[u8; 16]) -> Result<String, CryptoError> {
    argon2id(name.as_bytes(), salt).map(|index| encode_base64(index.as_slice()))
}

/// Encrypts the base64 of a project's blind-index salt under the server's key, as a server stores
/// it (protocol: blind index).
///
/// # Errors
/// [`CryptoError::EntropyUnavailable`].
pub fn encrypt_blind_index_salt(
    salt: &[u8; 16],
    server_key: &SymmetricKey,
    entropy: &mut impl Entropy,
) -> Result<Encrypted, CryptoError> {
    server_key.encrypt(encode_base64(salt).as_bytes(), entropy)
}

/// Decrypts the result of [`encrypt_blind_index_salt`].
///
/// # Errors
/// Those of [`SymmetricKey::decrypt_text`], and [`CryptoError::InvalidSalt`] if the decrypted text
/// is not a salt.
pub fn decrypt_blind_index_salt(
    encrypted: &Encrypted,
    server_key: &SymmetricKey,
) -> Result<Zeroizing<[u8; 16]>, CryptoError> {
    let text = server_key.decrypt_text(&encrypted.ciphertext, &encrypted.iv, &encrypted.tag)?;
    decode_base64_array(text.expose(), CryptoError::InvalidSalt)
}
