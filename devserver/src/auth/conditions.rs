//! Conditions of permissions in roles that a project defines.

use serde_json::{Map, Value};

use crate::auth::access::Place;
use crate::auth::patterns::{glob_matches, is_within_limits};
use crate::auth::permissions::{Action, Extent, Subject};
use crate::store::roles::Permission;

/// Whether a permission applies to `action` on `subject` in the extent.
pub(super) fn is_about(
    permission: &Permission,
    action: Action,
    subject: Subject,
    extent: Extent<'_>,
) -> bool {
    permission.subject == subject.name()
        && permission.action.iter().any(|name| {
            // July 2026 also has a name for reading values alone.
            name == action.name() || (action == Action::Read && name == "readValue")
        })
        && match (&permission.conditions, extent) {
            (None, _) => true,
            (Some(conditions), Extent::At(place)) => hold(conditions, place),
            // A condition limits both allowing and forbidding permissions.
            (Some(_), Extent::Somewhere) => !permission.inverted,
            (Some(_), Extent::Everywhere) => permission.inverted,
        }
}

/// Whether the patterns in conditions are within the limits.
pub(crate) fn are_within_limits(conditions: &Map<String, Value>) -> bool {
    let operators = conditions.values().filter_map(Value::as_object);
    let patterns = operators.filter_map(|operators| operators.get("$glob")?.as_str());
    patterns.into_iter().all(is_within_limits)
}

fn hold(conditions: &Map<String, Value>, place: Place<'_>) -> bool {
    conditions.iter().all(|(field, condition)| {
        let found = match field.as_str() {
            "environment" => place.environment,
            "secretPath" => place.path,
            _ => return false,
        };
        match condition {
            Value::String(wanted) => wanted == found,
            Value::Object(operators) => {
                operators.iter().all(|(operator, operand)| holds(operator, operand, found))
            }
            _ => false,
        }
    })
}

fn holds(operator: &str, operand: &Value, found: &str) -> bool {
    match operator {
        "$eq" => operand == found,
        "$ne" => operand != found,
        "$in" => operand.as_array().is_some_and(|any| any.iter().any(|one| one == found)),
        "$glob" => operand.as_str().is_some_and(|pattern| glob_matches(pattern, found)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Place, hold};

    #[test]
    fn conditions_hold_only_if_each_holds() {
        let place = Place { environment: "dev", path: "/a/b" };
        for (conditions, holds_there) in [
            (json!({}), true),
            (json!({ "environment": "dev" }), true),
            (json!({ "environment": "prod" }), false),
            (json!({ "environment": { "$ne": "prod" } }), true),
            (json!({ "environment": { "$in": ["prod", "dev"] } }), true),
            (json!({ "environment": { "$in": [] } }), false),
            (json!({ "environment": "dev", "secretPath": { "$glob": "/a/*" } }), true),
            (json!({ "environment": "dev", "secretPath": { "$eq": "/a" } }), false),
            (json!({ "secretName": "A" }), false),
        ] {
            let object = conditions.as_object().unwrap();
            assert_eq!(hold(object, place), holds_there, "{conditions}");
        }
    }
}
