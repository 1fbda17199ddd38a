//! The content of a secret in a request in plaintext, and secrets as answers show them.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::auth::Actor;
use crate::auth::cipher::FieldCipher;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::content::tag;
use crate::routes::secrets::history;
use crate::routes::secrets::place::index;
use crate::routes::secrets::today::place::Opened;
use crate::store::folders::Folder;
use crate::store::secret_versions::{self, Author};
use crate::store::secrets::{self, Content, Kind, NewSecret, Sealed, SealedOpt, Secret};
use crate::store::{folders, memberships, tags};
use crate::wire::plain::{self, Shape, Texts};

const LONGEST_NOTE: usize = 1024;
const BAD_NAME: &str = "Secret name cannot contain colon or forward slash.";

/// What a request says about one secret; what is absent stays as it is.
pub(super) struct Entry {
    pub(super) new_name: Option<String>,
    pub(super) value: Option<String>,
    pub(super) comment: Option<String>,
    tag_ids: Option<Vec<String>>,
    skip_multiline_encoding: Option<bool>,
    metadata: Option<String>,
    /// Note and days of a reminder.
    reminder: Option<(Option<String>, i64)>,
}

impl Entry {
    /// A new secret, whose value is required.
    pub(super) fn of_new(form: &Form<'_>) -> Self {
        Entry { value: Some(stored_value(&form.text("secretValue"))), ..Entry::details(form) }
    }

    pub(super) fn of_change(form: &Form<'_>) -> Self {
        let value = form.text_opt("secretValue").map(|value| stored_value(&value));
        let new_name = form.text_opt("newSecretName").map(|_| form.name("newSecretName"));
        if let Some(name) = &new_name {
            check_name(form, "newSecretName", name);
        }
        Entry { value, new_name, ..Entry::details(form) }
    }

    fn details(form: &Form<'_>) -> Self {
        let note = form.text_opt("secretReminderNote");
        if note.as_ref().is_some_and(|note| note.encode_utf16().count() > LONGEST_NOTE) {
            form.complain(json!({
                "code": "too_big",
                "maximum": LONGEST_NOTE,
                "type": "string",
                "inclusive": true,
                "exact": false,
                "message": "Secret reminder note cannot exceed 1024 characters",
                "path": form.path_to("secretReminderNote"),
            }));
        }
        let days = form.value("secretReminderRepeatDays").and_then(Value::as_i64);
        Entry {
            new_name: None,
            value: None,
            comment: form.text_opt("secretComment"),
            tag_ids: form.texts_opt("tagIds"),
            skip_multiline_encoding: form.flag_opt("skipMultilineEncoding"),
            metadata: metadata(form),
            reminder: days.map(|days| (note, days)),
        }
    }

    /// The encrypted fields of a new secret.
    pub(super) fn content(&self, cipher: &FieldCipher, name: &str) -> Result<Content, ApiError> {
        let mut content = Content {
            key: cipher.seal(name)?,
            comment: sealed_comment(cipher, self.comment.as_deref().unwrap_or_default())?,
            ..Content::default()
        };
        self.apply(cipher, &mut content)?;
        Ok(content)
    }

    /// Changes what the request has.
    pub(super) fn apply(
        &self,
        cipher: &FieldCipher,
        content: &mut Content,
    ) -> Result<(), ApiError> {
        if let Some(value) = &self.value {
            content.value = cipher.seal(value)?;
        }
        if let Some(comment) = &self.comment {
            content.comment = sealed_comment(cipher, comment)?;
        }
        if let Some(skip) = self.skip_multiline_encoding {
            content.skip_multiline_encoding = skip;
        }
        if let Some(metadata) = &self.metadata {
            content.metadata = Some(metadata.clone());
        }
        if let Some((note, days)) = &self.reminder {
            content.reminder_note = note.clone().filter(|_| *days > 0);
            content.reminder_repeat_days = (*days > 0).then_some(*days);
        }
        Ok(())
    }

    /// Replaces the tags of the secret, if the request has tags.
    pub(super) fn tag(&self, db: &Connection, secret: &Secret) -> Result<(), ApiError> {
        let Some(ids) = &self.tag_ids else { return Ok(()) };
        let known = tags::of_project(db, &secret.project_id)?;
        let found: Vec<_> = known.iter().filter(|tag| ids.contains(&tag.id)).collect();
        if found.len() < ids.len() {
            let slugs: Vec<_> = found.iter().map(|tag| tag.slug.as_str()).collect();
            return Err(ApiError::absent(format!("Tag not found. Found {}", slugs.join(","))));
        }
        tag(db, secret, ids)
    }

    /// As [`tag`](Self::tag), for a secret whose first version exists already.
    pub(super) fn tag_new(&self, db: &Connection, secret: &Secret) -> Result<(), ApiError> {
        self.tag(db, secret)?;
        Ok(secret_versions::note_tags(db, &secret.id)?)
    }
}

/// The value as the server stores it: without white space around it, but for one final newline.
fn stored_value(sent: &str) -> String {
    // White space in JavaScript differs from that of Rust in two characters.
    let is_space = |c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}');
    let newline = if sent.ends_with('\n') { "\n" } else { "" };
    format!("{}{newline}", sent.trim_matches(is_space))
}

pub(super) fn check_name(form: &Form<'_>, field: &str, name: &str) {
    if name.contains([':', '/']) {
        form.refuse(field, BAD_NAME);
    }
}

fn metadata(form: &Form<'_>) -> Option<String> {
    let entries = form.value("secretMetadata")?.as_array()?.iter().map(|entry| {
        json!({
            "key": entry.get("key"),
            "value": entry.get("value"),
            "isEncrypted": entry.get("isEncrypted").and_then(Value::as_bool).unwrap_or_default(),
        })
    });
    Some(entries.collect::<Value>().to_string())
}

pub(super) fn sealed_comment(cipher: &FieldCipher, comment: &str) -> Result<SealedOpt, ApiError> {
    let Sealed { ciphertext, iv, tag } = cipher.seal(comment)?;
    Ok(SealedOpt { ciphertext: Some(ciphertext), iv: Some(iv), tag: Some(tag) })
}

/// The secrets of a folder with that name.
pub(super) fn named(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    folder: &Folder,
    name: &str,
) -> Result<Vec<Secret>, ApiError> {
    let index = index(call, &opened.project, name)?;
    Ok(secrets::by_index(db, secrets::Within::Folder(&folder.id), &index)?)
}

/// Stores a new secret. Batches in old projects start at version 0.
pub(super) fn store(
    call: &Call,
    db: &Connection,
    folder: &Folder,
    (kind, version): (Kind, i64),
    index: &str,
    content: &Content,
) -> Result<Secret, ApiError> {
    let user_id = match (kind, &call.actor) {
        (Kind::Personal, Actor::User(actor)) => Some(actor.user.id.as_str()),
        _ => None,
    };
    let new = NewSecret {
        folder_id: &folder.id,
        kind,
        user_id,
        blind_index: Some(index),
        version,
        content,
    };
    let secret = secrets::create(db, Era::Modern, &new)?;
    sign(call, db, &secret)?;
    Ok(secret)
}

/// Writes back a changed secret as its next version.
pub(super) fn rewrite(call: &Call, db: &Connection, secret: &Secret) -> Result<Secret, ApiError> {
    let secret = secrets::update(db, Era::Modern, secret)?;
    sign(call, db, &secret)?;
    Ok(secret)
}

/// As [`rewrite`], for what a request changes. The version has tags only if the request has them.
pub(super) fn rewrite_entry(
    call: &Call,
    db: &Connection,
    secret: &Secret,
    entry: &Entry,
) -> Result<Secret, ApiError> {
    entry.tag(db, secret)?;
    let secret = rewrite(call, db, secret)?;
    if entry.tag_ids.is_none() {
        secret_versions::forget_tags(db, &secret.id)?;
    }
    Ok(secret)
}

/// Notes who made the newest version of a secret.
fn sign(call: &Call, db: &Connection, secret: &Secret) -> Result<(), ApiError> {
    let author = |kind: &str, id: &str, name: &str| Author {
        kind: kind.to_owned(),
        id: id.to_owned(),
        name: name.to_owned(),
    };
    let author = match &call.actor {
        Actor::User(actor) => author("user", &actor.user.id, &actor.user.email),
        Actor::Identity(identity) => author("identity", &identity.id, &identity.name),
        Actor::Token(token) => author("service", &token.id, &token.name),
        Actor::ServiceAccount(_) | Actor::Anonymous => return Ok(()),
    };
    Ok(secret_versions::sign(db, &secret.id, &author)?)
}

/// Takes the snapshot that belongs to a change.
pub(super) fn snapshot(
    call: &Call,
    db: &Connection,
    folder: &Folder,
    project_id: &str,
) -> Result<(), ApiError> {
    folders::note_change(db, &folder.id)?;
    history::take(call, db, project_id, &folder.id)
}

/// The id of the membership of a user, for the author of a version.
pub(super) fn membership_id(
    db: &Connection,
    project_id: &str,
    author: &Author,
) -> Result<Option<String>, ApiError> {
    if author.kind != "user" {
        return Ok(None);
    }
    Ok(memberships::of_user(db, project_id, &author.id)?.map(|membership| membership.id))
}

/// A secret with its decrypted texts.
pub(super) struct Plain {
    pub(super) secret: Secret,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) comment: String,
}

impl Plain {
    pub(super) fn open(opened: &Opened, secret: Secret) -> Result<Self, ApiError> {
        let content = &secret.content;
        let name = opened.cipher.open(&content.key)?;
        let value = opened.cipher.open(&content.value)?;
        let comment = opened.cipher.open_opt(&content.comment)?;
        Ok(Plain { secret, name, value, comment })
    }

    pub(super) fn show(&self, opened: &Opened, shape: Shape, is_hidden: bool) -> Value {
        let texts = Texts { name: &self.name, value: &self.value, comment: &self.comment };
        plain::secret(&self.secret, &texts, (shape, is_hidden), opened.is_old())
    }
}
