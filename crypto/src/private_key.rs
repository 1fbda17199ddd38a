//! A user's private key, encrypted with the password (protocol: protecting the private key).

use zeroize::Zeroizing;

use super::encoding::decode_hex_array;
use super::kdf::argon2id;
use super::stack::wiped;
use super::{CryptoError, Encrypted, Entropy, PrivateKey, SymmetricKey};

/// A user's private key as the server stores it (protocol: protecting the private key).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtectedPrivateKey {
    /// 2; 1 for accounts whose password is older than early 2023.
    pub encryption_version: u8,
    /// Ciphertext of the private key's base64.
    pub encrypted_private_key: String,
    /// IV of `encrypted_private_key`. Requests name it `encryptedPrivateKeyIV`.
    pub iv: String,
    /// Tag of `encrypted_private_key`. Requests name it `encryptedPrivateKeyTag`.
    pub tag: String,
    /// The key of `encrypted_private_key` under the derived key; absent under version 1.
    pub protected_key: Option<Encrypted>,
}

/// Encrypts `private_key` with `password`, as encryption version 2. Runs Argon2id.
///
/// `salt` is the account's SRP salt, 64 hexadecimal characters.
///
/// # Errors
/// Those of [`derive_key`], and [`CryptoError::EntropyUnavailable`].
pub fn protect(
    password: &str,
    salt: &str,
    private_key: &PrivateKey,
    entropy: &mut impl Entropy,
) -> Result<ProtectedPrivateKey, CryptoError> {
    let derived_key = derive_key(password, salt)?;
    let key = SymmetricKey::generate(entropy)?;
    let key_hex = Zeroizing::new(hex::encode(key.as_bytes()));
    let protected_key = derived_key.encrypt(key_hex.as_bytes(), entropy)?;
    let encrypted = encrypt_private_key(private_key, &key, entropy)?;
    Ok(ProtectedPrivateKey {
        encryption_version: 2,
        encrypted_private_key: encrypted.ciphertext,
        iv: encrypted.iv,
        tag: encrypted.tag,
        protected_key: Some(protected_key),
    })
}

/// Decrypts the private key. Under encryption version 2 it runs Argon2id.
///
/// `salt` is the account's SRP salt, 64 hexadecimal characters; version 1 does not use it.
///
/// # Errors
/// [`CryptoError::AuthenticationFailed`] for a wrong password or changed fields;
/// [`CryptoError::UnusablePassword`] for a password no version 1 account can have;
/// [`CryptoError::MissingProtectedKey`], [`CryptoError::UnsupportedEncryptionVersion`], those of
/// [`derive_key`] and of [`SymmetricKey::decrypt`], and [`CryptoError::InvalidKey`] if something
/// else than a private key was protected.
pub fn unlock(
    password: &str,
    salt: &str,
    protected: &ProtectedPrivateKey,
) -> Result<PrivateKey, CryptoError> {
    let key = match protected.encryption_version {
        1 => wiped(|| legacy_key(password))?,
        2 => {
            let protected_key =
                protected.protected_key.as_ref().ok_or(CryptoError::MissingProtectedKey)?;
            let key_hex = derive_key(password, salt)?.decrypt(
                &protected_key.ciphertext,
                &protected_key.iv,
                &protected_key.tag,
            )?;
            SymmetricKey::from_hex(&key_hex)?
        }
        _ => return Err(CryptoError::UnsupportedEncryptionVersion),
    };
    decrypt_private_key(&protected.encrypted_private_key, &protected.iv, &protected.tag, &key)
}

/// The key derived from a password with Argon2id, 64 MiB, 3 iterations and 1 lane (protocol:
/// encryption version 2).
///
/// Argon2's salt is the text of `salt`, not the decoded bytes: its case matters.
///
/// # Errors
/// [`CryptoError::InvalidSalt`] unless `salt` is 64 hexadecimal characters;
/// [`CryptoError::KeyDerivationFailed`] if there is too little memory.
pub fn derive_key(password: &str, salt: &str) -> Result<SymmetricKey, CryptoError> {
    decode_hex_array::<32>(salt.as_bytes(), CryptoError::InvalidSalt)?;
    wiped(|| {
        argon2id(password.as_bytes(), salt.as_bytes()).map(|key| SymmetricKey::from_bytes(*key))
    })
}

/// Encrypts the base64 of a private key.
pub(super) fn encrypt_private_key(
    private_key: &PrivateKey,
    key: &SymmetricKey,
    entropy: &mut impl Entropy,
) -> Result<Encrypted, CryptoError> {
    key.encrypt(private_key.to_base64().expose().as_bytes(), entropy)
}

/// Decrypts the base64 of a private key.
pub(super) fn decrypt_private_key(
    ciphertext: &str,
    iv: &str,
    tag: &str,
    key: &SymmetricKey,
) -> Result<PrivateKey, CryptoError> {
    PrivateKey::from_base64(key.decrypt_text(ciphertext, iv, tag)?.expose())
}

/// The key of encryption version 1: the password, padded or cut to 32 bytes.
///
/// The web client pads and cuts by UTF-16 length. The result has 32 bytes only if the password has
/// at most 32 bytes, padded with zeros on the left, or if its first 32 are ASCII.
fn legacy_key(password: &str) -> Result<SymmetricKey, CryptoError> {
    let password = password.as_bytes();
    let mut key = Zeroizing::new([b'0'; 32]);
    if let Some((_padding, tail)) =
        key.len().checked_sub(password.len()).and_then(|padding| key.split_at_mut_checked(padding))
    {
        tail.copy_from_slice(password);
    } else {
        *key = *password
            .first_chunk()
            .filter(|head| head.is_ascii())
            .ok_or(CryptoError::UnusablePassword)?;
    }
    Ok(SymmetricKey::from_bytes(*key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    fn version_1(password: &str, private_key: &PrivateKey) -> ProtectedPrivateKey {
        let key = legacy_key(password).unwrap();
        let encrypted = encrypt_private_key(private_key, &key, &mut SystemEntropy).unwrap();
        ProtectedPrivateKey {
            encryption_version: 1,
            encrypted_private_key: encrypted.ciphertext,
            iv: encrypted.iv,
            tag: encrypted.tag,
            protected_key: None,
        }
    }

    /// The rule of the protocol, in UTF-16 code units.
    fn legacy_key_by_units(password: &str) -> Vec<u8> {
        let units: Vec<u16> = password.encode_utf16().take(32).collect();
        let width = (32 + units.len()).saturating_sub(password.len());
        let mut text = "0".repeat(width.saturating_sub(units.len()));
        text.push_str(&String::from_utf16_lossy(&units));
        text.into_bytes()
    }

    #[test]
    fn legacy_key_counts_utf16_units() {
        let emoji_across_the_cut = format!("é{}🔑", "a".repeat(30));
        let passwords = [
            "",
            "a",
            "é",
            "🔑",
            &"a".repeat(31),
            &"a".repeat(32),
            &"a".repeat(33),
            &"é".repeat(16),
            &"é".repeat(17),
            &"é".repeat(40),
            &"🔑".repeat(8),
            &"🔑".repeat(9),
            &format!("{}é", "a".repeat(30)),
            &format!("{}é", "a".repeat(31)),
            &format!("{}é", "a".repeat(32)),
            &format!("{}🔑", "a".repeat(31)),
            &emoji_across_the_cut,
        ];
        for password in passwords {
            let expected = legacy_key_by_units(password);
            match legacy_key(password) {
                Ok(key) => assert_eq!(key.as_bytes().as_slice(), expected, "{password:?}"),
                Err(error) => {
                    assert_eq!(error, CryptoError::UnusablePassword);
                    assert_ne!(expected.len(), 32, "{password:?}");
                }
            }
        }
    }

    #[test]
    fn unlock_version_1_needs_no_salt() {
        let private_key = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let protected = version_1("hunter2", &private_key);
        let unlocked = unlock("hunter2", "", &protected).unwrap();
        assert_eq!(unlocked.to_base64(), private_key.to_base64());
    }

    #[test]
    fn unlock_of_incomplete_or_unknown_version_is_refused() {
        let private_key = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let salt = "0".repeat(64);
        let mut protected = version_1("hunter2", &private_key);
        for (version, error) in [
            (0, CryptoError::UnsupportedEncryptionVersion),
            (2, CryptoError::MissingProtectedKey),
            (3, CryptoError::UnsupportedEncryptionVersion),
        ] {
            protected.encryption_version = version;
            assert_eq!(unlock("hunter2", &salt, &protected).unwrap_err(), error);
        }
    }

    #[test]
    fn derive_key_refuses_salts_other_than_64_hexadecimal_characters() {
        for salt in ["", "00", &"0".repeat(63), &"0".repeat(66), &"g".repeat(64)] {
            assert_eq!(derive_key("p", salt).unwrap_err(), CryptoError::InvalidSalt, "{salt:?}");
        }
    }

    #[test]
    fn decrypt_private_key_of_other_content_is_invalid_key() {
        let key = legacy_key("hunter2").unwrap();
        let encrypted = key.encrypt(b"not base64 of 32 bytes", &mut SystemEntropy).unwrap();
        let decrypted =
            decrypt_private_key(&encrypted.ciphertext, &encrypted.iv, &encrypted.tag, &key);
        assert_eq!(decrypted.unwrap_err(), CryptoError::InvalidKey);
    }
}
