//! Tags of a project.

use serde_json::json;

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::tags::{self, NewTag};
use crate::wire::{self, Reply};

const UNKNOWN: ApiError = ApiError::bad_request("Tag doesn't exist");
const EXISTS: ApiError = ApiError::bad_request("Tag already exist");

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Tags)?;
        let tags = tags::of_project(db, &project.id)?;
        let tags = tags.iter().map(|tag| wire::tags::tag(call.era(), tag));
        Ok(Reply::json(json!({ "workspaceTags": tags.collect::<Vec<_>>() })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let given = body.trimmed("slug");
    // Today's servers store the slug and no name.
    let name = if call.era().is_modern() { given.clone() } else { body.trimmed("name") };
    let (slug, color) = match call.era() {
        Era::May23 => (given.to_lowercase().replace(' ', ""), None),
        Era::Feb24 | Era::Jun24 | Era::Modern => (given, Some(body.trimmed("color"))),
    };
    body.finish()?;
    let user = call.user()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Create, Subject::Tags)?;
        // In February 2024 the slug is one tag's on the whole server.
        let rivals = match call.era() {
            Era::Feb24 => tags::called(db, &slug)?,
            Era::May23 | Era::Jun24 | Era::Modern => tags::of_project(db, &project.id)?,
        };
        if rivals.iter().any(|tag| tag.slug == slug) {
            return Err(EXISTS);
        }
        let new = NewTag {
            project_id: &project.id,
            user_id: &user.id,
            name: &name,
            slug: &slug,
            color: color.as_deref(),
        };
        let tag = wire::tags::tag(call.era(), &tags::create(db, call.era(), &new)?);
        Ok(Reply::json(match call.era() {
            Era::May23 => tag,
            Era::Feb24 | Era::Jun24 | Era::Modern => json!({ "workspaceTag": tag }),
        }))
    })
}

/// Since June 2024: returns one tag.
pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Read, Subject::Tags)?;
        let tags = tags::of_project(db, &project.id)?;
        let tag = tags.iter().find(|tag| tag.id == call.param("tagId")).ok_or(UNKNOWN)?;
        Ok(Reply::json(json!({ "workspaceTag": wire::tags::tag(call.era(), tag) })))
    })
}

/// Another name, slug and colour for a tag, all of them at once.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (slug, color) = (body.trimmed("slug"), body.trimmed("color"));
    let name = if call.era().is_modern() { slug.clone() } else { body.trimmed("name") };
    body.finish()?;
    call.app.store.write(|db| {
        let id = call.param("workspaceId");
        let project = access::role(call, db, id, Action::Edit, Subject::Tags)?;
        let tags = tags::of_project(db, &project.id)?;
        let tag = tags.iter().find(|tag| tag.id == call.param("tagId")).ok_or(UNKNOWN)?;
        if tags.iter().any(|other| other.slug == slug && other.id != tag.id) {
            return Err(EXISTS);
        }
        let updated = tags::update(db, &tag.id, [&name, &slug, &color])?;
        Ok(Reply::json(json!({ "workspaceTag": wire::tags::tag(call.era(), &updated) })))
    })
}

/// The release did not check the project of the tag; here only its members can delete it.
pub(crate) fn delete_may23(call: &Call) -> Result<Reply, ApiError> {
    delete(call, None)
}

pub(crate) fn delete_later(call: &Call) -> Result<Reply, ApiError> {
    delete(call, Some(call.param("workspaceId")))
}

fn delete(call: &Call, project_id: Option<&str>) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let tag = tags::by_id(db, call.param("tagId"))?
            .filter(|tag| project_id.is_none_or(|id| id == tag.project_id))
            .ok_or(UNKNOWN)?;
        access::role(call, db, &tag.project_id, Action::Delete, Subject::Tags)?;
        tags::delete(db, &tag.id)?;
        let tag = wire::tags::tag(call.era(), &tag);
        Ok(Reply::json(match call.era() {
            Era::May23 => tag,
            Era::Feb24 | Era::Jun24 | Era::Modern => json!({ "workspaceTag": tag }),
        }))
    })
}
