//! The organization of a call.

use crate::api::organizations::{self, OrganizationList, OrganizationRecord};
use crate::client::call::{Call, Kind};
use crate::{Error, ErrorKind, Result};

/// The setter of a request about one organization, for its field `organization`.
macro_rules! organization_setter {
    () => {
        /// Id of the organization; by default the client's, or the only one that the user belongs
        /// to.
        pub fn organization(mut self, id: impl Into<String>) -> Self {
            self.organization = Some(id.into());
            self
        }
    };
}

pub(crate) use organization_setter;

impl Call {
    /// The given organization, the client's, or the only one that the user belongs to.
    pub(crate) async fn organization_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(id) = wanted.or_else(|| self.shared.organization.clone()) {
            return Ok(id);
        }
        if self.credential()?.is_identity() {
            return self.session_organization().await?.ok_or_else(|| {
                Error::new(
                    ErrorKind::InvalidInput,
                    "the organization is missing, and this server does not tell a machine identity \
                     which it belongs to. Pass the id of the organization",
                )
            });
        }
        match self.organization_records().await?.as_slice() {
            [only] => Ok(only.id()),
            several => Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "the organization is missing, and the user belongs to {} organizations. Pass \
                     the id of one",
                    several.len()
                ),
            )),
        }
    }

    /// The given or default organization, with a well-formed id.
    pub(crate) async fn checked_organization(&self, wanted: Option<String>) -> Result<String> {
        self.require_manager().await?;
        let organization = self.organization_or_default(wanted).await?;
        self.check_id("organization", &organization).await?;
        Ok(organization)
    }

    /// The organizations the user belongs to.
    pub(crate) async fn organization_records(&self) -> Result<Vec<OrganizationRecord>> {
        self.require_manager().await?;
        let request = match self.credential()? {
            Kind::ApiKey { .. } => organizations::list_by_api_key(),
            _ => organizations::list(),
        };
        let list: OrganizationList = self.send_authorized(request).await?.json().await?;
        Ok(list.organizations)
    }
}
