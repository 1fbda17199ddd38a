//! Creating secrets.

use super::write::only_record;
use crate::api::secrets::{self as api, Fields, OneSecret, Place, SecretRecord};
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor;
use crate::client::secrets::extras::{Extras, extras_setters, unencrypted};
use crate::client::secrets::names::check_name;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Secrets {
    /// Encrypts and stores a new secret.
    ///
    /// For projects that may have a policy of approval, use
    /// [`propose_create`](Self::propose_create): it returns the request for approval as a result.
    ///
    /// # Arguments
    /// - `name`: the secret's name: any text without white space around it, on servers since 2024
    ///   of at most 100 UTF-16 units.
    /// - `value`: the value, which may be empty.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the name is taken.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid, for white space around a value that
    ///   is not end-to-end encrypted: servers would remove it, except for one newline at the end;
    ///   or for metadata or a reminder that servers would refuse, change or ignore.
    /// - [`ErrorKind::UnsupportedByServer`] for metadata, a reminder or `skip_multiline_encoding`
    ///   of a secret that is end-to-end encrypted, or if the server does not store it.
    /// - [`ErrorKind::NotFound`] if there is no such environment or folder, or for a personal
    ///   secret if there is no shared one to override.
    /// - [`ErrorKind::PayloadTooLarge`] if the value is over about 76,000 bytes (May 2023 servers)
    ///   or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval, and nothing was changed; or on servers since 2024
    ///   for a personal secret if the credential is not a user's.
    /// - [`ErrorKind::IntegrityViolation`] if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is sent; or if it
    ///   answers with another value or comment than was sent, or stores other metadata.
    pub fn create(&self, name: impl Into<String>, value: impl Into<SecretString>) -> CreateSecret {
        CreateSecret {
            client: self.client.clone(),
            name: name.into(),
            value: value.into(),
            comment: None,
            extras: Extras::default(),
            location: GivenLocation::default(),
            kind: SecretType::Shared,
        }
    }
}

/// Stores a new secret when awaited. See [`Secrets::create`](crate::Secrets::create).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateSecret {
    client: Client,
    name: String,
    value: SecretString,
    comment: Option<SecretString>,
    extras: Extras,
    location: GivenLocation,
    kind: SecretType,
}

impl CreateSecret {
    location_setters!();
    extras_setters!();

    /// Comment for people, encrypted like the value; none by default.
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// Shared or personal; shared by default. A personal secret overrides a shared one, which must
    /// exist.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(CreateSecret => Secret, |this, call| call.create_secret(this).await);

impl Call {
    pub(super) async fn create_secret(&self, this: CreateSecret) -> Result<Secret> {
        let CreateSecret { name, value, comment, extras, location, kind, .. } = this;
        check_name(&name, self.era().await?)?;
        extras.check(&format!("secret {name:?}", name = Shown(&name)))?;
        let place = self.place(location).await?;
        if !extras.is_empty() {
            if self.route(&place.workspace_id).await? == Route::Encrypted {
                return Err(unencrypted(&api::subject(&name, &place)));
            }
            let comment = comment.as_ref().filter(|comment| !comment.is_empty());
            return self.create_raw_with(&name, &value, comment, &extras, kind, &place).await;
        }
        self.store_new(&name, &value, comment.as_ref(), kind, &place).await
    }

    /// Creates a secret in a place that was checked.
    pub(super) async fn store_new(
        &self,
        name: &str,
        value: &SecretString,
        comment: Option<&SecretString>,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        // An empty comment is the same as none, and May 2023 stores none.
        let comment = comment.filter(|comment| !comment.is_empty());
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.create_raw(name, value, comment, kind, place).await;
        }
        let key = self.proven_key(&place.workspace_id, Some(place)).await?;
        let fields = cryptor::seal(&key, Some(name), Some(value), comment)?;
        let request = api::create(name, kind.as_str(), place, &fields)?;
        let watch = self.watch().await?;
        let record = match self.send_authorized(request).await {
            Ok(response) => applied(response).await?.json::<OneSecret>().await?.secret,
            Err(error) if self.era().await?.is_may_2023() && error.status() == Some(400) => {
                self.create_after_refusal(name, kind, place, &fields, error).await?
            }
            Err(error) => return Err(error),
        };
        let secret = self.open_changed(watch, &record, name, kind, place, &key).await?;
        cryptor::check_echo(&secret, Some(value), comment, place)?;
        Ok(secret)
    }

    /// May 2023 answers 400 with an empty body if the name is taken, if there is no secret to
    /// override, and also if only another environment has the name. In the last case, its older
    /// route creates the secret.
    async fn create_after_refusal(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
        fields: &Fields,
        refused: Error,
    ) -> Result<SecretRecord> {
        let subject = api::subject(name, place);
        let found = match self.send_authorized(api::get(name, kind.as_str(), place)).await {
            Ok(response) => Some(response.json::<OneSecret>().await?.secret),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match (kind, found) {
            (SecretType::Personal, None) => {
                return Err(refused.reclassified(
                    ErrorKind::NotFound,
                    format!(
                        "{subject}: there is no shared secret to override. Create the shared \
                         secret first"
                    ),
                ));
            }
            (_, Some(record)) if record.kind == kind.as_str() => {
                return Err(refused.reclassified(
                    ErrorKind::Conflict,
                    format!("{subject}: it already exists. Update it instead"),
                ));
            }
            _ => {}
        }
        let request = api::create_v2(name, kind.as_str(), place, fields)?;
        let response = self.send_authorized(request).await?;
        only_record(response.json().await?).ok_or_else(|| response.invalid("no secret was created"))
    }
}
