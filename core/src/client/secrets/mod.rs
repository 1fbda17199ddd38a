//! Secrets, from their names to their history.
//!
//! This folder has the shared parts: a secret, lists of secrets, conversion from ciphertext
//! (`cryptor`) or the server's plaintext (`raw`), and reading secrets as they are stored (`fetch`).
//! `history` is above that, `reading` above `history`, and `writing` above both.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod approval;
mod blind_indices;
mod cryptor;
mod extras;
mod fetch;
mod filter;
mod history;
mod imports;
mod list;
mod names;
mod outdated;
mod raw;
mod read_options;
mod reading;
mod references;
mod secret;
mod tag_names;
mod tree;
mod watched;
mod writing;

pub use approval::Approval;
pub use blind_indices::{BlindIndexReport, BlindIndexStatus, DuplicateName, EnableBlindIndices};
pub use history::{
    CountSnapshots, GetSnapshot, ListSecretVersions, ListSnapshots, RollBackSnapshot,
    SecretHistory, SecretVersion, Snapshot, SnapshotContents, Snapshots,
};
pub use list::{SecretFailure, SecretList};
pub use reading::{GetSecret, ListSecrets, ListSecretsIfChanged};
#[cfg(any(test, fuzzing))]
pub(crate) use references::fuzz as fuzz_references;
pub use references::{NestedReferences, UnknownReferences};
pub use secret::{Secret, SecretMetadata, SecretType, Secrets};
pub use writing::{
    BulkItem, BulkResult, Change, CreateSecret, DeleteManySecrets, DeleteSecret, DuplicateResult,
    DuplicateSecrets, MoveResult, MoveSecrets, NewValue, ProposeCreate, ProposeDelete,
    ProposeUpdate, RollBackSecret, SetManySecrets, SetSecretTags, UpdateSecret,
};
