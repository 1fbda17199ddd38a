//! Tokens that users paste, under fuzzing.

use super::{check_error, seeds};
use crate::Credential;
use crate::crypto::{ServiceAccountKey, ServiceToken, ServiceTokenV3};

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(token) = ServiceToken::parse(text) {
        assert_eq!(token.to_text().expose(), text);
        let (credential, key) = text.rsplit_once('.').unwrap_or_default();
        assert_eq!(token.credential().expose(), credential);
        let composed = ServiceToken::compose(credential, key);
        assert!(composed.is_ok_and(|token| token.to_text().expose() == text));
        // Its id may contain the text of the key by chance.
        let other = ServiceToken::compose(credential, "0123456789abcdef0123456789abcdef");
        assert!(other.is_ok_and(|other| format!("{other:?}") == format!("{token:?}")));
    }
    if let Ok(token) = ServiceTokenV3::parse(text) {
        let document = serde_json::json!({
            "serviceToken": token.credential().expose(),
            "privateKey": token.private_key().to_base64().expose(),
            "publicKey": token.private_key().public_key().to_base64(),
        });
        let again = ServiceTokenV3::parse(&document.to_string());
        assert!(again.is_ok_and(|again| again.credential() == token.credential()));
    }
    if let Ok(key) = ServiceAccountKey::parse(text) {
        assert_eq!(key.credential().expose(), text);
        assert_eq!(key.account_id().len(), 24);
    }
    for credential in [
        Credential::service_token(text),
        Credential::service_token_v3(text),
        Credential::access_token(text),
        Credential::identity_token(text),
        Credential::api_key(text),
        Credential::universal_auth(text, text),
        Credential::user(text, text),
    ] {
        if let Err(error) = credential {
            check_error(&error);
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    seeds::tokens()
}
