//! Service tokens.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::today::place::told;
use crate::routes::secrets::today::single::known_project;
use crate::routes::service_tokens as older;
use crate::store::service_tokens;
use crate::wire::{self, Reply, merged};

fn with_note(token: Value) -> Value {
    merged(token, json!({ "expiryNotificationSent": false }))
}

pub(crate) fn own(call: &Call) -> Result<Reply, ApiError> {
    let mut reply = older::own(call)?;
    if let Some(body) = reply.body_mut() {
        *body = with_note(body.take());
    }
    Ok(reply)
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let id = body.text_opt("workspaceId").unwrap_or_default();
    let mut reply = older::create_checked(call, |call, db| {
        known_project(call, db, &id)?;
        access::role(call, db, &id, Action::Create, Subject::ServiceTokens)
            .map_err(|error| told(call, &id, error))
    })?;
    if let Some(token) = reply.body_mut().and_then(|body| body.get_mut("serviceTokenData")) {
        *token = with_note(token.take());
    }
    Ok(reply)
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        permitted(call, db, id, Action::Read)?;
        let tokens = service_tokens::of_project(db, call.era(), id)?;
        let listed = tokens.iter().map(|token| with_note(wire::tokens::listed(call.era(), token)));
        Ok(Reply::json(json!({ "serviceTokenData": listed.collect::<Vec<_>>() })))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("serviceTokenId");
    let unknown = || ApiError::absent(format!("Service token with ID '{id}' not found"));
    call.app.store.write(|db| {
        let token = service_tokens::by_id(db, id)?.ok_or_else(unknown)?;
        permitted(call, db, &token.project_id, Action::Delete)?;
        service_tokens::delete(db, &token.id)?;
        let token = with_note(wire::tokens::deleted(call.era(), &token));
        Ok(Reply::json(json!({ "serviceTokenData": token })))
    })
}

fn permitted(call: &Call, db: &Connection, id: &str, action: Action) -> Result<(), ApiError> {
    known_project(call, db, id)?;
    access::role(call, db, id, action, Subject::ServiceTokens)
        .map(|_| ())
        .map_err(|error| told(call, id, error))
}
