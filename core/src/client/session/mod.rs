//! Being somebody for the server: log-ins of users and machine identities and how they stay
//! good, the proof of a password, the private key, which release the server is, and requests with the
//! credential.
//!
//! Uses `call`.

mod authorized;
mod current_user;
mod exchange;
mod features;
mod identity_session;
mod login;
mod paging;
pub(crate) mod proof;
mod server;
mod tokens;
mod user_session;

pub(crate) use current_user::{check_belongs, no_key_pair};
pub(crate) use features::Feature;
pub(crate) use proof::{Protection, check_consent, check_not_empty};
