//! Errors of cryptographic operations.

/// An error of a cryptographic operation. Messages never contain the input.
#[derive(thiserror::Error, Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CryptoError {
    /// A tag or authenticator did not match. A wrong key, IV, tag or ciphertext all look the same.
    #[error("the ciphertext does not verify: it was changed, or encrypted under another key")]
    AuthenticationFailed,
    /// A ciphertext is not standard base64 with padding.
    #[error("the ciphertext is not valid base64")]
    InvalidBase64,
    /// Text that must be hexadecimal is not.
    #[error("the text is not hexadecimal")]
    InvalidHex,
    /// A key has the wrong length or encoding, or is not secure.
    #[error("the key does not have the format of its kind")]
    InvalidKey,
    /// A public key is of low order: its shared secret with every key is zero, known to everyone.
    #[error(
        "the public key protects nothing: its shared secret with every other key is zero. Do not \
         use it"
    )]
    LowOrderKey,
    /// An IV is not base64 of 12 or 16 bytes.
    #[error("the IV is not base64 of 12 or 16 bytes")]
    InvalidIv,
    /// A tag is not base64 of 16 bytes.
    #[error("the tag is not base64 of 16 bytes")]
    InvalidTag,
    /// A nonce is not base64 of 24 bytes.
    #[error("the nonce is not base64 of 24 bytes")]
    InvalidNonce,
    /// A decrypted plaintext is not UTF-8 text.
    #[error("the decrypted bytes are not UTF-8 text")]
    InvalidUtf8,
    /// The account's salt is not 64 hexadecimal characters.
    #[error("the salt is not 64 hexadecimal characters")]
    InvalidSalt,
    /// The server's SRP value has the wrong length, or is a multiple of the modulus.
    #[error("the server's SRP value is invalid")]
    InvalidSrpValue,
    /// A public key does not match the private key.
    #[error("the public key does not match the private key")]
    KeyMismatch,
    /// The fingerprint of a public key is in no known form.
    #[error(
        "a fingerprint is 64 hexadecimal digits, or the first 32 of them in groups of four, or \
         twelve words"
    )]
    InvalidFingerprint,
    /// The words of a fingerprint are not all in the list, or do not match their checksum.
    #[error(
        "the twelve words are no fingerprint: at least one is wrong, misspelled or out of place. \
         Ask for them again, or for the hexadecimal digits (64, or the first 32)"
    )]
    WrongFingerprintWords,
    /// A password that no account of encryption version 1 can have.
    #[error("no account of encryption version 1 can have this password")]
    UnusablePassword,
    /// A private key has an unknown encryption version.
    #[error("the private key is protected by an encryption version other than 1 and 2")]
    UnsupportedEncryptionVersion,
    /// A private key of encryption version 2 has no protected key.
    #[error("the protected key that encryption version 2 needs is missing")]
    MissingProtectedKey,
    /// A token is malformed.
    #[error("the token cannot be used: {0}")]
    InvalidToken(TokenDefect),
    /// Argon2id could not get its 64 MiB of memory.
    #[error("the key derivation failed: it needs 64 MiB of memory")]
    KeyDerivationFailed,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    EntropyUnavailable,
}

/// The malformed part of a token. See [`CryptoError::InvalidToken`].
#[derive(thiserror::Error, Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenDefect {
    /// The first part is not the prefix of this kind of token.
    #[error("it has the wrong prefix for this kind of token")]
    Prefix,
    /// There are too few or too many parts between the dots.
    #[error("it has the wrong number of parts")]
    PartCount,
    /// The id part is malformed.
    #[error("its id part is malformed")]
    Id,
    /// The secret part is malformed.
    #[error("its secret part is malformed")]
    Secret,
    /// A service token lacks its fourth part, without which nothing can be decrypted.
    #[error("its fourth part, the key, is missing, and nothing can be decrypted without it")]
    MissingKey,
    /// The key part is not 32 hexadecimal characters.
    #[error("its key part is not 32 hexadecimal characters")]
    Key,
    /// A service token v3 is not a JSON document with its three fields.
    #[error("it is not a JSON document with publicKey, privateKey and serviceToken")]
    Document,
}

impl From<TokenDefect> for CryptoError {
    fn from(defect: TokenDefect) -> Self {
        Self::InvalidToken(defect)
    }
}
