//! Infisical's end-to-end encrypted secrets, decrypted only here.
#![forbid(unsafe_code)]

pub mod crypto;
mod error;
mod secret;

pub use error::{Error, ErrorKind, Result};
pub use secret::SecretString;
