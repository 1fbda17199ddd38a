//! Service-account access keys (protocol: service accounts).

use std::fmt;

use super::encoding::decode_base64_array;
use super::{CryptoError, TokenDefect};
use crate::SecretString;

/// A service account's access key `sa.<base64 of the id>.<base64 of the secret>` (protocol: service
/// accounts). It authorizes requests; decrypting also needs the account's private key.
#[derive(Clone)]
pub struct ServiceAccountKey {
    account_id: String,
    credential: SecretString,
}

impl ServiceAccountKey {
    /// Reads the three-part form: a 12-byte id and a 16-byte secret.
    ///
    /// # Errors
    /// [`CryptoError::InvalidToken`] with the malformed part.
    pub fn parse(text: &str) -> Result<Self, CryptoError> {
        let mut parts = text.split('.');
        if parts.next() != Some("sa") {
            return Err(TokenDefect::Prefix.into());
        }
        let (Some(id), Some(secret), None) = (parts.next(), parts.next(), parts.next()) else {
            return Err(TokenDefect::PartCount.into());
        };
        let id = decode_base64_array::<12>(id, TokenDefect::Id.into())?;
        decode_base64_array::<16>(secret, TokenDefect::Secret.into())?;
        Ok(Self { account_id: hex::encode(id.as_slice()), credential: text.into() })
    }

    /// The account's id in the form of the rest of the API: 24 hexadecimal characters.
    #[must_use]
    pub fn account_id(&self) -> &str {
        &self.account_id
    }

    /// The text for the `Authorization` header: the whole access key.
    #[must_use]
    pub fn credential(&self) -> &SecretString {
        &self.credential
    }
}

impl fmt::Debug for ServiceAccountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceAccountKey")
            .field("account_id", &self.account_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn service_account_key_parse_error_names_the_part() {
        use TokenDefect::{Id, PartCount, Prefix, Secret};
        const ID: &str = "ZEsfHS8qXAASqzTN";
        const SECRET: &str = "c2yHhW+cMb+qLKXhtA3gbw==";
        for (text, defect) in [
            (format!("st.{ID}.{SECRET}"), Prefix),
            (format!("sa.{ID}"), PartCount),
            (format!("sa.{ID}.{SECRET}.x"), PartCount),
            (format!("sa.644b1f1d2f2a5c0012ab34cd.{SECRET}"), Id),
            (format!("sa.{ID}.AAAA"), Secret),
            (format!("sa.{ID}.{SECRET}\n"), Secret),
        ] {
            let error = ServiceAccountKey::parse(&text).unwrap_err();
            assert_eq!(error, CryptoError::InvalidToken(defect), "{text:?}");
        }
    }
}
