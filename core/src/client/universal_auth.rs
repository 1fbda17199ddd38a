//! Universal auth of machine identities: how they log in.

use std::time::Duration;

use super::token_settings::{
    TokenSettings, check_trusted_ips, limit, token_settings_setters, trusted_texts,
};
use super::{Client, Identities, awaitable};
use crate::api::universal_auth::{self as api, Attached, OneUniversalAuth, UniversalAuthRecord};
use crate::{Error, ErrorKind};

impl Identities {
    /// Lets an identity log in by universal auth, and gives its client id. By default its access
    /// tokens last 30 days, are good for any number of requests, and are taken from everywhere.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id; [`ErrorKind::InvalidInput`] for a time
    /// below one second or beyond the longest, for no use at all, for what is no address, for an
    /// empty list of them, or if it has universal auth already.
    pub fn attach_universal_auth(&self, id: impl Into<String>) -> AttachUniversalAuth {
        AttachUniversalAuth {
            client: self.client.clone(),
            id: id.into(),
            tokens: TokenSettings::default(),
            client_secret_trusted_ips: None,
        }
    }

    /// How an identity logs in by universal auth.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id, or it has no universal auth.
    pub fn universal_auth(&self, id: impl Into<String>) -> GetUniversalAuth {
        GetUniversalAuth { client: self.client.clone(), id: id.into() }
    }

    /// Changes how an identity logs in by universal auth. What is not named stays. Access tokens
    /// that were given out keep their times and their number of uses, and follow the new addresses.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id, or it has no universal auth;
    /// [`ErrorKind::InvalidInput`] if nothing is to change, for a time below one second or beyond
    /// the longest, for what is no address, or for an empty list of them. Servers compare
    /// [`access_token_max_ttl`](UpdateUniversalAuth::access_token_max_ttl) with the
    /// [TTL](UpdateUniversalAuth::access_token_ttl) named beside it, so name both to shorten it.
    pub fn update_universal_auth(&self, id: impl Into<String>) -> UpdateUniversalAuth {
        UpdateUniversalAuth {
            client: self.client.clone(),
            id: id.into(),
            tokens: TokenSettings::default(),
            client_secret_trusted_ips: None,
        }
    }

    /// Takes universal auth from an identity. Its client secrets and the access tokens that were
    /// given out for them stop working.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id, or it has no universal auth;
    /// [`ErrorKind::UnsupportedByServer`] on servers before autumn 2024.
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

/// The setter of what lets client secrets in, over the field `client_secret_trusted_ips`.
macro_rules! client_secret_setter {
    () => {
        /// From where client secrets are taken, as [addresses or
        /// ranges](Self::access_token_trusted_ips). An empty list is refused.
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
    token_settings_setters!("1 or more");
    client_secret_setter!();
}

awaitable!(AttachUniversalAuth => String, |this, call| {
    call.require_identity(&this.id).await?;
    this.tokens.check_uses()?;
    let secret_ips = this.client_secret_trusted_ips.as_deref();
    check_trusted_ips(secret_ips)?;
    let request = api::attach(&this.id, this.tokens.to_wire()?, secret_ips)?;
    let attached: Attached = call.send_authorized(request).await?.json()?;
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
    let found: OneUniversalAuth = call.send_authorized(api::get(&this.id)).await?.json()?;
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
    token_settings_setters!("or 0 for any number");
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
    let updated: OneUniversalAuth = call.send_authorized(request).await?.json()?;
    Ok(updated.identity_universal_auth.into())
});

/// Takes universal auth away when awaited. See [`Identities::detach_universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DetachUniversalAuth {
    client: Client,
    id: String,
}

awaitable!(DetachUniversalAuth => (), |this, call| {
    call.require_modern_identities(
        "this server cannot remove universal auth; servers since autumn 2024 can. Revoke the \
         client secrets",
    )
    .await?;
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
        format!(
            "{method} of machine identity {id}: nothing to change is given. Give at least one \
             setting"
        ),
    )
}
