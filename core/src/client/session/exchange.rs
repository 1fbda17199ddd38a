//! Password proofs: one at a time per server, and always completed.
//!
//! A May 2023 server keeps the first steps of log-ins in a table with unique columns: a first step
//! of another user while one is pending crashes the server, and so does every log-in after one that
//! was never completed. Only the second step removes the entry.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::client::call::Call;
use crate::{Error, ErrorKind, Result};

/// The time limit of the second step: rate limits for log-ins last one minute.
const LAST_STEP: Duration = Duration::from_secs(120);

/// One lock per process and server. A forked child has its own: the parent's may never be released
/// in it.
type Turns = HashMap<(u32, String), Arc<tokio::sync::Mutex<()>>>;

static TURNS: LazyLock<Mutex<Turns>> = LazyLock::new(Mutex::default);

fn turn_at(server: &str) -> Arc<tokio::sync::Mutex<()>> {
    let mut turns = TURNS.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(turns.entry((std::process::id(), server.to_owned())).or_default())
}

impl Call {
    /// Waits for other exchanges of this process with the server, then runs one of two steps to
    /// completion, even if the caller is cancelled, closed or timed out meanwhile. `exchange` calls
    /// [`second_step`](Self::second_step) between the two.
    pub(crate) async fn exchange<T, Exchange, Running>(&self, exchange: Exchange) -> Result<T>
    where
        T: Send + 'static,
        Exchange: FnOnce(Self) -> Running,
        Running: Future<Output = Result<T>> + Send + 'static,
    {
        let transport = &self.shared.transport;
        let turn = turn_at(transport.base_url().as_str()).lock_owned().await;
        // The first step gets the time of one request, even if the caller has less left.
        let until = self.deadline.until().max(Instant::now() + transport.timeout());
        let deadline = Arc::new(self.deadline.detached(until, LAST_STEP));
        let running = exchange(Self { deadline, ..self.clone() });
        let shared = Arc::clone(&self.shared);
        let running = tokio::spawn(async move {
            let _turn = turn;
            let result = running.await;
            shared.forget_if_closed();
            result
        });
        running.await.map_err(|error| {
            Error::new(ErrorKind::Internal, "the proof of the password was interrupted")
                .with_source(error)
        })?
    }

    /// Restarts the time limit for the second step. Call it when the first was answered.
    pub(crate) fn second_step(&self) {
        self.deadline.renew();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turn_at_is_shared_per_server_only() {
        assert!(Arc::ptr_eq(&turn_at("https://a.test/"), &turn_at("https://a.test/")));
        assert!(!Arc::ptr_eq(&turn_at("https://a.test/"), &turn_at("https://b.test/")));
    }
}
