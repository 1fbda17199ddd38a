//! The capabilities of the server, for programs that support several releases.

use crate::Result;
use crate::api::server::Release;
use crate::client::call::{Call, Client, Kind, Unlock, awaitable};
use crate::client::keys::Route;
use crate::client::session::Feature;

/// Detects the capabilities when awaited. See [`Client::capabilities`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DescribeCapabilities {
    pub(super) client: Client,
}

awaitable!(DescribeCapabilities => Capabilities, |this, call| call.capabilities().await);

/// What the server supports, and how it transfers the secrets of this client.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capabilities {
    /// The release that the server resembles: `may23`, `feb24`, `jun24`, `oct24` or, for today's,
    /// `modern`.
    pub server: String,
    /// Whether this library was tested with a real server of that release. It is `false` for
    /// servers between October 2024 and July 2026.
    pub verified: bool,
    /// Whether calls about secrets accept a path. May 2023 servers have [folders](Client::folders),
    /// but cannot look up a secret in a folder by name.
    pub folders: bool,
    /// Whether folders can import others.
    pub secret_imports: bool,
    /// Whether machine identities can log in.
    pub machine_identities: bool,
    /// Whether this client's secrets are end-to-end encrypted. For a client that requires it: `true`,
    /// unless it has learned that the server has the key of its default project. For a client that
    /// may use plaintext: whether those of its default project are, and without one, those of new
    /// projects.
    pub end_to_end_encrypted: bool,
    /// Whether a log-in of this client sends the server the password that also decrypts the user's
    /// private key, so that the server can decrypt what is sealed to the user. See
    /// [`send_password`](crate::ClientBuilder::send_password). It says nothing of earlier log-ins
    /// and sign-ups with other programs.
    pub server_learns_key_password: bool,
    /// The routes for secrets: `encrypted_v3`, `raw_v3` or `raw_v4`.
    pub secrets_route: String,
}

impl Call {
    async fn capabilities(&self) -> Result<Capabilities> {
        let Release { era, is_verified } = self.ask_release().await?;
        let route = self.usual_route().await?;
        Ok(Capabilities {
            server: era.name().to_owned(),
            verified: is_verified,
            folders: Feature::SecretsInFolders.is_in(era),
            secret_imports: Feature::SecretImports.is_in(era),
            machine_identities: Feature::Identities.is_in(era),
            end_to_end_encrypted: route == Route::Encrypted && !self.server_has_usual_key().await?,
            server_learns_key_password: era.is_modern() && self.sends_key_password(),
            secrets_route: route.name().to_owned(),
        })
    }

    /// Whether the server has the key of the default project or, without one, of new projects. A
    /// client that requires end-to-end encryption does not ask: since June 2024 it fails if the server
    /// has the key.
    async fn server_has_usual_key(&self) -> Result<bool> {
        let Some(given) = &self.shared.defaults.project else {
            let may_be_new = self.credential().is_err() || self.is_relaxed_user();
            return Ok(may_be_new && self.era().await?.is_since_june_2024());
        };
        if self.is_relaxed_user() {
            self.ask_for_copy(&self.project_id(given).await?).await?;
        }
        let id = self.shared.known_project_id(given);
        Ok(self.shared.key_copies.server_has(id.as_deref().unwrap_or(given)))
    }

    fn is_relaxed_user(&self) -> bool {
        !self.shared.require_e2ee && self.require_user().is_ok()
    }

    /// Whether the password of a log-in, if it is sent, also decrypts the private key.
    fn sends_key_password(&self) -> bool {
        let key = matches!(self.credential(), Ok(Kind::User { unlock: Unlock::Nothing, .. }));
        key && self.shared.send_password
    }

    /// The route of calls that name no project.
    async fn usual_route(&self) -> Result<Route> {
        match (self.credential().ok(), &self.shared.defaults.project) {
            (Some(credential), _) if credential.is_identity() => {
                Ok(Route::Raw(self.raw_version().await?))
            }
            (None, _) => self.route_of_new_projects().await,
            (Some(Kind::ServiceToken(token)), _) if token.key().is_none() => {
                Ok(Route::Raw(self.raw_version().await?))
            }
            (Some(Kind::ServiceToken(_)), _) if !self.shared.require_e2ee => {
                let project = self.opened_token().await?.project_id.clone();
                self.route(&project).await
            }
            (Some(Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. }), given)
                if !self.shared.require_e2ee =>
            {
                match given {
                    Some(given) => self.route(&self.project_id(given).await?).await,
                    None => self.route_of_new_projects().await,
                }
            }
            _ => Ok(Route::Encrypted),
        }
    }

    /// The server has held the keys of new projects since October 2024.
    async fn route_of_new_projects(&self) -> Result<Route> {
        match self.era().await?.is_since_october_2024() {
            true => Ok(Route::Raw(self.raw_version().await?)),
            false => Ok(Route::Encrypted),
        }
    }
}
