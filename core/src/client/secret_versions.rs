//! What a secret was before, and making it so again.

use std::sync::Arc;

use super::call::{Call, blocking};
use super::place::{Wanted, check_name, place_setters};
use super::route::Route;
use super::secret_list::{SecretFailure, check_complete};
use super::secret_reading::Reading;
use super::{Client, Secret, SecretType, Secrets, UpdateSecret, awaitable, cryptor};
use crate::api::secret_versions::{self as api, VersionContent, VersionRecord, Versions};
use crate::api::secrets::{OneSecret, Place, subject};
use crate::api::server::Era;
use crate::crypto::ProjectKey;
use crate::{Error, ErrorKind, Result, SecretString};

/// How many versions a server is asked for at a time.
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
            wanted: Wanted::default(),
            kind: SecretType::Shared,
        }
    }

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
    /// - [`ErrorKind::NotFound`] if there is no such secret or version.
    /// - [`ErrorKind::InvalidInput`] if the name is not valid, or for a negative version.
    /// - [`ErrorKind::IntegrityViolation`] if the secret had another name in that version.
    /// - [`ErrorKind::DecryptionFailed`] if that version does not decrypt.
    /// - [`ErrorKind::PermissionDenied`] if the server does not show earlier versions to the
    ///   credential, or if a policy of the project asks for approval first: the error names the
    ///   request for approval, and nothing was changed.
    /// - [`ErrorKind::UnsupportedByServer`] if the server decrypts the project's secrets but, like
    ///   those of 2024, not their earlier versions.
    pub fn roll_back(&self, name: impl Into<String>, version: i64) -> RollBackSecret {
        RollBackSecret {
            client: self.client.clone(),
            name: name.into(),
            version,
            wanted: Wanted::default(),
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
    wanted: Wanted,
    kind: SecretType,
}

impl ListSecretVersions {
    place_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(ListSecretVersions => SecretHistory, |this, call| {
    call.secret_history(&this.name, this.kind, this.wanted).await
});

/// Gives a secret an earlier value when awaited. See [`Secrets::roll_back`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct RollBackSecret {
    client: Client,
    name: String,
    version: i64,
    wanted: Wanted,
    kind: SecretType,
}

impl RollBackSecret {
    place_setters!();

    /// Shared or personal; shared by default. There is no fallback from one to the other.
    pub fn kind(mut self, kind: SecretType) -> Self {
        self.kind = kind;
        self
    }
}

awaitable!(RollBackSecret => Secret, |this, call| call.roll_back_secret(this).await);

/// The versions of a secret.
#[derive(Debug, Clone, Default)]
pub struct SecretHistory {
    /// Those that decrypted, newest first.
    pub versions: Vec<SecretVersion>,
    /// Those that did not, by the id of the version.
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
    /// The first failure's, which says how many there are.
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
        wanted: Wanted,
    ) -> Result<SecretHistory> {
        let era = self.era().await?;
        check_name(name, era)?;
        self.require_historian(era)?;
        let place = self.place(wanted).await?;
        let current = self.fetch_secret(name, kind, &place).await?;
        let records = self.version_records(&current, &place).await?;
        self.open_versions(records, place).await
    }

    /// Fails for whom servers do not show what was.
    pub(super) fn require_historian(&self, era: Era) -> Result<()> {
        if era == Era::May2023 { self.require_user() } else { self.require_session() }
    }

    /// Decrypts versions of a project's secrets. `place` is theirs, unless they say so themselves.
    pub(super) async fn open_versions(
        &self,
        records: Vec<VersionRecord>,
        place: Place,
    ) -> Result<SecretHistory> {
        let opener = match self.route(&place.workspace_id).await? {
            Route::Encrypted => Opener::Key(self.project_key(&place.workspace_id).await?),
            Route::Raw(_) => Opener::Server,
        };
        blocking(move || {
            let opened = records.into_iter().map(|record| opener.open(record, &place));
            let opened = opened.collect::<Result<Vec<_>>>()?;
            Ok(SecretHistory::new(opened.into_iter()))
        })
        .await?
    }

    async fn version_records(&self, secret: &Secret, place: &Place) -> Result<Vec<VersionRecord>> {
        let subject = subject(&secret.name, place);
        let request = |offset, limit| api::list(&secret.id, &subject, offset, limit);
        let items = |page: Versions| page.secret_versions;
        let records = self.all_pages(PAGE, request, items, VersionRecord::id).await?;
        if records.iter().all(|record| record.secret == secret.id) {
            return Ok(records);
        }
        Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "versions of {subject}: the server answered with those of another secret. Do not \
                 use them; tell the server's operator"
            ),
        ))
    }

    /// The versions of that number, newest first, each checked to be of the secret of that name.
    async fn numbered(
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

    /// An earlier version of a secret, from its list of versions: the routes by name ignore the
    /// number, in May 2023 and until autumn 2024. Today's support it, but have no versions of
    /// projects with sealed keys.
    pub(super) async fn earlier_secret(
        &self,
        name: &str,
        kind: SecretType,
        number: i64,
        place: &Place,
    ) -> Result<Secret> {
        if self.era().await? == Era::Modern {
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
        // Of two with one number, the second was misnumbered.
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

    async fn roll_back_secret(&self, this: RollBackSecret) -> Result<Secret> {
        let RollBackSecret { client, name, version, wanted, kind } = this;
        let reading = Reading { kind, version: Some(version), ..Reading::default() };
        check_name(&name, self.era().await?)?;
        reading.check()?;
        let place = self.place(wanted).await?;
        if self.era().await? == Era::May2023 {
            return self.roll_back_may_2023(&name, kind, version, &place).await;
        }
        let earlier = self.stored_secret(&name, reading, &place).await?;
        let Place { workspace_id, environment, path } = place;
        let wanted = Wanted { project: Some(workspace_id), environment: Some(environment), path };
        let value = Some(earlier.value);
        self.update_secret(UpdateSecret {
            client,
            name,
            value,
            comment: None,
            new_name: None,
            wanted,
            kind,
        })
        .await
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
        let request = api::roll_back(&current.id, &subject(name, place), version)?;
        let mut found: OneSecret = self.send_authorized(request).await?.json()?;
        self.name_tags(std::slice::from_mut(&mut found.secret), &place.workspace_id).await?;
        cryptor::open_named(&found.secret, name, kind, place, &key)
    }
}

/// Who decrypts.
enum Opener {
    Key(Arc<ProjectKey>),
    Server,
}

impl Opener {
    /// Fails as a whole where what a server sends is not what the project's route gives.
    fn open(
        &self,
        record: VersionRecord,
        place: &Place,
    ) -> Result<Result<SecretVersion, SecretFailure>> {
        let VersionRecord { secret, environment, is_deleted, content } = record;
        let place = Place {
            environment: environment.unwrap_or_else(|| place.environment.clone()),
            ..place.clone()
        };
        let opened = match (self, content) {
            (Self::Key(key), VersionContent::Encrypted(record)) => {
                let keeps_comment =
                    record.secret_comment_ciphertext.is_some() || is_deleted.is_none();
                cryptor::open_version(&record, &secret, &place, key).map(|it| (it, keeps_comment))
            }
            (Self::Server, VersionContent::Plain(record)) => {
                Ok((super::raw_secrets::shown(*record, &place), true))
            }
            (Self::Server, VersionContent::Encrypted(_)) => {
                return Err(Error::new(
                    ErrorKind::UnsupportedByServer,
                    format!(
                        "versions of secrets in {}: this server decrypts current secrets but not \
                         earlier versions. Use a member's credential that can open the project key",
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
