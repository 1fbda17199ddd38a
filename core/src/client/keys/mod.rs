//! Project keys: created with their project, decrypted, sealed to others, shared with the server.
//! Also decides whether secrets pass encrypted.
//!
//! Uses `call`, `session` and `projects`.

mod accepted;
mod copies;
mod create_project;
mod project_key;
mod recipients;
mod route;
mod server_sharing;
mod succession;
mod trust;
mod upgrade;

pub use accepted::{ForgetProject, ForgetSecrets, Trust};
pub use create_project::CreateProject;
pub use project_key::{OpenProjectKey, OpenedKey};
pub use server_sharing::{IsKeySharedWithServer, ShareKeyWithServer, StopSharingKeyWithServer};
pub use upgrade::UpgradeProject;

pub(crate) use recipients::{
    expect_fingerprint, expected_fingerprint, fingerprint_setter, public_key,
};
pub(crate) use route::Route;
pub(crate) use server_sharing::public_key_of;
pub(crate) use succession::Succession;
