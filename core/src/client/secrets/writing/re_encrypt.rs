//! Encrypting secrets under the new key of their project.

use super::bulk_plan::{Limits, bytes};
use crate::api::secret_batch::{self as batch, Entry, OneWritten, WrittenSecret, WrittenSecrets};
use crate::api::secrets::{self as api, Fields, Place, subject};
use crate::client::call::Call;
use crate::client::keys::Succession;
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor;
use crate::client::secrets::outdated::Outdated;
use crate::client::secrets::secret::SecretType;
use crate::{Error, ErrorKind, Result, SecretString};

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
        let fields: Vec<Fields> =
            chunk.iter().map(|secret| secret.fields(keys)).collect::<Result<_>>()?;
        let entries: Vec<_> = chunk
            .iter()
            .zip(&fields)
            .map(|(secret, fields)| Entry { name: secret.name.expose(), id: &secret.id, fields })
            .collect();
        let request = batch::update(self.era().await?, &entries, place)?;
        let answer = applied(self.send_authorized(request).await?).await?;
        let written: WrittenSecrets = answer.json().await?;
        written.secrets.iter().try_for_each(|one| check_was_current(one, chunk, place))
    }

    async fn re_encrypt_personal(
        &self,
        secret: &Outdated,
        place: &Place,
        keys: &Succession,
    ) -> Result<()> {
        let (name, kind) = (secret.name.expose(), secret.kind.as_str());
        let request = api::update(name, None, kind, place, &secret.fields(keys)?)?;
        let answer = applied(self.send_authorized(request).await?).await?;
        let written: OneWritten = answer.json().await?;
        check_was_current(&written.secret, &[secret], place)
    }
}

/// Fails if somebody else changed the secret after it was read, because that change is overwritten.
fn check_was_current(written: &WrittenSecret, read: &[&Outdated], place: &Place) -> Result<()> {
    let id = written.id();
    let Some(secret) = read.iter().find(|secret| secret.id == id) else { return Ok(()) };
    match written.version {
        Some(version) if version > secret.version.saturating_add(1) => Err(Error::new(
            ErrorKind::Conflict,
            format!(
                "{}: somebody changed it while the key was rotated, and it has its value from before \
                 again. The change is version {}: write that value again",
                subject(secret.name.expose(), place),
                version - 1
            ),
        )),
        _ => Ok(()),
    }
}
