//! Groups of users, on servers since autumn 2024.

use serde::{Deserialize, Serialize};

use super::members::RoleRecord;
use crate::Result;
use crate::http::{Request, segment};
use crate::text::Shown;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GroupRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) org_id: String,
    /// Absent in some answers.
    role: Option<String>,
    custom_role: Option<CustomRole>,
    custom_role_slug: Option<String>,
}

#[derive(Deserialize)]
struct CustomRole {
    slug: Option<String>,
}

impl GroupRecord {
    /// The role in the organization; absent in some answers.
    pub(crate) fn role(&self) -> Option<String> {
        let custom = self.custom_role.as_ref().and_then(|role| role.slug.as_ref());
        self.custom_role_slug.as_ref().or(custom).or(self.role.as_ref()).cloned()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Users {
    pub(crate) users: Vec<UserRecord>,
    /// The number of entries on all pages.
    pub(crate) total_count: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserRecord {
    pub(crate) id: String,
    pub(crate) username: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    /// Lists also have users who are not in the group.
    pub(crate) is_part_of_group: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProjectGroups {
    pub(crate) group_memberships: Vec<MembershipRecord>,
}

#[derive(Deserialize)]
pub(crate) struct MembershipRecord {
    pub(crate) id: String,
    #[serde(default)]
    roles: Vec<RoleRecord>,
    pub(crate) group: BriefGroup,
}

impl MembershipRecord {
    pub(crate) fn roles(&self) -> Vec<String> {
        self.roles.iter().map(RoleRecord::slug).collect()
    }
}

#[derive(Deserialize)]
pub(crate) struct BriefGroup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
}

/// A new group, or the changes of one.
#[derive(Serialize)]
pub(crate) struct Fields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) slug: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<&'a str>,
}

#[derive(Serialize)]
struct Roles<'a> {
    roles: [OneRole<'a>; 1],
}

#[derive(Serialize)]
struct OneRole<'a> {
    role: &'a str,
}

/// The groups of the organization that the session is for.
pub(crate) fn list() -> Request {
    Request::get("/api/v1/groups").about("listing groups")
}

pub(crate) fn get(id: &str) -> Request {
    Request::get(path(id)).about(subject(id))
}

pub(crate) fn create(fields: &Fields<'_>) -> Result<Request> {
    let name = fields.name.unwrap_or_default();
    Request::post("/api/v1/groups")
        .about(format!("creating group {name:?}", name = Shown(name)))
        .json(fields)
}

pub(crate) fn update(id: &str, fields: &Fields<'_>) -> Result<Request> {
    Request::patch(path(id)).about(format!("changing {}", subject(id))).json(fields)
}

pub(crate) fn delete(id: &str) -> Request {
    Request::delete(path(id)).about(format!("deleting {}", subject(id)))
}

/// Some servers do not support the filter and list everyone in the organization.
pub(crate) fn users(id: &str, offset: u64, limit: u64) -> Request {
    Request::get(format!("{}/users", path(id)))
        .about(format!("the members of {}", subject(id)))
        .query("filter", "existingMembers")
        .query("offset", offset.to_string())
        .query("limit", limit.to_string())
}

pub(crate) fn add_user(id: &str, username: &str) -> Request {
    Request::post(user(id, username)).about(format!(
        "adding {username} to {}",
        subject(id),
        username = Shown(username)
    ))
}

pub(crate) fn remove_user(id: &str, username: &str) -> Request {
    Request::delete(user(id, username)).about(format!(
        "removing {username} from {}",
        subject(id),
        username = Shown(username)
    ))
}

pub(crate) fn list_in_project(project_id: &str) -> Request {
    Request::get(memberships(project_id)).about(format!("the groups of project {project_id}"))
}

pub(crate) fn add_to_project(id: &str, project_id: &str, role: &str) -> Result<Request> {
    Request::post(membership(id, project_id))
        .about(format!(
            "adding {} to project {project_id} with role {role:?}",
            subject(id),
            role = Shown(role)
        ))
        .json(&Roles { roles: [OneRole { role }] })
}

pub(crate) fn set_role_in_project(id: &str, project_id: &str, role: &str) -> Result<Request> {
    Request::patch(membership(id, project_id))
        .about(format!(
            "giving {} role {role:?} in project {project_id}",
            subject(id),
            role = Shown(role)
        ))
        .json(&Roles { roles: [OneRole { role }] })
}

pub(crate) fn remove_from_project(id: &str, project_id: &str) -> Request {
    Request::delete(membership(id, project_id))
        .about(format!("removing {} from project {project_id}", subject(id)))
}

fn path(id: &str) -> String {
    format!("/api/v1/groups/{}", segment(id))
}

fn user(id: &str, username: &str) -> String {
    format!("{}/users/{}", path(id), segment(username))
}

fn memberships(project_id: &str) -> String {
    format!("/api/v2/workspace/{}/groups", segment(project_id))
}

fn membership(id: &str, project_id: &str) -> String {
    format!("{}/{}", memberships(project_id), segment(id))
}

fn subject(id: &str) -> String {
    format!("group {id}")
}
