//! Projects.

use super::environments::Environment;
use crate::api::organizations as organizations_api;
use crate::api::workspaces::{self, OneWorkspace, WorkspaceList, WorkspaceRecord};
use crate::client::call::{Call, Client, Holder, Kind, awaitable, check_segment};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Projects and their keys. See [`Client::projects`].
///
/// Methods name a project by its id, or on servers since June 2024 by its slug. A client looks up a
/// slug once. The server says which project has the slug; only an id names a project whatever the
/// server says. A service token, since October 2024, knows the slug of its own project; a slug fails
/// with [`ErrorKind::PermissionDenied`] for other tokens, an API key, a service account, and a
/// machine identity before October 2024. February 2024 servers cannot look up slugs: they fail with
/// [`ErrorKind::UnsupportedByServer`]. A text that cannot be either fails with
/// [`ErrorKind::InvalidInput`].
///
/// Protocol: `/api/v1/workspace` and `/api/v2/workspace`, for blind indices
/// `/api/v3/workspaces/{id}/secrets`, for the server's key `/api/v1/bot`.
#[derive(Debug, Clone)]
pub struct Projects {
    pub(crate) client: Client,
}

impl Projects {
    /// Lists every project that the user is a member of.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`] if the credential is a service token, or a machine identity
    ///   on servers before October 2024.
    /// - [`ErrorKind::UnsupportedByServer`] if the server logs users in only with the password
    ///   itself and [`send_password`](crate::ClientBuilder::send_password) does not allow it.
    pub fn list(&self) -> ListProjects {
        ListProjects { client: self.client.clone() }
    }

    /// Returns one project, by its id or slug.
    ///
    /// # Arguments
    /// - `id`: the project's id or slug.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's.
    pub fn get(&self, id: impl Into<String>) -> GetProject {
        GetProject { client: self.client.clone(), id: id.into() }
    }

    /// Returns one project, by its slug, even if the slug has the form of an id.
    ///
    /// # Arguments
    /// - `slug`: the project's slug, as in [`Project::slug`].
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no project of that slug or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is an API key or not a user's.
    /// - [`ErrorKind::InvalidInput`] if the slug is empty, `.` or `..`, or longer than 100 characters.
    /// - [`ErrorKind::IntegrityViolation`] if the server answers with another project.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before June 2024.
    pub fn get_by_slug(&self, slug: impl Into<String>) -> GetProjectBySlug {
        GetProjectBySlug { client: self.client.clone(), slug: slug.into() }
    }
}

/// Lists projects when awaited. See [`Projects::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListProjects {
    client: Client,
}

awaitable!(ListProjects => Vec<Project>, |this, call| call.projects().await);

/// Reads one project when awaited. See [`Projects::get`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetProject {
    client: Client,
    id: String,
}

awaitable!(GetProject => Project, |this, call| {
    let id = call.project_id(&this.id).await?;
    call.project(&id).await
});

/// Reads one project when awaited. See [`Projects::get_by_slug`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct GetProjectBySlug {
    client: Client,
    slug: String,
}

awaitable!(GetProjectBySlug => Project, |this, call| call.project_by_slug(&this.slug).await);

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The project's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug; `None` on May 2023 servers.
    pub slug: Option<String>,
    /// The product that the project is for, such as `secret-manager` or `cert-manager`; `None` on
    /// servers that have secrets only.
    pub product: Option<String>,
    /// The organization's id, if the server sends it.
    pub organization_id: Option<String>,
    /// Whether the web interface capitalizes names of secrets, if the server sends it.
    pub auto_capitalization: Option<bool>,
    /// The environments, in the server's order.
    pub environments: Vec<Environment>,
}

impl From<WorkspaceRecord> for Project {
    fn from(record: WorkspaceRecord) -> Self {
        Self {
            id: record.id(),
            organization_id: record.organization_id(),
            name: record.name,
            slug: record.slug,
            product: record.kind,
            auto_capitalization: record.auto_capitalization,
            environments: record.environments.into_iter().map(Environment::from).collect(),
        }
    }
}

impl Call {
    /// The project of a management call.
    pub(crate) async fn managed_project(&self, wanted: Option<String>) -> Result<String> {
        self.require_manager().await?;
        self.project_or_default(wanted).await
    }

    pub(crate) async fn projects(&self) -> Result<Vec<Project>> {
        self.require_manager().await?;
        if let Kind::ApiKey { .. } = self.credential()? {
            return self.projects_by_organization().await;
        }
        let list: WorkspaceList = self.send_authorized(workspaces::list()).await?.json().await?;
        Ok(list.workspaces.into_iter().map(Project::from).collect())
    }

    /// On May 2023 servers, API keys cannot list projects directly.
    async fn projects_by_organization(&self) -> Result<Vec<Project>> {
        let mut projects = Vec::new();
        for organization in self.organization_records().await? {
            let request = organizations_api::workspaces(&organization.id());
            let list: WorkspaceList = self.send_authorized(request).await?.json().await?;
            projects.extend(list.workspaces.into_iter().map(Project::from));
        }
        Ok(projects)
    }

    pub(crate) async fn project(&self, id: &str) -> Result<Project> {
        self.require_manager().await?;
        if let Kind::ApiKey { .. } = self.credential()? {
            let projects = self.projects_by_organization().await?;
            return projects.into_iter().find(|project| project.id == id).ok_or_else(|| {
                Error::new(
                    ErrorKind::NotFound,
                    format!("project {id}: not found among the projects of this API key"),
                )
            });
        }
        self.shown_project(id).await
    }

    pub(crate) async fn shown_project(&self, id: &str) -> Result<Project> {
        let found: OneWorkspace = self.send_authorized(workspaces::get(id)).await?.json().await?;
        self.shared.remember_holder(id, holder(&found.workspace));
        Ok(found.workspace.into())
    }

    pub(super) async fn project_by_slug(&self, slug: &str) -> Result<Project> {
        self.require_managing_session().await?;
        check_segment("the slug of a project", slug)?;
        self.require(Feature::ProjectBySlug).await?;
        let request = workspaces::get_by_slug(slug);
        let found: WorkspaceRecord = self.send_authorized(request).await?.json().await?;
        if found.slug.as_deref() != Some(slug) {
            return Err(Error::new(
                ErrorKind::IntegrityViolation,
                format!(
                    "project {slug:?}: the server answered with another project",
                    slug = Shown(slug)
                ),
            ));
        }
        self.shared.remember_holder(&found.id(), holder(&found));
        Ok(found.into())
    }

    /// The slug of a project, which some routes use.
    pub(crate) async fn project_slug(&self, id: &str) -> Result<String> {
        self.shown_project(id).await?.slug.ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidResponse,
                format!("project {id}: the server did not return its slug"),
            )
        })
    }

    /// Fails for an environment that the project does not have, which servers silently treat as
    /// empty.
    pub(crate) async fn check_environment(&self, project: &str, slug: &str) -> Result<()> {
        let known = self.shared.known_environments(project);
        if known.is_some_and(|slugs| slugs.iter().any(|known| known == slug)) {
            return Ok(());
        }
        self.environment(project, slug).await.map(drop)
    }
}

fn holder(project: &WorkspaceRecord) -> Holder {
    if project.is_held_by_server() { Holder::Server } else { Holder::Members }
}
