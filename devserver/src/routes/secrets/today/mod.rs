//! Secrets on servers of July 2026: in plaintext and expanded by the server, or sealed in the projects
//! that were end-to-end encrypted before.

mod batch;
mod dependents;
mod encrypted;
mod entry;
mod history;
mod imports;
mod list;
mod place;
mod references;
mod single;
mod table;
pub(crate) mod takeover;
mod tokens;
mod transfer;

pub(crate) use table::{is_retired, table};
