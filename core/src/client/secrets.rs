//! Reading secrets.

use std::str::FromStr;

use super::place::{Wanted, place_setters};
use super::secret_bulk::{DeleteManySecrets, NewValue, SetManySecrets};
use super::secret_reading::{Reading, reading_setters};
use super::secrets_write::{CreateSecret, DeleteSecret, UpdateSecret};
use super::{Client, SecretList, awaitable};
use crate::{Error, ErrorKind, Result, SecretString};

/// Secrets by name. See [`Client::secrets`].
///
/// Every method works in one place: a project, an environment and a folder. It fails with
/// [`ErrorKind::InvalidInput`] if neither the call nor the client or its token names the project
/// and the environment, or if the path does not have the form `/folder/subfolder`. It fails with
/// [`ErrorKind::NotFound`] if there is no such project or environment or the user is not a member,
/// and with [`ErrorKind::PermissionDenied`] if the credential may not read or write there, such as
/// a service token outside of its scopes. On May 2023 servers secrets have no folders: a path other
/// than `/` fails with [`ErrorKind::UnsupportedByServer`].
///
/// A name may be any text without white space around it, in any script. The names `.` and `..`
/// cannot be in a URL, and servers since 2024 cannot find the names `raw`, `batch` and `move` and
/// names of more than 100 UTF-16 units. [`set_many`](Self::set_many),
/// [`delete_many`](Self::delete_many) and [`list`](Self::list) handle these too, where secrets are
/// end-to-end encrypted.
///
/// The client encrypts and decrypts, and verifies what it reads. If the key of the project is not
/// available, because nobody has shared it or the credential opens no private key, a method fails
/// with [`ErrorKind::KeyUnavailable`]. It fails with [`ErrorKind::DecryptionFailed`] if the copy of
/// the key or a secret does not decrypt, and with [`ErrorKind::IntegrityViolation`] if the server
/// answers with another secret than the one asked for or stored.
///
/// Where a secret can only pass in plaintext, as for machine identities and in projects whose key
/// only the server has, a method fails with [`ErrorKind::UnsupportedByServer`] if the client has
/// the option [`require_e2ee`](super::ClientBuilder::require_e2ee), which is on by default except
/// for machine identities. Each secret tells how it came: [`Secret::end_to_end_encrypted`].
///
/// Protocol: `/api/v3/secrets` and `/api/v2/secrets`; for machine identities `/api/v3/secrets/raw`
/// and `/api/v4/secrets`.
#[derive(Debug, Clone)]
pub struct Secrets {
    pub(super) client: Client,
}

impl Secrets {
    /// Reads and decrypts one secret, and checks that it is the one asked for.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such secret, version or environment.
    /// - [`ErrorKind::PermissionDenied`] if the server does not show earlier versions to the
    ///   credential.
    /// - [`ErrorKind::DecryptionFailed`] if a field of the secret does not verify; the error names
    ///   the field.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with another secret, or if the
    ///   secret had another name in that version.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid, if a reference leads nowhere or in a
    ///   circle, for a negative version, for a version or a personal secret with `imports`, or if
    ///   `unknown_references` or `nested_references` is set without `expand_references`.
    /// - [`ErrorKind::UnsupportedByServer`] for `imports` on May 2023 servers, or if the server
    ///   decrypts the project's secrets but, like those of 2024, not their earlier versions.
    pub fn get(&self, name: impl Into<String>) -> GetSecret {
        GetSecret {
            client: self.client.clone(),
            name: name.into(),
            wanted: Wanted::default(),
            reading: Reading::default(),
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt, or whose
    /// references lead nowhere, is reported in `failures` of the [`SecretList`] and hides no other.
    ///
    /// The failure of a secret whose reference leads nowhere or in a circle has the field
    /// `reference` and is an [`ErrorKind::InvalidInput`]. All others are an
    /// [`ErrorKind::DecryptionFailed`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such environment.
    /// - [`ErrorKind::InvalidInput`] for personal secrets with `overrides` or `imports`, or if
    ///   `unknown_references` or `nested_references` is set without `expand_references`.
    /// - [`ErrorKind::UnsupportedByServer`] for `imports` on May 2023 servers.
    pub fn list(&self) -> ListSecrets {
        ListSecrets {
            client: self.client.clone(),
            wanted: Wanted::default(),
            reading: Reading::default(),
        }
    }

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
    /// - [`ErrorKind::InvalidInput`] if the name is not valid, or for white space around a value
    ///   that is not end-to-end encrypted: servers would remove it, except for one newline at the
    ///   end.
    /// - [`ErrorKind::NotFound`] if there is no such environment or folder, or for a personal
    ///   secret if there is no shared one to override.
    /// - [`ErrorKind::PayloadTooLarge`] if the value is over about 76,000 bytes (May 2023 servers)
    ///   or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval, and nothing was changed; or on servers since 2024
    ///   for a personal secret if the credential is not a user's.
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
    ///   new name is the old one, for a new name of a personal secret, or for white space around a
    ///   value that is not end-to-end encrypted: servers would remove it, except for one newline at
    ///   the end.
    /// - [`ErrorKind::PayloadTooLarge`] if the value is over about 76,000 bytes (May 2023 servers)
    ///   or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::UnsupportedByServer`] for a new name on May 2023 servers if the credential is
    ///   not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
    ///   machine identities: it would silently ignore them.
    /// - [`ErrorKind::PermissionDenied`] if a policy of the project asks for approval first: the
    ///   error names the request for approval, and nothing was changed.
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
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }
}

impl Secrets {
    /// Gives many shared secrets their values. Creates those that do not exist, changes those that
    /// differ, and leaves the others alone. Run again after an interruption, it finishes.
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
    /// The result has an item for each secret, in the order given. The reason why one secret was
    /// not changed is in its item, [`BulkItem::error`](super::BulkItem::error), and so is the
    /// request where a policy asks for approval, [`BulkItem::approval`](super::BulkItem::approval).
    /// `check_complete` of the result fails unless everything was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before. The limits for the size of a value are those of [`create`](Self::create).
    ///
    /// # Arguments
    /// - `values`: names with the values that they are to have, and perhaps a comment for people.
    ///   Without one, the comment that a secret has stays.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if a name is given twice, is empty or has white space around
    ///   it: then nothing is changed.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is changed.
    pub fn set_many(&self, values: impl IntoIterator<Item = NewValue>) -> SetManySecrets {
        SetManySecrets::new(self.client.clone(), values.into_iter().collect())
    }

    /// Deletes many shared secrets, with every user's personal overrides of them. Run again after
    /// an interruption, it finishes.
    ///
    /// The result has an item for each secret, in the order given. A secret that does not exist is
    /// no error. The reason why one secret was not deleted is in its item,
    /// [`BulkItem::error`](super::BulkItem::error), and so is the request where a policy asks for
    /// approval, [`BulkItem::approval`](super::BulkItem::approval). `check_complete` of the result
    /// fails unless everything was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before.
    ///
    /// # Arguments
    /// - `names`: the secrets' names.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if a name is given twice, is empty or has white space around
    ///   it: then nothing is changed.
    /// - [`ErrorKind::DecryptionFailed`] if a secret that does not decrypt may be one of those
    ///   named: then nothing is changed.
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

/// A decrypted secret. Printing it shows neither value nor comment.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Secret {
    /// The secret's id.
    pub id: String,
    /// The secret's name, as decrypted.
    pub name: String,
    /// The secret's value.
    pub value: SecretString,
    /// The secret's comment; empty if it has none.
    pub comment: SecretString,
    /// Whether the secret is shared or personal.
    pub kind: SecretType,
    /// Number of the version, from 1; from 0 if the secret was created together with others on a 2024
    /// server.
    pub version: i64,
    /// Slugs of the secret's tags; `None` if the server does not send them. 2024 servers send them
    /// only in lists, May 2023 servers not to service tokens and API keys.
    pub tags: Option<Vec<String>>,
    /// Id of the secret's project.
    pub project_id: String,
    /// Slug of the secret's environment.
    pub environment: String,
    /// The secret's folder; `/` on servers without folders.
    pub path: String,
    /// When the secret was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When the secret was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
    /// Whether only clients with the project key can read the secret. `false` if the server decrypted
    /// it; the server then knows its name, value and comment.
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

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.reading.kind = kind;
        self
    }

    reading_setters!();

    /// Number of an earlier version, as in [`Secret::version`]; the current version by default.
    /// Servers show earlier versions only to users, those of 2024 not with API keys; today's
    /// servers show them to machine identities too. May 2023 servers store no comments of versions.
    /// Earlier versions are read from the folder itself, so not with `imports`.
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

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.reading.kind = kind;
        self
    }

    /// Whether the user's personal secrets take the place of shared ones of the same name; `false`
    /// by default: then the list has only shared or only personal secrets.
    pub fn overrides(mut self, overrides: bool) -> Self {
        self.reading.overrides = overrides;
        self
    }

    reading_setters!();
}

awaitable!(ListSecrets => SecretList, |this, call| {
    call.list_secrets(this.reading, this.wanted).await
});
