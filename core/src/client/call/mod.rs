//! The running call: the client and what its calls share, the credential, time limits, and checks
//! of arguments that need no server.
//!
//! Of the other folders of the client, uses `trust`.

mod checks;
mod client;
mod credential;
mod deadline;
mod identity_credentials;
mod identity_login;
pub(crate) mod instant;
mod kept;
mod key_copies;
mod lists;
mod progress;
mod running;
mod shared;

pub use client::Client;
pub use credential::Credential;
pub use deadline::{Operation, within};

pub(crate) use checks::{
    check_email, check_name, check_role, check_segment, check_trimmed_name, is_too_long,
    whole_seconds, why_empty,
};
pub(crate) use client::awaitable;
pub(crate) use credential::{AccountCredential, Kind, Unlock, is_jwt};
pub(crate) use identity_login::{Environment, IdentityLogIn, JwtSource, Method};
pub(crate) use kept::{
    ConfirmedRecovery, ConfirmedSignUp, CurrentUser, Evidence, IdentitySession, IdentitySlot,
    KnownKey, Login, LoginSlot, OpenedToken, PendingMfa, PendingProof, RefusedLogIn, Sealer,
};
pub(crate) use lists::Lists;
pub(crate) use progress::{Progress, bulk_setters};
pub(crate) use running::{Call, Stop, blocking, crypto_failure, stoppable};
pub(crate) use shared::{Defaults, Holder, Options, Shared};
