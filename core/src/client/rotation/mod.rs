//! Replacing the key of a project: the plan, the secrets, the copies of the key.
//!
//! The order makes every interruption harmless: the new key is computed, not random, so a repeated
//! call continues with the same one; and the user's own copy of the key, from which it is computed,
//! is replaced last.
//!
//! Uses `call`, `session`, `projects`, `keys`, `secrets`, `access` and `programs`.

mod plan;
mod recipients;
mod result;
mod rotate;
mod steps;

pub use result::KeyRotation;
pub use rotate::RotateKey;
