//! Encrypting secrets under the new key of their project.

use super::bulk_plan::{Limits, bytes};
use crate::api::secret_batch::{self as batch, Entry, OneWritten, WrittenSecret, WrittenSecrets};
use crate::api::secret_versions::{self, VersionContent, Versions};
use crate::api::secrets::{self as api, Fields, Place, subject};
use crate::client::call::Call;
use crate::client::keys::Succession;
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor;
use crate::client::secrets::outdated::Outdated;
use crate::client::secrets::secret::SecretType;
use crate::{Error, ErrorKind, Result, SecretString};

/// The most concurrent changes of one secret that are kept.
const MOST_CHANGES: usize = 3;

/// The number of versions that are read to find such a change, which is one of the newest.
const VERSIONS_READ: u64 = 20;

impl Outdated {
    /// Its approximate length in a request, in bytes.
    fn bytes(&self) -> usize {
        bytes(self.name.len(), self.value.len(), self.comment.as_ref().map_or(0, SecretString::len))
    }

    fn fields(&self, keys: &Succession) -> Result<Fields> {
        cryptor::seal(&keys.new, Some(self.name.expose()), Some(&self.value), self.comment.as_ref())
    }
}

impl Call {
    /// Encrypts the secrets of a place under the new key. Tags, reminders and metadata stay.
    pub(crate) async fn re_encrypt(
        &self,
        outdated: &[Outdated],
        place: &Place,
        keys: &Succession,
        report: &mut (impl FnMut(usize) + Send),
    ) -> Result<()> {
        let is_shared = |secret: &&Outdated| secret.kind == SecretType::Shared;
        let (shared, personal): (Vec<_>, Vec<_>) = outdated.iter().partition(is_shared);
        let limits = Limits::of(self.era().await?);
        let mut rest = shared.as_slice();
        while !rest.is_empty() {
            let fitting = limits.fitting_lengths(rest.iter().map(|secret| secret.bytes()));
            let (chunk, others) = rest.split_at(fitting);
            self.re_encrypt_shared(chunk, place, keys).await?;
            report(chunk.len());
            rest = others;
        }
        // The batch route would write an override to the shared secret.
        for secret in personal {
            self.re_encrypt_personal(secret, place, keys).await?;
            report(1);
        }
        Ok(())
    }

    async fn re_encrypt_shared(
        &self,
        chunk: &[&Outdated],
        place: &Place,
        keys: &Succession,
    ) -> Result<()> {
        for written in self.write_shared(chunk, place, keys).await? {
            let id = written.id();
            if let Some(secret) = chunk.iter().find(|secret| secret.id == id) {
                self.keep_change(secret, &written, place, keys).await?;
            }
        }
        Ok(())
    }

    async fn re_encrypt_personal(
        &self,
        secret: &Outdated,
        place: &Place,
        keys: &Succession,
    ) -> Result<()> {
        let written = self.write_personal(secret, place, keys).await?;
        self.keep_change(secret, &written, place, keys).await
    }

    /// If somebody changed the secret after it was read, writes that change again: it was overwritten
    /// with what was read.
    async fn keep_change(
        &self,
        read: &Outdated,
        written: &WrittenSecret,
        place: &Place,
        keys: &Succession,
    ) -> Result<()> {
        let (mut before, mut after) = (read.version, written.version);
        for _ in 0..MOST_CHANGES {
            let Some(version) = after.filter(|after| *after > before.saturating_add(1)) else {
                return Ok(());
            };
            let change = self.change_of(read, version - 1, place, keys).await?;
            let written = match change.kind {
                SecretType::Shared => self.write_shared(&[&change], place, keys).await?,
                SecretType::Personal => vec![self.write_personal(&change, place, keys).await?],
            };
            (before, after) = (version, written.first().and_then(|written| written.version));
        }
        Err(overwritten(read, before, place))
    }

    /// A version of a secret that somebody wrote with either key.
    async fn change_of(
        &self,
        secret: &Outdated,
        version: i64,
        place: &Place,
        keys: &Succession,
    ) -> Result<Outdated> {
        let what = subject(secret.name.expose(), place);
        let request = secret_versions::list(&secret.id, &what, 0, VERSIONS_READ);
        // Some servers show no versions.
        let Ok(answer) = self.send_authorized(request).await else {
            return Err(overwritten(secret, version, place));
        };
        let found =
            answer.json::<Versions>().await?.secret_versions.into_iter().find_map(|record| {
                let is_wanted =
                    record.secret.as_ref() == Some(&secret.id) && record.version() == version;
                match record.content {
                    VersionContent::Encrypted(content) if is_wanted => Some(content),
                    _ => None,
                }
            });
        let Some(record) = found else { return Err(overwritten(secret, version, place)) };
        let change = Outdated::of_version(&record, secret, place, keys);
        change.map_err(|failure| failure.error)
    }

    async fn write_shared(
        &self,
        secrets: &[&Outdated],
        place: &Place,
        keys: &Succession,
    ) -> Result<Vec<WrittenSecret>> {
        let fields: Vec<Fields> =
            secrets.iter().map(|secret| secret.fields(keys)).collect::<Result<_>>()?;
        let entries: Vec<_> = secrets
            .iter()
            .zip(&fields)
            .map(|(secret, fields)| Entry { name: secret.name.expose(), id: &secret.id, fields })
            .collect();
        let request = batch::update(self.era().await?, &entries, place)?;
        let answer = applied(self.send_authorized(request).await?).await?;
        Ok(answer.json::<WrittenSecrets>().await?.secrets)
    }

    async fn write_personal(
        &self,
        secret: &Outdated,
        place: &Place,
        keys: &Succession,
    ) -> Result<WrittenSecret> {
        let (name, kind) = (secret.name.expose(), secret.kind.as_str());
        let request = api::update(name, None, kind, place, &secret.fields(keys)?)?;
        let answer = applied(self.send_authorized(request).await?).await?;
        Ok(answer.json::<OneWritten>().await?.secret)
    }
}

fn overwritten(secret: &Outdated, version: i64, place: &Place) -> Error {
    Error::new(
        ErrorKind::Conflict,
        format!(
            "{}: somebody changed it while the key was rotated. The change, version {version}, was \
             overwritten with the value from before: ask them to write it again, and stop programs \
             that write to the project",
            subject(secret.name.expose(), place)
        ),
    )
}
