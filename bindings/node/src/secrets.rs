//! Secrets.

use infisical_e2ee_bindings_common::{self as common, operations};
use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;

use crate::call::Call;
use crate::client::Client;
use crate::failure::Failure;

/// Which secrets a call is about.
#[napi(object, object_to_js = false)]
pub struct Place {
    /// Id of the project.
    pub project: Option<String>,
    /// Slug of the environment.
    pub environment: Option<String>,
    /// Folder.
    pub path: Option<String>,
    /// `"shared"` or `"personal"`.
    #[napi(js_name = "type")]
    pub kind: Option<String>,
}

impl From<Place> for operations::Place {
    fn from(place: Place) -> Self {
        let Place { project, environment, path, kind } = place;
        Self { project, environment, path, kind }
    }
}

/// A decrypted secret.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct Secret {
    /// The secret's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its comment.
    pub comment: String,
    /// Whose it is.
    #[napi(js_name = "type", ts_type = "'shared' | 'personal'")]
    pub kind: &'static str,
    /// Counts its changes from 1.
    pub version: i64,
    /// The project it belongs to.
    pub project_id: String,
    /// Slug of its environment.
    pub environment: String,
    /// Its folder.
    pub path: String,
    /// When it was made, as RFC 3339.
    pub created_at: Option<String>,
    /// When it was last changed, as RFC 3339.
    pub updated_at: Option<String>,
}

impl From<common::Secret> for Secret {
    fn from(secret: common::Secret) -> Self {
        Self {
            id: secret.id,
            name: secret.name,
            value: secret.value.expose().to_owned(),
            comment: secret.comment.expose().to_owned(),
            kind: secret.kind.as_str(),
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
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct SecretFailure {
    /// The secret's id.
    pub id: String,
    /// The field that did not verify.
    pub field: &'static str,
    /// What happened.
    pub error: Failure,
}

/// The secrets of one place.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct SecretList {
    /// Those that decrypted.
    pub secrets: Vec<Secret>,
    /// Those that did not.
    pub failures: Vec<SecretFailure>,
    /// What a program is told that needs every secret.
    pub incomplete: Option<Failure>,
}

impl From<common::SecretList> for SecretList {
    fn from(list: common::SecretList) -> Self {
        let failures = list.failures().iter().map(|failure| SecretFailure {
            id: failure.id.clone(),
            field: failure.field,
            error: Failure::from(&failure.error),
        });
        Self {
            failures: failures.collect(),
            incomplete: list.check_complete().err().map(|error| Failure::from(&error)),
            secrets: list.into_iter().map(Secret::from).collect(),
        }
    }
}

#[napi]
impl Client {
    /// Reads one secret.
    #[napi]
    pub fn get_secret<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        name: String,
        place: Place,
    ) -> napi::Result<PromiseRaw<'env, Secret>> {
        let operation = operations::get_secret(&self.0, name, place.into());
        call.start(env, operation, Secret::from)
    }

    /// Reads every secret of a place.
    #[napi]
    pub fn list_secrets<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        place: Place,
    ) -> napi::Result<PromiseRaw<'env, SecretList>> {
        call.start(env, operations::list_secrets(&self.0, place.into()), SecretList::from)
    }

    /// Stores a new secret.
    #[napi]
    pub fn create_secret<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        name: String,
        value: String,
        comment: Option<String>,
        place: Place,
    ) -> napi::Result<PromiseRaw<'env, Secret>> {
        let (value, comment) = (value.into(), comment.map(Into::into));
        let operation = operations::create_secret(&self.0, name, value, comment, place.into());
        call.start(env, operation, Secret::from)
    }

    /// Stores a new value or comment of a secret.
    #[napi]
    pub fn update_secret<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        name: String,
        value: Option<String>,
        comment: Option<String>,
        place: Place,
    ) -> napi::Result<PromiseRaw<'env, Secret>> {
        let (value, comment) = (value.map(Into::into), comment.map(Into::into));
        let operation = operations::update_secret(&self.0, name, value, comment, place.into());
        call.start(env, operation, Secret::from)
    }

    /// Deletes a secret.
    #[napi]
    pub fn delete_secret<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        name: String,
        place: Place,
    ) -> napi::Result<PromiseRaw<'env, ()>> {
        call.start(env, operations::delete_secret(&self.0, name, place.into()), |()| ())
    }
}
