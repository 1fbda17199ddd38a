//! The tags of a secret.

use super::write::{only_record, value_of};
use crate::Result;
use crate::api::secret_tags as api;
use crate::api::secrets::{Fields, OneSecret, Place};
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::approval::applied;
use crate::client::secrets::names::check_name;
use crate::client::secrets::raw::RawChange;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};

impl Secrets {
    /// Puts tags on a shared secret, in place of those that it has. 2024 servers accept tags only
    /// together with the value, so the client reads the value first, and a change to it meanwhile
    /// is undone.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    /// - `tags`: the slugs of the tags; an empty list removes all tags.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such secret, or no such
    ///   tag in the project.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is not valid.
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) for service tokens,
    ///   service accounts and API keys, which cannot look tags up, or if a policy of the project
    ///   asks for approval first: the error names the request for approval, and nothing was
    ///   changed.
    /// - [`ErrorKind::IntegrityViolation`](crate::ErrorKind::IntegrityViolation) if the server may
    ///   have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is sent.
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) if a February
    ///   2024 server decrypts the secret, where it cannot set tags.
    pub fn set_tags(
        &self,
        name: impl Into<String>,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> SetSecretTags {
        SetSecretTags {
            client: self.client.clone(),
            name: name.into(),
            tags: tags.into_iter().map(Into::into).collect(),
            location: GivenLocation::default(),
        }
    }
}

/// Sets the tags of a secret when awaited. See [`Secrets::set_tags`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetSecretTags {
    client: Client,
    name: String,
    tags: Vec<String>,
    location: GivenLocation,
}

impl SetSecretTags {
    location_setters!();
}

awaitable!(SetSecretTags => Secret, |this, call| {
    call.set_secret_tags(&this.name, this.tags, this.location).await
});

impl Call {
    async fn set_secret_tags(
        &self,
        name: &str,
        slugs: Vec<String>,
        location: GivenLocation,
    ) -> Result<Secret> {
        if !self.credential()?.is_identity() {
            self.require_session()?;
        }
        check_name(name, self.era().await?)?;
        let place = self.place(location).await?;
        let tags = self.tags_called(&place.workspace_id, &slugs).await?;
        let ids: Vec<_> = tags.iter().map(|tag| tag.id.clone()).collect();
        let mut secret = self.store_tags(name, &place, &ids).await?;
        secret.tags = Some(tags.into_iter().map(|tag| tag.slug).collect());
        Ok(secret)
    }

    /// Replaces the tags of a shared secret.
    pub(super) async fn store_tags(
        &self,
        name: &str,
        place: &Place,
        ids: &[String],
    ) -> Result<Secret> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            let change = RawChange { tag_ids: Some(ids), ..RawChange::default() };
            return self.update_raw(name, change, SecretType::Shared, place).await;
        }
        let key = self.proven_key(&place.workspace_id, Some(place)).await?;
        let watch = self.watch().await?;
        let current = self.stored(name, SecretType::Shared, place, &key).await?;
        let record = if self.era().await?.is_may_2023() {
            let request = api::set_v2(name, &current.id(), place, ids)?;
            let response = self.send_authorized(request).await?;
            only_record(response.json().await?)
                .ok_or_else(|| response.invalid("no secret was changed"))?
        } else {
            let fields = Fields { value: Some(value_of(&current)), ..Fields::default() };
            let request = api::set(name, place, &fields, ids)?;
            applied(self.send_authorized(request).await?).await?.json::<OneSecret>().await?.secret
        };
        self.open_changed(watch, &record, name, SecretType::Shared, place, &key).await
    }
}
