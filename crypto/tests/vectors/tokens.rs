//! Service tokens of each kind, service accounts, and the blind index.

use infisical_e2ee_crypto::{
    CryptoError, ProjectKey, PublicKey, ServiceAccountKey, ServiceToken, ServiceTokenV3,
    SymmetricKey, blind_index, decrypt_blind_index_salt, encrypt_blind_index_salt,
};
use serde_json::Value;

use super::{Case, Fixed, base64, text};

pub(super) fn check_blind_index(case: &Case) -> Result<(), CryptoError> {
    let salt: [u8; 16] = base64(case.text("salt")).as_slice().try_into().unwrap();
    if case.has("secretName") {
        assert_eq!(blind_index(case.text("secretName"), &salt)?, case.expected("secretBlindIndex"));
        return Ok(());
    }
    let key = SymmetricKey::from_text(case.text("serverEncryptionKey"))?;
    let stored = encrypt_blind_index_salt(&salt, &key, &mut Fixed::base64(&[case.text("saltIV")]))?;
    assert_eq!(stored.ciphertext, case.expected("encryptedSaltCiphertext"));
    assert_eq!(stored.tag, case.expected("saltTag"));
    assert_eq!(*decrypt_blind_index_salt(&stored, &key)?, salt);
    Ok(())
}

pub(super) fn check_service_token(case: &Case) -> Result<(), CryptoError> {
    match case.name.as_str() {
        "create" => create(case),
        "decrypt-secret-with-project-key" => decrypt_secret(case),
        "service-token-v3-unlock" => open_version_3(case),
        "service-account-access-key" => service_account(case),
        _ => parse_and_open(case),
    }
}

fn create(case: &Case) -> Result<(), CryptoError> {
    let project_key = ProjectKey::from_text(case.text("projectKey"))?;
    let token_key = SymmetricKey::from_text(case.text("tokenKey"))?;
    let wrapped = project_key.wrap(&token_key, &mut Fixed::base64(&[case.text("iv")]))?;
    assert_eq!(wrapped.ciphertext, case.expected("encryptedKey"));
    assert_eq!(wrapped.tag, case.expected("tag"));
    Ok(())
}

fn parse_and_open(case: &Case) -> Result<(), CryptoError> {
    let token = ServiceToken::parse(case.text("token"))?;
    let token_key = token.key().unwrap();
    if let Some(data) = case.input.get("serviceTokenData") {
        let key = ProjectKey::unwrap(
            text(data, "encryptedKey"),
            text(data, "iv"),
            text(data, "tag"),
            token_key,
        )?;
        assert_eq!(key.text().expose(), case.expected("projectKey"));
    }
    let header = format!("Bearer {}", token.credential().expose());
    assert_eq!(header, case.expected("authorization"));
    assert_eq!(token_key.as_bytes(), case.expected("tokenKey").as_bytes());
    assert_eq!(token.to_text().expose(), case.text("token"));
    Ok(())
}

fn decrypt_secret(case: &Case) -> Result<(), CryptoError> {
    let key = ProjectKey::from_text(case.text("projectKey"))?;
    for field in ["secretKey", "secretValue"] {
        let part = |suffix: &str| case.text(&format!("{field}{suffix}"));
        let opened =
            key.symmetric_key().decrypt_text(part("Ciphertext"), part("IV"), part("Tag"))?;
        assert_eq!(opened.expose(), case.expected(field));
    }
    Ok(())
}

fn open_version_3(case: &Case) -> Result<(), CryptoError> {
    let token = ServiceTokenV3::parse(case.text("tokenJson"))?;
    let record: &Value = &case.input["key"];
    let key = ProjectKey::open(
        text(record, "encryptedKey"),
        text(record, "nonce"),
        &PublicKey::from_base64(text(record, "publicKey"))?,
        token.private_key(),
    )?;
    assert_eq!(key.text().expose(), case.expected("projectKey"));
    assert_eq!(format!("Bearer {}", token.credential().expose()), case.expected("authorization"));
    Ok(())
}

fn service_account(case: &Case) -> Result<(), CryptoError> {
    let key = ServiceAccountKey::parse(case.expected("accessKey"))?;
    assert_eq!(key.account_id(), case.text("serviceAccountId"));
    assert!(key.credential().expose().ends_with(case.text("secret")));
    Ok(())
}
