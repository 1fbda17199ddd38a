//! Machine identities, and the server's capabilities.

use infisical_e2ee::{
    AccessTokenInfo, Capabilities, Client, ClientSecretInfo, Identity, IdentityProject,
    ProjectIdentity, TokenAuth, UniversalAuth,
};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

/// Sets the lifetime, uses and trusted IPs of access tokens on a request.
macro_rules! with_token_settings {
    ($request:expr, $args:expr) => {{
        let mut request = $request;
        if let Some(duration) = $args.seconds("access_token_ttl")? {
            request = request.access_token_ttl(duration);
        }
        if let Some(duration) = $args.seconds("access_token_max_ttl")? {
            request = request.access_token_max_ttl(duration);
        }
        if let Some(times) = $args.count("access_token_max_uses")? {
            request = request.access_token_max_uses(times);
        }
        if let Some(ips) = $args.texts_opt("access_token_trusted_ips")? {
            request = request.access_token_trusted_ips(ips);
        }
        request
    }};
}

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let identities = client.identities();
    match name {
        "create" => {
            let name = args.required("name")?;
            let request = with!(identities.create(name), args, organization, role);
            args.done()?;
            Ok(identity_json(&request.await?))
        }
        "list" => {
            let request = with!(identities.list(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(identity_json).collect())
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            identities.delete(id).await?;
            Ok(Value::Null)
        }
        "update" => {
            let request = identities.update(args.required("id")?);
            let request = with!(request, args, new_name, role);
            args.done()?;
            Ok(identity_json(&request.await?))
        }
        "projects" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(identities.projects(id).await?.iter().map(project_json).collect())
        }
        "attach_universal_auth" => {
            let request = identities.attach_universal_auth(args.required("id")?);
            let mut request = with_token_settings!(request, args);
            if let Some(ips) = args.texts_opt("client_secret_trusted_ips")? {
                request = request.client_secret_trusted_ips(ips);
            }
            args.done()?;
            Ok(request.await?.into())
        }
        "universal_auth" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(universal_auth_json(&identities.universal_auth(id).await?))
        }
        "update_universal_auth" => {
            let request = identities.update_universal_auth(args.required("id")?);
            let mut request = with_token_settings!(request, args);
            if let Some(ips) = args.texts_opt("client_secret_trusted_ips")? {
                request = request.client_secret_trusted_ips(ips);
            }
            args.done()?;
            Ok(universal_auth_json(&request.await?))
        }
        "detach_universal_auth" => {
            let id = args.required("id")?;
            args.done()?;
            identities.detach_universal_auth(id).await?;
            Ok(Value::Null)
        }
        "create_client_secret" => {
            let id = args.required("id")?;
            let mut request = with!(identities.create_client_secret(id), args, description);
            if let Some(duration) = args.seconds("expires_in")? {
                request = request.expires_in(duration);
            }
            if let Some(times) = args.count("max_uses")? {
                request = request.max_uses(times);
            }
            args.done()?;
            let created = request.await?;
            Ok(json!({
                "client_secret": created.client_secret.expose(),
                "info": client_secret_json(&created.info),
            }))
        }
        "list_client_secrets" => {
            let id = args.required("id")?;
            args.done()?;
            let secrets = identities.list_client_secrets(id).await?;
            Ok(secrets.iter().map(client_secret_json).collect())
        }
        "revoke_client_secret" => {
            let (id, secret) = (args.required("id")?, args.required("client_secret_id")?);
            args.done()?;
            identities.revoke_client_secret(id, secret).await?;
            Ok(Value::Null)
        }
        "attach_token_auth" => {
            let request = identities.attach_token_auth(args.required("id")?);
            let request = with_token_settings!(request, args);
            args.done()?;
            Ok(token_auth_json(&request.await?))
        }
        "token_auth" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(token_auth_json(&identities.token_auth(id).await?))
        }
        "update_token_auth" => {
            let request = identities.update_token_auth(args.required("id")?);
            let request = with_token_settings!(request, args);
            args.done()?;
            Ok(token_auth_json(&request.await?))
        }
        "detach_token_auth" => {
            let id = args.required("id")?;
            args.done()?;
            identities.detach_token_auth(id).await?;
            Ok(Value::Null)
        }
        "create_access_token" => {
            let request = identities.create_access_token(args.required("id")?);
            let request = with!(request, args, name);
            args.done()?;
            let created = request.await?;
            Ok(json!({
                "access_token": created.access_token.expose(),
                "expires_in": created.expires_in.as_secs(),
            }))
        }
        "list_access_tokens" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(identities.list_access_tokens(id).await?.iter().map(access_token_json).collect())
        }
        "rename_access_token" => {
            let (id, name) = (args.required("token_id")?, args.required("new_name")?);
            args.done()?;
            identities.rename_access_token(id, name).await?;
            Ok(Value::Null)
        }
        "revoke_access_token" => {
            let id = args.required("token_id")?;
            args.done()?;
            identities.revoke_access_token(id).await?;
            Ok(Value::Null)
        }
        "add_to_project" => {
            let (id, role) = (args.required("id")?, args.required("role")?);
            let request = with!(identities.add_to_project(id, role), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "list_in_project" => {
            let request = with!(identities.list_in_project(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(project_identity_json).collect())
        }
        "set_role_in_project" => {
            let (id, role) = (args.required("id")?, args.required("role")?);
            let request = with!(identities.set_role_in_project(id, role), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        "remove_from_project" => {
            let id = args.required("id")?;
            let request = with!(identities.remove_from_project(id), args, project);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation identities.{name}")),
    }
}

fn identity_json(identity: &Identity) -> Value {
    json!({"id": identity.id, "name": identity.name, "role": identity.role})
}

fn project_json(project: &IdentityProject) -> Value {
    json!({
        "project_id": project.project_id,
        "project_name": project.project_name,
        "roles": project.roles,
    })
}

fn universal_auth_json(login: &UniversalAuth) -> Value {
    json!({
        "client_id": login.client_id,
        "access_token_ttl": login.access_token_ttl.as_secs(),
        "access_token_max_ttl": login.access_token_max_ttl.as_secs(),
        "access_token_max_uses": login.access_token_max_uses,
        "client_secret_trusted_ips": login.client_secret_trusted_ips,
        "access_token_trusted_ips": login.access_token_trusted_ips,
    })
}

fn token_auth_json(login: &TokenAuth) -> Value {
    json!({
        "access_token_ttl": login.access_token_ttl.as_secs(),
        "access_token_max_ttl": login.access_token_max_ttl.as_secs(),
        "access_token_max_uses": login.access_token_max_uses,
        "access_token_trusted_ips": login.access_token_trusted_ips,
    })
}

fn access_token_json(info: &AccessTokenInfo) -> Value {
    json!({
        "id": info.id,
        "name": info.name,
        "created_at": info.created_at,
        "last_used": info.last_used,
        "uses": info.uses,
        "is_revoked": info.is_revoked,
    })
}

fn client_secret_json(info: &ClientSecretInfo) -> Value {
    json!({
        "id": info.id,
        "description": info.description,
        "prefix": info.prefix,
        "created_at": info.created_at,
        "expires_at": info.expires_at,
        "uses": info.uses,
        "max_uses": info.max_uses,
    })
}

fn project_identity_json(identity: &ProjectIdentity) -> Value {
    json!({
        "id": identity.id,
        "identity_id": identity.identity_id,
        "name": identity.name,
        "roles": identity.roles,
    })
}

pub(super) fn capabilities_json(capabilities: &Capabilities) -> Value {
    json!({
        "server": capabilities.server,
        "verified": capabilities.verified,
        "folders": capabilities.folders,
        "secret_imports": capabilities.secret_imports,
        "machine_identities": capabilities.machine_identities,
        "end_to_end_encrypted": capabilities.end_to_end_encrypted,
        "server_learns_key_password": capabilities.server_learns_key_password,
        "secrets_route": capabilities.secrets_route,
    })
}
