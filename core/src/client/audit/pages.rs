//! Reads the audit log page by page, and the changes of an event.

use serde_json::{Map, Value};

use super::event::{AuditActor, AuditChange, AuditDetail, AuditEvent, AuditLogPage, AuditedSecret};
use super::filter::{Filter, LONGEST_PAGE, Paging, Position};
use super::spans::Span;
use crate::api::audit_logs::{
    self as api, EventRecord, Events, LogActor, LogRecord, Logs, OneAction, Part, VersionPair,
    VersionRecord,
};
use crate::api::server::Era;
use crate::client::call::{Call, instant};
use crate::client::session::Feature;
use crate::crypto::ProjectKey;
use crate::http::Pages;
use crate::{Error, ErrorKind, Result};

/// One entry of the server's log: an event, or several.
struct Entry {
    id: String,
    created_at: String,
    events: Vec<AuditEvent>,
}

impl Call {
    pub(super) async fn audit_log_page(
        &self,
        project: Option<String>,
        filter: &Filter,
        paging: &Paging,
    ) -> Result<AuditLogPage> {
        // A server that always has another page must not keep the call busy for ever.
        let held = &mut self.shared.transport.pages();
        let (start, end) = filter.times()?;
        paging.check()?;
        let Position { mut offset, last, before } = paging.position()?;
        let project = self.managed_project(project).await?;
        let era = self.era().await?;
        filter.check(era)?;
        let size = paging.size_for(era);
        // Without a start, servers of 2024 return only today's events.
        let span = Span::of(era, (start, end), before, instant::now());
        // Events at the end of an older span were already seen in the span after it.
        let times = (start, before.map(|moment| moment - 1).or(end));
        let longest = if era.is_since_october_2024() { LONGEST_PAGE } else { u64::MAX };
        // The last entry seen is requested again.
        let limit = longest.min(size + u64::from(last.is_some()));
        loop {
            let part = Part {
                project_id: &project,
                offset,
                limit,
                events: &filter.events,
                metadata: &filter.metadata,
                channel: filter.channel.as_deref(),
                start: instant::format(span.start),
                end: span.end.map(instant::format),
            };
            let entries = self.audit_entries(era, &part, held).await?;
            let count = u64::try_from(entries.len()).unwrap_or(limit);
            let end = offset.saturating_add(count).saturating_sub(1);
            let follows = count >= limit && !begins_before(&entries, start);
            let seen = match &last {
                None => 0,
                Some(id) => match entries.iter().position(|entry| entry.id == *id) {
                    Some(index) if !follows || index + 1 < entries.len() => index + 1,
                    // New entries have pushed it to the end of this page, or out of it.
                    Some(_) => {
                        offset = end;
                        continue;
                    }
                    None if count >= limit => {
                        offset = offset.saturating_add(count);
                        continue;
                    }
                    // The entry was deleted, and so was everything after it.
                    None => entries.len(),
                },
            };
            let next = match entries.last().filter(|_| follows) {
                Some(entry) => Some(Position { offset: end, last: Some(entry.id.clone()), before }),
                None => span
                    .earlier
                    .map(|moment| Position { before: Some(moment), ..Position::default() }),
            };
            let events = entries.into_iter().skip(seen).flat_map(|entry| entry.events);
            let events = events.filter(|event| filter.lets_through(event, times)).collect();
            return Ok(AuditLogPage { events, next: next.map(|position| position.cursor()) });
        }
    }

    async fn audit_entries(
        &self,
        era: Era,
        part: &Part<'_>,
        held: &mut Pages,
    ) -> Result<Vec<Entry>> {
        if era.is_may_2023() {
            let response = self.send_authorized(api::logs(part)).await?;
            held.add(&response)?;
            let page: Logs = response.json().await?;
            return Ok(page.logs.into_iter().map(Entry::of_log).collect());
        }
        let response = self.send_authorized(api::events(era, part)).await?;
        held.add(&response)?;
        let page: Events = response.json().await?;
        Ok(page.audit_logs.into_iter().map(Entry::of_event).collect())
    }

    pub(super) async fn audit_log_changes(
        &self,
        project: Option<String>,
        id: &str,
    ) -> Result<Vec<AuditChange>> {
        let project = self.managed_project(project).await?;
        self.require(Feature::AuditChanges).await?;
        self.check_id("audit event", id).await?;
        let found: OneAction = self.send_authorized(api::action(id)).await?.json().await?;
        let action = found.action;
        if action.workspace.as_ref() != Some(&project) {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!(
                    "project {project} has no audit event with id {id}. Query its audit log to \
                     find the id"
                ),
            ));
        }
        let key = self.project_key(&project).await?;
        let pairs = action.payload.secret_versions.into_iter();
        pairs.filter_map(|pair| change(&action.name, pair, &key).transpose()).collect()
    }
}

/// Whether the last of these entries is before the start of the filter: then so are all entries
/// after it.
fn begins_before(entries: &[Entry], start: Option<i64>) -> bool {
    let last = entries.last().and_then(|entry| instant::parse(&entry.created_at));
    last.is_some_and(|last| start.is_some_and(|start| last < start))
}

impl Entry {
    fn of_log(log: LogRecord) -> Self {
        let (actor_type, actor) = match (&log.user, &log.service_token_data, &log.service_account) {
            (Some(user), ..) => ("user", Some(user)),
            (_, Some(token), _) => ("service_token", Some(token)),
            (_, _, Some(account)) => ("service_account", Some(account)),
            (None, None, None) => ("unknown", None),
        };
        let events = log.actions.iter().map(|action| AuditEvent {
            id: action.id.clone(),
            event: action.name.clone(),
            actor_type: actor_type.to_owned(),
            actor_id: actor.map(|actor: &LogActor| actor.id.clone()),
            actor_name: actor.and_then(|actor| actor.name.clone()),
            ip_address: log.ip_address.clone(),
            user_agent: None,
            channel: log.channel.clone(),
            project_id: log.workspace.clone(),
            created_at: Some(log.created_at.clone()),
            details: action
                .payload
                .iter()
                .map(|payload| AuditDetail {
                    name: "numberOfSecrets".to_owned(),
                    value: payload.secret_versions.len().to_string(),
                })
                .collect(),
        });
        let events = events.collect();
        Self { id: log.id, created_at: log.created_at, events }
    }

    fn of_event(record: EventRecord) -> Self {
        let actor = AuditActor::from(record.actor);
        let event = AuditEvent {
            id: record.id.clone(),
            event: record.event.kind,
            actor_type: actor.actor_type,
            actor_id: actor.id,
            actor_name: actor.name,
            ip_address: record.ip_address,
            user_agent: record.user_agent,
            channel: record.user_agent_type,
            project_id: record.project_id,
            created_at: Some(record.created_at.clone()),
            details: details(record.event.metadata.unwrap_or_default()),
        };
        Self { id: record.id, created_at: record.created_at, events: vec![event] }
    }
}

fn details(metadata: Map<String, Value>) -> Vec<AuditDetail> {
    let detail = |(name, value)| {
        let value = match value {
            Value::Null => return None,
            Value::String(text) => text,
            other => other.to_string(),
        };
        Some(AuditDetail { name, value })
    };
    metadata.into_iter().filter_map(detail).collect()
}

/// The change of one secret by an action. For an update, the server swaps the two versions; their
/// numbers give the order. If a batch wrote both with one number, the server's order is used.
fn change(action: &str, pair: VersionPair, key: &ProjectKey) -> Result<Option<AuditChange>> {
    let mut versions: Vec<_> =
        [pair.new_secret_version, pair.old_secret_version].into_iter().flatten().collect();
    versions.sort_by_key(|version| version.version);
    let newest = versions.pop();
    let Some((secret_id, environment)) =
        newest.as_ref().map(|version| (version.secret.clone(), version.environment.clone()))
    else {
        return Ok(None);
    };
    let open =
        |version: Option<VersionRecord>| version.map(|version| opened(&version, key)).transpose();
    let (before, after) = match action {
        "deleteSecrets" => (newest, None),
        _ => (versions.pop(), newest),
    };
    Ok(Some(AuditChange { secret_id, environment, before: open(before)?, after: open(after)? }))
}

fn opened(record: &VersionRecord, key: &ProjectKey) -> Result<AuditedSecret> {
    let failed = |field: &'static str| {
        move |error| {
            Error::new(
                ErrorKind::DecryptionFailed,
                format!(
                    "version {} of the secret with id {}: field {field} cannot be decrypted: \
                     {error}",
                    record.version, record.secret
                ),
            )
        }
    };
    let key = key.symmetric_key();
    let name = key
        .decrypt_text(&record.secret_key_ciphertext, &record.secret_key_iv, &record.secret_key_tag)
        .map_err(failed("secretKey"))?;
    let value = key
        .decrypt_text(
            &record.secret_value_ciphertext,
            &record.secret_value_iv,
            &record.secret_value_tag,
        )
        .map_err(failed("secretValue"))?;
    Ok(AuditedSecret { version: record.version, name: name.expose().to_owned(), value })
}
