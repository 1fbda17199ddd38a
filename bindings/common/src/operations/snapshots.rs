//! Snapshots.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, Error, GetSnapshot, Operation, RollBackSnapshot, SecretFailure, SecretVersion, Snapshot,
};

use super::folders::located;
use super::{Location, in_project};

/// `snapshots.list`.
pub fn list_snapshots(client: &Client, location: Location) -> Operation<Vec<Snapshot>> {
    located!(client.snapshots().list(), location).into_future()
}

/// `snapshots.count`.
pub fn count_snapshots(client: &Client, location: Location) -> Operation<i64> {
    located!(client.snapshots().count(), location).into_future()
}

/// The contents of a snapshot.
#[derive(Debug)]
pub struct SnapshotContents {
    /// The snapshot's id.
    pub id: String,
    /// When it was taken.
    pub created_at: Option<String>,
    /// The secrets at that time.
    pub secrets: Vec<SecretVersion>,
    /// Those that did not decrypt.
    pub failures: Vec<SecretFailure>,
    /// Names of the folders at that time.
    pub folders: Vec<String>,
    /// The error of `check_complete`, if a secret did not decrypt.
    pub incomplete: Option<Error>,
}

impl From<infisical_e2ee::SnapshotContents> for SnapshotContents {
    fn from(contents: infisical_e2ee::SnapshotContents) -> Self {
        Self {
            incomplete: contents.check_complete().err(),
            id: contents.id,
            created_at: contents.created_at,
            secrets: contents.secrets,
            failures: contents.failures,
            folders: contents.folders,
        }
    }
}

/// `snapshots.get`.
pub fn get_snapshot(
    client: &Client,
    id: String,
    project: Option<String>,
) -> Operation<SnapshotContents> {
    let contents = in_project(client.snapshots().get(id), project, GetSnapshot::project);
    Box::pin(async { contents.await.map(SnapshotContents::from) })
}

/// `snapshots.roll_back`.
pub fn roll_back_snapshot(client: &Client, id: String, project: Option<String>) -> Operation<()> {
    in_project(client.snapshots().roll_back(id), project, RollBackSnapshot::project).into_future()
}
