//! Proofs of a password: one at a time for each server, and never left half-done.
//!
//! A May 2023 server keeps the first steps of log-ins in a table with unique columns: a second
//! user's first step while another is pending ends the server's process, and so does every log-in
//! after one that was never finished. Only the second step removes the first.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::call::Call;
use crate::{Error, ErrorKind, Result};

/// How long the second step may take: servers that ask for fewer log-ins do so for a minute.
const LAST_STEP: Duration = Duration::from_secs(120);

/// The turns at each server. A forked child has turns of its own: the parent's may never end there.
type Turns = HashMap<(u32, String), Arc<tokio::sync::Mutex<()>>>;

static TURNS: LazyLock<Mutex<Turns>> = LazyLock::new(Mutex::default);

fn turn_at(server: &str) -> Arc<tokio::sync::Mutex<()>> {
    let mut turns = TURNS.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(turns.entry((std::process::id(), server.to_owned())).or_default())
}

impl Call {
    /// Waits for the turn of this process at the server, then runs an exchange of two steps to its
    /// end, even if the caller is cancelled, closed or out of time meanwhile. `exchange` calls
    /// [`second_step`](Self::second_step) between the two.
    pub(super) async fn exchange<T, Exchange, Running>(&self, exchange: Exchange) -> Result<T>
    where
        T: Send + 'static,
        Exchange: FnOnce(Self) -> Running,
        Running: Future<Output = Result<T>> + Send + 'static,
    {
        let transport = &self.shared.transport;
        let turn = turn_at(transport.base_url().as_str()).lock_owned().await;
        // The first step has the time of one request, however little the caller has left.
        let until = self.deadline.until().max(Instant::now() + transport.timeout());
        let deadline = Arc::new(self.deadline.detached(until, LAST_STEP));
        let running = exchange(Self { deadline, ..self.clone() });
        let running = tokio::spawn(async move {
            let _turn = turn;
            running.await
        });
        running.await.map_err(|error| {
            Error::new(ErrorKind::Internal, "the proof of the password was interrupted")
                .with_source(error)
        })?
    }

    /// The first step was answered: the second has its time from now on.
    pub(super) fn second_step(&self) {
        self.deadline.renew();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_has_one_turn_and_another_server_another() {
        assert!(Arc::ptr_eq(&turn_at("https://a.test/"), &turn_at("https://a.test/")));
        assert!(!Arc::ptr_eq(&turn_at("https://a.test/"), &turn_at("https://b.test/")));
    }
}
