//! Imports of one folder's secrets into another; on servers since 2024.

use super::location::{GivenLocation, location_setters, normal_path};
use crate::api::secret_imports::{self as api, ImportList, ImportRecord, OneImport, Source};
use crate::api::secrets::Place;
use crate::client::call::{Call, Client, Kind, awaitable};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Imports of the secrets of one folder into another, on servers since 2024. See
/// [`Client::secret_imports`].
///
/// The project, environment and path of a call name the folder that imports. Its own secrets take
/// precedence over imported ones, and of two imports the one with the higher position does.
///
/// Every method fails with [`ErrorKind::UnsupportedByServer`] on May 2023 servers. It fails with
/// [`ErrorKind::InvalidInput`] if neither the call nor the client or its token names the project
/// and the environment, or if a path does not have the form `/folder/subfolder`, and with
/// [`ErrorKind::PermissionDenied`] if the credential may not read or change the secrets of a folder
/// that is named.
///
/// Protocol: `/api/v1/secret-imports`.
#[derive(Debug, Clone)]
pub struct SecretImports {
    pub(crate) client: Client,
}

impl SecretImports {
    /// Lists the imports of a folder, by position.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such folder, environment or project.
    pub fn list(&self) -> ListSecretImports {
        ListSecretImports { client: self.client.clone(), location: GivenLocation::default() }
    }

    /// Imports the secrets of another folder, after the imports that are there.
    ///
    /// # Arguments
    /// - `from_environment`: the slug of the environment to import from.
    /// - `from_path`: the folder to import, such as `/shared`.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if that folder is imported already.
    /// - [`ErrorKind::InvalidInput`] if a folder is to import itself.
    /// - [`ErrorKind::NotFound`] if there is no such folder, environment or project.
    pub fn create(
        &self,
        from_environment: impl Into<String>,
        from_path: impl Into<String>,
    ) -> CreateSecretImport {
        CreateSecretImport {
            client: self.client.clone(),
            from_environment: from_environment.into(),
            from_path: from_path.into(),
            location: GivenLocation::default(),
        }
    }

    /// Changes what an import imports, or its position among the others.
    ///
    /// # Arguments
    /// - `id`: the import's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the folder has no such import, or if there is no such folder,
    ///   environment or project.
    /// - [`ErrorKind::Conflict`] if the folder to import is imported already.
    /// - [`ErrorKind::InvalidInput`] if nothing to change is given, for a position below 1, or if a
    ///   folder is to import itself.
    pub fn update(&self, id: impl Into<String>) -> UpdateSecretImport {
        UpdateSecretImport {
            client: self.client.clone(),
            id: id.into(),
            from_environment: None,
            from_path: None,
            position: None,
            location: GivenLocation::default(),
        }
    }

    /// Deletes an import. The secrets themselves stay where they are.
    ///
    /// # Arguments
    /// - `id`: the import's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the folder has no such import, or if there is no such folder,
    ///   environment or project.
    pub fn delete(&self, id: impl Into<String>) -> DeleteSecretImport {
        DeleteSecretImport {
            client: self.client.clone(),
            id: id.into(),
            location: GivenLocation::default(),
        }
    }
}

/// Lists imports when awaited. See [`SecretImports::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecretImports {
    client: Client,
    location: GivenLocation,
}

impl ListSecretImports {
    location_setters!();
}

awaitable!(ListSecretImports => Vec<SecretImport>, |this, call| {
    let place = call.place_of_imports(this.location).await?;
    call.secret_imports(&place).await
});

/// Imports a folder when awaited. See [`SecretImports::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateSecretImport {
    client: Client,
    from_environment: String,
    from_path: String,
    location: GivenLocation,
}

impl CreateSecretImport {
    location_setters!();
}

awaitable!(CreateSecretImport => SecretImport, |this, call| {
    call.create_secret_import(this).await
});

/// Changes an import when awaited. See [`SecretImports::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateSecretImport {
    client: Client,
    id: String,
    from_environment: Option<String>,
    from_path: Option<String>,
    position: Option<i64>,
    location: GivenLocation,
}

impl UpdateSecretImport {
    location_setters!();

    /// Slug of the environment to import from; unchanged by default.
    pub fn from_environment(mut self, slug: impl Into<String>) -> Self {
        self.from_environment = Some(slug.into());
        self
    }

    /// Folder to import; unchanged by default.
    pub fn from_path(mut self, path: impl Into<String>) -> Self {
        self.from_path = Some(path.into());
        self
    }

    /// Position among the imports, from 1; unchanged by default. The others make room.
    pub fn position(mut self, position: i64) -> Self {
        self.position = Some(position);
        self
    }
}

awaitable!(UpdateSecretImport => SecretImport, |this, call| {
    call.update_secret_import(this).await
});

/// Deletes an import when awaited. See [`SecretImports::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteSecretImport {
    client: Client,
    id: String,
    location: GivenLocation,
}

impl DeleteSecretImport {
    location_setters!();
}

awaitable!(DeleteSecretImport => (), |this, call| {
    let place = call.place_of_imports(this.location).await?;
    find(&call.secret_imports(&place).await?, &this.id, &place)?;
    call.send_authorized(api::delete(call.era().await?, &this.id, &place)?).await?;
    Ok(())
});

/// An import of the secrets of another folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretImport {
    /// The import's id.
    pub id: String,
    /// Slug of the environment to import from.
    pub environment: String,
    /// Path of the folder to import.
    pub path: String,
    /// The position among the folder's imports, from 1. Later imports take precedence.
    pub position: i64,
}

impl From<ImportRecord> for SecretImport {
    fn from(record: ImportRecord) -> Self {
        Self {
            id: record.id,
            environment: record.import_env.slug,
            path: record.import_path,
            position: record.position,
        }
    }
}

impl Call {
    async fn secret_imports(&self, place: &Place) -> Result<Vec<SecretImport>> {
        let list: ImportList =
            self.send_authorized(api::list(self.era().await?, place)).await?.json().await?;
        let mut imports: Vec<_> = list.secret_imports.into_iter().map(SecretImport::from).collect();
        imports.sort_by_key(|import| import.position);
        Ok(imports)
    }

    async fn create_secret_import(&self, this: CreateSecretImport) -> Result<SecretImport> {
        let place = self.place_of_imports(this.location).await?;
        let (environment, path) = (this.from_environment, normal_path(&this.from_path)?);
        let imports = self.secret_imports(&place).await?;
        self.check_source(&environment, &path, imports.iter(), &place).await?;
        let source = Source { environment: Some(&environment), path: Some(&path), position: None };
        let created: OneImport = self
            .send_authorized(api::create(self.era().await?, &source, &place)?)
            .await?
            .json()
            .await?;
        Ok(created.secret_import.into())
    }

    async fn update_secret_import(&self, this: UpdateSecretImport) -> Result<SecretImport> {
        let UpdateSecretImport { id, from_environment, from_path, position, location, .. } = this;
        let changes_source = from_environment.is_some() || from_path.is_some();
        let refused = if !changes_source && position.is_none() {
            "give another environment, path or position"
        } else if position.is_some_and(|position| position < 1) {
            "positions count from 1"
        } else {
            ""
        };
        if !refused.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("secret import {id}: {refused}"),
            ));
        }
        let place = self.place_of_imports(location).await?;
        let from_path = from_path.as_deref().map(normal_path).transpose()?;
        let imports = self.secret_imports(&place).await?;
        let current = find(&imports, &id, &place)?;
        if changes_source {
            let environment = from_environment.as_ref().unwrap_or(&current.environment);
            let path = from_path.as_ref().unwrap_or(&current.path);
            let others = imports.iter().filter(|other| other.id != id);
            self.check_source(environment, path, others, &place).await?;
        }
        let source = Source {
            environment: from_environment.as_deref(),
            path: from_path.as_deref(),
            position,
        };
        let request = api::update(self.era().await?, &id, &source, &place)?;
        let updated: OneImport = self.send_authorized(request).await?.json().await?;
        Ok(updated.secret_import.into())
    }

    /// Fails for an impossible import, which some servers accept.
    async fn check_source(
        &self,
        environment: &str,
        path: &str,
        mut others: impl Iterator<Item = &SecretImport>,
        place: &Place,
    ) -> Result<()> {
        if environment == place.environment && Some(path) == place.path.as_deref() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("{} cannot import itself", place.describe()),
            ));
        }
        if others.any(|other| other.environment == environment && other.path == path) {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "{} already imports environment {environment:?}, path {path:?}",
                    place.describe(),
                    environment = Shown(environment),
                    path = Shown(path)
                ),
            ));
        }
        match self.credential()? {
            Kind::ServiceToken(_) | Kind::ServiceTokenV3(_) => Ok(()),
            _ => self.check_environment(&place.workspace_id, environment).await,
        }
    }
}

fn find<'a>(imports: &'a [SecretImport], id: &str, place: &Place) -> Result<&'a SecretImport> {
    imports.iter().find(|import| import.id == id).ok_or_else(|| {
        Error::new(
            ErrorKind::NotFound,
            format!("{}: not found. List the imports of that folder", api::subject(id, place)),
        )
    })
}
