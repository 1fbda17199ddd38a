//! Secrets in plaintext, on servers of July 2026.

use serde_json::{Value, json};

use crate::clock;
use crate::store::secret_versions::{Author, Version};
use crate::store::secrets::Secret;
use crate::wire::{merged, tags};

/// What stands for a value the caller did not ask to see.
const HIDDEN: &str = "<hidden-by-infisical>";

/// Which answer a secret is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Created,
    Updated,
    Deleted,
    Fetched,
    FetchedById,
    /// An earlier version, fetched by its number.
    Versioned,
    Listed,
    /// In a list, by an import.
    Imported,
    /// In the answer of the routes of imports.
    OfImport,
}

/// The decrypted texts of a secret.
pub(crate) struct Texts<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
    pub(crate) comment: &'a str,
}

/// A secret. One of a project that was end-to-end encrypted (`is_old`) has fewer fields.
pub(crate) fn secret(
    secret: &Secret,
    texts: &Texts<'_>,
    (shape, is_hidden): (Shape, bool),
    is_old: bool,
) -> Value {
    let is_imported = matches!(shape, Shape::Imported | Shape::OfImport);
    let workspace = if is_imported && !is_old { "" } else { &secret.project_id };
    let mut shown = json!({
        "id": secret.id,
        "_id": secret.id,
        "workspace": workspace,
        "environment": secret.environment,
        "version": secret.version,
        "type": secret.kind.name(),
        "secretKey": texts.name,
        "secretValue": if is_hidden { HIDDEN } else { texts.value },
        "secretComment": texts.comment,
        "skipMultilineEncoding": secret.content.skip_multiline_encoding,
    });
    let mut add = |fields: Value| shown = merged(shown.take(), fields);
    if is_old || !is_imported {
        let is_listed = shape == Shape::Listed;
        add(json!({
            "secretReminderNote": secret.content.reminder_note.as_ref().filter(|_| is_listed),
            "secretReminderRepeatDays":
                secret.content.reminder_repeat_days.filter(|_| is_listed),
        }));
    }
    if shape != Shape::Imported {
        add(json!({
            "createdAt": clock::iso(secret.created_at),
            "updatedAt": clock::iso(secret.updated_at),
        }));
    }
    if !is_old && !matches!(shape, Shape::Deleted | Shape::Versioned) {
        add(json!({ "isRotatedSecret": false, "rotationId": null }));
    }
    if !matches!(shape, Shape::Created | Shape::FetchedById | Shape::OfImport) {
        add(json!({ "secretValueHidden": is_hidden }));
    }
    if matches!(shape, Shape::Fetched | Shape::FetchedById | Shape::Listed) {
        add(json!({
            "secretPath": secret.path,
            "tags": secret.tags.iter().map(tags::on_secret).collect::<Value>(),
        }));
    }
    if shape == Shape::Versioned {
        add(json!({ "secretPath": secret.path }));
    }
    let has_metadata =
        matches!(shape, Shape::Fetched | Shape::FetchedById | Shape::Listed | Shape::Imported);
    if has_metadata && !is_old {
        let metadata: Option<Value> =
            secret.content.metadata.as_deref().and_then(|text| serde_json::from_str(text).ok());
        add(json!({ "secretMetadata": metadata.unwrap_or_else(|| json!([])) }));
    }
    shown
}

/// A version in the list of versions.
pub(crate) fn version(
    version: &Version,
    texts: &Texts<'_>,
    membership_id: Option<String>,
) -> Value {
    let secret = &version.secret;
    let actor = version.author.as_ref().map(|author| actor(author, membership_id));
    json!({
        "id": version.id,
        "_id": version.id,
        "workspace": secret.project_id,
        "environment": secret.environment,
        "version": secret.version,
        "type": secret.kind.name(),
        "secretKey": texts.name,
        "secretValue": texts.value,
        "secretComment": texts.comment,
        "secretReminderNote": null,
        "secretReminderRepeatDays": null,
        "skipMultilineEncoding": secret.content.skip_multiline_encoding,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
        "actor": actor,
        "secretValueHidden": false,
    })
}

fn actor(author: &Author, membership_id: Option<String>) -> Value {
    json!({
        "actorId": author.id,
        "actorType": author.kind,
        "name": author.name,
        "membershipId": membership_id,
        "groupId": null,
    })
}

/// A version in a snapshot.
pub(crate) fn in_snapshot(version: &Version, texts: &Texts<'_>, is_old: bool) -> Value {
    let secret = &version.secret;
    let shown = json!({
        "id": version.id,
        "version": secret.version,
        "secretKey": texts.name,
        "secretValue": texts.value,
        "secretComment": texts.comment,
        "skipMultilineEncoding": secret.content.skip_multiline_encoding,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
        "secretValueHidden": false,
        "secretId": secret.id,
        "tags": secret.tags.iter().map(tags::on_secret).collect::<Value>(),
    });
    let own = if is_old {
        json!({ "secretReminderNote": null, "secretReminderRepeatDays": null })
    } else {
        json!({ "isRotatedSecret": false, "rotationId": null })
    };
    merged(shown, own)
}
