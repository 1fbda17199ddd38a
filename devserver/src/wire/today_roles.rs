//! The roles that every project of July 2026 has, with what the server says they allow.

use serde_json::{Map, Value, json};

use crate::era::Era;
use crate::wire::{merged, roles};

/// What each role allows, as the server lists it.
const RULES: &str = include_str!("today_roles.json");

/// All of them, as a list of projects shows them.
pub(crate) fn of_project(project_id: &str) -> Value {
    let roles = roles::built_in(Era::Modern, project_id).into_iter().map(|role| {
        let rules = rules(&role);
        merged(role, json!({ "permissions": rules, "version": 1 }))
    });
    roles.collect()
}

/// The one with that slug, whose actions are always lists.
pub(crate) fn called(project_id: &str, slug: &str) -> Option<Value> {
    let mut all = roles::built_in(Era::Modern, project_id).into_iter();
    let role = all.find(|role| role.get("slug").is_some_and(|it| it == slug))?;
    let mut rules = rules(&role);
    for rule in rules.as_array_mut().into_iter().flatten() {
        if let Some(action) = rule.get_mut("action")
            && action.is_string()
        {
            *action = json!([action.take()]);
        }
    }
    Some(merged(role, json!({ "permissions": rules })))
}

fn rules(role: &Value) -> Value {
    let all: Map<String, Value> = serde_json::from_str(RULES).unwrap_or_default();
    let slug = role.get("slug").and_then(Value::as_str).unwrap_or_default();
    all.get(slug).cloned().unwrap_or_default()
}
