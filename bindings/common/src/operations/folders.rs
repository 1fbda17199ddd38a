//! Folders.

use std::future::IntoFuture;

use infisical_e2ee::{Client, Folder, Operation};

use super::Location;

/// Sets the location of a request.
macro_rules! located {
    ($request:expr, $location:expr) => {{
        let (mut request, location): (_, $crate::operations::Location) = ($request, $location);
        if let Some(id) = location.project {
            request = request.project(id);
        }
        if let Some(slug) = location.environment {
            request = request.environment(slug);
        }
        if let Some(path) = location.path {
            request = request.path(path);
        }
        request
    }};
}
pub(super) use located;

/// `folders.list`.
pub fn list_folders(client: &Client, location: Location) -> Operation<Vec<Folder>> {
    located!(client.folders().list(), location).into_future()
}

/// `folders.create`.
pub fn create_folder(
    client: &Client,
    name: String,
    description: Option<String>,
    location: Location,
) -> Operation<Folder> {
    let mut request = located!(client.folders().create(name), location);
    if let Some(description) = description {
        request = request.description(description);
    }
    request.into_future()
}

/// `folders.rename`.
pub fn rename_folder(
    client: &Client,
    name: String,
    new_name: String,
    location: Location,
) -> Operation<Folder> {
    located!(client.folders().rename(name, new_name), location).into_future()
}

/// `folders.set_description`.
pub fn set_folder_description(
    client: &Client,
    name: String,
    description: String,
    location: Location,
) -> Operation<Folder> {
    located!(client.folders().set_description(name, description), location).into_future()
}

/// `folders.delete`.
pub fn delete_folder(client: &Client, name: String, location: Location) -> Operation<()> {
    located!(client.folders().delete(name), location).into_future()
}
