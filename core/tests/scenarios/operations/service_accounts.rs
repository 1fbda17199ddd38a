//! Service accounts.

use infisical_e2ee::{
    Client, Permission, ServiceAccount, ServiceAccountKey, ServiceAccountPermission,
};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let accounts = client.service_accounts();
    match name {
        "create" => {
            let name = args.required("name")?;
            let mut request = with!(accounts.create(name), args, organization);
            if let Some(duration) = args.seconds("expires_in")? {
                request = request.expires_in(duration);
            }
            args.done()?;
            let created = request.await?;
            Ok(json!({
                "info": account_json(&created.info),
                "access_key": created.access_key.expose(),
                "public_key": created.public_key,
                "private_key": created.private_key.expose(),
                "granted_by": created.granted_by,
            }))
        }
        "list" => {
            let request = with!(accounts.list(), args, organization);
            args.done()?;
            Ok(request.await?.iter().map(account_json).collect())
        }
        "rename" => {
            let (id, new_name) = (args.required("id")?, args.required("new_name")?);
            args.done()?;
            Ok(account_json(&accounts.rename(id, new_name).await?))
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            accounts.delete(id).await?;
            Ok(Value::Null)
        }
        "permissions" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(accounts.permissions(id).await?.iter().map(permission_json).collect())
        }
        "grant" => {
            let request = accounts.grant(args.required("id")?);
            let mut request = with!(request, args, project, environment, expect_fingerprint);
            if let Some(names) = args.list("permissions")? {
                let permission = |name: &Value| name.as_str().unwrap_or_default().parse();
                let permissions: Result<Vec<Permission>, _> =
                    names.iter().map(permission).collect();
                request = request.permissions(permissions?);
            }
            args.done()?;
            Ok(permission_json(&request.await?))
        }
        "revoke" => {
            let (id, permission) = (args.required("id")?, args.required("permission_id")?);
            args.done()?;
            accounts.revoke(id, permission).await?;
            Ok(Value::Null)
        }
        "keys" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(accounts.keys(id).await?.iter().map(key_json).collect())
        }
        _ => wrong(format!("there is no operation service_accounts.{name}")),
    }
}

fn account_json(account: &ServiceAccount) -> Value {
    json!({
        "id": account.id,
        "name": account.name,
        "organization_id": account.organization_id,
        "public_key_fingerprint": account.public_key_fingerprint,
        "expires_at": account.expires_at,
    })
}

fn permission_json(permission: &ServiceAccountPermission) -> Value {
    let permissions = permission.permissions.iter().map(|one| one.as_str());
    json!({
        "id": permission.id,
        "project_id": permission.project_id,
        "environment": permission.environment,
        "permissions": permissions.collect::<Vec<_>>(),
    })
}

fn key_json(key: &ServiceAccountKey) -> Value {
    json!({"id": key.id, "project_id": key.project_id, "created_at": key.created_at})
}
