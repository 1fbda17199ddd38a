//! Versions of secrets, as JSON.

use infisical_e2ee::{SecretFailure, SecretHistory, SecretString, SecretVersion};
use serde_json::{Value, json};

pub(super) fn history_json(history: &SecretHistory) -> Value {
    json!({
        "versions": versions_json(&history.versions),
        "failures": failures_json(&history.failures),
    })
}

pub(super) fn versions_json(versions: &[SecretVersion]) -> Value {
    let version = |version: &SecretVersion| {
        json!({
            "id": version.id,
            "secret_id": version.secret_id,
            "version": version.version,
            "type": version.kind.as_str(),
            "environment": version.environment,
            "name": version.name,
            "value": version.value.expose(),
            "comment": version.comment.as_ref().map(SecretString::expose),
            "created_at": version.created_at,
            "deleted": version.deleted,
        })
    };
    versions.iter().map(version).collect()
}

pub(super) fn failures_json(failures: &[SecretFailure]) -> Value {
    let failure = |failure: &SecretFailure| json!({"id": failure.id, "field": failure.field, "code": failure.error.code()});
    failures.iter().map(failure).collect()
}
