//! Several secrets of one folder at once, later eras. All or nothing.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::permissions::Action;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::change::{existing, insert, remove};
use crate::routes::secrets::content::{Change, kind, new_content};
use crate::routes::secrets::history;
use crate::routes::secrets::place::{Home, Target, index};
use crate::store::projects::Project;
use crate::store::secrets::{self, Kind, Secret};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// New shared secrets. They start at version 0.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (target, entries) = (Target::read(&body), body.forms("secrets"));
    let read = |entry: &Form<'_>| (entry.trimmed("secretName"), new_content(call.era(), entry));
    let entries: Vec<_> = entries.iter().map(read).collect();
    body.finish()?;
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Create))?;
    let indices = indices(call, &project, entries.iter().map(|(name, _)| name))?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Create secret")?;
        let created = entries
            .iter()
            .zip(&indices)
            .map(|((_, content), index)| insert(call, db, &home, Kind::Shared, index, content, 0));
        answer(call, db, &home, created.collect())
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (target, entries) = (Target::read(&body), body.forms("secrets"));
    let read = |entry: &Form<'_>| {
        let kind = kind(call.era(), entry);
        (entry.trimmed("secretName"), kind, Change::read_entry(entry))
    };
    let entries: Vec<_> = entries.iter().map(read).collect();
    body.finish()?;
    // February 2024 checks the permission to create secrets.
    let action = if call.era() == Era::Feb24 { Action::Create } else { Action::Edit };
    let project = call.app.store.read(|db| target.authorize(call, db, action))?;
    let indices = indices(call, &project, entries.iter().map(|(name, ..)| name))?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Update secret")?;
        let updated = entries.iter().zip(&indices).map(|((name, kind, change), index)| {
            let mut secret = existing(call, db, &home, *kind, name, index)?;
            change.apply(&mut secret.content);
            change.tag(db, &secret)?;
            Ok(secrets::update(db, call.era(), &secret)?)
        });
        answer(call, db, &home, updated.collect())
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (target, entries) = (Target::read(&body), body.forms("secrets"));
    let read = |entry: &Form<'_>| (entry.trimmed("secretName"), kind(call.era(), entry));
    let entries: Vec<_> = entries.iter().map(read).collect();
    body.finish()?;
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Delete))?;
    let indices = indices(call, &project, entries.iter().map(|(name, _)| name))?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Delete secret")?;
        let deleted = entries.iter().zip(&indices).map(|((name, kind), index)| {
            let secret = existing(call, db, &home, *kind, name, index)?;
            remove(db, &home, &secret, index)?;
            Ok(secret)
        });
        answer(call, db, &home, deleted.collect())
    })
}

fn indices<'a>(
    call: &Call,
    project: &Project,
    names: impl Iterator<Item = &'a String>,
) -> Result<Vec<String>, ApiError> {
    names.map(|name| index(call, project, name)).collect()
}

fn answer(
    call: &Call,
    db: &Connection,
    home: &Home,
    secrets: Result<Vec<Secret>, ApiError>,
) -> Result<Reply, ApiError> {
    let shown = wire::secrets::secrets(call.era(), &secrets?, View::Batch);
    history::snapshot(call, db, home)?;
    Ok(Reply::json(json!({ "secrets": shown })))
}
