//! Writes the audit log of successful calls, from the request and its reply, so that handlers need
//! no code for it.

mod later;
mod may23;
pub(crate) mod names;

use axum::http::Method;
use rusqlite::Connection;
use serde_json::Value;

use crate::auth::Actor;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::audit::{self, LogActor, NewLog};
use crate::wire::Reply;

/// Logs a call that was answered with `reply`, if the era logs this kind of call.
pub(crate) fn note(call: &Call, method: &Method, reply: &Reply) -> Result<(), ApiError> {
    let Some(body) = reply.body() else { return Ok(()) };
    match call.era() {
        Era::May23 => may23::note(call, method, body),
        Era::Feb24 | Era::Jun24 | Era::Modern => later::note(call, method, body),
    }
}

/// Stores a log of what the caller did in a project.
fn store(
    call: &Call,
    db: &Connection,
    project_id: &str,
    actions: Vec<(&str, Value)>,
) -> Result<(), ApiError> {
    let Some(actor) = actor(call) else { return Ok(()) };
    let user_agent = call.user_agent.as_deref();
    let new = NewLog {
        project_id,
        actor,
        channel: channel(call.era(), user_agent.unwrap_or_default()),
        user_agent,
        ip: &call.address,
        actions,
    };
    Ok(audit::insert(db, call.era(), &new)?)
}

fn actor(call: &Call) -> Option<LogActor> {
    let (kind, id, name) = match &call.actor {
        Actor::User(actor) => ("user", &actor.user.id, &actor.user.email),
        Actor::Token(token) => ("service", &token.id, &token.name),
        Actor::Identity(identity) => ("identity", &identity.id, &identity.name),
        Actor::ServiceAccount(account) => ("service-account", &account.id, &account.name),
        Actor::Anonymous => return None,
    };
    Some(LogActor { kind: kind.to_owned(), id: id.clone(), name: name.clone() })
}

/// The kind of program of a user agent.
fn channel(era: Era, user_agent: &str) -> &'static str {
    const BROWSERS: [&str; 7] = ["mozilla", "chrome", "safari", "firefox", "edge", "opera", "msie"];
    let known = names::channels(era).iter().find(|known| **known == user_agent);
    let lower = user_agent.to_ascii_lowercase();
    match known {
        Some(known) => known,
        None if BROWSERS.iter().any(|browser| lower.contains(browser)) => "web",
        None => "other",
    }
}
