//! The call that replaces the key of a project.

use super::result::KeyRotation;
use crate::Result;
use crate::client::call::{Call, Client, Progress, awaitable, bulk_setters};
use crate::client::keys::expected_fingerprint;
use crate::client::projects::Projects;
use crate::client::session::Feature;

impl Projects {
    /// Replaces the key of a project, for example after a member was removed.
    ///
    /// It encrypts every secret under a new key, and seals that key to the remaining members. Run
    /// again after an interruption, it finishes. Let one administrator rotate at a time.
    ///
    /// ```no_run
    /// # async fn run(client: infisical_e2ee::Client, id: &str) -> infisical_e2ee::Result<()> {
    /// let plan = client.projects().rotate_key(id).dry_run(true).await?;
    /// for member in &plan.members {
    ///     println!("{} {:?}", member.email, member.public_key_fingerprint);
    /// }
    /// let done = client.projects().rotate_key(id).await?;
    /// println!("{}", done.warning);
    /// # Ok(()) }
    /// ```
    ///
    /// First the call checks everything, and changes nothing if it finds a reason to stop: every
    /// secret of every environment and folder must decrypt, and every public key must be safe. Then
    /// it encrypts the secrets, with the user's own personal ones, reads them again until none is
    /// under the old key, gives the members their copies, and the user's own copy last. At the end
    /// it reads all secrets once more.
    ///
    /// Service tokens contain the old key, and the result names them: create new ones, and delete
    /// these. Programs that run keep the old key and may write with it: stop them before, and start
    /// them again afterwards. Until the end, other members cannot read the secrets that are done.
    ///
    /// Some things stay under the old key and become unreadable: other members' personal secrets,
    /// which their owners must write again, earlier versions of secrets, snapshots, and open requests
    /// for approval. People who had the old key still know what it opened: change the values too. The
    /// result has this as a warning to show to the user.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such project or the user
    ///   is not a member.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the user is not an
    ///   administrator of the project, if the project has approval policies, which would hold back
    ///   the changes, or if the credential is an API key or not a user's.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on May 2023
    ///   servers, and for a project whose key the server created, as on servers since June 2024.
    /// - [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if a secret does not
    ///   decrypt, or if the user's copy of the key was changed: then nothing is changed.
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if two secrets of a folder have the same
    ///   name, if secrets lack a blind index, or if the server has a copy of the key and
    ///   `share_with_server` is not set: then nothing is changed. Also if somebody writes secrets
    ///   meanwhile.
    /// - [`ErrorKind::IntegrityViolation`](crate::ErrorKind::IntegrityViolation) if a member's public
    ///   key is not safe or not expected, or if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)).
    /// - [`ErrorKind::KeyUnavailable`](crate::ErrorKind::KeyUnavailable) if the user has no key of
    ///   the project, or if the credential opens no private key.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if a fingerprint is in no
    ///   form of a fingerprint.
    pub fn rotate_key(&self, id: impl Into<String>) -> RotateKey {
        RotateKey {
            client: self.client.clone(),
            id: id.into(),
            dry_run: false,
            progress: None,
            expect_fingerprints: None,
            share_with_server: false,
        }
    }
}

/// Replaces the key when awaited. See [`Projects::rotate_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RotateKey {
    client: Client,
    pub(super) id: String,
    pub(super) dry_run: bool,
    pub(super) progress: Option<Progress>,
    pub(super) expect_fingerprints: Option<Vec<String>>,
    pub(super) share_with_server: bool,
}

impl RotateKey {
    bulk_setters!();

    /// Fingerprints of the public keys of the other members, learned from their owners and not from
    /// the server, each in any form of a [`Fingerprint`](crate::Fingerprint). If a member has any other key, the call fails and
    /// nothing is changed. Not checked by default: then the server decides who gets the new key.
    pub fn expect_fingerprints(
        mut self,
        fingerprints: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expect_fingerprints = Some(fingerprints.into_iter().map(Into::into).collect());
        self
    }

    /// Whether to give the new key to the server, if it has a copy of the present one; `false` by
    /// default. Without it, the call fails for such a project and changes nothing.
    pub fn share_with_server(mut self, share: bool) -> Self {
        self.share_with_server = share;
        self
    }
}

awaitable!(RotateKey => KeyRotation, |this, call| call.rotate_key(this).await);

impl Call {
    async fn rotate_key(&self, this: RotateKey) -> Result<KeyRotation> {
        self.require_session()?;
        let parse = |text: &String| expected_fingerprint("expect_fingerprints", text);
        let expected = this.expect_fingerprints.as_ref();
        let expected: Option<Vec<_>> =
            expected.map(|list| list.iter().map(parse).collect::<Result<_>>()).transpose()?;
        let expected = expected.as_deref();
        self.require(Feature::KeyRotation).await?;
        let project = self.managed_project(Some(this.id.clone())).await?;
        self.continues_when_repeated();
        let plan = self.rotation_plan(&project, expected).await?;
        if this.dry_run {
            return Ok(plan.into_result(false));
        }
        plan.check_possible(this.share_with_server)?;
        self.carry_out_rotation(plan, expected, &this).await
    }
}
