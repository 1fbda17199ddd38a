//! Machine identities, and what the server can do.

use infisical_e2ee::{Capabilities, Client, ClientSecretInfo, Identity, ProjectIdentity};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

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
        "attach_universal_auth" => {
            let mut request = identities.attach_universal_auth(args.required("id")?);
            if let Some(duration) = args.seconds("access_token_ttl")? {
                request = request.access_token_ttl(duration);
            }
            if let Some(duration) = args.seconds("access_token_max_ttl")? {
                request = request.access_token_max_ttl(duration);
            }
            args.done()?;
            Ok(request.await?.into())
        }
        "create_client_secret" => {
            let id = args.required("id")?;
            let mut request = with!(identities.create_client_secret(id), args, description);
            if let Some(duration) = args.seconds("expires_in")? {
                request = request.expires_in(duration);
            }
            if let Some(times) = args.number("max_uses")? {
                request = request.max_uses(u64::try_from(times).unwrap_or(u64::MAX));
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
        "secrets_route": capabilities.secrets_route,
    })
}
