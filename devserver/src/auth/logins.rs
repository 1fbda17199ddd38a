//! Logins between their two steps. They live in memory: a restart only makes clients start over.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
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

/// The pending logins, one a user and family.
#[derive(Default)]
pub(crate) struct Logins {
    pending: Mutex<HashMap<(Family, String), (Instant, Arc<Handshake>)>>,
}

impl Logins {
    /// Begins a login, in place of a pending one.
    pub(crate) fn put(&self, family: Family, user_id: &str, handshake: Handshake) {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        pending.retain(|_, (begun, _)| begun.elapsed() < LIFETIME);
        pending.insert(
            (family, user_id.to_owned()),
            (Instant::now(), Arc::new(handshake)),
        );
    }

    /// The pending login, left in place.
    pub(crate) fn get(&self, family: Family, user_id: &str) -> Option<Arc<Handshake>> {
        let pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let (begun, handshake) = pending.get(&(family, user_id.to_owned()))?;
        (begun.elapsed() < LIFETIME).then(|| Arc::clone(handshake))
    }

    /// Ends the pending login.
    pub(crate) fn remove(&self, family: Family, user_id: &str) {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        pending.remove(&(family, user_id.to_owned()));
    }
}
