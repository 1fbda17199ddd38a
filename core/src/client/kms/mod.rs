//! Keys that the server holds, and what it does with them.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod encryption;
mod kms_keys;
mod signing;

pub use encryption::{DecryptWithKmsKey, EncryptWithKmsKey};
pub use kms_keys::{
    CreateKmsKey, DeleteKmsKey, GetKmsKey, GetKmsKeyByName, Kms, KmsKey, ListKmsKeys,
    SetKmsKeyEnabled, UpdateKmsKey,
};
pub use signing::{GetKmsPublicKey, ListSigningAlgorithms, SignWithKmsKey, VerifyWithKmsKey};
