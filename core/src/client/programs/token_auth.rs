//! Token auth of machine identities: users create access tokens for them.

use std::time::Duration;

use super::identities::Identities;
use super::token_settings::{TokenSettings, limit, token_settings_setters, trusted_texts};
use super::universal_auth::nothing_to_change;
use crate::Result;
use crate::api::token_auth::{self as api, OneTokenAuth, TokenSettingsRecord};
use crate::client::call::{Call, Client, awaitable};
use crate::client::session::Feature;

impl Identities {
    /// Attaches token auth to a machine identity. Users can then create access tokens for it with
    /// [`create_access_token`](Self::create_access_token).
    ///
    /// By default the access tokens last 30 days, are valid for any number of requests, and are
    /// accepted from everywhere.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if a time is shorter than one
    ///   second or longer than the server accepts, if `access_token_ttl` is longer than
    ///   `access_token_max_ttl`, if `access_token_max_uses` is below one, if the list of addresses
    ///   is empty or contains an invalid address, or if the identity has token auth already.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024, or if addresses are given and the server's license does not include
    ///   them.
    pub fn attach_token_auth(&self, id: impl Into<String>) -> AttachTokenAuth {
        let tokens = TokenSettings::default();
        AttachTokenAuth { client: self.client.clone(), id: id.into(), tokens }
    }

    /// Returns the settings of the access tokens that users create for a machine identity.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id, or
    ///   if it has no token auth.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn token_auth(&self, id: impl Into<String>) -> GetTokenAuth {
        GetTokenAuth { client: self.client.clone(), id: id.into() }
    }

    /// Changes the settings of the access tokens that users create for a machine identity. What is
    /// not given stays as it is.
    ///
    /// Access tokens that were created before keep their times and their number of uses, and follow
    /// the new addresses.
    ///
    /// To shorten `access_token_max_ttl`, give `access_token_ttl` too: servers compare the new
    /// maximum with the `access_token_ttl` of the same call, and without one with the old maximum.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id, or
    ///   if it has no token auth.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if no change is given, if a
    ///   time is shorter than one second or longer than the server accepts, if `access_token_ttl`
    ///   is longer than `access_token_max_ttl`, if `access_token_max_ttl` becomes shorter without
    ///   `access_token_ttl`, if `access_token_max_uses` is below zero, or if the list of addresses
    ///   is empty or contains an invalid address.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024, or if addresses are given and the server's license does not include
    ///   them.
    pub fn update_token_auth(&self, id: impl Into<String>) -> UpdateTokenAuth {
        let tokens = TokenSettings::default();
        UpdateTokenAuth { client: self.client.clone(), id: id.into(), tokens }
    }

    /// Detaches token auth from a machine identity. The access tokens that users created for it
    /// stop working.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no identity of that id, or
    ///   if it has no token auth.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) on servers
    ///   before autumn 2024.
    pub fn detach_token_auth(&self, id: impl Into<String>) -> DetachTokenAuth {
        DetachTokenAuth { client: self.client.clone(), id: id.into() }
    }
}

/// Attaches token auth when awaited. See [`Identities::attach_token_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AttachTokenAuth {
    client: Client,
    id: String,
    tokens: TokenSettings,
}

impl AttachTokenAuth {
    token_settings_setters!();
}

awaitable!(AttachTokenAuth => TokenAuth, |this, call| {
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    this.tokens.check_uses()?;
    let request = api::attach(&this.id, &this.tokens.to_wire()?)?;
    let attached: OneTokenAuth = call.send_authorized(request).await?.json().await?;
    Ok(attached.identity_token_auth.into())
});

/// Reads token auth when awaited. See [`Identities::token_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetTokenAuth {
    client: Client,
    id: String,
}

awaitable!(GetTokenAuth => TokenAuth, |this, call| {
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    let found: OneTokenAuth = call.send_authorized(api::get(&this.id)).await?.json().await?;
    Ok(found.identity_token_auth.into())
});

/// Changes token auth when awaited. See [`Identities::update_token_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateTokenAuth {
    client: Client,
    id: String,
    tokens: TokenSettings,
}

impl UpdateTokenAuth {
    token_settings_setters!();
}

awaitable!(UpdateTokenAuth => TokenAuth, |this, call| {
    if this.tokens.is_empty() {
        return Err(nothing_to_change("token auth", &this.id));
    }
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    let request = api::update(&this.id, &this.tokens.to_wire()?)?;
    let updated: OneTokenAuth = call.send_authorized(request).await?.json().await?;
    Ok(updated.identity_token_auth.into())
});

/// Detaches token auth when awaited. See [`Identities::detach_token_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DetachTokenAuth {
    client: Client,
    id: String,
}

awaitable!(DetachTokenAuth => (), |this, call| {
    call.require_token_auth().await?;
    call.check_identity_id(&this.id).await?;
    call.send_authorized(api::detach(&this.id)).await?;
    Ok(())
});

/// The token-auth settings of a machine identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenAuth {
    /// How long an access token is valid unless it is renewed; 0 for no limit.
    pub access_token_ttl: Duration,
    /// How long an access token is valid including all renewals; 0 for no limit.
    pub access_token_max_ttl: Duration,
    /// The maximum number of requests with an access token; `None` for no limit.
    pub access_token_max_uses: Option<i64>,
    /// Addresses or ranges, such as `10.0.0.0/8`, from which access tokens are accepted.
    pub access_token_trusted_ips: Vec<String>,
}

impl From<TokenSettingsRecord> for TokenAuth {
    fn from(record: TokenSettingsRecord) -> Self {
        Self {
            access_token_ttl: Duration::from_secs(record.ttl),
            access_token_max_ttl: Duration::from_secs(record.max_ttl),
            access_token_max_uses: limit(record.num_uses_limit),
            access_token_trusted_ips: trusted_texts(&record.trusted_ips),
        }
    }
}

impl Call {
    pub(super) async fn require_token_auth(&self) -> Result<()> {
        self.require_identity_feature(Feature::TokenAuth).await
    }
}
