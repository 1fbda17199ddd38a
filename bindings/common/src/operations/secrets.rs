//! Secrets.

use std::future::IntoFuture;

use infisical_e2ee::{Client, MoveResult, Operation, Secret, SecretList, SecretString};

use super::folders::{Location, located};
use super::prepared;

/// Where a secret lives, and whose it is.
#[derive(Debug, Default)]
pub struct Place {
    /// Id of the project.
    pub project: Option<String>,
    /// Slug of the environment.
    pub environment: Option<String>,
    /// Folder.
    pub path: Option<String>,
    /// `"shared"` or `"personal"`.
    pub kind: Option<String>,
}

/// Gives a request about secrets the place it is for.
macro_rules! at {
    ($request:expr, $place:expr) => {{
        let (mut request, place): (_, Place) = ($request, $place);
        if let Some(id) = place.project {
            request = request.project(id);
        }
        if let Some(slug) = place.environment {
            request = request.environment(slug);
        }
        if let Some(path) = place.path {
            request = request.path(path);
        }
        if let Some(kind) = place.kind {
            request = request.kind(kind.parse()?);
        }
        request
    }};
}

/// `secrets.get`.
pub fn get_secret(client: &Client, name: String, place: Place) -> Operation<Secret> {
    prepared(|| Ok(at!(client.secrets().get(name), place).into_future()))
}

/// `secrets.list`.
pub fn list_secrets(client: &Client, place: Place) -> Operation<SecretList> {
    prepared(|| Ok(at!(client.secrets().list(), place).into_future()))
}

/// `secrets.create`.
pub fn create_secret(
    client: &Client,
    name: String,
    value: SecretString,
    comment: Option<SecretString>,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let mut request = at!(client.secrets().create(name, value), place);
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.update`.
pub fn update_secret(
    client: &Client,
    name: String,
    value: Option<SecretString>,
    comment: Option<SecretString>,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let mut request = at!(client.secrets().update(name), place);
        if let Some(value) = value {
            request = request.value(value);
        }
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.delete`.
pub fn delete_secret(client: &Client, name: String, place: Place) -> Operation<()> {
    prepared(|| Ok(at!(client.secrets().delete(name), place).into_future()))
}

/// `secrets.set_tags`.
pub fn set_secret_tags(
    client: &Client,
    name: String,
    tags: Vec<String>,
    location: Location,
) -> Operation<Secret> {
    located!(client.secrets().set_tags(name, tags), location).into_future()
}

/// Where secrets are moved.
#[derive(Debug, Default)]
pub struct Destination {
    /// Slug of the environment.
    pub environment: Option<String>,
    /// Folder.
    pub path: Option<String>,
    /// Whether to replace what is there.
    pub overwrite: bool,
}

/// `secrets.move`, which is a keyword in some languages.
pub fn move_secrets(
    client: &Client,
    names: Vec<String>,
    to: Destination,
    location: Location,
) -> Operation<MoveResult> {
    let mut request = located!(client.secrets().move_to(names), location).overwrite(to.overwrite);
    if let Some(slug) = to.environment {
        request = request.to_environment(slug);
    }
    if let Some(path) = to.path {
        request = request.to_path(path);
    }
    request.into_future()
}
