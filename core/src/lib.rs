//! Infisical's end-to-end encrypted secrets, decrypted only here.
//!
//! Infisical keeps secrets that its server cannot read. This crate calls its REST API and encrypts
//! on the client: it decrypts the project key with a service token or a user's password, and
//! encrypts and decrypts names, values and comments in this process. It works with the servers of
//! May 2023, February 2024 and June 2024, and detects the release of the server.
//!
//! ```no_run
//! use infisical_e2ee::{Client, Credential};
//!
//! # async fn example() -> infisical_e2ee::Result<()> {
//! let client = Client::builder()
//!     .base_url("https://infisical.example.com")
//!     .credential(Credential::service_token(&std::env::var("INFISICAL_TOKEN").unwrap())?)
//!     .build()?;
//!
//! let database = client.secrets().get("DB_URL").environment("prod").await?;
//! for secret in client.secrets().list().environment("prod").await?.complete()? {
//!     println!("{} has {} bytes", secret.name, secret.value.len());
//! }
//! # let _ = database;
//! # Ok(())
//! # }
//! ```
//!
//! Start at [`Client`]. Every failure is an [`Error`] with an [`ErrorKind`].
#![forbid(unsafe_code)]

mod api;
mod client;
mod error;
mod formats;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzz;
mod http;
mod text;
mod webhooks;

#[doc(inline)]
pub use infisical_e2ee_crypto as crypto;

pub use client::*;
#[doc(inline)]
pub use crypto::{Fingerprint, SecretBytes, SecretString};
pub use error::{Error, ErrorKind, Result};
pub use formats::{SecretsFormat, format_secrets, parse_secrets};
pub use webhooks::{WEBHOOK_TOLERANCE, verify_webhook};

/// For tests of the mapping of recorded errors. Not part of the API.
#[doc(hidden)]
pub mod testing {
    pub use crate::http::{CredentialKind, Recorded, classify_recorded};
}
