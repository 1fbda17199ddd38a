//! Environments of a project. Lists come with the project itself.

use serde::{Deserialize, Serialize};

use super::workspaces::EnvironmentRecord;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
pub(crate) struct OneEnvironment {
    pub(crate) environment: EnvironmentRecord,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeMay2023<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    environment_name: Option<&'a str>,
    environment_slug: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old_environment_slug: Option<&'a str>,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'a str>,
}

/// May 2023 rejects a taken name or slug with the same status as other errors. Other causes are
/// checked before the request is sent.
const TAKEN: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];

/// In May 2023, only administrators can delete an environment.
const NOT_ADMIN: &[(u16, ErrorKind)] = &[(400, ErrorKind::PermissionDenied)];

pub(crate) fn create_may_2023(project_id: &str, name: &str, slug: &str) -> Result<Request> {
    Request::post(path_may_2023(project_id)).about(subject(slug, project_id)).hints(TAKEN).json(
        &ChangeMay2023 {
            environment_name: Some(name),
            environment_slug: slug,
            old_environment_slug: None,
        },
    )
}

pub(crate) fn update_may_2023(
    project_id: &str,
    old_slug: &str,
    name: &str,
    slug: &str,
) -> Result<Request> {
    Request::put(path_may_2023(project_id)).about(subject(old_slug, project_id)).hints(TAKEN).json(
        &ChangeMay2023 {
            environment_name: Some(name),
            environment_slug: slug,
            old_environment_slug: Some(old_slug),
        },
    )
}

pub(crate) fn delete_may_2023(project_id: &str, slug: &str) -> Result<Request> {
    Request::delete(path_may_2023(project_id))
        .about(subject(slug, project_id))
        .hints(NOT_ADMIN)
        .json(&ChangeMay2023 {
            environment_name: None,
            environment_slug: slug,
            old_environment_slug: None,
        })
}

pub(crate) fn create(project_id: &str, name: &str, slug: &str) -> Result<Request> {
    Request::post(path(project_id))
        .about(subject(slug, project_id))
        .json(&Change { name: Some(name), slug: Some(slug) })
}

/// `slug` is the environment in messages.
pub(crate) fn update(
    project_id: &str,
    id: &str,
    slug: &str,
    new_name: Option<&str>,
    new_slug: Option<&str>,
) -> Result<Request> {
    Request::patch(format!("{}/{}", path(project_id), segment(id)))
        .about(subject(slug, project_id))
        .json(&Change { name: new_name, slug: new_slug })
}

/// `slug` is the environment in messages.
pub(crate) fn delete(project_id: &str, id: &str, slug: &str) -> Request {
    Request::delete(format!("{}/{}", path(project_id), segment(id)))
        .about(subject(slug, project_id))
}

fn path(project_id: &str) -> String {
    format!("/api/v1/workspace/{}/environments", segment(project_id))
}

fn path_may_2023(project_id: &str) -> String {
    format!("/api/v2/workspace/{}/environments", segment(project_id))
}

fn subject(slug: &str, project_id: &str) -> String {
    format!("environment {slug:?} of project {project_id}", slug = Shown(slug))
}
