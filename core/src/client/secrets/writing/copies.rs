//! Copying secrets to another environment or folder.

use super::transfer::{Destination, Purpose, Step, Transfer, destination_setters};
use crate::Result;
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::secret::Secrets;

impl Secrets {
    /// Copies shared secrets to another environment, another folder, or both.
    ///
    /// The copies are in the same project. Values, comments, tags and metadata are copied. A copy is a
    /// new secret with its own id and versions; with `overwrite`, it is a new version of the secret
    /// at the destination, which then has the tags and metadata of the source. Without it, a secret
    /// with the same value and comment gets missing tags, and the metadata if it has none.
    /// References in a value stay as they are. The source keeps everything, and
    /// personal overrides are not copied.
    ///
    /// The project, environment and path of the call are the source. If interrupted, repeat the
    /// call to finish: it leaves out what the destination already has. The client copies one secret
    /// at a time: it encrypts and stores the secret at the destination, reads it back and compares
    /// it.
    ///
    /// Where only the server has the key of the project, today's servers copy 50 secrets in one
    /// request, and the client checks the result. The client still copies one
    /// at a time with a service token, and in place of another secret unless the source has a value,
    /// a comment, tags and metadata.
    ///
    /// # Arguments
    /// - `names`: the secrets' names.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the destination has a secret of
    ///   that name with another value or comment, and `overwrite` is not set: then nothing is
    ///   copied.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the source does not have one of the
    ///   secrets, or a place does not exist: then nothing is copied.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if no secret is named, if a
    ///   name is not valid, if source and destination are the same, or if the server decrypts the
    ///   secrets and a value begins or ends with white space, which it would remove.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if a 2024 server
    ///   decrypts the secrets and cannot set the comment or (February 2024) the tags: then nothing
    ///   is copied.
    /// - [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if a secret that does
    ///   not decrypt may be one of those named: then nothing is copied.
    /// - [`ErrorKind::IntegrityViolation`](crate::ErrorKind::IntegrityViolation) if the destination
    ///   does not have what was stored there.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if a policy of the
    ///   project asks for approval first: the error names the request for approval.
    pub fn duplicate(
        &self,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> DuplicateSecrets {
        DuplicateSecrets {
            client: self.client.clone(),
            names: names.into_iter().map(Into::into).collect(),
            destination: Destination::default(),
            location: GivenLocation::default(),
        }
    }
}

/// Copies secrets when awaited. See [`Secrets::duplicate`](crate::Secrets::duplicate).
/// `environment` and `path` are the source.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DuplicateSecrets {
    client: Client,
    names: Vec<String>,
    destination: Destination,
    location: GivenLocation,
}

impl DuplicateSecrets {
    location_setters!();
    destination_setters!();
}

awaitable!(DuplicateSecrets => DuplicateResult, |this, call| call.duplicate_secrets(this).await);

/// The result of copying secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateResult {
    /// Names of the copied secrets.
    pub copied: Vec<String>,
    /// Names of the secrets that the destination already had, with the same value, comment, tags
    /// and metadata.
    pub unchanged: Vec<String>,
}

impl Call {
    async fn duplicate_secrets(&self, this: DuplicateSecrets) -> Result<DuplicateResult> {
        let DuplicateSecrets { names, destination, location, .. } = this;
        let (transfer, steps) = self.transfer(Purpose::Copy, names, location, destination).await?;
        transfer.copy_all(steps).await
    }
}

impl Transfer<'_> {
    async fn copy_all(&self, steps: Vec<Step>) -> Result<DuplicateResult> {
        let (complete, others): (Vec<_>, Vec<_>) = steps.into_iter().partition(Step::is_complete);
        let total = others.len();
        let unchanged = complete.into_iter().map(|step| step.secret.name).collect();
        let mut copied = Vec::new();
        self.call.continues_when_repeated();
        let by_server =
            others.iter().any(Step::suits_copy_by_server) && self.server_copies().await?;
        let (at_once, mut others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|step| by_server && step.suits_copy_by_server());
        match self.copy_by_server(at_once, &mut copied).await {
            Ok(left) => others.splice(..0, left),
            Err(error) => return Err(self.stopped(error, &copied)),
        };
        for step in others {
            self.call.deadline.step_done(format!("{} of {total} secrets", copied.len()));
            match self.write_here(&step).await {
                Ok(_) => copied.push(step.secret.name),
                Err(error) => return Err(self.stopped(error, &copied)),
            }
        }
        Ok(DuplicateResult { copied, unchanged })
    }
}
