//! Reading secrets.

use std::str::FromStr;

use super::place::{Wanted, place_setters};
use super::secret_bulk::{DeleteManySecrets, NewValue, SetManySecrets};
use super::secret_reading::{Reading, reading_setters};
use super::secrets_write::{CreateSecret, DeleteSecret, UpdateSecret};
use super::{Client, SecretList, awaitable};
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
    /// [`ErrorKind::DecryptionFailed`] names the field that did not verify;
    /// [`ErrorKind::InvalidInput`] a reference that leads to nothing, if references are expanded.
    /// [`ErrorKind::UnsupportedByServer`] where it could only pass in plaintext and the client
    /// [requires](crate::ClientBuilder::require_e2ee) otherwise, as in every call here.
    pub fn get(&self, name: impl Into<String>) -> GetSecret {
        GetSecret {
            client: self.client.clone(),
            name: name.into(),
            wanted: Wanted::default(),
            reading: Reading::default(),
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt, or whose
    /// references lead nowhere, is reported in [`SecretList::failures`] and hides no other.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for an unknown environment; [`ErrorKind::InvalidInput`] for personal
    /// secrets with overrides or imports; [`ErrorKind::UnsupportedByServer`] for imports on May 2023
    /// servers.
    pub fn list(&self) -> ListSecrets {
        ListSecrets {
            client: self.client.clone(),
            wanted: Wanted::default(),
            reading: Reading::default(),
        }
    }

    /// Encrypts and stores a new secret. The name may be any text without white space around it.
    ///
    /// # Errors
    /// [`ErrorKind::Conflict`] if the name is taken; [`ErrorKind::PayloadTooLarge`] for values over
    /// about 76,000 bytes (May 2023) or 785,000 bytes (2024); [`ErrorKind::InvalidInput`] for white
    /// space around a value that is not end-to-end encrypted, which servers drop;
    /// [`ErrorKind::PermissionDenied`] names the request if a policy asks for approval first, as in
    /// every write; nothing was changed then. See [`propose_create`](Self::propose_create).
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

    /// Encrypts and stores a new value, comment or name of a secret.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is no such secret; [`ErrorKind::UnsupportedByServer`] for a
    /// comment or a name if a 2024 server decrypts the secret, as for machine identities: it would
    /// silently ignore them.
    pub fn update(&self, name: impl Into<String>) -> UpdateSecret {
        UpdateSecret {
            new_name: None,
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

impl Secrets {
    /// Gives many shared secrets their values: makes those that are not there, changes those that are
    /// otherwise, and leaves the others alone. Run again after an interruption, it finishes.
    ///
    /// ```no_run
    /// # use infisical_e2ee::{Client, NewValue};
    /// # async fn run(client: Client) -> infisical_e2ee::Result<()> {
    /// let values = vec![NewValue::new("HOST", "db"), NewValue::new("PORT", "5432")];
    /// let plan = client.secrets().set_many(values.clone()).environment("dev").dry_run(true).await?;
    /// for item in &plan.items {
    ///     println!("{} {}", item.action, item.name);
    /// }
    /// client.secrets().set_many(values).environment("dev").await?.check_complete()?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// What one secret is refused for is in its [`BulkItem`](super::BulkItem).
    /// [`ErrorKind::InvalidInput`] for a name given twice or one that cannot be, and
    /// [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of them: then
    /// nothing is changed. What would stop every secret says after how many it stopped.
    pub fn set_many(&self, values: impl IntoIterator<Item = NewValue>) -> SetManySecrets {
        SetManySecrets::new(self.client.clone(), values.into_iter().collect())
    }

    /// Deletes many shared secrets, with every user's personal overrides of them. Run again after an
    /// interruption, it finishes.
    ///
    /// # Errors
    /// As [`set_many`](Self::set_many). One that is not there is no error.
    pub fn delete_many(
        &self,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteManySecrets {
        let names = names.into_iter().map(Into::into).collect();
        DeleteManySecrets::new(self.client.clone(), names)
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

impl SecretType {
    /// As servers name it; anything but `personal` is shared.
    pub(super) fn of_record(name: &str) -> Self {
        if name == Self::Personal.as_str() { Self::Personal } else { Self::Shared }
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
    /// Counts its changes from 1; from 0 where several were made at once on a server of 2024.
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
    /// Whether only this client and others with the project key can read it. `false` if the server
    /// decrypted it, which then knows its name, value and comment.
    pub end_to_end_encrypted: bool,
}

/// Reads one secret when awaited. See [`Secrets::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetSecret {
    client: Client,
    name: String,
    wanted: Wanted,
    reading: Reading,
}

impl GetSecret {
    place_setters!();

    /// Shared or personal; shared by default. There is no falling back from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.reading.kind = kind;
        self
    }

    reading_setters!();

    /// An earlier version, by [`Secret::version`]; by default the current one. Servers show earlier
    /// versions only to users, those of 2024 not with API keys; today's show them to machine
    /// identities too. May 2023 servers store no comments of versions.
    pub fn version(mut self, version: i64) -> Self {
        self.reading.version = Some(version);
        self
    }
}

awaitable!(GetSecret => Secret, |this, call| {
    call.get_secret(&this.name, this.reading, this.wanted).await
});

/// Lists secrets when awaited. See [`Secrets::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecrets {
    client: Client,
    wanted: Wanted,
    reading: Reading,
}

impl ListSecrets {
    place_setters!();

    /// Shared or personal; shared by default.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.reading.kind = kind;
        self
    }

    /// Whether the user's personal secrets take the place of shared ones of the same name. `false`
    /// by default: then there are secrets of one [`kind`](Self::kind) alone.
    pub fn overrides(mut self, overrides: bool) -> Self {
        self.reading.overrides = overrides;
        self
    }

    reading_setters!();
}

awaitable!(ListSecrets => SecretList, |this, call| {
    call.list_secrets(this.reading, this.wanted).await
});
