//! Machine identities: their log-in, and their management by users (servers of 2024 and later).

use serde::{Deserialize, Serialize};

use super::members::RoleRecord;
use super::secret;
use crate::http::{Request, segment};
use crate::{Result, SecretString};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Login<'a> {
    client_id: &'a str,
    client_secret: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Renew<'a> {
    access_token: &'a str,
}

/// The answer to a log-in and to a renewal, which gives the same token more time.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoggedIn {
    #[serde(deserialize_with = "secret")]
    pub(crate) access_token: SecretString,
    /// Seconds; 0 for ever.
    pub(crate) expires_in: u64,
}

pub(crate) fn login(client_id: &str, client_secret: &SecretString) -> Result<Request> {
    Request::post("/api/v1/auth/universal-auth/login")
        .about(format!("logging in as machine identity with client id {client_id:?}"))
        .confidential()
        .json(&Login { client_id, client_secret: client_secret.expose() })
}

pub(crate) fn renew(token: &SecretString) -> Result<Request> {
    Request::post("/api/v1/auth/token/renew")
        .about("renewing the machine identity's access token")
        .confidential()
        .json(&Renew { access_token: token.expose() })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    name: &'a str,
    organization_id: &'a str,
    role: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct OneIdentity {
    pub(crate) identity: IdentityRecord,
}

#[derive(Deserialize)]
pub(crate) struct IdentityRecord {
    pub(crate) id: String,
    pub(crate) name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrganizationIdentities {
    pub(crate) identity_memberships: Vec<MembershipRecord>,
    /// Of all pages.
    pub(crate) total_count: Option<u64>,
}

#[derive(Deserialize)]
pub(crate) struct MembershipRecord {
    pub(crate) role: String,
    pub(crate) identity: IdentityRecord,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UniversalAuth {
    #[serde(rename = "accessTokenTTL", skip_serializing_if = "Option::is_none")]
    access_token_ttl: Option<u64>,
    #[serde(rename = "accessTokenMaxTTL", skip_serializing_if = "Option::is_none")]
    access_token_max_ttl: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attached {
    pub(crate) identity_universal_auth: UniversalAuthRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UniversalAuthRecord {
    pub(crate) client_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewClientSecret<'a> {
    description: &'a str,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    num_uses_limit: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreatedClientSecret {
    pub(crate) client_secret: String,
    pub(crate) client_secret_data: ClientSecretRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientSecrets {
    pub(crate) client_secret_data: Vec<ClientSecretRecord>,
}

/// A client secret as the server shows it. Zero means "no limit".
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientSecretRecord {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) description: String,
    pub(crate) client_secret_prefix: String,
    pub(crate) created_at: Option<String>,
    /// Seconds.
    #[serde(rename = "clientSecretTTL", default)]
    pub(crate) ttl: i64,
    pub(crate) client_secret_num_uses: Option<i64>,
    #[serde(default)]
    pub(crate) client_secret_num_uses_limit: i64,
    #[serde(default)]
    pub(crate) is_client_secret_revoked: bool,
}

#[derive(Serialize)]
struct Membership<'a> {
    role: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProjectIdentities {
    pub(crate) identity_memberships: Vec<ProjectMembershipRecord>,
    /// Of all pages.
    pub(crate) total_count: Option<u64>,
}

#[derive(Deserialize)]
pub(crate) struct ProjectMembershipRecord {
    pub(crate) id: String,
    role: Option<String>,
    #[serde(default)]
    roles: Vec<RoleRecord>,
    pub(crate) identity: IdentityRecord,
}

impl ProjectMembershipRecord {
    /// One role in February 2024, several later.
    pub(crate) fn roles(&self) -> Vec<String> {
        match &self.role {
            Some(role) => vec![role.clone()],
            None => self.roles.iter().map(RoleRecord::slug).collect(),
        }
    }
}

pub(crate) fn create(name: &str, organization_id: &str, role: &str) -> Result<Request> {
    Request::post("/api/v1/identities")
        .about(format!("creating machine identity {name:?} with role {role:?}"))
        .json(&Create { name, organization_id, role })
}

/// Servers of 2024 know no pages here and answer all of it.
pub(crate) fn list(organization_id: &str, offset: u64, limit: u64) -> Request {
    let organization = segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/identity-memberships"))
        .about(format!("listing the machine identities of organization {organization_id}"))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(format!("/api/v1/identities/{}", segment(id))).about(subject(id))
}

/// Times to live in seconds; the server's default is 30 days.
pub(crate) fn attach_universal_auth(
    id: &str,
    access_token_ttl: Option<u64>,
    access_token_max_ttl: Option<u64>,
) -> Result<Request> {
    Request::post(universal_auth_of(id))
        .about(format!("attaching universal auth to {}", subject(id)))
        .json(&UniversalAuth { access_token_ttl, access_token_max_ttl })
}

/// The time to live in seconds.
pub(crate) fn create_client_secret(
    id: &str,
    description: &str,
    ttl: Option<u64>,
    num_uses_limit: Option<u64>,
) -> Result<Request> {
    Request::post(client_secrets_of(id))
        .about(format!("creating a client secret of {}", subject(id)))
        .confidential()
        .json(&NewClientSecret { description, ttl, num_uses_limit })
}

pub(crate) fn list_client_secrets(id: &str) -> Request {
    Request::get(client_secrets_of(id))
        .about(format!("listing the client secrets of {}", subject(id)))
}

pub(crate) fn revoke_client_secret(id: &str, client_secret_id: &str) -> Request {
    Request::post(format!("{}/{}/revoke", client_secrets_of(id), segment(client_secret_id)))
        .about(format!("revoking client secret {client_secret_id} of {}", subject(id)))
}

pub(crate) fn add_to_project(id: &str, project_id: &str, role: &str) -> Result<Request> {
    Request::post(membership(id, project_id))
        .about(format!("adding {} to project {project_id} with role {role:?}", subject(id)))
        .json(&Membership { role })
}

pub(crate) fn list_in_project(project_id: &str, offset: u64, limit: u64) -> Request {
    Request::get(memberships(project_id))
        .about(format!("listing the machine identities of project {project_id}"))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

pub(crate) fn remove_from_project(id: &str, project_id: &str) -> Request {
    Request::delete(membership(id, project_id))
        .about(format!("removing {} from project {project_id}", subject(id)))
}

fn memberships(project_id: &str) -> String {
    format!("/api/v2/workspace/{}/identity-memberships", segment(project_id))
}

fn membership(id: &str, project_id: &str) -> String {
    format!("{}/{}", memberships(project_id), segment(id))
}

fn client_secrets_of(id: &str) -> String {
    format!("{}/client-secrets", universal_auth_of(id))
}

fn universal_auth_of(id: &str) -> String {
    format!("/api/v1/auth/universal-auth/identities/{}", segment(id))
}

fn subject(id: &str) -> String {
    format!("machine identity {id}")
}
