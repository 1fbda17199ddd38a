//! Proof of a password, and the verifier that the server stores.

use crate::api::auth::Challenge;
use crate::api::passwords;
use crate::api::server::Era;
use crate::client::call::{blocking, crypto_failure};
use crate::crypto::{
    CryptoError, Encrypted, PrivateKey, ProtectedPrivateKey, SrpClient, SrpVerifier, SystemEntropy,
    protect,
};
use crate::{Error, ErrorKind, Result, SecretString};

/// Begins an SRP exchange.
pub(crate) async fn begin(email: &str, password: &SecretString) -> Result<SrpClient> {
    let (email, password) = (email.to_owned(), password.clone());
    let srp =
        blocking(move || SrpClient::new(&email, password.expose(), &mut SystemEntropy)).await?;
    srp.map_err(crypto_failure)
}

/// The proof for the server's challenge. `doing` begins the error for an invalid challenge.
pub(crate) async fn prove(srp: SrpClient, challenge: &Challenge, doing: &str) -> Result<String> {
    let (salt, server_public_key) = (challenge.salt.clone(), challenge.server_public_key.clone());
    blocking(move || srp.prove(&salt, &server_public_key)).await?.map_err(|error| {
        Error::new(
            ErrorKind::IntegrityViolation,
            format!("{doing}: {error}. Do not trust this server"),
        )
    })
}

/// A verifier of a password, and a private key encrypted with the password.
pub(crate) struct Protection {
    verifier: SrpVerifier,
    protected: ProtectedPrivateKey,
    protected_key: Encrypted,
}

impl Protection {
    /// Slow: call it through [`blocking`].
    pub(crate) fn make(
        email: &str,
        password: &SecretString,
        private_key: &PrivateKey,
    ) -> Result<Self, CryptoError> {
        let entropy = &mut SystemEntropy;
        let verifier = SrpVerifier::create(email, password.expose(), entropy)?;
        let mut protected = protect(password.expose(), &verifier.salt, private_key, entropy)?;
        let protected_key =
            protected.protected_key.take().ok_or(CryptoError::MissingProtectedKey)?;
        Ok(Self { verifier, protected, protected_key })
    }

    /// The wire format.
    pub(crate) fn fields(&self) -> passwords::Protection<'_> {
        passwords::Protection {
            salt: &self.verifier.salt,
            verifier: &self.verifier.verifier,
            protected_key: &self.protected_key.ciphertext,
            protected_key_iv: &self.protected_key.iv,
            protected_key_tag: &self.protected_key.tag,
            encrypted_private_key: &self.protected.encrypted_private_key,
            encrypted_private_key_iv: &self.protected.iv,
            encrypted_private_key_tag: &self.protected.tag,
        }
    }
}

/// Fails for an empty password, which cannot be used to log in.
pub(crate) fn check_not_empty(password: &SecretString) -> Result<()> {
    if password.is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the password is empty"));
    }
    Ok(())
}

/// Fails if servers of the era require the password itself for `what` and the caller did not allow
/// sending it. If it succeeds, the password is sent exactly if it is required.
pub(crate) fn check_consent(era: Era, agreed: bool, what: &str) -> Result<()> {
    if agreed || !era.is_since_june_2024() {
        return Ok(());
    }
    let consequence = if era.is_modern() {
        "which then knows it. Nothing was sent. Set send_password to allow it"
    } else {
        "which can then decrypt the private key. Set send_password to allow it, or use a server \
         from before June 2024"
    };
    Err(Error::new(
        ErrorKind::UnsupportedByServer,
        format!("the {what} needs the password itself on this server, {consequence}"),
    ))
}
