//! Universal auth of machine identities: how they log in.

use std::time::Duration;

use super::identities::Identities;
use super::token_settings::{
    TokenSettings, check_trusted_ips, limit, token_settings_setters, trusted_texts,
};
use crate::api::universal_auth::{self as api, Attached, OneUniversalAuth, UniversalAuthRecord};
use crate::client::call::{Client, awaitable};
use crate::client::session::Feature;
use crate::{Error, ErrorKind};

impl Identities {
    /// Attaches universal auth to a machine identity and returns its client id. The identity can
    /// then log in with a client secret, see [`create_client_secret`](Self::create_client_secret).
    ///
    /// By default its access tokens last 30 days, are valid for any number of requests, and are
    /// accepted from everywhere.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id.
    /// - [`ErrorKind::InvalidInput`] if a time is shorter than one second or longer than the server
    ///   accepts, if `access_token_ttl` is longer than `access_token_max_ttl`, if
    ///   `access_token_max_uses` is below one, if a list of addresses is empty or contains an
    ///   invalid address, or if the identity has universal auth already.
    /// - [`ErrorKind::UnsupportedByServer`] if addresses are given and the server's license does
    ///   not include them.
    pub fn attach_universal_auth(&self, id: impl Into<String>) -> AttachUniversalAuth {
        AttachUniversalAuth {
            client: self.client.clone(),
            id: id.into(),
            tokens: TokenSettings::default(),
            client_secret_trusted_ips: None,
        }
    }

    /// Returns how a machine identity logs in by universal auth.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, or if it has no universal
    ///   auth.
    pub fn universal_auth(&self, id: impl Into<String>) -> GetUniversalAuth {
        GetUniversalAuth { client: self.client.clone(), id: id.into() }
    }

    /// Changes how a machine identity logs in by universal auth. What is not given stays as it is.
    ///
    /// Access tokens that were issued before keep their times and their number of uses, and follow
    /// the new addresses.
    ///
    /// To shorten `access_token_max_ttl`, give `access_token_ttl` too: servers compare the new
    /// maximum with the `access_token_ttl` of the same call, and without one with the old maximum.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, or if it has no universal
    ///   auth.
    /// - [`ErrorKind::InvalidInput`] if no change is given, if a time is shorter than one second or
    ///   longer than the server accepts, if `access_token_ttl` is longer than
    ///   `access_token_max_ttl`, if `access_token_max_ttl` becomes shorter without
    ///   `access_token_ttl`, if `access_token_max_uses` is below zero, or if a list of addresses is
    ///   empty or contains an invalid address.
    /// - [`ErrorKind::UnsupportedByServer`] if addresses are given and the server's license does
    ///   not include them.
    pub fn update_universal_auth(&self, id: impl Into<String>) -> UpdateUniversalAuth {
        UpdateUniversalAuth {
            client: self.client.clone(),
            id: id.into(),
            tokens: TokenSettings::default(),
            client_secret_trusted_ips: None,
        }
    }

    /// Detaches universal auth from a machine identity. Its client secrets and the access tokens
    /// that were issued for them stop working.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, or if it has no universal
    ///   auth.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before autumn 2024.
    pub fn detach_universal_auth(&self, id: impl Into<String>) -> DetachUniversalAuth {
        DetachUniversalAuth { client: self.client.clone(), id: id.into() }
    }
}

/// Attaches universal auth when awaited. See [`Identities::attach_universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AttachUniversalAuth {
    client: Client,
    id: String,
    tokens: TokenSettings,
    client_secret_trusted_ips: Option<Vec<String>>,
}

/// The setter of trusted addresses for client secrets, for the field `client_secret_trusted_ips`.
macro_rules! client_secret_setter {
    () => {
        /// Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which client secrets
        /// are accepted; by default any address when attached, unchanged when updated, where the
        /// list replaces the earlier one. An empty list is rejected. Some servers need a plan for
        /// it.
        pub fn client_secret_trusted_ips(
            mut self,
            ips: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.client_secret_trusted_ips = Some(ips.into_iter().map(Into::into).collect());
            self
        }
    };
}

impl AttachUniversalAuth {
    token_settings_setters!();
    client_secret_setter!();
}

awaitable!(AttachUniversalAuth => String, |this, call| {
    call.require_identity(&this.id).await?;
    this.tokens.check_uses()?;
    let secret_ips = this.client_secret_trusted_ips.as_deref();
    check_trusted_ips(secret_ips)?;
    let request = api::attach(&this.id, this.tokens.to_wire()?, secret_ips)?;
    let attached: Attached = call.send_authorized(request).await?.json().await?;
    Ok(attached.identity_universal_auth.client_id)
});

/// Reads universal auth when awaited. See [`Identities::universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetUniversalAuth {
    client: Client,
    id: String,
}

awaitable!(GetUniversalAuth => UniversalAuth, |this, call| {
    call.require_identity(&this.id).await?;
    let found: OneUniversalAuth = call.send_authorized(api::get(&this.id)).await?.json().await?;
    Ok(found.identity_universal_auth.into())
});

/// Changes universal auth when awaited. See [`Identities::update_universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateUniversalAuth {
    client: Client,
    id: String,
    tokens: TokenSettings,
    client_secret_trusted_ips: Option<Vec<String>>,
}

impl UpdateUniversalAuth {
    token_settings_setters!();
    client_secret_setter!();
}

awaitable!(UpdateUniversalAuth => UniversalAuth, |this, call| {
    let secret_ips = this.client_secret_trusted_ips.as_deref();
    if this.tokens.is_empty() && secret_ips.is_none() {
        return Err(nothing_to_change("universal auth", &this.id));
    }
    call.require_identity(&this.id).await?;
    check_trusted_ips(secret_ips)?;
    let request = api::update(&this.id, this.tokens.to_wire()?, secret_ips)?;
    let updated: OneUniversalAuth = call.send_authorized(request).await?.json().await?;
    Ok(updated.identity_universal_auth.into())
});

/// Detaches universal auth when awaited. See [`Identities::detach_universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DetachUniversalAuth {
    client: Client,
    id: String,
}

awaitable!(DetachUniversalAuth => (), |this, call| {
    call.require_identity_feature(Feature::UniversalAuthRemoval).await?;
    call.check_identity_id(&this.id).await?;
    call.send_authorized(api::detach(&this.id)).await?;
    Ok(())
});

/// The universal-auth settings of a machine identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UniversalAuth {
    /// The client id for the log-in, together with a client secret.
    pub client_id: String,
    /// How long an access token is valid unless it is renewed; 0 for no limit.
    pub access_token_ttl: Duration,
    /// How long an access token is valid including all renewals; 0 for no limit.
    pub access_token_max_ttl: Duration,
    /// The maximum number of requests with an access token; `None` for no limit.
    pub access_token_max_uses: Option<i64>,
    /// Addresses or ranges, such as `10.0.0.0/8`, from which client secrets are accepted.
    pub client_secret_trusted_ips: Vec<String>,
    /// Addresses or ranges from which access tokens are accepted.
    pub access_token_trusted_ips: Vec<String>,
}

impl From<UniversalAuthRecord> for UniversalAuth {
    fn from(record: UniversalAuthRecord) -> Self {
        Self {
            client_id: record.client_id,
            access_token_ttl: Duration::from_secs(record.tokens.ttl),
            access_token_max_ttl: Duration::from_secs(record.tokens.max_ttl),
            access_token_max_uses: limit(record.tokens.num_uses_limit),
            client_secret_trusted_ips: trusted_texts(&record.client_secret_trusted_ips),
            access_token_trusted_ips: trusted_texts(&record.tokens.trusted_ips),
        }
    }
}

pub(super) fn nothing_to_change(method: &str, id: &str) -> Error {
    Error::new(
        ErrorKind::InvalidInput,
        format!("{method} of machine identity {id}: nothing to change. Give at least one setting"),
    )
}
