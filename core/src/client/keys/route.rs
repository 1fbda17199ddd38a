//! Decides how a call accesses the secrets of a project: end-to-end encrypted, or in plaintext.
//!
//! Plaintext is used only if encryption is not possible, and only by a client that does not require
//! it.

use std::sync::atomic::Ordering;

use crate::api::raw_secrets::Version;
use crate::api::server::Era;
use crate::client::call::{Call, Holder, Kind};
use crate::{Error, ErrorKind, Result};

/// The routes of one project's secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// The client encrypts; the server sees ciphertext.
    Encrypted,
    /// The server encrypts; it sees names and values.
    Raw(Version),
}

impl Route {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted_v3",
            Self::Raw(Version::V3) => "raw_v3",
            Self::Raw(Version::V4) => "raw_v4",
        }
    }
}

impl Call {
    /// The route to the secrets of `project`, whose place was checked.
    pub(crate) async fn route(&self, project: &str) -> Result<Route> {
        match self.credential()? {
            Kind::ServiceToken(_) => self.route_of_token(project).await,
            Kind::ServiceAccount(_) | Kind::ServiceTokenV3(_) => Ok(Route::Encrypted),
            Kind::MachineIdentity(_) | Kind::IdentityToken(_) => {
                self.raw_route(
                    "a machine identity has no key pair, so the server would decrypt the secrets",
                )
                .await
            }
            Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. } => {
                self.route_of_user(project).await
            }
        }
    }

    /// Today's servers answer the encrypted routes of a project whose key only they have with an
    /// empty list, so its version decides. Earlier records do not tell the release: then
    /// [`is_held_after_all`](Self::is_held_after_all) asks if nothing is found.
    async fn route_of_token(&self, project: &str) -> Result<Route> {
        let token = self.token_for(project).await?;
        let key = token.key();
        let has_none = key.as_ref().is_err_and(|e| e.kind() == ErrorKind::KeyUnavailable);
        // In May 2023 no server had a key, and tokens may not read the project.
        let may_be_held = token.era != Era::May2023;
        if may_be_held && (token.era.is_modern() || has_none || !self.shared.require_e2ee) {
            self.ask_who_holds(project).await?;
        }
        if self.shared.is_held_by_server(project) {
            return self.route_of_held(project).await;
        }
        key.map(|_| Route::Encrypted)
    }

    /// Whether an encrypted route found nothing because only the server has the project's key.
    /// Then another [`route`](Self::route) leads to the secrets.
    pub(crate) async fn is_held_after_all(&self, project: &str) -> Result<bool> {
        let asks = matches!(self.credential()?, Kind::ServiceToken(_))
            && self.opened_token().await?.era == Era::February2024;
        if asks {
            self.ask_who_holds(project).await?;
        }
        Ok(asks && self.shared.is_held_by_server(project))
    }

    /// Whether only the server has the key of a project.
    pub(crate) async fn is_held_by_server_alone(&self, project: &str) -> Result<bool> {
        self.ask_who_holds(project).await?;
        Ok(self.shared.is_held_by_server(project))
    }

    /// Reads the project's version once. Servers before October 2024 do not show it to tokens, and
    /// hold no keys alone.
    async fn ask_who_holds(&self, project: &str) -> Result<()> {
        if self.shared.knows_holder(project) {
            return Ok(());
        }
        match self.shown_project(project).await {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                self.shared.remember_holder(project, Holder::Members);
                Ok(())
            }
            result => result.map(drop),
        }
    }

    async fn route_of_held(&self, project: &str) -> Result<Route> {
        self.check_no_downgrade(project).await?;
        self.raw_route(&format!("only the server has the key of project {project}")).await
    }

    /// Since October 2024 a user may have a sealed copy of a key with which the server encrypts, so
    /// the project's version decides.
    async fn route_of_user(&self, project: &str) -> Result<Route> {
        if !self.shared.require_e2ee && self.era().await?.is_since_october_2024() {
            self.ask_who_holds(project).await?;
        }
        if self.shared.is_held_by_server(project) {
            return self.route_of_held(project).await;
        }
        if self.shared.require_e2ee || self.era().await?.is_may_2023() {
            return Ok(Route::Encrypted);
        }
        match self.project_key(project).await {
            Err(error) if error.kind() == ErrorKind::KeyUnavailable => {
                self.check_no_downgrade(project).await?;
                self.raw_route("the project key is not available to this credential").await
            }
            opened => opened.map(|_| Route::Encrypted),
        }
    }

    /// Fails for a project that this client has reached end-to-end encrypted: whatever the server
    /// says now, plaintext is never sent there again.
    async fn check_no_downgrade(&self, project: &str) -> Result<()> {
        let was_encrypted = self.shared.was_encrypted(project);
        if !was_encrypted && !self.was_seen_encrypted(project).await? {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "project {project} was end-to-end encrypted for this client, and the server now \
                 asks for plaintext. Nothing was sent. If a member gave up the encryption of the \
                 project, create a new client"
            ),
        ))
    }

    /// The plaintext route, unless the client requires end-to-end encryption.
    async fn raw_route(&self, reason: &str) -> Result<Route> {
        if self.shared.require_e2ee {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "{reason}, and this client requires end-to-end encryption. Nothing was sent. \
                     Use a credential that has the project key. If the project was end-to-end \
                     encrypted before, ask another member before you trust this answer. With the \
                     option require_e2ee = false, the server can read the secrets"
                ),
            ));
        }
        Ok(Route::Raw(self.raw_version().await?))
    }

    /// Fails if the client requires end-to-end encryption: the server sees the data of such a call
    /// by its nature. `call` is what it does, for the message.
    pub(crate) fn allow_plaintext(&self, call: impl FnOnce() -> String) -> Result<()> {
        if !self.shared.require_e2ee {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::UnsupportedByServer,
            format!(
                "{}: the server sees the data of this call, and this client requires end-to-end \
                 encryption. Nothing was sent. The option require_e2ee = false allows it",
                call()
            ),
        ))
    }

    pub(crate) async fn raw_version(&self) -> Result<Version> {
        let lacks_v4 = self.shared.lacks_v4.load(Ordering::Relaxed);
        Ok(match self.era().await? {
            Era::Modern if !lacks_v4 => Version::V4,
            _ => Version::V3,
        })
    }
}
