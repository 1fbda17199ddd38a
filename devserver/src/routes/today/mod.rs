//! Routes of July 2026: accounts with passwords, organizations, projects and who is in them.

mod development;
mod environments;
mod folders;
mod identities;
mod identity_auths;
mod invitations;
mod keys;
pub(super) mod log_in;
mod members;
pub(super) mod organizations;
mod passwords;
mod projects;
mod sign_up;
mod table;
mod tags;
mod users;

pub(super) use table::{is_retired, table};
