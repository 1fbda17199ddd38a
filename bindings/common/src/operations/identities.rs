//! Machine identities, and what the server can do.

use std::future::IntoFuture;

use infisical_e2ee::{Capabilities, Client, Identity, Operation, SecretString};

use super::prepared;
use crate::options::duration;

/// `client.capabilities`.
pub fn capabilities(client: &Client) -> Operation<Capabilities> {
    client.capabilities().into_future()
}

/// `identities.create`.
pub fn create_identity(
    client: &Client,
    name: String,
    organization: Option<String>,
    role: Option<String>,
) -> Operation<Identity> {
    let mut request = client.identities().create(name);
    if let Some(id) = organization {
        request = request.organization(id);
    }
    if let Some(role) = role {
        request = request.role(role);
    }
    request.into_future()
}

/// `identities.list`.
pub fn list_identities(client: &Client, organization: Option<String>) -> Operation<Vec<Identity>> {
    let mut request = client.identities().list();
    if let Some(id) = organization {
        request = request.organization(id);
    }
    request.into_future()
}

/// `identities.delete`.
pub fn delete_identity(client: &Client, id: String) -> Operation<()> {
    client.identities().delete(id).into_future()
}

/// `identities.attach_universal_auth`, with times in seconds; gives the client id.
pub fn attach_universal_auth(
    client: &Client,
    id: String,
    access_token_ttl: Option<f64>,
    access_token_max_ttl: Option<f64>,
) -> Operation<String> {
    prepared(|| {
        let mut request = client.identities().attach_universal_auth(id);
        if let Some(seconds) = access_token_ttl {
            request = request.access_token_ttl(duration("access_token_ttl", seconds)?);
        }
        if let Some(seconds) = access_token_max_ttl {
            request = request.access_token_max_ttl(duration("access_token_max_ttl", seconds)?);
        }
        Ok(request.into_future())
    })
}

/// `identities.create_client_secret`.
pub fn create_client_secret(
    client: &Client,
    id: String,
    description: Option<String>,
) -> Operation<SecretString> {
    let mut request = client.identities().create_client_secret(id);
    if let Some(description) = description {
        request = request.description(description);
    }
    request.into_future()
}

/// `identities.add_to_project`.
pub fn add_identity_to_project(
    client: &Client,
    id: String,
    role: String,
    project: Option<String>,
) -> Operation<()> {
    let mut request = client.identities().add_to_project(id, role);
    if let Some(id) = project {
        request = request.project(id);
    }
    request.into_future()
}
