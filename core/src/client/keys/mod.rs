//! Project keys: created with their project, decrypted, sealed to others, shared with the server.
//! Also decides whether secrets pass encrypted.
//!
//! Uses `call`, `session` and `projects`.

mod copies;
mod create_project;
mod project_key;
mod recipients;
mod route;
mod server_sharing;
mod trust;

pub use create_project::CreateProject;
pub use project_key::{OpenProjectKey, OpenedKey};
pub use server_sharing::{IsKeySharedWithServer, ShareKeyWithServer, StopSharingKeyWithServer};

pub(crate) use recipients::{
    checked_public_key, expected_fingerprint, fingerprint_setter, public_key,
};
pub(crate) use route::Route;
