//! What the language bindings share. It knows no foreign runtime: a binding converts its language's
//! types, calls here, and converts back.

pub mod operations;
mod options;
mod runtime;

pub use infisical_e2ee::*;
pub use options::{ClientOptions, CredentialOptions, build_client};
pub use runtime::{Running, block_on, limited, spawn};
