//! What a client keeps between calls: sessions, and sign-ups and recoveries with a confirmed code.
//!
//! The folders that fill these types define their methods.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::OnceCell;

use crate::api::server::Era;
use crate::api::service_tokens::{ScopeRecord, TokenRecord};
use crate::api::users::KeyFields;
use crate::crypto::{PrivateKey, ProjectKey};
use crate::{Error, Result, SecretString};

/// The user behind a credential, as returned by the server.
pub(crate) struct CurrentUser {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) salt: Option<String>,
    pub(crate) keys: Option<KeyFields>,
    /// Decrypted once, if the log-in did not.
    pub(crate) private_key: OnceCell<Arc<PrivateKey>>,
}

/// The log-in of a client, and the error of the last attempt.
#[derive(Default)]
pub(crate) struct LoginSlot {
    pub(crate) current: Option<Arc<Login>>,
    /// The token was rejected; the session may still be valid.
    pub(crate) refused: Option<Arc<Login>>,
    pub(crate) failure: Option<Error>,
    /// A log-in that waits for a code.
    pub(crate) pending: Option<PendingMfa>,
}

/// A user logged in by password.
pub(crate) struct Login {
    pub(crate) token: SecretString,
    /// Decrypted during the log-in; today's servers send it later, with the account.
    pub(crate) private_key: Option<Arc<PrivateKey>>,
    pub(crate) refresh_token: Option<SecretString>,
    /// When to refresh the token, if it has an expiry.
    pub(crate) due_at: Option<Instant>,
    /// Whether the token came from a refresh.
    pub(crate) is_refreshed: bool,
    /// Whether the token is for an organization, not only for the user.
    pub(crate) is_for_organization: bool,
}

/// A log-in that waits for its code.
pub(crate) struct PendingMfa {
    pub(crate) email: String,
    /// Only valid for the second factor.
    pub(crate) token: SecretString,
    pub(crate) proof: PendingProof,
    pub(crate) since: Instant,
}

/// What the second factor completes.
pub(crate) enum PendingProof {
    /// A log-in with SRP. The salt is for decrypting the private key later: servers send it only at
    /// the beginning.
    Srp { salt: String },
    /// On today's servers: selecting an organization, with this kind of second factor.
    Organization { method: String },
}

/// The session of a client, and the error of the last attempt.
#[derive(Default)]
pub(crate) struct IdentitySlot {
    pub(crate) current: Option<Arc<IdentitySession>>,
    pub(crate) failure: Option<Error>,
    pub(crate) refused: Option<RefusedLogIn>,
}

/// A log-in that the server refused. It is not sent again for some time.
pub(crate) struct RefusedLogIn {
    /// A digest of the request.
    pub(crate) digest: [u8; 32],
    pub(crate) at: Instant,
    pub(crate) error: Error,
}

/// A machine identity that is logged in.
pub(crate) struct IdentitySession {
    pub(crate) token: SecretString,
    pub(crate) renew_at: Instant,
}

/// The client's own service token, with its project key or why it has none.
pub(crate) struct OpenedToken {
    pub(crate) era: Era,
    pub(crate) record: TokenRecord,
    pub(crate) project_id: String,
    pub(crate) scopes: Vec<ScopeRecord>,
    pub(crate) project_key: Result<Arc<ProjectKey>>,
}

/// A decrypted project key, with the evidence for trusting it.
#[derive(Clone)]
pub(crate) struct KnownKey {
    pub(crate) key: Arc<ProjectKey>,
    pub(crate) sealer: Sealer,
    pub(crate) evidence: Evidence,
}

/// Who sealed a copy of a project key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sealer {
    /// The user, or somebody whose public key the program named.
    Trusted,
    /// The owner of the public key with this fingerprint, as the server says.
    Unknown(String),
}

/// What the secrets of a project say about its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// No secret was seen.
    None,
    /// The key opens the names of all secrets that were seen.
    Opens,
    /// It opens only some.
    Mixed,
    /// It opens none.
    Fails,
}

impl Evidence {
    /// The evidence of several names, each of which opens or does not.
    pub(crate) fn of(opens: impl IntoIterator<Item = bool>) -> Self {
        opens
            .into_iter()
            .fold(Self::None, |all, opens| all.and(if opens { Self::Opens } else { Self::Fails }))
    }

    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, one) | (one, Self::None) => one,
            (one, other) if one == other => one,
            _ => Self::Mixed,
        }
    }
}

/// A sign-up with a confirmed code. The server confirms a code only once.
pub(crate) struct ConfirmedSignUp {
    pub(crate) email: String,
    pub(crate) code: SecretString,
    pub(crate) invited_to: Option<String>,
    pub(crate) token: SecretString,
}

/// A recovery with a confirmed code. The server confirms a code only once.
pub(crate) struct ConfirmedRecovery {
    pub(crate) email: String,
    pub(crate) code: SecretString,
    pub(crate) token: SecretString,
    pub(crate) public_key: Option<String>,
}
