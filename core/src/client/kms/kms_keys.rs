//! The keys of a project: list, get, create, change, delete.

use crate::api::kms::{self as api, Create, KeyRecord, Keys, OneKey, Update};
use crate::client::call::{Call, Client, awaitable, check_segment};
use crate::client::projects::project_setter;
use crate::client::session::Feature;
use crate::http::Request;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The number of keys per request.
const PAGE: u64 = 100;

const NAME: &str = "the name of a key";

pub(super) const FOR_ENCRYPTION: &str = "encrypt-decrypt";
const FOR_SIGNING: &str = "sign-verify";

const DEFAULT_ALGORITHM: &str = "aes-256-gcm";

/// Keys that the server holds, on servers since October 2024. See [`Client::kms`].
///
/// **This is not end-to-end encryption.** The server makes these keys and keeps them, and it sees
/// the data: the operator of the server can decrypt all of it. Use such a key where several
/// programs trust the server and should not have the key themselves. A client that requires
/// end-to-end encryption manages keys, and refuses to encrypt, decrypt, sign and verify.
///
/// On today's servers, the project must be made for it: see `product` of
/// [`Projects::create`](crate::Projects::create). Machine identities need a role in it, like users.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on older servers, and if the project
/// is for something else. It fails with [`ErrorKind::PermissionDenied`] for service tokens, service
/// accounts and API keys, or if the role does not allow it. It fails with
/// [`ErrorKind::IntegrityViolation`] if the server answers with another key or project, and with
/// [`ErrorKind::InvalidInput`] for a malformed id.
///
/// Protocol: `/api/v1/kms/keys`.
#[derive(Debug, Clone)]
pub struct Kms {
    pub(crate) client: Client,
}

impl Kms {
    /// Lists every key of a project.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if neither the call nor the client names a project.
    pub fn list(&self) -> ListKmsKeys {
        ListKmsKeys { client: self.client.clone(), project: None }
    }

    /// Returns one key, by its id, on today's servers.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such key, or if the caller is not a member of its
    ///   project.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before 2026: list the keys.
    pub fn get(&self, id: impl Into<String>) -> GetKmsKey {
        GetKmsKey { client: self.client.clone(), id: id.into() }
    }

    /// Returns one key of a project, by its name, on today's servers.
    ///
    /// # Arguments
    /// - `name`: the key's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such key, or if there is no such project or
    ///   the caller is not a member.
    /// - [`ErrorKind::InvalidInput`] if the name is empty, `.`, `..` or longer than 100 UTF-16
    ///   units, or if neither the call nor the client names a project.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before 2026: list the keys.
    pub fn get_by_name(&self, name: impl Into<String>) -> GetKmsKeyByName {
        GetKmsKeyByName { client: self.client.clone(), name: name.into(), project: None }
    }

    /// Creates a key. The server makes and keeps it.
    ///
    /// ```no_run
    /// # async fn example(client: infisical_e2ee::Client) -> infisical_e2ee::Result<()> {
    /// let key = client.kms().create("mail").await?;
    /// let ciphertext = client.kms().encrypt(&key.id, b"the server sees this").await?;
    /// let plaintext = client.kms().decrypt(&key.id, ciphertext).await?;
    /// assert_eq!(plaintext.expose(), b"the server sees this");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Arguments
    /// - `name`: the key's name, of 1 to 32 lower-case letters, digits and `-`.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the project has a key of that name.
    /// - [`ErrorKind::InvalidInput`] if the name has other characters, if the algorithm is unknown
    ///   or not for the usage, or if neither the call nor the client names a project.
    /// - [`ErrorKind::NotFound`] if there is no such project or the caller is not a member.
    /// - [`ErrorKind::UnsupportedByServer`] for a key that signs on servers before 2026, and for an
    ///   algorithm that the server's license does not include.
    pub fn create(&self, name: impl Into<String>) -> CreateKmsKey {
        CreateKmsKey {
            client: self.client.clone(),
            name: name.into(),
            description: None,
            usage: None,
            algorithm: None,
            project: None,
        }
    }

    /// Gives a key another name, another description or both.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such key, or if the caller is not a member of its
    ///   project.
    /// - [`ErrorKind::Conflict`] if the project has a key of the new name.
    /// - [`ErrorKind::InvalidInput`] if nothing to change is given, or if the new name has other
    ///   characters than lower-case letters, digits and `-`, or is longer than 32.
    pub fn update(&self, id: impl Into<String>) -> UpdateKmsKey {
        UpdateKmsKey {
            client: self.client.clone(),
            id: id.into(),
            new_name: None,
            description: None,
        }
    }

    /// Disables a key, or enables it again. The server uses no disabled key.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    /// - `enabled`: whether the server may use the key.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such key, or if the caller is not a member of its
    ///   project.
    pub fn set_enabled(&self, id: impl Into<String>, enabled: bool) -> SetKmsKeyEnabled {
        SetKmsKeyEnabled { client: self.client.clone(), id: id.into(), enabled }
    }

    /// Deletes a key permanently. Data that was encrypted with it can no longer be decrypted.
    ///
    /// # Arguments
    /// - `id`: the key's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such key, or if the caller is not a member of its
    ///   project.
    pub fn delete(&self, id: impl Into<String>) -> DeleteKmsKey {
        DeleteKmsKey { client: self.client.clone(), id: id.into() }
    }
}

/// Lists keys when awaited. See [`Kms::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListKmsKeys {
    client: Client,
    project: Option<String>,
}

impl ListKmsKeys {
    project_setter!();
}

awaitable!(ListKmsKeys => Vec<KmsKey>, |this, call| {
    call.require_kms().await?;
    let project = call.project_or_default(this.project).await?;
    let request = |offset, limit| api::list(&project, offset, limit);
    let items = |page: Keys| (page.keys, Some(page.total_count));
    let id = |key: &KeyRecord| key.id.clone();
    let keys = call.all_counted_pages(PAGE, request, items, id).await?;
    for key in &keys {
        check(key.project_id.as_deref() == Some(project.as_str()), || {
            format!("the keys of project {project}")
        })?;
    }
    Ok(keys.into_iter().map(KmsKey::from).collect())
});

/// Reads a key when awaited. See [`Kms::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetKmsKey {
    client: Client,
    id: String,
}

awaitable!(GetKmsKey => KmsKey, |this, call| {
    call.require_kms_key(&this.id).await?;
    call.require(Feature::KmsKeyLookup).await?;
    call.kms_key(&this.id, api::get(&this.id)).await
});

/// Reads a key when awaited. See [`Kms::get_by_name`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetKmsKeyByName {
    client: Client,
    name: String,
    project: Option<String>,
}

impl GetKmsKeyByName {
    project_setter!();
}

awaitable!(GetKmsKeyByName => KmsKey, |this, call| {
    call.require_kms().await?;
    check_segment(NAME, &this.name)?;
    call.require(Feature::KmsKeyLookup).await?;
    let project = call.project_or_default(this.project).await?;
    let request = api::get_by_name(&this.name, &project);
    call.kms_key_named(&this.name, &project, request).await
});

/// Creates a key when awaited. See [`Kms::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateKmsKey {
    client: Client,
    name: String,
    description: Option<String>,
    usage: Option<String>,
    algorithm: Option<String>,
    project: Option<String>,
}

impl CreateKmsKey {
    project_setter!();

    /// What the key is for, for people; none by default.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// `encrypt-decrypt`, or `sign-verify` on today's servers; by default that of the algorithm, and
    /// without one `encrypt-decrypt`.
    pub fn usage(mut self, usage: impl Into<String>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// For encryption `aes-256-gcm`, the default, or `aes-128-gcm`. For signatures `RSA_4096`,
    /// `ECC_NIST_P256`, `ECC_NIST_P384`, `ECC_NIST_P521`, or with a license `ML_DSA_44`,
    /// `ML_DSA_65` or `ML_DSA_87`; there is no default.
    pub fn algorithm(mut self, algorithm: impl Into<String>) -> Self {
        self.algorithm = Some(algorithm.into());
        self
    }
}

awaitable!(CreateKmsKey => KmsKey, |this, call| call.create_kms_key(this).await);

/// Changes a key when awaited. See [`Kms::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateKmsKey {
    client: Client,
    id: String,
    new_name: Option<String>,
    description: Option<String>,
}

impl UpdateKmsKey {
    /// New name, of 1 to 32 lower-case letters, digits and `-`; unchanged by default.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// New description, which may be empty; unchanged by default.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

awaitable!(UpdateKmsKey => KmsKey, |this, call| {
    call.require_kms_key(&this.id).await?;
    if this.new_name.is_none() && this.description.is_none() {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!(
                "{}: nothing to change. Give a new name or a description",
                api::subject(&this.id)
            ),
        ));
    }
    let (name, description) = (this.new_name.as_deref(), this.description.as_deref());
    name.map_or(Ok(()), check_key_name)?;
    let change = Update { name, description, is_disabled: None };
    let changed = call.kms_key(&this.id, api::update(&this.id, &change)?).await?;
    check(name.is_none_or(|name| name == changed.name), || api::subject(&this.id))?;
    Ok(changed)
});

/// Disables or enables a key when awaited. See [`Kms::set_enabled`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct SetKmsKeyEnabled {
    client: Client,
    id: String,
    enabled: bool,
}

awaitable!(SetKmsKeyEnabled => KmsKey, |this, call| {
    call.require_kms_key(&this.id).await?;
    let change = Update { is_disabled: Some(!this.enabled), ..Update::default() };
    let changed = call.kms_key(&this.id, api::update(&this.id, &change)?).await?;
    check(changed.enabled == this.enabled, || api::subject(&this.id))?;
    Ok(changed)
});

/// Deletes a key when awaited. See [`Kms::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteKmsKey {
    client: Client,
    id: String,
}

awaitable!(DeleteKmsKey => (), |this, call| {
    call.require_kms_key(&this.id).await?;
    call.kms_key(&this.id, api::delete(&this.id)).await.map(drop)
});

/// A key that the server holds. The key itself stays there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KmsKey {
    /// The key's id.
    pub id: String,
    /// Its name in the project.
    pub name: String,
    /// What it is for, for people; can be empty.
    pub description: String,
    /// `encrypt-decrypt` or `sign-verify`.
    pub usage: String,
    /// Such as `aes-256-gcm` or `ECC_NIST_P256`; `None` after a change on servers of 2024, which
    /// only tell it in lists.
    pub algorithm: Option<String>,
    /// How often the server has made a new key under this id, from 1; `None` where `algorithm` is.
    pub version: Option<i64>,
    /// Whether the server uses the key.
    pub enabled: bool,
    /// Id of its project, if the server sends it.
    pub project_id: Option<String>,
    /// When it was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// When it was last changed, as RFC 3339 in UTC, if the server sends it.
    pub updated_at: Option<String>,
}

impl From<KeyRecord> for KmsKey {
    fn from(record: KeyRecord) -> Self {
        Self {
            id: record.id,
            name: record.name,
            description: record.description.unwrap_or_default(),
            usage: record.key_usage.unwrap_or_else(|| FOR_ENCRYPTION.to_owned()),
            algorithm: record.encryption_algorithm,
            version: record.version,
            enabled: !record.is_disabled.unwrap_or_default(),
            project_id: record.project_id,
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

impl Call {
    async fn require_kms(&self) -> Result<()> {
        self.require_managing_session().await?;
        self.require(Feature::Kms).await
    }

    /// Checks also the id of the key.
    pub(super) async fn require_kms_key(&self, id: &str) -> Result<()> {
        self.require_kms().await?;
        self.check_id("key", id).await
    }

    /// Sends a request that is answered with the key of that id.
    async fn kms_key(&self, id: &str, request: Request) -> Result<KmsKey> {
        let found: OneKey = self.send_authorized(request).await?.json().await?;
        check(found.key.id == id, || api::subject(id))?;
        Ok(found.key.into())
    }

    /// Sends a request that is answered with the key of that name in a project.
    async fn kms_key_named(&self, name: &str, project: &str, request: Request) -> Result<KmsKey> {
        let OneKey { key } = self.send_authorized(request).await?.json().await?;
        let is_same = key.name == name && key.project_id.as_deref() == Some(project);
        check(is_same, || api::named(name, project))?;
        Ok(key.into())
    }

    async fn create_kms_key(&self, this: CreateKmsKey) -> Result<KmsKey> {
        self.require_kms().await?;
        check_key_name(&this.name)?;
        let (usage, algorithm) = purpose(this.usage.as_deref(), this.algorithm.as_deref())?;
        if usage != FOR_ENCRYPTION {
            self.require(Feature::KmsSigning).await?;
        }
        let project = self.project_or_default(this.project).await?;
        let new = Create {
            project_id: &project,
            name: &this.name,
            description: this.description.as_deref(),
            key_usage: usage,
            encryption_algorithm: algorithm,
        };
        let mut key = self.kms_key_named(&this.name, &project, api::create(&new)?).await?;
        // Servers of 2024 do not repeat it.
        let made = key.algorithm.get_or_insert_with(|| algorithm.to_owned());
        check(made == algorithm && key.usage == usage, || api::named(&this.name, &project))?;
        Ok(key)
    }
}

/// The usage and the algorithm of a new key.
fn purpose<'a>(usage: Option<&'a str>, algorithm: Option<&'a str>) -> Result<(&'a str, &'a str)> {
    let of_algorithm = |algorithm: &str| match algorithm.starts_with("aes-") {
        true => FOR_ENCRYPTION,
        false => FOR_SIGNING,
    };
    match (usage, algorithm) {
        (usage, Some(algorithm)) => {
            Ok((usage.unwrap_or_else(|| of_algorithm(algorithm)), algorithm))
        }
        (None | Some(FOR_ENCRYPTION), None) => Ok((FOR_ENCRYPTION, DEFAULT_ALGORITHM)),
        (Some(_), None) => Err(Error::new(
            ErrorKind::InvalidInput,
            "the algorithm of the key is missing. Give one, such as ECC_NIST_P256",
        )),
    }
}

/// Fails for a name that servers refuse or change.
fn check_key_name(name: &str) -> Result<()> {
    let is_in = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if (1..=32).contains(&name.len()) && name.bytes().all(is_in) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "{name:?} cannot be the name of a key. Use 1 to 32 lower-case letters, digits and \"-\"",
            name = Shown(name)
        ),
    ))
}

/// Fails unless the server answered with what the call is about.
pub(super) fn check(is_same: bool, subject: impl FnOnce() -> String) -> Result<()> {
    if is_same {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::IntegrityViolation,
        format!("{}: the server answered with something else. Do not trust it", subject()),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purpose_completes_usage_by_algorithm() {
        let purpose = |usage, algorithm| purpose(usage, algorithm).ok();
        assert_eq!(purpose(None, None), Some(("encrypt-decrypt", "aes-256-gcm")));
        assert_eq!(purpose(None, Some("aes-128-gcm")), Some(("encrypt-decrypt", "aes-128-gcm")));
        assert_eq!(purpose(None, Some("RSA_4096")), Some(("sign-verify", "RSA_4096")));
        // The server refuses this.
        assert_eq!(
            purpose(Some("sign-verify"), Some("aes-128-gcm")),
            Some(("sign-verify", "aes-128-gcm"))
        );
        assert_eq!(purpose(Some("sign-verify"), None), None);
    }

    #[test]
    fn check_key_name_refuses_what_servers_change() {
        for bad in ["", "A", "a b", " a", "a_b", "é", &"a".repeat(33)] {
            assert!(check_key_name(bad).is_err(), "{bad:?}");
        }
        assert!(check_key_name("mail-2").is_ok() && check_key_name(&"a".repeat(32)).is_ok());
    }
}
