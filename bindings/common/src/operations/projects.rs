//! Projects.

use std::future::IntoFuture;

use infisical_e2ee::{Client, OpenedKey, Operation, Project};

/// `projects.create`.
pub fn create_project(
    client: &Client,
    name: String,
    organization: Option<String>,
) -> Operation<Project> {
    let mut request = client.projects().create(name);
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

/// `projects.open_key`.
pub fn open_project_key(client: &Client, id: String) -> Operation<OpenedKey> {
    client.projects().open_key(id).into_future()
}
