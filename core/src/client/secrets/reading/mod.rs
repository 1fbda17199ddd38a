//! Reading secrets, with overrides, imports and expanded references.
//!
//! Uses the files of `secrets` and `history`.

mod expand;
mod read;

pub use read::{GetSecret, ListSecrets};
