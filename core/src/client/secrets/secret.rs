//! A secret, and the resource of secrets.

use std::str::FromStr;

use crate::client::call::Client;
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
/// answers with another secret than the one asked for or stored. With a [trust
/// store](crate::ClientBuilder::trust_store), it fails with [`ErrorKind::TamperingSuspected`] if an
/// answer contradicts what was seen before.
///
/// Where a secret can only pass in plaintext, as for machine identities and in projects whose key
/// only the server has, a method fails with [`ErrorKind::UnsupportedByServer`] if the client has
/// the option [`require_e2ee`](crate::ClientBuilder::require_e2ee), which is on by default except
/// for machine identities. Each secret tells how it came: [`Secret::end_to_end_encrypted`].
///
/// Protocol: `/api/v3/secrets` and `/api/v2/secrets`; for machine identities `/api/v3/secrets/raw`
/// and `/api/v4/secrets`.
#[derive(Debug, Clone)]
pub struct Secrets {
    pub(crate) client: Client,
}

/// Whether a secret is shared or personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum SecretType {
    /// For everyone in the project.
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
    /// Parses the server's name; anything but `personal` is shared.
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
    /// The secret's value; empty if it was not read.
    pub value: SecretString,
    /// Whether the value was read: `false` if the call had `view_value` = `false`.
    pub value_read: bool,
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
    /// The secret's metadata; `None` if the server does not send any. Today's servers do, for secrets
    /// that they decrypt.
    pub metadata: Option<Vec<SecretMetadata>>,
    /// After how many days the server reminds the members of the project to change the secret.
    /// `None` if it does not, or does not say so: today's servers tell reminders only in lists.
    pub reminder_days: Option<i64>,
    /// The note for the reminder.
    pub reminder_note: Option<String>,
    /// Whether the server's own tools write a value of several lines as it is, if the server says
    /// so.
    pub skip_multiline_encoding: Option<bool>,
    /// When the secret was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When the secret was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
    /// Whether the client decrypted the secret, and the server is not known to have the project key.
    /// `false` if the server decrypted it; the server then knows its name, value and comment. Clients
    /// of users ask whether the server has a copy of the key. Service tokens and API keys cannot ask:
    /// ask for them with [`is_key_shared_with_server`](crate::Projects::is_key_shared_with_server)
    /// and a user's log-in.
    pub end_to_end_encrypted: bool,
}

/// An entry of the metadata of a secret. Printing it does not show the value.
#[derive(Debug, Clone)]
pub struct SecretMetadata {
    /// The key.
    pub key: String,
    /// The value; it may be empty.
    pub value: SecretString,
    /// Whether the server stores the value encrypted, with a key that it has.
    pub encrypted: bool,
}

impl Secret {
    /// The secret as if its value had not been read.
    pub(super) fn without_value(self) -> Self {
        Self { value: SecretString::default(), value_read: false, ..self }
    }
}
