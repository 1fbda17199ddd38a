//! Imports of one folder's secrets into another.

use std::future::IntoFuture;

use infisical_e2ee::{Client, Operation, SecretImport};

use super::folders::located;
use super::{Location, SecretImportChange};

/// `secret_imports.list`.
pub fn list_secret_imports(client: &Client, location: Location) -> Operation<Vec<SecretImport>> {
    located!(client.secret_imports().list(), location).into_future()
}

/// `secret_imports.create`.
pub fn create_secret_import(
    client: &Client,
    from_environment: String,
    from_path: String,
    location: Location,
) -> Operation<SecretImport> {
    let request = client.secret_imports().create(from_environment, from_path);
    located!(request, location).into_future()
}

/// `secret_imports.update`.
pub fn update_secret_import(
    client: &Client,
    id: String,
    change: SecretImportChange,
    location: Location,
) -> Operation<SecretImport> {
    let mut request = located!(client.secret_imports().update(id), location);
    if let Some(slug) = change.from_environment {
        request = request.from_environment(slug);
    }
    if let Some(path) = change.from_path {
        request = request.from_path(path);
    }
    if let Some(position) = change.position {
        request = request.position(position);
    }
    request.into_future()
}

/// `secret_imports.delete`.
pub fn delete_secret_import(client: &Client, id: String, location: Location) -> Operation<()> {
    located!(client.secret_imports().delete(id), location).into_future()
}
