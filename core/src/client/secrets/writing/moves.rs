//! Moving secrets to another environment or folder.

use super::transfer::{Destination, Purpose, Step, Transfer, destination_setters, has_content_of};
use crate::api::secrets as secrets_api;
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::secret::{SecretType, Secrets};
use crate::{Error, ErrorKind, Result};

impl Secrets {
    /// Moves shared secrets to another environment, another folder, or both.
    ///
    /// Comments and tags move with the secret. It gets a new id there, and counts its versions from
    /// the beginning. Personal overrides do not move: they are deleted with the secret that they
    /// override.
    ///
    /// The project, environment and path of the call are the source. If interrupted, no secret is
    /// lost: repeat the call to finish. The client moves one secret at a time: it stores the secret
    /// at the destination, reads it back, compares it, and only then deletes it at the source.
    ///
    /// Where the server encrypts the secrets, servers since October 2024 move them in one request,
    /// with reminders and all other fields, and the client checks the result; today's servers then
    /// also change references to these secrets. The client still moves one at a time with a service
    /// token, under a policy that asks for approval, and secrets with references in their values; on
    /// servers of October 2024, also secrets with tags.
    ///
    /// # Arguments
    /// - `names`: the secrets' names.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the destination has a secret of that name with another value or
    ///   comment, and `overwrite` is not set: then nothing is moved; or if a secret is changed
    ///   during the move: then both exist, at the source and at the destination.
    /// - [`ErrorKind::NotFound`] if a secret is in neither place, or a place does not exist.
    /// - [`ErrorKind::InvalidInput`] if no secret is named, if a name is not valid, if source and
    ///   destination are the same, or for white space around a value that is not end-to-end
    ///   encrypted.
    /// - [`ErrorKind::UnsupportedByServer`] if a 2024 server decrypts the secrets and cannot set
    ///   the comment or (February 2024) the tags: then nothing is moved.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is moved.
    /// - [`ErrorKind::IntegrityViolation`] if the destination does not have what was stored there:
    ///   then the secret is kept at the source.
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval.
    pub fn move_to(&self, names: impl IntoIterator<Item = impl Into<String>>) -> MoveSecrets {
        MoveSecrets {
            client: self.client.clone(),
            names: names.into_iter().map(Into::into).collect(),
            destination: Destination::default(),
            location: GivenLocation::default(),
        }
    }
}

/// Moves secrets when awaited. See [`Secrets::move_to`]. `environment` and `path` are the source.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct MoveSecrets {
    client: Client,
    names: Vec<String>,
    destination: Destination,
    location: GivenLocation,
}

impl MoveSecrets {
    location_setters!();
    destination_setters!();
}

awaitable!(MoveSecrets => MoveResult, |this, call| call.move_secrets(this).await);

/// The result of moving secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveResult {
    /// Names of the moved secrets, without those that an earlier, interrupted call had moved.
    pub moved: Vec<String>,
    /// Whether the source changed.
    pub source_updated: bool,
    /// Whether the destination changed; `false` if it already had all the secrets.
    pub destination_updated: bool,
}

impl Call {
    async fn move_secrets(&self, this: MoveSecrets) -> Result<MoveResult> {
        let MoveSecrets { names, destination, location, .. } = this;
        let (transfer, steps) = self.transfer(Purpose::Move, names, location, destination).await?;
        transfer.move_all(steps).await
    }
}

impl Transfer<'_> {
    async fn move_all(&self, steps: Vec<Step>) -> Result<MoveResult> {
        let mut result =
            MoveResult { moved: Vec::new(), source_updated: false, destination_updated: false };
        let (complete, others): (Vec<_>, Vec<_>) = steps.into_iter().partition(Step::is_complete);
        let total = complete.len() + others.len();
        self.call.continues_when_repeated();
        let version = self.call.raw_version().await?;
        let suits_server = |step: &Step| step.suits_server(version);
        let is_by_server = others.iter().any(suits_server) && self.server_moves().await?;
        let (at_once, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|step| is_by_server && suits_server(step));
        if let Err(error) = self.move_by_server(&at_once, &mut result).await {
            return Err(self.stopped(error, &result.moved));
        }
        for step in complete.into_iter().chain(others) {
            self.call.deadline.step_done(format!("{} of {total} secrets", result.moved.len()));
            if let Err(error) = self.move_here(&step, &mut result).await {
                return Err(self.stopped(error, &result.moved));
            }
        }
        Ok(result)
    }

    /// Moves one secret. Deletes it only after reading it back from the destination.
    async fn move_here(&self, step: &Step, result: &mut MoveResult) -> Result<()> {
        let name = &step.secret.name;
        result.destination_updated |= self.write_here(step).await?;
        let shared = SecretType::Shared;
        let source = self.call.fetch_secret(name, shared, &self.from).await?;
        if !has_content_of(&source, &step.secret) {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "{}: it was changed during the move. It was kept at the source, and the \
                     destination has a copy",
                    secrets_api::subject(name, &self.from)
                ),
            ));
        }
        self.call.remove_secret(name, shared, &self.from).await?;
        result.source_updated = true;
        result.moved.push(name.clone());
        Ok(())
    }
}
