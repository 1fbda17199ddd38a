//! Roles that projects define, on servers since October 2024.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Result;
use crate::http::{Request, segment};
use crate::text::Shown;

/// How a project is named in these routes: until autumn 2024 by its slug, on today's servers by its
/// id.
pub(crate) enum ProjectOfRoles {
    Slug(String),
    Id(String),
}

impl ProjectOfRoles {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Slug(name) | Self::Id(name) => name,
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Roles {
    pub(crate) roles: Vec<RoleRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OneRole {
    pub(crate) role: RoleRecord,
}

#[derive(Deserialize)]
pub(crate) struct RoleRecord {
    pub(crate) id: String,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// Absent in lists.
    #[serde(default)]
    pub(crate) permissions: Vec<PermissionRecord>,
}

#[derive(Deserialize)]
pub(crate) struct PermissionRecord {
    pub(crate) subject: Option<OneOrSeveral>,
    pub(crate) action: OneOrSeveral,
    pub(crate) conditions: Option<Map<String, Value>>,
    pub(crate) inverted: Option<bool>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

impl OneOrSeveral {
    pub(crate) fn into_list(self) -> Vec<String> {
        match self {
            Self::One(text) => vec![text],
            Self::Several(texts) => texts,
        }
    }
}

/// A new role, or the changes of one.
#[derive(Default, Serialize)]
pub(crate) struct Fields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) slug: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) permissions: Option<Vec<Permission<'a>>>,
}

#[derive(Serialize)]
pub(crate) struct Permission<'a> {
    pub(crate) subject: &'a str,
    pub(crate) action: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) conditions: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) inverted: bool,
}

pub(crate) fn list(project: &ProjectOfRoles) -> Request {
    Request::get(path(project)).about(format!("the roles of project {:?}", Shown(project.name())))
}

pub(crate) fn get(project: &ProjectOfRoles, slug: &str) -> Request {
    Request::get(format!("{}/slug/{}", path(project), segment(slug)))
        .about(subject(slug, project.name()))
}

pub(crate) fn create(project: &ProjectOfRoles, slug: &str, fields: &Fields<'_>) -> Result<Request> {
    Request::post(path(project)).about(subject(slug, project.name())).json(fields)
}

/// `slug` is the role in messages.
pub(crate) fn update(
    project: &ProjectOfRoles,
    id: &str,
    slug: &str,
    fields: &Fields<'_>,
) -> Result<Request> {
    Request::patch(format!("{}/{}", path(project), segment(id)))
        .about(subject(slug, project.name()))
        .json(fields)
}

/// `slug` is the role in messages.
pub(crate) fn delete(project: &ProjectOfRoles, id: &str, slug: &str) -> Request {
    Request::delete(format!("{}/{}", path(project), segment(id)))
        .about(format!("deleting {}", subject(slug, project.name())))
}

fn path(project: &ProjectOfRoles) -> String {
    match project {
        ProjectOfRoles::Slug(slug) => format!("/api/v1/workspace/{}/roles", segment(slug)),
        ProjectOfRoles::Id(id) => format!("/api/v1/projects/{}/roles", segment(id)),
    }
}

/// "role "auditor" of project "engine-x1y2""
pub(crate) fn subject(slug: &str, project: &str) -> String {
    format!("role {slug:?} of project {project:?}", slug = Shown(slug), project = Shown(project))
}
