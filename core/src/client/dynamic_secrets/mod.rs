//! Dynamic secrets: credentials that the server makes for a limited time, and their leases.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod leases;
mod sources;

pub use leases::{
    CreateLease, CreatedLease, GetLease, Lease, LeaseCredential, ListLeases, RenewLease,
    RevokeLease,
};
pub use sources::{DynamicSecret, DynamicSecrets, GetDynamicSecret, ListDynamicSecrets};
