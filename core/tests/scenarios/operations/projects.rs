//! Projects.

use infisical_e2ee::{BlindIndexReport, Client, KeyRotation, Project, SecretFailure};
use serde_json::{Value, json};

use super::environments::environment_json;
use super::members::{fingerprint_json, member_json};
use super::service_tokens::token_json;
use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let projects = client.projects();
    match name {
        "create" => {
            let name = args.required("name")?;
            let request = with!(projects.create(name), args, product, organization);
            args.done()?;
            Ok(project_json(&request.await?))
        }
        "list" => {
            args.done()?;
            Ok(projects.list().await?.iter().map(project_json).collect())
        }
        "get" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(project_json(&projects.get(id).await?))
        }
        "get_by_slug" => {
            let slug = args.required("slug")?;
            args.done()?;
            Ok(project_json(&projects.get_by_slug(slug).await?))
        }
        "open_key" => {
            let id = args.required("id")?;
            args.done()?;
            let key = projects.open_key(id).await?;
            let sealed_by = key.sealed_by.as_ref().map(fingerprint_json);
            Ok(json!({"project_id": key.project_id, "sealed_by": sealed_by}))
        }
        "rename" => {
            let (id, name) = (args.required("id")?, args.required("name")?);
            args.done()?;
            Ok(project_json(&projects.rename(id, name).await?))
        }
        "set_auto_capitalization" => {
            let (id, enabled) = (args.required("id")?, args.flag("enabled")?);
            args.done()?;
            Ok(project_json(&projects.set_auto_capitalization(id, enabled).await?))
        }
        "set_version_limit" => {
            let (id, limit) = (args.required("id")?, args.number("limit")?.unwrap_or_default());
            args.done()?;
            let limit = u32::try_from(limit).unwrap_or(u32::MAX);
            Ok(project_json(&projects.set_version_limit(id, limit).await?))
        }
        "leave" => {
            let id = args.required("id")?;
            args.done()?;
            projects.leave(id).await?;
            Ok(Value::Null)
        }
        "delete" => {
            let id = args.required("id")?;
            args.done()?;
            projects.delete(id).await?;
            Ok(Value::Null)
        }
        "share_key_with_server" => {
            let id = args.required("id")?;
            args.done()?;
            projects.share_key_with_server(id).await?;
            Ok(Value::Null)
        }
        "stop_sharing_key_with_server" => {
            let id = args.required("id")?;
            args.done()?;
            projects.stop_sharing_key_with_server(id).await?;
            Ok(Value::Null)
        }
        "upgrade" => {
            let id = args.required("id")?;
            let send = args.flag("send_private_key")?;
            args.done()?;
            projects.upgrade(id).send_private_key(send).await?;
            Ok(Value::Null)
        }
        "is_key_shared_with_server" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(projects.is_key_shared_with_server(id).await?.into())
        }
        "blind_index_status" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(projects.blind_index_status(id).await?.into())
        }
        "enable_blind_indices" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(report_json(&projects.enable_blind_indices(id).await?))
        }
        "rotate_key" => {
            let id = args.required("id")?;
            let (dry_run, share) = (args.flag("dry_run")?, args.flag("share_with_server")?);
            let fingerprints = args.texts_opt("expect_fingerprints")?;
            args.done()?;
            let mut request = projects.rotate_key(id).dry_run(dry_run).share_with_server(share);
            if let Some(fingerprints) = fingerprints {
                request = request.expect_fingerprints(fingerprints);
            }
            Ok(rotation_json(&request.await?))
        }
        _ => wrong(format!("there is no operation projects.{name}")),
    }
}

pub(super) fn project_json(project: &Project) -> Value {
    json!({
        "id": project.id,
        "name": project.name,
        "slug": project.slug,
        "product": project.product,
        "organization_id": project.organization_id,
        "auto_capitalization": project.auto_capitalization,
        "environments": project.environments.iter().map(environment_json).collect::<Value>(),
    })
}

fn rotation_json(rotation: &KeyRotation) -> Value {
    json!({
        "project_id": rotation.project_id,
        "rotated": rotation.rotated,
        "secrets": rotation.secrets,
        "re_encrypted": rotation.re_encrypted,
        "members": rotation.members.iter().map(member_json).collect::<Value>(),
        "members_without_key": rotation.members_without_key.iter().map(member_json).collect::<Value>(),
        "service_tokens": rotation.service_tokens.iter().map(token_json).collect::<Value>(),
        "shared_with_server": rotation.shared_with_server,
        "failures": rotation.failures.iter().map(failure_json).collect::<Value>(),
        "warning": rotation.warning,
    })
}

fn failure_json(failure: &SecretFailure) -> Value {
    json!({"id": failure.id, "field": failure.field, "code": failure.error.code()})
}

fn report_json(report: &BlindIndexReport) -> Value {
    let duplicate = |one: &infisical_e2ee::DuplicateName| json!({"name": one.name, "environment": one.environment, "ids": one.ids});
    json!({
        "named": report.named,
        "duplicates": report.duplicates.iter().map(duplicate).collect::<Value>(),
        "failures": report.failures.iter().map(failure_json).collect::<Value>(),
    })
}
