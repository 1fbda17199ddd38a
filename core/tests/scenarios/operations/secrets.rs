//! Secrets.

use infisical_e2ee::{
    Approval, BulkItem, BulkResult, Change, Client, ListSecrets, NewValue, Secret, SecretList,
    SecretMetadata, Secrets,
};
use serde_json::{Value, json};

use super::secret_versions::{self, failures_json};
use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::{Failure, wrong};

/// Sets the project, environment and path of a request for secrets.
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

/// Sets the options for references on a request that reads secrets.
macro_rules! with_references {
    ($request:expr, $args:ident) => {{
        let mut request = $request
            .expand_references($args.flag("expand_references")?)
            .expand_on_server($args.flag("expand_on_server")?);
        if let Some(unknown) = $args.text("unknown_references")? {
            request = request.unknown_references(unknown.parse()?);
        }
        if let Some(nested) = $args.text("nested_references")? {
            request = request.nested_references(nested.parse()?);
        }
        request
    }};
}

/// The fields to set besides value, comment and name.
macro_rules! with_extras {
    ($request:expr, $args:ident) => {{
        let mut request = with!($request, $args, reminder_note);
        if $args.has("metadata") {
            request = request.metadata($args.pairs("metadata")?);
        }
        if $args.has("encrypted_metadata") {
            request = request.encrypted_metadata($args.pairs("encrypted_metadata")?);
        }
        if let Some(days) = $args.number("reminder_days")? {
            request = request.reminder_days(i64::try_from(days).unwrap_or(i64::MAX));
        }
        if let Some(skip) = $args.flag_opt("skip_multiline_encoding")? {
            request = request.skip_multiline_encoding(skip);
        }
        request
    }};
}

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let secrets = client.secrets();
    match name {
        "get" => {
            let request = secrets.get(args.required("name")?).imports(args.flag("imports")?);
            let request = request.view_value(args.flag_opt("view_value")?.unwrap_or(true));
            let request = with_references!(request, args);
            let request = match args.number("version")? {
                Some(version) => request.version(i64::try_from(version).unwrap_or(i64::MAX)),
                None => request,
            };
            Ok(secret_json(&at!(request, args).await?))
        }
        "list" => Ok(list_json(&listed(&secrets, args)?.await?)),
        "list_if_changed" => {
            let etag: String = args.required("etag")?;
            let list = listed(&secrets, args)?.if_changed(etag).await?;
            Ok(list.as_ref().map_or(Value::Null, list_json))
        }
        "to_map" => {
            let request = secrets.list().recursive(args.flag("recursive")?);
            let request = request.view_value(args.flag_opt("view_value")?.unwrap_or(true));
            let values = at!(request, args).await?.to_map()?;
            Ok(values
                .iter()
                .map(|(name, value)| (name.clone(), Value::from(value.expose())))
                .collect())
        }
        "create" => {
            let (name, value) = (args.required("name")?, args.required("value")?);
            let request = with!(secrets.create(name, value), args, comment);
            let request = with_extras!(request, args);
            Ok(secret_json(&at!(request, args).await?))
        }
        "update" => {
            let name = args.required("name")?;
            let request = with!(secrets.update(name), args, value, comment, new_name);
            let request = with_extras!(request, args);
            Ok(secret_json(&at!(request, args).await?))
        }
        "delete" => {
            let name = args.required("name")?;
            at!(secrets.delete(name), args).await?;
            Ok(Value::Null)
        }
        "versions" => {
            let name = args.required("name")?;
            let history = at!(secrets.versions(name), args).await?;
            Ok(secret_versions::history_json(&history))
        }
        "roll_back" => {
            let name = args.required("name")?;
            let version = args.number("version")?.unwrap_or_default();
            let version = i64::try_from(version).unwrap_or(i64::MAX);
            Ok(secret_json(&at!(secrets.roll_back(name, version), args).await?))
        }
        "set_many" => {
            let given = args.list("values")?.unwrap_or_default().into_iter();
            let values = given.map(new_value).collect::<Result<Vec<_>, _>>()?;
            let request = secrets.set_many(values).dry_run(args.flag("dry_run")?);
            let request = with!(request, args, project, environment, path);
            args.done()?;
            Ok(bulk_json(&request.await?))
        }
        "delete_many" => {
            let request = secrets.delete_many(args.texts("names")?);
            let request =
                with!(request.dry_run(args.flag("dry_run")?), args, project, environment, path);
            args.done()?;
            Ok(bulk_json(&request.await?))
        }
        "propose_create" => {
            let (name, value) = (args.required("name")?, args.required("value")?);
            let request = with!(secrets.propose_create(name, value), args, comment);
            Ok(change_json(&at!(request, args).await?))
        }
        "propose_update" => {
            let name = args.required("name")?;
            let request = with!(secrets.propose_update(name), args, value, comment, new_name);
            Ok(change_json(&at!(request, args).await?))
        }
        "propose_delete" => {
            let name = args.required("name")?;
            Ok(match at!(secrets.propose_delete(name), args).await? {
                Change::Applied(()) => Value::Null,
                Change::AwaitingApproval(approval) => approval_json(&approval),
            })
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
        "duplicate" => {
            let names = args.texts("names")?;
            let request = secrets.duplicate(names).overwrite(args.flag("overwrite")?);
            let request = with!(request, args, to_environment, to_path, project, environment, path);
            args.done()?;
            let result = request.await?;
            Ok(json!({"copied": result.copied, "unchanged": result.unchanged}))
        }
        _ => wrong(format!("there is no operation secrets.{name}")),
    }
}

fn new_value(given: Value) -> Result<NewValue, Failure> {
    let mut args = Arguments::new(given);
    let value = NewValue::new(args.required("name")?, args.required("value")?);
    let comment = args.text("comment")?;
    args.done()?;
    Ok(match comment {
        Some(comment) => value.comment(comment),
        None => value,
    })
}

fn bulk_json(result: &BulkResult) -> Value {
    let item = |item: &BulkItem| {
        json!({
            "name": item.name,
            "action": item.action,
            "status": item.status,
            "error": item.error.as_ref().map(infisical_e2ee::Error::code),
            "approval": item.approval.as_ref().map(approval_json),
        })
    };
    result.items.iter().map(item).collect()
}

fn secret_json(secret: &Secret) -> Value {
    let metadata = secret.metadata.as_ref();
    let metadata = metadata.map(|all| all.iter().map(metadata_json).collect::<Value>());
    json!({
        "id": secret.id,
        "name": secret.name,
        "value": secret.value.expose(),
        "value_read": secret.value_read,
        "comment": secret.comment.expose(),
        "type": secret.kind.as_str(),
        "version": secret.version,
        "tags": secret.tags,
        "metadata": metadata,
        "reminder_days": secret.reminder_days,
        "reminder_note": secret.reminder_note,
        "skip_multiline_encoding": secret.skip_multiline_encoding,
        "project_id": secret.project_id,
        "environment": secret.environment,
        "path": secret.path,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
        "end_to_end_encrypted": secret.end_to_end_encrypted,
    })
}

fn metadata_json(entry: &SecretMetadata) -> Value {
    json!({"key": entry.key, "value": entry.value.expose(), "encrypted": entry.encrypted})
}

fn change_json(change: &Change<Secret>) -> Value {
    match change {
        Change::Applied(secret) => json!({"secret": secret_json(secret), "approval": null}),
        Change::AwaitingApproval(approval) => {
            json!({"secret": null, "approval": approval_json(approval)})
        }
    }
}

fn listed(secrets: &Secrets, mut args: Arguments) -> Result<ListSecrets, Failure> {
    let request = secrets.list().overrides(args.flag("overrides")?).imports(args.flag("imports")?);
    let request = request.recursive(args.flag("recursive")?).tags(args.texts("tags")?);
    let request = request.view_value(args.flag_opt("view_value")?.unwrap_or(true));
    let metadata = args.pairs("metadata")?.into_iter();
    let request = metadata.fold(request, |request, (key, value)| request.metadata(key, value));
    let request = with_references!(request, args);
    Ok(at!(request, args))
}

fn approval_json(approval: &Approval) -> Value {
    json!({"id": approval.id, "status": approval.status})
}

fn list_json(list: &SecretList) -> Value {
    json!({
        "secrets": list.iter().map(secret_json).collect::<Value>(),
        "failures": failures_json(list.failures()),
        "etag": list.etag(),
    })
}
