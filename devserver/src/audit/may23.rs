//! May 2023: one log per call about secrets, with an action for each kind of change, which refers
//! to versions.

use std::collections::BTreeMap;

use axum::http::Method;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::http::Call;
use crate::store::secret_versions;

/// An action and its secrets. A deleted secret may be only an id.
type Done<'a> = (&'static str, Vec<&'a Value>);

pub(super) fn note(call: &Call, method: &Method, reply: &Value) -> Result<(), ApiError> {
    let mut by_project: BTreeMap<String, Vec<Done<'_>>> = BTreeMap::new();
    for (action, secrets) in done(call.route(), method, reply) {
        if let Some(project) = project_asked_for(call).filter(|_| secrets.is_empty()) {
            by_project.entry(project).or_default().push((action, Vec::new()));
        }
        for secret in secrets {
            let own = secret.get("workspace").and_then(Value::as_str).map(str::to_owned);
            let Some(project) = own.or_else(|| project_asked_for(call)) else { continue };
            let actions = by_project.entry(project).or_default();
            match actions.iter_mut().find(|(name, _)| *name == action) {
                Some((_, list)) => list.push(secret),
                None => actions.push((action, vec![secret])),
            }
        }
    }
    if by_project.is_empty() {
        return Ok(());
    }
    call.app.store.write(|db| {
        for (project, done) in by_project {
            let payload = |(action, secrets)| Ok((action, payload(call, db, action, secrets)?));
            let actions = done.into_iter().map(payload).collect::<Result<_, ApiError>>()?;
            super::store(call, db, &project, actions)?;
        }
        Ok(())
    })
}

fn project_asked_for(call: &Call) -> Option<String> {
    call.query().text_opt("workspaceId").or_else(|| call.body().text_opt("workspaceId"))
}

fn done<'a>(route: &str, method: &Method, reply: &'a Value) -> Vec<Done<'a>> {
    let list = |name: &str| match reply.get(name) {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    if route == "/api/v2/secrets/batch" {
        let parts = [
            ("addSecrets", list("createdSecrets")),
            ("updateSecrets", list("updatedSecrets")),
            ("deleteSecrets", list("deletedSecrets")),
        ];
        return parts.into_iter().filter(|(_, secrets)| !secrets.is_empty()).collect();
    }
    if !matches!(route, "/api/v3/secrets" | "/api/v3/secrets/{secretName}" | "/api/v2/secrets") {
        return Vec::new();
    }
    let action = match *method {
        Method::GET => "readSecrets",
        Method::POST => "addSecrets",
        Method::PATCH => "updateSecrets",
        _ => "deleteSecrets",
    };
    vec![(action, [list("secret"), list("secrets")].concat())]
}

/// The versions that an action refers to. For an update, the old and the new one are swapped, as in
/// the release.
fn payload(
    call: &Call,
    db: &Connection,
    action: &str,
    secrets: Vec<&Value>,
) -> Result<Value, ApiError> {
    let mut versions = Vec::with_capacity(secrets.len());
    for secret in secrets {
        let id = secret
            .as_str()
            .or_else(|| secret.get("_id").and_then(Value::as_str))
            .unwrap_or_default();
        let number = secret.get("version").and_then(Value::as_i64).unwrap_or(i64::MAX);
        secret_versions::keep_first(db, call.era(), id)?;
        let (own, before) = secret_versions::newest_two(db, id, number)?;
        let before = before.filter(|_| action == "updateSecrets");
        let (old, new) = if action == "updateSecrets" { (own, before) } else { (None, own) };
        let mut version = Map::new();
        version.insert("_id".to_owned(), call.era().new_id().into());
        for (name, id) in [("oldSecretVersion", old), ("newSecretVersion", new)] {
            if let Some(id) = id {
                version.insert(name.to_owned(), id.into());
            }
        }
        versions.push(version);
    }
    Ok(json!({ "secretVersions": versions }))
}
