//! Secret imports, of the later eras.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::secret_imports::SecretImport;
use crate::wire::merged;

pub(crate) fn secret_import(era: Era, import: &SecretImport) -> Value {
    let plain = json!({
        "id": import.id,
        "version": import.version,
        "importPath": import.path,
        "position": import.position,
        "createdAt": clock::iso(import.created_at),
        "updatedAt": clock::iso(import.updated_at),
        "folderId": import.folder_id,
        "importEnv": {
            "name": import.environment_name,
            "slug": import.environment,
            "id": import.environment_id,
        },
    });
    if era < Era::Jun24 {
        return plain;
    }
    merged(
        plain,
        json!({
            "isReplication": false,
            "isReplicationSuccess": null,
            "replicationStatus": null,
            "lastReplicated": null,
            "isReserved": false,
        }),
    )
}
