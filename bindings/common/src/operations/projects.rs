//! Projects.

use std::future::IntoFuture;

use infisical_e2ee::{
    BlindIndexReport, Client, Error, ErrorKind, KeyRotation, OpenedKey, Operation, Project,
};

use super::prepared;
use super::secret_bulk::{OnProgress, with_progress};

/// `projects.create`.
pub fn create_project(
    client: &Client,
    name: String,
    product: Option<String>,
    organization: Option<String>,
) -> Operation<Project> {
    let mut request = client.projects().create(name);
    if let Some(product) = product {
        request = request.product(product);
    }
    if let Some(id) = organization {
        request = request.organization(id);
    }
    request.into_future()
}

/// `projects.list`.
pub fn list_projects(client: &Client) -> Operation<Vec<Project>> {
    client.projects().list().into_future()
}

/// `projects.get`.
pub fn get_project(client: &Client, id: String) -> Operation<Project> {
    client.projects().get(id).into_future()
}

/// `projects.get_by_slug`.
pub fn get_project_by_slug(client: &Client, slug: String) -> Operation<Project> {
    client.projects().get_by_slug(slug).into_future()
}

/// `projects.open_key`.
pub fn open_project_key(client: &Client, id: String) -> Operation<OpenedKey> {
    client.projects().open_key(id).into_future()
}

/// `projects.rename`.
pub fn rename_project(client: &Client, id: String, name: String) -> Operation<Project> {
    client.projects().rename(id, name).into_future()
}

/// `projects.set_auto_capitalization`.
pub fn set_auto_capitalization(client: &Client, id: String, enabled: bool) -> Operation<Project> {
    client.projects().set_auto_capitalization(id, enabled).into_future()
}

/// `projects.set_version_limit`.
pub fn set_version_limit(client: &Client, id: String, limit: i64) -> Operation<Project> {
    prepared(|| {
        let limit = u32::try_from(limit).map_err(|_| {
            Error::from_binding(ErrorKind::InvalidInput, "the version limit must be 1 to 100")
        })?;
        Ok(client.projects().set_version_limit(id, limit).into_future())
    })
}

/// `projects.leave`.
pub fn leave_project(client: &Client, id: String) -> Operation<()> {
    client.projects().leave(id).into_future()
}

/// `projects.delete`.
pub fn delete_project(client: &Client, id: String) -> Operation<()> {
    client.projects().delete(id).into_future()
}

/// `projects.share_key_with_server`.
pub fn share_key_with_server(client: &Client, id: String) -> Operation<()> {
    client.projects().share_key_with_server(id).into_future()
}

/// `projects.stop_sharing_key_with_server`.
pub fn stop_sharing_key_with_server(client: &Client, id: String) -> Operation<()> {
    client.projects().stop_sharing_key_with_server(id).into_future()
}

/// `projects.upgrade`.
pub fn upgrade_project(client: &Client, id: String, send_private_key: bool) -> Operation<()> {
    client.projects().upgrade(id).send_private_key(send_private_key).into_future()
}

/// `projects.is_key_shared_with_server`.
pub fn is_key_shared_with_server(client: &Client, id: String) -> Operation<bool> {
    client.projects().is_key_shared_with_server(id).into_future()
}

/// `projects.blind_index_status`.
pub fn blind_index_status(client: &Client, id: String) -> Operation<bool> {
    client.projects().blind_index_status(id).into_future()
}

/// `projects.enable_blind_indices`.
pub fn enable_blind_indices(client: &Client, id: String) -> Operation<BlindIndexReport> {
    client.projects().enable_blind_indices(id).into_future()
}

/// `projects.rotate_key`.
pub fn rotate_project_key(
    client: &Client,
    id: String,
    dry_run: bool,
    share_with_server: bool,
    expect_fingerprints: Option<Vec<String>>,
    on_progress: Option<OnProgress>,
) -> Operation<KeyRotation> {
    let request = client.projects().rotate_key(id).dry_run(dry_run);
    let mut request = with_progress!(request.share_with_server(share_with_server), on_progress);
    if let Some(fingerprints) = expect_fingerprints {
        request = request.expect_fingerprints(fingerprints);
    }
    request.into_future()
}
