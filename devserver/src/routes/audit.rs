//! Reading the audit log.

use rusqlite::Connection;
use serde_json::{Map, Value, json};
use time::format_description::well_known::Rfc3339;
use time::{Date, Duration, Month, OffsetDateTime};

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
/// The longest page of today's servers.
const MODERN_LIMIT: i64 = 1000;

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

/// One action with the versions of secrets it refers to. The release did not check the caller.
pub(crate) fn action_may23(call: &Call) -> Result<Reply, ApiError> {
    const UNKNOWN: ApiError =
        ApiError::RecordUnknown("action_not_found_error", "Failed to find action");
    let id = call.param("actionId");
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    call.app.store.read(|db| {
        let log = audit::of_action(db, id)?.ok_or(UNKNOWN)?;
        let (_, membership) = access::member(call, db, &log.project_id).map_err(|_| UNKNOWN)?;
        let action = log.actions.first().ok_or(UNKNOWN)?;
        let mut payload = action.payload.clone();
        let references = payload.get_mut("secretVersions").and_then(Value::as_array_mut);
        for reference in references.into_iter().flatten() {
            for field in ["oldSecretVersion", "newSecretVersion"] {
                let Some(reference) = reference.get_mut(field) else { continue };
                let id = reference.as_str().unwrap_or_default().to_owned();
                let found = secret_versions::by_id(db, &id)?
                    .filter(|found| !membership.is_denied("read", &found.secret.environment));
                *reference =
                    found.map(|found| wire::secret_versions::may23(&found)).unwrap_or_default();
            }
        }
        let shown = wire::audit::action_may23(&log, action, &payload);
        Ok(Reply::json(json!({ "action": shown })))
    })
}

pub(crate) fn list_later(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let wanted = Wanted::read(call, &query)?;
    let names = names::events(call.era());
    let event = query.value("eventType").map(|_| query.choice("eventType", names, None));
    query.finish()?;
    wanted.find(call, call.param("workspaceId"), event.into_iter().collect(), Map::new())
}

/// Today's servers keep it with the organization; here the project has to be named.
pub(crate) fn list_modern(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let wanted = Wanted::read(call, &query)?;
    let project_id = query.text_opt("projectId").unwrap_or_default();
    let events = list_of(&query, "eventType");
    let metadata = list_of(&query, "eventMetadata");
    let known: Vec<_> = names::known_today().iter().map(String::as_str).collect();
    for (place, name) in events.iter().enumerate() {
        if !known.contains(&name.as_str()) {
            query.complain_choice(vec![json!("eventType"), json!(place)], &known, name);
        }
    }
    query.finish()?;
    if wanted.limit > MODERN_LIMIT {
        return Err(ApiError::issue("limit", "Number must be less than or equal to 1000"));
    }
    if let (Some(start), Some(end)) = (wanted.start, wanted.end) {
        if end < start {
            return Err(ApiError::issue("endDate", "End date cannot be before start date"));
        }
        if three_months_after(start).is_none_or(|latest| end > latest) {
            return Err(ApiError::issue("endDate", "Dates must be within 3 months"));
        }
    }
    let pairs = metadata.iter().filter_map(|pair| pair.split_once('='));
    let pairs = pairs.map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    wanted.find(call, &project_id, events, pairs)
}

/// The actors of the log. Releases of 2024 always return an empty list.
pub(crate) fn actors(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::AuditLogs)?;
        let actors = audit::actors(db, &project.id)?;
        let actors = actors.iter().map(|actor| wire::audit::actor(call.era(), actor));
        Ok(Reply::json(json!({ "actors": actors.collect::<Vec<_>>() })))
    })
}

/// The parameters of all later servers.
struct Wanted {
    actor: Option<String>,
    channel: Option<String>,
    start: Option<i64>,
    end: Option<i64>,
    offset: i64,
    limit: i64,
}

impl Wanted {
    fn read(call: &Call, query: &Form<'_>) -> Result<Self, ApiError> {
        let channels = names::channels(call.era());
        let channel = query.value("userAgentType");
        Ok(Wanted {
            actor: query.text_opt("actor"),
            channel: channel.map(|_| query.choice("userAgentType", channels, None)),
            start: instant(query, "startDate")?,
            end: instant(query, "endDate")?,
            offset: query.whole("offset", Some(0)),
            limit: query.whole("limit", Some(20)),
        })
    }

    fn find(
        &self,
        call: &Call,
        project_id: &str,
        names: Vec<String>,
        metadata: Map<String, Value>,
    ) -> Result<Reply, ApiError> {
        if call.app.needs_licence() {
            // Nothing is stored, so no permission is checked.
            return Ok(Reply::json(json!({ "auditLogs": Vec::<Value>::new() })));
        }
        call.app.store.read(|db| {
            let project = access::role(call, db, project_id, Action::Read, Subject::AuditLogs)?;
            let filter = Filter {
                project_id: &project.id,
                names: names.iter().map(String::as_str).collect(),
                actor_kind: self.actor.as_deref(),
                channel: self.channel.as_deref(),
                metadata,
                // Without a start the release shows today only.
                start: self.start.or(Some(clock::now() / DAY * DAY)),
                end: self.end,
                newest_first: true,
                offset: self.offset,
                limit: self.limit,
                ..Filter::default()
            };
            let events = audit::find(db, &filter)?;
            let events = events.iter().map(|log| wire::audit::event(call.era(), log));
            Ok(Reply::json(json!({ "auditLogs": events.collect::<Vec<_>>() })))
        })
    }
}

/// Splits a text at commas.
fn list_of(query: &Form<'_>, name: &str) -> Vec<String> {
    let text = query.text_opt(name).unwrap_or_default();
    text.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// The same day three months on; one that the month lacks is as many days into the next.
fn three_months_after(time: i64) -> Option<i64> {
    let moment = OffsetDateTime::from_unix_timestamp(time.div_euclid(1000)).ok()?;
    let date = moment.date();
    let month = u8::from(date.month()) + 3;
    let (year, month) =
        if month > 12 { (date.year() + 1, month - 12) } else { (date.year(), month) };
    let first = Date::from_calendar_date(year, Month::try_from(month).ok()?, 1).ok()?;
    let later = first.checked_add(Duration::days(i64::from(date.day()) - 1))?;
    Some(moment.replace_date(later).unix_timestamp() * 1000 + time.rem_euclid(1000))
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
    let time = time.ok_or_else(|| ApiError::issue(name, "Invalid datetime"))?;
    Ok(i64::try_from(time.unix_timestamp_nanos() / 1_000_000).ok())
}
