//! Earlier versions of secrets.

use std::sync::Arc;

use crate::api::secret_versions::{self as api, VersionContent, VersionRecord, Versions};
use crate::api::secrets::{Place, subject};
use crate::api::server::Era;
use crate::client::call::{Call, Client, awaitable, blocking};
use crate::client::keys::Route;
use crate::client::projects::{GivenLocation, location_setters};
use crate::client::secrets::cryptor;
use crate::client::secrets::list::{SecretFailure, check_complete, few_failures};
use crate::client::secrets::names::check_name;
use crate::client::secrets::raw::listed;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::client::secrets::watched::sighting;
use crate::client::trust::{Sighting, Watch};
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result, SecretString};

/// The number of versions per request.
const PAGE: u64 = 100;

impl Secrets {
    /// Lists every version of a secret, newest first, decrypted. A version that does not decrypt is
    /// reported in [`SecretHistory::failures`] and hides no other. `check_complete` of the result
    /// fails if there is any.
    ///
    /// May 2023 servers keep no comments in versions. They have two versions with the same number
    /// where somebody wrote several secrets at once on their web pages.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such secret.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's, or on servers since
    ///   2024 if it is an API key.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with the versions of another
    ///   secret.
    /// - [`ErrorKind::UnsupportedByServer`] if the server decrypts the project's secrets but, like
    ///   those of 2024, not their earlier versions.
    pub fn versions(&self, name: impl Into<String>) -> ListSecretVersions {
        ListSecretVersions {
            client: self.client.clone(),
            name: name.into(),
            location: GivenLocation::default(),
            kind: SecretType::Shared,
        }
    }
}

/// Lists the versions of a secret when awaited. See [`Secrets::versions`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecretVersions {
    client: Client,
    name: String,
    location: GivenLocation,
    kind: SecretType,
}

impl ListSecretVersions {
    location_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(ListSecretVersions => SecretHistory, |this, call| {
    call.secret_history(&this.name, this.kind, this.location).await
});

/// The versions of a secret.
#[derive(Debug, Clone, Default)]
pub struct SecretHistory {
    /// The versions that decrypted, newest first.
    pub versions: Vec<SecretVersion>,
    /// Those that did not decrypt, with the id of the version.
    pub failures: Vec<SecretFailure>,
}

impl SecretHistory {
    pub(super) fn new(opened: impl Iterator<Item = Result<SecretVersion, SecretFailure>>) -> Self {
        let mut history = Self::default();
        for result in opened {
            match result {
                Ok(version) => history.versions.push(version),
                Err(failure) => history.failures.push(failure),
            }
        }
        history
    }

    /// Fails unless every version decrypted.
    ///
    /// # Errors
    /// The error of the first failure, with the number of failures.
    pub fn check_complete(&self) -> Result<()> {
        check_complete("versions", self.versions.len(), &self.failures)
    }
}

/// An earlier version of a secret. Printing it shows neither value nor comment.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SecretVersion {
    /// The version's id.
    pub id: String,
    /// The secret's id.
    pub secret_id: String,
    /// Number of the version, from 1; from 0 if the secret was created together with others.
    pub version: i64,
    /// Whether the secret is shared or personal.
    pub kind: SecretType,
    /// Slug of the secret's environment.
    pub environment: String,
    /// The secret's name in this version.
    pub name: String,
    /// The secret's value in this version.
    pub value: SecretString,
    /// The secret's comment in this version, empty if it had none; `None` on May 2023 servers, which
    /// do not keep it.
    pub comment: Option<SecretString>,
    /// When the version was created, as RFC 3339 in UTC, if the server sends it.
    pub created_at: Option<String>,
    /// Whether the secret was deleted later; `None` if the server does not send it. Only May 2023
    /// servers do.
    pub deleted: Option<bool>,
}

impl Call {
    async fn secret_history(
        &self,
        name: &str,
        kind: SecretType,
        location: GivenLocation,
    ) -> Result<SecretHistory> {
        let era = self.era().await?;
        check_name(name, era)?;
        self.require_historian(era)?;
        let place = self.place(location).await?;
        let current = self.fetch_secret(name, kind, &place).await?;
        let records = match self.version_records(&current, &place).await {
            Err(error) if current.end_to_end_encrypted && era.is_since_october_2024() => {
                return Err(closed_to_encryption(error));
            }
            result => result?,
        };
        self.open_versions(records, place).await
    }

    /// Fails for credentials that cannot read earlier versions.
    fn require_historian(&self, era: Era) -> Result<()> {
        if era.is_may_2023() { self.require_user() } else { self.require_session() }
    }

    /// Decrypts versions of a project's secrets. `place` is their place, unless they have one.
    pub(super) async fn open_versions(
        &self,
        records: Vec<VersionRecord>,
        place: Place,
    ) -> Result<SecretHistory> {
        let opener = match self.route(&place.workspace_id).await? {
            Route::Encrypted => Opener::Key(self.project_key(&place.workspace_id).await?),
            Route::Raw(_) => Opener::Server,
        };
        let (watch, project) = (self.watch().await?, place.workspace_id.clone());
        let opened = blocking(move || {
            let mut seen = Vec::new();
            let opened = records
                .into_iter()
                .map(|record| opener.open(record, &place, watch.as_ref(), &mut seen));
            Ok((SecretHistory::new(few_failures(opened)?.into_iter()), seen))
        });
        let (history, seen) = opened.await??;
        self.saw_versions(&project, seen).await?;
        Ok(history)
    }

    async fn version_records(&self, secret: &Secret, place: &Place) -> Result<Vec<VersionRecord>> {
        let subject = subject(&secret.name, place);
        let request = |offset, limit| api::list(&secret.id, &subject, offset, limit);
        let items = |page: Versions| page.secret_versions;
        let mut records = self.all_pages(PAGE, request, items, VersionRecord::id).await?;
        for record in &mut records {
            record.secret.get_or_insert_with(|| secret.id.clone());
        }
        if records.iter().all(|record| record.secret.as_ref() == Some(&secret.id)) {
            return Ok(records);
        }
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "versions of {subject}: the server answered with versions of another secret. Do \
                 not use them; tell the server's operator"
            ),
        ))
    }

    /// The versions with that number, newest first, checked to be versions of the secret with that
    /// name.
    pub(crate) async fn numbered(
        &self,
        current: &Secret,
        number: i64,
        place: &Place,
    ) -> Result<Vec<SecretVersion>> {
        let subject = subject(&current.name, place);
        if let Err(refused) = self.require_historian(self.era().await?) {
            let message = format!(
                "version {number} of {subject}: its current version is {}, and this server shows \
                 earlier ones only to users. Use a user credential",
                current.version
            );
            let kind = refused.kind();
            return Err(refused.reclassified(kind, message));
        }
        let mut records = self.version_records(current, place).await?;
        records.retain(|record| record.version() == number);
        let SecretHistory { versions, failures } =
            self.open_versions(records, place.clone()).await?;
        if let Some(failure) = failures.into_iter().next() {
            return Err(failure.error);
        }
        if versions.is_empty() {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!("{subject}: version {number} does not exist. List its versions"),
            ));
        }
        if versions.iter().all(|one| one.name == current.name && one.kind == current.kind) {
            return Ok(versions);
        }
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!("{subject}: version {number} has another name. List its versions"),
        ))
    }

    /// An earlier version of a secret, from its list of versions: until autumn 2024, the routes by
    /// name ignore the number. Later ones support it, but have no versions in projects with sealed
    /// keys.
    pub(crate) async fn earlier_secret(
        &self,
        name: &str,
        kind: SecretType,
        number: i64,
        place: &Place,
    ) -> Result<Secret> {
        if self.era().await?.is_since_october_2024() {
            let found = self.fetch(name, kind, Some(number), place).await?;
            if found.version == number {
                return Ok(found);
            }
        }
        let current = self.fetch_secret(name, kind, place).await?;
        if current.version == number {
            return Ok(current);
        }
        let mut found = self.numbered(&current, number, place).await?;
        // If two versions have one number, the second has the wrong number.
        match found.pop() {
            Some(version) => Ok(Secret {
                version: version.version,
                value: version.value,
                comment: version.comment.unwrap_or_default(),
                tags: None,
                updated_at: version.created_at,
                ..current
            }),
            None => Ok(current),
        }
    }
}

/// The error for earlier versions on servers that keep them only for projects that they decrypt.
fn closed_to_encryption(error: Error) -> Error {
    if error.status() != Some(404) {
        return error;
    }
    error.reclassified(
        ErrorKind::UnsupportedByServer,
        "this server lists earlier versions only of projects that it decrypts itself. Read an \
         earlier version of an end-to-end encrypted secret by its number",
    )
}

/// Whether the client or the server decrypts.
enum Opener {
    Key(Arc<ProjectKey>),
    Server,
}

impl Opener {
    /// Fails if the server sends plaintext for an encrypted project, or the reverse.
    fn open(
        &self,
        record: VersionRecord,
        place: &Place,
        watch: Option<&Watch>,
        seen: &mut Vec<Sighting>,
    ) -> Result<Result<SecretVersion, SecretFailure>> {
        let VersionRecord { secret, environment, is_deleted, content } = record;
        let secret = secret.unwrap_or_default();
        let place = Place {
            environment: environment.unwrap_or_else(|| place.environment.clone()),
            ..place.clone()
        };
        let opened = match (self, content) {
            (Self::Key(key), VersionContent::Encrypted(record)) => {
                let keeps_comment =
                    record.secret_comment_ciphertext.is_some() || is_deleted.is_none();
                cryptor::open_version(&record, &secret, &place, key).map(|it| {
                    let version = sighting(watch, &record, &it, &place);
                    seen.extend(version.map(|version| version.of_secret(&secret)));
                    (it, keeps_comment)
                })
            }
            (Self::Server, VersionContent::Plain(record)) => {
                listed(*record, &place).map(|it| (it, true))
            }
            (Self::Server, VersionContent::Encrypted(_)) => {
                return Err(Error::new(
                    ErrorKind::UnsupportedByServer,
                    format!(
                        "versions of secrets in {}: this server decrypts current secrets but not \
                         earlier versions. Use the credential of a member who can decrypt the \
                         project key",
                        place.describe()
                    ),
                ));
            }
            (Self::Key(_), VersionContent::Plain(_)) => {
                return Err(Error::new(
                    ErrorKind::IntegrityViolation,
                    format!(
                        "versions of secrets in {}: the server answered in plaintext though the \
                         project is end-to-end encrypted. Do not use them; tell the server's \
                         operator",
                        place.describe()
                    ),
                ));
            }
        };
        Ok(opened.map(|(opened, keeps_comment)| SecretVersion {
            id: opened.id,
            secret_id: secret,
            version: opened.version,
            kind: opened.kind,
            environment: opened.environment,
            name: opened.name,
            value: opened.value,
            comment: keeps_comment.then_some(opened.comment),
            created_at: opened.created_at,
            deleted: is_deleted,
        }))
    }
}
