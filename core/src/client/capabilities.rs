//! The capabilities of the server, for programs that support several releases.

use crate::Result;
use crate::client::call::{Call, Client, Kind, awaitable};
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
    /// The release that the server resembles: `may23`, `feb24`, `jun24` or `modern`.
    pub server: String,
    /// Whether this library was tested with a running server of that release. `modern` is
    /// implemented from public source only.
    pub verified: bool,
    /// Whether calls about secrets accept a path. May 2023 servers have [folders](Client::folders),
    /// but cannot look up a secret in a folder by name.
    pub folders: bool,
    /// Whether folders can import others.
    pub secret_imports: bool,
    /// Whether machine identities can log in.
    pub machine_identities: bool,
    /// Whether this client's secrets are end-to-end encrypted; for a user who allows plaintext,
    /// those of the client's default project.
    pub end_to_end_encrypted: bool,
    /// The routes for secrets: `encrypted_v3`, `raw_v3` or `raw_v4`.
    pub secrets_route: String,
}

impl Call {
    async fn capabilities(&self) -> Result<Capabilities> {
        let era = self.ask_era().await?;
        let route = self.usual_route().await?;
        Ok(Capabilities {
            server: era.name().to_owned(),
            verified: era.is_verified(),
            folders: Feature::SecretsInFolders.is_in(era),
            secret_imports: Feature::SecretImports.is_in(era),
            machine_identities: Feature::Identities.is_in(era),
            end_to_end_encrypted: route == Route::Encrypted,
            secrets_route: route.name().to_owned(),
        })
    }

    /// The route of calls that name no project.
    async fn usual_route(&self) -> Result<Route> {
        match (self.credential().ok(), &self.shared.defaults.project) {
            (Some(credential), _) if credential.is_identity() => {
                Ok(Route::Raw(self.raw_version().await?))
            }
            (
                Some(Kind::User { .. } | Kind::AccessToken { .. } | Kind::ApiKey { .. }),
                Some(id),
            ) if !self.shared.require_e2ee => self.route(id).await,
            _ => Ok(Route::Encrypted),
        }
    }
}
