//! Secrets by name.

use infisical_e2ee_bindings_common as common;
use infisical_e2ee_bindings_common::operations as op;

use crate::client::NativeClient;
use crate::failure::{NativeError, run};

/// Where a secret lives, and whose it is.
#[derive(uniffi::Record)]
pub struct NativePlace {
    /// Id of the project.
    pub project: Option<String>,
    /// Slug of the environment.
    pub environment: Option<String>,
    /// Folder.
    pub path: Option<String>,
    /// `"shared"` or `"personal"`.
    pub kind: Option<String>,
}

impl From<NativePlace> for op::Place {
    fn from(place: NativePlace) -> Self {
        let NativePlace { project, environment, path, kind } = place;
        Self { project, environment, path, kind }
    }
}

/// A decrypted secret.
#[derive(uniffi::Record)]
pub struct NativeSecret {
    /// The secret's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its comment.
    pub comment: String,
    /// `"shared"` or `"personal"`.
    pub kind: String,
    /// Counts its changes from 1.
    pub version: i64,
    /// The project it belongs to.
    pub project_id: String,
    /// Slug of its environment.
    pub environment: String,
    /// Its folder.
    pub path: String,
    /// When it was made, RFC 3339.
    pub created_at: Option<String>,
    /// When it was last changed, RFC 3339.
    pub updated_at: Option<String>,
}

impl From<common::Secret> for NativeSecret {
    fn from(secret: common::Secret) -> Self {
        Self {
            id: secret.id,
            name: secret.name,
            value: secret.value.expose().to_owned(),
            comment: secret.comment.expose().to_owned(),
            kind: secret.kind.as_str().to_owned(),
            version: secret.version,
            project_id: secret.project_id,
            environment: secret.environment,
            path: secret.path,
            created_at: secret.created_at,
            updated_at: secret.updated_at,
        }
    }
}

/// A secret that did not decrypt.
#[derive(uniffi::Record)]
pub struct NativeSecretFailure {
    /// The secret's id.
    pub id: String,
    /// The field that did not verify.
    pub field: String,
    /// What happened.
    pub error: NativeError,
}

/// The secrets of one place.
#[derive(uniffi::Record)]
pub struct NativeSecretList {
    /// Those that decrypted.
    pub secrets: Vec<NativeSecret>,
    /// Those that did not.
    pub failures: Vec<NativeSecretFailure>,
    /// What a program is told that needs every secret.
    pub incomplete: Option<NativeError>,
}

impl From<common::SecretList> for NativeSecretList {
    fn from(list: common::SecretList) -> Self {
        let failures = list.failures().iter().map(|failure| NativeSecretFailure {
            id: failure.id.clone(),
            field: failure.field.to_owned(),
            error: NativeError::from(&failure.error),
        });
        Self {
            failures: failures.collect(),
            incomplete: list.check_complete().err().map(|error| NativeError::from(&error)),
            secrets: list.into_iter().map(NativeSecret::from).collect(),
        }
    }
}

#[uniffi::export]
impl NativeClient {
    /// `secrets.get`.
    pub async fn get_secret(
        &self,
        name: String,
        place: NativePlace,
        timeout: Option<f64>,
    ) -> Result<NativeSecret, NativeError> {
        run(op::get_secret(&self.0, name, place.into()), timeout).await
    }

    /// `secrets.list`.
    pub async fn list_secrets(
        &self,
        place: NativePlace,
        timeout: Option<f64>,
    ) -> Result<NativeSecretList, NativeError> {
        run(op::list_secrets(&self.0, place.into()), timeout).await
    }

    /// `secrets.create`.
    pub async fn create_secret(
        &self,
        name: String,
        value: String,
        comment: Option<String>,
        place: NativePlace,
        timeout: Option<f64>,
    ) -> Result<NativeSecret, NativeError> {
        let comment = comment.map(Into::into);
        run(op::create_secret(&self.0, name, value.into(), comment, place.into()), timeout).await
    }

    /// `secrets.update`.
    pub async fn update_secret(
        &self,
        name: String,
        value: Option<String>,
        comment: Option<String>,
        place: NativePlace,
        timeout: Option<f64>,
    ) -> Result<NativeSecret, NativeError> {
        let (value, comment) = (value.map(Into::into), comment.map(Into::into));
        run(op::update_secret(&self.0, name, value, comment, place.into()), timeout).await
    }

    /// `secrets.delete`.
    pub async fn delete_secret(
        &self,
        name: String,
        place: NativePlace,
        timeout: Option<f64>,
    ) -> Result<(), NativeError> {
        run(op::delete_secret(&self.0, name, place.into()), timeout).await
    }
}
