//! Projects, and the organizations they belong to.

use infisical_e2ee_bindings_common as common;
use infisical_e2ee_bindings_common::operations as op;

use crate::client::NativeClient;
use crate::failure::{NativeError, run};

/// An organization.
#[derive(uniffi::Record)]
pub struct NativeOrganization {
    /// The organization's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: Option<String>,
}

impl From<common::Organization> for NativeOrganization {
    fn from(organization: common::Organization) -> Self {
        let common::Organization { id, name, slug } = organization;
        Self { id, name, slug }
    }
}

/// An environment of a project.
#[derive(uniffi::Record)]
pub struct NativeEnvironment {
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: String,
}

/// A project.
#[derive(uniffi::Record)]
pub struct NativeProject {
    /// The project's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: Option<String>,
    /// The organization it belongs to.
    pub organization_id: Option<String>,
    /// Its environments.
    pub environments: Vec<NativeEnvironment>,
}

impl From<common::Project> for NativeProject {
    fn from(project: common::Project) -> Self {
        let environments = project.environments.into_iter();
        Self {
            id: project.id,
            name: project.name,
            slug: project.slug,
            organization_id: project.organization_id,
            environments: environments
                .map(|common::Environment { name, slug }| NativeEnvironment { name, slug })
                .collect(),
        }
    }
}

/// A project key that could be opened.
#[derive(uniffi::Record)]
pub struct NativeOpenedKey {
    /// The project it is of.
    pub project_id: String,
    /// Fingerprint of the public key that sealed it.
    pub sealed_by: Option<String>,
}

impl From<common::OpenedKey> for NativeOpenedKey {
    fn from(key: common::OpenedKey) -> Self {
        Self { project_id: key.project_id, sealed_by: key.sealed_by }
    }
}

/// A list, which `From` can convert where `Vec` itself cannot.
struct Each<T>(Vec<T>);

impl<T, Native: From<T>> From<Vec<T>> for Each<Native> {
    fn from(items: Vec<T>) -> Self {
        Self(items.into_iter().map(Native::from).collect())
    }
}

#[uniffi::export]
impl NativeClient {
    /// `organizations.list`.
    pub async fn list_organizations(
        &self,
        timeout: Option<f64>,
    ) -> Result<Vec<NativeOrganization>, NativeError> {
        run(op::list_organizations(&self.0), timeout).await.map(|Each(organizations)| organizations)
    }

    /// `projects.create`.
    pub async fn create_project(
        &self,
        name: String,
        organization: Option<String>,
        timeout: Option<f64>,
    ) -> Result<NativeProject, NativeError> {
        run(op::create_project(&self.0, name, organization), timeout).await
    }

    /// `projects.list`.
    pub async fn list_projects(
        &self,
        timeout: Option<f64>,
    ) -> Result<Vec<NativeProject>, NativeError> {
        run(op::list_projects(&self.0), timeout).await.map(|Each(projects)| projects)
    }

    /// `projects.get`.
    pub async fn get_project(
        &self,
        id: String,
        timeout: Option<f64>,
    ) -> Result<NativeProject, NativeError> {
        run(op::get_project(&self.0, id), timeout).await
    }

    /// `projects.open_key`.
    pub async fn open_project_key(
        &self,
        id: String,
        timeout: Option<f64>,
    ) -> Result<NativeOpenedKey, NativeError> {
        run(op::open_project_key(&self.0, id), timeout).await
    }
}
