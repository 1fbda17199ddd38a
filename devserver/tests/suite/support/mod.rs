//! A small client for the tests, written from the protocol, independent of the server's code.
pub(crate) mod client;
pub(crate) mod crypto;
pub(crate) mod person;

pub(crate) use client::Peer;
pub(crate) use infisical_e2ee_devserver::{Config, Era, Server};
pub(crate) use person::Person;

/// Starts a server of `era` in memory, and returns it with a client. It hashes each name once for all
/// projects.
pub(crate) async fn start(era: Era) -> (Server, Peer) {
    let mut config = Config::new(era);
    config.shared_salt = true;
    start_with(config).await
}

/// Starts a server with `config`, and returns it with a client.
pub(crate) async fn start_with(config: Config) -> (Server, Peer) {
    let era = config.era;
    let server = Server::start(config).await.unwrap();
    let peer = Peer::new(server.base_url(), era);
    (server, peer)
}

/// The eras with February 2024's wire forms.
pub(crate) const LATER: [Era; 2] = [Era::Feb24, Era::Jun24];
/// All eras.
pub(crate) const ALL: [Era; 3] = [Era::May23, Era::Feb24, Era::Jun24];
