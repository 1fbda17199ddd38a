//! Every operation with the flat arguments a foreign language passes, one file a resource. `None`
//! means the default of the client's own method of the same name, where defaults and errors are
//! documented.

mod account;
mod organizations;
mod projects;
mod secrets;
mod service_tokens;

use std::future::ready;

use infisical_e2ee::{Operation, Result};

pub use account::*;
pub use organizations::*;
pub use projects::*;
pub use secrets::*;
pub use service_tokens::*;

pub use crate::options::{ClientOptions, CredentialOptions};

/// An operation whose arguments may be refused: then the refusal is its result, so that a language
/// meets every error in one place.
fn prepared<T: Send + 'static>(prepare: impl FnOnce() -> Result<Operation<T>>) -> Operation<T> {
    prepare().unwrap_or_else(|error| Box::pin(ready(Err(error))))
}
