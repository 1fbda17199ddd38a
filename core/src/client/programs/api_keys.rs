//! API keys, with which a program acts as a user.

use std::time::Duration;

use crate::api::api_keys::{
    self as api, ApiKeyRecord, ApiKeyRecords, CreatedApiKeyRecord, Deleted,
};
use crate::client::call::{Call, Client, awaitable, whole_seconds};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// API keys of the user, with which a program acts as the user. See [`Client::api_keys`].
///
/// Every method fails with [`ErrorKind::PermissionDenied`] for a service token, a service account
/// or a machine identity, and for an API key itself.
///
/// Protocol: `/api/v2/api-key`, since 2024 `/api/v2/users/me/api-keys`.
#[derive(Debug, Clone)]
pub struct ApiKeys {
    pub(crate) client: Client,
}

impl ApiKeys {
    /// Lists the API keys of the user, including expired ones.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which have no API keys.
    pub fn list(&self) -> ListApiKeys {
        ListApiKeys { client: self.client.clone() }
    }

    /// Creates an API key. Its text is returned only here.
    ///
    /// # Arguments
    /// - `name`: the name of the key, for people.
    /// - `expires_in`: how long the key lasts, in whole seconds.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is blank, or if `expires_in` is less than one
    ///   second.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which have no API keys.
    pub fn create(&self, name: impl Into<String>, expires_in: Duration) -> CreateApiKey {
        CreateApiKey { client: self.client.clone(), name: name.into(), expires_in }
    }

    /// Revokes an API key. The server rejects programs that use it from then on.
    ///
    /// # Arguments
    /// - `id`: id of the API key.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the user has no API key with that id.
    /// - [`ErrorKind::InvalidInput`] if `id` cannot be an id on this server.
    /// - [`ErrorKind::UnsupportedByServer`] on today's servers, which have no API keys.
    pub fn delete(&self, id: impl Into<String>) -> DeleteApiKey {
        DeleteApiKey { client: self.client.clone(), id: id.into() }
    }
}

/// Lists API keys when awaited. See [`ApiKeys::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListApiKeys {
    client: Client,
}

awaitable!(ListApiKeys => Vec<ApiKeyInfo>, |this, call| {
    Ok(call.api_keys().await?.into_iter().map(ApiKeyInfo::from).collect())
});

/// Creates an API key when awaited. See [`ApiKeys::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateApiKey {
    client: Client,
    name: String,
    expires_in: Duration,
}

awaitable!(CreateApiKey => CreatedApiKey, |this, call| {
    call.require_session()?;
    if this.name.trim().is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the API key needs a name"));
    }
    call.require(Feature::ApiKeys).await?;
    let seconds = whole_seconds(Some(this.expires_in))?.unwrap_or_default();
    let request = api::create(call.era().await?, &this.name, seconds)?;
    let created: CreatedApiKeyRecord = call.send_authorized(request).await?.json().await?;
    Ok(CreatedApiKey { key: created.api_key.into(), info: created.api_key_data.into() })
});

/// Revokes an API key when awaited. See [`ApiKeys::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteApiKey {
    client: Client,
    id: String,
}

awaitable!(DeleteApiKey => (), |this, call| {
    call.check_id("API key", &this.id).await?;
    // The May 2023 server deletes keys of any user, so only the user's own are sent.
    if call.api_keys().await?.iter().any(|key| key.id() == this.id) {
        let response = call.send_authorized(api::delete(call.era().await?, &this.id)).await?;
        if response.json::<Deleted>().await?.api_key_data.is_some() {
            return Ok(());
        }
    }
    Err(Error::new(
        ErrorKind::NotFound,
        format!("the user has no API key with id {:?}. List them to find it", Shown(&this.id)),
    ))
});

/// A new API key. Its text is shown here once and kept nowhere.
#[derive(Debug, Clone)]
pub struct CreatedApiKey {
    /// The key, `ak.<id>.<secret>`.
    pub key: SecretString,
    /// The API key's id, name and times.
    pub info: ApiKeyInfo,
}

/// An API key, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKeyInfo {
    /// The key's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When the key was last used, as RFC 3339; initially the time of its creation.
    pub last_used: Option<String>,
    /// When the key expires, as RFC 3339.
    pub expires_at: Option<String>,
    /// When the key was created, as RFC 3339.
    pub created_at: Option<String>,
}

impl From<ApiKeyRecord> for ApiKeyInfo {
    fn from(record: ApiKeyRecord) -> Self {
        Self {
            id: record.id(),
            name: record.name,
            last_used: record.last_used,
            expires_at: record.expires_at,
            created_at: record.created_at,
        }
    }
}

impl Call {
    async fn api_keys(&self) -> Result<Vec<ApiKeyRecord>> {
        self.require_session()?;
        self.require(Feature::ApiKeys).await?;
        let response = self.send_authorized(api::list(self.era().await?)).await?;
        Ok(response.json::<ApiKeyRecords>().await?.into_vec())
    }
}
