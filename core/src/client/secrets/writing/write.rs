//! Changing and deleting secrets.

use crate::api::secrets::{
    self as api, Fields, OneSecret, Place, Renamed, SecretRecord, SecretRecords,
};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::approval::applied;
use crate::client::secrets::cryptor;
use crate::client::secrets::extras::{Extras, extras_setters, unencrypted};
use crate::client::secrets::names::check_name;
use crate::client::secrets::raw::RawChange;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::crypto::{Encrypted, ProjectKey};
use crate::http::{Request, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

impl Secrets {
    /// Encrypts and stores a new value, a new comment, a new name, or several of them.
    ///
    /// For projects that may have a policy of approval, use
    /// [`propose_update`](Self::propose_update): it returns the request for approval as a result.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such secret.
    /// - [`ErrorKind::Conflict`] if another secret has the new name.
    /// - [`ErrorKind::InvalidInput`] if nothing to change is given, if a name is not valid, if the
    ///   new name is the old one, for a new name of a personal secret, for white space around a
    ///   value that is not end-to-end encrypted: servers would remove it, except for one newline at
    ///   the end; or for metadata or a reminder that servers would refuse, change or ignore.
    /// - [`ErrorKind::PayloadTooLarge`] if the value is over about 76,000 bytes (May 2023 servers)
    ///   or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::UnsupportedByServer`] for a new name on May 2023 servers if the credential is
    ///   not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
    ///   machine identities: it would silently ignore them; for metadata, a reminder or
    ///   `skip_multiline_encoding` of a secret that is end-to-end encrypted, or if the server does
    ///   not store it.
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval, and nothing was changed.
    /// - [`ErrorKind::IntegrityViolation`] if the server may have replaced the project key (see
    ///   [`trusted_sealers`](crate::ClientBuilder::trusted_sealers)): then nothing is sent; or if it
    ///   answers with another value or comment than was sent, or stores other metadata.
    pub fn update(&self, name: impl Into<String>) -> UpdateSecret {
        UpdateSecret {
            new_name: None,
            client: self.client.clone(),
            name: name.into(),
            value: None,
            comment: None,
            extras: Extras::default(),
            location: GivenLocation::default(),
            kind: SecretType::Shared,
        }
    }

    /// Deletes a secret. Deleting a shared secret also deletes every user's personal override of
    /// it.
    ///
    /// For projects that may have a policy of approval, use
    /// [`propose_delete`](Self::propose_delete): it returns the request for approval as a result.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such secret.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid.
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval, and nothing was changed.
    pub fn delete(&self, name: impl Into<String>) -> DeleteSecret {
        DeleteSecret {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
            kind: SecretType::Shared,
        }
    }
}

/// Changes a secret when awaited. See [`Secrets::update`](crate::Secrets::update).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateSecret {
    client: Client,
    name: String,
    value: Option<SecretString>,
    comment: Option<SecretString>,
    new_name: Option<String>,
    extras: Extras,
    location: GivenLocation,
    kind: SecretType,
}

impl UpdateSecret {
    location_setters!();
    extras_setters!();

    /// New name of a shared secret; unchanged by default. Personal secrets that override it keep
    /// the old name, and so stop overriding it; references to it do not follow. On May 2023 servers
    /// only a user can rename a secret.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// New value; unchanged by default.
    pub fn value(mut self, value: impl Into<SecretString>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// New comment; unchanged by default. 2024 servers accept a comment only together with the
    /// value, so the client reads the value first, and a change to it meanwhile is undone.
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(UpdateSecret => Secret, |this, call| call.update_secret(this).await);

/// Deletes a secret when awaited. See [`Secrets::delete`](crate::Secrets::delete).
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteSecret {
    client: Client,
    name: String,
    location: GivenLocation,
    kind: SecretType,
}

impl DeleteSecret {
    location_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(DeleteSecret => (), |this, call| call.delete_secret(this).await);

impl Call {
    pub(super) async fn update_secret(&self, this: UpdateSecret) -> Result<Secret> {
        let UpdateSecret { name, value, comment, new_name, extras, location, kind, .. } = this;
        let (value, comment, new_name) = (value.as_ref(), comment.as_ref(), new_name.as_deref());
        if value.is_none() && comment.is_none() && new_name.is_none() && extras.is_empty() {
            let message = "give a new value, a new comment, a new name or other fields";
            let message = format!("secret {name:?}: {message}", name = Shown(&name));
            return Err(Error::new(ErrorKind::InvalidInput, message));
        }
        let era = self.era().await?;
        check_name(&name, era)?;
        if let Some(new_name) = new_name {
            check_rename(&name, new_name, kind, era)?;
        }
        extras.check(&format!("secret {name:?}", name = Shown(&name)))?;
        let place = self.place(location).await?;
        if !extras.is_empty() {
            if self.route(&place.workspace_id).await? == Route::Encrypted {
                return Err(unencrypted(&api::subject(&name, &place)));
            }
            let extras = Some(&extras);
            let change = RawChange { value, comment, new_name, extras, ..RawChange::default() };
            return self.update_raw(&name, change, kind, &place).await;
        }
        self.store_changed(&name, new_name, value, comment, kind, &place).await
    }

    /// Changes a secret in a place that was checked.
    pub(super) async fn store_changed(
        &self,
        name: &str,
        new_name: Option<&str>,
        value: Option<&SecretString>,
        comment: Option<&SecretString>,
        kind: SecretType,
        place: &Place,
    ) -> Result<Secret> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            let change = RawChange { value, comment, new_name, ..RawChange::default() };
            return self.update_raw(name, change, kind, place).await;
        }
        let key = self.proven_key(&place.workspace_id, Some(place)).await?;
        let watch = self.watch().await?;
        let fields = cryptor::seal(&key, new_name, value, comment)?;
        let change = (new_name, comment, fields);
        let (request, form) = self.change_request(name, change, kind, place, &key).await?;
        let watch_of_change = watch.clone();
        let change = async {
            let response = applied(self.send_authorized(request).await?).await?;
            let mut record = form.record_in(&response).await?;
            self.name_tags(std::slice::from_mut(&mut record), &place.workspace_id).await?;
            let name = new_name.unwrap_or(name);
            self.open_changed(watch_of_change, &record, name, kind, place, &key).await
        };
        let changed = match new_name {
            Some(_) => self.renaming(place, name, change).await,
            None => change.await,
        };
        let secret = match changed {
            Err(error) => return Err(self.missing(watch, name, kind, place, error).await),
            Ok(secret) => secret,
        };
        cryptor::check_echo(&secret, value, comment, place)?;
        Ok(secret)
    }

    /// The request for a change to a new name, a new comment and other new fields, and the form of its
    /// answer.
    async fn change_request(
        &self,
        name: &str,
        (new_name, comment, mut fields): (Option<&str>, Option<&SecretString>, Fields),
        kind: SecretType,
        place: &Place,
        key: &ProjectKey,
    ) -> Result<(Request, Form)> {
        let is_may_2023 = self.era().await?.is_may_2023();
        match new_name {
            Some(new_name) if is_may_2023 => {
                let request = self.rename_by_id(name, new_name, place, fields, key).await?;
                Ok((request, Form::Renamed))
            }
            _ if is_may_2023 && comment.is_some() => {
                let current = self.stored(name, kind, place, key).await?;
                Ok((api::update_v2(name, &current.id(), place, &fields)?, Form::Secrets))
            }
            _ => {
                if fields.value.is_none() {
                    fields.value = Some(self.stored_value(name, kind, place, key).await?);
                }
                let request = api::update(name, new_name, kind.as_str(), place, &fields)?;
                Ok((request, Form::Secret))
            }
        }
    }

    pub(super) async fn delete_secret(&self, this: DeleteSecret) -> Result<()> {
        let DeleteSecret { name, location, kind, .. } = this;
        check_name(&name, self.era().await?)?;
        let place = self.place(location).await?;
        self.remove_secret(&name, kind, &place).await
    }

    pub(super) async fn remove_secret(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
    ) -> Result<()> {
        if let Route::Raw(_) = self.route(&place.workspace_id).await? {
            return self.delete_raw(name, kind, place).await;
        }
        let is_personal = kind == SecretType::Personal;
        if self.must_see(place, name, is_personal).await? {
            self.see(name, kind, place).await?;
        }
        let request = api::delete(name, kind.as_str(), place)?;
        let deletion = async { applied(self.send_authorized(request).await?).await.map(drop) };
        self.deleting(place, vec![name.to_owned()], is_personal, deletion).await
    }

    /// Shows a secret to the trust store, which then notices if a deletion is not done. Not possible
    /// for one that does not decrypt, or that the credential may not read.
    async fn see(&self, name: &str, kind: SecretType, place: &Place) -> Result<()> {
        match self.fetch_secret(name, kind, place).await {
            Err(error) if error.kind() == ErrorKind::TamperingSuspected => Err(error),
            _ => Ok(()),
        }
    }

    /// The request that renames a secret in May 2023, whose route does not check whether the name is
    /// taken and replaces all fields.
    async fn rename_by_id(
        &self,
        name: &str,
        new_name: &str,
        place: &Place,
        mut fields: Fields,
        key: &ProjectKey,
    ) -> Result<Request> {
        if self.require_user().is_err() {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "{}: on this server only a user can rename a secret. Use a user credential",
                    api::subject(name, place)
                ),
            ));
        }
        let current = self.stored(name, SecretType::Shared, place, key).await?;
        let namesake = api::get(new_name, SecretType::Shared.as_str(), place);
        match self.send_authorized(namesake).await {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
            Ok(_) => return Err(taken(new_name, place)),
        }
        fields.value.get_or_insert_with(|| value_of(&current));
        fields.comment = fields.comment.or_else(|| comment_of(&current));
        api::rename_v2(name, new_name, &current, place, &fields)
    }

    /// The stored ciphertext of the value, to send again unchanged.
    async fn stored_value(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
        key: &ProjectKey,
    ) -> Result<Encrypted> {
        Ok(value_of(&self.stored(name, kind, place, key).await?))
    }

    /// The record of a secret, after verifying that it is the requested one.
    pub(super) async fn stored(
        &self,
        name: &str,
        kind: SecretType,
        place: &Place,
        key: &ProjectKey,
    ) -> Result<SecretRecord> {
        let request = api::get(name, kind.as_str(), place);
        let watch = self.watch().await?;
        let found: OneSecret = match self.send_authorized(request).await {
            Err(error) => return Err(self.missing(watch, name, kind, place, error).await),
            Ok(answer) => answer.json().await?,
        };
        self.open_watched(watch, &found.secret, name, kind, place, key).await?;
        Ok(found.secret)
    }
}

/// The form of the answer to a change.
enum Form {
    Secret,
    /// Of May 2023, to a change of a comment: its v3 route ignores comments, and the older route uses
    /// the secret's id.
    Secrets,
    /// Of May 2023, to a rename.
    Renamed,
}

impl Form {
    async fn record_in(self, response: &Response) -> Result<SecretRecord> {
        match self {
            Self::Secret => Ok(response.json::<OneSecret>().await?.secret),
            Self::Secrets => only_record(response.json().await?)
                .ok_or_else(|| response.invalid("no secret was changed")),
            Self::Renamed => {
                let [record] = response.json::<Renamed>().await?.updated_secrets;
                Ok(record)
            }
        }
    }
}

/// The stored ciphertext of the value.
pub(super) fn value_of(record: &SecretRecord) -> Encrypted {
    Encrypted {
        ciphertext: record.secret_value_ciphertext.clone(),
        iv: record.secret_value_iv.clone(),
        tag: record.secret_value_tag.clone(),
    }
}

/// The stored ciphertext of the comment, if there is one.
fn comment_of(record: &SecretRecord) -> Option<Encrypted> {
    Some(Encrypted {
        ciphertext: record.secret_comment_ciphertext.clone()?,
        iv: record.secret_comment_iv.clone()?,
        tag: record.secret_comment_tag.clone()?,
    })
}

fn check_rename(name: &str, new_name: &str, kind: SecretType, era: Era) -> Result<()> {
    check_name(new_name, era)?;
    let reason = if name == new_name {
        "it already has this name"
    } else if kind == SecretType::Personal {
        "a personal secret has the name of the shared secret that it overrides. Rename the shared \
         secret"
    } else {
        return Ok(());
    };
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!("secret {name:?}: {reason}", name = Shown(name)),
    ))
}

fn taken(name: &str, place: &Place) -> Error {
    let message = format!("{}: it already exists. Choose another name", api::subject(name, place));
    Error::new(ErrorKind::Conflict, message)
}

pub(super) fn only_record(records: SecretRecords) -> Option<SecretRecord> {
    records.secrets.into_iter().next()
}
