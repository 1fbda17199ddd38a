//! The trust store: what a client has seen of projects, secrets and members, kept between calls and
//! processes, so that an answer that contradicts it is detected.
//!
//! Uses no other folder of the client.

mod contradiction;
mod envelope;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod knowledge;
mod known_project;
mod storage;
mod store;
#[cfg(test)]
mod tests;
mod watch;

pub use storage::{StorageError, TrustStorage};

pub(crate) use knowledge::{Listing, Sighting};
pub(crate) use store::TrustStore;
pub(crate) use watch::Watch;
