//! The audit log: in May 2023, logs of several actions; later, events.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::server::Era;
use crate::http::{Request, segment};

/// A page of May 2023's log.
#[derive(Deserialize)]
pub(crate) struct Logs {
    pub(crate) logs: Vec<LogRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LogRecord {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    /// One of these three, unless the actor was deleted.
    pub(crate) user: Option<LogActor>,
    pub(crate) service_token_data: Option<LogActor>,
    pub(crate) service_account: Option<LogActor>,
    pub(crate) workspace: Option<String>,
    pub(crate) actions: Vec<LogAction>,
    pub(crate) channel: Option<String>,
    pub(crate) ip_address: Option<String>,
    pub(crate) created_at: String,
}

#[derive(Deserialize)]
pub(crate) struct LogActor {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    #[serde(alias = "email")]
    pub(crate) name: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct LogAction {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) payload: Option<LogPayload>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LogPayload {
    #[serde(default)]
    pub(crate) secret_versions: Vec<IgnoredAny>,
}

/// A page of the later eras' log.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Events {
    pub(crate) audit_logs: Vec<EventRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EventRecord {
    pub(crate) id: String,
    pub(crate) ip_address: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) user_agent_type: Option<String>,
    pub(crate) created_at: String,
    pub(crate) project_id: Option<String>,
    pub(crate) event: Described,
    pub(crate) actor: Described,
}

/// A type with its metadata.
#[derive(Deserialize)]
pub(crate) struct Described {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) metadata: Option<Map<String, Value>>,
}

/// An actor in the log of later eras.
#[derive(Deserialize)]
pub(crate) struct Actors {
    pub(crate) actors: Vec<ActorRecord>,
}

/// Servers of 2023 gave types and metadata; later ones promise text, and give nothing. From source.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum ActorRecord {
    Described(Described),
    Id(String),
    /// An entry of unknown shape.
    Other(IgnoredAny),
}

#[derive(Deserialize)]
pub(crate) struct OneAction {
    pub(crate) action: ActionRecord,
}

/// One action of May 2023 with the versions of secrets it is about.
#[derive(Deserialize)]
pub(crate) struct ActionRecord {
    pub(crate) name: String,
    pub(crate) workspace: Option<String>,
    pub(crate) payload: ActionPayload,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActionPayload {
    #[serde(default)]
    pub(crate) secret_versions: Vec<VersionPair>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VersionPair {
    pub(crate) old_secret_version: Option<VersionRecord>,
    pub(crate) new_secret_version: Option<VersionRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VersionRecord {
    pub(crate) secret: String,
    pub(crate) version: i64,
    pub(crate) environment: String,
    pub(crate) secret_key_ciphertext: String,
    #[serde(rename = "secretKeyIV")]
    pub(crate) secret_key_iv: String,
    pub(crate) secret_key_tag: String,
    pub(crate) secret_value_ciphertext: String,
    #[serde(rename = "secretValueIV")]
    pub(crate) secret_value_iv: String,
    pub(crate) secret_value_tag: String,
}

/// The requested part of the log, newest first.
pub(crate) struct Part<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) offset: u64,
    pub(crate) limit: u64,
    /// Any of these; servers of 2024 filter by one only.
    pub(crate) events: &'a [String],
    /// Names and values, for servers since autumn 2024.
    pub(crate) metadata: &'a [(String, String)],
    pub(crate) channel: Option<&'a str>,
    pub(crate) start: String,
    pub(crate) end: Option<String>,
}

pub(crate) fn logs(part: &Part<'_>) -> Request {
    let request = Request::get(format!("/api/v1/workspace/{}/logs", segment(part.project_id)))
        .about(subject(part.project_id))
        .query("offset", part.offset.to_string())
        .query("limit", part.limit.to_string())
        .query("sortBy", "recent");
    match part.events {
        [] => request,
        names => request.query("actionNames", names.join(",")),
    }
}

pub(crate) fn events(era: Era, part: &Part<'_>) -> Request {
    let mut request = match era {
        Era::October2024 | Era::Modern => {
            Request::get("/api/v1/organization/audit-logs").query("projectId", part.project_id)
        }
        _ => {
            let project = segment(part.project_id);
            Request::get(format!("/api/v1/workspace/{project}/audit-logs"))
        }
    };
    request = request
        .about(subject(part.project_id))
        .query("offset", part.offset.to_string())
        .query("limit", part.limit.to_string())
        .query("startDate", &part.start);
    if let Some(end) = &part.end {
        request = request.query("endDate", end);
    }
    request = match part.events {
        [] => request,
        names if era.is_since_october_2024() => request.query("eventType", names.join(",")),
        [only] => request.query("eventType", only),
        _ => request,
    };
    if !part.metadata.is_empty() {
        let pairs: Vec<_> =
            part.metadata.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.query("eventMetadata", pairs.join(","));
    }
    match part.channel {
        Some(channel) => request.query("userAgentType", channel),
        None => request,
    }
}

pub(crate) fn actors(project_id: &str) -> Request {
    let project = segment(project_id);
    Request::get(format!("/api/v1/workspace/{project}/audit-logs/filters/actors"))
        .about(subject(project_id))
}

pub(crate) fn action(id: &str) -> Request {
    Request::get(format!("/api/v1/action/{}", segment(id))).about(format!("action {id}"))
}

fn subject(project_id: &str) -> String {
    format!("the audit log of project {project_id}")
}
