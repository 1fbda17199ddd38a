//! May 2023's secrets by id, whose names need not be told to the server.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::auth::access::{self, Place};
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders as folder_routes;
use crate::routes::secrets::content::{comment, sealed, tag};
use crate::routes::secrets::place::{index, owner};
use crate::store::environments::Environment;
use crate::store::folders;
use crate::store::projects::Project;
use crate::store::secret_versions;
use crate::store::secrets::{self, Content, Kind, NewSecret, Secret, Within};
use crate::store::snapshots::{self, Whole};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

const UNKNOWN_ID: ApiError = ApiError::Invalid(Vec::new());

/// The secrets of a folder and its sub-folders.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let (project_id, environment) = (query.trimmed("workspaceId"), query.trimmed("environment"));
    let path = folder_routes::path(&query, &["secretsPath"]);
    let slugs = query.text_opt("tagSlugs").filter(|slugs| !slugs.is_empty());
    query.finish()?;
    call.app.store.read(|db| {
        let place = Place { environment: &environment, path: "/" };
        let project = access::secrets(call, db, &project_id, Action::Read, place)?;
        let environment = project.environment(&environment);
        let folder = match environment {
            Some(environment) => folders::at_path(db, &environment.id, &path)?,
            None => None,
        };
        let (Some(environment), Some(folder)) = (environment, folder) else {
            return Ok(Reply::json(json!({ "secrets": [], "folders": [] })));
        };
        let mut found = secrets::visible(db, Within::Folder(&folder.id), owner(call))?;
        if let Some(slugs) = slugs {
            let wanted: Vec<_> = slugs.split(',').collect();
            found.retain(|one| one.tags.iter().any(|tag| wanted.contains(&tag.slug.as_str())));
        }
        found.sort_by_key(|secret| secret.kind != Kind::Personal);
        let children = folders::children(db, &folder)?;
        let children = children
            .iter()
            .map(|child| wire::projects::folder_may23(child, &project.id, &environment.slug));
        Ok(Reply::json(json!({
            "secrets": wire::secrets::secrets(call.era(), &found, View::Tagged),
            "folders": children.collect::<Vec<_>>(),
        })))
    })
}

/// New secrets: one object or an array. Without a name they get no blind index.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, environment) = (body.trimmed("workspaceId"), body.trimmed("environment"));
    let entries: Vec<_> = match body.value("secrets") {
        Some(Value::Object(_)) => vec![NewEntry::read(&body.form("secrets"))],
        _ => body.forms("secrets").iter().map(NewEntry::read).collect(),
    };
    body.finish()?;
    let place = Place { environment: &environment, path: "/" };
    let authorize = |db: &Connection| access::secrets(call, db, &project_id, Action::Create, place);
    let project = call.app.store.read(authorize)?;
    let indices = indices(call, &project, entries.iter().map(|entry| entry.name.as_deref()))?;
    call.app.store.write(|db| {
        let environment = existing_environment(&project, &environment)?;
        let created = entries.iter().zip(&indices);
        let created =
            created.map(|(entry, index)| store_new(call, db, environment, entry, index.as_deref()));
        let created = created.collect::<Result<Vec<_>, _>>()?;
        snapshot(call, db, &created)?;
        let shown = wire::secrets::secrets(call.era(), &created, View::Indexed);
        Ok(Reply::json(json!({ "secrets": shown })))
    })
}

/// Changes secrets; absent fields stay. A lone object passes validation and then fails, as there.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    if body.value("secrets").is_some_and(Value::is_object) {
        return Err(ApiError::Internal);
    }
    let entries: Vec<_> =
        body.forms("secrets").into_iter().map(|entry| (entry.trimmed("id"), entry)).collect();
    body.finish()?;
    call.app.store.write(|db| {
        let updated = entries.iter().map(|(id, entry)| {
            let mut secret = existing(call, db, id, Action::Edit)?;
            merge(&mut secret.content, entry);
            if let Some(ids) = entry.texts_opt("tags") {
                tag(db, &secret, &ids)?;
            }
            Ok(secrets::update(db, call.era(), &secret)?)
        });
        let updated = updated.collect::<Result<Vec<_>, ApiError>>()?;
        body.finish()?;
        snapshot(call, db, &updated)?;
        let shown = wire::secrets::secrets(call.era(), &updated, View::Single);
        Ok(Reply::json(json!({ "secrets": shown })))
    })
}

/// Deletes secrets: one id or an array.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let ids: Vec<_> = match body.value("secretIds") {
        Some(Value::String(id)) => vec![id.as_str()],
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if ids.is_empty() {
        return Err(UNKNOWN_ID);
    }
    call.app.store.write(|db| {
        let deleted = ids.iter().map(|id| {
            let secret = existing(call, db, id, Action::Delete)?;
            secrets::delete(db, &secret.id)?;
            Ok(secret)
        });
        let deleted = deleted.collect::<Result<Vec<_>, ApiError>>()?;
        snapshot(call, db, &deleted)?;
        let shown = wire::secrets::secrets(call.era(), &deleted, View::Single);
        Ok(Reply::json(json!({ "secrets": shown })))
    })
}

/// Creates, changes and deletes in one request; the answer has a key for each that occurred.
pub(crate) fn batch(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, environment) = (body.trimmed("workspaceId"), body.trimmed("environment"));
    let requests: Vec<_> = body.forms("requests").iter().map(Request::read).collect();
    body.finish()?;
    let place = Place { environment: &environment, path: "/" };
    let authorize = |db: &Connection| access::secrets(call, db, &project_id, Action::Edit, place);
    let project = call.app.store.read(authorize)?;
    let indices = indices(call, &project, requests.iter().map(Request::name))?;
    call.app.store.write(|db| {
        let environment = existing_environment(&project, &environment)?;
        let mut answer = Map::new();
        let mut add = |key: &str, value: Value| {
            let list = answer.entry(key).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(value);
            }
        };
        for (request, index) in requests.iter().zip(&indices) {
            match request {
                Request::Create(entry) => {
                    let secret = store_new(call, db, environment, entry, index.as_deref())?;
                    add("createdSecrets", shown(call, &secret, View::Indexed));
                }
                Request::Update(id, entry) => {
                    let mut secret = in_project(call, db, id, &project)?;
                    secret.content = entry.content.clone();
                    secret.blind_index = index.clone().or(secret.blind_index);
                    if let Some(ids) = &entry.tag_ids {
                        tag(db, &secret, ids)?;
                    }
                    let secret = secrets::update(db, call.era(), &secret)?;
                    secret_versions::repeat_number(db, &secret.id)?;
                    add("updatedSecrets", shown(call, &secret, View::Single));
                }
                Request::Delete(id) => {
                    let secret = in_project(call, db, id, &project)?;
                    secrets::delete(db, &secret.id)?;
                    add("deletedSecrets", secret.id.into());
                }
            }
        }
        snapshots::take(db, call.era(), &project.id, Whole::Project(&project.id))?;
        Ok(Reply::json(Value::Object(answer)))
    })
}

/// Takes a snapshot of every project whose secrets these are.
fn snapshot(call: &Call, db: &Connection, changed: &[Secret]) -> Result<(), ApiError> {
    let projects: BTreeSet<_> = changed.iter().map(|secret| &secret.project_id).collect();
    for id in projects {
        snapshots::take(db, call.era(), id, Whole::Project(id))?;
    }
    Ok(())
}

/// One entry of a batch.
enum Request {
    Create(NewEntry),
    Update(String, NewEntry),
    Delete(String),
}

impl Request {
    fn read(form: &Form<'_>) -> Self {
        let method = form.choice("method", &["POST", "PATCH", "DELETE"], None);
        let secret = form.form("secret");
        match method.as_str() {
            "PATCH" => Request::Update(secret.trimmed("_id"), NewEntry::read_untyped(&secret)),
            "DELETE" => Request::Delete(secret.trimmed("_id")),
            _ => Request::Create(NewEntry::read(&secret)),
        }
    }

    fn name(&self) -> Option<&str> {
        match self {
            Request::Create(entry) | Request::Update(_, entry) => entry.name.as_deref(),
            Request::Delete(_) => None,
        }
    }
}

/// A secret as these routes take it.
struct NewEntry {
    name: Option<String>,
    /// The root if absent.
    folder_id: Option<String>,
    kind: Kind,
    content: Content,
    tag_ids: Option<Vec<String>>,
}

impl NewEntry {
    fn read(form: &Form<'_>) -> Self {
        let kind = Kind::from_name(&form.choice("type", &Kind::NAMES, None));
        NewEntry { kind, ..NewEntry::read_untyped(form) }
    }

    fn read_untyped(form: &Form<'_>) -> Self {
        let name = form.text_opt("secretName").map(|name| name.trim().to_owned());
        NewEntry {
            name: name.filter(|name| !name.is_empty()),
            folder_id: form.text_opt("folderId").filter(|id| !id.is_empty()),
            kind: Kind::Shared,
            content: Content {
                key: sealed(form, "secretKey"),
                value: sealed(form, "secretValue"),
                comment: comment(form),
                ..Content::default()
            },
            tag_ids: form.texts_opt("tags"),
        }
    }
}

fn store_new(
    call: &Call,
    db: &Connection,
    environment: &Environment,
    entry: &NewEntry,
    index: Option<&str>,
) -> Result<Secret, ApiError> {
    let folder = match &entry.folder_id {
        Some(id) => folders::by_id(db, id)?
            .filter(|folder| folder.environment_id == environment.id)
            .ok_or(ApiError::FolderUnknown("Create secret"))?,
        None => folders::root(db, &environment.id)?,
    };
    let new = NewSecret {
        folder_id: &folder.id,
        kind: entry.kind,
        user_id: owner(call).filter(|_| entry.kind == Kind::Personal),
        blind_index: index,
        version: 1,
        content: &entry.content,
    };
    let mut secret = secrets::create(db, call.era(), &new)?;
    if let Some(ids) = &entry.tag_ids {
        tag(db, &secret, ids)?;
        secret = secrets::by_id(db, &secret.id)?.ok_or(ApiError::Internal)?;
    }
    Ok(secret)
}

/// The secret `id`, if the caller may do `action` to it.
fn existing(call: &Call, db: &Connection, id: &str, action: Action) -> Result<Secret, ApiError> {
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    let secret = secrets::by_id(db, id)?.ok_or(UNKNOWN_ID)?;
    let place = Place { environment: &secret.environment, path: "/" };
    access::secrets(call, db, &secret.project_id, action, place)?;
    let foreign = secret.kind == Kind::Personal && secret.user_id.as_deref() != owner(call);
    if foreign { Err(UNKNOWN_ID) } else { Ok(secret) }
}

/// As [`existing`], of the batch's project.
fn in_project(
    call: &Call,
    db: &Connection,
    id: &str,
    project: &Project,
) -> Result<Secret, ApiError> {
    let secret = existing(call, db, id, Action::Edit)?;
    if secret.project_id == project.id { Ok(secret) } else { Err(UNKNOWN_ID) }
}

fn existing_environment<'a>(project: &'a Project, slug: &str) -> Result<&'a Environment, ApiError> {
    project.environment(slug).ok_or(ApiError::FolderUnknown("Create secret"))
}

fn indices<'a>(
    call: &Call,
    project: &Project,
    names: impl Iterator<Item = Option<&'a str>>,
) -> Result<Vec<Option<String>>, ApiError> {
    names.map(|name| name.map(|name| index(call, project, name)).transpose()).collect()
}

/// Takes over the encrypted fields that are present in `entry`.
fn merge(content: &mut Content, entry: &Form<'_>) {
    let take = |field: &mut String, name: &str| {
        if let Some(text) = entry.text_opt(name) {
            *field = text;
        }
    };
    take(&mut content.key.ciphertext, "secretKeyCiphertext");
    take(&mut content.key.iv, "secretKeyIV");
    take(&mut content.key.tag, "secretKeyTag");
    take(&mut content.value.ciphertext, "secretValueCiphertext");
    take(&mut content.value.iv, "secretValueIV");
    take(&mut content.value.tag, "secretValueTag");
    let new = comment(entry);
    content.comment.ciphertext = new.ciphertext.or(content.comment.ciphertext.take());
    content.comment.iv = new.iv.or(content.comment.iv.take());
    content.comment.tag = new.tag.or(content.comment.tag.take());
}

fn shown(call: &Call, secret: &Secret, view: View) -> Value {
    wire::secrets::secret(call.era(), secret, view)
}
