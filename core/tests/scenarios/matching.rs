//! Compares a result with what a step expects.

use serde_json::Value;

const ERAS: [&str; 10] = [
    "may23",
    "feb24",
    "jun24",
    "oct24",
    "oct24-e2ee",
    "modern",
    "jul26",
    "jul26-e2ee",
    "hostile",
    "default",
];

/// The expectation for this era: one entry of a map by era, or else all of it.
pub(crate) fn of_era<'a>(expected: &'a Value, era: &str) -> Option<&'a Value> {
    match expected {
        Value::Object(by_era)
            if !by_era.is_empty() && by_era.keys().all(|key| ERAS.contains(&key.as_str())) =>
        {
            by_era.get(era).or_else(|| by_era.get("default"))
        }
        all => Some(all),
    }
}

/// Fails and names the place unless `actual` has everything in `expected`.
pub(crate) fn check(expected: &Value, actual: &Value, place: &str) -> Result<(), String> {
    match (expected, actual) {
        (Value::Object(fields), _) if fields.keys().any(|key| key.starts_with('$')) => {
            matcher(expected, actual, place)
        }
        (Value::Object(fields), Value::Object(found)) => {
            fields.iter().try_for_each(|(key, value)| {
                check(value, found.get(key).unwrap_or(&Value::Null), &format!("{place}.{key}"))
            })
        }
        (Value::Array(items), Value::Array(found)) if items.len() == found.len() => {
            items.iter().zip(found).enumerate().try_for_each(|(index, (item, found))| {
                check(item, found, &format!("{place}.{index}"))
            })
        }
        _ if expected == actual => Ok(()),
        _ => Err(format!("{place} is {}, not {}", short(actual), short(expected))),
    }
}

fn matcher(expected: &Value, actual: &Value, place: &str) -> Result<(), String> {
    let fields = expected.as_object().into_iter().flatten().collect::<Vec<_>>();
    let [(name, wanted)] = fields.as_slice() else {
        return Err(format!("{place}: a matcher stands alone, unlike {}", short(expected)));
    };
    let good = match (name.as_str(), wanted) {
        ("$any", Value::Bool(true)) => !actual.is_null(),
        ("$length", Value::Number(length)) => {
            let found = match actual {
                Value::String(text) => text.chars().count(),
                Value::Array(items) => items.len(),
                _ => return Err(format!("{place} is {}, which has no length", short(actual))),
            };
            length.as_u64() == u64::try_from(found).ok()
        }
        ("$contains", wanted) => actual
            .as_array()
            .is_some_and(|items| items.iter().any(|item| check(wanted, item, place).is_ok())),
        _ => return Err(format!("{place}: there is no matcher {}", short(expected))),
    };
    if good {
        Ok(())
    } else {
        Err(format!("{place} is {}, not {}", short(actual), short(expected)))
    }
}

/// The value as JSON, shortened if it is long.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(300) {
        Some((end, _)) => {
            format!("{}… ({} bytes)", text.get(..end).unwrap_or_default(), text.len())
        }
        None => text,
    }
}
