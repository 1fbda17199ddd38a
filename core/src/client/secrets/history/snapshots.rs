//! Snapshots: the secrets of a project or folder at one time.

use super::versions::{SecretHistory, SecretVersion};
use crate::api::secrets::Place;
use crate::api::snapshots::{
    self as api, Count, OneSnapshot, SnapshotProject, SnapshotRecord, SnapshotScope,
};
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::{GivenLocation, location_setters, normal_path, project_setter};
use crate::client::secrets::list::{SecretFailure, check_complete};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The number of snapshots per request, which is low because May 2023's list every version in them.
const PAGE: u64 = 50;

/// Snapshots: what the secrets of a project or folder were at one time. See [`Client::snapshots`].
///
/// Servers take a snapshot after every change of secrets. May 2023 servers take it of the whole
/// project: there, the environment of a call has no effect, and a path other than `/` is not
/// supported. Later servers take it of the folder alone.
///
/// Every method fails with [`ErrorKind::InvalidInput`] if neither the call nor the client names the
/// project and, where snapshots are of a folder, the environment, or for a text that cannot be an
/// id.
///
/// Protocol: `/api/v1/workspace/{id}/secret-snapshots` and `/api/v1/secret-snapshot`.
#[derive(Debug, Clone)]
pub struct Snapshots {
    pub(crate) client: Client,
}

impl Snapshots {
    /// Lists every snapshot of a folder, or of the project, newest first.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, environment or folder, or the user is
    ///   not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's, or if the user's role
    ///   does not allow it.
    /// - [`ErrorKind::UnsupportedByServer`] for a path other than `/` on May 2023 servers.
    pub fn list(&self) -> ListSnapshots {
        ListSnapshots { client: self.client.clone(), location: GivenLocation::default() }
    }

    /// Returns how many snapshots there are of a folder, or of the project.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project, environment or folder, or the user is
    ///   not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's, on May 2023 servers
    ///   also for API keys, or if the user's role does not allow it.
    /// - [`ErrorKind::UnsupportedByServer`] for a path other than `/` on May 2023 servers.
    pub fn count(&self) -> CountSnapshots {
        CountSnapshots { client: self.client.clone(), location: GivenLocation::default() }
    }

    /// Returns what a snapshot holds, decrypted. Snapshots of May 2023 servers hold the secrets of
    /// all environments, and every user's personal ones.
    ///
    /// A secret that does not decrypt is reported in [`SnapshotContents::failures`] and hides no
    /// other. `check_complete` of the result fails if there is any.
    ///
    /// # Arguments
    /// - `id`: the snapshot's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such snapshot, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's login or access token,
    ///   or if the user's role does not allow it.
    /// - [`ErrorKind::KeyUnavailable`] if the user has no key of the project, or if the credential
    ///   opens no private key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::UnsupportedByServer`] if the server decrypts the project's secrets but, like
    ///   those of 2024, not what they were, or if the secrets can only pass in plaintext and the
    ///   client has the option `require_e2ee`.
    pub fn get(&self, id: impl Into<String>) -> GetSnapshot {
        GetSnapshot { client: self.client.clone(), id: id.into(), project: None }
    }

    /// Restores secrets to what they were in a snapshot, for everybody. Secrets created since are
    /// deleted, other users' personal secrets among them. Ask the users before.
    ///
    /// On May 2023 servers this changes the whole project: all environments; and every secret in it
    /// loses its comment and tags. On later ones it changes the folder of the snapshot and all
    /// below it, which loses its secret imports. Subfolders are restored to their latest snapshots,
    /// even if those are newer than this one. Read secrets again afterwards.
    ///
    /// If the server rejects the call, nothing was changed.
    ///
    /// # Arguments
    /// - `id`: the snapshot's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such snapshot, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's, on servers since 2024
    ///   also for API keys, or if the user's role does not allow it.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which cannot roll back to snapshots
    ///   any more.
    pub fn roll_back(&self, id: impl Into<String>) -> RollBackSnapshot {
        RollBackSnapshot { client: self.client.clone(), id: id.into(), project: None }
    }
}

/// Lists snapshots when awaited. See [`Snapshots::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSnapshots {
    client: Client,
    location: GivenLocation,
}

impl ListSnapshots {
    location_setters!();
}

awaitable!(ListSnapshots => Vec<Snapshot>, |this, call| {
    let scope = call.snapshots_of(this.location).await?;
    let records = call.snapshot_records(&scope).await?;
    Ok(records.into_iter().map(|record| Snapshot::new(record, &scope)).collect())
});

/// Counts snapshots when awaited. See [`Snapshots::count`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CountSnapshots {
    client: Client,
    location: GivenLocation,
}

impl CountSnapshots {
    location_setters!();
}

awaitable!(CountSnapshots => i64, |this, call| {
    let scope = call.snapshots_of(this.location).await?;
    if let SnapshotScope::Project(_) = scope {
        call.require_managing_session().await?;
    }
    let Count { count } = call.send_authorized(api::count(&scope)).await?.json().await?;
    Ok(count)
});

/// Reads a snapshot when awaited. See [`Snapshots::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetSnapshot {
    client: Client,
    id: String,
    project: Option<String>,
}

impl GetSnapshot {
    project_setter!();
}

awaitable!(GetSnapshot => SnapshotContents, |this, call| {
    call.snapshot_contents(this.id, this.project).await
});

/// Restores secrets when awaited. See [`Snapshots::roll_back`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RollBackSnapshot {
    client: Client,
    id: String,
    project: Option<String>,
}

impl RollBackSnapshot {
    project_setter!();
}

awaitable!(RollBackSnapshot => (), |this, call| {
    call.roll_back_snapshot(&this.id, this.project).await
});

/// A snapshot of secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The snapshot's id.
    pub id: String,
    /// The number of the snapshot in the project, from 1; only on May 2023 servers.
    pub version: Option<i64>,
    /// When the snapshot was taken, as RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// Slug of the environment; `None` on May 2023 servers, whose snapshots contain all
    /// environments.
    pub environment: Option<String>,
    /// Id of the folder; `None` on May 2023 servers.
    pub folder_id: Option<String>,
}

impl Snapshot {
    fn new(record: SnapshotRecord, scope: &SnapshotScope) -> Self {
        Self {
            id: record.id(),
            version: record.version,
            created_at: record.created_at,
            environment: match scope {
                SnapshotScope::Project(_) => None,
                SnapshotScope::Folder(place) => Some(place.environment.clone()),
            },
            folder_id: record.folder_id,
        }
    }
}

/// The contents of a snapshot.
#[derive(Debug, Clone)]
pub struct SnapshotContents {
    /// The snapshot's id.
    pub id: String,
    /// When it was taken, as RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// The secrets at that time, those that decrypted.
    pub secrets: Vec<SecretVersion>,
    /// Those that did not decrypt, with the id of the version.
    pub failures: Vec<SecretFailure>,
    /// Names of the folders in the folder; empty on May 2023 servers.
    pub folders: Vec<String>,
}

impl SnapshotContents {
    /// Fails unless every secret decrypted.
    ///
    /// # Errors
    /// The error of the first failure, with the number of failures.
    pub fn check_complete(&self) -> Result<()> {
        check_complete("secrets", self.secrets.len(), &self.failures)
    }
}

impl Call {
    async fn snapshots_of(&self, location: GivenLocation) -> Result<SnapshotScope> {
        self.require_manager().await?;
        let era = self.era().await?;
        if era.has_folders() {
            return Ok(SnapshotScope::Folder(self.place(location).await?));
        }
        if let Some(path) = &location.path
            && normal_path(path)? != "/"
        {
            Feature::FolderSnapshots
                .check_for(era, &format!("path {path:?}", path = Shown(path)))?;
        }
        Ok(SnapshotScope::Project(self.managed_project(location.project).await?))
    }

    async fn snapshot_records(&self, scope: &SnapshotScope) -> Result<Vec<SnapshotRecord>> {
        let request = |offset, limit| api::list(scope, offset, limit);
        let items = |page: api::Snapshots| page.secret_snapshots;
        self.all_pages(PAGE, request, items, SnapshotRecord::id).await
    }

    async fn snapshot_contents(
        &self,
        id: String,
        project: Option<String>,
    ) -> Result<SnapshotContents> {
        self.require_managing_session().await?;
        let project = self.managed_project(project).await?;
        self.check_id("snapshot", &id).await?;
        let found: OneSnapshot<api::Content> =
            self.send_authorized(api::get(&id)).await?.json().await?;
        let snapshot = found.secret_snapshot;
        if snapshot.project.workspace != project {
            return Err(unknown(&id, &project));
        }
        let place = Place {
            workspace_id: project,
            environment: snapshot.environment.map(|it| it.slug).unwrap_or_default(),
            path: None,
        };
        let SecretHistory { versions, failures } =
            self.open_versions(snapshot.secret_versions, place).await?;
        Ok(SnapshotContents {
            id,
            created_at: snapshot.created_at,
            secrets: versions,
            failures,
            folders: snapshot.folder_version.into_iter().map(|folder| folder.name).collect(),
        })
    }

    async fn roll_back_snapshot(&self, id: &str, project: Option<String>) -> Result<()> {
        let project = self.managed_project(project).await?;
        self.check_id("snapshot", id).await?;
        self.require(Feature::SnapshotRollback).await?;
        let request = if self.era().await?.is_may_2023() {
            let scope = SnapshotScope::Project(project.clone());
            let records = self.snapshot_records(&scope).await?;
            let record = records.iter().find(|record| record.id() == id);
            let number = record.and_then(|record| record.version);
            api::roll_back_project(&project, id, number.ok_or_else(|| unknown(id, &project))?)?
        } else {
            self.require_managing_session().await?;
            let found: OneSnapshot<SnapshotProject> =
                self.send_authorized(api::get(id)).await?.json().await?;
            if found.secret_snapshot.workspace != project {
                return Err(unknown(id, &project));
            }
            api::roll_back(id)?
        };
        self.rearranging(&project, None, "/", self.send_authorized(request)).await?;
        Ok(())
    }
}

fn unknown(id: &str, project: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        format!("project {project} has no snapshot with id {id}. List its snapshots"),
    )
}
