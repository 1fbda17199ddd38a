//! Secrets.

use infisical_e2ee::{Client, Secret, SecretList};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

/// Gives a request about secrets the place it is for.
macro_rules! at {
    ($request:expr, $args:expr) => {{
        let mut request = $request;
        if let Some(id) = $args.text("project")? {
            request = request.project(id);
        }
        if let Some(slug) = $args.text("environment")? {
            request = request.environment(slug);
        }
        if let Some(path) = $args.text("path")? {
            request = request.path(path);
        }
        if let Some(kind) = $args.text("type")? {
            request = request.kind(kind.parse()?);
        }
        $args.done()?;
        request
    }};
}

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let secrets = client.secrets();
    match name {
        "get" => {
            let name = args.required("name")?;
            Ok(secret_json(&at!(secrets.get(name), args).await?))
        }
        "list" => Ok(list_json(&at!(secrets.list(), args).await?)),
        "to_map" => {
            let values = at!(secrets.list(), args).await?.to_map()?;
            Ok(values
                .iter()
                .map(|(name, value)| (name.clone(), Value::from(value.expose())))
                .collect())
        }
        "create" => {
            let (name, value) = (args.required("name")?, args.required("value")?);
            let request = with!(secrets.create(name, value), args, comment);
            Ok(secret_json(&at!(request, args).await?))
        }
        "update" => {
            let name = args.required("name")?;
            let request = with!(secrets.update(name), args, value, comment);
            Ok(secret_json(&at!(request, args).await?))
        }
        "delete" => {
            let name = args.required("name")?;
            at!(secrets.delete(name), args).await?;
            Ok(Value::Null)
        }
        "set_tags" => {
            let (name, tags) = (args.required("name")?, args.texts("tags")?);
            let request = with!(secrets.set_tags(name, tags), args, project, environment, path);
            args.done()?;
            Ok(secret_json(&request.await?))
        }
        "move" => {
            let request = secrets.move_to(args.texts("names")?).overwrite(args.flag("overwrite")?);
            let request = with!(request, args, to_environment, to_path, project, environment, path);
            args.done()?;
            let result = request.await?;
            Ok(json!({
                "moved": result.moved,
                "source_updated": result.source_updated,
                "destination_updated": result.destination_updated,
            }))
        }
        _ => wrong(format!("there is no operation secrets.{name}")),
    }
}

fn secret_json(secret: &Secret) -> Value {
    json!({
        "id": secret.id,
        "name": secret.name,
        "value": secret.value.expose(),
        "comment": secret.comment.expose(),
        "type": secret.kind.as_str(),
        "version": secret.version,
        "tags": secret.tags,
        "project_id": secret.project_id,
        "environment": secret.environment,
        "path": secret.path,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
    })
}

fn list_json(list: &SecretList) -> Value {
    let failure = |failure: &infisical_e2ee::SecretFailure| json!({"id": failure.id, "field": failure.field, "code": failure.error.code()});
    json!({
        "secrets": list.iter().map(secret_json).collect::<Value>(),
        "failures": list.failures().iter().map(failure).collect::<Value>(),
    })
}
