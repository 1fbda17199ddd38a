//! Imports of one folder's secrets into another.

use infisical_e2ee::{Client, SecretImport};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let imports = client.secret_imports();
    match name {
        "list" => {
            let request = with!(imports.list(), args, project, environment, path);
            args.done()?;
            Ok(request.await?.iter().map(import_json).collect())
        }
        "create" => {
            let environment = args.required("from_environment")?;
            let request = imports.create(environment, args.required("from_path")?);
            let request = with!(request, args, project, environment, path);
            args.done()?;
            Ok(import_json(&request.await?))
        }
        "update" => {
            let mut request = with!(
                imports.update(args.required("id")?),
                args,
                from_environment,
                from_path,
                project,
                environment,
                path
            );
            if let Some(position) = args.number("position")? {
                request = request.position(position.try_into().unwrap_or(i64::MAX));
            }
            args.done()?;
            Ok(import_json(&request.await?))
        }
        "delete" => {
            let id = args.required("id")?;
            let request = with!(imports.delete(id), args, project, environment, path);
            args.done()?;
            request.await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation secret_imports.{name}")),
    }
}

fn import_json(import: &SecretImport) -> Value {
    json!({
        "id": import.id,
        "environment": import.environment,
        "path": import.path,
        "position": import.position,
    })
}
