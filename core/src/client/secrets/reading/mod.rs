//! Reading secrets, with overrides, imports and expanded references.
//!
//! Uses the files of `secrets` and `history`.

mod conditional;
mod expand;
mod read;

pub use conditional::ListSecretsIfChanged;
pub use read::{GetSecret, ListSecrets};
