//! Accepting what the trust store holds against the server.

use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::{GivenLocation, location_setters};
use crate::{Error, ErrorKind, Result};

/// The client's trust store. See [`Client::trust`].
///
/// Every method fails with [`ErrorKind::InvalidInput`] if the client has no trust store.
///
/// Protocol: none; the store is a file of the client.
#[derive(Debug, Clone)]
pub struct Trust {
    pub(crate) client: Client,
}

impl Trust {
    /// Accepts what the server has of the secrets of a folder: forgets what was seen of them. Call
    /// it after [`ErrorKind::TamperingSuspected`], if the members of the project confirm that
    /// they deleted, replaced or rolled back these secrets. The next answers are stored instead.
    ///
    /// Returns how many secrets were forgotten.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such environment.
    pub fn forget_secrets(&self) -> ForgetSecrets {
        ForgetSecrets {
            client: self.client.clone(),
            names: None,
            location: GivenLocation::default(),
        }
    }

    /// Accepts another key of a project: forgets the known key, and all its secrets. Call it if a
    /// member confirms that they replaced the key (`projects.rotate_key`), or that they gave up the
    /// encryption of the project.
    ///
    /// # Arguments
    /// - `id`: the project's id.
    pub fn forget_project(&self, id: impl Into<String>) -> ForgetProject {
        ForgetProject { client: self.client.clone(), id: id.into() }
    }
}

/// Forgets secrets when awaited. See [`Trust::forget_secrets`].
#[derive(Debug)]
#[must_use = "nothing is forgotten until it is awaited"]
pub struct ForgetSecrets {
    client: Client,
    names: Option<Vec<String>>,
    location: GivenLocation,
}

impl ForgetSecrets {
    location_setters!();

    /// The names of the secrets; by default all secrets of the folder.
    pub fn names(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.names = Some(names.into_iter().map(Into::into).collect());
        self
    }
}

awaitable!(ForgetSecrets => usize, |this, call| {
    call.require_trust_store()?;
    let place = call.place(this.location).await?;
    call.forget_secrets(&place, this.names).await
});

/// Forgets a project when awaited. See [`Trust::forget_project`].
#[derive(Debug)]
#[must_use = "nothing is forgotten until it is awaited"]
pub struct ForgetProject {
    client: Client,
    id: String,
}

awaitable!(ForgetProject => (), |this, call| {
    call.require_trust_store()?;
    call.forget_known_project(&this.id).await
});

impl Call {
    fn require_trust_store(&self) -> Result<()> {
        if self.shared.trust_store.is_some() {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "this client has no trust store, so there is nothing to forget. Set the option \
             trust_store",
        ))
    }
}
