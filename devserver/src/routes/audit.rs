//! Reading the audit log.

use rusqlite::Connection;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::audit::names;
use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::clock;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::store::audit::{self, Filter, Log};
use crate::store::{secret_versions, service_accounts, service_tokens, users};
use crate::wire::{self, Reply};

const DAY: i64 = 24 * 3600 * 1000;

pub(crate) fn list_may23(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (offset, limit) = (query.whole("offset", None), query.whole("limit", None));
    let newest_first = query.text_opt("sortBy").as_deref() == Some("recent");
    let (user_id, names) = (query.text_opt("userId"), query.text_opt("actionNames"));
    query.finish()?;
    call.app.store.read(|db| {
        let (project, _) = access::member(call, db, call.param("workspaceId"))?;
        let filter = Filter {
            project_id: &project.id,
            names: names.iter().flat_map(|names| names.split(',')).collect(),
            actor_kind: user_id.as_deref().map(|_| "user"),
            actor_id: user_id.as_deref(),
            newest_first,
            offset,
            limit,
            ..Filter::default()
        };
        let logs = audit::find(db, &filter)?.into_iter();
        let logs = logs.map(|log| Ok(wire::audit::log_may23(&log, &actor_may23(db, &log)?)));
        Ok(Reply::json(json!({ "logs": logs.collect::<Result<Vec<_>, ApiError>>()? })))
    })
}

/// One action with the versions of secrets it refers to. The release asked nobody who they were.
pub(crate) fn action_may23(call: &Call) -> Result<Reply, ApiError> {
    const UNKNOWN: ApiError = ApiError::Message(404, "Failed to find action");
    let id = call.param("actionId");
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    call.app.store.read(|db| {
        let log = audit::of_action(db, id)?.ok_or(UNKNOWN)?;
        access::member(call, db, &log.project_id).map_err(|_| UNKNOWN)?;
        let action = log.actions.first().ok_or(UNKNOWN)?;
        let mut payload = action.payload.clone();
        let references = payload.get_mut("secretVersions").and_then(Value::as_array_mut);
        for reference in references.into_iter().flatten() {
            for field in ["oldSecretVersion", "newSecretVersion"] {
                let Some(reference) = reference.get_mut(field) else { continue };
                let id = reference.as_str().unwrap_or_default().to_owned();
                let found = secret_versions::by_id(db, &id)?;
                *reference =
                    found.map(|found| wire::secret_versions::may23(&found)).unwrap_or_default();
            }
        }
        let shown = wire::audit::action_may23(&log, action, &payload);
        Ok(Reply::json(json!({ "action": shown })))
    })
}

pub(crate) fn list_later(call: &Call) -> Result<Reply, ApiError> {
    let era = call.era();
    let query = call.query();
    let one_of = |name: &str, options| query.value(name).map(|_| query.choice(name, options, None));
    let event = one_of("eventType", names::events(era));
    let channel = one_of("userAgentType", names::channels(era));
    let actor = query.text_opt("actor");
    let (offset, limit) = (query.whole("offset", Some(0)), query.whole("limit", Some(20)));
    let (start, end) = (instant(&query, "startDate")?, instant(&query, "endDate")?);
    query.finish()?;
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::AuditLogs)?;
        let filter = Filter {
            project_id: &project.id,
            names: event.as_deref().into_iter().collect(),
            actor_kind: actor.as_deref(),
            channel: channel.as_deref(),
            // Without a start the release shows today only.
            start: start.or(Some(clock::now() / DAY * DAY)),
            end,
            newest_first: true,
            offset,
            limit,
            ..Filter::default()
        };
        let events = audit::find(db, &filter)?;
        let events = events.iter().map(|log| wire::audit::event(era, log));
        Ok(Reply::json(json!({ "auditLogs": events.collect::<Vec<_>>() })))
    })
}

/// The actor of a log as it is today.
fn actor_may23(db: &Connection, log: &Log) -> Result<Value, ApiError> {
    let actor = &log.actor;
    Ok(match actor.kind.as_str() {
        "service" => service_tokens::by_id(db, &actor.id)?
            .map(|token| wire::tokens::service_token(Era::May23, &token)),
        "service-account" => service_accounts::by_id(db, &actor.id)?.map(|account| {
            wire::service_accounts::service_account(&account, account.user_id.clone().into())
        }),
        _ => users::by_id(db, &actor.id)?.map(|user| wire::users::plain(Era::May23, &user)),
    }
    .unwrap_or_default())
}

fn instant(query: &Form<'_>, name: &str) -> Result<Option<i64>, ApiError> {
    let Some(text) = query.text_opt(name) else { return Ok(None) };
    let time = OffsetDateTime::parse(&text, &Rfc3339).ok().filter(|_| text.ends_with('Z'));
    let time = time.ok_or_else(|| invalid(name, "Invalid datetime"))?;
    Ok(i64::try_from(time.unix_timestamp_nanos() / 1_000_000).ok())
}

fn invalid(name: &str, message: &str) -> ApiError {
    ApiError::Invalid(vec![json!({ "code": "custom", "message": message, "path": [name] })])
}
