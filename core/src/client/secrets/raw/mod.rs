//! Secrets that the server decrypts. They are marked as not end-to-end encrypted.

mod read;
mod write;

use std::sync::atomic::Ordering;

pub(super) use read::RawCopies;
pub(super) use write::{RawChange, check_echo, check_value};

use super::cryptor;
use super::list::SecretFailure;
use super::read_options::Opened;
use super::secret::{Secret, SecretMetadata, SecretType};
use super::tree::another_place;
use crate::api::raw_secrets::{RawMetadata, RawSecret, Version};
use crate::api::secrets::{Place, subject};
use crate::client::call::{Call, Kind};
use crate::http::{Request, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// What today's servers send in place of a value.
const PLACEHOLDER: &str = "<hidden-by-infisical>";

impl Call {
    /// Sends a request to the v4 routes, or to the v3 routes if the server lacks v4. An unknown
    /// route has no effect, so this is safe.
    pub(super) async fn send_raw(
        &self,
        place: &Place,
        request: impl Fn(Version) -> Result<Request>,
    ) -> Result<Response> {
        self.check_scope(place).await?;
        let version = self.raw_version().await?;
        match self.send_authorized(request(version)?).await {
            Err(error) if version == Version::V4 && error.is_unknown_route() => {
                self.shared.lacks_v4.store(true, Ordering::Relaxed);
                self.send_authorized(request(Version::V3)?).await
            }
            result => result,
        }
    }

    /// Fails for a place that a token with one scope does not have: today's servers answer from the
    /// scope instead.
    async fn check_scope(&self, place: &Place) -> Result<()> {
        let Kind::ServiceToken(_) = self.credential()? else { return Ok(()) };
        let token = self.opened_token().await?;
        match token.only_place() {
            Some(only)
                if (only.environment.as_str(), without_slash(&only.secret_path))
                    != place.names() =>
            {
                Err(Error::new(
                    ErrorKind::PermissionDenied,
                    format!(
                        "{}: the service token has access only to environment {:?} at path {:?}. \
                         Use that place, or another token",
                        place.describe(),
                        Shown(&only.environment),
                        Shown(&only.secret_path)
                    ),
                ))
            }
            _ => Ok(()),
        }
    }
}

/// The path of a scope as the client writes paths: some programs store a slash at its end.
fn without_slash(path: &str) -> &str {
    match path.strip_suffix('/') {
        None | Some("") => path,
        Some(path) => path,
    }
}

/// Fails if the server answered with a secret of another place.
pub(super) fn check_place(record: &RawSecret, place: &Place) -> Result<()> {
    let (environment, path) = place.names();
    let is_there = record.environment.as_deref().is_none_or(|told| told == environment)
        && record.secret_path.as_deref().is_none_or(|told| told == path);
    if is_there {
        return Ok(());
    }
    let environment = record.environment.as_deref().unwrap_or_default();
    Err(another_place(place, environment, record.secret_path.as_deref().unwrap_or("/")))
}

/// A secret of a list, or the failure for one with a hidden value.
pub(crate) fn listed(record: RawSecret, place: &Place) -> Opened {
    if !is_hidden(&record) {
        return Ok(shown(record, place));
    }
    let subject = subject(&record.secret_key, place);
    Err(SecretFailure {
        id: record.id(),
        kind: SecretType::of_record(&record.kind),
        name: Some(record.secret_key),
        field: "secretValue",
        error: hidden(&subject, "Use a credential that may read values"),
    })
}

/// Whether the record has a placeholder in place of the value. Today's servers send it to credentials
/// that may not read values.
fn is_hidden(record: &RawSecret) -> bool {
    record.secret_value_hidden == Some(true) || record.secret_value.expose() == PLACEHOLDER
}

fn hidden(subject: &str, advice: &str) -> Error {
    let message = format!("{subject}: the server hides its value from this credential. {advice}");
    Error::new(ErrorKind::PermissionDenied, message)
}

fn named(record: RawSecret, name: &str, kind: SecretType, place: &Place) -> Result<Secret> {
    check_place(&record, place)?;
    let record_kind = record.kind.clone();
    let secret = shown(record, place);
    cryptor::check_is(&secret, &record_kind, name, kind, place)?;
    Ok(secret)
}

fn shown(record: RawSecret, place: &Place) -> Secret {
    Secret {
        id: record.id(),
        name: record.secret_key,
        value: record.secret_value,
        value_read: true,
        comment: record.secret_comment.unwrap_or_default(),
        kind: SecretType::of_record(&record.kind),
        version: record.version,
        project_id: place.workspace_id.clone(),
        environment: place.environment.clone(),
        path: place.path.clone().unwrap_or_else(|| "/".to_owned()),
        tags: record.tags.map(|tags| tags.into_iter().map(|tag| tag.slug).collect()),
        metadata: record.secret_metadata.map(|entries| entries.into_iter().map(entry).collect()),
        reminder_days: record.secret_reminder_repeat_days,
        reminder_note: record.secret_reminder_note,
        skip_multiline_encoding: record.skip_multiline_encoding,
        created_at: record.created_at,
        updated_at: record.updated_at,
        end_to_end_encrypted: false,
    }
}

fn entry(entry: RawMetadata) -> SecretMetadata {
    let encrypted = entry.is_encrypted();
    SecretMetadata { key: entry.key, value: entry.value, encrypted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_of_a_scope_is_compared_without_its_last_slash() {
        for (stored, compared) in [("/", "/"), ("/a", "/a"), ("/a/b/", "/a/b")] {
            assert_eq!(without_slash(stored), compared);
        }
    }
}
