//! API keys.

use std::future::IntoFuture;

use infisical_e2ee::{ApiKeyInfo, Client, CreatedApiKey, Operation};

use super::prepared;
use crate::options::duration;

/// `api_keys.list`.
pub fn list_api_keys(client: &Client) -> Operation<Vec<ApiKeyInfo>> {
    client.api_keys().list().into_future()
}

/// `api_keys.create`.
pub fn create_api_key(client: &Client, name: String, expires_in: f64) -> Operation<CreatedApiKey> {
    prepared(|| {
        let expires_in = duration("expires_in", expires_in)?;
        Ok(client.api_keys().create(name, expires_in).into_future())
    })
}

/// `api_keys.delete`.
pub fn delete_api_key(client: &Client, id: String) -> Operation<()> {
    client.api_keys().delete(id).into_future()
}
