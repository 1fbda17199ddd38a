//! Machine identities, managed by users.

use std::time::Duration;

use super::call::Call;
use super::service_tokens::whole_seconds;
use super::{Client, awaitable};
use crate::api::identities::{
    self as api, Attached, MembershipRecord, OneIdentity, OrganizationIdentities,
};
use crate::api::server::Era;
use crate::{Error, ErrorKind, Result};

/// How many identities a server is asked for at a time.
pub(super) const PAGE: u64 = 100;

/// What an identity may do in its organization if nothing else is said: nothing.
const NO_ACCESS: &str = "no-access";

/// Machine identities, on servers of 2024 and later. See [`Client::identities`].
///
/// A program becomes one with [`Credential::universal_auth`](crate::Credential::universal_auth)
/// after four steps: [`create`](Self::create), [`attach_universal_auth`](Self::attach_universal_auth),
/// [`create_client_secret`](Self::create_client_secret), [`add_to_project`](Self::add_to_project).
/// To replace a client secret, make another one, give it to the program, and then
/// [revoke](Self::revoke_client_secret) the old one. Every method here fails with [`ErrorKind::UnsupportedByServer`] on May 2023 servers and with
/// [`ErrorKind::PermissionDenied`] for other credentials than a user's, or without the role.
#[derive(Debug, Clone)]
pub struct Identities {
    pub(super) client: Client,
}

impl Identities {
    /// Makes an identity in an organization. Alone it can do nothing.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] for an empty name or an unknown role, or if the user belongs to
    /// several organizations and none is named.
    pub fn create(&self, name: impl Into<String>) -> CreateIdentity {
        CreateIdentity {
            client: self.client.clone(),
            name: name.into(),
            organization: None,
            role: NO_ACCESS.to_owned(),
        }
    }

    /// Every identity of an organization.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if the user belongs to several organizations and none is named.
    pub fn list(&self) -> ListIdentities {
        ListIdentities { client: self.client.clone(), organization: None }
    }

    /// Deletes an identity. Its client secrets and access tokens stop working.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id.
    pub fn delete(&self, id: impl Into<String>) -> DeleteIdentity {
        DeleteIdentity { client: self.client.clone(), id: id.into() }
    }

    /// Lets an identity log in by universal auth, and gives its client id.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none of that id; [`ErrorKind::InvalidInput`] for a time
    /// below one second or beyond the longest, or if it has universal auth already.
    pub fn attach_universal_auth(&self, id: impl Into<String>) -> AttachUniversalAuth {
        AttachUniversalAuth {
            client: self.client.clone(),
            id: id.into(),
            access_token_ttl: None,
            access_token_max_ttl: None,
        }
    }
}

/// Makes an identity when awaited. See [`Identities::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateIdentity {
    client: Client,
    name: String,
    organization: Option<String>,
    role: String,
}

impl CreateIdentity {
    /// Id of the organization; by default the client's, or the only one the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }

    /// Its role in the organization: `admin`, `member` or `no-access`, which is the default.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }
}

awaitable!(CreateIdentity => Identity, |this, call| {
    call.require_identities().await?;
    if this.name.trim().is_empty() {
        return Err(Error::new(ErrorKind::InvalidInput, "the machine identity needs a name"));
    }
    let organization = call.organization_or_default(this.organization).await?;
    let request = api::create(&this.name, &organization, &this.role)?;
    let created: OneIdentity = call.send_authorized(request).await?.json()?;
    let OneIdentity { identity } = created;
    Ok(Identity { id: identity.id, name: identity.name, role: this.role })
});

/// Lists identities when awaited. See [`Identities::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListIdentities {
    client: Client,
    organization: Option<String>,
}

impl ListIdentities {
    /// Id of the organization; by default the client's, or the only one the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

awaitable!(ListIdentities => Vec<Identity>, |this, call| {
    call.require_identities().await?;
    let organization = call.organization_or_default(this.organization).await?;
    let request = |offset, limit| api::list(&organization, offset, limit);
    let items = |page: OrganizationIdentities| (page.identity_memberships, page.total_count);
    let id = |membership: &MembershipRecord| membership.identity.id.clone();
    let memberships = call.all_counted_pages(PAGE, request, items, id).await?;
    let identities = memberships.into_iter().map(|membership| Identity {
        id: membership.identity.id,
        name: membership.identity.name,
        role: membership.role,
    });
    Ok(identities.collect())
});

/// Deletes an identity when awaited. See [`Identities::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteIdentity {
    client: Client,
    id: String,
}

awaitable!(DeleteIdentity => (), |this, call| {
    call.require_identity(&this.id).await?;
    call.send_authorized(api::delete(&this.id)).await?;
    Ok(())
});

/// Attaches universal auth when awaited. See [`Identities::attach_universal_auth`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct AttachUniversalAuth {
    client: Client,
    id: String,
    access_token_ttl: Option<Duration>,
    access_token_max_ttl: Option<Duration>,
}

impl AttachUniversalAuth {
    /// How long an access token lasts unless it is renewed, in whole seconds; 30 days by default.
    pub fn access_token_ttl(mut self, duration: Duration) -> Self {
        self.access_token_ttl = Some(duration);
        self
    }

    /// How long an access token lasts however often it is renewed; 30 days by default.
    pub fn access_token_max_ttl(mut self, duration: Duration) -> Self {
        self.access_token_max_ttl = Some(duration);
        self
    }
}

awaitable!(AttachUniversalAuth => String, |this, call| {
    call.require_identity(&this.id).await?;
    let (ttl, max_ttl) = (this.access_token_ttl, this.access_token_max_ttl);
    let (ttl, max_ttl) = (whole_seconds(ttl)?, whole_seconds(max_ttl)?);
    let request = api::attach_universal_auth(&this.id, ttl, max_ttl)?;
    let attached: Attached = call.send_authorized(request).await?.json()?;
    Ok(attached.identity_universal_auth.client_id)
});

/// A machine identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The identity's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its role in the organization: `admin`, `member`, `no-access` or one of the organization's
    /// own.
    pub role: String,
}

impl Call {
    pub(super) async fn require_identities(&self) -> Result<()> {
        self.require_user()?;
        if self.era().await? == Era::May2023 {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                "machine identities need a server of 2024",
            ));
        }
        Ok(())
    }
    /// As [`require_identities`](Self::require_identities), for the identity of that id.
    pub(super) async fn require_identity(&self, id: &str) -> Result<()> {
        self.require_identities().await?;
        self.check_id("machine identity", id).await
    }
}
