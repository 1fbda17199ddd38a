//! Ending end-to-end encryption: sharing the project key with the server.

use crate::api::bots::{self, BotRecord, OneBot};
use crate::api::workspaces::{self, OneWorkspace};
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::Projects;
use crate::crypto::PublicKey;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Projects {
    /// Gives the server the key of a project, which ends the project's end-to-end encryption.
    ///
    /// With the key, the server can read every secret that the project has, had or will have.
    ///
    /// The server's integrations need it and, since June 2023, its plaintext routes. Nothing
    /// happens if the server has the key already, as for every project created since June 2024.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is not a user's.
    /// - [`ErrorKind::KeyUnavailable`] if the user has no key of the project to share, or if the
    ///   credential opens no private key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed.
    /// - [`ErrorKind::IntegrityViolation`] if the server's public key is not safe to seal to,
    ///   or if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is given.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, for a project whose key only the
    ///   server has.
    pub fn share_key_with_server(&self, id: impl Into<String>) -> ShareKeyWithServer {
        ShareKeyWithServer { client: self.client.clone(), id: id.into() }
    }

    /// Asks the server to delete its copy of the project key. The server may have kept the key and
    /// everything that it read; only a new project with new values is out of its reach again.
    ///
    /// Nothing happens if the server has no copy. If it had one, this client's `end_to_end_encrypted`
    /// stays false.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] if the server generated the key itself, as for every
    ///   project created since June 2024.
    pub fn stop_sharing_key_with_server(&self, id: impl Into<String>) -> StopSharingKeyWithServer {
        StopSharingKeyWithServer { client: self.client.clone(), id: id.into() }
    }

    /// Returns whether the server says that it has a copy of the project key. The result is `true`
    /// for every project created since June 2024.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the user's role does not allow it, or if the credential
    ///   is not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, for a project whose key only the
    ///   server has.
    pub fn is_key_shared_with_server(&self, id: impl Into<String>) -> IsKeySharedWithServer {
        IsKeySharedWithServer { client: self.client.clone(), id: id.into() }
    }
}

/// Shares the key when awaited. See [`Projects::share_key_with_server`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ShareKeyWithServer {
    client: Client,
    id: String,
}

awaitable!(ShareKeyWithServer => (), |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    let bot = call.bot(&id).await?;
    if !bot.is_active {
        let sealed = call.sealed_for(&id, &public_key_of(&bot, &id)?).await?;
        call.send_authorized(bots::set_state(&id, &bot.id(), Some(&sealed))?).await?;
    }
    call.shared.key_copies.remember_copy(&id);
    Ok(())
});

/// Withdraws the key when awaited. See [`Projects::stop_sharing_key_with_server`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct StopSharingKeyWithServer {
    client: Client,
    id: String,
}

awaitable!(StopSharingKeyWithServer => (), |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    let bot = call.bot(&id).await?;
    if !bot.is_active {
        return Ok(());
    }
    let project: OneWorkspace = call.send_authorized(workspaces::get(&id)).await?.json().await?;
    if project.workspace.key_is_the_servers() {
        return Err(Error::new(
            ErrorKind::UnsupportedByServer,
            format!(
                "project {id}: the server created the project key and keeps it. End-to-end \
                 encryption needs a project created on a server from before June 2024"
            ),
        ));
    }
    call.send_authorized(bots::set_state(&id, &bot.id(), None)?).await?;
    Ok(())
});

/// Asks the server when awaited. See [`Projects::is_key_shared_with_server`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct IsKeySharedWithServer {
    client: Client,
    id: String,
}

awaitable!(IsKeySharedWithServer => bool, |this, call| {
    let id = call.managed_project(Some(this.id)).await?;
    let is_shared = call.bot(&id).await?.is_active;
    if is_shared {
        call.shared.key_copies.remember_copy(&id);
    }
    Ok(is_shared)
});

/// The server's public key, if it is safe.
pub(crate) fn public_key_of(bot: &BotRecord, project: &str) -> Result<PublicKey> {
    PublicKey::from_base64(&bot.public_key).map_err(|_| {
        Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "project {project}: the server's public key is not secure: others could decrypt \
                 what is encrypted for it. Nothing was shared"
            ),
        )
    })
}

impl Call {
    /// Asks whether the server has a copy of the project key. Fails if it has one, the client requires
    /// end-to-end encryption, and the server may have made the copy itself. `after` is what just
    /// happened.
    pub(crate) async fn check_key_is_not_the_servers(
        &self,
        project: &str,
        after: &str,
    ) -> Result<()> {
        let Some(bot) = self.ask_for_copy(project).await? else { return Ok(()) };
        let is_servers_work = bot.is_servers_work() || self.era().await?.is_since_june_2024();
        if !self.shared.require_e2ee || !is_servers_work {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "project {project}: {after}the server has a copy of the project key, made with the \
                 key of user {:?}, so its secrets are not end-to-end encrypted. Servers since June \
                 2024 have the keys of projects created on them, and can take the key of another \
                 project if a member sent them the password. If the server may read the secrets, \
                 set require_e2ee = false",
                Shown(bot.sender_id.as_deref().unwrap_or("unknown"))
            ),
        ))
    }

    /// Asks whether the server has a copy of the project key, and notes the answer. Only members who
    /// logged in, and whose role allows it, may ask.
    pub(crate) async fn ask_for_copy(&self, project: &str) -> Result<Option<BotRecord>> {
        let copy = match self.require_session().is_ok() {
            true => match self.bot(project).await {
                Err(error) if self.may_go_on_unknown(&error).await? => None,
                result => Some(result?).filter(|bot| bot.is_active),
            },
            false => None,
        };
        match copy {
            Some(_) => self.shared.key_copies.remember_copy(project),
            None => self.shared.key_copies.remember_asked(project),
        }
        Ok(copy)
    }

    /// Whether a client that does not learn of the server's copies may use a key.
    async fn may_go_on_unknown(&self, error: &Error) -> Result<bool> {
        use ErrorKind::{InvalidInput, NotFound, PermissionDenied, UnsupportedByServer};
        Ok(match error.kind() {
            PermissionDenied => true,
            NotFound | InvalidInput | UnsupportedByServer => {
                !self.fails_if_server_has_keys().await?
            }
            _ => false,
        })
    }

    /// Whether the client fails if the server has the key of a project: if it requires end-to-end
    /// encryption, and the server makes copies itself. Before June 2024 only members made them.
    pub(crate) async fn fails_if_server_has_keys(&self) -> Result<bool> {
        Ok(self.shared.require_e2ee && self.era().await?.is_since_june_2024())
    }

    pub(crate) async fn bot(&self, project: &str) -> Result<BotRecord> {
        let found: OneBot = self.send_authorized(bots::get(project)).await?.json().await?;
        Ok(found.bot)
    }
}
