//! Roles that projects define, on servers since autumn 2024. Projects are named by their slug here.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Result;
use crate::http::{Request, segment};
use crate::text::Shown;

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
    #[serde(default)]
    pub(crate) subject: String,
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

pub(crate) fn list(project_slug: &str) -> Request {
    Request::get(path(project_slug))
        .about(format!("the roles of project {project_slug:?}", project_slug = Shown(project_slug)))
}

pub(crate) fn get(project_slug: &str, slug: &str) -> Request {
    Request::get(format!("{}/slug/{}", path(project_slug), segment(slug)))
        .about(subject(slug, project_slug))
}

pub(crate) fn create(project_slug: &str, slug: &str, fields: &Fields<'_>) -> Result<Request> {
    Request::post(path(project_slug)).about(subject(slug, project_slug)).json(fields)
}

/// `slug` is the role in messages.
pub(crate) fn update(
    project_slug: &str,
    id: &str,
    slug: &str,
    fields: &Fields<'_>,
) -> Result<Request> {
    Request::patch(format!("{}/{}", path(project_slug), segment(id)))
        .about(subject(slug, project_slug))
        .json(fields)
}

/// `slug` is the role in messages.
pub(crate) fn delete(project_slug: &str, id: &str, slug: &str) -> Request {
    Request::delete(format!("{}/{}", path(project_slug), segment(id)))
        .about(format!("deleting {}", subject(slug, project_slug)))
}

fn path(project_slug: &str) -> String {
    format!("/api/v1/workspace/{}/roles", segment(project_slug))
}

/// "role "auditor" of project "engine-x1y2""
pub(crate) fn subject(slug: &str, project: &str) -> String {
    format!("role {slug:?} of project {project:?}", slug = Shown(slug), project = Shown(project))
}
