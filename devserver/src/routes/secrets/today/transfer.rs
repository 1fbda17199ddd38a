//! Moving and copying shared secrets between folders and environments of a project: all or none.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::modern::is_guarded;
use crate::routes::secrets::today::entry::{rewrite, snapshot, store};
use crate::routes::secrets::today::place::{Opened, Place};
use crate::store::folders::Folder;
use crate::store::secrets::{self, Content, Kind, Secret, Within};
use crate::store::{projects, tags};
use crate::wire::{self, Reply};

/// From where to where, and what.
struct Transfer {
    source: Place,
    destination: Place,
    ids: Vec<String>,
    overwrites: bool,
}

impl Transfer {
    fn read(call: &Call, body: &Form<'_>) -> Result<Self, ApiError> {
        body.require_object();
        let given = body.trimmed(if call.is_v4() { "projectId" } else { "projectSlug" });
        let place =
            |environment: &str, folder: &str| (body.trimmed(environment), path(body, &[folder]));
        let source = place("sourceEnvironment", "sourceSecretPath");
        let destination = place("destinationEnvironment", "destinationSecretPath");
        let ids = body.texts("secretIds");
        let overwrites = body.flag_opt("shouldOverwrite").unwrap_or_default();
        body.finish()?;
        let project_id = if call.is_v4() {
            given
        } else {
            let unknown = || ApiError::absent(format!("Project with slug '{given}' not found"));
            call.app.store.read(|db| Ok(projects::by_slug(db, &given)?.ok_or_else(unknown)?.id))?
        };
        Ok(Transfer {
            source: Place::new(project_id.clone(), source.0, source.1),
            destination: Place::new(project_id, destination.0, destination.1),
            ids,
            overwrites,
        })
    }

    fn folders(&self, db: &Connection, opened: &Opened) -> Result<(Folder, Folder), ApiError> {
        let unknown = |role: &str, place: &Place| {
            ApiError::absent(format!(
                "{role} folder with path '{}' in environment with slug '{}' not found",
                place.path, place.environment
            ))
        };
        let (source, destination) = (&self.source, &self.destination);
        let destination_folder = destination.folder(db, &opened.project)?;
        let source_folder = source.folder(db, &opened.project)?;
        Ok((
            source_folder.ok_or_else(|| unknown("Source", source))?,
            destination_folder.ok_or_else(|| unknown("Destination", destination))?,
        ))
    }

    /// The secrets with these ids, which must be shared ones in the source.
    fn secrets(&self, db: &Connection, source: &Folder) -> Result<Vec<Secret>, ApiError> {
        let unknown = || {
            ApiError::absent(format!(
                "One or more secrets not found in source folder with path '{}' and environment \
                 slug '{}'",
                self.source.path, self.source.environment
            ))
        };
        let find = |id: &String| {
            let found = secrets::by_id(db, id)?;
            found
                .filter(|one| one.kind == Kind::Shared && one.folder_id == source.id)
                .ok_or_else(unknown)
        };
        self.ids.iter().map(find).collect()
    }
}

/// The shared secret in a folder that has the name of another secret.
fn namesake(db: &Connection, folder: &Folder, secret: &Secret) -> Result<Option<Secret>, ApiError> {
    let index = secret.blind_index.as_deref().unwrap_or_default();
    let found = secrets::by_index(db, Within::Folder(&folder.id), index)?;
    Ok(pick(&found, Kind::Shared, None).cloned())
}

/// Stores content in a folder, in place of the secret of that name if there is one.
fn put(
    call: &Call,
    db: &Connection,
    folder: &Folder,
    secret: &Secret,
    content: Content,
) -> Result<Secret, ApiError> {
    match namesake(db, folder, secret)? {
        Some(existing) => rewrite(call, db, &Secret { content, ..existing }),
        None => {
            let index = secret.blind_index.as_deref().unwrap_or_default();
            store(call, db, folder, (Kind::Shared, 1), index, &content)
        }
    }
}

fn copy_tags(db: &Connection, from: &Secret, to: &Secret) -> Result<(), ApiError> {
    let ids: Vec<_> = from.tags.iter().map(|tag| tag.id.clone()).collect();
    Ok(tags::put_on(db, &to.id, &ids)?)
}

pub(crate) fn move_all(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let transfer = Transfer::read(call, &body)?;
    let opened = transfer.source.open_for(call, Action::Delete)?;
    call.app.store.write(|db| {
        transfer.destination.authorize(call, db, Action::Create)?;
        transfer.destination.authorize(call, db, Action::Edit)?;
        let (source, destination) = transfer.folders(db, &opened)?;
        let secrets = transfer.secrets(db, &source)?;
        let is_same = |one: &Secret, other: &Secret| {
            let open = |secret: &Secret| opened.cipher.open(&secret.content.value);
            Ok::<_, ApiError>(open(one)? == open(other)?)
        };
        let (mut taken, mut different) = (Vec::new(), Vec::new());
        for secret in secrets {
            let there = namesake(db, &destination, &secret)?;
            let is_itself = source.id == destination.id;
            let keeps = match &there {
                Some(there) => is_same(there, &secret)?,
                None => false,
            };
            if is_itself || (there.is_some() && !keeps && !transfer.overwrites) {
                taken.push(opened.cipher.open(&secret.content.key)?);
            }
            different.push((secret, keeps));
        }
        if !taken.is_empty() {
            return Err(ApiError::BadRequest(format!(
                "Failed to move secrets. The following secrets already exist in the destination: {}",
                taken.join(",")
            )));
        }
        // Under a policy, the real server proposes one of the two halves, and makes the other.
        let destination_is_updated = !is_guarded(call, &transfer.destination.environment);
        let source_is_updated = !is_guarded(call, &transfer.source.environment);
        for (secret, keeps) in &different {
            if destination_is_updated && !keeps {
                let moved = put(call, db, &destination, secret, secret.content.clone())?;
                copy_tags(db, secret, &moved)?;
            }
            if source_is_updated {
                let index = secret.blind_index.as_deref().unwrap_or_default();
                for namesake in secrets::by_index(db, Within::Folder(&source.id), index)? {
                    secrets::delete(db, &namesake.id)?;
                }
            }
        }
        snapshot(call, db, &source, &opened.project.id)?;
        snapshot(call, db, &destination, &opened.project.id)?;
        Ok(Reply::json(json!({
            "isSourceUpdated": source_is_updated,
            "isDestinationUpdated": destination_is_updated,
        })))
    })
}

/// The number of secrets in one request to copy them.
const MOST_COPIES: usize = 50;

/// Adds what is wrong with the list of secrets to copy, which the route checks more strictly.
fn check_copied(body: &Form<'_>) {
    let count = body.value("secretIds").and_then(Value::as_array).map_or(0, Vec::len);
    if count > MOST_COPIES {
        body.complain(json!({
            "code": "too_big",
            "maximum": MOST_COPIES,
            "type": "array",
            "inclusive": true,
            "exact": false,
            "message": format!("Array must contain at most {MOST_COPIES} element(s)"),
            "path": body.path_to("secretIds"),
        }));
    }
}

pub(crate) fn duplicate_all(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let attribute = |name: &str| {
        let chosen = body.value("attributesToCopy").and_then(|chosen| chosen.get(name));
        chosen.and_then(Value::as_bool).unwrap_or_default()
    };
    let [value, comment, with_tags, metadata, multiline] =
        ["value", "comment", "tags", "metadata", "skipMultilineEncoding"].map(attribute);
    check_copied(&body);
    let transfer = Transfer::read(call, &body)?;
    let opened = transfer.source.open_for(call, Action::Read)?;
    if opened.project.version < 3 {
        return Err(ApiError::bad_request(
            "Duplicating secrets is only supported on v3 projects. Please upgrade your project.",
        ));
    }
    let (from, to) = (&transfer.source, &transfer.destination);
    if (&from.environment, &from.path) == (&to.environment, &to.path) {
        return Err(ApiError::bad_request(
            "Cannot duplicate secrets to the same environment and path",
        ));
    }
    call.app.store.write(|db| {
        transfer.destination.authorize(call, db, Action::Create)?;
        let (source, destination) = transfer.folders(db, &opened)?;
        let secrets = transfer.secrets(db, &source)?;
        let mut results = Vec::new();
        for secret in &secrets {
            let name = opened.cipher.open(&secret.content.key)?;
            if namesake(db, &destination, secret)?.is_some() && !transfer.overwrites {
                return Err(ApiError::BadRequest(format!(
                    "Secret with key '{name}' already exists at destination. Set shouldOverwrite to \
                     true to replace it."
                )));
            }
            results.push(json!({ "sourceSecretId": secret.id, "sourceSecretKey": name }));
        }
        if let (Actor::User(actor), true) = (&call.actor, is_guarded(call, &to.environment)) {
            let approval = wire::modern::approval(&destination.id, &actor.user.id);
            results.iter_mut().for_each(|result| result["approval"] = approval.clone());
            return Ok(Reply::json(json!({ "results": results })));
        }
        for (secret, result) in secrets.iter().zip(&mut results) {
            let there = namesake(db, &destination, secret)?.map(|there| there.content);
            let mut content = secret.content.clone();
            let kept = there.clone().unwrap_or_default();
            // What the source does not have is not replaced.
            if !value || (there.is_some() && opened.cipher.open(&content.value)?.is_empty()) {
                content.value = match &there {
                    Some(there) => there.value.clone(),
                    None => opened.cipher.seal("")?,
                };
            }
            if !comment || content.comment.ciphertext.is_none() {
                content.comment = kept.comment;
            }
            if !metadata {
                content.metadata = kept.metadata;
            }
            if !multiline {
                content.skip_multiline_encoding = kept.skip_multiline_encoding;
            }
            content.reminder_note = kept.reminder_note;
            content.reminder_repeat_days = kept.reminder_repeat_days;
            let copy = put(call, db, &destination, secret, content)?;
            if with_tags {
                copy_tags(db, secret, &copy)?;
            }
            result["destinationSecretId"] = json!(copy.id);
        }
        snapshot(call, db, &destination, &opened.project.id)?;
        Ok(Reply::json(json!({ "results": results })))
    })
}
