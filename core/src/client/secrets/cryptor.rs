//! Converts between a secret and the three encrypted strings that the server stores.

use super::list::SecretFailure;
use super::secret::{Secret, SecretType};
use crate::api::secrets::{Fields, Place, SecretRecord, subject};
use crate::client::call::crypto_failure;
use crate::crypto::{CryptoError, Encrypted, ProjectKey, SystemEntropy};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// A field that did not decrypt.
struct FieldFailure {
    /// The secret's name, if it decrypted.
    name: Option<String>,
    field: &'static str,
    error: CryptoError,
}

/// Decrypts one record, or says which field of which secret did not verify.
pub(crate) fn open(
    record: &SecretRecord,
    place: &Place,
    key: &ProjectKey,
) -> Result<Secret, SecretFailure> {
    let subject = || format!("secret with id {} in {}", Shown(&record.id()), place.describe());
    let advice = ". If the key of the project was rotated, create a new client, or a new service \
                  token. Otherwise restore the secret from an earlier version, or delete it";
    open_as(record, place, key, true, subject, advice)
}

/// Like [`open`], without decrypting the value.
pub(super) fn open_without_value(
    record: &SecretRecord,
    place: &Place,
    key: &ProjectKey,
) -> Result<Secret, SecretFailure> {
    let subject = || format!("secret with id {} in {}", Shown(&record.id()), place.describe());
    open_as(record, place, key, false, subject, ". Restore the secret, or delete it")
}

/// Like [`open`], for a version of the secret with an id.
pub(super) fn open_version(
    record: &SecretRecord,
    secret_id: &str,
    place: &Place,
    key: &ProjectKey,
) -> Result<Secret, SecretFailure> {
    let subject = || {
        format!(
            "version {} of the secret with id {} in {}",
            record.version,
            Shown(secret_id),
            place.describe()
        )
    };
    open_as(record, place, key, true, subject, "")
}

fn open_as(
    record: &SecretRecord,
    place: &Place,
    key: &ProjectKey,
    with_value: bool,
    subject: impl Fn() -> String,
    advice: &str,
) -> Result<Secret, SecretFailure> {
    let fields =
        open_fields(record, key, with_value).map_err(|FieldFailure { name, field, error }| {
            let message =
                format!("{}: field {field} cannot be decrypted: {error}{advice}", subject());
            let kind = SecretType::of_record(&record.kind);
            let error = Error::new(ErrorKind::DecryptionFailed, message);
            SecretFailure { id: record.id(), name, kind, field, error }
        })?;
    let (name, value, comment) = fields;
    Ok(Secret {
        id: record.id(),
        name: name.expose().to_owned(),
        value,
        value_read: with_value,
        comment,
        kind: SecretType::of_record(&record.kind),
        version: record.version,
        tags: record.tag_slugs(),
        project_id: place.workspace_id.clone(),
        environment: place.environment.clone(),
        path: place.path.clone().unwrap_or_else(|| "/".to_owned()),
        metadata: None,
        reminder_days: record.secret_reminder_repeat_days,
        reminder_note: record.secret_reminder_note.clone(),
        skip_multiline_encoding: record.skip_multiline_encoding,
        created_at: record.created_at.clone(),
        updated_at: record.updated_at.clone(),
        end_to_end_encrypted: true,
    })
}

type Opened = (SecretString, SecretString, SecretString);

fn open_fields(
    record: &SecretRecord,
    key: &ProjectKey,
    with_value: bool,
) -> Result<Opened, FieldFailure> {
    let key = key.symmetric_key();
    let name = key
        .decrypt_text(&record.secret_key_ciphertext, &record.secret_key_iv, &record.secret_key_tag)
        .map_err(|error| FieldFailure { name: None, field: "secretKey", error })?;
    let failed = |field| {
        let name = Some(name.expose().to_owned());
        move |error| FieldFailure { name, field, error }
    };
    let (ciphertext, iv, tag) =
        (&record.secret_value_ciphertext, &record.secret_value_iv, &record.secret_value_tag);
    let value = match with_value {
        true => key.decrypt_text(ciphertext, iv, tag).map_err(failed("secretValue"))?,
        false => SecretString::default(),
    };
    // Only a comment may be absent: some writers store none.
    let comment = key
        .decrypt_optional_text(
            record.secret_comment_ciphertext.as_deref().unwrap_or_default(),
            record.secret_comment_iv.as_deref().unwrap_or_default(),
            record.secret_comment_tag.as_deref().unwrap_or_default(),
        )
        .map_err(failed("secretComment"))?;
    Ok((name, value, comment))
}

/// Decrypts the record of a secret that was requested by name. The server finds it by a blind index
/// and cannot check the encrypted name, so the client compares it with the requested one.
pub(super) fn open_named(
    record: &SecretRecord,
    name: &str,
    kind: SecretType,
    place: &Place,
    key: &ProjectKey,
    with_value: bool,
) -> Result<Secret> {
    let opened = if with_value { open } else { open_without_value };
    let secret = opened(record, place, key).map_err(|failure| failure.error)?;
    check_is(&secret, &record.kind, name, kind, place)?;
    Ok(secret)
}

/// Fails unless a secret, whose record has the type `record_kind`, is the requested one.
pub(super) fn check_is(
    secret: &Secret,
    record_kind: &str,
    name: &str,
    kind: SecretType,
    place: &Place,
) -> Result<()> {
    if secret.name == name && record_kind == kind.as_str() {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::IntegrityViolation,
        format!(
            "{}: the server answered with another secret. Do not use it; tell the server's operator",
            subject(name, place)
        ),
    ))
}

/// Fails unless the secret in the answer to a change has what was sent.
pub(super) fn check_echo(
    secret: &Secret,
    value: Option<&SecretString>,
    comment: Option<&SecretString>,
    place: &Place,
) -> Result<()> {
    let differs = |sent: Option<&SecretString>, answered: &SecretString| {
        sent.is_some_and(|sent| sent.expose() != answered.expose())
    };
    let other = if differs(value, &secret.value) {
        "value"
    } else if differs(comment, &secret.comment) {
        "comment"
    } else {
        return Ok(());
    };
    Err(another_answer(&subject(&secret.name, place), other))
}

/// The error for an answer to a write that has another value or comment than was sent.
pub(super) fn another_answer(subject: &str, other: &str) -> Error {
    Error::new(
        ErrorKind::IntegrityViolation,
        format!(
            "{subject}: the server accepted the change, but returned a different {other} than was \
             sent. Read the secret before you write again"
        ),
    )
}

/// The error for a missing override. Some servers return the shared secret instead.
pub(super) fn no_override(name: &str, place: &Place) -> Error {
    Error::new(
        ErrorKind::NotFound,
        format!("{}: there is no personal override", subject(name, place)),
    )
}

/// Encrypts the given strings, each with its own IV.
pub(super) fn seal(
    key: &ProjectKey,
    name: Option<&str>,
    value: Option<&SecretString>,
    comment: Option<&SecretString>,
) -> Result<Fields> {
    let encrypt = |text: &str| -> Result<Encrypted> {
        key.symmetric_key().encrypt(text.as_bytes(), &mut SystemEntropy).map_err(crypto_failure)
    };
    Ok(Fields {
        key: name.map(encrypt).transpose()?,
        value: value.map(|value| encrypt(value.expose())).transpose()?,
        comment: comment.map(|comment| encrypt(comment.expose())).transpose()?,
    })
}
