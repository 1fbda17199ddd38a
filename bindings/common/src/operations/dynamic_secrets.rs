//! Dynamic secrets and their leases.

use std::future::IntoFuture;

use infisical_e2ee::{Client, CreatedLease, DynamicSecret, Lease, Operation};

use super::folders::located;
use super::{Location, prepared};
use crate::options::duration;

/// `dynamic_secrets.list`.
pub fn list_dynamic_secrets(client: &Client, location: Location) -> Operation<Vec<DynamicSecret>> {
    located!(client.dynamic_secrets().list(), location).into_future()
}

/// `dynamic_secrets.get`.
pub fn get_dynamic_secret(
    client: &Client,
    name: String,
    location: Location,
) -> Operation<DynamicSecret> {
    located!(client.dynamic_secrets().get(name), location).into_future()
}

/// `dynamic_secrets.create_lease`, with a time in seconds.
pub fn create_lease(
    client: &Client,
    name: String,
    ttl: Option<f64>,
    location: Location,
) -> Operation<CreatedLease> {
    prepared(|| {
        let mut request = client.dynamic_secrets().create_lease(name);
        if let Some(seconds) = ttl {
            request = request.ttl(duration("the TTL", seconds)?);
        }
        Ok(located!(request, location).into_future())
    })
}

/// `dynamic_secrets.leases`.
pub fn list_leases(client: &Client, name: String, location: Location) -> Operation<Vec<Lease>> {
    located!(client.dynamic_secrets().leases(name), location).into_future()
}

/// `dynamic_secrets.get_lease`.
pub fn get_lease(client: &Client, id: String, location: Location) -> Operation<Lease> {
    located!(client.dynamic_secrets().get_lease(id), location).into_future()
}

/// `dynamic_secrets.renew_lease`, with a time in seconds.
pub fn renew_lease(
    client: &Client,
    id: String,
    ttl: Option<f64>,
    location: Location,
) -> Operation<Lease> {
    prepared(|| {
        let mut request = client.dynamic_secrets().renew_lease(id);
        if let Some(seconds) = ttl {
            request = request.ttl(duration("the TTL", seconds)?);
        }
        Ok(located!(request, location).into_future())
    })
}

/// `dynamic_secrets.revoke_lease`.
pub fn revoke_lease(client: &Client, id: String, force: bool, location: Location) -> Operation<()> {
    let request = client.dynamic_secrets().revoke_lease(id).force(force);
    located!(request, location).into_future()
}
