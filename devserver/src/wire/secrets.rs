//! Secrets.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::secrets::{SealedOpt, Secret};
use crate::wire::{merged, present, tags};

/// Which fields surround the encrypted ones; answers differ by route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Created, updated or deleted alone.
    Single,
    /// Fetched alone: later eras leave the `_id` copy out.
    Fetched,
    /// The answer after a change of tags: later eras omit project and environment, and include the tags.
    Labelled,
    /// In a batch answer: later eras leave project and environment out too.
    Batch,
    /// In a list, with tags; June 2024 tells the folder's path.
    Listed,
    /// In a folder that imports it: without the project.
    Imported,
    /// May 2023: in a list with whole tags.
    Tagged,
    /// May 2023: with the blind index, as a few routes show it.
    Indexed,
}

pub(crate) fn secret(era: Era, secret: &Secret, view: View) -> Value {
    if era == Era::May23 {
        return may23(secret, view);
    }
    let place = json!({ "workspace": secret.project_id, "environment": secret.environment });
    let copy = json!({ "_id": secret.id });
    match view {
        View::Single | View::Indexed | View::Tagged => merged(merged(later(secret), place), copy),
        View::Fetched => merged(later(secret), place),
        View::Batch => later(secret),
        View::Labelled => merged(later(secret), json!({ "tags": labels(secret) })),
        View::Imported => {
            let place = json!({ "workspace": "", "environment": secret.environment });
            merged(merged(later(secret), place), copy)
        }
        View::Listed => {
            let listed = merged(merged(later(secret), place), copy);
            let listed = merged(listed, json!({ "tags": labels(secret) }));
            if era >= Era::Jun24 {
                merged(listed, json!({ "secretPath": secret.path }))
            } else {
                listed
            }
        }
    }
}

/// Which fields a plaintext secret has in addition to the common ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RawView {
    /// Created, updated or deleted.
    Written,
    /// Fetched alone: June 2024 adds tags.
    Fetched,
    /// In a list: June 2024 tells the folder's path.
    Listed,
    /// In a folder that imports it.
    Imported,
}

/// A secret in plaintext: name, value, comment.
pub(crate) fn raw(era: Era, secret: &Secret, texts: [&str; 3], view: RawView) -> Value {
    let [name, value, comment] = texts;
    let plain = json!({
        "id": secret.id,
        "_id": secret.id,
        "workspace": secret.project_id,
        "environment": secret.environment,
        "version": secret.version,
        "type": secret.kind.name(),
        "secretKey": name,
        "secretValue": value,
        "secretComment": comment,
    });
    match view {
        RawView::Listed if era >= Era::Jun24 => merged(plain, json!({ "secretPath": secret.path })),
        RawView::Fetched if era >= Era::Jun24 => merged(plain, json!({ "tags": labels(secret) })),
        _ => plain,
    }
}

fn labels(secret: &Secret) -> Value {
    secret.tags.iter().map(tags::on_secret).collect()
}

/// Several secrets in one view.
pub(crate) fn secrets<'a>(
    era: Era,
    secrets: impl IntoIterator<Item = &'a Secret>,
    view: View,
) -> Value {
    secrets.into_iter().map(|one| secret(era, one, view)).collect()
}

fn may23(secret: &Secret, view: View) -> Value {
    let SealedOpt { ciphertext, iv, tag } = &secret.content.comment;
    let in_folder = secret.path != "/";
    let optional = present([
        ("folder", in_folder.then_some(secret.folder_id.as_str())),
        ("user", secret.user_id.as_deref()),
        ("secretCommentCiphertext", ciphertext.as_deref()),
        ("secretCommentIV", iv.as_deref()),
        ("secretCommentTag", tag.as_deref()),
        ("secretBlindIndex", secret.blind_index.as_deref().filter(|_| view == View::Indexed)),
    ]);
    let tags = secret.tags.iter().map(|tag| match view {
        View::Tagged => tags::tag(Era::May23, tag),
        _ => tag.id.clone().into(),
    });
    let tags = tags.collect::<Value>();
    let plain = json!({
        "_id": secret.id,
        "version": secret.version,
        "workspace": secret.project_id,
        "type": secret.kind.name(),
        "tags": tags,
        "environment": secret.environment,
        "path": secret.path,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
        "__v": 0,
    });
    merged(merged(plain, sealed(secret)), optional)
}

pub(super) fn later(secret: &Secret) -> Value {
    let content = &secret.content;
    let metadata: Option<Value> =
        content.metadata.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let plain = json!({
        "id": secret.id,
        "version": secret.version,
        "type": secret.kind.name(),
        "secretCommentCiphertext": content.comment.ciphertext,
        "secretCommentIV": content.comment.iv,
        "secretCommentTag": content.comment.tag,
        "secretReminderNote": content.reminder_note,
        "secretReminderRepeatDays": content.reminder_repeat_days,
        "skipMultilineEncoding": content.skip_multiline_encoding,
        "algorithm": "aes-256-gcm",
        "keyEncoding": "utf8",
        "metadata": metadata,
        "userId": secret.user_id,
        "folderId": secret.folder_id,
        "createdAt": clock::iso(secret.created_at),
        "updatedAt": clock::iso(secret.updated_at),
    });
    merged(plain, sealed(secret))
}

pub(super) fn sealed(secret: &Secret) -> Value {
    let (key, value) = (&secret.content.key, &secret.content.value);
    json!({
        "secretKeyCiphertext": key.ciphertext,
        "secretKeyIV": key.iv,
        "secretKeyTag": key.tag,
        "secretValueCiphertext": value.ciphertext,
        "secretValueIV": value.iv,
        "secretValueTag": value.tag,
    })
}
