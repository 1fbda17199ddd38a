//! Rolling a secret back to an earlier version.

use crate::Result;
use crate::api::secret_versions as api;
use crate::api::secrets::{OneSecret, Place, subject};
use crate::client::call::{Call, Client, awaitable};
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::names::check_name;
use crate::client::secrets::read_options::ReadOptions;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};

impl Secrets {
    /// Gives a secret the value that it had in an earlier version, as a new version. Its comment
    /// and tags stay as they are. Servers since 2024 have no route for this: the client reads the
    /// value and writes it again, and a change to it meanwhile is undone.
    ///
    /// Servers show earlier versions only to users, those of 2024 not with API keys; today's
    /// servers show them to machine identities too.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    /// - `version`: the number of the version, as in [`Secret::version`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such secret or version.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is not valid, or
    ///   for a negative version.
    /// - [`ErrorKind::IntegrityViolation`](crate::ErrorKind::IntegrityViolation) if the secret had
    ///   another name in that version.
    /// - [`ErrorKind::DecryptionFailed`](crate::ErrorKind::DecryptionFailed) if that version does
    ///   not decrypt.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) if the server does not
    ///   show earlier versions to the credential, or if a policy of the project asks for approval
    ///   first: the error names the request for approval, and nothing was changed.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if the server
    ///   decrypts the project's secrets but, like those of 2024, not their earlier versions.
    pub fn roll_back(&self, name: impl Into<String>, version: i64) -> RollBackSecret {
        RollBackSecret {
            client: self.client.clone(),
            name: name.into(),
            version,
            location: GivenLocation::default(),
            kind: SecretType::Shared,
        }
    }
}

/// Gives a secret an earlier value when awaited. See [`Secrets::roll_back`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RollBackSecret {
    client: Client,
    name: String,
    version: i64,
    location: GivenLocation,
    kind: SecretType,
}

impl RollBackSecret {
    location_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(RollBackSecret => Secret, |this, call| call.roll_back_secret(this).await);

impl Call {
    async fn roll_back_secret(&self, this: RollBackSecret) -> Result<Secret> {
        let RollBackSecret { name, version, location, kind, .. } = this;
        let options = ReadOptions { kind, version: Some(version), ..ReadOptions::default() };
        check_name(&name, self.era().await?)?;
        options.check()?;
        let place = self.place(location).await?;
        if self.era().await?.is_may_2023() {
            return self.roll_back_may_2023(&name, kind, version, &place).await;
        }
        let earlier = self.stored_secret(&name, options, &place).await?;
        self.store_changed(&name, None, Some(&earlier.value), None, kind, &place).await
    }

    async fn roll_back_may_2023(
        &self,
        name: &str,
        kind: SecretType,
        version: i64,
        place: &Place,
    ) -> Result<Secret> {
        let current = self.fetch_secret(name, kind, place).await?;
        self.numbered(&current, version, place).await?;
        let key = self.project_key(&place.workspace_id).await?;
        let watch = self.watch().await?;
        let request = api::roll_back(&current.id, &subject(name, place), version)?;
        let mut found: OneSecret = self.send_authorized(request).await?.json().await?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        self.open_changed(watch, &found.secret, name, kind, place, &key).await
    }
}
