//! Every operation with flat arguments, as the languages pass them, one file per resource. `None`
//! is the default of the client's method of the same name, which documents defaults and errors.

mod account;
mod api_keys;
mod audit_logs;
mod dynamic_secrets;
mod environments;
mod folders;
mod formats;
mod groups;
mod identities;
mod inputs;
mod kms;
mod members;
mod organizations;
mod projects;
mod roles;
mod secret_bulk;
mod secret_imports;
mod secrets;
mod service_accounts;
mod service_tokens;
mod snapshots;
mod tags;
mod trust;
mod webhooks;

use std::future::ready;

use infisical_e2ee::{Operation, Result};

pub use account::*;
pub use api_keys::*;
pub use audit_logs::*;
pub use dynamic_secrets::*;
pub use environments::*;
pub use folders::*;
pub use formats::*;
pub use groups::*;
pub use identities::*;
pub use inputs::*;
pub use kms::*;
pub use members::*;
pub use organizations::*;
pub use projects::*;
pub use roles::*;
pub use secret_bulk::*;
pub use secret_imports::*;
pub use secrets::*;
pub use service_accounts::*;
pub use service_tokens::*;
pub use snapshots::*;
pub use tags::*;
pub use trust::*;
pub use webhooks::*;

/// An operation with arguments that may be invalid. Such an error is the result of the operation,
/// so that a language handles all errors in one place.
fn prepared<T: Send + 'static>(prepare: impl FnOnce() -> Result<Operation<T>>) -> Operation<T> {
    prepare().unwrap_or_else(|error| Box::pin(ready(Err(error))))
}

/// Sets the project of a request, if one is given.
fn in_project<Request>(
    request: Request,
    project: Option<String>,
    set: impl FnOnce(Request, String) -> Request,
) -> Request {
    match project {
        Some(id) => set(request, id),
        None => request,
    }
}

/// Sets the organization of a request, if one is given.
macro_rules! in_organization {
    ($request:expr, $organization:expr) => {{
        let request = $request;
        match $organization {
            Some(id) => request.organization(id),
            None => request,
        }
        .into_future()
    }};
}
use in_organization;
