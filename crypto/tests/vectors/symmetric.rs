//! AES-256-GCM with both IV lengths and both key encodings.

use infisical_e2ee_crypto::{CryptoError, SymmetricKey};
use sha2::{Digest as _, Sha256};

use super::{Case, base64, text};

pub(super) fn check(case: &Case) -> Result<(), CryptoError> {
    let key = match case.text("keyEncoding") {
        "hex-as-utf8" => SymmetricKey::from_text(case.text("key")),
        "base64" => SymmetricKey::from_base64(case.text("key")),
        other => panic!("unknown key encoding {other}"),
    }?;
    if !case.name.starts_with("encrypt-decrypt/") {
        let (ciphertext, iv, tag) = (case.text("ciphertext"), case.text("iv"), case.text("tag"));
        return key.decrypt(ciphertext, iv, tag).map(drop);
    }

    let plaintext = plaintext(case);
    let encrypted = key.encrypt_with_iv(&plaintext, &base64(case.text("iv")))?;
    assert_eq!(encrypted.iv, case.text("iv"));
    assert_eq!(encrypted.tag, case.expected("tag"));
    let bytes = base64(&encrypted.ciphertext);
    assert_eq!(Some(bytes.len() as u64), case.expected["ciphertextLength"].as_u64());
    if case.has("plaintextGenerator") {
        assert_eq!(hex::encode(Sha256::digest(&bytes)), case.expected("ciphertextSha256"));
    } else {
        assert_eq!(encrypted.ciphertext, case.expected("ciphertext"));
    }
    let opened = key.decrypt(&encrypted.ciphertext, &encrypted.iv, &encrypted.tag)?;
    assert_eq!(opened.as_slice(), plaintext);
    Ok(())
}

fn plaintext(case: &Case) -> Vec<u8> {
    let Some(generator) = case.input.get("plaintextGenerator") else {
        let plaintext = case.text("plaintext");
        assert_eq!(hex::encode(plaintext), case.text("plaintextUtf8Hex"));
        return plaintext.into();
    };
    let times = usize::try_from(generator["times"].as_u64().unwrap()).unwrap();
    let plaintext = text(generator, "repeat").repeat(times).into_bytes();
    assert_eq!(hex::encode(Sha256::digest(&plaintext)), case.text("plaintextSha256"));
    plaintext
}
