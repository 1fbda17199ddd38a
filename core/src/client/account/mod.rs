//! The account of the user behind the credential: sign-up, second factor, password, recovery,
//! sessions.
//!
//! Uses `call`, `session` and `projects`.

mod administrator;
mod mfa;
mod password;
mod profile;
mod recovery;
mod sessions;
mod sign_up;

pub use administrator::SignUpAdministrator;
pub use mfa::{ResendMfaCode, SetMfa, VerifyMfa};
pub use password::{ChangePassword, CreateBackupKey, EmergencyKit};
pub use profile::{DeleteAccount, SetName, User, WhoAmI};
pub use recovery::{CompleteRecovery, StartRecovery};
pub use sessions::{EndSessions, ListSessions, LogOut, Session};
pub use sign_up::{AcceptInvitation, CompleteSignUp, NewAccount, StartSignUp};

use crate::client::call::Client;

/// Sign-up, and the account of the user behind the credential. See [`Client::account`].
///
/// Protocol: `/api/v1/signup`, `/api/v2/signup`, `/api/v3/signup`, `/api/v1/admin/signup`,
/// `/api/v1/invite-org`, `/api/v1/auth`, `/api/v3/auth`, `/api/v2/auth/mfa`, `/api/v1/password`,
/// `/api/v2/users/me`.
#[derive(Debug, Clone)]
pub struct Account {
    pub(super) client: Client,
}
