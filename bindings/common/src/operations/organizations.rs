//! Organizations.

use std::future::IntoFuture;

use infisical_e2ee::{Client, Operation, Organization};

/// `organizations.list`.
pub fn list_organizations(client: &Client) -> Operation<Vec<Organization>> {
    client.organizations().list().into_future()
}
