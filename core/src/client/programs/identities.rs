//! Machine identities, managed by users.

use crate::api::identities::{
    self as api, MembershipRecord, OneIdentity, OneMembership, OrganizationIdentities,
};
use crate::api::organizations::OrganizationRecord;
use crate::client::call::{Call, Client, awaitable, check_name, check_role};
use crate::client::session::Feature;
use crate::{Error, ErrorKind, Result};

/// The number of identities per request.
pub(crate) const PAGE: u64 = 100;

/// The name in messages.
const WHAT: &str = "machine identity";

/// The default role of an identity in its organization, which allows nothing.
const NO_ACCESS: &str = "no-access";

/// Machine identities, on servers of 2024 and later. See [`Client::identities`].
///
/// A program becomes one with `client_id` and `client_secret` after four steps:
/// [`create`](Self::create), [`attach_universal_auth`](Self::attach_universal_auth),
/// [`create_client_secret`](Self::create_client_secret), [`add_to_project`](Self::add_to_project).
///
/// To replace a client secret, create another one, give it to the program, and then revoke the old
/// one with [`revoke_client_secret`](Self::revoke_client_secret).
///
/// On servers since autumn 2024 a user can create the identity's access tokens instead, which a
/// program uses as `identity_token`: [`attach_token_auth`](Self::attach_token_auth),
/// [`create_access_token`](Self::create_access_token). The routes that only these servers have are
/// known from public source alone.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on May 2023 servers. It fails with
/// [`ErrorKind::PermissionDenied`] for an API key, for the credential of a program, or if the
/// user's role does not allow it; nobody can give a role with more permissions than their own. A
/// malformed id fails with [`ErrorKind::InvalidInput`].
///
/// Protocol: `/api/v1/identities`, `/api/v1/auth/universal-auth` and `/api/v1/auth/token-auth`, in
/// organizations `/api/v2/organizations/{id}/identity-memberships`, in projects
/// `/api/v2/workspace/{id}/identity-memberships`.
#[derive(Debug, Clone)]
pub struct Identities {
    pub(crate) client: Client,
}

impl Identities {
    /// Creates a machine identity in an organization. On its own it can do nothing.
    ///
    /// # Arguments
    /// - `name`: the identity's name, for people.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is blank, if the role is blank or unknown, or if
    ///   neither the call nor the client names an organization and the user does not belong to
    ///   exactly one.
    /// - [`ErrorKind::NotFound`] on servers before autumn 2024 if there is no such organization or
    ///   the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`] on servers since autumn 2024 for an organization that the
    ///   client does not act in.
    pub fn create(&self, name: impl Into<String>) -> CreateIdentity {
        CreateIdentity {
            client: self.client.clone(),
            name: name.into(),
            organization: None,
            role: NO_ACCESS.to_owned(),
        }
    }

    /// Lists every machine identity of an organization.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names an organization and
    ///   the user does not belong to exactly one.
    /// - [`ErrorKind::NotFound`] on servers before autumn 2024 if there is no such organization or
    ///   the user is not a member of it.
    /// - [`ErrorKind::PermissionDenied`] on servers since autumn 2024 for an organization that the
    ///   client does not act in.
    pub fn list(&self) -> ListIdentities {
        ListIdentities { client: self.client.clone(), organization: None }
    }

    /// Changes the name of a machine identity, its role in its organization, or both. What is not
    /// given stays as it is.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id.
    /// - [`ErrorKind::InvalidInput`] if no change is given, if the new name is blank, or if the
    ///   role is blank or unknown.
    pub fn update(&self, id: impl Into<String>) -> UpdateIdentity {
        UpdateIdentity { client: self.client.clone(), id: id.into(), new_name: None, role: None }
    }

    /// Deletes a machine identity. Its client secrets and access tokens stop working.
    ///
    /// # Arguments
    /// - `id`: the identity's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no identity of that id.
    pub fn delete(&self, id: impl Into<String>) -> DeleteIdentity {
        DeleteIdentity { client: self.client.clone(), id: id.into() }
    }
}

/// Creates an identity when awaited. See [`Identities::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateIdentity {
    client: Client,
    name: String,
    organization: Option<String>,
    role: String,
}

impl CreateIdentity {
    /// Id of the organization; by default the client's, or the only one that the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }

    /// Role of the identity in the organization: `admin`, `member` or `no-access`; `no-access` by
    /// default.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }
}

awaitable!(CreateIdentity => Identity, |this, call| {
    call.require_identities().await?;
    check_name(WHAT, &this.name)?;
    check_role(&this.role)?;
    let organization = call.organization_or_default(this.organization).await?;
    let request = api::create(&this.name, &organization, &this.role)?;
    let created: OneIdentity = call.send_authorized(request).await?.json().await?;
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
    /// Id of the organization; by default the client's, or the only one that the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

awaitable!(ListIdentities => Vec<Identity>, |this, call| {
    call.require_identities().await?;
    let organization = call.organization_or_default(this.organization).await?;
    call.identities_of(&organization).await
});

/// Changes an identity when awaited. See [`Identities::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateIdentity {
    client: Client,
    id: String,
    new_name: Option<String>,
    role: Option<String>,
}

impl UpdateIdentity {
    /// New name of the identity; unchanged by default.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// New role of the identity in the organization: `admin`, `member` or `no-access`; unchanged by
    /// default.
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }
}

awaitable!(UpdateIdentity => Identity, |this, call| {
    let (name, role) = (this.new_name.as_deref(), this.role.as_deref());
    if name.is_none() && role.is_none() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!(
                "machine identity {}: nothing to change. Give a name or a role",
                this.id),
        ));
    }
    name.map_or(Ok(()), |name| check_name(WHAT, name))?;
    role.map_or(Ok(()), check_role)?;
    call.require_identity(&this.id).await?;
    let request = api::update(&this.id, name, role)?;
    let updated: OneIdentity = call.send_authorized(request).await?.json().await?;
    let OneIdentity { identity } = updated;
    let role = match this.role {
        Some(role) => role,
        // The answer to the change does not have it.
        None => call.role_of_identity(&this.id).await?,
    };
    Ok(Identity { id: identity.id, name: identity.name, role })
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

/// A machine identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The identity's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The role in the organization: `admin`, `member`, `no-access` or a custom role.
    pub role: String,
}

impl Call {
    pub(super) async fn require_identities(&self) -> Result<()> {
        self.require_manager().await?;
        self.require(Feature::Identities).await
    }

    /// Like [`require_identities`](Self::require_identities), for the identity with an id.
    pub(super) async fn require_identity(&self, id: &str) -> Result<()> {
        self.require_identities().await?;
        self.check_identity_id(id).await
    }

    /// Like [`require_identities`](Self::require_identities), for later features.
    pub(super) async fn require_identity_feature(&self, feature: Feature) -> Result<()> {
        self.require_identities().await?;
        self.require(feature).await
    }

    pub(super) async fn check_identity_id(&self, id: &str) -> Result<()> {
        self.check_id(WHAT, id).await
    }

    async fn identities_of(&self, organization: &str) -> Result<Vec<Identity>> {
        let request = |offset, limit| api::list(organization, offset, limit);
        let items = |page: OrganizationIdentities| (page.identity_memberships, page.total_count);
        let id = |membership: &MembershipRecord| membership.identity.id.clone();
        let memberships = self.all_counted_pages(PAGE, request, items, id).await?;
        let identities = memberships.into_iter().map(|membership| Identity {
            id: membership.identity.id,
            name: membership.identity.name,
            role: membership.role,
        });
        Ok(identities.collect())
    }

    /// An identity's role in its organization, which servers of 2024 return only in lists.
    async fn role_of_identity(&self, id: &str) -> Result<String> {
        if self.era().await?.is_since_october_2024() {
            let found: OneMembership = self.send_authorized(api::get(id)).await?.json().await?;
            return Ok(found.identity.role);
        }
        let organizations = match &self.shared.organization {
            Some(only) => vec![only.clone()],
            None => self.organization_records().await?.iter().map(OrganizationRecord::id).collect(),
        };
        for organization in organizations {
            let identities = match self.identities_of(&organization).await {
                Ok(identities) => identities,
                // The session may be for another organization.
                Err(error) if error.kind() == ErrorKind::PermissionDenied => continue,
                Err(error) => return Err(error),
            };
            if let Some(found) = identities.into_iter().find(|identity| identity.id == id) {
                return Ok(found.role);
            }
        }
        Err(Error::new(ErrorKind::NotFound, format!("there is no machine identity {id}")))
    }
}
