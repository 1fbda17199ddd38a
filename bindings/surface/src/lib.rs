//! What every language is given, written once: the records that cross the border and the operations
//! of a client. Each binding turns these tables into types and methods of its own, by macros it gives
//! to those here.
//!
//! Types are in brackets so that a binding's own macros see them as they are written.

mod access;
mod inputs;
mod operations;
mod projects;
mod secrets;
