//! Empty: only the features in `Cargo.toml` matter.
#![forbid(unsafe_code)]
