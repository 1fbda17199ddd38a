//! What the scenarios in `tests/` expect of operations.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::operations::Resource;

/// Errors that every operation may give, of which documentation speaks once.
const GENERAL: &[&str] = &[
    "authentication_failed",
    "closed",
    "connection_failed",
    "invalid_credential",
    "invalid_response",
    "mfa_required",
    "rate_limited",
    "server_error",
    "timeout",
    "token_expired",
];

/// Fails unless the documentation names each error that a scenario expects of an operation.
///
/// # Errors
/// Names the operations with the errors that their documentation lacks.
pub(crate) fn check(resources: &[Resource<'_>], folder: &Path) -> Result<(), String> {
    let mut expected = BTreeSet::new();
    read_folder(folder, &mut expected)?;
    let mut failures = Vec::new();
    for (operation, code) in expected {
        if GENERAL.contains(&code.as_str()) {
            continue;
        }
        let Some((resource, name)) = operation.split_once('.') else { continue };
        let Some(resource) = resources.iter().find(|it| it.name == resource) else { continue };
        let Some(described) = resource.operations.iter().find(|it| it.name == name) else {
            continue;
        };
        let of_operation = described.errors.iter().map(|(kind, _)| snake_case(kind));
        let of_resource = |code: &str| {
            resource.paragraphs.iter().any(|text| {
                text.split("ErrorKind::").skip(1).any(|rest| {
                    let kind: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
                    snake_case(&kind) == code
                })
            })
        };
        if !of_operation.chain([String::new()]).any(|known| known == code) && !of_resource(&code) {
            failures.push(format!(
                "{operation}: core does not document {code}, which a scenario expects"
            ));
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// `NotFound` as `not_found`, the code of the error.
fn snake_case(kind: &str) -> String {
    let mut code = String::new();
    for letter in kind.chars() {
        if letter.is_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.extend(letter.to_lowercase());
    }
    code
}

fn read_folder(folder: &Path, expected: &mut BTreeSet<(String, String)>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            read_folder(&path, expected)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            let value = serde_json::from_str(&text);
            let value = value.map_err(|error| format!("{}: {error}", path.display()))?;
            read_steps(&value, expected);
        }
    }
    Ok(())
}

/// Adds the operation and the error of each step that expects one, perhaps of each era.
fn read_steps(value: &Value, expected: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| read_steps(value, expected)),
        Value::Object(fields) => {
            if let (Some(Value::String(operation)), Some(error)) =
                (fields.get("op"), fields.get("error"))
            {
                let codes: Vec<&Value> = match error {
                    Value::Object(eras) => eras.values().collect(),
                    error => vec![error],
                };
                let codes = codes.into_iter().filter_map(Value::as_str);
                expected.extend(codes.map(|code| (operation.clone(), code.to_owned())));
            }
            fields.values().for_each(|value| read_steps(value, expected));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_steps_finds_errors_of_each_era() {
        let steps = serde_json::json!({ "steps": [
            { "op": "tags.get", "error": { "may23": "not_found", "jun24": null } },
            { "op": "tags.list" },
        ] });
        let mut expected = BTreeSet::new();
        read_steps(&steps, &mut expected);
        let step = ("tags.get".to_owned(), "not_found".to_owned());
        assert_eq!(expected, BTreeSet::from([step]));
    }

    #[test]
    fn snake_case_gives_the_code() {
        assert_eq!(snake_case("UnsupportedByServer"), "unsupported_by_server");
    }
}
