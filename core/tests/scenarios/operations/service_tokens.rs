//! Service tokens.

use infisical_e2ee::{Client, Permission, ServiceTokenInfo};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let service_tokens = client.service_tokens();
    match name {
        "create" => {
            let name = args.required("name")?;
            let mut request = with!(service_tokens.create(name), args, project);
            for scope in args.list("scopes")?.unwrap_or_default() {
                let mut scope = Arguments::new(scope);
                request = request.scope(scope.required("environment")?, scope.required("path")?);
                scope.done()?;
            }
            if let Some(names) = args.list("permissions")? {
                let permission = |name: &Value| name.as_str().unwrap_or_default().parse();
                let permissions: Result<Vec<Permission>, _> =
                    names.iter().map(permission).collect();
                request = request.permissions(permissions?);
            }
            if let Some(duration) = args.seconds("expires_in")? {
                request = request.expires_in(duration);
            }
            args.done()?;
            let created = request.await?;
            Ok(json!({"token": created.token.expose(), "info": token_json(&created.info)}))
        }
        "list" => {
            let request = with!(service_tokens.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(token_json).collect())
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            service_tokens.delete(id).await?;
            Ok(Value::Null)
        }
        "describe" => {
            args.done()?;
            Ok(token_json(&service_tokens.describe().await?))
        }
        _ => wrong(format!("there is no operation service_tokens.{name}")),
    }
}

pub(super) fn token_json(info: &ServiceTokenInfo) -> Value {
    let scope = |one: &infisical_e2ee::ServiceTokenScope| json!({"environment": one.environment, "path": one.path});
    json!({
        "id": info.id,
        "name": info.name,
        "project_id": info.project_id,
        "scopes": info.scopes.iter().map(scope).collect::<Value>(),
        "permissions": info.permissions.iter().map(|one| one.as_str()).collect::<Value>(),
        "expires_at": info.expires_at,
    })
}
