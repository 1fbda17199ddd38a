//! Blind indices for old secrets, so that they can be found by name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::list::SecretFailure;
use super::names::trimmed;
use super::secret::SecretType;
use crate::api::blind_indices::{self as api, AllSecrets, NamedRecord, SecretName};
use crate::client::call::{Call, Client, awaitable, blocking};
use crate::client::projects::Projects;
use crate::client::session::Feature;
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result, SecretString};

/// The May 2023 server accepts 100 KiB; this leaves room for the rest of the request.
const BATCH_BYTES: usize = 90 << 10;
const BATCH_LENGTH: usize = 500;

impl Projects {
    /// Returns whether every secret of the project can be found by name. The result is `false` if
    /// some secrets were stored before spring 2023, or by a program that does not tell the server
    /// their names.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an administrator of the project, on May
    ///   2023 servers, or if the credential is not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which have no blind indices any
    ///   more.
    pub fn blind_index_status(&self, id: impl Into<String>) -> BlindIndexStatus {
        BlindIndexStatus { client: self.client.clone(), id: id.into() }
    }

    /// Enables finding every secret of an old project by name. The client decrypts the names and
    /// sends them to the server, which stores a keyed hash of each. The server sees the names
    /// meanwhile, as it does whenever a secret is read by name.
    ///
    /// After an interruption, call it again to finish. Secrets whose name does not decrypt or is
    /// empty get no index: [`BlindIndexReport::failures`].
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an administrator of the project, or if
    ///   the credential is not a user's.
    /// - [`ErrorKind::KeyUnavailable`] if the user has no key of the project, or if the credential
    ///   opens no private key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which have no blind indices any
    ///   more.
    pub fn enable_blind_indices(&self, id: impl Into<String>) -> EnableBlindIndices {
        EnableBlindIndices { client: self.client.clone(), id: id.into() }
    }
}

/// Asks the server when awaited. See [`Projects::blind_index_status`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct BlindIndexStatus {
    client: Client,
    id: String,
}

awaitable!(BlindIndexStatus => bool, |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    call.require(Feature::BlindIndices).await?;
    call.send_authorized(api::status(&id)).await?.json().await
});

/// Enables the indices when awaited. See [`Projects::enable_blind_indices`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct EnableBlindIndices {
    client: Client,
    id: String,
}

awaitable!(EnableBlindIndices => BlindIndexReport, |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    call.require(Feature::BlindIndices).await?;
    call.enable_blind_indices(&id).await
});

/// The result of enabling blind indices.
#[derive(Debug, Clone, Default)]
pub struct BlindIndexReport {
    /// The number of secrets that got an index; 0 if all had one before.
    pub named: i64,
    /// Names shared by several secrets of one folder. A look-up by name finds only one of them:
    /// rename or delete the others.
    pub duplicates: Vec<DuplicateName>,
    /// Secrets without an index, because their name does not decrypt or is empty.
    pub failures: Vec<SecretFailure>,
}

/// A name shared by several secrets of one environment and folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateName {
    /// The name.
    pub name: String,
    /// Slug of the environment.
    pub environment: String,
    /// The secrets' ids.
    pub ids: Vec<String>,
}

/// A secret with its decrypted name.
struct Named {
    record: NamedRecord,
    name: String,
}

impl Call {
    async fn enable_blind_indices(&self, project: &str) -> Result<BlindIndexReport> {
        let all_have_one: bool = self.send_authorized(api::status(project)).await?.json().await?;
        let key = self.project_key(project).await?;
        let all: AllSecrets = self.send_authorized(api::secrets(project)).await?.json().await?;
        let (named, failures) = blocking(move || open_names(all.secrets, &key)).await?;
        let mut report = BlindIndexReport { named: 0, duplicates: duplicates(&named), failures };
        if all_have_one {
            return Ok(report);
        }
        let era = self.era().await?;
        let names = named.into_iter().map(|one| SecretName::new(era, one.record.id(), one.name));
        for batch in batches(names) {
            let request = api::tell_names(project, &batch)?;
            self.send_authorized(request).await.map_err(|error| {
                let kind = error.kind();
                let message = format!(
                    "stopped after {} secrets of project {project}. Enable the indices again to \
                     continue. {}",
                    report.named,
                    error.message()
                );
                error.reclassified(kind, message)
            })?;
            self.deadline.renew();
            report.named += i64::try_from(batch.len()).unwrap_or(i64::MAX);
        }
        Ok(report)
    }
}

fn open_names(
    records: Vec<NamedRecord>,
    key: &Arc<ProjectKey>,
) -> (Vec<Named>, Vec<SecretFailure>) {
    let (mut named, mut failures) = (Vec::with_capacity(records.len()), Vec::new());
    for record in records {
        match open_name(&record, key) {
            // The server trims a name before it hashes it.
            Ok(name) => named.push(Named { name: trimmed(name.expose()).to_owned(), record }),
            Err(error) => failures.push(SecretFailure {
                id: record.id(),
                name: None,
                kind: SecretType::Shared,
                field: "secretKey",
                error: Error::new(
                    ErrorKind::DecryptionFailed,
                    format!("secret with id {}: field secretKey {error}", record.id()),
                ),
            }),
        }
    }
    (named, failures)
}

fn open_name(record: &NamedRecord, key: &ProjectKey) -> Result<SecretString, String> {
    let (ciphertext, iv, tag) =
        (&record.secret_key_ciphertext, &record.secret_key_iv, &record.secret_key_tag);
    let name = key
        .symmetric_key()
        .decrypt_text(ciphertext, iv, tag)
        .map_err(|error| format!("cannot be decrypted: {error}"))?;
    if trimmed(name.expose()).is_empty() {
        return Err("is an empty name, which cannot be looked up".to_owned());
    }
    Ok(name)
}

fn duplicates(named: &[Named]) -> Vec<DuplicateName> {
    let mut places: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for Named { record, name } in named {
        let whose = (record.folder(), &record.kind, record.owner());
        places.entry((&record.environment, name, whose)).or_default().push(record.id());
    }
    let several = places.into_iter().filter(|(_, ids)| ids.len() > 1);
    several
        .map(|((environment, name, _), ids)| DuplicateName {
            name: name.clone(),
            environment: environment.clone(),
            ids,
        })
        .collect()
}

/// The names in batches for requests, limited in number and length.
fn batches(names: impl Iterator<Item = SecretName>) -> Vec<Vec<SecretName>> {
    let (mut batches, mut batch, mut bytes) = (Vec::new(), Vec::new(), 0);
    for name in names {
        let size = name.size();
        if !batch.is_empty() && (batch.len() == BATCH_LENGTH || bytes + size > BATCH_BYTES) {
            batches.push(std::mem::take(&mut batch));
            bytes = 0;
        }
        bytes += size;
        batch.push(name);
    }
    if !batch.is_empty() {
        batches.push(batch);
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::server::Era;
    use crate::crypto::SystemEntropy;

    fn batch_lengths(count: usize, name: &str) -> Vec<usize> {
        let one = |index: usize| SecretName::new(Era::May2023, index.to_string(), name.to_owned());
        let batches = batches((0..count).map(one));
        for batch in &batches {
            let bytes: usize = batch.iter().map(SecretName::size).sum();
            assert!(batch.len() == 1 || bytes <= BATCH_BYTES, "{bytes}");
        }
        batches.iter().map(Vec::len).collect()
    }

    #[test]
    fn open_names_trims_like_servers_and_reports_empty_names() {
        let key = Arc::new(ProjectKey::generate(&mut SystemEntropy).unwrap());
        let records = ["\u{feff}A ", "\u{85}A", " \u{feff}"].map(|name| {
            let name = key.symmetric_key().encrypt(name.as_bytes(), &mut SystemEntropy).unwrap();
            let record = serde_json::json!({
                "id": "1",
                "type": "shared",
                "secretKeyCiphertext": name.ciphertext,
                "secretKeyIV": name.iv,
                "secretKeyTag": name.tag,
            });
            serde_json::from_value(record).unwrap()
        });
        let (named, failures) = open_names(records.into(), &key);
        let names: Vec<_> = named.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["A", "\u{85}A"]);
        assert!(failures[0].error.message().contains("empty name"), "{}", failures[0].error);
        assert_eq!(failures.len(), 1);
    }

    #[test]
    fn batches_are_limited_in_number_and_size() {
        assert_eq!(batch_lengths(0, "A"), [0; 0]);
        assert_eq!(batch_lengths(1001, "A"), [500, 500, 1]);
        assert_eq!(batch_lengths(3, &"x".repeat(40_000)), [2, 1]);
        assert_eq!(batch_lengths(2, &"\u{1}".repeat(40_000)), [1, 1]);
    }
}
