//! The native module of the Node package: converts JavaScript's types to those of the client and
//! back. What a user sees is written in TypeScript, in `node/src`. Every error thrown, and
//! every one a promise is rejected with, carries a `NativeError`.

mod call;
mod client;
mod failure;
mod progress;
mod storage;
pub mod surface;

use infisical_e2ee_bindings_common::ErrorKind;
use napi_derive::napi;

/// Every code a `NativeError` can have.
#[napi]
#[must_use]
pub fn error_codes() -> Vec<&'static str> {
    ErrorKind::ALL.iter().map(|kind| kind.code()).collect()
}
