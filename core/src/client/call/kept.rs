//! What a client keeps between calls: who is logged in, and what a code has confirmed.
//!
//! The folders that obtain it define what can be done with it.

use std::sync::Arc;
use std::time::Instant;

use crate::api::server::Era;
use crate::api::service_tokens::{ScopeRecord, TokenRecord};
use crate::api::users::KeyFields;
use crate::crypto::{PrivateKey, ProjectKey};
use crate::{Error, SecretString};

/// The user behind a credential, as the server describes them.
pub(crate) struct CurrentUser {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) salt: Option<String>,
    pub(crate) keys: Option<KeyFields>,
}

/// The log-in of a client, and how the last attempt at it failed.
#[derive(Default)]
pub(crate) struct LoginSlot {
    pub(crate) current: Option<Arc<Login>>,
    /// Its token was refused; the session may live.
    pub(crate) refused: Option<Arc<Login>>,
    pub(crate) failure: Option<Error>,
    /// A log-in that waits for a code.
    pub(crate) pending: Option<PendingMfa>,
}

/// A user logged in by password.
pub(crate) struct Login {
    pub(crate) token: SecretString,
    pub(crate) private_key: Arc<PrivateKey>,
    pub(crate) refresh_token: Option<SecretString>,
    /// When the token is to be refreshed, where it tells how long it lives.
    pub(crate) due_at: Option<Instant>,
    /// The token came from refreshing.
    pub(crate) is_refreshed: bool,
    /// The token is good for more than what concerns the user alone.
    pub(crate) is_for_organization: bool,
}

/// A log-in that waits for its code.
pub(crate) struct PendingMfa {
    pub(crate) email: String,
    /// Good for nothing but the second factor.
    pub(crate) token: SecretString,
    /// What opens the private key later: servers tell it only at the beginning.
    pub(crate) salt: String,
    pub(crate) since: Instant,
}

/// The session of a client, and how the last attempt at one failed.
#[derive(Default)]
pub(crate) struct IdentitySlot {
    pub(crate) current: Option<Arc<IdentitySession>>,
    pub(crate) failure: Option<Error>,
}

/// A machine identity that is logged in.
pub(crate) struct IdentitySession {
    pub(crate) token: SecretString,
    pub(crate) renew_at: Instant,
}

/// The client's own service token after its project key was opened.
pub(crate) struct OpenedToken {
    pub(crate) era: Era,
    pub(crate) record: TokenRecord,
    pub(crate) project_id: String,
    pub(crate) scopes: Vec<ScopeRecord>,
    pub(crate) project_key: Arc<ProjectKey>,
}

/// A sign-up whose code the server has confirmed, and will not again.
pub(crate) struct ConfirmedSignUp {
    pub(crate) email: String,
    pub(crate) code: SecretString,
    pub(crate) invited_to: Option<String>,
    pub(crate) token: SecretString,
}

/// A recovery whose code the server has confirmed, and will not again.
pub(crate) struct ConfirmedRecovery {
    pub(crate) email: String,
    pub(crate) code: SecretString,
    pub(crate) token: SecretString,
    pub(crate) public_key: Option<String>,
}
