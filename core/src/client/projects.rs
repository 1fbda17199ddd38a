//! Projects and their keys.

use std::sync::Arc;

use super::call::Call;
use super::credential::Kind;
use super::login::no_key_pair;
use super::{Client, Environment, awaitable};
use crate::api::keys::{self, KeyRecord, LatestKey};
use crate::api::organizations as organizations_api;
use crate::api::server::Era;
use crate::api::workspaces::{self, OneWorkspace, WorkspaceList, WorkspaceRecord};
use crate::crypto::{CryptoError, PrivateKey, ProjectKey, PublicKey};
use crate::{Error, ErrorKind, Result};

/// Of a UUID; ids of May 2023 have 24 digits.
const LONGEST_ID: usize = 36;

/// Tells a caller who passed a slug where to find the id.
const IDS_ARE: &str = "give the id of the project, not its slug or name. A user finds it by \
                       `projects.list` or in the address of the project's page; a service token \
                       is for one project, and needs none named";

/// An id of a May 2023 server, which a project keeps after an upgrade.
fn is_object_id(text: &str) -> bool {
    text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether this is a valid project id on any release.
fn is_id(text: &str) -> bool {
    let is_uuid = || {
        text.len() == LONGEST_ID
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    is_object_id(text) || is_uuid()
}

/// Adds to the error for an unknown project that `no_id` is not an id.
pub(super) fn explained(error: Error, no_id: &str) -> Error {
    if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) {
        return error;
    }
    let message = format!("{}. Project {no_id:?} is not an id: {IDS_ARE}", error.message());
    let (kind, retryable) = (error.kind(), error.retryable());
    error.reclassified(kind, message).with_retryable(retryable)
}

/// Projects and their keys. See [`Client::projects`].
///
/// Methods name a project by its id, not by its slug or name. A text that cannot be an id fails
/// with [`ErrorKind::InvalidInput`]. On servers since 2024 a slug fails with
/// [`ErrorKind::NotFound`] or [`ErrorKind::PermissionDenied`]; the error says that it is not an id.
///
/// Protocol: `/api/v1/workspace` and `/api/v2/workspace`, for blind indices
/// `/api/v3/workspaces/{id}/secrets`, for the server's key `/api/v1/bot`.
#[derive(Debug, Clone)]
pub struct Projects {
    pub(super) client: Client,
}

impl Projects {
    /// Lists every project that the user is a member of.
    ///
    /// # Errors
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's, such as a service
    ///   token.
    pub fn list(&self) -> ListProjects {
        ListProjects { client: self.client.clone() }
    }

    /// Returns one project, by its id.
    ///
    /// # Arguments
    /// - `id`: the project's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::PermissionDenied`] if the credential is not a user's.
    pub fn get(&self, id: impl Into<String>) -> GetProject {
        GetProject { client: self.client.clone(), id: id.into() }
    }

    /// Opens the key of a project and keeps it, as the first use of its secrets does. So a program
    /// learns early whether its credential can decrypt.
    ///
    /// The result has the fingerprint of the public key of the user who sealed this copy, to
    /// compare with the value shown to that user: [`OpenedKey::sealed_by`].
    ///
    /// # Arguments
    /// - `id`: the project's id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::KeyUnavailable`] if nobody has shared the key with the user or service
    ///   account yet, if the credential opens no private key, or if only the server has the key.
    /// - [`ErrorKind::DecryptionFailed`] if the user's copy of the key was changed, or if the last
    ///   part of a service token, its key, is wrong.
    /// - [`ErrorKind::IntegrityViolation`] if the public key that the server holds for the user
    ///   does not belong to the user's private key.
    /// - [`ErrorKind::PermissionDenied`] for a service token of another project.
    /// - [`ErrorKind::UnsupportedByServer`] for a service account, on servers since 2024.
    pub fn open_key(&self, id: impl Into<String>) -> OpenProjectKey {
        OpenProjectKey { client: self.client.clone(), id: id.into() }
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

/// Confirms that the project key can be decrypted, and shows the key of its sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedKey {
    /// The project's id.
    pub project_id: String,
    /// SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare with
    /// the value shown to that user; `None` for a service token, which holds the key itself.
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
            auto_capitalization: record.auto_capitalization,
            environments: record.environments.into_iter().map(Environment::from).collect(),
        }
    }
}

/// A sealed copy of a project key, and what opens it.
pub(super) struct KeyCopy {
    pub(super) encrypted_key: String,
    pub(super) nonce: String,
    /// Public key of who sealed it, as base64.
    pub(super) sender: String,
    pub(super) private_key: Arc<PrivateKey>,
}

impl KeyCopy {
    fn of(record: KeyRecord, private_key: Arc<PrivateKey>) -> Self {
        Self {
            encrypted_key: record.encrypted_key,
            nonce: record.nonce,
            sender: record.sender.public_key,
            private_key,
        }
    }

    /// The project key, and the public key of who sealed it.
    fn open(&self) -> Result<(ProjectKey, PublicKey), CryptoError> {
        let sender = PublicKey::from_base64(&self.sender)?;
        let key = ProjectKey::open(&self.encrypted_key, &self.nonce, &sender, &self.private_key)?;
        Ok((key, sender))
    }
}

impl Call {
    /// The organization named, the client's, or the only one the user belongs to.
    pub(super) async fn organization_or_default(&self, wanted: Option<String>) -> Result<String> {
        if let Some(id) = wanted.or_else(|| self.shared.organization.clone()) {
            return Ok(id);
        }
        match self.organizations().await?.as_slice() {
            [only] => Ok(only.id.clone()),
            several => Err(Error::new(
                ErrorKind::InvalidInput,
                format!("name the organization by its id: the user belongs to {}", several.len()),
            )),
        }
    }

    pub(super) async fn projects(&self) -> Result<Vec<Project>> {
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
        self.shown_project(id).await
    }

    pub(super) async fn shown_project(&self, id: &str) -> Result<Project> {
        let found: OneWorkspace = self.send_authorized(workspaces::get(id)).await?.json()?;
        if found.workspace.is_held_by_server() {
            self.shared.remember_held_by_server(id);
        }
        Ok(found.workspace.into())
    }

    /// The slug of a project, by which some routes name it.
    pub(super) async fn project_slug(&self, id: &str) -> Result<String> {
        self.shown_project(id).await?.slug.ok_or_else(|| {
            Error::new(
                ErrorKind::InvalidResponse,
                format!("project {id}: the server did not tell its slug"),
            )
        })
    }

    /// Fails for an invalid project id, and remembers a string that is probably a slug.
    pub(super) async fn check_project_id(&self, id: &str) -> Result<()> {
        self.check_id("project", id).await.map_err(|error| {
            let (kind, message) = (error.kind(), format!("{}: {IDS_ARE}", error.message()));
            error.reclassified(kind, message)
        })?;
        if !is_id(id) {
            self.no_project_id.get_or_init(|| id.to_owned());
        }
        Ok(())
    }

    /// The May 2023 server fails on an id that is not one of its own. Whoever gives a credential in
    /// place of its id finds it neither sent nor quoted: all of them are longer.
    pub(super) async fn check_id(&self, what: &str, id: &str) -> Result<()> {
        let plausible = (1..=LONGEST_ID).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let own = is_object_id(id);
        if plausible && (own || self.era().await? != Era::May2023) {
            return Ok(());
        }
        let is_short = id.len() <= LONGEST_ID;
        let given = if is_short { format!("{id:?}") } else { "what was given".to_owned() };
        Err(Error::new(
            ErrorKind::InvalidInput,
            format!("{given} is not the id of a {what} on this server. Copy it from a list"),
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
        let copy = match self.credential()? {
            Kind::UniversalAuth { .. } | Kind::IdentityToken(_) => return Err(no_key_pair()),
            Kind::ServiceAccount(account) => self.account_copy(project, account).await?,
            Kind::ServiceTokenV3(token) => self.token_v3_copy(project, token).await?,
            _ => self.own_copy(project).await?,
        };
        let opened = match copy.open() {
            Err(_) if self.has_newer_copies().await? => match self.latest_copy(project).await? {
                Some(latest) => latest.open(),
                None => copy.open(),
            },
            opened => opened,
        };
        let (key, sender) = opened.map_err(|error| {
            Error::new(
                ErrorKind::DecryptionFailed,
                format!(
                    "the key of project {project} (field encryptedKey) cannot be opened: {error}. \
                     Ask a member to share it again"
                ),
            )
        })?;
        let key = Arc::new(key);
        self.shared.remember_project_key(project, Arc::clone(&key));
        Ok((key, sender))
    }

    /// May 2023 gives the oldest copy, so that one shared in place of a broken one has to be asked
    /// for. It shows that to no API key.
    async fn has_newer_copies(&self) -> Result<bool> {
        let by_session = matches!(self.credential()?, Kind::User { .. } | Kind::AccessToken { .. });
        Ok(by_session && self.era().await? == Era::May2023)
    }

    async fn latest_copy(&self, project: &str) -> Result<Option<KeyCopy>> {
        let found: LatestKey = self.send_authorized(keys::latest(project)).await?.json()?;
        let Some(record) = found.latest_key else { return Ok(None) };
        Ok(Some(KeyCopy::of(record, self.private_key().await?)))
    }

    async fn own_copy(&self, project: &str) -> Result<KeyCopy> {
        let record = self.sealed_key(project).await?.ok_or_else(|| {
            Error::new(
                ErrorKind::KeyUnavailable,
                format!(
                    "nobody has shared the key of project {project} with this user yet. Ask a \
                     member of the project"
                ),
            )
        })?;
        Ok(KeyCopy::of(record, self.private_key().await?))
    }

    /// The user's sealed copy of the project key, if somebody has shared it.
    pub(super) async fn sealed_key(&self, project: &str) -> Result<Option<KeyRecord>> {
        let response = match self.send_authorized(keys::encrypted_key(project)).await {
            Err(error) if error.kind() == ErrorKind::KeyUnavailable && error.status().is_some() => {
                return Ok(None);
            }
            result => result?,
        };
        if matches!(response.body.as_slice(), b"" | b"null" | b"{}") {
            return Ok(None);
        }
        response.json().map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_id_of_slug_or_name_is_false() {
        for id in ["6b0b119712a07191216af189", "78c26a30-bfb1-489f-b0fb-ccda0c2b4f31"] {
            assert!(is_id(id), "{id}");
        }
        for no_id in ["facts-m-oc-h", "Facts", "", "78c26a30-bfb1-489f-b0fb-ccda0c2b4f3z"] {
            assert!(!is_id(no_id), "{no_id}");
        }
    }

    #[test]
    fn explained_error_says_how_to_find_the_id() {
        let error = Error::new(ErrorKind::NotFound, "project: not found");
        let error = explained(error, "facts-m-oc-h");
        assert_eq!(error.kind(), ErrorKind::NotFound);
        for part in ["project: not found", "\"facts-m-oc-h\" is not an id", "projects.list"] {
            assert!(error.message().contains(part), "{error}");
        }
        let other = explained(Error::new(ErrorKind::Timeout, "too long"), "facts-m-oc-h");
        assert_eq!(other.message(), "too long");
    }
}
