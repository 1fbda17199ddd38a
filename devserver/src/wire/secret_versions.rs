//! Versions of secrets.

use serde_json::{Value, json};

use crate::clock;
use crate::store::secret_versions::Version;
use crate::wire::secrets::{later as secret_later, sealed};
use crate::wire::{merged, present, tags};

/// May 2023: without comment and tags.
pub(crate) fn may23(version: &Version) -> Value {
    let secret = &version.secret;
    let plain = json!({
        "_id": version.id,
        "secret": secret.id,
        "version": secret.version,
        "workspace": secret.project_id,
        "type": secret.kind.name(),
        "environment": secret.environment,
        "isDeleted": version.is_deleted,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
        "__v": 0,
    });
    merged(merged(plain, sealed(secret)), present([("user", secret.user_id.as_deref())]))
}

/// Later eras.
pub(crate) fn later(version: &Version) -> Value {
    let secret = &version.secret;
    let own = json!({ "id": version.id, "secretId": secret.id, "envId": null });
    merged(secret_later(secret), own)
}

/// Later eras: in a snapshot.
pub(crate) fn in_snapshot(version: &Version) -> Value {
    let tags = version.secret.tags.iter().map(tags::on_secret).collect::<Value>();
    merged(later(version), json!({ "envId": version.environment_id, "tags": tags }))
}
