//! Machine identities: their log-in, and their management by users (servers of 2024 and later).
//! Their auth methods have their own files.

use serde::{Deserialize, Serialize};

use super::members::RoleRecord;
use super::secret;
use super::server::Era;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{Result, SecretString};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Token<'a> {
    access_token: &'a str,
}

/// The answer to a log-in and to a renewal, which extends the same token.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoggedIn {
    #[serde(deserialize_with = "secret")]
    pub(crate) access_token: SecretString,
    /// In seconds; 0 for no limit.
    pub(crate) expires_in: u64,
}

pub(crate) fn renew(token: &SecretString) -> Result<Request> {
    Request::post("/api/v1/auth/token/renew")
        .opening_session()
        .about("renewing the machine identity's access token")
        .confidential()
        .json(&Token { access_token: token.expose() })
}

/// Servers since June 2024.
pub(crate) fn revoke(token: &SecretString) -> Result<Request> {
    Request::post("/api/v1/auth/token/revoke")
        .about("revoking the machine identity's access token")
        .confidential()
        .json(&Token { access_token: token.expose() })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    name: &'a str,
    organization_id: &'a str,
    role: &'a str,
}

#[derive(Serialize)]
struct Update<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
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
    /// The number of entries on all pages.
    pub(crate) total_count: Option<u64>,
}

#[derive(Deserialize)]
pub(crate) struct MembershipRecord {
    pub(crate) role: String,
    pub(crate) identity: IdentityRecord,
}

/// A single identity, on servers since autumn 2024.
#[derive(Deserialize)]
pub(crate) struct OneMembership {
    pub(crate) identity: MembershipRecord,
}

#[derive(Serialize)]
struct Membership<'a> {
    role: &'a str,
}

#[derive(Serialize)]
struct Roles<'a> {
    roles: [Membership<'a>; 1],
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProjectIdentities {
    pub(crate) identity_memberships: Vec<ProjectMembershipRecord>,
    /// The number of entries on all pages.
    pub(crate) total_count: Option<u64>,
}

#[derive(Deserialize)]
pub(crate) struct ProjectMembershipRecord {
    pub(crate) id: String,
    role: Option<String>,
    #[serde(default)]
    roles: Vec<RoleRecord>,
    pub(crate) identity: IdentityRecord,
    /// Only in the list of one identity's projects.
    pub(crate) project: Option<ProjectRecord>,
}

#[derive(Deserialize)]
pub(crate) struct ProjectRecord {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
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
        .about(format!(
            "creating machine identity {name:?} with role {role:?}",
            name = Shown(name),
            role = Shown(role)
        ))
        .json(&Create { name, organization_id, role })
}

/// Servers of 2024 have no pages here and answer with the whole list.
pub(crate) fn list(organization_id: &str, offset: u64, limit: u64) -> Request {
    let organization = segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/identity-memberships"))
        .about(format!("listing the machine identities of organization {organization_id}"))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

/// Servers since autumn 2024.
pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(subject(id))
}

pub(crate) fn update(id: &str, name: Option<&str>, role: Option<&str>) -> Result<Request> {
    Request::patch(path(id)).about(format!("changing {}", subject(id))).json(&Update { name, role })
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(path(id)).about(subject(id))
}

/// Servers since autumn 2024.
pub(crate) fn projects(id: &str) -> Request {
    Request::get(format!("{}/identity-memberships", path(id)))
        .about(format!("listing the projects of {}", subject(id)))
}

pub(crate) fn add_to_project(id: &str, project_id: &str, role: &str) -> Result<Request> {
    Request::post(membership(id, project_id))
        .about(format!(
            "adding {} to project {project_id} with role {role:?}",
            subject(id),
            role = Shown(role)
        ))
        .json(&Membership { role })
}

pub(crate) fn list_in_project(project_id: &str, offset: u64, limit: u64) -> Request {
    Request::get(memberships(project_id))
        .about(format!("listing the machine identities of project {project_id}"))
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

pub(crate) fn set_role(era: Era, id: &str, project_id: &str, role: &str) -> Result<Request> {
    let request = Request::patch(membership(id, project_id))
        .about(format!("the role of {} in project {project_id}", subject(id)));
    if era.is_since_june_2024() {
        request.json(&Roles { roles: [Membership { role }] })
    } else {
        request.json(&Membership { role })
    }
}

pub(crate) fn remove_from_project(id: &str, project_id: &str) -> Request {
    Request::delete(membership(id, project_id))
        .about(format!("removing {} from project {project_id}", subject(id)))
}

fn path(id: &str) -> String {
    format!("/api/v1/identities/{}", segment(id))
}

fn memberships(project_id: &str) -> String {
    format!("/api/v2/workspace/{}/identity-memberships", segment(project_id))
}

fn membership(id: &str, project_id: &str) -> String {
    format!("{}/{}", memberships(project_id), segment(id))
}

pub(super) fn subject(id: &str) -> String {
    format!("machine identity {id}")
}
