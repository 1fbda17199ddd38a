//! Signatures by the server.

use super::kms_keys::{Kms, check};
use crate::api::kms::{
    self as api, PublicKey, Sign, Signed, SigningAlgorithms, Verified, Verify, from_base64,
};
use crate::client::call::{Call, Client, awaitable};
use crate::client::session::Feature;
use crate::{Result, SecretBytes};

const NOT_BASE64: &str = "the data in the answer is not base64";

impl Kms {
    /// Has the server sign data, which it sees, on today's servers.
    ///
    /// ```no_run
    /// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
    /// let key = client.kms().create("releases").algorithm("ECC_NIST_P256").await?;
    /// let signature = client.kms().sign(&key.id, b"release 1", "ECDSA_SHA_256").await?;
    /// let valid = client.kms().verify(&key.id, b"release 1", signature, "ECDSA_SHA_256").await?;
    /// assert!(valid);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Arguments
    /// - `id`: the key's id.
    /// - `data`: the data, at most 1 MiB; with `digest`, its hash.
    /// - `algorithm`: such as `ECDSA_SHA_256` or `RSASSA_PSS_SHA_256`;
    ///   [`signing_algorithms`](Self::signing_algorithms) lists those of a key.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if the client
    ///   requires end-to-end encryption: nothing is sent. Also on servers before 2026, and if the
    ///   server's license does not include the algorithm.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for signatures, if the algorithm is unknown or not for the key, if it takes no digest,
    ///   or if the data is too large.
    pub fn sign(
        &self,
        id: impl Into<String>,
        data: impl Into<SecretBytes>,
        algorithm: impl Into<String>,
    ) -> SignWithKmsKey {
        SignWithKmsKey {
            client: self.client.clone(),
            id: id.into(),
            data: data.into(),
            algorithm: algorithm.into(),
            digest: false,
        }
    }

    /// Asks the server whether a signature is valid, on today's servers. It sees the data.
    ///
    /// The answer is the server's word. To check a signature without trusting the server, use the
    /// [`public_key`](Self::public_key) that you got at a time when you trusted it.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    /// - `data`: the signed data, at most 1 MiB; with `digest`, its hash.
    /// - `signature`: the result of [`sign`](Self::sign).
    /// - `algorithm`: the one of the signature.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if the client
    ///   requires end-to-end encryption: nothing is sent. Also on servers before 2026, and if the
    ///   server's license does not include the algorithm.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for signatures, if the algorithm is unknown or not for the key, if it takes no digest,
    ///   or if the data or the signature is too large.
    pub fn verify(
        &self,
        id: impl Into<String>,
        data: impl Into<SecretBytes>,
        signature: impl Into<Vec<u8>>,
        algorithm: impl Into<String>,
    ) -> VerifyWithKmsKey {
        VerifyWithKmsKey {
            client: self.client.clone(),
            id: id.into(),
            data: data.into(),
            signature: signature.into(),
            algorithm: algorithm.into(),
            digest: false,
        }
    }

    /// Returns the public key of a key that signs, on today's servers.
    ///
    /// It is in DER, as `SubjectPublicKeyInfo`.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for signatures.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before 2026.
    pub fn public_key(&self, id: impl Into<String>) -> GetKmsPublicKey {
        GetKmsPublicKey { client: self.client.clone(), id: id.into() }
    }

    /// Lists the algorithms with which a key can sign, on today's servers.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such key, or if the
    ///   caller is not a member of its project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the key is disabled or is
    ///   not for signatures.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before 2026.
    pub fn signing_algorithms(&self, id: impl Into<String>) -> ListSigningAlgorithms {
        ListSigningAlgorithms { client: self.client.clone(), id: id.into() }
    }
}

/// The setter of requests with data to sign.
macro_rules! digest_setter {
    () => {
        /// Whether the data is already hashed with the hash function of the algorithm; `false` by
        /// default. Not possible with RSASSA-PSS and ML-DSA.
        pub fn digest(mut self, is_digest: bool) -> Self {
            self.digest = is_digest;
            self
        }
    };
}

/// Signs data when awaited. See [`Kms::sign`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SignWithKmsKey {
    client: Client,
    id: String,
    data: SecretBytes,
    algorithm: String,
    digest: bool,
}

impl SignWithKmsKey {
    digest_setter!();
}

awaitable!(SignWithKmsKey => Vec<u8>, |this, call| {
    call.allow_plaintext(|| format!("signing with {}", api::subject(&this.id)))?;
    call.require_signing_key(&this.id).await?;
    let (data, algorithm) = (api::to_base64(this.data.expose()), this.algorithm.as_str());
    let sign = Sign { data: &data, signing_algorithm: algorithm, is_digest: this.digest };
    let answer = call.send_authorized(api::sign(&this.id, &sign)?).await?;
    let signed: Signed = answer.json().await?;
    let is_same = signed.key_id == this.id && signed.signing_algorithm == this.algorithm;
    check(is_same, || format!("signing with {}", api::subject(&this.id)))?;
    from_base64(&signed.signature).ok_or_else(|| answer.invalid(NOT_BASE64))
});

/// Asks about a signature when awaited. See [`Kms::verify`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct VerifyWithKmsKey {
    client: Client,
    id: String,
    data: SecretBytes,
    signature: Vec<u8>,
    algorithm: String,
    digest: bool,
}

impl VerifyWithKmsKey {
    digest_setter!();
}

awaitable!(VerifyWithKmsKey => bool, |this, call| {
    call.allow_plaintext(|| format!("verifying with {}", api::subject(&this.id)))?;
    call.require_signing_key(&this.id).await?;
    let (data, signature) = (api::to_base64(this.data.expose()), api::to_base64(&this.signature));
    let verify = Verify {
        data: &data,
        signature: &signature,
        signing_algorithm: &this.algorithm,
        is_digest: this.digest,
    };
    let answer = call.send_authorized(api::verify(&this.id, &verify)?).await?;
    let verified: Verified = answer.json().await?;
    let is_same = verified.key_id == this.id && verified.signing_algorithm == this.algorithm;
    check(is_same, || format!("verifying with {}", api::subject(&this.id)))?;
    Ok(verified.signature_valid)
});

/// Reads a public key when awaited. See [`Kms::public_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetKmsPublicKey {
    client: Client,
    id: String,
}

awaitable!(GetKmsPublicKey => Vec<u8>, |this, call| {
    call.require_signing_key(&this.id).await?;
    let answer = call.send_authorized(api::public_key(&this.id)).await?;
    let found: PublicKey = answer.json().await?;
    from_base64(&found.public_key).ok_or_else(|| answer.invalid(NOT_BASE64))
});

/// Lists algorithms when awaited. See [`Kms::signing_algorithms`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSigningAlgorithms {
    client: Client,
    id: String,
}

awaitable!(ListSigningAlgorithms => Vec<String>, |this, call| {
    call.require_signing_key(&this.id).await?;
    let request = api::signing_algorithms(&this.id);
    let found: SigningAlgorithms = call.send_authorized(request).await?.json().await?;
    Ok(found.signing_algorithms)
});

impl Call {
    async fn require_signing_key(&self, id: &str) -> Result<()> {
        self.require_kms_key(id).await?;
        self.require(Feature::KmsSigning).await
    }
}
