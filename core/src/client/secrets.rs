//! Reading secrets.

use std::str::FromStr;

use super::call::{Call, blocking};
use super::cryptor;
use super::place::{Wanted, check_name, place_setters};
use super::secrets_write::{CreateSecret, DeleteSecret, UpdateSecret};
use super::{Client, SecretList, awaitable};
use crate::api::secrets::{self as api, OneSecret, SecretRecords};
use crate::{Error, ErrorKind, Result, SecretString};

/// Secrets by name. See [`Client::secrets`].
#[derive(Debug, Clone)]
pub struct Secrets {
    pub(super) client: Client,
}

impl Secrets {
    /// Reads and decrypts one secret, and checks that it is the one asked for.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an unknown secret or environment;
    /// [`ErrorKind::DecryptionFailed`] names the field that did not verify.
    pub fn get(&self, name: impl Into<String>) -> GetSecret {
        GetSecret {
            client: self.client.clone(),
            name: name.into(),
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
    /// [`SecretList::failures`] and hides no other.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an unknown environment.
    pub fn list(&self) -> ListSecrets {
        ListSecrets {
            client: self.client.clone(),
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }

    /// Encrypts and stores a new secret. The name may be any text without white space around it.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`] if the name is taken; [`ErrorKind::PayloadTooLarge`] for values over
    /// about 76,000 bytes (May 2023) or 785,000 bytes (2024).
    pub fn create(&self, name: impl Into<String>, value: impl Into<SecretString>) -> CreateSecret {
        CreateSecret {
            client: self.client.clone(),
            name: name.into(),
            value: value.into(),
            comment: None,
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }

    /// Encrypts and stores a new value or comment of a secret.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no such secret.
    pub fn update(&self, name: impl Into<String>) -> UpdateSecret {
        UpdateSecret {
            client: self.client.clone(),
            name: name.into(),
            value: None,
            comment: None,
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }

    /// Deletes a secret. Deleting a shared one deletes every user's personal override of it.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no such secret.
    pub fn delete(&self, name: impl Into<String>) -> DeleteSecret {
        DeleteSecret {
            client: self.client.clone(),
            name: name.into(),
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }
}

/// Whose a secret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum SecretType {
    /// Everyone's in the project.
    #[default]
    Shared,
    /// One user's override of the shared secret of that name.
    Personal,
}

impl SecretType {
    /// `"shared"` or `"personal"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Personal => "personal",
        }
    }
}

impl FromStr for SecretType {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "shared" => Ok(Self::Shared),
            "personal" => Ok(Self::Personal),
            _ => Err(Error::new(
                ErrorKind::InvalidInput,
                "a secret's type is \"shared\" or \"personal\"",
            )),
        }
    }
}

/// A decrypted secret. `Debug` shows neither value nor comment.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Secret {
    /// The secret's id.
    pub id: String,
    /// Its name, as decrypted.
    pub name: String,
    /// Its value.
    pub value: SecretString,
    /// Its comment; empty if it has none.
    pub comment: SecretString,
    /// Whose it is.
    pub kind: SecretType,
    /// Counts its changes from 1.
    pub version: i64,
    /// Slugs of its tags; `None` where the server does not tell. 2024 servers tell in lists alone,
    /// May 2023 servers tell everybody but service tokens and API keys.
    pub tags: Option<Vec<String>>,
    /// The project it belongs to.
    pub project_id: String,
    /// Slug of its environment.
    pub environment: String,
    /// Its folder; `/` on servers without folders.
    pub path: String,
    /// When it was made, as RFC 3339 in UTC, where the server tells.
    pub created_at: Option<String>,
    /// When it was last changed, as RFC 3339 in UTC, where the server tells.
    pub updated_at: Option<String>,
}

/// Reads one secret when awaited. See [`Secrets::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetSecret {
    client: Client,
    name: String,
    wanted: Wanted,
    kind: SecretType,
}

impl GetSecret {
    place_setters!();

    /// Shared or personal; shared by default. There is no falling back from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(GetSecret => Secret, |this, call| {
    call.get_secret(&this.name, this.kind, this.wanted).await
});

/// Lists secrets when awaited. See [`Secrets::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecrets {
    client: Client,
    wanted: Wanted,
    kind: SecretType,
}

impl ListSecrets {
    place_setters!();

    /// Shared or personal; shared by default.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(ListSecrets => SecretList, |this, call| {
    call.list_secrets(this.kind, this.wanted).await
});

impl Call {
    async fn get_secret(&self, name: &str, kind: SecretType, wanted: Wanted) -> Result<Secret> {
        check_name(name, self.era().await?)?;
        let place = self.place(wanted).await?;
        let key = self.project_key(&place.workspace_id).await?;
        let request = api::get(name, kind.as_str(), &place);
        let mut found: OneSecret = self.send_authorized(request).await?.json()?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        if kind == SecretType::Personal && found.secret.kind == SecretType::Shared.as_str() {
            // May 2023 falls back to the shared one; whoever asks for an override wants to know.
            return Err(Error::new(
                ErrorKind::NotFound,
                format!("{}: there is no personal override", api::subject(name, &place)),
            ));
        }
        cryptor::open_named(&found.secret, name, kind, &place, &key)
    }

    async fn list_secrets(&self, kind: SecretType, wanted: Wanted) -> Result<SecretList> {
        let place = self.place(wanted).await?;
        let key = self.project_key(&place.workspace_id).await?;
        let response = self.send_authorized(api::list(&place)).await?;
        let mut records = blocking(move || response.json::<SecretRecords>()).await??.secrets;
        self.name_tags(&mut records, &place.workspace_id).await?;
        blocking(move || {
            let of_kind = records.iter().filter(|record| record.kind == kind.as_str());
            SecretList::new(of_kind.map(|record| cryptor::open(record, &place, &key)))
        })
        .await
    }
}
