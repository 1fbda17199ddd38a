//! Tags of a project.

use serde::{Deserialize, Serialize};

use super::either_id;
use super::server::Era;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TagList {
    pub(crate) workspace_tags: Vec<TagRecord>,
}

/// A new tag. May 2023 sends it without a wrapper.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneTag {
    Wrapped {
        #[serde(rename = "workspaceTag")]
        tag: TagRecord,
    },
    Bare(TagRecord),
}

#[derive(Deserialize)]
pub(crate) struct TagRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) slug: String,
    pub(crate) color: Option<String>,
}

impl TagRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

#[derive(Serialize)]
struct Create<'a> {
    name: &'a str,
    slug: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<&'a str>,
}

/// All fields: the server does not support partial updates. Servers without a separate name ignore
/// `name`.
#[derive(Serialize)]
struct Update<'a> {
    name: &'a str,
    slug: &'a str,
    color: &'a str,
}

/// May 2023 has no other reason to reject a request that was checked before it is sent.
const TAKEN: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];
const UNKNOWN: &[(u16, ErrorKind)] = &[(400, ErrorKind::NotFound)];

pub(crate) fn list(era: Era, project_id: &str) -> Request {
    Request::get(path(era, project_id)).about(format!("tags of project {project_id}"))
}

/// May 2023 has no colour; later releases require one, which may be empty.
pub(crate) fn create(
    era: Era,
    project_id: &str,
    name: &str,
    slug: &str,
    color: Option<&str>,
) -> Result<Request> {
    let color = (era != Era::May2023).then(|| color.unwrap_or_default());
    Request::post(path(era, project_id))
        .about(subject(slug, project_id))
        .hints(TAKEN)
        .json(&Create { name, slug, color })
}

/// `slug` identifies the tag in messages; its name is unchanged.
pub(crate) fn update(
    era: Era,
    project_id: &str,
    (id, slug, name): (&str, &str, &str),
    new_slug: &str,
    color: &str,
) -> Result<Request> {
    Request::patch(format!("{}/{}", path(era, project_id), segment(id)))
        .about(subject(slug, project_id))
        .json(&Update { name, slug: new_slug, color })
}

/// `slug` is the tag in messages.
pub(crate) fn delete(era: Era, project_id: &str, id: &str, slug: &str) -> Request {
    let path = match era {
        Era::May2023 => format!("/api/v2/workspace/tags/{}", segment(id)),
        _ => format!("{}/{}", path(era, project_id), segment(id)),
    };
    Request::delete(path).about(subject(slug, project_id)).hints(UNKNOWN)
}

fn path(era: Era, project_id: &str) -> String {
    let version = if era == Era::May2023 { "v2" } else { "v1" };
    format!("/api/{version}/workspace/{}/tags", segment(project_id))
}

/// "tag "backend" of project …"
pub(crate) fn subject(slug: &str, project_id: &str) -> String {
    format!("tag {slug:?} of project {project_id}", slug = Shown(slug))
}
