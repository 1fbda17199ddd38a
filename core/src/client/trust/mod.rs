//! The trust store: remembers projects, secrets and members between calls and processes, and detects
//! answers that contradict earlier ones.
//!
//! Uses no other folder of the client.

mod contradiction;
mod envelope;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
#[cfg(test)]
mod interleavings;
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
