//! Tags of a project, which have a slug and a colour.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::access;
use crate::auth::permissions::{Action, Subject};
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::today::projects::slug;
use crate::store::projects::Project;
use crate::store::tags::{self, NewTag, Tag};
use crate::wire::{Reply, today_projects as wire};

const TAKEN: ApiError = ApiError::bad_request("Tag already exists");

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = project(call, db, Action::Read)?;
        let all = tags::of_project(db, &project.id)?;
        let listed: Vec<_> = all.iter().map(wire::tag).collect();
        let name = if is_older(call) { "workspaceTags" } else { "tags" };
        Ok(Reply::json(json!({ (name): listed })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let slug = slug(&body, "slug", 1).unwrap_or_else(|| body.text("slug"));
    let color = body.trimmed("color");
    body.finish()?;
    call.app.store.write(|db| {
        let project = project(call, db, Action::Create)?;
        if tags::of_project(db, &project.id)?.iter().any(|tag| tag.slug == slug) {
            return Err(TAKEN);
        }
        let made = tags::create(
            db,
            call.era(),
            &NewTag {
                project_id: &project.id,
                user_id: &call.user()?.id,
                name: &slug,
                slug: &slug,
                color: Some(&color),
            },
        )?;
        Ok(answer(call, wire::tag(&made)))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let (_, tag) = target(call, db, Action::Read)?;
        Ok(answer(call, wire::named_tag(&tag)))
    })
}

pub(crate) fn get_by_slug(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.read(|db| {
        let project = project(call, db, Action::Read)?;
        let slug = call.param("tagSlug");
        let tag = tags::of_project(db, &project.id)?.into_iter().find(|tag| tag.slug == slug);
        let unknown = || ApiError::absent(format!("Tag with slug '{slug}' not found"));
        Ok(answer(call, wire::named_tag(&tag.ok_or_else(unknown)?)))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let slug = slug(&body, "slug", 1).unwrap_or_else(|| body.text("slug"));
    let color = body.trimmed("color");
    body.finish()?;
    call.app.store.write(|db| {
        let (project, tag) = target(call, db, Action::Edit)?;
        let mut others = tags::of_project(db, &project.id)?.into_iter();
        if others.any(|other| other.slug == slug && other.id != tag.id) {
            return Err(TAKEN);
        }
        let updated = tags::update(db, &tag.id, [&slug, &slug, &color])?;
        Ok(answer(call, wire::tag(&updated)))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    call.app.store.write(|db| {
        let (_, tag) = target(call, db, Action::Delete)?;
        tags::delete(db, &tag.id)?;
        Ok(answer(call, wire::tag(&tag)))
    })
}

fn project(call: &Call, db: &Connection, action: Action) -> Result<Project, ApiError> {
    let id = if is_older(call) { call.param("workspaceId") } else { call.param("projectId") };
    access::role(call, db, id, action, Subject::Tags)
}

fn target(call: &Call, db: &Connection, action: Action) -> Result<(Project, Tag), ApiError> {
    let project = project(call, db, action)?;
    let id = call.param("tagId");
    let tag = tags::by_id(db, id)?.filter(|tag| tag.project_id == project.id);
    let tag = tag.ok_or_else(|| ApiError::absent(format!("Tag with ID '{id}' not found")))?;
    Ok((project, tag))
}

/// Whether the route is one of those kept for old clients, with their names of things.
fn is_older(call: &Call) -> bool {
    call.route().starts_with("/api/v1/workspace/")
}

fn answer(call: &Call, tag: Value) -> Reply {
    let name = if is_older(call) { "workspaceTag" } else { "tag" };
    Reply::json(json!({ (name): tag }))
}
