//! Projects, and the organizations they belong to.

use infisical_e2ee_bindings_common::{self as common, operations};
use napi::Env;
use napi::bindgen_prelude::PromiseRaw;
use napi_derive::napi;

use crate::call::Call;
use crate::client::Client;

/// An organization.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct Organization {
    /// The organization's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: Option<String>,
}

impl From<common::Organization> for Organization {
    fn from(organization: common::Organization) -> Self {
        let common::Organization { id, name, slug } = organization;
        Self { id, name, slug }
    }
}

/// An environment of a project.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct Environment {
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: String,
}

/// A project.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct Project {
    /// The project's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: Option<String>,
    /// The organization it belongs to.
    pub organization_id: Option<String>,
    /// Its environments.
    pub environments: Vec<Environment>,
}

impl From<common::Project> for Project {
    fn from(project: common::Project) -> Self {
        let environments = project.environments.into_iter();
        Self {
            id: project.id,
            name: project.name,
            slug: project.slug,
            organization_id: project.organization_id,
            environments: environments
                .map(|common::Environment { name, slug }| Environment { name, slug })
                .collect(),
        }
    }
}

/// That a project's key could be opened, and who sealed it.
#[napi(object, object_from_js = false, use_nullable = true)]
pub struct OpenedKey {
    /// The project.
    pub project_id: String,
    /// SHA-256 of the public key of the user who sealed this copy.
    pub sealed_by: Option<String>,
}

impl From<common::OpenedKey> for OpenedKey {
    fn from(key: common::OpenedKey) -> Self {
        Self { project_id: key.project_id, sealed_by: key.sealed_by }
    }
}

#[napi]
impl Client {
    /// Lists the user's organizations.
    #[napi]
    pub fn list_organizations<'env>(
        &self,
        env: &'env Env,
        call: &Call,
    ) -> napi::Result<PromiseRaw<'env, Vec<Organization>>> {
        call.start(env, operations::list_organizations(&self.0), |list| {
            list.into_iter().map(Organization::from).collect()
        })
    }

    /// Makes a project.
    #[napi]
    pub fn create_project<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        name: String,
        organization: Option<String>,
    ) -> napi::Result<PromiseRaw<'env, Project>> {
        let operation = operations::create_project(&self.0, name, organization);
        call.start(env, operation, Project::from)
    }

    /// Lists the user's projects.
    #[napi]
    pub fn list_projects<'env>(
        &self,
        env: &'env Env,
        call: &Call,
    ) -> napi::Result<PromiseRaw<'env, Vec<Project>>> {
        call.start(env, operations::list_projects(&self.0), |list| {
            list.into_iter().map(Project::from).collect()
        })
    }

    /// Reads one project.
    #[napi]
    pub fn get_project<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        id: String,
    ) -> napi::Result<PromiseRaw<'env, Project>> {
        call.start(env, operations::get_project(&self.0, id), Project::from)
    }

    /// Opens the key of a project.
    #[napi]
    pub fn open_project_key<'env>(
        &self,
        env: &'env Env,
        call: &Call,
        id: String,
    ) -> napi::Result<PromiseRaw<'env, OpenedKey>> {
        call.start(env, operations::open_project_key(&self.0, id), OpenedKey::from)
    }
}
