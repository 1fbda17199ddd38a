//! Organizations.

use infisical_e2ee::{Client, Organization};
use serde_json::{Value, json};

use super::Outcome;
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, args: Arguments) -> Outcome {
    let organizations = client.organizations();
    match name {
        "list" => {
            args.done()?;
            Ok(organizations.list().await?.iter().map(organization_json).collect())
        }
        _ => wrong(format!("there is no operation organizations.{name}")),
    }
}

fn organization_json(organization: &Organization) -> Value {
    json!({"id": organization.id, "name": organization.name, "slug": organization.slug})
}
