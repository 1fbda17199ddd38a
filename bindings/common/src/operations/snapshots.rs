//! Snapshots.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, GetSnapshot, Operation, RollBackSnapshot, Snapshot, SnapshotContents,
};

use super::folders::{Location, located};
use super::in_project;

/// `snapshots.list`.
pub fn list_snapshots(client: &Client, location: Location) -> Operation<Vec<Snapshot>> {
    located!(client.snapshots().list(), location).into_future()
}

/// `snapshots.count`.
pub fn count_snapshots(client: &Client, location: Location) -> Operation<i64> {
    located!(client.snapshots().count(), location).into_future()
}

/// `snapshots.get`.
pub fn get_snapshot(
    client: &Client,
    id: String,
    project: Option<String>,
) -> Operation<SnapshotContents> {
    in_project(client.snapshots().get(id), project, GetSnapshot::project).into_future()
}

/// `snapshots.roll_back`.
pub fn roll_back_snapshot(client: &Client, id: String, project: Option<String>) -> Operation<()> {
    in_project(client.snapshots().roll_back(id), project, RollBackSnapshot::project).into_future()
}
