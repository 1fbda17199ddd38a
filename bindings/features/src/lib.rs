//! Empty: what counts are the features that `Cargo.toml` names.
#![forbid(unsafe_code)]
