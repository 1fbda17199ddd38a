//! Reading secrets as a program wants them: with overrides and imports, and with references
//! expanded.
//!
//! Uses the files of `secrets` and `history`.

mod expand;
mod read;
mod references;

pub use read::{GetSecret, ListSecrets};
pub use references::{NestedReferences, UnknownReferences};
