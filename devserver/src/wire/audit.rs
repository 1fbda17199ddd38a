//! Audit logs.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::audit::{Action, Log, LogActor};
use crate::wire::merged;

/// How long later releases keep an event.
const KEPT: i64 = 10 * 24 * 3600 * 1000;

/// May 2023: a log with its actor, as that looks now; null if the actor is gone.
pub(crate) fn log_may23(log: &Log, actor: &Value) -> Value {
    let names: Vec<_> = log.actions.iter().map(|action| &action.name).collect();
    let actions: Vec<_> =
        log.actions.iter().map(|action| action_may23(log, action, &action.payload)).collect();
    let field = match log.actor.kind.as_str() {
        "service" => "serviceTokenData",
        "service-account" => "serviceAccount",
        _ => "user",
    };
    json!({
        field: actor,
        "_id": log.id,
        "workspace": log.project_id,
        "actionNames": names,
        "actions": actions,
        "channel": log.channel,
        "ipAddress": log.ip,
        "createdAt": clock::iso(log.created_at),
        "updatedAt": clock::iso(log.created_at),
        "__v": 0,
    })
}

/// May 2023: an action, whose payload names versions of secrets or has them.
pub(crate) fn action_may23(log: &Log, action: &Action, payload: &Value) -> Value {
    let plain = json!({
        "_id": action.id,
        "name": action.name,
        "workspace": log.project_id,
        "payload": payload,
        "createdAt": clock::iso(log.created_at),
        "updatedAt": clock::iso(log.created_at),
        "__v": 0,
    });
    if log.actor.kind == "user" {
        return merged(plain, json!({ "user": log.actor.id }));
    }
    plain
}

/// Later eras: an event.
pub(crate) fn event(era: Era, log: &Log) -> Value {
    let event = log.actions.first();
    let event = event.map(|event| json!({ "type": event.name, "metadata": event.payload }));
    json!({
        "id": log.id,
        "ipAddress": log.ip,
        "userAgent": log.user_agent,
        "userAgentType": log.channel,
        "expiresAt": clock::iso(log.created_at + KEPT),
        "createdAt": clock::iso(log.created_at),
        "updatedAt": clock::iso(log.created_at),
        "orgId": null,
        "projectId": log.project_id,
        "event": event,
        "actor": actor(era, &log.actor),
    })
}

/// Later eras: who did something.
pub(crate) fn actor(era: Era, actor: &LogActor) -> Value {
    let metadata = match actor.kind.as_str() {
        "service" => json!({ "serviceId": actor.id, "name": actor.name }),
        "identity" => json!({ "identityId": actor.id, "name": actor.name }),
        _ if era >= Era::Jun24 => {
            json!({ "userId": actor.id, "email": actor.name, "username": actor.name })
        }
        _ => json!({ "userId": actor.id, "email": actor.name }),
    };
    json!({ "type": actor.kind, "metadata": metadata })
}
