//! API keys.

use infisical_e2ee::{ApiKeyInfo, Client};
use serde_json::{Value, json};

use super::Outcome;
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let keys = client.api_keys();
    match name {
        "list" => {
            args.done()?;
            Ok(keys.list().await?.iter().map(info_json).collect())
        }
        "create" => {
            let (name, expires_in) = (args.required("name")?, args.seconds("expires_in")?);
            args.done()?;
            let created = keys.create(name, expires_in.unwrap_or_default()).await?;
            Ok(json!({"key": created.key.expose(), "info": info_json(&created.info)}))
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            keys.delete(id).await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation api_keys.{name}")),
    }
}

fn info_json(info: &ApiKeyInfo) -> Value {
    json!({
        "id": info.id,
        "name": info.name,
        "last_used": info.last_used,
        "expires_at": info.expires_at,
        "created_at": info.created_at,
    })
}
