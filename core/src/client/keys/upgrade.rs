//! Leaving end-to-end encryption permanently: a project whose key the server has.

use std::time::Duration;

use crate::api::workspaces::{self, OneWorkspace, UpgradeStatus};
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::Projects;
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The wait between two questions for the status.
const POLL: Duration = Duration::from_secs(1);

/// How often the failure of an earlier attempt is seen before it counts as that of this one.
const POLLS_OF_EARLIER: u32 = 5;

impl Projects {
    /// Upgrades a project to one whose key the server has (servers since October 2024). This ends
    /// its end-to-end encryption permanently.
    ///
    /// The server decrypts every secret of the project and stores it again, also the personal ones
    /// of its members, and from then on reads and writes plaintext. Members no longer need its
    /// key, and machine identities can use it. There is no way back.
    ///
    /// The server demands the private key of the user for it. It can then decrypt every other
    /// project key that was ever sealed to the user. The call waits until the server has finished.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] unless `send_private_key` is set: nothing is sent.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user is not an administrator of the project, or if
    ///   the credential is not a user's.
    /// - [`ErrorKind::KeyUnavailable`] if the credential opens no private key, or if the user has no
    ///   key of the project.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::ServerError`] if the server could not upgrade the project, which stays as it
    ///   was.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before October 2024, and for a project that
    ///   is upgraded already.
    pub fn upgrade(&self, id: impl Into<String>) -> UpgradeProject {
        UpgradeProject { client: self.client.clone(), id: id.into(), send_private_key: false }
    }
}

/// Upgrades a project when awaited. See [`Projects::upgrade`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpgradeProject {
    client: Client,
    id: String,
    send_private_key: bool,
}

impl UpgradeProject {
    /// Whether the private key of the user may be sent to the server, which demands it; `false` by
    /// default. Without it, the call fails.
    pub fn send_private_key(mut self, agree: bool) -> Self {
        self.send_private_key = agree;
        self
    }
}

awaitable!(UpgradeProject => (), |this, call| {
    call.require_user()?;
    if !this.send_private_key {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "upgrading a project sends the server the private key of the user, and so the key of \
             every project that was sealed to the user. Nothing was sent. Set send_private_key to \
             allow it",
        ));
    }
    call.upgrade(&this.id).await
});

impl Call {
    async fn upgrade(&self, id: &str) -> Result<()> {
        self.require(Feature::ProjectUpgrade).await?;
        let id = &self.project_id(id).await?;
        let era = self.era().await?;
        if self.is_upgraded(id).await? {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!("project {id}: the server has its key, so it is upgraded already"),
            ));
        }
        // A wrong key is accepted and fails later, so it must open the project key first.
        self.project_key(id).await?;
        let private_key = self.private_key().await?.to_base64();
        let earlier = self.upgrade_status(id).await?;
        self.send_authorized(workspaces::upgrade(era, id, &private_key)?).await?;
        let mut polls = 0;
        loop {
            // The server begins later. Until then it tells the status of an earlier attempt, or none.
            match self.upgrade_status(id).await?.as_deref() {
                None if self.is_upgraded(id).await? => break,
                None | Some("IN_PROGRESS") => {}
                other if other == earlier.as_deref() && polls < POLLS_OF_EARLIER => {}
                other => return Err(failed(id, other)),
            }
            polls += 1;
            tokio::time::sleep(POLL).await;
        }
        self.shared.forget_encrypted(id);
        Ok(())
    }

    async fn upgrade_status(&self, id: &str) -> Result<Option<String>> {
        let request = workspaces::upgrade_status(self.era().await?, id);
        let answer: UpgradeStatus = self.send_authorized(request).await?.json().await?;
        Ok(answer.status)
    }

    async fn is_upgraded(&self, id: &str) -> Result<bool> {
        let found: OneWorkspace = self.send_authorized(workspaces::get(id)).await?.json().await?;
        Ok(found.workspace.is_upgraded())
    }
}

fn failed(id: &str, status: Option<&str>) -> Error {
    Error::new(
        ErrorKind::ServerError,
        format!(
            "project {id}: the server did not upgrade it; its status is {:?}. The project is \
             encrypted as before, but the server knows the private key. Ask its operator why",
            Shown(status.unwrap_or("none"))
        ),
    )
    .passing(false)
}
