//! Sessions: log-ins of users and machine identities and their renewal, the proof of a password,
//! the private key, the release of the server, and requests with the credential.
//!
//! Uses `trust` and `call`.

mod allowed;
mod authorized;
mod current_user;
mod exchange;
mod features;
mod identity_proofs;
mod identity_session;
mod login;
mod paging;
pub(crate) mod proof;
mod scopes;
mod server;
mod tokens;
mod user_session;
mod witness;

pub(crate) use current_user::{check_belongs, no_key_pair};
pub(crate) use features::Feature;
pub(crate) use proof::{Protection, check_consent, check_not_empty};
pub(crate) use witness::applied_nevertheless;
