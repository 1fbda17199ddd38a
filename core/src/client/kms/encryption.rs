//! Encryption and decryption by the server.

use super::kms_keys::Kms;
use crate::SecretBytes;
use crate::api::kms::{self as api, Decrypted, Encrypted, from_base64};
use crate::client::call::{Client, awaitable};

const NOT_BASE64: &str = "the data in the answer is not base64";

impl Kms {
    /// Has the server encrypt data, which it sees. Infisical's own SDKs give the same ciphertext as
    /// base64.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    /// - `plaintext`: the data, at most 1 MiB; servers of 2024 take about 750 KiB.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if the client
    ///   requires end-to-end encryption: nothing is sent.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for encryption, or if the data is too large.
    pub fn encrypt(
        &self,
        id: impl Into<String>,
        plaintext: impl Into<SecretBytes>,
    ) -> EncryptWithKmsKey {
        EncryptWithKmsKey {
            client: self.client.clone(),
            id: id.into(),
            plaintext: plaintext.into(),
        }
    }

    /// Has the server decrypt what it encrypted with a key. It sees the data.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    /// - `ciphertext`: the result of [`encrypt`](Self::encrypt). Decode one of Infisical's own SDKs
    ///   from base64 first.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if the client
    ///   requires end-to-end encryption: nothing is sent.
    /// - [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if the ciphertext is
    ///   of another key or was changed. Servers answer the same way if something else fails there.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for encryption, or if the ciphertext is too large.
    pub fn decrypt(
        &self,
        id: impl Into<String>,
        ciphertext: impl Into<Vec<u8>>,
    ) -> DecryptWithKmsKey {
        DecryptWithKmsKey {
            client: self.client.clone(),
            id: id.into(),
            ciphertext: ciphertext.into(),
        }
    }
}

/// Encrypts data when awaited. See [`Kms::encrypt`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct EncryptWithKmsKey {
    client: Client,
    id: String,
    plaintext: SecretBytes,
}

awaitable!(EncryptWithKmsKey => Vec<u8>, |this, call| {
    call.allow_plaintext(|| format!("encrypting with {}", api::subject(&this.id)))?;
    call.require_kms_key(&this.id).await?;
    let answer = call.send_authorized(api::encrypt(&this.id, &this.plaintext)?).await?;
    let encrypted: Encrypted = answer.json().await?;
    from_base64(&encrypted.ciphertext).ok_or_else(|| answer.invalid(NOT_BASE64))
});

/// Decrypts data when awaited. See [`Kms::decrypt`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DecryptWithKmsKey {
    client: Client,
    id: String,
    ciphertext: Vec<u8>,
}

awaitable!(DecryptWithKmsKey => SecretBytes, |this, call| {
    call.allow_plaintext(|| format!("decrypting with {}", api::subject(&this.id)))?;
    call.require_kms_key(&this.id).await?;
    let answer = call.send_authorized(api::decrypt(&this.id, &this.ciphertext)?).await?;
    let decrypted: Decrypted = answer.json().await?;
    let plaintext = from_base64(decrypted.plaintext.expose());
    Ok(plaintext.ok_or_else(|| answer.invalid(NOT_BASE64))?.into())
});
