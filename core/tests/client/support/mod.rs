//! Servers for the tests: scripted responses, a recording proxy, a local server.

mod cut;
mod modern;
mod october;
mod stub;
mod today;
mod wire;
mod world;

use std::time::{Duration, Instant};

use infisical_e2ee::{Client, ClientBuilder, Credential};

pub(crate) use cut::{interrupted, interrupted_and_mended, interrupted_with_password};
pub(crate) use modern::{machine, modern};
pub(crate) use october::{machine_of_october_2024, october_2024};
pub(crate) use stub::{Answer, Received, Stub};
pub(crate) use today::{Signer, Today, now, write};
pub(crate) use wire::{Connection, Wire};
pub(crate) use world::{EMAIL, ERAS, PASSWORD, STEPS, World, answer_of, http, mailed_code};

/// The project of stubs.
pub(crate) const PROJECT: &str = "abcdefabcdefabcdefabcdef";
pub(crate) const PROJECT_PATH: &str = "/api/v1/workspace/abcdefabcdefabcdefabcdef";

/// A builder for clients of `base_url` that retry almost immediately.
pub(crate) fn builder_at(base_url: impl Into<String>) -> ClientBuilder {
    Client::builder().base_url(base_url).retry_wait(Duration::from_millis(1))
}

/// A client of `base_url` that lists organizations with a single request.
pub(crate) fn bare_client(base_url: &str) -> ClientBuilder {
    let credential = Credential::access_token("header.payload.signature").unwrap();
    builder_at(base_url).credential(credential).deadline(Duration::from_secs(20))
}

/// Stops the clock of this test until the returned value is dropped. Time then passes only if
/// advanced, and not whenever all tasks wait for the network.
pub(crate) fn stopped() -> std::sync::mpsc::Sender<()> {
    let (running, ended) = std::sync::mpsc::channel::<()>();
    // Tokio advances a paused clock by itself unless blocking work is running.
    tokio::task::spawn_blocking(move || ended.recv());
    tokio::time::pause();
    running
}

/// Waits until `happened`, for ten seconds at most.
pub(crate) async fn eventually(mut happened: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it did not happen");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
