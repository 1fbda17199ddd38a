//! What a client knows of the server's copies of project keys.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How long the answer that the server has no copy of a key counts.
const ASK_AGAIN: Duration = Duration::from_secs(60);

/// The copies, by project.
#[derive(Debug, Default)]
pub(crate) struct KeyCopies(Mutex<HashMap<String, Known>>);

#[derive(Debug, Default, Clone, Copy)]
struct Known {
    server_has_key: bool,
    /// Whether this client shared the key with a member.
    is_shared_with_member: bool,
    /// When the client last asked, and learned of no copy.
    asked_at: Option<Instant>,
}

impl KeyCopies {
    /// Whether the server has the key too, as it said.
    pub(crate) fn server_has(&self, project: &str) -> bool {
        self.of(project).server_has_key
    }

    /// Whether to ask the server before the next use of a key. It can make a copy at any time, and
    /// soon after the key was shared with a member whose private key it can open. `requires_e2ee`:
    /// whether the client fails if there is a copy, which it does at each use.
    pub(crate) fn is_to_be_asked(&self, project: &str, requires_e2ee: bool) -> bool {
        let known = self.of(project);
        match known.server_has_key {
            true => requires_e2ee,
            false => {
                known.is_shared_with_member
                    || known.asked_at.is_none_or(|at| at.elapsed() > ASK_AGAIN)
            }
        }
    }

    pub(crate) fn remember_copy(&self, project: &str) {
        self.locked().entry(project.to_owned()).or_default().server_has_key = true;
    }

    /// For a key that took the place of another one.
    pub(crate) fn forget(&self, project: &str) {
        self.locked().remove(project);
    }

    pub(crate) fn remember_asked(&self, project: &str) {
        self.locked().entry(project.to_owned()).or_default().asked_at = Some(Instant::now());
    }

    pub(crate) fn remember_shared_with_member(&self, project: &str) {
        self.locked().entry(project.to_owned()).or_default().is_shared_with_member = true;
    }

    fn of(&self, project: &str) -> Known {
        self.locked().get(project).copied().unwrap_or_default()
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<String, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn server_without_a_copy_is_asked_again_after_a_minute() {
        let copies = KeyCopies::default();
        assert!(copies.is_to_be_asked("p", true));
        copies.remember_asked("p");
        assert!(copies.is_to_be_asked("other", true));
        tokio::time::advance(ASK_AGAIN).await;
        assert!(!copies.is_to_be_asked("p", true));
        tokio::time::advance(Duration::from_millis(1)).await;
        assert!(copies.is_to_be_asked("p", true));
        assert!(copies.is_to_be_asked("p", false));
    }

    #[tokio::test(start_paused = true)]
    async fn server_is_asked_at_each_use_after_the_key_was_shared_with_a_member() {
        let copies = KeyCopies::default();
        copies.remember_shared_with_member("p");
        copies.remember_asked("p");
        assert!(copies.is_to_be_asked("p", true));
        assert!(!copies.server_has("p"));
    }

    #[tokio::test(start_paused = true)]
    async fn server_with_a_copy_is_asked_at_each_use_by_a_client_that_requires_encryption() {
        let copies = KeyCopies::default();
        copies.remember_asked("p");
        copies.remember_copy("p");
        assert!(copies.server_has("p"));
        assert!(copies.is_to_be_asked("p", true));
        assert!(!copies.is_to_be_asked("p", false));
    }
}
