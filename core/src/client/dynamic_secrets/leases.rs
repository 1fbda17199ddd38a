//! Leases of dynamic secrets: create, list, get, renew, revoke.

use std::time::Duration;

use super::sources::{DynamicSecrets, check_dynamic_name};
use crate::api::dynamic_secrets::{
    self as api, CreatedLeaseRecord, Credential, LeaseRecord, Leases, OneLease,
};
use crate::client::call::{Call, Client, awaitable, whole_seconds};
use crate::client::projects::{GivenLocation, location_setters};
use crate::http::Request;
use crate::{Error, ErrorKind, Result, SecretString};

impl DynamicSecrets {
    /// Has the server make a credential, and returns it. The server keeps no copy for later: this
    /// is the only time that it is shown.
    ///
    /// ```no_run
    /// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
    /// use std::time::Duration;
    ///
    /// let ttl = Duration::from_secs(600);
    /// let created = client.dynamic_secrets().create_lease("database").ttl(ttl).await?;
    /// let user = created.credential("DB_USERNAME");
    /// let password = created.credential("DB_PASSWORD");
    /// # let _ = (user, password);
    /// client.dynamic_secrets().revoke_lease(&created.lease.id).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// A lease that was created although the call failed ends by itself. [`leases`](Self::leases)
    /// lists it.
    ///
    /// # Arguments
    /// - `name`: the name of the dynamic secret, in lower case.
    ///
    /// # Errors
    /// - [`ErrorKind::UnsupportedByServer`] if the client requires end-to-end encryption, before
    ///   anything is sent; and if the server's license does not include dynamic secrets.
    /// - [`ErrorKind::NotFound`] if there is no such dynamic secret, project, environment or folder,
    ///   or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the name is empty, `.`, `..`, longer than 100 UTF-16 units
    ///   or not in lower case, if the time is shorter than one minute or longer than the dynamic
    ///   secret allows, or if there are too many leases.
    pub fn create_lease(&self, name: impl Into<String>) -> CreateLease {
        CreateLease {
            client: self.client.clone(),
            name: name.into(),
            ttl: None,
            location: GivenLocation::default(),
        }
    }

    /// Lists the leases of a dynamic secret, without their credentials.
    ///
    /// # Arguments
    /// - `name`: the name of the dynamic secret, in lower case.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such dynamic secret, project, environment or folder,
    ///   or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the name is empty, `.`, `..`, longer than 100 UTF-16 units
    ///   or not in lower case.
    pub fn leases(&self, name: impl Into<String>) -> ListLeases {
        ListLeases {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
        }
    }

    /// Returns one lease, without its credential.
    ///
    /// # Arguments
    /// - `id`: the lease's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such lease in the folder, or no such project,
    ///   environment or folder, or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the id is malformed.
    pub fn get_lease(&self, id: impl Into<String>) -> GetLease {
        GetLease { client: self.client.clone(), id: id.into(), location: GivenLocation::default() }
    }

    /// Lets a lease last longer. Its credential stays the same.
    ///
    /// # Arguments
    /// - `id`: the lease's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such lease in the folder, or no such project,
    ///   environment or folder, or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the id is malformed, if the time is shorter than one minute,
    ///   or if the lease would last longer than the dynamic secret allows.
    /// - [`ErrorKind::UnsupportedByServer`] if the server's license does not include dynamic
    ///   secrets.
    pub fn renew_lease(&self, id: impl Into<String>) -> RenewLease {
        RenewLease {
            client: self.client.clone(),
            id: id.into(),
            ttl: None,
            location: GivenLocation::default(),
        }
    }

    /// Ends a lease: the server removes its credential.
    ///
    /// # Arguments
    /// - `id`: the lease's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such lease in the folder, or no such project,
    ///   environment or folder, or if the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the id is malformed.
    /// - [`ErrorKind::ServerError`] if the service did not let the server remove the credential,
    ///   which may still be valid. The server tries again.
    pub fn revoke_lease(&self, id: impl Into<String>) -> RevokeLease {
        RevokeLease {
            client: self.client.clone(),
            id: id.into(),
            force: false,
            location: GivenLocation::default(),
        }
    }
}

/// Creates a lease when awaited. See [`DynamicSecrets::create_lease`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateLease {
    client: Client,
    name: String,
    ttl: Option<Duration>,
    location: GivenLocation,
}

impl CreateLease {
    location_setters!();

    /// How long the lease lasts, in whole seconds and at least one minute; by default as long as
    /// the dynamic secret says.
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = Some(ttl);
        self
    }
}

awaitable!(CreateLease => CreatedLease, |this, call| call.create_lease(this).await);

/// Lists leases when awaited. See [`DynamicSecrets::leases`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListLeases {
    client: Client,
    name: String,
    location: GivenLocation,
}

impl ListLeases {
    location_setters!();
}

awaitable!(ListLeases => Vec<Lease>, |this, call| {
    check_dynamic_name(&this.name)?;
    let place = call.place_of_dynamic_secrets(this.location).await?;
    let request = api::leases(&this.name, &place);
    let list: Leases = call.send_authorized(request).await?.json().await?;
    let mut sources = list.leases.iter().map(|lease| &lease.dynamic_secret_id);
    let first = sources.next();
    check(sources.all(|other| Some(other) == first), || api::subject(&this.name, &place))?;
    Ok(list.leases.into_iter().map(Lease::from).collect())
});

/// Reads a lease when awaited. See [`DynamicSecrets::get_lease`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetLease {
    client: Client,
    id: String,
    location: GivenLocation,
}

impl GetLease {
    location_setters!();
}

awaitable!(GetLease => Lease, |this, call| {
    let place = call.place_of_dynamic_secrets(this.location).await?;
    call.check_id("lease", &this.id).await?;
    call.lease(&this.id, api::get_lease(&this.id, &place)).await
});

/// Renews a lease when awaited. See [`DynamicSecrets::renew_lease`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RenewLease {
    client: Client,
    id: String,
    ttl: Option<Duration>,
    location: GivenLocation,
}

impl RenewLease {
    location_setters!();

    /// How much longer the lease lasts, in whole seconds and at least one minute; by default as
    /// long as the dynamic secret says.
    pub fn ttl(mut self, ttl: Duration) -> Self {
        self.ttl = Some(ttl);
        self
    }
}

awaitable!(RenewLease => Lease, |this, call| {
    let ttl = whole_seconds(this.ttl)?;
    let place = call.place_of_dynamic_secrets(this.location).await?;
    call.check_id("lease", &this.id).await?;
    call.lease(&this.id, api::renew_lease(&this.id, ttl, &place)?).await
});

/// Revokes a lease when awaited. See [`DynamicSecrets::revoke_lease`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RevokeLease {
    client: Client,
    id: String,
    force: bool,
    location: GivenLocation,
}

impl RevokeLease {
    location_setters!();

    /// Whether the server forgets the lease even if the service did not let it remove the
    /// credential, which then stays valid; `false` by default.
    pub fn force(mut self, force: bool) -> Self {
        self.force = force;
        self
    }
}

awaitable!(RevokeLease => (), |this, call| {
    let place = call.place_of_dynamic_secrets(this.location).await?;
    call.check_id("lease", &this.id).await?;
    let request = api::revoke_lease(&this.id, this.force, &place)?;
    let revoked = call.lease(&this.id, request).await?;
    match revoked.status {
        None => Ok(()),
        Some(_) => Err(Error::new(
            ErrorKind::ServerError,
            format!(
                "{}: the server could not remove the credential, which may still be valid. The \
                 server tries again",
                api::lease(&this.id)
            ),
        )),
    }
});

/// A lease of a dynamic secret: a credential that the server made, without the credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// The lease's id.
    pub id: String,
    /// Id of the dynamic secret.
    pub dynamic_secret_id: String,
    /// When the server removes the credential, as RFC 3339 in UTC.
    pub expires_at: Option<String>,
    /// `Failed to delete` if the server could not remove the credential; otherwise `None`.
    pub status: Option<String>,
    /// When the lease was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When it was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
}

impl From<LeaseRecord> for Lease {
    fn from(record: LeaseRecord) -> Self {
        Self {
            id: record.id,
            dynamic_secret_id: record.dynamic_secret_id,
            expires_at: record.expire_at,
            status: record.status.filter(|status| !status.is_empty()),
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

/// A new lease with its credential, which is shown here once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedLease {
    /// The lease.
    pub lease: Lease,
    /// The parts of the credential, by name: such as `DB_USERNAME` and `DB_PASSWORD`.
    pub credentials: Vec<LeaseCredential>,
}

impl CreatedLease {
    /// The part of the credential with this name.
    #[must_use]
    pub fn credential(&self, name: &str) -> Option<&SecretString> {
        self.credentials.iter().find(|part| part.name == name).map(|part| &part.value)
    }
}

/// A part of a credential that the server made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseCredential {
    /// Its name, which depends on the service: such as `DB_PASSWORD`.
    pub name: String,
    /// Its value.
    pub value: SecretString,
}

impl Call {
    async fn create_lease(&self, this: CreateLease) -> Result<CreatedLease> {
        check_dynamic_name(&this.name)?;
        let ttl = whole_seconds(this.ttl)?;
        self.allow_plaintext(|| "creating a lease".to_owned())?;
        let place = self.place_of_dynamic_secrets(this.location).await?;
        let request = api::create_lease(&this.name, ttl, &place)?;
        let created: CreatedLeaseRecord = self.send_authorized(request).await?.json().await?;
        let CreatedLeaseRecord { lease, dynamic_secret, data } = created;
        let is_same =
            dynamic_secret.name == this.name && dynamic_secret.id == lease.dynamic_secret_id;
        check(is_same, || api::subject(&this.name, &place))?;
        let part = |(name, Credential(value))| LeaseCredential { name, value };
        Ok(CreatedLease { lease: lease.into(), credentials: data.into_iter().map(part).collect() })
    }

    /// Sends a request that is answered with the lease of that id.
    async fn lease(&self, id: &str, request: Request) -> Result<Lease> {
        let found: OneLease = self.send_authorized(request).await?.json().await?;
        check(found.lease.id == id, || api::lease(id))?;
        Ok(found.lease.into())
    }
}

/// Fails unless the server answered with what the call is about.
fn check(is_same: bool, subject: impl FnOnce() -> String) -> Result<()> {
    if is_same {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::IntegrityViolation,
        format!("{}: the server answered with something else. Do not trust it", subject()),
    ))
}
