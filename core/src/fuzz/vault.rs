//! Ciphertexts and the keys that open them, under fuzzing.
#![expect(clippy::panic, reason = "a target fails by a panic")]

use super::{line, lines};
use crate::crypto::{
    self, BackupKey, CryptoError, Encrypted, PrivateKey, ProjectKey, ProtectedPrivateKey,
    PublicKey, SymmetricKey,
};

/// Argon2id takes 0.1 s, so only one in this many inputs runs it.
const ARGON2_EVERY: usize = 64;

/// Lines: ciphertext, IV, tag, key. The whole input is also encrypted and decrypted.
pub(super) fn symmetric(data: &[u8]) {
    if let Some(lines) = lines(data) {
        let [text, iv, tag] = [0, 1, 2].map(|number| line(&lines, number));
        let key = line(&lines, 3);
        let key = SymmetricKey::from_text(key).or_else(|_| SymmetricKey::from_base64(key));
        let key = key.unwrap_or_else(|_| SymmetricKey::from_bytes([7; 32]));
        let decrypted = key.decrypt(text, iv, tag);
        let as_text = key.decrypt_text(text, iv, tag);
        let optional = key.decrypt_optional_text(text, iv, tag);
        if let Ok(bytes) = &decrypted {
            let is_text = std::str::from_utf8(bytes).is_ok();
            assert_eq!((as_text.is_ok(), optional.is_ok()), (is_text, is_text));
        } else {
            assert!(as_text.is_err());
            assert_eq!(optional.is_ok(), [text, iv, tag].iter().all(|part| part.is_empty()));
        }
        let project_key = ProjectKey::unwrap(text, iv, tag, &key);
        assert!(project_key.is_err() || as_text.is_ok_and(|text| text.len() == 32));
    }
    let key = SymmetricKey::from_bytes([7; 32]);
    for iv in [&[1; 16][..], &[1; 12]] {
        let Ok(Encrypted { ciphertext, iv, tag }) = key.encrypt_with_iv(data, iv) else {
            panic!("data cannot be encrypted");
        };
        let decrypted = key.decrypt(&ciphertext, &iv, &tag);
        assert!(decrypted.is_ok_and(|found| *found == data));
        if let Ok(found) = ProjectKey::unwrap(&ciphertext, &iv, &tag, &key) {
            assert_eq!(found.text().expose().as_bytes(), data);
        }
    }
}

/// Lines: ciphertext, nonce, public key of the sender, own private key. The whole input is also
/// sealed and opened.
pub(super) fn sealed(data: &[u8]) {
    let Ok(own) = PrivateKey::from_base64("KdkcTtzZQDIzbMkkQ8vF5sG1srjh7dxbz986w81HPx8=") else {
        panic!("the private key cannot be read");
    };
    if let Some(lines) = lines(data) {
        let (text, nonce) = (line(&lines, 0), line(&lines, 1));
        let sender = PublicKey::from_base64(line(&lines, 2));
        if let Ok(sender) = &sender {
            assert_eq!(PublicKey::from_base64(&sender.to_base64()).as_ref(), Ok(sender));
        }
        let sender = sender.unwrap_or_else(|_| own.public_key());
        let other = PrivateKey::from_base64(line(&lines, 3));
        let found = ProjectKey::open(text, nonce, &sender, other.as_ref().unwrap_or(&own));
        assert!(found.is_err() || found.is_ok_and(|key| key.text().len() == 32));
        if let Ok(other) = other {
            assert_eq!(other.check_matches(&other.public_key()), Ok(()));
        }
    }
    let Ok(sealed) = crypto::seal_with_nonce(data, &[3; 24], &own.public_key(), &own) else {
        panic!("data cannot be sealed");
    };
    let opened = crypto::open(&sealed, &own.public_key(), &own);
    assert!(opened.is_ok_and(|found| *found == data));
    let found = ProjectKey::open(&sealed.ciphertext, &sealed.nonce, &own.public_key(), &own);
    assert!(found.is_err() || found.is_ok_and(|key| key.text().expose().as_bytes() == data));
}

/// Lines: the encrypted private key, its IV and tag; the protected key, its IV and tag; salt,
/// password, backup key. With a protected key it is of version 2.
pub(super) fn private_key(data: &[u8]) {
    let Some(lines) = lines(data) else { return };
    let field = |number: usize| line(&lines, number).to_owned();
    let protected_key = Encrypted { ciphertext: field(3), iv: field(4), tag: field(5) };
    let is_second = !protected_key.ciphertext.is_empty();
    let mut protected = ProtectedPrivateKey {
        encryption_version: if is_second { 2 } else { 1 },
        encrypted_private_key: field(0),
        iv: field(1),
        tag: field(2),
        protected_key: is_second.then_some(protected_key),
    };
    let (salt, password) = (line(&lines, 6), line(&lines, 7));
    if !is_second || data.len().is_multiple_of(ARGON2_EVERY) {
        let unlocked = crypto::unlock(password, salt, &protected);
        assert!(unlocked.is_err() || unlocked.is_ok_and(|key| is_private_key(&key)));
    }
    protected.protected_key = None;
    protected.encryption_version = 2;
    assert_eq!(
        crypto::unlock(password, salt, &protected).err(),
        Some(CryptoError::MissingProtectedKey)
    );
    let key = BackupKey::from_text(line(&lines, 8))
        .or_else(|_| BackupKey::from_text("0371ac34a8735f96500e850d09980bc5"));
    if let Ok(key) = key {
        let unlocked = key.unlock(&protected.encrypted_private_key, &protected.iv, &protected.tag);
        assert!(unlocked.is_err() || unlocked.is_ok_and(|key| is_private_key(&key)));
    }
}

fn is_private_key(key: &PrivateKey) -> bool {
    PrivateKey::from_base64(key.to_base64().expose())
        .is_ok_and(|again| again.public_key() == key.public_key())
}
