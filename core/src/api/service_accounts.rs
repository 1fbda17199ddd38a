//! May 2023's service accounts: programs with a key pair and access to single environments.

use serde::{Deserialize, Serialize};

use crate::crypto::Sealed;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

const ACCOUNTS: &str = "/api/v2/service-accounts";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountList {
    pub(crate) service_accounts: Vec<AccountRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OneAccount {
    pub(crate) service_account: AccountRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountRecord {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) organization: String,
    pub(crate) public_key: String,
    pub(crate) expires_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Created {
    pub(crate) service_account_access_key: String,
    pub(crate) service_account: AccountRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PermissionList {
    pub(crate) service_account_workspace_permissions: Vec<PermissionRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OnePermission {
    pub(crate) service_account_workspace_permission: PermissionRecord,
}

#[derive(Deserialize)]
pub(crate) struct PermissionRecord {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    pub(crate) workspace: Reference,
    pub(crate) environment: String,
    pub(crate) read: bool,
    pub(crate) write: bool,
}

/// A reference from one record to another: its id, or the whole record.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Reference {
    Id(String),
    Whole {
        #[serde(rename = "_id")]
        id: String,
        #[serde(rename = "publicKey")]
        public_key: Option<String>,
    },
}

impl Reference {
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Id(id) | Self::Whole { id, .. } => id,
        }
    }

    pub(crate) fn public_key(&self) -> Option<&str> {
        match self {
            Self::Id(_) => None,
            Self::Whole { public_key, .. } => public_key.as_deref(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyList {
    pub(crate) service_account_keys: Vec<KeyRecord>,
}

/// An account's copy of a project key.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyRecord {
    pub(crate) encrypted_key: String,
    pub(crate) nonce: String,
    pub(crate) sender: Reference,
    pub(crate) workspace: Reference,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HeldKeys {
    pub(crate) service_account_keys: Vec<HeldKeyRecord>,
}

/// The metadata of an account's copy of a project key.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HeldKeyRecord {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    pub(crate) workspace: Reference,
    pub(crate) created_at: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    organization_id: &'a str,
    name: &'a str,
    public_key: &'a str,
    /// In seconds; 0 for no limit.
    expires_in: u64,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Grant<'a> {
    workspace_id: &'a str,
    environment: &'a str,
    read: bool,
    write: bool,
    encrypted_key: &'a str,
    nonce: &'a str,
}

/// The environment is known to exist, so the permission already exists.
const GRANTED_ALREADY: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];

/// The first request with an access key, so these statuses are about the key itself.
const REFUSED: &[(u16, ErrorKind)] =
    &[(401, ErrorKind::AuthenticationFailed), (404, ErrorKind::AuthenticationFailed)];

pub(crate) fn list(organization_id: &str) -> Request {
    let organization = segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/service-accounts"))
        .about(format!("the service accounts of organization {organization_id}"))
}

pub(crate) fn create(
    organization_id: &str,
    name: &str,
    public_key: &str,
    expires_in: Option<u64>,
) -> Result<Request> {
    let expires_in = expires_in.unwrap_or_default();
    Request::post(ACCOUNTS)
        .about(format!("creating service account {name:?}", name = Shown(name)))
        .confidential()
        .json(&Create { organization_id, name, public_key, expires_in })
}

pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(subject(id))
}

pub(crate) fn rename(id: &str, name: &str) -> Result<Request> {
    Request::patch(format!("{}/name", path(id))).about(subject(id)).json(&Name { name })
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(path(id)).about(subject(id))
}

pub(crate) fn permissions(id: &str) -> Request {
    Request::get(permissions_path(id)).about(format!("the permissions of {}", subject(id)))
}

pub(crate) fn grant(
    id: &str,
    project_id: &str,
    environment: &str,
    (read, write): (bool, bool),
    sealed: &Sealed,
) -> Result<Request> {
    Request::post(permissions_path(id))
        .about(format!(
            "giving {} access to environment {environment:?} of project {project_id}",
            subject(id),
            environment = Shown(environment)
        ))
        .hints(GRANTED_ALREADY)
        .json(&Grant {
            workspace_id: project_id,
            environment,
            read,
            write,
            encrypted_key: &sealed.ciphertext,
            nonce: &sealed.nonce,
        })
}

pub(crate) fn revoke(id: &str, permission_id: &str) -> Request {
    Request::delete(format!("{}/{}", permissions_path(id), segment(permission_id)))
        .about(format!("permission {permission_id} of {}", subject(id)))
}

/// The account's own copy of one project's key.
pub(crate) fn own_keys(id: &str, project_id: &str) -> Request {
    keys(id).query("workspaceId", project_id).hints(REFUSED)
}

pub(crate) fn keys(id: &str) -> Request {
    Request::get(format!("{}/keys", path(id))).about(format!("reading the keys of {}", subject(id)))
}

fn path(id: &str) -> String {
    format!("{ACCOUNTS}/{}", segment(id))
}

fn permissions_path(id: &str) -> String {
    format!("{}/permissions/workspace", path(id))
}

fn subject(id: &str) -> String {
    format!("service account {id}")
}
