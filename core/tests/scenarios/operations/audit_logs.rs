//! The audit log.

use infisical_e2ee::{
    AuditActor, AuditChange, AuditEvent, AuditLogs, AuditedSecret, Client, QueryAuditLogs,
};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::{Failure, wrong};

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let audit_logs = client.audit_logs();
    match name {
        "query" => {
            let mut query = filtered(&audit_logs, &mut args)?;
            if let Some(cursor) = args.text("cursor")? {
                query = query.after(cursor);
            }
            if let Some(entries) = args.number("limit")? {
                query = query.page_size(u64::try_from(entries).unwrap_or(u64::MAX));
            }
            args.done()?;
            let page = query.await?;
            let events: Vec<_> = page.events.iter().map(event_json).collect();
            Ok(json!({"events": events, "next": page.next}))
        }
        "export" => {
            let query = filtered(&audit_logs, &mut args)?;
            args.done()?;
            let lines = query.export().await?;
            let events: Result<Value, _> =
                lines.lines().map(serde_json::from_str::<Value>).collect();
            events.or_else(|error| wrong(error.to_string()))
        }
        "changes" => {
            let id = args.required("id")?;
            let request = with!(audit_logs.changes(id), args, project);
            args.done()?;
            Ok(request.await?.iter().map(change_json).collect())
        }
        "actors" => {
            let request = with!(audit_logs.actors(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(actor_json).collect())
        }
        _ => wrong(format!("there is no operation audit_logs.{name}")),
    }
}

fn filtered(audit_logs: &AuditLogs, args: &mut Arguments) -> Result<QueryAuditLogs, Failure> {
    let query = audit_logs.query();
    let mut query = with!(query, args, project, actor, channel, start, end);
    for event in args.texts("events")? {
        query = query.event(event);
    }
    for (name, value) in args.pairs("metadata")? {
        query = query.metadata(name, value);
    }
    Ok(query)
}

fn event_json(event: &AuditEvent) -> Value {
    let details = event.details.iter().map(|one| json!({"name": one.name, "value": one.value}));
    json!({
        "id": event.id,
        "event": event.event,
        "actor_type": event.actor_type,
        "actor_id": event.actor_id,
        "actor_name": event.actor_name,
        "ip_address": event.ip_address,
        "user_agent": event.user_agent,
        "channel": event.channel,
        "project_id": event.project_id,
        "created_at": event.created_at,
        "details": details.collect::<Vec<_>>(),
    })
}

fn actor_json(actor: &AuditActor) -> Value {
    json!({"actor_type": actor.actor_type, "id": actor.id, "name": actor.name})
}

fn change_json(change: &AuditChange) -> Value {
    let version = |version: &Option<AuditedSecret>| {
        version.as_ref().map(|version| {
            json!({
                "version": version.version,
                "name": version.name,
                "value": version.value.expose(),
            })
        })
    };
    json!({
        "secret_id": change.secret_id,
        "environment": change.environment,
        "before": version(&change.before),
        "after": version(&change.after),
    })
}
