//! Service tokens: an API credential and the key to the project key (protocol: service token).

use std::fmt;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::text_key::TextKey;
use super::{CryptoError, Entropy, PrivateKey, PublicKey, SymmetricKey, TokenDefect};
use crate::SecretString;

/// A new random key for a service token, which is never sent to the server.
///
/// # Errors
/// [`CryptoError::EntropyUnavailable`].
pub fn generate_token_key(entropy: &mut impl Entropy) -> Result<SecretString, CryptoError> {
    TextKey::generate(entropy).map(|key| key.text().clone())
}

/// A service token `st.<id>.<secret>.<key>` (protocol: service token). Today's web page makes
/// tokens without a key, `st.<id>.<secret>`, for projects whose key only the server has.
///
/// ```
/// use infisical_e2ee_crypto::ServiceToken;
///
/// let token = ServiceToken::parse(
///     "st.63dbdba0b9c05f0aa0ea4cd1.355c81a5866177e308cf1f8e8762e3fc.bb930e927b058a6886a5b87ea95fcc04",
/// )?;
/// assert_eq!(token.id(), "63dbdba0b9c05f0aa0ea4cd1");
/// assert!(!token.credential().expose().contains("bb930e92"));
/// # Ok::<_, infisical_e2ee_crypto::CryptoError>(())
/// ```
#[derive(Clone)]
pub struct ServiceToken {
    id: String,
    credential: SecretString,
    key: Option<TextKey>,
}

impl ServiceToken {
    /// Reads the form of four parts, with the key.
    ///
    /// # Errors
    /// [`CryptoError::InvalidToken`] with the malformed part; nothing is trimmed.
    pub fn parse(text: &str) -> Result<Self, CryptoError> {
        let token = Self::parse_either(text)?;
        if token.key.is_none() {
            return Err(TokenDefect::MissingKey.into());
        }
        Ok(token)
    }

    /// Reads the form of four parts, or that of three, without a key.
    ///
    /// # Errors
    /// [`CryptoError::InvalidToken`] with the malformed part; nothing is trimmed.
    pub fn parse_either(text: &str) -> Result<Self, CryptoError> {
        let mut parts = text.split('.');
        if parts.next() != Some("st") {
            return Err(TokenDefect::Prefix.into());
        }
        let (Some(id), Some(secret)) = (parts.next(), parts.next()) else {
            return Err(TokenDefect::PartCount.into());
        };
        let key = parts.next();
        if parts.next().is_some() {
            return Err(TokenDefect::PartCount.into());
        }
        if !consists_of(id, |byte| byte.is_ascii_hexdigit() || *byte == b'-') {
            return Err(TokenDefect::Id.into());
        }
        if !consists_of(secret, u8::is_ascii_hexdigit) {
            return Err(TokenDefect::Secret.into());
        }
        Ok(Self {
            id: id.to_owned(),
            credential: format!("st.{id}.{secret}").into(),
            key: key
                .map(|key| TextKey::new(key.into()))
                .transpose()
                .map_err(|_| TokenDefect::Key)?,
        })
    }

    /// Joins `credential`, the `st.<id>.<secret>` from the server, and `key`, which the client
    /// generated.
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse).
    pub fn compose(credential: &str, key: &str) -> Result<Self, CryptoError> {
        Self::parse(&Zeroizing::new(format!("{credential}.{key}")))
    }

    /// The token's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// `st.<id>.<secret>`: the text for the `Authorization` header, without the key.
    #[must_use]
    pub fn credential(&self) -> &SecretString {
        &self.credential
    }

    /// The key that decrypts the token's copy of the project key, unless the token has three
    /// parts.
    #[must_use]
    pub fn key(&self) -> Option<&SymmetricKey> {
        self.key.as_ref().map(TextKey::key)
    }

    /// The whole token, for the program that uses it.
    #[must_use]
    pub fn to_text(&self) -> SecretString {
        match &self.key {
            Some(key) => format!("{}.{}", self.credential.expose(), key.text().expose()).into(),
            None => self.credential.clone(),
        }
    }
}

impl fmt::Debug for ServiceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceToken").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A service token v3: a JSON document with a credential and the key pair the project key is
/// sealed to (protocol: service token v3).
#[derive(Clone)]
pub struct ServiceTokenV3 {
    credential: SecretString,
    private_key: PrivateKey,
}

impl ServiceTokenV3 {
    /// Reads the document `{"publicKey", "privateKey", "serviceToken"}`. Other fields are ignored.
    ///
    /// # Errors
    /// [`CryptoError::InvalidToken`] with the malformed part; [`CryptoError::InvalidKey`] or
    /// [`CryptoError::KeyMismatch`] for its key pair.
    pub fn parse(json: &str) -> Result<Self, CryptoError> {
        let document: Document = serde_json::from_str(json).map_err(|_| TokenDefect::Document)?;
        let jwt = document.service_token.strip_prefix("stv3.").ok_or(TokenDefect::Prefix)?;
        if !consists_of(jwt, u8::is_ascii_graphic) {
            return Err(TokenDefect::Secret.into());
        }
        let private_key = PrivateKey::from_base64(&document.private_key)?;
        private_key.check_matches(&PublicKey::from_base64(&document.public_key)?)?;
        Ok(Self { credential: document.service_token.as_str().into(), private_key })
    }

    /// `stv3.<jwt>`: the text for the `Authorization` header.
    #[must_use]
    pub fn credential(&self) -> &SecretString {
        &self.credential
    }

    /// The private key that opens the project key.
    #[must_use]
    pub fn private_key(&self) -> &PrivateKey {
        &self.private_key
    }
}

impl fmt::Debug for ServiceTokenV3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceTokenV3")
            .field("public_key", &self.private_key.public_key())
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    public_key: String,
    private_key: Zeroizing<String>,
    service_token: Zeroizing<String>,
}

/// Whether `text` is non-empty and all its bytes are accepted.
fn consists_of(text: &str, such: impl FnMut(&u8) -> bool) -> bool {
    !text.is_empty() && text.as_bytes().iter().all(such)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    const KEY: &str = "bb930e927b058a6886a5b87ea95fcc04";

    #[test]
    fn service_token_parse_error_names_the_part() {
        use TokenDefect::{Id, Key, MissingKey, PartCount, Prefix, Secret};
        for (text, defect) in [
            (String::new(), Prefix),
            (format!("ST.ab.cd.{KEY}"), Prefix),
            (format!(" st.ab.cd.{KEY}"), Prefix),
            (format!("Bearer st.ab.cd.{KEY}"), Prefix),
            ("st".to_owned(), PartCount),
            ("st.ab".to_owned(), PartCount),
            ("st.ab.cd".to_owned(), MissingKey),
            (format!("st.ab.cd.{KEY}."), PartCount),
            (format!("st.ab.cd.{KEY}.ef"), PartCount),
            (format!("st..cd.{KEY}"), Id),
            (format!("st.a_b.cd.{KEY}"), Id),
            (format!("st.ab..{KEY}"), Secret),
            (format!("st.ab.c-d.{KEY}"), Secret),
            (format!("st.ab.cd\r\n.{KEY}"), Secret),
            ("st.ab.cd.".to_owned(), Key),
            (format!("st.ab.cd.{KEY}\n"), Key),
            (format!("st.ab.cd.{}", "z".repeat(32)), Key),
        ] {
            let error = ServiceToken::parse(&text).unwrap_err();
            assert_eq!(error, CryptoError::InvalidToken(defect), "{text:?}");
        }
    }

    #[test]
    fn service_token_compose_and_parse_round_trip() {
        let key = generate_token_key(&mut SystemEntropy).unwrap();
        let token = ServiceToken::compose("st.ab-1.cd", key.expose()).unwrap();
        let parsed = ServiceToken::parse(token.to_text().expose()).unwrap();
        assert_eq!(parsed.id(), "ab-1");
        assert_eq!(parsed.credential().expose(), "st.ab-1.cd");
        assert_eq!(parsed.key().unwrap().as_bytes(), key.expose().as_bytes());
        assert_eq!(
            ServiceToken::compose(token.to_text().expose(), key.expose()).unwrap_err(),
            CryptoError::InvalidToken(TokenDefect::PartCount)
        );
    }

    #[test]
    fn service_token_of_three_parts_has_no_key() {
        let token = ServiceToken::parse_either("st.ab-1.cd").unwrap();
        assert!(token.key().is_none());
        assert_eq!(token.to_text().expose(), "st.ab-1.cd");
        assert_eq!(token.credential().expose(), "st.ab-1.cd");
    }

    fn document(private_key: &PrivateKey, public_key: &PublicKey, credential: &str) -> String {
        serde_json::json!({
            "publicKey": public_key.to_base64(),
            "privateKey": private_key.to_base64().expose(),
            "serviceToken": credential,
        })
        .to_string()
    }

    #[test]
    fn service_token_v3_parse_checks_every_part() {
        let own = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let other = PrivateKey::generate(&mut SystemEntropy).unwrap();
        let parse = |json: &str| ServiceTokenV3::parse(json).map(|_| ());

        let good = document(&own, &own.public_key(), "stv3.a.b.c");
        assert_eq!(parse(&good), Ok(()));
        assert_eq!(parse(&good.replace('/', "\\/")), Ok(()), "JSON may escape slashes");
        assert_eq!(parse(&format!("{good}x")), Err(TokenDefect::Document.into()));
        assert_eq!(parse("{}"), Err(TokenDefect::Document.into()));
        assert_eq!(
            parse(&document(&own, &own.public_key(), "st.a.b.c")),
            Err(TokenDefect::Prefix.into())
        );
        for credential in ["stv3.", "stv3.a\nb", "stv3.a b", "stv3.é"] {
            let json = document(&own, &own.public_key(), credential);
            assert_eq!(parse(&json), Err(TokenDefect::Secret.into()), "{credential:?}");
        }
        assert_eq!(
            parse(&document(&own, &other.public_key(), "stv3.a")),
            Err(CryptoError::KeyMismatch)
        );
    }
}
