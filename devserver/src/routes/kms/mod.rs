//! Keys that the server holds for its users, on servers since October 2024, and what it does with
//! them. The shapes are those of July 2026.

mod cipher;
mod encryption;
mod signatures;
mod signer;
mod table;
mod vault;

pub(super) use table::table;
