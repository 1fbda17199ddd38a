//! One secret.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::change::pick;
use crate::routes::secrets::content::kind;
use crate::routes::secrets::modern::held_back_at;
use crate::routes::secrets::place::{index, owner};
use crate::routes::secrets::today::dependents;
use crate::routes::secrets::today::entry::{
    Entry, Plain, check_name, named, rewrite_entry, sealed_comment, snapshot, store,
};
use crate::routes::secrets::today::imports;
use crate::routes::secrets::today::place::{Opened, Place, told};
use crate::routes::secrets::today::references::{Expander, tree};
use crate::store::folders::Folder;
use crate::store::projects;
use crate::store::secret_versions;
use crate::store::secrets::{self, Kind, Secret};
use crate::wire::Reply;
use crate::wire::plain::Shape;

/// A word of the query that says yes or no.
pub(super) fn says(query: &Form<'_>, name: &str, default: bool) -> bool {
    let default = if default { "true" } else { "false" };
    query.choice(name, &["true", "false"], Some(default)) == "true"
}

/// The place of a read of one secret.
fn place(call: &Call, query: &Form<'_>) -> Result<Place, ApiError> {
    if call.is_v4() {
        query.text("projectId");
    }
    Place::of_query(call, query, "Missing environment")
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let imports = if call.is_v4() { "includeImports" } else { "include_imports" };
    let kind = Kind::from_name(&query.choice("type", &Kind::NAMES, Some("shared")));
    let with_imports = says(&query, imports, call.is_v4());
    let is_expanded = says(&query, "expandSecretReferences", call.is_v4());
    let is_hidden = !says(&query, "viewSecretValue", true);
    let number = query.text_opt("version").map(|_| query.number("version"));
    let place = place(call, &query)?;
    let opened = place.open_for(call, Action::Read)?;
    let name = call.secret_name();
    let unknown = || ApiError::absent(format!("Secret with name '{name}' not found"));
    call.app.store.read(|db| {
        let folder = place.read_folder(db, &opened.project, "GetSecretByName")?;
        let found = named(call, db, &opened, &folder, name)?;
        let secret = match kind {
            Kind::Personal if call.is_identity() => None,
            Kind::Personal if !call.actor.is_program() => pick(&found, kind, owner(call)).cloned(),
            _ => pick(&found, Kind::Shared, None).cloned(),
        };
        if let Some(number) = number {
            let secret = secret.ok_or_else(unknown)?;
            let version = secret_versions::numbered(db, &secret.id, number)?
                .filter(|version| version.secret.blind_index == secret.blind_index)
                .ok_or_else(unknown)?;
            let mut plain = Plain::open(&opened, version.secret)?;
            place.given_path.clone_into(&mut plain.secret.path);
            let shown = plain.show(&opened, Shape::Versioned, is_hidden);
            return Ok(Reply::json(json!({ "secret": shown })));
        }
        let is_own = secret.is_some();
        let secret = match secret {
            Some(secret) => secret,
            None if with_imports => {
                imported(call, db, &opened, &folder, name)?.ok_or_else(unknown)?
            }
            None => return Err(unknown()),
        };
        let mut plain = Plain::open(&opened, secret)?;
        if is_expanded && !is_hidden {
            plain.value = expanded(call, db, &opened, &plain)?;
        }
        if is_own {
            place.given_path.clone_into(&mut plain.secret.path);
        }
        Ok(Reply::json(json!({ "secret": plain.show(&opened, Shape::Fetched, is_hidden) })))
    })
}

/// A shared secret of that name in what the folder imports; the last import that has it counts.
fn imported(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    name: &str,
) -> Result<Option<Secret>, ApiError> {
    for source in imports::sources(call, db, &opened.project, folder)?.into_iter().rev() {
        let Some(folder) = source.folder.filter(|_| source.is_open) else { continue };
        let found = named(call, db, opened, &folder, name)?;
        if let Some(secret) = pick(&found, Kind::Shared, None) {
            return Ok(Some(secret.clone()));
        }
    }
    Ok(None)
}

/// The value with its references replaced. In old projects the server fails over references.
fn expanded(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    plain: &Plain,
) -> Result<String, ApiError> {
    let expander = Expander::of_one(call, db, opened);
    if opened.is_old() {
        let has_reference = Expander::has_reference(&plain.value);
        return if has_reference { Err(ApiError::Internal) } else { Ok(plain.value.clone()) };
    }
    expander.expand(plain).map_err(|denial| Expander::refusal(vec![denial]))
}

pub(crate) fn get_by_id(call: &Call) -> Result<Reply, ApiError> {
    let id = call.param("secretId");
    let unknown = || ApiError::Told {
        status: 404,
        error: "GetSecretById",
        message: format!("Secret with ID '{id}' not found"),
    };
    let secret = call.app.store.read(|db| secrets::by_id(db, id)?.ok_or_else(unknown))?;
    let (environment, path) = (secret.environment.clone(), secret.path.clone());
    let place = Place::new(secret.project_id.clone(), environment, path);
    let opened = place.open_for(call, Action::Read)?;
    if secret.kind == Kind::Personal && secret.user_id.as_deref() != owner(call) {
        return Err(unknown());
    }
    let plain = Plain::open(&opened, secret)?;
    Ok(Reply::json(json!({ "secret": plain.show(&opened, Shape::FetchedById, false) })))
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let (body, name) = (call.body(), call.secret_name());
    let place = Place::of_body(call, &body);
    let kind = kind(call.era(), &body);
    let entry = Entry::of_new(&body);
    check_name(&body, "secretName", name);
    body.finish()?;
    let opened = place.open_for(call, Action::Create)?;
    let index = index(call, &opened.project, name)?;
    let content = entry.content(&opened.cipher, name)?;
    if kind == Kind::Personal && call.actor.is_program() {
        return Err(ApiError::PersonalByToken);
    }
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "CreateSecret")?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, kind) {
            return Ok(reply);
        }
        let namesakes = named(call, db, &opened, &folder, name)?;
        let shared = pick(&namesakes, Kind::Shared, None);
        match kind {
            Kind::Shared if shared.is_some() => return Err(EXISTS),
            Kind::Personal if shared.is_none() => return Err(ApiError::LoneOverride),
            _ => {}
        }
        let secret = store(call, db, &folder, (kind, 1), &index, &content)?;
        entry.tag_new(db, &secret)?;
        snapshot(call, db, &folder, &opened.project.id)?;
        let plain = Plain::open(&opened, secret)?;
        Ok(Reply::json(json!({ "secret": plain.show(&opened, Shape::Created, false) })))
    })
}

pub(super) const EXISTS: ApiError = ApiError::bad_request("Secret already exists");

/// Changes a secret. The answer repeats only what the request has; the rest is empty in it.
pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    const TAKEN: ApiError = ApiError::bad_request("Secret with the new name already exists");
    let (body, name) = (call.body(), call.secret_name());
    let place = Place::of_body(call, &body);
    let kind = kind(call.era(), &body);
    let entry = Entry::of_change(&body);
    body.finish()?;
    let opened = place.open_for(call, Action::Edit)?;
    if kind == Kind::Personal && call.actor.is_program() {
        return Err(ApiError::PersonalByToken);
    }
    let renamed = match &entry.new_name {
        Some(new_name) => Some((index(call, &opened.project, new_name)?, new_name)),
        None => None,
    };
    let unknown = || match kind {
        Kind::Shared => ApiError::absent(format!("Secret with name {name} not found")),
        Kind::Personal => ApiError::absent(format!("Personal secret with name {name} not found")),
    };
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "UpdateSecret")?;
        let found = named(call, db, &opened, &folder, name)?;
        let mut secret = pick(&found, kind, owner(call)).cloned().ok_or_else(unknown)?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, kind) {
            return Ok(reply);
        }
        if let Some((new_index, new_name)) = renamed {
            if !named(call, db, &opened, &folder, new_name)?.is_empty() {
                return Err(TAKEN);
            }
            secret.blind_index = Some(new_index);
            secret.content.key = opened.cipher.seal(new_name)?;
        }
        entry.apply(&opened.cipher, &mut secret.content)?;
        if opened.is_old() && entry.comment.is_none() {
            secret.content.comment = sealed_comment(&opened.cipher, "")?;
        }
        let secret = rewrite_entry(call, db, &secret, &entry)?;
        snapshot(call, db, &folder, &opened.project.id)?;
        let mut plain = Plain::open(&opened, secret)?;
        plain.value = entry.value.clone().unwrap_or_default();
        plain.comment = entry.comment.clone().unwrap_or_default();
        Ok(Reply::json(json!({ "secret": plain.show(&opened, Shape::Updated, false) })))
    })
}

/// Deletes a secret: a shared one with all personal ones of its name, or all personal ones of the
/// caller.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let (body, name) = (call.body(), call.secret_name());
    let place = Place::of_body(call, &body);
    let kind = kind(call.era(), &body);
    body.finish()?;
    let opened = place.open_for(call, Action::Delete)?;
    if kind == Kind::Personal && call.actor.is_program() {
        return Err(ApiError::PersonalByToken);
    }
    call.app.store.write(|db| {
        let folder = place.changed_folder(db, &opened.project, "DeleteSecret")?;
        let mut found = named(call, db, &opened, &folder, name)?;
        let is_asked = |secret: &Secret| {
            secret.kind == kind
                && (kind == Kind::Shared || secret.user_id.as_deref() == owner(call))
        };
        let deleted = found.iter().rfind(|secret| is_asked(secret)).cloned();
        let deleted = deleted.ok_or(ApiError::not_found("Secret not found"))?;
        if let Some(reply) = held_back_at(call, &place.environment, &folder.id, kind) {
            return Ok(reply);
        }
        found.retain(|secret| kind == Kind::Shared || is_asked(secret));
        for secret in &found {
            secrets::delete(db, &secret.id)?;
        }
        snapshot(call, db, &folder, &opened.project.id)?;
        let plain = Plain::open(&opened, deleted)?;
        Ok(Reply::json(json!({ "secret": plain.show(&opened, Shape::Deleted, false) })))
    })
}

/// What a secret refers to, with what that refers to.
pub(crate) fn reference_tree(call: &Call) -> Result<Reply, ApiError> {
    with_secret(call, |db, opened, plain| {
        let expander = Expander::of_one(call, db, opened);
        let value = expander.expand(plain).map_err(|denial| Expander::refusal(vec![denial]))?;
        Ok(json!({ "tree": tree(&expander, plain)?, "value": value }))
    })
}

/// What refers to a secret, with what refers to that.
pub(crate) fn dependency_tree(call: &Call) -> Result<Reply, ApiError> {
    with_secret(call, |db, opened, plain| {
        Ok(json!({ "tree": dependents::tree(db, opened, plain)? }))
    })
}

fn with_secret(
    call: &Call,
    show: impl FnOnce(&Connection, &Opened, &Plain) -> Result<Value, ApiError>,
) -> Result<Reply, ApiError> {
    let query = call.query();
    let place = place(call, &query)?;
    let opened = place.open_for(call, Action::Read)?;
    let name = call.secret_name();
    let unknown = || ApiError::absent(format!("Secret with name '{name}' not found"));
    call.app.store.read(|db| {
        let folder = place.read_folder(db, &opened.project, "GetSecretByName")?;
        let found = named(call, db, &opened, &folder, name)?;
        let secret = pick(&found, Kind::Shared, None).cloned().ok_or_else(unknown)?;
        let plain = Plain::open(&opened, secret)?;
        Ok(Reply::json(show(db, &opened, &plain)?))
    })
}

/// The project with that id, for errors of routes that are not about one place.
pub(super) fn known_project(
    call: &Call,
    db: &Connection,
    id: &str,
) -> Result<projects::Project, ApiError> {
    let unknown = || ApiError::absent(format!("Project with {id} not found"));
    projects::by_id(db, id)?.ok_or_else(unknown).map_err(|error| told(call, id, error))
}
