//! A local server that speaks Infisical's end-to-end encrypted wire protocol as one of three
//! releases spoke it, on SQLite. For quickstarts and tests; see the README for what it keeps.
//!
//! ```no_run
//! # async fn run() -> Result<(), infisical_e2ee_devserver::StartError> {
//! use infisical_e2ee_devserver::{Config, Era, Server};
//!
//! let server = Server::start(Config::new(Era::Jun24)).await?;
//! println!("{}", server.base_url());
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

mod audit;
mod auth;
mod clock;
mod era;
mod error;
mod hostile;
mod http;
mod input;
mod limits;
mod local_only;
mod random;
mod routes;
mod server;
mod state;
mod store;
mod wire;

pub use era::Era;
pub use hostile::HostileKind;
pub use server::{Config, Server, StartError};
pub use store::OpenError;
