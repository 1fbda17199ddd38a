//! Many shared secrets of one folder at once: all or none.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::modern::held_back_at;
use crate::routes::secrets::place::index;
use crate::routes::secrets::today::entry::{
    Entry, Plain, check_name, named, rewrite_entry, snapshot, store,
};
use crate::routes::secrets::today::place::{Opened, Place};
use crate::store::folders::Folder;
use crate::store::secrets::{self, Kind, Secret};
use crate::wire::Reply;
use crate::wire::plain::Shape;

/// The name of an entry, without white space around it.
fn name(form: &Form<'_>) -> String {
    let name = form.name("secretKey");
    check_name(form, "secretKey", &name);
    name
}

/// Creates secrets. Of two entries with one name, the last counts.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let place = Place::of_batch(call, &body)?;
    let entries: BTreeMap<_, _> =
        body.forms("secrets").iter().map(|form| (name(form), Entry::of_new(form))).collect();
    body.finish()?;
    let opened = place.open_for(call, Action::Create)?;
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "CreateManySecret")?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, Kind::Shared) {
            return Ok(reply);
        }
        let mut taken = Vec::new();
        for name in entries.keys() {
            if existing(call, db, &opened, &folder, name)?.is_some() {
                taken.push(name.as_str());
            }
        }
        if !taken.is_empty() {
            let message = format!("Secret already exists: {}", taken.join(","));
            return Err(ApiError::BadRequest(message));
        }
        let created = entries
            .iter()
            .map(|(name, entry)| add(call, db, &opened, &folder, (name, entry)))
            .collect::<Result<Vec<_>, _>>()?;
        answer(call, db, &opened, &folder, (created, Shape::Created))
    })
}

/// Changes secrets; with `mode` it creates those that do not exist, or ignores them.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let place = Place::of_batch(call, &body)?;
    let modes = ["failOnNotFound", "upsert", "ignore"];
    let mode = body.choice("mode", &modes, Some("failOnNotFound"));
    let read = |form: &Form<'_>| (form.name("secretKey"), Entry::of_change(form));
    let entries: Vec<_> = body.forms("secrets").iter().map(read).collect();
    body.finish()?;
    let opened = place.open_for(call, Action::Edit)?;
    if mode == "upsert" {
        call.app.store.read(|db| place.authorize(call, db, Action::Create))?;
    }
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "UpdateManySecret")?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, Kind::Shared) {
            return Ok(reply);
        }
        let (mut changed, mut unknown) = (Vec::new(), Vec::new());
        for (name, entry) in &entries {
            match existing(call, db, &opened, &folder, name)? {
                Some(secret) => changed.push(change(call, db, &opened, &folder, (secret, entry))?),
                None if mode == "upsert" => {
                    changed.push(add(call, db, &opened, &folder, (name, entry))?);
                }
                None => unknown.push(name.as_str()),
            }
        }
        if mode == "failOnNotFound" && !unknown.is_empty() {
            return Err(ApiError::absent(format!(
                "Secret does not exist: {} in path {}",
                unknown.join(", "),
                place.path
            )));
        }
        answer(call, db, &opened, &folder, (changed, Shape::Updated))
    })
}

/// Deletes secrets. The error about missing ones has the names of the others.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let place = Place::of_batch(call, &body)?;
    let names: Vec<_> = body.forms("secrets").iter().map(|form| form.name("secretKey")).collect();
    body.finish()?;
    let opened = place.open_for(call, Action::Delete)?;
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "DeleteManySecret")?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, Kind::Shared) {
            return Ok(reply);
        }
        let mut found = Vec::new();
        for name in &names {
            if let Some(secret) = existing(call, db, &opened, &folder, name)? {
                found.push((name.as_str(), secret));
            }
        }
        if found.len() < names.len() {
            let found: Vec<_> = found.iter().map(|(name, _)| *name).collect();
            let found = found.join(",");
            return Err(ApiError::absent(format!("One or more secrets does not exist: {found}")));
        }
        for (name, _) in &found {
            for secret in named(call, db, &opened, &folder, name)? {
                secrets::delete(db, &secret.id)?;
            }
        }
        let deleted = found.into_iter().map(|(_, secret)| secret).collect();
        answer(call, db, &opened, &folder, (deleted, Shape::Deleted))
    })
}

fn existing(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    name: &str,
) -> Result<Option<Secret>, ApiError> {
    let found = named(call, db, opened, folder, name)?;
    Ok(pick(&found, Kind::Shared, None).cloned())
}

fn add(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    (name, entry): (&str, &Entry),
) -> Result<Secret, ApiError> {
    let content = entry.content(&opened.cipher, name)?;
    let index = index(call, &opened.project, name)?;
    let version = if opened.is_old() { 0 } else { 1 };
    let secret = store(call, db, folder, (Kind::Shared, version), &index, &content)?;
    entry.tag_new(db, &secret)?;
    Ok(secret)
}

fn change(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    (mut secret, entry): (Secret, &Entry),
) -> Result<Secret, ApiError> {
    if let Some(new_name) = &entry.new_name {
        if !named(call, db, opened, folder, new_name)?.is_empty() {
            let message = format!("Secret with new name already exists: {new_name}");
            return Err(ApiError::BadRequest(message));
        }
        secret.blind_index = Some(index(call, &opened.project, new_name)?);
        secret.content.key = opened.cipher.seal(new_name)?;
    }
    entry.apply(&opened.cipher, &mut secret.content)?;
    rewrite_entry(call, db, &secret, entry)
}

fn answer(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    (secrets, shape): (Vec<Secret>, Shape),
) -> Result<Reply, ApiError> {
    snapshot(call, db, folder, &opened.project.id)?;
    let show = |secret| Ok(Plain::open(opened, secret)?.show(opened, shape, false));
    let shown = secrets.into_iter().map(show).collect::<Result<Value, ApiError>>()?;
    Ok(Reply::json(json!({ "secrets": shown })))
}
