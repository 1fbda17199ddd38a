//! Secrets that are still under the old key of their project while it is rotated.

use std::collections::HashSet;
use std::sync::Arc;

use super::list::SecretFailure;
use super::names::trimmed;
use super::secret::SecretType;
use super::watched::listing;
use crate::api::secrets::{self as api, Place, SecretRecord, SecretRecords};
use crate::client::call::{Call, blocking};
use crate::client::keys::Succession;
use crate::crypto::{CryptoError, ProjectKey};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The most secrets of one place that are reported as preventing the rotation: each takes memory.
const MOST_FAILURES: usize = 1_000;

/// What a rotation finds in one place.
#[derive(Default)]
pub(crate) struct Inspected {
    /// The number of secrets there.
    pub(crate) secrets: usize,
    /// Those that are under the old key, at least in part.
    pub(crate) outdated: Vec<Outdated>,
    /// Those that prevent the rotation.
    pub(crate) failures: Vec<SecretFailure>,
}

/// A decrypted secret that is to be encrypted under the new key.
pub(crate) struct Outdated {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) kind: SecretType,
    pub(super) name: SecretString,
    pub(super) value: SecretString,
    /// `None` if the server stores no comment.
    pub(super) comment: Option<SecretString>,
}

impl Outdated {
    /// A version of a secret, decrypted with either key.
    pub(super) fn of_version(
        record: &SecretRecord,
        secret: &Self,
        place: &Place,
        keys: &Succession,
    ) -> Result<Self, SecretFailure> {
        let (mut change, _) = open(record, place, &Either { old: &keys.old, new: &keys.new })?;
        // The record has the id of the version.
        change.id.clone_from(&secret.id);
        change.kind = secret.kind;
        Ok(change)
    }
}

impl Call {
    /// Decrypts the user's secrets of a place with either key.
    pub(crate) async fn inspect(&self, place: &Place, keys: &Succession) -> Result<Inspected> {
        let watch = self.watch().await?;
        let records: SecretRecords = match self.send_authorized(api::list(place)).await {
            // The folder or environment was deleted meanwhile.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Inspected::default()),
            result => result?.json().await?,
        };
        let (old, new) = (Arc::clone(&keys.old), Arc::clone(&keys.new));
        let listings = vec![listing(&records.secrets, place)];
        let (project, watching) = (place.workspace_id.clone(), watch.clone());
        let place = place.clone();
        let inspected = blocking(move || {
            let keys = Either { old: &old, new: &new };
            let mut seen = Vec::new();
            let inspected = inspected(&records.secrets, &place, &keys, |record, secret| {
                let (name, value) = (secret.name.expose(), &secret.value);
                seen.extend(watching.as_ref().map(|it| it.sighting(record, name, value, &place)));
            });
            (inspected, seen)
        });
        let (inspected, seen) = inspected.await?;
        self.saw_list(watch, &project, seen, listings).await?;
        Ok(inspected)
    }
}

/// The two keys of a project that is being rotated.
struct Either<'a> {
    old: &'a ProjectKey,
    new: &'a ProjectKey,
}

impl Either<'_> {
    /// Decrypts a string, and tells whether it is under the old key.
    fn open(&self, parts: [&str; 3]) -> Result<(SecretString, bool), CryptoError> {
        let [ciphertext, iv, tag] = parts;
        if let Ok(text) = self.new.symmetric_key().decrypt_text(ciphertext, iv, tag) {
            return Ok((text, false));
        }
        self.old.symmetric_key().decrypt_text(ciphertext, iv, tag).map(|text| (text, true))
    }
}

/// Decrypts the secrets of a place, and tells `saw` of each.
fn inspected(
    records: &[SecretRecord],
    place: &Place,
    keys: &Either<'_>,
    mut saw: impl FnMut(&SecretRecord, &Outdated),
) -> Inspected {
    let mut inspected = Inspected { secrets: records.len(), ..Inspected::default() };
    let mut names = HashSet::new();
    for record in records {
        if inspected.failures.len() == MOST_FAILURES {
            break;
        }
        match open(record, place, keys) {
            Ok((secret, is_outdated)) => {
                saw(record, &secret);
                let name = trimmed(secret.name.expose()).to_owned();
                if !names.insert((secret.kind, name)) {
                    inspected.failures.push(not_unique(&secret, place));
                } else if is_outdated {
                    inspected.outdated.push(secret);
                }
            }
            Err(failure) => inspected.failures.push(failure),
        }
    }
    inspected
}

/// Decrypts a record, and tells whether any part of it is under the old key.
fn open(
    record: &SecretRecord,
    place: &Place,
    keys: &Either<'_>,
) -> Result<(Outdated, bool), SecretFailure> {
    let kind = SecretType::of_record(&record.kind);
    let failed = |name: Option<&SecretString>, field, error| {
        let message = format!(
            "secret with id {} in {}: neither the key of the project nor its new key decrypts \
             field {field}: {error}. Restore it from an earlier version, or delete it. If another \
             administrator is rotating the key too, let only one of them finish",
            Shown(&record.id()),
            place.describe()
        );
        let name = name.map(|name| name.expose().to_owned());
        let error = Error::new(ErrorKind::DecryptionFailed, message);
        SecretFailure { id: record.id(), name, kind, field, error }
    };
    let parts = [&record.secret_key_ciphertext, &record.secret_key_iv, &record.secret_key_tag];
    let (name, is_old_name) =
        keys.open(parts.map(String::as_str)).map_err(|error| failed(None, "secretKey", error))?;
    let parts =
        [&record.secret_value_ciphertext, &record.secret_value_iv, &record.secret_value_tag];
    let (value, is_old_value) = keys
        .open(parts.map(String::as_str))
        .map_err(|error| failed(Some(&name), "secretValue", error))?;
    let parts =
        [&record.secret_comment_ciphertext, &record.secret_comment_iv, &record.secret_comment_tag];
    let parts = parts.map(|part| part.as_deref().unwrap_or_default());
    // Some writers store no comment.
    let (comment, is_old_comment) = match parts.iter().all(|part| part.is_empty()) {
        true => (None, false),
        false => keys
            .open(parts)
            .map(|(comment, is_old)| (Some(comment), is_old))
            .map_err(|error| failed(Some(&name), "secretComment", error))?,
    };
    let (id, version) = (record.id(), record.version);
    let secret = Outdated { id, version, kind, name, value, comment };
    Ok((secret, is_old_name || is_old_value || is_old_comment))
}

/// Servers find secrets by name: with two of one name they would write the same value to both.
fn not_unique(secret: &Outdated, place: &Place) -> SecretFailure {
    let name = secret.name.expose();
    let message = format!(
        "secret with id {} in {}: another secret there has the name {:?} too, and the server would \
         write the same value to both. Rename or delete one of them",
        Shown(&secret.id),
        place.describe(),
        Shown(name)
    );
    SecretFailure {
        id: secret.id.clone(),
        name: Some(name.to_owned()),
        kind: secret.kind,
        field: "secretKey",
        error: Error::new(ErrorKind::Conflict, message),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::crypto::SystemEntropy;

    fn record(id: &str, keys: [&ProjectKey; 3], texts: [&str; 3]) -> SecretRecord {
        let sealed: Vec<_> = keys
            .iter()
            .zip(texts)
            .map(|(key, text)| key.symmetric_key().encrypt(text.as_bytes(), &mut SystemEntropy))
            .map(Result::unwrap)
            .collect();
        serde_json::from_value(json!({
            "id": id, "version": 1, "type": "shared",
            "secretKeyCiphertext": sealed[0].ciphertext,
            "secretKeyIV": sealed[0].iv, "secretKeyTag": sealed[0].tag,
            "secretValueCiphertext": sealed[1].ciphertext,
            "secretValueIV": sealed[1].iv, "secretValueTag": sealed[1].tag,
            "secretCommentCiphertext": sealed[2].ciphertext,
            "secretCommentIV": sealed[2].iv, "secretCommentTag": sealed[2].tag,
        }))
        .unwrap()
    }

    fn place() -> Place {
        Place { workspace_id: "p".into(), environment: "dev".into(), path: Some("/".into()) }
    }

    #[test]
    fn inspected_secret_is_outdated_if_any_part_is_under_the_old_key() {
        let [old, new, other] = [(); 3].map(|()| ProjectKey::generate(&mut SystemEntropy).unwrap());
        let keys = Either { old: &old, new: &new };
        let records = [
            record("0", [&new, &new, &new], ["A", "1", ""]),
            record("1", [&old, &new, &new], ["B", "1", ""]),
            record("2", [&new, &old, &new], ["C", "", "c"]),
            // The tag of an empty comment depends on the key too.
            record("3", [&new, &new, &old], ["D", "1", ""]),
            record("4", [&new, &other, &new], ["E", "planted", ""]),
        ];
        let found = inspected(&records, &place(), &keys, |_, _| ());
        let outdated: Vec<_> = found.outdated.iter().map(|one| one.id.as_str()).collect();
        assert_eq!((found.secrets, outdated), (5, vec!["1", "2", "3"]));
        let [failure] = found.failures.as_slice() else { panic!("{:?}", found.failures) };
        assert_eq!((failure.id.as_str(), failure.field), ("4", "secretValue"));
        assert!(!failure.error.message().contains("planted"));
    }

    #[test]
    fn inspected_secrets_of_one_name_prevent_the_rotation() {
        let key = ProjectKey::generate(&mut SystemEntropy).unwrap();
        let new = ProjectKey::generate(&mut SystemEntropy).unwrap();
        let records = ["A", " A", "B"].map(|name| record(name, [&key; 3], [name, "1", ""]));
        let found = inspected(&records, &place(), &Either { old: &key, new: &new }, |_, _| ());
        let [failure] = found.failures.as_slice() else { panic!("{:?}", found.failures) };
        assert_eq!((failure.id.as_str(), failure.error.kind()), (" A", ErrorKind::Conflict));
    }
}
