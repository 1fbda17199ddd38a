//! Dynamic secrets and their leases.

use infisical_e2ee::{Client, DynamicSecret, Lease};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let dynamic = client.dynamic_secrets();
    match name {
        "list" => {
            let request = with!(dynamic.list(), args, project, environment, path);
            args.done()?;
            Ok(request.await?.iter().map(dynamic_secret_json).collect())
        }
        "get" => {
            let name = args.required("name")?;
            let request = with!(dynamic.get(name), args, project, environment, path);
            args.done()?;
            Ok(dynamic_secret_json(&request.await?))
        }
        "create_lease" => {
            let (name, ttl) = (args.required("name")?, args.seconds("ttl")?);
            let mut request = with!(dynamic.create_lease(name), args, project, environment, path);
            if let Some(ttl) = ttl {
                request = request.ttl(ttl);
            }
            args.done()?;
            let created = request.await?;
            let credentials = created.credentials.iter();
            let credentials: Vec<_> = credentials
                .map(|part| json!({"name": part.name, "value": part.value.expose()}))
                .collect();
            Ok(json!({"lease": lease_json(&created.lease), "credentials": credentials}))
        }
        "leases" => {
            let name = args.required("name")?;
            let request = with!(dynamic.leases(name), args, project, environment, path);
            args.done()?;
            Ok(request.await?.iter().map(lease_json).collect())
        }
        _ => {
            let id = args.required("id")?;
            with_lease(name, client, &id, args).await
        }
    }
}

/// The operations with a lease of an id.
async fn with_lease(name: &str, client: &Client, id: &str, mut args: Arguments) -> Outcome {
    let dynamic = client.dynamic_secrets();
    match name {
        "get_lease" => {
            let request = with!(dynamic.get_lease(id), args, project, environment, path);
            args.done()?;
            Ok(lease_json(&request.await?))
        }
        "renew_lease" => {
            let ttl = args.seconds("ttl")?;
            let mut request = with!(dynamic.renew_lease(id), args, project, environment, path);
            if let Some(ttl) = ttl {
                request = request.ttl(ttl);
            }
            args.done()?;
            Ok(lease_json(&request.await?))
        }
        "revoke_lease" => {
            let request = dynamic.revoke_lease(id).force(args.flag("force")?);
            let request = with!(request, args, project, environment, path);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation dynamic_secrets.{name}")),
    }
}

fn dynamic_secret_json(secret: &DynamicSecret) -> Value {
    json!({
        "id": secret.id,
        "name": secret.name,
        "provider": secret.provider,
        "default_ttl": secret.default_ttl.map(|ttl| ttl.as_secs()),
        "max_ttl": secret.max_ttl.map(|ttl| ttl.as_secs()),
        "status": secret.status,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
    })
}

fn lease_json(lease: &Lease) -> Value {
    json!({
        "id": lease.id,
        "dynamic_secret_id": lease.dynamic_secret_id,
        "expires_at": lease.expires_at,
        "status": lease.status,
        "created_at": lease.created_at,
        "updated_at": lease.updated_at,
    })
}
