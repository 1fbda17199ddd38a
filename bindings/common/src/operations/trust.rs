//! What the trust store knows.

use std::future::IntoFuture;

use infisical_e2ee::{Client, Operation};

use super::Location;
use super::folders::located;

/// `trust.forget_secrets`.
pub fn forget_secrets(
    client: &Client,
    names: Option<Vec<String>>,
    location: Location,
) -> Operation<i64> {
    let mut request = client.trust().forget_secrets();
    if let Some(names) = names {
        request = request.names(names);
    }
    let forgotten = located!(request, location).into_future();
    Box::pin(async { forgotten.await.map(|number| number.try_into().unwrap_or(i64::MAX)) })
}

/// `trust.forget_project`.
pub fn forget_project(client: &Client, id: String) -> Operation<()> {
    client.trust().forget_project(id).into_future()
}
