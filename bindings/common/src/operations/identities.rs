//! Machine identities, and what the server can do.

use std::future::IntoFuture;

use infisical_e2ee::{
    AccessTokenInfo, AddIdentityToProject, Capabilities, Client, ClientSecretInfo,
    CreatedAccessToken, CreatedClientSecret, Error, ErrorKind, Identity, IdentityProject,
    ListProjectIdentities, Operation, ProjectIdentity, RemoveIdentityFromProject, Result,
    SetIdentityRole, TokenAuth, UniversalAuth,
};

use super::{TokenAuthSettings, UniversalAuthSettings, in_organization, in_project, prepared};
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
    if let Some(role) = role {
        request = request.role(role);
    }
    in_organization!(request, organization)
}

/// `identities.list`.
pub fn list_identities(client: &Client, organization: Option<String>) -> Operation<Vec<Identity>> {
    in_organization!(client.identities().list(), organization)
}

/// `identities.delete`.
pub fn delete_identity(client: &Client, id: String) -> Operation<()> {
    client.identities().delete(id).into_future()
}

/// `identities.update`.
pub fn update_identity(
    client: &Client,
    id: String,
    new_name: Option<String>,
    role: Option<String>,
) -> Operation<Identity> {
    let mut request = client.identities().update(id);
    if let Some(name) = new_name {
        request = request.new_name(name);
    }
    if let Some(role) = role {
        request = request.role(role);
    }
    request.into_future()
}

/// `identities.projects`.
pub fn list_identity_projects(client: &Client, id: String) -> Operation<Vec<IdentityProject>> {
    client.identities().projects(id).into_future()
}

/// Sets the given `settings` of access tokens on a request.
macro_rules! with_token_settings {
    ($request:expr, $settings:ident, $least_uses:literal) => {{
        let mut request = $request;
        if let Some(seconds) = $settings.access_token_ttl {
            request = request.access_token_ttl(duration("access_token_ttl", seconds)?);
        }
        if let Some(seconds) = $settings.access_token_max_ttl {
            request = request.access_token_max_ttl(duration("access_token_max_ttl", seconds)?);
        }
        if let Some(times) = $settings.access_token_max_uses {
            request =
                request.access_token_max_uses(uses("access_token_max_uses", times, $least_uses)?);
        }
        if let Some(ips) = $settings.access_token_trusted_ips {
            request = request.access_token_trusted_ips(ips);
        }
        request
    }};
}

/// Like [`with_token_settings`], with the settings that only universal auth has.
macro_rules! with_universal_auth_settings {
    ($request:expr, $settings:ident, $least_uses:literal) => {{
        let mut request = with_token_settings!($request, $settings, $least_uses);
        if let Some(ips) = $settings.client_secret_trusted_ips {
            request = request.client_secret_trusted_ips(ips);
        }
        request
    }};
}

fn uses(name: &str, times: i64, least: u64) -> Result<u64> {
    u64::try_from(times).ok().filter(|times| *times >= least).ok_or_else(|| {
        Error::from_binding(ErrorKind::InvalidInput, format!("{name} must be at least {least}"))
    })
}

/// `identities.attach_universal_auth`; returns the client id.
pub fn attach_universal_auth(
    client: &Client,
    id: String,
    settings: UniversalAuthSettings,
) -> Operation<String> {
    prepared(|| {
        let request = client.identities().attach_universal_auth(id);
        Ok(with_universal_auth_settings!(request, settings, 1).into_future())
    })
}

/// `identities.universal_auth`.
pub fn get_universal_auth(client: &Client, id: String) -> Operation<UniversalAuth> {
    client.identities().universal_auth(id).into_future()
}

/// `identities.update_universal_auth`.
pub fn update_universal_auth(
    client: &Client,
    id: String,
    settings: UniversalAuthSettings,
) -> Operation<UniversalAuth> {
    prepared(|| {
        let request = client.identities().update_universal_auth(id);
        Ok(with_universal_auth_settings!(request, settings, 0).into_future())
    })
}

/// `identities.detach_universal_auth`.
pub fn detach_universal_auth(client: &Client, id: String) -> Operation<()> {
    client.identities().detach_universal_auth(id).into_future()
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
            request = request.max_uses(uses("max_uses", times, 1)?);
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

/// `identities.attach_token_auth`.
pub fn attach_token_auth(
    client: &Client,
    id: String,
    settings: TokenAuthSettings,
) -> Operation<TokenAuth> {
    prepared(|| {
        let request = client.identities().attach_token_auth(id);
        Ok(with_token_settings!(request, settings, 1).into_future())
    })
}

/// `identities.token_auth`.
pub fn get_token_auth(client: &Client, id: String) -> Operation<TokenAuth> {
    client.identities().token_auth(id).into_future()
}

/// `identities.update_token_auth`.
pub fn update_token_auth(
    client: &Client,
    id: String,
    settings: TokenAuthSettings,
) -> Operation<TokenAuth> {
    prepared(|| {
        let request = client.identities().update_token_auth(id);
        Ok(with_token_settings!(request, settings, 0).into_future())
    })
}

/// `identities.detach_token_auth`.
pub fn detach_token_auth(client: &Client, id: String) -> Operation<()> {
    client.identities().detach_token_auth(id).into_future()
}

/// `identities.create_access_token`.
pub fn create_access_token(
    client: &Client,
    id: String,
    name: Option<String>,
) -> Operation<CreatedAccessToken> {
    let mut request = client.identities().create_access_token(id);
    if let Some(name) = name {
        request = request.name(name);
    }
    request.into_future()
}

/// `identities.list_access_tokens`.
pub fn list_access_tokens(client: &Client, id: String) -> Operation<Vec<AccessTokenInfo>> {
    client.identities().list_access_tokens(id).into_future()
}

/// `identities.rename_access_token`.
pub fn rename_access_token(client: &Client, token_id: String, new_name: String) -> Operation<()> {
    client.identities().rename_access_token(token_id, new_name).into_future()
}

/// `identities.revoke_access_token`.
pub fn revoke_access_token(client: &Client, token_id: String) -> Operation<()> {
    client.identities().revoke_access_token(token_id).into_future()
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

/// `identities.set_role_in_project`.
pub fn set_identity_role(
    client: &Client,
    id: String,
    role: String,
    project: Option<String>,
) -> Operation<()> {
    let request = client.identities().set_role_in_project(id, role);
    in_project(request, project, SetIdentityRole::project).into_future()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_below_the_minimum_is_refused() {
        assert_eq!(uses("max_uses", 0, 0).unwrap(), 0);
        assert_eq!(uses("max_uses", 1, 1).unwrap(), 1);
        for (times, least) in [(-1, 0), (-1, 1), (0, 1)] {
            let error = uses("max_uses", times, least).unwrap_err();
            assert_eq!(error.message(), format!("max_uses must be at least {least}"));
        }
    }
}
