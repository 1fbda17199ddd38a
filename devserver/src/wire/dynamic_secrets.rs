//! Shapes of July 2026: dynamic secrets and their leases.

use serde_json::{Value, json};

use crate::clock;
use crate::store::environments::Environment;
use crate::store::folders::Folder;
use crate::store::leases::Lease;

/// The name of the one dynamic secret.
pub(crate) const NAME: &str = "database";
pub(crate) const DEFAULT_TTL: &str = "1h";
pub(crate) const MAX_TTL: &str = "1d";

/// The dynamic secret of an environment, whose id it has.
pub(crate) fn dynamic_secret(environment: &Environment, root: &Folder) -> Value {
    json!({
        "id": environment.id,
        "name": NAME,
        "version": 1,
        "type": "sql-database",
        "defaultTTL": DEFAULT_TTL,
        "maxTTL": MAX_TTL,
        "folderId": root.id,
        "status": null,
        "statusDetails": null,
        "createdAt": clock::iso(environment.created_at),
        "updatedAt": clock::iso(environment.updated_at),
        "projectGatewayId": null,
        "gatewayId": null,
        "usernameTemplate": null,
        "gatewayV2Id": null,
        "gatewayPoolId": null,
    })
}

pub(crate) fn lease(lease: &Lease) -> Value {
    json!({
        "id": lease.id,
        "version": 1,
        "externalEntityId": lease.entity,
        "expireAt": clock::iso(lease.expires_at),
        "status": null,
        "statusDetails": null,
        "dynamicSecretId": lease.environment_id,
        "createdAt": clock::iso(lease.created_at),
        "updatedAt": clock::iso(lease.updated_at),
        "config": null,
    })
}
