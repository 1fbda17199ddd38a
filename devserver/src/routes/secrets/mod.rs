//! Secrets by name.

pub(crate) mod batch;
pub(crate) mod blind_indices;
pub(crate) mod by_id;
mod change;
mod content;
pub(crate) mod history;
mod imports;
pub(crate) mod modern;
pub(crate) mod moves;
mod place;
pub(crate) mod raw;
pub(crate) mod raw_batch;
pub(crate) mod tagging;
pub(crate) mod today;

use serde_json::json;

use crate::auth::permissions::Action;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::change::{existing, insert, pick, remove, rename};
use crate::routes::secrets::content::{Change, kind, new_content};
use crate::routes::secrets::place::{Target, index, owner};
use crate::store::secrets::{self, Kind};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// The secrets of an environment and, in later eras, a folder.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::read(&query);
    let with_imports = query.text_opt("include_imports").as_deref() == Some("true");
    query.finish()?;
    let found = call.app.store.read(|db| {
        let project = target.authorize(call, db, Action::Read)?;
        match target.home(call, db, &project)? {
            Some(home) => {
                let found = secrets::visible(db, home.within(), owner(call))?;
                let show =
                    |found: &[_]| Ok(wire::secrets::secrets(call.era(), found, View::Imported));
                let imports =
                    if with_imports { imports::of(call, db, &home, show)? } else { Vec::new() };
                Ok(Some((found, imports)))
            }
            None => Ok(None),
        }
    })?;
    let era = call.era();
    if era == Era::May23 {
        let (mut found, _) = found.unwrap_or_default();
        found.sort_by_key(|secret| secret.kind != Kind::Personal);
        let listed = wire::secrets::secrets(era, &found, View::Listed);
        return Ok(Reply::json(json!({ "secrets": listed })));
    }
    let Some((mut found, imports)) = found else {
        return Ok(Reply::json(json!({ "secrets": [], "imports": [] })));
    };
    found.sort_by(|a, b| a.id.cmp(&b.id));
    let listed = wire::secrets::secrets(era, &found, View::Listed);
    Ok(Reply::json(if with_imports {
        json!({ "secrets": listed, "imports": imports })
    } else {
        json!({ "secrets": listed })
    }))
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::read(&query);
    let kind = match call.era() {
        // An absent type means something of its own there.
        Era::May23 if query.value("type").is_none() => None,
        Era::May23 => Some(query.choice("type", &Kind::NAMES, None)),
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            Some(query.choice("type", &Kind::NAMES, Some("shared")))
        }
    };
    let version = query.text_opt("version").filter(|_| call.era() != Era::May23);
    query.finish()?;
    let kind = kind.as_deref().map(Kind::from_name);
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Read))?;
    let index = index(call, &project, call.secret_name())?;
    call.app.store.read(|db| {
        let home = match call.era() {
            Era::May23 => target.home(call, db, &project)?.ok_or(ApiError::SecretUnknown)?,
            Era::Feb24 | Era::Jun24 | Era::Modern => {
                target.existing_home(call, db, &project, "Get secret by name")?
            }
        };
        if let Some(version) = version {
            let kind = kind.filter(|_| !call.actor.is_program()).unwrap_or(Kind::Shared);
            let secret = history::as_asked(call, db, &home, kind, &index, &version)?;
            let secret = wire::secrets::secret(call.era(), &secret, View::Fetched);
            return Ok(Reply::json(json!({ "secret": secret })));
        }
        let found = secrets::by_index(db, home.within(), &index)?;
        let of_kind = |kind| pick(&found, kind, owner(call));
        let secret = match (call.era(), kind) {
            (Era::May23, Some(Kind::Shared)) => of_kind(Kind::Shared),
            (Era::May23, _) => of_kind(Kind::Personal).or(of_kind(Kind::Shared)),
            (_, Some(Kind::Personal)) if !call.actor.is_program() => of_kind(Kind::Personal),
            _ => of_kind(Kind::Shared),
        };
        let secret = secret.ok_or(ApiError::SecretUnknown)?;
        let secret = wire::secrets::secret(call.era(), secret, View::Fetched);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    let content = new_content(call.era(), &body);
    body.finish()?;
    let name = call.secret_name();
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Create))?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Create secret")?;
        let secret = insert(call, db, &home, kind, &index, &content, 1)?;
        history::snapshot(call, db, &home)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Single);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    let change = Change::read(call.era(), &body);
    body.finish()?;
    let name = call.secret_name();
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Edit))?;
    let old_index = index(call, &project, name)?;
    let new_index = match &change.new_name {
        Some(new_name) => Some(index(call, &project, new_name)?),
        None => None,
    };
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Update secret")?;
        let mut secret = existing(call, db, &home, kind, name, &old_index)?;
        if let Some(new_index) = new_index {
            rename(db, &home, &mut secret, new_index)?;
        }
        change.apply(&mut secret.content);
        change.tag(db, &secret)?;
        let secret = secrets::update(db, call.era(), &secret)?;
        history::snapshot(call, db, &home)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Single);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

/// Deletes a secret; a shared one takes everybody's personal overrides along.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    body.finish()?;
    let name = call.secret_name();
    let project = call.app.store.read(|db| target.authorize(call, db, Action::Delete))?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Delete secret")?;
        let secret = existing(call, db, &home, kind, name, &index)?;
        remove(db, &home, &secret, &index)?;
        history::snapshot(call, db, &home)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Indexed);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}
