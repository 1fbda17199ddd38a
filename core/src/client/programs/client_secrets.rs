//! Client secrets of machine identities.

use std::time::Duration;

use super::identities::Identities;
use crate::api::universal_auth::{
    self as api, ClientSecretRecord, ClientSecrets, CreatedClientSecret as CreatedRecord,
};
use crate::client::call::{Client, awaitable, instant, whole_seconds};
use crate::{Error, ErrorKind, SecretString};

impl Identities {
    /// Creates a client secret of a machine identity. Its text is returned here once and never
    /// again.
    ///
    /// By default it does not expire and allows any number of logins. To replace a client secret,
    /// create another one, give it to the program, and then revoke the old one with
    /// [`revoke_client_secret`](Self::revoke_client_secret).
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, or if it has no universal
    ///   auth.
    /// - [`ErrorKind::InvalidInput`] if `expires_in` is shorter than one second or longer than the
    ///   server accepts, or if `max_uses` is below one.
    pub fn create_client_secret(&self, id: impl Into<String>) -> CreateClientSecret {
        CreateClientSecret {
            client: self.client.clone(),
            id: id.into(),
            description: String::new(),
            expires_in: None,
            max_uses: None,
        }
    }

    /// Lists the client secrets of a machine identity that are not revoked.
    ///
    /// The text of a client secret is not shown.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, or if it has no universal
    ///   auth.
    pub fn list_client_secrets(&self, id: impl Into<String>) -> ListClientSecrets {
        ListClientSecrets { client: self.client.clone(), id: id.into() }
    }

    /// Revokes a client secret. It cannot be used to log in afterwards.
    ///
    /// Access tokens that were issued for it last until they expire.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    /// - `client_secret_id`: the client secret's id, as in [`ClientSecretInfo::id`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id, if it has no universal auth,
    ///   or if it never had such a client secret.
    pub fn revoke_client_secret(
        &self,
        id: impl Into<String>,
        client_secret_id: impl Into<String>,
    ) -> RevokeClientSecret {
        RevokeClientSecret {
            client: self.client.clone(),
            id: id.into(),
            client_secret_id: client_secret_id.into(),
        }
    }
}

/// Creates a client secret when awaited. See [`Identities::create_client_secret`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateClientSecret {
    client: Client,
    id: String,
    description: String,
    expires_in: Option<Duration>,
    max_uses: Option<u64>,
}

impl CreateClientSecret {
    /// Purpose of the client secret, for people; empty by default.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// How long programs can log in with the client secret, in whole seconds; for ever by default.
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.expires_in = Some(duration);
        self
    }

    /// Number of times that programs can log in with the client secret, 1 or more; any number by
    /// default.
    pub fn max_uses(mut self, times: u64) -> Self {
        self.max_uses = Some(times);
        self
    }
}

awaitable!(CreateClientSecret => CreatedClientSecret, |this, call| {
    call.require_identity(&this.id).await?;
    // In the wire format, zero means "no limit".
    if this.max_uses == Some(0) {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            "the number of uses of a client secret must be at least 1; leave it out for no limit",
        ));
    }
    let ttl = whole_seconds(this.expires_in)?;
    let request = api::create_client_secret(&this.id, &this.description, ttl, this.max_uses)?;
    let created: CreatedRecord = call.send_authorized(request).await?.json().await?;
    Ok(CreatedClientSecret {
        client_secret: created.client_secret.into(),
        info: created.client_secret_data.into(),
    })
});

/// Lists client secrets when awaited. See [`Identities::list_client_secrets`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListClientSecrets {
    client: Client,
    id: String,
}

awaitable!(ListClientSecrets => Vec<ClientSecretInfo>, |this, call| {
    call.require_identity(&this.id).await?;
    let response = call.send_authorized(api::list_client_secrets(&this.id)).await?;
    let list: ClientSecrets = response.json().await?;
    let good = list.client_secret_data.into_iter().filter(|one| !one.is_client_secret_revoked);
    Ok(good.map(ClientSecretInfo::from).collect())
});

/// Revokes a client secret when awaited. See [`Identities::revoke_client_secret`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RevokeClientSecret {
    client: Client,
    id: String,
    client_secret_id: String,
}

awaitable!(RevokeClientSecret => (), |this, call| {
    call.require_identity(&this.id).await?;
    call.check_id("client secret", &this.client_secret_id).await?;
    let request = api::revoke_client_secret(&this.id, &this.client_secret_id);
    call.send_authorized(request).await?;
    Ok(())
});

/// A new client secret. Its text is shown here once and kept nowhere.
#[derive(Debug, Clone)]
pub struct CreatedClientSecret {
    /// The client secret, with which a program logs in together with the client id.
    pub client_secret: SecretString,
    /// The client secret's id, description and limits.
    pub info: ClientSecretInfo,
}

/// A client secret of a machine identity, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientSecretInfo {
    /// The client secret's id.
    pub id: String,
    /// A description for people; can be empty.
    pub description: String,
    /// The first characters, to tell client secrets apart. They do not help to guess the secret.
    pub prefix: String,
    /// When the client secret was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When the client secret expires, as RFC 3339 in UTC; `None` if never, or if the server does
    /// not send it.
    pub expires_at: Option<String>,
    /// The number of log-ins with it, if the server sends it.
    pub uses: Option<i64>,
    /// The maximum number of log-ins; `None` for no limit, or if the server does not send it.
    pub max_uses: Option<i64>,
}

impl From<ClientSecretRecord> for ClientSecretInfo {
    fn from(record: ClientSecretRecord) -> Self {
        let limit = Some(record.ttl).filter(|seconds| *seconds > 0);
        let made = record.created_at.as_deref().and_then(instant::parse);
        let expires = made.zip(limit).map(|(made, ttl)| made.saturating_add(ttl * 1000));
        Self {
            id: record.id,
            description: record.description,
            prefix: record.client_secret_prefix,
            created_at: record.created_at,
            expires_at: expires.map(instant::format),
            uses: record.client_secret_num_uses,
            max_uses: Some(record.client_secret_num_uses_limit).filter(|limit| *limit > 0),
        }
    }
}
