//! Environments of a project.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, CreateEnvironment, DeleteEnvironment, Environment, ListEnvironments, Operation,
    UpdateEnvironment,
};

use super::in_project;

/// `environments.list`.
pub fn list_environments(client: &Client, project: Option<String>) -> Operation<Vec<Environment>> {
    in_project(client.environments().list(), project, ListEnvironments::project).into_future()
}

/// `environments.create`.
pub fn create_environment(
    client: &Client,
    name: String,
    slug: String,
    project: Option<String>,
) -> Operation<Environment> {
    let request = client.environments().create(name, slug);
    in_project(request, project, CreateEnvironment::project).into_future()
}

/// `environments.update`.
pub fn update_environment(
    client: &Client,
    slug: String,
    new_name: Option<String>,
    new_slug: Option<String>,
    project: Option<String>,
) -> Operation<Environment> {
    let mut request = client.environments().update(slug);
    if let Some(name) = new_name {
        request = request.new_name(name);
    }
    if let Some(slug) = new_slug {
        request = request.new_slug(slug);
    }
    in_project(request, project, UpdateEnvironment::project).into_future()
}

/// `environments.delete`.
pub fn delete_environment(client: &Client, slug: String, project: Option<String>) -> Operation<()> {
    let request = client.environments().delete(slug);
    in_project(request, project, DeleteEnvironment::project).into_future()
}
