//! Shapes of July 2026: keys that the server holds.

use serde_json::{Value, json};

use crate::clock;
use crate::store::kms::Key;
use crate::store::projects::Project;

pub(crate) fn key(project: &Project, key: &Key) -> Value {
    json!({
        "id": key.id,
        "description": key.description,
        "isDisabled": key.is_disabled,
        "orgId": project.organization_id,
        "name": key.name,
        "createdAt": clock::iso(key.created_at),
        "updatedAt": clock::iso(key.updated_at),
        "projectId": key.project_id,
        "keyUsage": key.usage,
        "kmipMetadata": null,
        "isExportable": key.is_exportable,
        "version": 1,
        "encryptionAlgorithm": key.algorithm,
    })
}
