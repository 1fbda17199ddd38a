//! The project, environment and path of a call, completed with the defaults of the client.

use crate::api::secrets::Place;
use crate::client::call::{Call, Kind};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// A location as given by the caller. Missing parts come from the client or its token.
#[derive(Debug, Clone, Default)]
pub(crate) struct GivenLocation {
    pub(crate) project: Option<String>,
    pub(crate) environment: Option<String>,
    pub(crate) path: Option<String>,
}

/// The setters of requests about secrets, for the field `location: GivenLocation`.
macro_rules! location_setters {
    () => {
        /// Id or slug of the project; by default the client's, or the one that the token is for.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.location.project = Some(id.into());
            self
        }

        /// Slug of the environment; by default the client's, or the one that the token is for.
        pub fn environment(mut self, slug: impl Into<String>) -> Self {
            self.location.environment = Some(slug.into());
            self
        }

        /// Folder, such as `/backend`; by default `/`, or the one path that the token is for.
        pub fn path(mut self, path: impl Into<String>) -> Self {
            self.location.path = Some(path.into());
            self
        }
    };
}
pub(crate) use location_setters;

impl Call {
    /// Completes and checks a place before anything is encrypted for it.
    pub(crate) async fn place(&self, location: GivenLocation) -> Result<Place> {
        let workspace_id = self.project_or_default(location.project).await?;
        let environment = self.environment_or_default(location.environment).await?;
        let path = normal_path(&self.path_or_default(location.path).await?)?;
        let era = self.era().await?;
        if path != "/" {
            Feature::SecretsInFolders
                .check_for(era, &format!("path {path:?}", path = Shown(&path)))?;
        }
        match self.credential()? {
            Kind::ServiceToken(_) => {
                self.token_for(&workspace_id).await?.check_environment(&environment)?;
            }
            Kind::ServiceTokenV3(_) => {
                self.token_v3_for(&workspace_id).await?;
            }
            // Service accounts cannot read projects.
            Kind::ServiceAccount(_) => self.require(Feature::ServiceAccounts).await?,
            // In February 2024, machine identities cannot read projects.
            credential if credential.is_identity() && !era.is_since_june_2024() => {}
            _ => self.check_environment(&workspace_id, &environment).await?,
        }
        Ok(Place { workspace_id, environment, path: era.has_folders().then_some(path) })
    }

    /// The id of the given or default project.
    pub(crate) async fn project_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(given) = wanted.or_else(|| self.shared.defaults.project.clone()) {
            return self.project_id(&given).await;
        }
        match self.credential()? {
            Kind::ServiceToken(_) => return Ok(self.opened_token().await?.project_id.clone()),
            Kind::ServiceTokenV3(_) => return Ok(self.token_v3_record().await?.workspace.clone()),
            _ => {}
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "the project is missing. Pass its id or slug, or set one on the client \
             (INFISICAL_PROJECT_ID for a client from the environment)",
        ))
    }

    pub(crate) async fn environment_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(slug) = wanted.or_else(|| self.shared.defaults.environment.clone()) {
            if slug.is_empty() {
                return Err(Error::new(ErrorKind::InvalidInput, "the environment is empty"));
            }
            return Ok(slug);
        }
        if let Kind::ServiceToken(_) = self.credential()?
            && let [only] = self.opened_token().await?.scopes.as_slice()
        {
            return Ok(only.environment.clone());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "the environment is missing. Pass its slug, such as \"dev\", or set one on the client \
             (INFISICAL_ENVIRONMENT for a client from the environment)",
        ))
    }

    async fn path_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(path) = wanted {
            return Ok(path);
        }
        if let Kind::ServiceToken(_) = self.credential()?
            && let Some(only) = self.opened_token().await?.only_place()
        {
            return Ok(only.secret_path.clone());
        }
        Ok("/".to_owned())
    }
}

/// The canonical form of a path: with a leading slash, without a trailing one.
pub(crate) fn normal_path(path: &str) -> Result<String> {
    let trimmed = path.strip_suffix('/').unwrap_or(path);
    if trimmed.is_empty() && path.starts_with('/') {
        return Ok("/".to_owned());
    }
    let well_formed = trimmed.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|folder| !folder.is_empty() && folder != "." && folder != "..")
    });
    if well_formed {
        return Ok(trimmed.to_owned());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!("path {path:?} is not of the form /folder/subfolder", path = Shown(path)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_is_normalized() {
        for (given, normal) in [("/", "/"), ("/a", "/a"), ("/a/b/", "/a/b"), ("/**", "/**")] {
            assert_eq!(normal_path(given).unwrap(), normal);
        }
        for bad in ["", "a", "a/", "//", "/a//b", "/a/../b", "/.", "./a"] {
            assert_eq!(normal_path(bad).unwrap_err().kind(), ErrorKind::InvalidInput, "{bad:?}");
        }
    }
}
