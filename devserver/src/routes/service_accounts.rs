//! May 2023's service accounts. Only who made one manages it.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::{Action, Subject};
use crate::auth::{Actor, access};
use crate::clock;
use crate::error::ApiError;
use crate::http::Call;
use crate::random;
use crate::routes::api_keys::expiry;
use crate::store::projects;
use crate::store::service_accounts::{self, Permission, ServiceAccount};
use crate::wire::{self, Reply};

/// Length of an access key's secret part.
const SECRET_BYTES: usize = 16;

/// The account that asks.
pub(crate) fn own(call: &Call) -> Result<Reply, ApiError> {
    let Actor::ServiceAccount(account) = &call.actor else {
        return Err(ApiError::ModeNotAccepted);
    };
    Ok(Reply::json(json!({ "serviceAccount": shown(account) })))
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let account = call.app.store.read(|db| managed(call, db))?;
    Ok(Reply::json(json!({ "serviceAccount": shown(&account) })))
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("organizationId");
    call.app.store.read(|db| {
        access::organization_admin(call, db, id, Action::Read, Subject::Identity)?;
        let accounts = service_accounts::of_organization(db, id)?;
        let listed: Vec<_> = accounts.iter().map(shown).collect();
        Ok(Reply::json(json!({ "serviceAccounts": listed })))
    })
}

/// Creates an account. Only this answer has its access key.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let organization_id = body.trimmed("organizationId");
    let (name, public_key) = (body.trimmed("name"), body.trimmed("publicKey"));
    let expires_in = body.seconds("expiresIn", false);
    body.finish()?;
    let user = call.user()?;
    let (id, now) = (call.era().new_id(), clock::now());
    let secret = random::to_base64(random::bytes::<SECRET_BYTES>().as_slice());
    let account = ServiceAccount {
        organization_id,
        user_id: user.id.clone(),
        name,
        public_key,
        secret_hash: call.app.keys.hash_secret(&secret),
        last_used: now,
        expires_at: expiry(now, expires_in),
        created_at: now,
        updated_at: now,
        id,
    };
    call.app.store.write(|db| {
        access::organization(call, db, &account.organization_id)?;
        Ok(service_accounts::insert(db, &account)?)
    })?;
    let id = random::to_base64(&hex::decode(&account.id).map_err(|_| ApiError::Internal)?);
    let user = wire::users::with_public_key(call.era(), user);
    Ok(Reply::json(json!({
        "serviceAccountAccessKey": format!("sa.{id}.{secret}"),
        "serviceAccount": wire::service_accounts::service_account(&account, user),
    })))
}

pub(crate) fn rename(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let name = body.trimmed("name");
    body.finish()?;
    call.app.store.write(|db| {
        let account = managed(call, db)?;
        service_accounts::rename(db, &account.id, &name)?;
        let renamed = ServiceAccount { name, ..account };
        Ok(Reply::json(json!({ "serviceAccount": shown(&renamed) })))
    })
}

/// Deletes an account with its permissions and its copies of keys.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let account = managed(call, db)?;
        service_accounts::delete(db, &account.id)?;
        let shown = wire::service_accounts::deleted(&account, account.user_id.clone().into());
        Ok(Reply::json(json!({ "serviceAccount": shown })))
    })
}

pub(crate) fn permissions(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let account = managed(call, db)?;
        let permissions = service_accounts::permissions(db, &account.id)?;
        let listed = permissions.iter().map(|permission| {
            let project = projects::by_id(db, &permission.project_id)?;
            let project = project.map(|project| wire::projects::project(call.era(), &project));
            Ok(wire::service_accounts::permission(permission, project.unwrap_or_default()))
        });
        let listed = listed.collect::<Result<Vec<_>, ApiError>>()?;
        Ok(Reply::json(json!({ "serviceAccountWorkspacePermissions": listed })))
    })
}

/// Gives an account access to an environment, with a copy of the project key from the caller.
pub(crate) fn grant(call: &Call) -> Result<Reply, ApiError> {
    const NO_ENVIRONMENT: ApiError =
        ApiError::Message(400, "Failed to validate workspace environment");
    const EXISTS: ApiError = ApiError::bad_request("Permission exists");
    let body = call.body();
    let (project_id, environment) = (body.trimmed("workspaceId"), body.trimmed("environment"));
    let flag = |name: &str| body.flag_opt(name).unwrap_or_default();
    let (may_read, may_write) = (flag("read"), flag("write"));
    let (encrypted_key, nonce) = (body.trimmed("encryptedKey"), body.trimmed("nonce"));
    body.finish()?;
    call.app.store.write(|db| {
        let account = managed(call, db)?;
        let (project, membership) = access::member(call, db, &project_id)?;
        project.environment(&environment).ok_or(NO_ENVIRONMENT)?;
        for (wanted, ability) in [(may_read, "read"), (may_write, "write")] {
            if wanted && membership.is_denied(ability, &environment) {
                return Err(ApiError::EnvironmentDenied);
            }
        }
        if service_accounts::permission_in(db, &account.id, &project.id, &environment)?.is_some() {
            return Err(EXISTS);
        }
        let permission = Permission {
            id: call.era().new_id(),
            account_id: account.id.clone(),
            project_id: project.id.clone(),
            environment,
            may_read,
            may_write,
            created_at: clock::now(),
        };
        service_accounts::grant(db, &permission)?;
        let whose = [account.id.as_str(), &project.id, &call.user()?.id];
        service_accounts::add_key(db, call.era(), whose, [&encrypted_key, &nonce])?;
        let granted = wire::service_accounts::permission(&permission, project.id.into());
        Ok(Reply::json(json!({ "serviceAccountWorkspacePermission": granted })))
    })
}

pub(crate) fn revoke(call: &Call) -> Result<Reply, ApiError> {
    const UNKNOWN: ApiError =
        ApiError::Later { status: 404, error: "", message: "Failed to find permission" };
    call.app.store.write(|db| {
        let account = managed(call, db)?;
        let id = call.param("permissionId");
        let mut permissions = service_accounts::permissions(db, &account.id)?.into_iter();
        let permission = permissions.find(|one| one.id == id).ok_or(UNKNOWN)?;
        service_accounts::revoke(db, &permission)?;
        let project = permission.project_id.clone().into();
        let revoked = wire::service_accounts::permission(&permission, project);
        Ok(Reply::json(json!({ "serviceAccountWorkspacePermission": revoked })))
    })
}

/// An account's copies of project keys, for who made it and for accounts of its organisation.
pub(crate) fn keys(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let project_id = query.text_opt("workspaceId");
    query.finish()?;
    call.app.store.read(|db| {
        let account = match &call.actor {
            Actor::ServiceAccount(own) => known(call, db)
                .and_then(|account| same_organization(account, &own.organization_id))?,
            _ => managed(call, db)?,
        };
        let keys = service_accounts::keys(db, &account.id, project_id.as_deref())?;
        let keys: Vec<_> = keys.iter().map(wire::service_accounts::key).collect();
        Ok(Reply::json(json!({ "serviceAccountKeys": keys })))
    })
}

fn same_organization(account: ServiceAccount, id: &str) -> Result<ServiceAccount, ApiError> {
    if account.organization_id == id { Ok(account) } else { Err(ApiError::Unauthorized) }
}

fn shown(account: &ServiceAccount) -> Value {
    wire::service_accounts::service_account(account, account.user_id.clone().into())
}

/// The account in the path.
fn known(call: &Call, db: &Connection) -> Result<ServiceAccount, ApiError> {
    const UNKNOWN: ApiError =
        ApiError::Later { status: 404, error: "", message: "Failed to find service account" };
    let id = call.param("serviceAccountId");
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    service_accounts::by_id(db, id)?.ok_or(UNKNOWN)
}

/// As [`known`], for who made it.
fn managed(call: &Call, db: &Connection) -> Result<ServiceAccount, ApiError> {
    let (account, user) = (known(call, db)?, call.user()?);
    if account.user_id == user.id { Ok(account) } else { Err(ApiError::Unauthorized) }
}
