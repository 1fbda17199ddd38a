//! The records and operations of every language, as tables. Each binding passes macros to the macros
//! here, which turn the tables into its types and methods.
//!
//! Types are in brackets so that a binding's own macros see them as they are written.

mod access;
mod inputs;
mod operations;
mod projects;
mod secrets;
