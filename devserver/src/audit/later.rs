//! Later eras: one event per call, with its metadata. The releases also stored the names of
//! secrets; this server stores only their ids, because it keeps no plaintext names.

use axum::http::Method;
use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::http::Call;

pub(super) fn note(call: &Call, method: &Method, reply: &Value) -> Result<(), ApiError> {
    let Some(event) = event(method, call.route()) else { return Ok(()) };
    let Some(project_id) = project(call, reply) else { return Ok(()) };
    let metadata = metadata(call, event, reply);
    call.app.store.write(|db| super::store(call, db, &project_id, vec![(event, metadata)]))
}

fn event(method: &Method, route: &str) -> Option<&'static str> {
    Some(match (method.as_str(), route) {
        ("GET", "/api/v3/secrets" | "/api/v3/secrets/raw" | "/api/v4/secrets") => "get-secrets",
        ("POST", "/api/v3/secrets/move" | "/api/v4/secrets/move" | "/api/v4/secrets/duplicate") => {
            return None;
        }
        ("GET", route) if route.starts_with("/api/v4/secrets/") && route.contains("-tree") => {
            return None;
        }
        ("POST", "/api/v3/secrets/batch/raw" | "/api/v4/secrets/batch") => "create-secrets",
        ("PATCH", "/api/v3/secrets/batch/raw" | "/api/v4/secrets/batch") => "update-secrets",
        ("DELETE", "/api/v3/secrets/batch/raw" | "/api/v4/secrets/batch") => "delete-secrets",
        ("POST", "/api/v3/secrets/batch") => "create-secrets",
        ("PATCH", "/api/v3/secrets/batch") => "update-secrets",
        ("DELETE", "/api/v3/secrets/batch") => "delete-secrets",
        ("GET", route) if names_secret(route) => "get-secret",
        ("POST", route) if names_secret(route) => "create-secret",
        ("PATCH", route) if names_secret(route) => "update-secret",
        ("DELETE", route) if names_secret(route) => "delete-secret",
        ("GET", "/api/v2/workspace/{workspaceId}/encrypted-key") => "get-workspace-key",
        ("POST", "/api/v2/service-token") => "create-service-token",
        ("DELETE", "/api/v2/service-token/{serviceTokenId}") => "delete-service-token",
        ("POST", "/api/v1/workspace/{workspaceId}/environments") => "create-environment",
        ("PATCH", "/api/v1/workspace/{workspaceId}/environments/{environmentId}") => {
            "update-environment"
        }
        ("DELETE", "/api/v1/workspace/{workspaceId}/environments/{environmentId}") => {
            "delete-environment"
        }
        (
            "POST",
            "/api/v1/workspace/{workspaceId}/memberships"
            | "/api/v2/workspace/{workspaceId}/memberships",
        ) => "add-workspace-members",
        ("PATCH", "/api/v1/workspace/{workspaceId}/memberships/{membershipId}") => {
            "update-user-workspace-role"
        }
        ("DELETE", "/api/v1/workspace/{workspaceId}/memberships/{membershipId}") => {
            "remove-workspace-member"
        }
        ("POST", "/api/v1/folders") => "create-folder",
        ("PATCH", "/api/v1/folders/{folderId}") => "update-folder",
        ("DELETE", "/api/v1/folders/{folderId}") => "delete-folder",
        ("GET", "/api/v1/secret-imports") => "get-secret-imports",
        ("POST", "/api/v1/secret-imports") => "create-secret-import",
        ("PATCH", "/api/v1/secret-imports/{importId}") => "update-secret-import",
        ("DELETE", "/api/v1/secret-imports/{importId}") => "delete-secret-import",
        ("GET", "/api/v1/kms/keys") => "get-cmeks",
        ("POST", "/api/v1/kms/keys") => "create-cmek",
        ("GET", "/api/v1/kms/keys/{keyId}" | "/api/v1/kms/keys/key-name/{keyName}") => "get-cmek",
        ("PATCH", "/api/v1/kms/keys/{keyId}") => "update-cmek",
        ("DELETE", "/api/v1/kms/keys/{keyId}") => "delete-cmek",
        _ => return None,
    })
}

fn names_secret(route: &str) -> bool {
    route.starts_with("/api/v3/secrets/") || route.starts_with("/api/v4/secrets/")
}

fn project(call: &Call, reply: &Value) -> Option<String> {
    let named = Some(call.param("workspaceId").to_owned()).filter(|id| !id.is_empty());
    named
        .or_else(|| asked(call, call.project_field()))
        .or_else(|| asked(call, "projectId"))
        .or_else(|| Some(reply.pointer("/serviceTokenData/projectId")?.as_str()?.to_owned()))
        .or_else(|| Some(reply.pointer("/key/projectId")?.as_str()?.to_owned()))
}

fn asked(call: &Call, name: &str) -> Option<String> {
    call.query().text_opt(name).or_else(|| call.body().text_opt(name))
}

fn metadata(call: &Call, event: &str, reply: &Value) -> Value {
    let mut metadata = Map::new();
    let mut add = |name: &str, value: Value| {
        if !value.is_null() {
            metadata.insert(name.to_owned(), value);
        }
    };
    if let Some(environment) = asked(call, "environment") {
        let path = asked(call, "secretPath").or_else(|| asked(call, "path"));
        add("environment", environment.into());
        add("secretPath", path.unwrap_or_else(|| "/".to_owned()).into());
    }
    match reply.get("secrets").and_then(Value::as_array) {
        Some(secrets) if event == "get-secrets" => add("numberOfSecrets", secrets.len().into()),
        Some(secrets) => add("secrets", secrets.iter().map(brief).collect()),
        None => {}
    }
    for (name, place) in [
        ("name", "/serviceTokenData/name"),
        ("scopes", "/serviceTokenData/scopes"),
        ("name", "/environment/name"),
        ("slug", "/environment/slug"),
        ("folderId", "/folder/id"),
        ("folderName", "/folder/name"),
        ("secretImportId", "/secretImport/id"),
        ("userId", "/membership/userId"),
        ("keyId", "/id"),
        ("keyId", "/key/id"),
        ("secretId", "/secret/id"),
        ("secretVersion", "/secret/version"),
    ] {
        add(name, reply.pointer(place).cloned().unwrap_or_default());
    }
    Value::Object(metadata)
}

fn brief(secret: &Value) -> Value {
    json!({ "secretId": secret.get("id"), "secretVersion": secret.get("version") })
}
