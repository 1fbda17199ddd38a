//! The audit log.

use std::future::IntoFuture;

use infisical_e2ee::{
    AuditActor, AuditChange, AuditLogChanges, AuditLogPage, Client, Error, ErrorKind,
    ListAuditActors, Operation, QueryAuditLogs,
};

use super::{AuditLogFilter, in_project, prepared};

/// `audit_logs.query`: one page of `client.audit_logs().query()`, of so many entries.
pub fn audit_log_page(
    client: &Client,
    filter: AuditLogFilter,
    cursor: Option<String>,
    limit: Option<i64>,
) -> Operation<AuditLogPage> {
    prepared(|| {
        let mut query = filtered(client, filter);
        if let Some(entries) = limit {
            query = query.page_size(u64::try_from(entries).map_err(|_| {
                Error::from_binding(ErrorKind::InvalidInput, "a page must have at least one entry")
            })?);
        }
        if let Some(cursor) = cursor {
            query = query.after(cursor);
        }
        Ok(query.into_future())
    })
}

/// `audit_logs.export`: all pages as JSON Lines.
pub fn export_audit_log(client: &Client, filter: AuditLogFilter) -> Operation<String> {
    filtered(client, filter).export().into_future()
}

fn filtered(client: &Client, filter: AuditLogFilter) -> QueryAuditLogs {
    let AuditLogFilter { project, events, actor, channel, start, end, metadata } = filter;
    let mut query = in_project(client.audit_logs().query(), project, QueryAuditLogs::project);
    for name in events {
        query = query.event(name);
    }
    if let Some(id) = actor {
        query = query.actor(id);
    }
    if let Some(name) = channel {
        query = query.channel(name);
    }
    if let Some(time) = start {
        query = query.start(time);
    }
    if let Some(time) = end {
        query = query.end(time);
    }
    for detail in metadata {
        query = query.metadata(detail.name, detail.value);
    }
    query
}

/// `audit_logs.changes`.
pub fn audit_log_changes(
    client: &Client,
    id: String,
    project: Option<String>,
) -> Operation<Vec<AuditChange>> {
    in_project(client.audit_logs().changes(id), project, AuditLogChanges::project).into_future()
}

/// `audit_logs.actors`.
pub fn audit_log_actors(client: &Client, project: Option<String>) -> Operation<Vec<AuditActor>> {
    in_project(client.audit_logs().actors(), project, ListAuditActors::project).into_future()
}
