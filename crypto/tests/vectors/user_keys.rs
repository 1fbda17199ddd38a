//! Key pairs, sealing, and the three ways a private key is protected.

use infisical_e2ee_crypto::{
    BackupKey, CryptoError, Encrypted, PrivateKey, ProtectedPrivateKey, PublicKey, Sealed,
    SymmetricKey, derive_key, open, protect, seal_with_nonce, unlock,
};

use super::{Case, Fixed, base64};

pub(super) fn check_box(case: &Case) -> Result<(), CryptoError> {
    if case.name.starts_with("keypair") {
        let private_key = PrivateKey::from_base64(case.text("privateKey"))?;
        assert_eq!(private_key.public_key().to_base64(), case.expected("publicKey"));
        return Ok(());
    }
    let nonce = case.text("nonce").to_owned();
    let sender = PublicKey::from_base64(case.text("senderPublicKey"))?;
    let receiver = PrivateKey::from_base64(case.text("receiverPrivateKey"))?;
    if !case.has("plaintext") {
        let sealed = Sealed { ciphertext: case.text("ciphertext").to_owned(), nonce };
        return open(&sealed, &sender, &receiver).map(drop);
    }
    let plaintext = case.text("plaintext").as_bytes();
    let sealed = seal_with_nonce(
        plaintext,
        base64(&nonce).as_slice().try_into().unwrap(),
        &PublicKey::from_base64(case.text("receiverPublicKey"))?,
        &PrivateKey::from_base64(case.text("senderPrivateKey"))?,
    )?;
    assert_eq!((sealed.ciphertext.as_str(), &sealed.nonce), (case.expected("ciphertext"), &nonce));
    assert_eq!(open(&sealed, &sender, &receiver)?.as_slice(), plaintext);
    Ok(())
}

pub(super) fn check_version_2(case: &Case) -> Result<(), CryptoError> {
    let (password, salt) = (case.text("password"), case.text("salt"));
    if case.has("privateKey") {
        return check_protection(case, password, salt);
    }
    let protected_key = Encrypted {
        ciphertext: case.text("protectedKey").to_owned(),
        iv: case.text("protectedKeyIV").to_owned(),
        tag: case.text("protectedKeyTag").to_owned(),
    };
    unlock(password, salt, &stored(case, 2, Some(protected_key))).map(drop)
}

fn check_protection(case: &Case, password: &str, salt: &str) -> Result<(), CryptoError> {
    let derived = derive_key(password, salt)?;
    assert_eq!(hex::encode(derived.as_bytes()), case.expected("derivedKey"));
    let private_key = PrivateKey::from_base64(case.text("privateKey"))?;
    assert_eq!(private_key.public_key().to_base64(), case.expected("publicKey"));

    let protected = protect_like(case, &derived, &private_key)?;
    let protected_key = protected.protected_key.as_ref().unwrap();
    assert_eq!(protected_key.ciphertext, case.expected("protectedKey"));
    assert_eq!(protected_key.tag, case.expected("protectedKeyTag"));
    assert_eq!(protected.encrypted_private_key, case.expected("encryptedPrivateKey"));
    assert_eq!(protected.tag, case.expected("encryptedPrivateKeyTag"));
    assert_eq!(unlock(password, salt, &protected)?.to_base64(), private_key.to_base64());
    Ok(())
}

/// Protects under the vector's key and IVs. Servers of 2024 used IVs of 12 bytes, which this library
/// reads but does not write.
fn protect_like(
    case: &Case,
    derived: &SymmetricKey,
    private_key: &PrivateKey,
) -> Result<ProtectedPrivateKey, CryptoError> {
    let key = hex::decode(case.text("key")).unwrap();
    let (key_iv, iv) =
        (base64(case.text("protectedKeyIV")), base64(case.text("encryptedPrivateKeyIV")));
    if iv.len() == 16 {
        let mut entropy = Fixed::new(&[&key, &key_iv, &iv]);
        return protect(case.text("password"), case.text("salt"), private_key, &mut entropy);
    }
    let protected_key = derived.encrypt_with_iv(case.text("key").as_bytes(), &key_iv)?;
    let encrypted = SymmetricKey::from_bytes(key.as_slice().try_into().unwrap())
        .encrypt_with_iv(private_key.to_base64().expose().as_bytes(), &iv)?;
    Ok(ProtectedPrivateKey {
        encryption_version: 2,
        encrypted_private_key: encrypted.ciphertext,
        iv: encrypted.iv,
        tag: encrypted.tag,
        protected_key: Some(protected_key),
    })
}

pub(super) fn check_version_1(case: &Case) -> Result<(), CryptoError> {
    let password = case.text("password");
    if case.has("encryptedPrivateKey") {
        return unlock(password, "", &stored(case, 1, None)).map(drop);
    }
    if !case.has("privateKey") {
        let anything = ProtectedPrivateKey {
            encryption_version: 1,
            encrypted_private_key: String::new(),
            iv: String::new(),
            tag: String::new(),
            protected_key: None,
        };
        return unlock(password, "", &anything).map(drop);
    }
    // This library only reads version 1. The key itself is used to check the encryption.
    let key: [u8; 32] =
        hex::decode(case.expected("keyUtf8Hex")).unwrap().as_slice().try_into().unwrap();
    let written = SymmetricKey::from_bytes(key)
        .encrypt_with_iv(case.text("privateKey").as_bytes(), &base64(case.text("iv")))?;
    assert_eq!(written.ciphertext, case.expected("encryptedPrivateKey"));
    assert_eq!(written.tag, case.expected("tag"));
    let stored = ProtectedPrivateKey {
        encryption_version: 1,
        encrypted_private_key: written.ciphertext,
        iv: written.iv,
        tag: written.tag,
        protected_key: None,
    };
    assert_eq!(unlock(password, "", &stored)?.to_base64().expose(), case.text("privateKey"));
    Ok(())
}

fn stored(case: &Case, version: u8, protected_key: Option<Encrypted>) -> ProtectedPrivateKey {
    ProtectedPrivateKey {
        encryption_version: version,
        encrypted_private_key: case.text("encryptedPrivateKey").to_owned(),
        iv: case.text("iv").to_owned(),
        tag: case.text("tag").to_owned(),
        protected_key,
    }
}

pub(super) fn check_backup_key(case: &Case) -> Result<(), CryptoError> {
    let key = BackupKey::from_text(case.text("generatedKey"))?;
    if case.has("encryptedPrivateKey") {
        let stored = Encrypted {
            ciphertext: case.text("encryptedPrivateKey").to_owned(),
            iv: case.text("iv").to_owned(),
            tag: case.text("tag").to_owned(),
        };
        return key.unlock(&stored.ciphertext, &stored.iv, &stored.tag).map(drop);
    }
    let private_key = PrivateKey::from_base64(case.text("privateKey"))?;
    let protected = key.protect(&private_key, &mut Fixed::base64(&[case.text("iv")]))?;
    assert_eq!(protected.ciphertext, case.expected("encryptedPrivateKey"));
    assert_eq!(protected.tag, case.expected("tag"));
    Ok(())
}
