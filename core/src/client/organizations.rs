//! Organizations the user belongs to.

use super::call::Call;
use super::credential::Kind;
use super::{Client, awaitable};
use crate::Result;
use crate::api::organizations::{self, OrganizationList};

/// Organizations the user belongs to. See [`Client::organizations`].
#[derive(Debug, Clone)]
pub struct Organizations {
    pub(super) client: Client,
}

impl Organizations {
    /// Every organization of the user, with those that only invited the user on older servers.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for a service token.
    pub fn list(&self) -> ListOrganizations {
        ListOrganizations { client: self.client.clone() }
    }
}

/// Lists organizations when awaited. See [`Organizations::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListOrganizations {
    client: Client,
}

awaitable!(ListOrganizations => Vec<Organization>, |this, call| call.organizations().await);

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The organization's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug; `None` on May 2023 servers.
    pub slug: Option<String>,
}

impl Call {
    pub(super) async fn organizations(&self) -> Result<Vec<Organization>> {
        self.require_user()?;
        let request = match self.credential()? {
            Kind::ApiKey { .. } => organizations::list_by_api_key(),
            _ => organizations::list(),
        };
        let list: OrganizationList = self.send_authorized(request).await?.json()?;
        Ok(list
            .organizations
            .into_iter()
            .map(|record| Organization { id: record.id(), name: record.name, slug: record.slug })
            .collect())
    }
}
