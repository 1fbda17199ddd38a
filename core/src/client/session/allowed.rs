//! Which kinds of credentials an operation allows; the server decides what their role may do.

use crate::Result;
use crate::client::call::{Call, Kind};

impl Call {
    /// Fails unless the credential can manage projects: that of a user or, since October 2024, of a
    /// machine identity.
    pub(crate) async fn require_manager(&self) -> Result<()> {
        if self.credential()?.is_identity() && self.era().await?.is_since_october_2024() {
            return Ok(());
        }
        self.require_user()
    }

    /// Like [`require_manager`](Self::require_manager), but also fails for an API key.
    pub(crate) async fn require_managing_session(&self) -> Result<()> {
        match self.credential()? {
            Kind::ApiKey { .. } => self.require_session(),
            _ => self.require_manager().await,
        }
    }
}
