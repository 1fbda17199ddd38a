//! The cryptography of the Infisical protocol: pure functions, bytes in, bytes out.
//!
//! This crate does no input or output. Randomness comes from [`Entropy`], so that test vectors can
//! fix it. Argon2id ([`protect`], [`unlock`], [`derive_key`], [`blind_index`]) needs 64 MiB and
//! about 0.2 s, and SRP a few milliseconds: async callers run both on a blocking thread.
//!
//! | protocol | here |
//! |---|---|
//! | symmetric encryption | [`SymmetricKey`] |
//! | key pairs | [`PrivateKey`], [`PublicKey`], [`seal`], [`open`] |
//! | fingerprints of public keys | [`Fingerprint`], [`ExpectedFingerprint`] |
//! | protecting the private key | [`protect`], [`unlock`], [`BackupKey`] |
//! | project key | [`ProjectKey`] |
//! | blind index | [`blind_index`] |
//! | SRP | [`SrpClient`], [`SrpVerifier`] |
//! | tokens | [`ServiceToken`], [`ServiceTokenV3`], [`ServiceAccountKey`] |
//!
//! The client is `infisical-e2ee`, which shows this crate as its module `crypto`.
#![forbid(unsafe_code)]

mod backup_key;
mod blind_index;
mod derived;
mod encoding;
mod entropy;
mod error;
mod fingerprint;
mod kdf;
mod key_pair;
mod private_key;
mod project_key;
mod secret;
mod service_account;
mod service_token;
mod srp;
mod srp_group;
mod stack;
mod symmetric;
mod text_key;

pub use backup_key::BackupKey;
pub use blind_index::{blind_index, decrypt_blind_index_salt, encrypt_blind_index_salt};
pub use entropy::{Entropy, SystemEntropy};
pub use error::{CryptoError, TokenDefect};
pub use fingerprint::{ExpectedFingerprint, Fingerprint};
pub use key_pair::{PrivateKey, PublicKey, Sealed, open, seal, seal_with_nonce};
pub use private_key::{ProtectedPrivateKey, derive_key, protect, unlock};
pub use project_key::ProjectKey;
pub use secret::{SecretBytes, SecretString};
pub use service_account::ServiceAccountKey;
pub use service_token::{ServiceToken, ServiceTokenV3, generate_token_key};
pub use srp::{SrpClient, SrpVerifier};
pub use symmetric::{Encrypted, SymmetricKey};
