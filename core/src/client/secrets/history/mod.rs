//! Earlier states of secrets: versions, and snapshots of a project or folder.
//!
//! Uses the files of `secrets`.

mod snapshots;
mod versions;

pub use snapshots::{
    CountSnapshots, GetSnapshot, ListSnapshots, RollBackSnapshot, Snapshot, SnapshotContents,
    Snapshots,
};
pub use versions::{ListSecretVersions, SecretHistory, SecretVersion};
