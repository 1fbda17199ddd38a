//! Log-ins between their two steps. They are only in memory: after a restart, clients start again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::auth::srp::Handshake;

/// How long the second step may take.
const LIFETIME: Duration = Duration::from_secs(600);

/// Which login routes a pending login belongs to; the second step must use the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    V3,
    /// May 2023's v1 and v2 routes.
    Older,
}

struct Pending {
    begun: Instant,
    handshake: Arc<Handshake>,
}

/// The pending logins, one a user and family.
#[derive(Default)]
pub(crate) struct Logins {
    pending: Mutex<HashMap<(Family, String), Pending>>,
}

impl Logins {
    /// Begins a login, in place of a pending one.
    pub(crate) fn put(&self, family: Family, user_id: &str, handshake: Handshake) {
        let login = Pending { begun: Instant::now(), handshake: Arc::new(handshake) };
        let mut pending = self.lock();
        pending.retain(|_, login| login.begun.elapsed() < LIFETIME);
        pending.insert((family, user_id.to_owned()), login);
    }

    /// The pending login, left in place.
    pub(crate) fn get(&self, family: Family, user_id: &str) -> Option<Arc<Handshake>> {
        let pending = self.lock();
        let login = pending.get(&(family, user_id.to_owned()))?;
        (login.begun.elapsed() < LIFETIME).then(|| Arc::clone(&login.handshake))
    }

    /// Ends the pending login.
    pub(crate) fn remove(&self, family: Family, user_id: &str) {
        self.lock().remove(&(family, user_id.to_owned()));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(Family, String), Pending>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
