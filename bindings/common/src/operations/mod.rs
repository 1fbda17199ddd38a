//! Every operation with the flat arguments a foreign language passes, one file a resource. `None`
//! means the default of the client's own method of the same name, where defaults and errors are
//! documented.

mod account;
mod environments;
mod folders;
mod organizations;
mod projects;
mod secret_imports;
mod secrets;
mod service_tokens;
mod tags;

use std::future::ready;

use infisical_e2ee::{Operation, Result};

pub use account::*;
pub use environments::*;
pub use folders::*;
pub use organizations::*;
pub use projects::*;
pub use secret_imports::*;
pub use secrets::*;
pub use service_tokens::*;
pub use tags::*;

pub use crate::options::{ClientOptions, CredentialOptions};

/// An operation whose arguments may be refused: then the refusal is its result, so that a language
/// meets every error in one place.
fn prepared<T: Send + 'static>(prepare: impl FnOnce() -> Result<Operation<T>>) -> Operation<T> {
    prepare().unwrap_or_else(|error| Box::pin(ready(Err(error))))
}

/// Gives a request the project it is for, if one is named.
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
