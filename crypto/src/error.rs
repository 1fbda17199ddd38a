//! Why a cryptographic operation was refused.

/// Why a cryptographic operation was refused. Messages never contain the input.
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
    /// A key has the wrong length or encoding, or is one that protects nothing.
    #[error("the key is not in the form its kind must have")]
    InvalidKey,
    /// An IV is not base64 of 12 or 16 bytes.
    #[error("the IV is not base64 of 12 or 16 bytes")]
    InvalidIv,
    /// A tag is not base64 of 16 bytes.
    #[error("the tag is not base64 of 16 bytes")]
    InvalidTag,
    /// A nonce is not base64 of 24 bytes.
    #[error("the nonce is not base64 of 24 bytes")]
    InvalidNonce,
    /// A plaintext that verified is not text.
    #[error("the decrypted bytes are not UTF-8 text")]
    InvalidUtf8,
    /// The account's salt is not 64 hexadecimal characters.
    #[error("the salt is not 64 hexadecimal characters")]
    InvalidSalt,
    /// The server's SRP value has the wrong length, or is a multiple of the modulus.
    #[error("the server's SRP value is not one a correct server sends")]
    InvalidSrpValue,
    /// A public key does not belong to the private key it came with.
    #[error("the public key does not belong to the private key")]
    KeyMismatch,
    /// A password that encryption version 1 cannot make a key from.
    #[error("the password cannot make a key under encryption version 1")]
    UnusablePassword,
    /// A private key is protected in a way this library does not know.
    #[error("the private key is protected by an encryption version other than 1 and 2")]
    UnsupportedEncryptionVersion,
    /// A private key under encryption version 2 came without its protected key.
    #[error("the protected key that encryption version 2 needs is missing")]
    MissingProtectedKey,
    /// A token is not in the form of its kind.
    #[error("the token cannot be used: {0}")]
    InvalidToken(TokenDefect),
    /// Argon2id could not get its 64 MiB of memory.
    #[error("the key derivation failed: it needs 64 MiB of memory")]
    KeyDerivationFailed,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    EntropyUnavailable,
}

/// What is wrong with a token. See [`CryptoError::InvalidToken`].
#[derive(thiserror::Error, Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenDefect {
    /// The first part is not the literal of this kind of token.
    #[error("its prefix is not that of this kind of token")]
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
    #[error("its fourth part, the key, is missing; nothing can be decrypted without it")]
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
