//! Service accounts.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, CreatedServiceAccount, GrantServiceAccount, Operation, Permission, Result,
    ServiceAccount, ServiceAccountKey, ServiceAccountPermission,
};

use super::{ServiceAccountGrant, in_project, prepared};
use crate::options::duration;

/// `service_accounts.create`, with the time in seconds.
pub fn create_service_account(
    client: &Client,
    name: String,
    organization: Option<String>,
    expires_in: Option<f64>,
) -> Operation<CreatedServiceAccount> {
    prepared(|| {
        let mut request = client.service_accounts().create(name);
        if let Some(id) = organization {
            request = request.organization(id);
        }
        if let Some(seconds) = expires_in {
            request = request.expires_in(duration("expires_in", seconds)?);
        }
        Ok(request.into_future())
    })
}

/// `service_accounts.list`.
pub fn list_service_accounts(
    client: &Client,
    organization: Option<String>,
) -> Operation<Vec<ServiceAccount>> {
    let mut request = client.service_accounts().list();
    if let Some(id) = organization {
        request = request.organization(id);
    }
    request.into_future()
}

/// `service_accounts.rename`.
pub fn rename_service_account(
    client: &Client,
    id: String,
    new_name: String,
) -> Operation<ServiceAccount> {
    client.service_accounts().rename(id, new_name).into_future()
}

/// `service_accounts.delete`.
pub fn delete_service_account(client: &Client, id: String) -> Operation<()> {
    client.service_accounts().delete(id).into_future()
}

/// `service_accounts.permissions`.
pub fn list_service_account_permissions(
    client: &Client,
    id: String,
) -> Operation<Vec<ServiceAccountPermission>> {
    client.service_accounts().permissions(id).into_future()
}

/// `service_accounts.grant`.
pub fn grant_service_account(
    client: &Client,
    id: String,
    grant: ServiceAccountGrant,
) -> Operation<ServiceAccountPermission> {
    prepared(|| {
        let request = client.service_accounts().grant(id);
        let mut request = in_project(request, grant.project, GrantServiceAccount::project);
        if let Some(slug) = grant.environment {
            request = request.environment(slug);
        }
        if let Some(names) = grant.permissions {
            let permissions: Result<Vec<Permission>> =
                names.iter().map(|name| name.parse()).collect();
            request = request.permissions(permissions?);
        }
        if let Some(fingerprint) = grant.expect_fingerprint {
            request = request.expect_fingerprint(fingerprint);
        }
        Ok(request.into_future())
    })
}

/// `service_accounts.revoke`.
pub fn revoke_service_account_permission(
    client: &Client,
    id: String,
    permission_id: String,
) -> Operation<()> {
    client.service_accounts().revoke(id, permission_id).into_future()
}

/// `service_accounts.keys`.
pub fn list_service_account_keys(client: &Client, id: String) -> Operation<Vec<ServiceAccountKey>> {
    client.service_accounts().keys(id).into_future()
}
