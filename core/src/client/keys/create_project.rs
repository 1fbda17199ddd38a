//! Creating a project and its key, in two steps that can be interrupted.

use crate::api::blind_indices::{self, AllSecrets};
use crate::api::workspaces::{self, OneWorkspace};
use crate::client::call::{Call, Client, Holder, awaitable, check_name, crypto_failure};
use crate::client::projects::{Project, Projects};
use crate::client::session::Feature;
use crate::crypto::{ProjectKey, SystemEntropy};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

impl Projects {
    /// Creates a project and its key. The client generates the key and seals it to the user. On
    /// servers since June 2024 the server generates the key, and the client opens and checks it. On
    /// servers since October 2024 only the server has the key.
    ///
    /// Servers before June 2024 need two steps. An interruption between them leaves a project
    /// without a key and with nothing in it. A call with the same name then finishes that project
    /// and does not create a second one; so after an interruption, call again. Do not create two
    /// projects of one name at the same moment.
    ///
    /// # Arguments
    /// - `name`: the project's name.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if the name is blank, or if
    ///   the user does not belong to exactly one organization and neither the call nor the client
    ///   names one.
    /// - [`ErrorKind::PermissionDenied`] if the credential is
    ///   not a user's.
    /// - [`ErrorKind::UnsupportedByServer`] on servers since
    ///   June 2024, which make the keys of new projects, if the client requires end-to-end
    ///   encryption ([`ClientBuilder::require_e2ee`](crate::ClientBuilder::require_e2ee)); for a
    ///   product on servers before 2026.
    /// - [`ErrorKind::IntegrityViolation`] if the server created the
    ///   project for another product.
    /// - [`ErrorKind::KeyUnavailable`] if the credential opens no
    ///   private key of the user, except where only the server has the key.
    pub fn create(&self, name: impl Into<String>) -> CreateProject {
        CreateProject {
            client: self.client.clone(),
            name: name.into(),
            organization: None,
            product: None,
        }
    }
}

/// Creates a project when awaited. See [`Projects::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateProject {
    client: Client,
    name: String,
    organization: Option<String>,
    product: Option<String>,
}

impl CreateProject {
    /// What the project is for, on today's servers: `secret-manager`, the default, `kms` for keys
    /// that the server holds, or another product, which only the web interface manages.
    pub fn product(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// Id of the organization; by default the client's, or the only one that the user belongs to.
    pub fn organization(mut self, id: impl Into<String>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

awaitable!(CreateProject => Project, |this, call| {
    call.create_project(&this.name, this.organization, this.product.as_deref()).await
});

impl Call {
    async fn create_project(
        &self,
        name: &str,
        organization: Option<String>,
        product: Option<&str>,
    ) -> Result<Project> {
        self.require_manager().await?;
        check_name("project", name)?;
        if product.is_some() {
            self.require(Feature::ProjectProducts).await?;
        }
        let organization = self.organization_or_default(organization).await?;
        let server_makes_key = self.era().await?.is_since_june_2024();
        if server_makes_key && self.shared.require_e2ee {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "project {name:?}: this server makes the keys of new projects itself and can \
                     read their secrets, and this client requires end-to-end encryption. Nothing \
                     was created. The option require_e2ee = false creates the project without it",
                    name = Shown(name)
                ),
            ));
        }
        if server_makes_key && self.shared.require_trusted_sealer {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "project {name:?}: this server makes the keys of new projects itself, and this \
                     client requires a trusted sealer. Nothing was created",
                    name = Shown(name)
                ),
            ));
        }
        if server_makes_key {
            let request = workspaces::create_v2(name, &organization, product)?;
            let project: OneWorkspace = self.send_authorized(request).await?.json().await?;
            let is_held_by_server = project.workspace.is_held_by_server();
            let project = Project::from(project.workspace);
            if product.is_some_and(|product| project.product.as_deref() != Some(product)) {
                return Err(Error::new(
                    ErrorKind::IntegrityViolation,
                    format!(
                        "project {name:?}: the server created it for another product. Delete \
                         project {id}",
                        name = Shown(name),
                        id = project.id
                    ),
                ));
            }
            if is_held_by_server {
                self.shared.remember_holder(&project.id, Holder::Server);
            } else {
                self.project_key(&project.id).await?;
            }
            return Ok(project);
        }
        // Checked before the project is created: a project without a key is useless.
        let (owner, private_key) = (self.current_user().await?, self.private_key().await?);
        let entropy = &mut SystemEntropy;
        let sealed = ProjectKey::generate(entropy)
            .and_then(|key| key.seal_for(&private_key.public_key(), &private_key, entropy))
            .map_err(crypto_failure)?;
        let project = match self.half_made_project(name, &organization).await? {
            Some(project) => project,
            None => {
                let request = workspaces::create(name, &organization)?;
                let created: OneWorkspace = self.send_authorized(request).await?.json().await?;
                created.workspace.into()
            }
        };
        // The key is not stored: if another call has also finished the project, both use the key
        // that the server returns.
        self.upload_key(&project.id, &owner.id, &sealed).await.map_err(|error| {
            let kind = error.kind();
            let message = format!(
                "project {} was created, but may lack its key. Create {name:?} again to finish it. \
                 {}",
                project.id,
                error.message(),
                name = Shown(name)
            );
            error.reclassified(kind, message)
        })?;
        // The server knows that there is a key, whatever it says of the project later.
        self.shared.remember_encrypted(&project.id);
        Ok(project)
    }

    /// A project of that name whose creation was interrupted before the key was uploaded.
    async fn half_made_project(&self, name: &str, organization: &str) -> Result<Option<Project>> {
        for project in self.projects().await? {
            let same = project.name.trim() == name.trim()
                && project.organization_id.as_deref() == Some(organization);
            if same && self.is_half_made(&project.id).await? {
                return Ok(Some(project));
            }
        }
        Ok(None)
    }

    /// Whether the project never had a key: then uploading one is safe.
    async fn is_half_made(&self, project: &str) -> Result<bool> {
        if self.sealed_key(project).await?.is_some() {
            return Ok(false);
        }
        let (members, owner) = (self.member_records(project).await?, self.current_user().await?);
        let alone = matches!(
            members.as_slice(),
            [only] if only.roles() == ["admin"]
                && only.user.as_ref().is_some_and(|user| user.id() == owner.id)
        );
        if !alone || self.bot(project).await?.is_active {
            return Ok(false);
        }
        let all = self.send_authorized(blind_indices::secrets(project)).await?;
        Ok(all.json::<AllSecrets>().await?.secrets.is_empty())
    }
}
