//! HTTP: requests, answers, TLS, limits, retries, error mapping.

mod classify;
mod error_body;
mod failure;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod limits;
mod metadata;
mod proxy;
mod request;
mod response;
mod retry;
mod tls;
mod transport;
mod wording;

pub(crate) use limits::Pages;
pub(crate) use metadata::MetadataRequest;
pub(crate) use proxy::{Proxy, ProxyChoice};
pub(crate) use request::{Authorization, Request, segment};
pub(crate) use response::{Response, etag};
pub(crate) use tls::ClientCertificate;
pub(crate) use transport::{Settings, Transport, is_loopback};

#[doc(hidden)]
pub use classify::{CredentialKind, Recorded, classify_recorded};
