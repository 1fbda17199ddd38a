//! What the client puts on the wire, and what it makes of what comes back.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test program")]

mod answers;
mod confidentiality;
mod credentials;
mod limits;
mod moves;
mod refusals;
mod requests;
mod retries;
mod sessions;
mod support;
