//! Machine identities, and what the server can do.

use std::future::IntoFuture;

use infisical_e2ee::{
    AddIdentityToProject, Capabilities, Client, ClientSecretInfo, CreatedClientSecret, Error,
    ErrorKind, Identity, ListProjectIdentities, Operation, ProjectIdentity,
    RemoveIdentityFromProject,
};

use super::{in_project, prepared};
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

/// `identities.create_client_secret`, with the time in seconds.
pub fn create_client_secret(
    client: &Client,
    id: String,
    description: Option<String>,
    expires_in: Option<f64>,
    max_uses: Option<i64>,
) -> Operation<CreatedClientSecret> {
    prepared(|| {
        let mut request = client.identities().create_client_secret(id);
        if let Some(description) = description {
            request = request.description(description);
        }
        if let Some(seconds) = expires_in {
            request = request.expires_in(duration("expires_in", seconds)?);
        }
        if let Some(times) = max_uses {
            request = request.max_uses(u64::try_from(times).map_err(|_| {
                Error::from_binding(ErrorKind::InvalidInput, "max_uses is at least 1")
            })?);
        }
        Ok(request.into_future())
    })
}

/// `identities.list_client_secrets`.
pub fn list_client_secrets(client: &Client, id: String) -> Operation<Vec<ClientSecretInfo>> {
    client.identities().list_client_secrets(id).into_future()
}

/// `identities.revoke_client_secret`.
pub fn revoke_client_secret(
    client: &Client,
    id: String,
    client_secret_id: String,
) -> Operation<()> {
    client.identities().revoke_client_secret(id, client_secret_id).into_future()
}

/// `identities.add_to_project`.
pub fn add_identity_to_project(
    client: &Client,
    id: String,
    role: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.identities().add_to_project(id, role);
    in_project(request, project, AddIdentityToProject::project).into_future()
}

/// `identities.list_in_project`.
pub fn list_project_identities(
    client: &Client,
    project: Option<String>,
) -> Operation<Vec<ProjectIdentity>> {
    let request = client.identities().list_in_project();
    in_project(request, project, ListProjectIdentities::project).into_future()
}

/// `identities.remove_from_project`.
pub fn remove_identity_from_project(
    client: &Client,
    id: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.identities().remove_from_project(id);
    in_project(request, project, RemoveIdentityFromProject::project).into_future()
}
