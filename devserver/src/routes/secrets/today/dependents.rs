//! Which secrets refer to a secret.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::routes::secrets::today::entry::Plain;
use crate::routes::secrets::today::place::Opened;
use crate::routes::secrets::today::references::{Reference, references};
use crate::store::secrets::{self, Kind};

const DEEPEST: usize = 10;

/// The secret with those that refer to it.
pub(super) fn tree(db: &Connection, opened: &Opened, plain: &Plain) -> Result<Value, ApiError> {
    let mut links = Vec::new();
    for secret in secrets::of_project(db, &opened.project.id)? {
        if secret.kind == Kind::Shared {
            let plain = Plain::open(opened, secret)?;
            let at = Reference::to(&plain.secret, &plain.name);
            links.push((references(&plain.value, &at), at));
        }
    }
    Ok(branch(&links, &Reference::to(&plain.secret, &plain.name), &mut Vec::new()))
}

fn branch(
    links: &[(Vec<Reference>, Reference)],
    at: &Reference,
    chain: &mut Vec<Reference>,
) -> Value {
    chain.push(at.clone());
    let mut children = Vec::new();
    for (targets, from) in links {
        if targets.contains(at) && !chain.contains(from) && chain.len() < DEEPEST {
            children.push(branch(links, from, chain));
        }
    }
    chain.pop();
    json!({
        "key": at.name,
        "environment": at.environment,
        "secretPath": at.path,
        "children": children,
    })
}
