//! The wire: one file a REST resource, with its requests and the shapes of its answers.
//!
//! Nothing here decides anything or touches a key. Ids arrive as `_id` (May 2023), `id` (later), or
//! both; every shape accepts either.

pub(crate) mod auth;
pub(crate) mod environments;
pub(crate) mod folders;
pub(crate) mod keys;
pub(crate) mod organizations;
pub(crate) mod secret_imports;
pub(crate) mod secret_moves;
pub(crate) mod secret_tags;
pub(crate) mod secrets;
pub(crate) mod server;
pub(crate) mod service_tokens;
pub(crate) mod signup;
pub(crate) mod tags;
pub(crate) mod users;
pub(crate) mod workspaces;

/// Answers name an id `_id`, `id` or both.
pub(crate) fn either_id(legacy: Option<String>, id: Option<String>) -> String {
    legacy.or(id).unwrap_or_default()
}
