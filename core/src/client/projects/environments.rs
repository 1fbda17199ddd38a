//! Environments of a project.

use std::sync::Arc;

use crate::api::environments::{self as api, OneEnvironment};
use crate::api::server::Era;
use crate::api::workspaces::EnvironmentRecord;
use crate::client::call::{Call, Client, awaitable, check_trimmed_name};
use crate::http::{Request, Response};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Environments of a project. See [`Client::environments`].
///
/// Every method fails with [`ErrorKind::PermissionDenied`] for a service token, a service account
/// or a machine identity, and with [`ErrorKind::InvalidInput`] if neither the call nor the client
/// has a project, or if its id cannot be an id on this server.
///
/// Protocol: `/api/v1/workspace/{id}/environments`, on May 2023 servers
/// `/api/v2/workspace/{id}/environments`.
#[derive(Debug, Clone)]
pub struct Environments {
    pub(crate) client: Client,
}

impl Environments {
    /// Lists the environments of a project, in the server's order. The list includes environments
    /// whose secrets are denied to the user.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    pub fn list(&self) -> ListEnvironments {
        ListEnvironments { client: self.client.clone(), project: None }
    }

    /// Adds an environment to a project.
    ///
    /// # Arguments
    /// - `name`: the name, for people.
    /// - `slug`: the slug, by which calls name the environment: lower case, and on servers of 2024
    ///   and later only letters, digits and single hyphens.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is blank or has white space around it, or if the
    ///   server would store the slug as another one or reject it.
    /// - [`ErrorKind::Conflict`] if the slug is taken, on May 2023 servers also if the name is.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] for an API key, or if the user's role in the project does
    ///   not allow it.
    pub fn create(&self, name: impl Into<String>, slug: impl Into<String>) -> CreateEnvironment {
        CreateEnvironment {
            client: self.client.clone(),
            name: name.into(),
            slug: slug.into(),
            project: None,
        }
    }

    /// Changes the name of an environment, its slug, or both. Its secrets stay. Service tokens for
    /// it follow the new slug on most servers.
    ///
    /// # Arguments
    /// - `slug`: the current slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such environment, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::Conflict`] if the new slug is taken, on May 2023 servers also if the new name
    ///   is.
    /// - [`ErrorKind::InvalidInput`] if neither a name nor a slug is given, if the new name is
    ///   blank or has white space around it, or if the server would store the new slug as another
    ///   one or reject it.
    /// - [`ErrorKind::PermissionDenied`] for an API key, or if the user's role in the project does
    ///   not allow it.
    pub fn update(&self, slug: impl Into<String>) -> UpdateEnvironment {
        UpdateEnvironment {
            client: self.client.clone(),
            slug: slug.into(),
            new_name: None,
            new_slug: None,
            project: None,
        }
    }

    /// Deletes an environment with all secrets in it.
    ///
    /// # Arguments
    /// - `slug`: slug of the environment.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such environment, or if there is no such
    ///   project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] for an API key, or if the user's role in the project does
    ///   not allow it.
    pub fn delete(&self, slug: impl Into<String>) -> DeleteEnvironment {
        DeleteEnvironment { client: self.client.clone(), slug: slug.into(), project: None }
    }
}

/// The setter of requests about a project, for the field `project: Option<String>`.
macro_rules! project_setter {
    () => {
        /// Id or slug of the project; the client's by default.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.project = Some(id.into());
            self
        }
    };
}
pub(crate) use project_setter;

/// Lists environments when awaited. See [`Environments::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListEnvironments {
    client: Client,
    project: Option<String>,
}

impl ListEnvironments {
    project_setter!();
}

awaitable!(ListEnvironments => Vec<Environment>, |this, call| {
    let project = call.project_or_default(this.project).await?;
    Ok(call.project(&project).await?.environments)
});

/// Adds an environment when awaited. See [`Environments::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateEnvironment {
    client: Client,
    name: String,
    slug: String,
    project: Option<String>,
}

impl CreateEnvironment {
    project_setter!();
}

awaitable!(CreateEnvironment => Environment, |this, call| call.create_environment(this).await);

/// Changes an environment when awaited. See [`Environments::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateEnvironment {
    client: Client,
    slug: String,
    new_name: Option<String>,
    new_slug: Option<String>,
    project: Option<String>,
}

impl UpdateEnvironment {
    project_setter!();

    /// New name; unchanged by default.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.new_name = Some(name.into());
        self
    }

    /// New slug: lower case, and on servers of 2024 and later only letters, digits and single
    /// hyphens; unchanged by default.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }
}

awaitable!(UpdateEnvironment => Environment, |this, call| call.update_environment(this).await);

/// Deletes an environment when awaited. See [`Environments::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteEnvironment {
    client: Client,
    slug: String,
    project: Option<String>,
}

impl DeleteEnvironment {
    project_setter!();
}

awaitable!(DeleteEnvironment => (), |this, call| {
    call.delete_environment(&this.slug, this.project).await
});

/// An environment of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// The id; `None` on May 2023 servers and with an API key.
    pub id: Option<String>,
    /// The name for people.
    pub name: String,
    /// The slug, which calls use.
    pub slug: String,
}

impl From<EnvironmentRecord> for Environment {
    fn from(record: EnvironmentRecord) -> Self {
        Self { id: record.id, name: record.name, slug: record.slug }
    }
}

impl Call {
    async fn create_environment(&self, this: CreateEnvironment) -> Result<Environment> {
        self.require_managing_session().await?;
        let era = self.era().await?;
        check_trimmed_name("an environment", &this.name)?;
        check_slug(&this.slug, era)?;
        let project = self.project_or_default(this.project).await?;
        let request = match era {
            Era::May2023 => api::create_may_2023(&project, &this.name, &this.slug)?,
            _ => api::create(&project, &this.name, &this.slug)?,
        };
        let created: OneEnvironment =
            self.change_environments(&project, request).await?.json().await?;
        Ok(created.environment.into())
    }

    async fn update_environment(&self, this: UpdateEnvironment) -> Result<Environment> {
        self.require_managing_session().await?;
        let UpdateEnvironment { slug, new_name, new_slug, project, .. } = this;
        if new_name.is_none() && new_slug.is_none() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "environment {slug:?}: give a new name, a new slug, or both",
                    slug = Shown(&slug)
                ),
            ));
        }
        let era = self.era().await?;
        new_name.as_deref().map_or(Ok(()), |name| check_trimmed_name("an environment", name))?;
        new_slug.as_deref().map_or(Ok(()), |slug| check_slug(slug, era))?;
        let project = self.project_or_default(project).await?;
        let current = self.environment(&project, &slug).await?;
        let request = match current.id {
            None => api::update_may_2023(
                &project,
                &slug,
                new_name.as_deref().unwrap_or(&current.name),
                new_slug.as_deref().unwrap_or(&slug),
            )?,
            Some(id) => {
                api::update(&project, &id, &slug, new_name.as_deref(), new_slug.as_deref())?
            }
        };
        let change = self.change_environments(&project, request);
        let answer = match new_slug {
            Some(_) => self.rearranging(&project, Some(&slug), "/", change).await?,
            None => change.await?,
        };
        let updated: OneEnvironment = answer.json().await?;
        Ok(updated.environment.into())
    }

    async fn delete_environment(&self, slug: &str, project: Option<String>) -> Result<()> {
        self.require_managing_session().await?;
        let project = self.project_or_default(project).await?;
        let request = match self.environment(&project, slug).await?.id {
            None => api::delete_may_2023(&project, slug)?,
            Some(id) => api::delete(&project, &id, slug),
        };
        let change = self.change_environments(&project, request);
        self.rearranging(&project, Some(slug), "/", change).await?;
        Ok(())
    }

    /// Sends a change of a project's environments. Whatever the result, the known environments may
    /// be outdated afterwards.
    async fn change_environments(&self, project: &str, request: Request) -> Result<Response> {
        let answer = self.send_authorized(request).await;
        self.shared.forget_environments(project);
        answer
    }

    /// The slugs of a project's environments, as far as they are known or the server shows them.
    pub(crate) async fn environment_slugs(&self, project: &str) -> Result<Arc<Vec<String>>> {
        if let Some(slugs) = self.shared.known_environments(project) {
            return Ok(slugs);
        }
        let environments = self.project(project).await?.environments;
        let slugs: Vec<_> = environments.into_iter().map(|one| one.slug).collect();
        self.shared.remember_environments(project, slugs.clone());
        Ok(Arc::new(slugs))
    }

    /// The current environment with that slug.
    pub(super) async fn environment(&self, project: &str, slug: &str) -> Result<Environment> {
        let found = if self.credential()?.is_identity() {
            self.shown_project(project).await?
        } else {
            self.project(project).await?
        };
        let environments = found.environments;
        let slugs: Vec<_> = environments.iter().map(|one| one.slug.clone()).collect();
        self.shared.remember_environments(project, slugs.clone());
        environments.into_iter().find(|one| one.slug == slug).ok_or_else(|| {
            Error::new(
                ErrorKind::NotFound,
                format!(
                    "project {project} has no environment {slug:?}. It has: {}",
                    slugs.join(", "),
                    slug = Shown(slug)
                ),
            )
        })
    }
}

/// Fails for a slug that the server would change or reject.
fn check_slug(slug: &str, era: Era) -> Result<()> {
    let is_stored_as_given = match era {
        Era::May2023 => {
            !slug.is_empty() && slug == slug.to_lowercase() && !slug.contains(char::is_whitespace)
        }
        _ => slug.split('-').all(|word| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        }),
    };
    if is_stored_as_given {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidInput,
        format!(
            "{slug:?} cannot be the slug of an environment. Use lower-case letters, digits and \
             single hyphens, such as \"pre-prod\"",
            slug = Shown(slug)
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_slug_that_servers_would_change_is_refused() {
        for good in ["qa", "pre-prod", "a1", "2"] {
            assert!(check_slug(good, Era::May2023).is_ok(), "{good:?}");
            assert!(check_slug(good, Era::June2024).is_ok(), "{good:?}");
        }
        for bad in ["", "QA", "q a", " qa"] {
            assert!(check_slug(bad, Era::May2023).is_err(), "{bad:?}");
            assert!(check_slug(bad, Era::February2024).is_err(), "{bad:?}");
        }
        for only_later_bad in ["q_a", "qa-", "-qa", "q--a", "ä"] {
            assert!(check_slug(only_later_bad, Era::May2023).is_ok(), "{only_later_bad:?}");
            assert!(check_slug(only_later_bad, Era::June2024).is_err(), "{only_later_bad:?}");
        }
    }
}
