//! Projects and their keys.

use std::sync::Arc;

use super::call::Call;
use super::credential::Kind;
use super::login::crypto_failure;
use super::{Client, Environment, awaitable};
use crate::api::keys::{self, KeyRecord};
use crate::api::organizations as organizations_api;
use crate::api::server::Era;
use crate::api::workspaces::{self, OneWorkspace, WorkspaceList, WorkspaceRecord};
use crate::crypto::{ProjectKey, PublicKey, SystemEntropy};
use crate::{Error, ErrorKind, Result};

/// Projects and their keys. See [`Client::projects`].
#[derive(Debug, Clone)]
pub struct Projects {
    pub(super) client: Client,
}

impl Projects {
    /// Makes a project whose key is made here and sealed to the user. On servers since spring 2024
    /// the server makes the key, and this opens and checks it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] if the user belongs to several organizations and none is named.
    pub fn create(&self, name: impl Into<String>) -> CreateProject {
        CreateProject { client: self.client.clone(), name: name.into(), organization: None }
    }

    /// Every project the user is a member of.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`] for a service token.
    pub fn list(&self) -> ListProjects {
        ListProjects { client: self.client.clone() }
    }

    /// One project, by id.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] if there is none or the user is not a member.
    pub fn get(&self, id: impl Into<String>) -> GetProject {
        GetProject { client: self.client.clone(), id: id.into() }
    }

    /// Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
    /// whether this credential can decrypt.
    ///
    /// # Errors
    /// [`ErrorKind::KeyUnavailable`] if nobody has shared the key with the user yet, or the
    /// credential opens no private key; [`ErrorKind::DecryptionFailed`] if the copy was changed.
    pub fn open_key(&self, id: impl Into<String>) -> OpenProjectKey {
        OpenProjectKey { client: self.client.clone(), id: id.into() }
    }
}

/// Makes a project when awaited. See [`Projects::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateProject {
    client: Client,
    name: String,
    organization: Option<String>,
}

impl CreateProject {
    /// Id of the organization; by default the client's, or the only one the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

awaitable!(CreateProject => Project, |this, call| {
    call.create_project(&this.name, this.organization).await
});

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

awaitable!(GetProject => Project, |this, call| call.project(&this.id).await);

/// Opens a project's key when awaited. See [`Projects::open_key`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct OpenProjectKey {
    client: Client,
    id: String,
}

awaitable!(OpenProjectKey => OpenedKey, |this, call| {
    if let Kind::ServiceToken(_) = call.credential()? {
        call.project_key(&this.id).await?;
        return Ok(OpenedKey { project_id: this.id, sealed_by: None });
    }
    let (_, sender) = call.open_sealed_key(&this.id).await?;
    Ok(OpenedKey { project_id: this.id, sealed_by: Some(sender.fingerprint()) })
});

/// That a project's key could be opened, and who sealed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedKey {
    /// The project.
    pub project_id: String,
    /// SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare with
    /// what that user sees; `None` for a service token, whose copy nobody seals.
    pub sealed_by: Option<String>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The project's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its slug; `None` on May 2023 servers.
    pub slug: Option<String>,
    /// The organization it belongs to, where the server tells.
    pub organization_id: Option<String>,
    /// Its environments, in the server's order.
    pub environments: Vec<Environment>,
}

impl From<WorkspaceRecord> for Project {
    fn from(record: WorkspaceRecord) -> Self {
        Self {
            id: record.id(),
            organization_id: record.organization_id(),
            name: record.name,
            slug: record.slug,
            environments: record.environments.into_iter().map(Environment::from).collect(),
        }
    }
}

impl Call {
    async fn create_project(&self, name: &str, organization: Option<String>) -> Result<Project> {
        self.require_user()?;
        if name.trim().is_empty() {
            return Err(Error::new(ErrorKind::InvalidInput, "the project needs a name"));
        }
        let organization = match organization.or_else(|| self.shared.organization.clone()) {
            Some(id) => id,
            None => self.single_organization().await?,
        };
        let era = self.era().await?;
        if era == Era::June2024 {
            let request = workspaces::create_v2(name, &organization)?;
            let project: OneWorkspace = self.send_authorized(request).await?.json()?;
            let project = Project::from(project.workspace);
            self.project_key(&project.id).await?;
            return Ok(project);
        }
        // Made before the project is: a project without a key is of use to nobody.
        let (owner, private_key) = (self.owner().await?, self.private_key().await?);
        let entropy = &mut SystemEntropy;
        let key = ProjectKey::generate(entropy).map_err(crypto_failure)?;
        let sealed = key
            .seal_for(&private_key.public_key(), &private_key, entropy)
            .map_err(crypto_failure)?;
        let request = workspaces::create(name, &organization)?;
        let created: OneWorkspace = self.send_authorized(request).await?.json()?;
        let project = Project::from(created.workspace);
        let upload = keys::upload(era, &project.id, &owner.id, &sealed)?;
        self.send_authorized(upload).await?;
        self.shared.remember_project_key(&project.id, Arc::new(key));
        Ok(project)
    }

    async fn single_organization(&self) -> Result<String> {
        match self.organizations().await?.as_slice() {
            [only] => Ok(only.id.clone()),
            several => Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "name the organization of the new project: the user belongs to {}",
                    several.len()
                ),
            )),
        }
    }

    async fn projects(&self) -> Result<Vec<Project>> {
        self.require_user()?;
        if let Kind::ApiKey { .. } = self.credential()? {
            return self.projects_by_organization().await;
        }
        let list: WorkspaceList = self.send_authorized(workspaces::list()).await?.json()?;
        Ok(list.workspaces.into_iter().map(Project::from).collect())
    }

    /// API keys may not list projects directly on May 2023 servers.
    async fn projects_by_organization(&self) -> Result<Vec<Project>> {
        let mut projects = Vec::new();
        for organization in self.organizations().await? {
            let request = organizations_api::workspaces(&organization.id);
            let list: WorkspaceList = self.send_authorized(request).await?.json()?;
            projects.extend(list.workspaces.into_iter().map(Project::from));
        }
        Ok(projects)
    }

    pub(super) async fn project(&self, id: &str) -> Result<Project> {
        self.check_project_id(id).await?;
        self.require_user()?;
        if let Kind::ApiKey { .. } = self.credential()? {
            let projects = self.projects_by_organization().await?;
            return projects.into_iter().find(|project| project.id == id).ok_or_else(|| {
                Error::new(
                    ErrorKind::NotFound,
                    format!("project {id}: not found among the projects of this API key"),
                )
            });
        }
        let found: OneWorkspace = self.send_authorized(workspaces::get(id)).await?.json()?;
        Ok(found.workspace.into())
    }

    pub(super) async fn check_project_id(&self, id: &str) -> Result<()> {
        self.check_id("project", id).await
    }

    /// The May 2023 server fails on an id that is not one of its own.
    pub(super) async fn check_id(&self, what: &str, id: &str) -> Result<()> {
        let plausible =
            !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let own = id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        if plausible && (own || self.era().await? != Era::May2023) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{id:?} is not the id of a {what} on this server. Copy it from a list"),
        ))
    }

    /// The project a call names or means by default, with an id that can be one.
    pub(super) async fn checked_project(&self, wanted: Option<String>) -> Result<String> {
        let project = self.project_or_default(wanted).await?;
        self.check_project_id(&project).await?;
        Ok(project)
    }

    /// Fails for an environment the project does not have, which servers quietly treat as empty.
    pub(super) async fn check_environment(&self, project: &str, slug: &str) -> Result<()> {
        let known = self.shared.known_environments(project);
        if known.is_some_and(|slugs| slugs.iter().any(|known| known == slug)) {
            return Ok(());
        }
        self.environment(project, slug).await.map(drop)
    }

    /// The key of a project, opened once and kept.
    pub(super) async fn project_key(&self, project: &str) -> Result<Arc<ProjectKey>> {
        if let Kind::ServiceToken(_) = self.credential()? {
            return Ok(Arc::clone(&self.token_for(project).await?.project_key));
        }
        if let Some(key) = self.shared.known_project_key(project) {
            return Ok(key);
        }
        Ok(self.open_sealed_key(project).await?.0)
    }

    async fn open_sealed_key(&self, project: &str) -> Result<(Arc<ProjectKey>, PublicKey)> {
        self.check_project_id(project).await?;
        let response = self.send_authorized(keys::encrypted_key(project)).await?;
        if response.body.is_empty() || response.body == b"null" || response.body == b"{}" {
            return Err(Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "nobody has shared the key of project {project} with this user yet. Ask a \
                     member of the project"
                ),
            ));
        }
        let record: KeyRecord = response.json()?;
        let private_key = self.private_key().await?;
        let sender = PublicKey::from_base64(&record.sender.public_key);
        let opened = sender.and_then(|sender| {
            ProjectKey::open(&record.encrypted_key, &record.nonce, &sender, &private_key)
                .map(|key| (Arc::new(key), sender))
        });
        let (key, sender) = opened.map_err(|error| {
            Error::new(
                ErrorKind::DecryptionFailed,
                format!(
                    "the key of project {project} (field encryptedKey) cannot be opened: {error}. \
                     Ask a member to share it again"
                ),
            )
        })?;
        self.shared.remember_project_key(project, Arc::clone(&key));
        Ok((key, sender))
    }
}
