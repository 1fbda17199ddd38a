//! Reading secrets as a program wants them: with overrides and imports, and with references
//! expanded.
//!
//! Uses the files of `secrets` and `history`.

mod expand;
mod read;

pub use read::{GetSecret, ListSecrets};
