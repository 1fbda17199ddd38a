//! The content of a secret in a request.

use rusqlite::Connection;

use crate::era::Era;
use crate::error::ApiError;
use crate::input::Form;
use crate::store::secrets::{Content, Kind, Sealed, SealedOpt, Secret};
use crate::store::tags;

/// New values for a secret; what is absent stays.
pub(crate) struct Change {
    pub(crate) new_name: Option<String>,
    key: Option<Sealed>,
    value: Sealed,
    comment: SealedOpt,
    skip_multiline_encoding: Option<bool>,
    metadata: Option<String>,
    tag_ids: Option<Vec<String>>,
}

impl Change {
    /// May 2023 changes the value alone; later eras can rename and change the rest.
    pub(crate) fn read(era: Era, body: &Form<'_>) -> Self {
        let value = sealed(body, "secretValue");
        if era == Era::May23 {
            return Change {
                new_name: None,
                key: None,
                value,
                comment: SealedOpt::default(),
                skip_multiline_encoding: None,
                metadata: None,
                tag_ids: None,
            };
        }
        let new_name = body.text_opt("secretName").map(|name| name.trim().to_owned());
        let new_name = new_name.filter(|name| !name.is_empty());
        // The encrypted name is written whenever it is given, also where the name itself stays.
        let has_key = new_name.is_some() || body.text_opt("secretKeyCiphertext").is_some();
        Change {
            key: has_key.then(|| sealed(body, "secretKey")),
            new_name,
            value,
            ..Change::details(body)
        }
    }

    /// A batch entry: the name only says which secret; its encrypted form is written again.
    pub(crate) fn read_entry(entry: &Form<'_>) -> Self {
        Change {
            key: Some(sealed(entry, "secretKey")),
            value: sealed(entry, "secretValue"),
            ..Change::details(entry)
        }
    }

    fn details(form: &Form<'_>) -> Self {
        Change {
            new_name: None,
            key: None,
            value: Sealed::default(),
            comment: comment(form),
            skip_multiline_encoding: form.flag_opt("skipMultilineEncoding"),
            metadata: metadata(form),
            tag_ids: form.texts_opt("tags"),
        }
    }

    /// Puts the tags on the secret, if there are to be others.
    pub(crate) fn tag(&self, db: &Connection, secret: &Secret) -> Result<(), ApiError> {
        self.tag_ids.as_deref().map_or(Ok(()), |ids| tag(db, secret, ids))
    }

    pub(crate) fn apply(&self, content: &mut Content) {
        content.value = self.value.clone();
        if let Some(key) = &self.key {
            content.key = key.clone();
        }
        let SealedOpt { ciphertext, iv, tag } = self.comment.clone();
        content.comment.ciphertext = ciphertext.or(content.comment.ciphertext.take());
        content.comment.iv = iv.or(content.comment.iv.take());
        content.comment.tag = tag.or(content.comment.tag.take());
        if let Some(skip) = self.skip_multiline_encoding {
            content.skip_multiline_encoding = skip;
        }
        if let Some(metadata) = &self.metadata {
            content.metadata = Some(metadata.clone());
        }
    }
}

/// The fields of a new secret. May 2023 keeps a comment only if all its parts are non-empty.
pub(crate) fn new_content(era: Era, form: &Form<'_>) -> Content {
    let mut content = Content {
        key: sealed(form, "secretKey"),
        value: sealed(form, "secretValue"),
        comment: comment(form),
        ..Content::default()
    };
    match era {
        Era::May23 => {
            let SealedOpt { ciphertext, iv, tag } = &content.comment;
            if [ciphertext, iv, tag].iter().any(|part| part.as_deref().is_none_or(str::is_empty)) {
                content.comment = SealedOpt::default();
            }
        }
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            content.skip_multiline_encoding =
                form.flag_opt("skipMultilineEncoding").unwrap_or_default();
            content.metadata = metadata(form);
        }
    }
    content
}

/// The kind in a body; later eras default to shared.
pub(crate) fn kind(era: Era, form: &Form<'_>) -> Kind {
    let default = (era != Era::May23).then_some("shared");
    Kind::from_name(&form.choice("type", &Kind::NAMES, default))
}

/// A required encrypted field: `field` with the suffixes of its three parts.
pub(crate) fn sealed(form: &Form<'_>, field: &str) -> Sealed {
    Sealed {
        ciphertext: form.text(&format!("{field}Ciphertext")),
        iv: form.text(&format!("{field}IV")),
        tag: form.text(&format!("{field}Tag")),
    }
}

/// The encrypted comment, as far as it is there.
pub(crate) fn comment(form: &Form<'_>) -> SealedOpt {
    SealedOpt {
        ciphertext: form.text_opt("secretCommentCiphertext"),
        iv: form.text_opt("secretCommentIV"),
        tag: form.text_opt("secretCommentTag"),
    }
}

/// Replaces a secret's tags by those of its project with these ids.
pub(crate) fn tag(db: &Connection, secret: &Secret, ids: &[String]) -> Result<(), ApiError> {
    let known = tags::of_project(db, &secret.project_id)?;
    if !ids.iter().all(|id| known.iter().any(|tag| tag.id == *id)) {
        return Err(ApiError::bad_request("Tag not found"));
    }
    Ok(tags::put_on(db, &secret.id, ids)?)
}

fn metadata(form: &Form<'_>) -> Option<String> {
    form.value("metadata").filter(|value| value.is_object()).map(ToString::to_string)
}
