//! Secrets in plaintext: the server encrypts and decrypts with the key that the project's bot has.

use serde_json::{Value, json};

use crate::auth::cipher::FieldCipher;
use crate::auth::permissions::Action;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::bots;
use crate::routes::secrets::change::{existing, insert, pick, remove, rename};
use crate::routes::secrets::content::{kind, tag};
use crate::routes::secrets::place::{Target, index, owner};
use crate::routes::secrets::{history, imports, modern};
use crate::store::projects::{self, Project};
use crate::store::secrets::{self, Content, Kind, SealedOpt, Secret};
use crate::wire::secrets::RawView;
use crate::wire::{self, Reply};

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::in_project(call.project_field(), &query);
    let with_imports = ["include_imports", "includeImports"]
        .iter()
        .any(|name| query.text_opt(name).as_deref() == Some("true"));
    let with_value = modern::wants_values(call, &query);
    query.finish()?;
    let (project, cipher) = opened(call, &target, Action::Read)?;
    let show = |found: &[Secret], view| {
        let shown = found.iter().map(|secret| shown(call, &cipher, secret, view, with_value));
        shown.collect::<Result<Value, _>>()
    };
    call.app.store.read(|db| {
        let Some(home) = target.home(call, db, &project)? else {
            return Ok(Reply::json(json!({ "secrets": [], "imports": [] })));
        };
        let mut found = secrets::visible(db, home.within(), owner(call))?;
        found.sort_by(|a, b| a.id.cmp(&b.id));
        let imports = if with_imports {
            imports::of(call, db, &home, |found| show(found, RawView::Imported))?
        } else {
            Vec::new()
        };
        let listed = show(&found, RawView::Listed)?;
        Ok(Reply::json(json!({ "secrets": listed, "imports": imports })))
    })
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::in_project(call.project_field(), &query);
    let kind = Kind::from_name(&query.choice("type", &Kind::NAMES, Some("shared")));
    let with_value = modern::wants_values(call, &query);
    let version = query.text_opt("version");
    query.finish()?;
    let (project, cipher) = opened(call, &target, Action::Read)?;
    let index = index(call, &project, call.secret_name())?;
    call.app.store.read(|db| {
        let home = target.existing_home(call, db, &project, "Get secret by name")?;
        let kind = if call.actor.is_program() { Kind::Shared } else { kind };
        let (secret, view) = match &version {
            Some(version) => {
                (history::as_asked(call, db, &home, kind, &index, version)?, RawView::Written)
            }
            None => {
                let found = secrets::by_index(db, home.within(), &index)?;
                let secret = pick(&found, kind, owner(call)).ok_or(ApiError::SecretUnknown)?;
                (secret.clone(), RawView::Fetched)
            }
        };
        Ok(Reply::json(json!({ "secret": shown(call, &cipher, &secret, view, with_value)? })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::in_project(call.project_field(), &body);
    let kind = kind(call.era(), &body);
    let (value, comment) = (value(&body), body.text_opt("secretComment"));
    body.finish()?;
    let name = call.secret_name();
    let (project, cipher) = opened(call, &target, Action::Create)?;
    let index = index(call, &project, name)?;
    let content = content(&cipher, name, &value, &comment.unwrap_or_default())?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Create secret")?;
        if let Some(reply) = modern::held_back(call, &target, &home, kind) {
            return Ok(reply);
        }
        let secret = insert(call, db, &home, kind, &index, &content, 1)?;
        history::snapshot(call, db, &home)?;
        Ok(Reply::json(json!({ "secret": shown(call, &cipher, &secret, RawView::Written, true)? })))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::in_project(call.project_field(), &body);
    let kind = kind(call.era(), &body);
    let value = value(&body);
    // What these routes took from the body grew: tags in June 2024, the rest on 2024-07-30.
    let is_modern = call.era().is_modern();
    let comment = body.text_opt("secretComment").filter(|_| is_modern);
    let new_name = body.text_opt("newSecretName").filter(|_| is_modern);
    let tag_ids = body.texts_opt("tagIds").filter(|_| call.era() >= Era::Jun24);
    body.finish()?;
    let name = call.secret_name();
    let (project, cipher) = opened(call, &target, Action::Edit)?;
    let old_index = index(call, &project, name)?;
    let renamed = match new_name.as_deref().map(str::trim) {
        Some(new_name) => Some((index(call, &project, new_name)?, cipher.seal(new_name)?)),
        None => None,
    };
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Update secret")?;
        let mut secret = existing(call, db, &home, kind, name, &old_index)?;
        if let Some(reply) = modern::held_back(call, &target, &home, kind) {
            return Ok(reply);
        }
        if let Some((new_index, key)) = renamed {
            rename(db, &home, &mut secret, new_index)?;
            secret.content.key = key;
        }
        secret.content.value = cipher.seal(&value)?;
        if let Some(comment) = &comment {
            secret.content.comment = sealed_comment(&cipher, comment)?;
        }
        if let Some(ids) = &tag_ids {
            tag(db, &secret, ids)?;
        }
        let secret = secrets::update(db, call.era(), &secret)?;
        history::snapshot(call, db, &home)?;
        Ok(Reply::json(json!({ "secret": shown(call, &cipher, &secret, RawView::Written, true)? })))
    })
}

pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::in_project(call.project_field(), &body);
    let kind = kind(call.era(), &body);
    body.finish()?;
    let name = call.secret_name();
    let (project, cipher) = opened(call, &target, Action::Delete)?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Delete secret")?;
        let secret = existing(call, db, &home, kind, name, &index)?;
        if let Some(reply) = modern::held_back(call, &target, &home, kind) {
            return Ok(reply);
        }
        remove(db, &home, &secret, &index)?;
        history::snapshot(call, db, &home)?;
        Ok(Reply::json(json!({ "secret": shown(call, &cipher, &secret, RawView::Written, true)? })))
    })
}

/// The project, if the caller may do `action` there, and what reads its secrets.
pub(super) fn opened(
    call: &Call,
    target: &Target,
    action: Action,
) -> Result<(Project, FieldCipher), ApiError> {
    call.app.store.read(|db| {
        // Releases of 2024 look up the key before they check permissions.
        if let Some(project) = projects::by_id(db, &target.project_id)?
            && !call.era().is_modern()
        {
            bots::project_key(call, db, &project)?;
        }
        let project = target.authorize(call, db, action)?;
        let key = bots::project_key(call, db, &project)?;
        let cipher = FieldCipher::new(&key).ok_or(ApiError::Internal)?;
        Ok((project, cipher))
    })
}

/// The value as those servers store it: without white space around it but one final newline.
pub(super) fn value(body: &Form<'_>) -> String {
    let sent = body.text("secretValue");
    let newline = if sent.ends_with('\n') { "\n" } else { "" };
    format!("{}{newline}", sent.trim())
}

/// The fields of a new secret.
pub(super) fn content(
    cipher: &FieldCipher,
    name: &str,
    value: &str,
    comment: &str,
) -> Result<Content, ApiError> {
    Ok(Content {
        key: cipher.seal(name)?,
        value: cipher.seal(value)?,
        comment: sealed_comment(cipher, comment)?,
        ..Content::default()
    })
}

fn sealed_comment(cipher: &FieldCipher, comment: &str) -> Result<SealedOpt, ApiError> {
    let sealed = cipher.seal(comment)?;
    Ok(SealedOpt {
        ciphertext: Some(sealed.ciphertext),
        iv: Some(sealed.iv),
        tag: Some(sealed.tag),
    })
}

pub(super) fn shown(
    call: &Call,
    cipher: &FieldCipher,
    secret: &Secret,
    view: RawView,
    with_value: bool,
) -> Result<Value, ApiError> {
    let (name, value) = (cipher.open(&secret.content.key)?, cipher.open(&secret.content.value)?);
    let comment = cipher.open_opt(&secret.content.comment)?;
    let texts: [&str; 3] = [&name, &value, &comment];
    if call.era().is_modern() {
        return Ok(wire::modern::raw(secret, texts, with_value));
    }
    Ok(wire::secrets::raw(call.era(), secret, texts, view))
}
