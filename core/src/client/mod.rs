//! The client: one object, with the resources of the API hanging off it.

mod access_tokens;
mod account;
mod administrator;
mod api_keys;
mod audit_actors;
mod audit_events;
mod audit_export;
mod audit_filter;
mod audit_logs;
mod audit_pages;
mod audit_spans;
mod blind_indices;
mod builder;
mod bulk_plan;
mod call;
mod capabilities;
mod checks;
mod client_secrets;
mod credential;
mod cryptor;
mod deadline;
mod environments;
mod exchange;
mod folders;
mod group_members;
mod groups;
mod identities;
mod identity_session;
mod incident_contacts;
mod instant;
mod key_sharing;
mod login;
mod member_invite;
mod member_permissions;
mod members;
mod mfa;
mod organization_members;
mod organizations;
mod paging;
mod password;
mod place;
mod program_keys;
mod project_create;
mod project_groups;
mod project_identities;
mod project_settings;
mod projects;
mod proof;
mod proposals;
mod raw_secrets;
mod recovery;
mod references;
mod role_permissions;
mod roles;
mod route;
mod secret_bulk;
mod secret_imports;
mod secret_list;
mod secret_moves;
mod secret_reading;
mod secret_tags;
mod secret_versions;
mod secrets;
mod secrets_write;
mod service_accounts;
mod service_tokens;
mod sessions;
mod snapshots;
mod tags;
mod token_auth;
mod token_settings;
mod universal_auth;
mod user_profile;
mod user_session;
mod variables;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub use access_tokens::{
    AccessTokenInfo, CreateAccessToken, CreatedAccessToken, ListAccessTokens, RenameAccessToken,
    RevokeAccessToken,
};
pub use account::{
    AcceptInvitation, Account, CompleteSignUp, LogOut, NewAccount, StartSignUp, User, WhoAmI,
};
pub use administrator::SignUpAdministrator;
pub use api_keys::{ApiKeyInfo, ApiKeys, CreateApiKey, CreatedApiKey, DeleteApiKey, ListApiKeys};
pub use audit_actors::{AuditActor, ListAuditActors};
pub use audit_events::AuditLogEvents;
pub use audit_export::ExportAuditLogs;
pub use audit_logs::{
    AuditChange, AuditDetail, AuditEvent, AuditLogChanges, AuditLogPage, AuditLogPages, AuditLogs,
    AuditedSecret, QueryAuditLogs,
};
pub use blind_indices::{BlindIndexReport, BlindIndexStatus, DuplicateName, EnableBlindIndices};
pub use builder::ClientBuilder;
pub use capabilities::{Capabilities, DescribeCapabilities};
pub use client_secrets::{
    ClientSecretInfo, CreateClientSecret, CreatedClientSecret, ListClientSecrets,
    RevokeClientSecret,
};
pub use credential::Credential;
#[doc(hidden)]
pub use deadline::within;
pub use environments::{
    CreateEnvironment, DeleteEnvironment, Environment, Environments, ListEnvironments,
    UpdateEnvironment,
};
pub use folders::{CreateFolder, DeleteFolder, Folder, Folders, ListFolders, RenameFolder};
pub use group_members::{AddGroupMember, GroupMember, ListGroupMembers, RemoveGroupMember};
pub use groups::{CreateGroup, DeleteGroup, GetGroup, Group, Groups, ListGroups, UpdateGroup};
pub use identities::{
    CreateIdentity, DeleteIdentity, Identities, Identity, ListIdentities, UpdateIdentity,
};
pub use incident_contacts::{
    AddIncidentContact, IncidentContact, ListIncidentContacts, RemoveIncidentContact,
};
pub use key_sharing::{IsKeySharedWithServer, ShareKeyWithServer, StopSharingKeyWithServer};
pub use member_invite::InviteMember;
pub use member_permissions::{DeniedPermission, DenyPermissions};
pub use members::{
    ListMembers, Member, Members, RemoveMember, RemovedMember, SetMemberRole, ShareKey,
};
pub use mfa::{ResendMfaCode, SetMfa, VerifyMfa};
pub use organization_members::{
    Invitation, InviteToOrganization, ListOrganizationMembers, OrganizationMember,
    RemoveOrganizationMember, SetOrganizationRole,
};
pub use organizations::{
    CreateOrganization, ListOrganizationProjects, ListOrganizations, Organization, Organizations,
    RenameOrganization,
};
pub use password::{ChangePassword, CreateBackupKey, EmergencyKit};
pub use project_create::CreateProject;
pub use project_groups::{
    AddGroupToProject, ListProjectGroups, ProjectGroup, RemoveGroupFromProject, SetGroupRole,
};
pub use project_identities::{
    AddIdentityToProject, IdentityProject, ListIdentityProjects, ListProjectIdentities,
    ProjectIdentity, RemoveIdentityFromProject, SetIdentityRole,
};
pub use project_settings::{
    DeleteProject, LeaveProject, RenameProject, SetAutoCapitalization, SetVersionLimit,
};
pub use projects::{GetProject, ListProjects, OpenProjectKey, OpenedKey, Project, Projects};
pub use proposals::{Approval, Change, ProposeCreate, ProposeDelete, ProposeUpdate};
pub use recovery::{CompleteRecovery, StartRecovery};
pub use references::{NestedReferences, UnknownReferences};
pub use role_permissions::RolePermission;
pub use roles::{CreateRole, DeleteRole, GetRole, ListRoles, Role, Roles, UpdateRole};
pub use secret_bulk::{BulkItem, BulkResult, DeleteManySecrets, NewValue, SetManySecrets};
pub use secret_imports::{
    CreateSecretImport, DeleteSecretImport, ListSecretImports, SecretImport, SecretImports,
    UpdateSecretImport,
};
pub use secret_list::{SecretFailure, SecretList};
pub use secret_moves::{MoveResult, MoveSecrets};
pub use secret_tags::SetSecretTags;
pub use secret_versions::{ListSecretVersions, RollBackSecret, SecretHistory, SecretVersion};
pub use secrets::{GetSecret, ListSecrets, Secret, SecretType, Secrets};
pub use secrets_write::{CreateSecret, DeleteSecret, UpdateSecret};
pub use service_accounts::{
    CreateServiceAccount, CreatedServiceAccount, DeleteServiceAccount, GrantServiceAccount,
    ListServiceAccountKeys, ListServiceAccountPermissions, ListServiceAccounts,
    RenameServiceAccount, RevokeServiceAccountPermission, ServiceAccount, ServiceAccountKey,
    ServiceAccountPermission, ServiceAccounts,
};
pub use service_tokens::{
    CreateServiceToken, CreatedServiceToken, DeleteServiceToken, DescribeServiceToken,
    ListServiceTokens, Permission, ServiceTokenInfo, ServiceTokenScope, ServiceTokens,
};
pub use sessions::{EndSessions, ListSessions, Session};
pub use snapshots::{
    CountSnapshots, GetSnapshot, ListSnapshots, RollBackSnapshot, Snapshot, SnapshotContents,
    Snapshots,
};
pub use tags::{CreateTag, DeleteTag, ListTags, Tag, Tags, UpdateTag};
pub use token_auth::{AttachTokenAuth, DetachTokenAuth, GetTokenAuth, TokenAuth, UpdateTokenAuth};
pub use universal_auth::{
    AttachUniversalAuth, DetachUniversalAuth, GetUniversalAuth, UniversalAuth, UpdateUniversalAuth,
};
pub use user_profile::{DeleteAccount, SetName};

use crate::Result;
use call::{Call, Shared};
use deadline::Deadline;

/// What every request builder turns into when it is awaited.
pub type Operation<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// A connection to one Infisical server with one credential.
///
/// Cloning is cheap and shares everything: connections, the log-in, opened keys. Nothing is sent
/// before the first call, which also finds out which release the server is. Dropping a future
/// cancels its request. Calls need a Tokio runtime.
///
/// ```no_run
/// use infisical_e2ee::{Client, Credential};
///
/// # async fn example() -> infisical_e2ee::Result<()> {
/// let client = Client::builder()
///     .credential(Credential::service_token(&std::env::var("INFISICAL_TOKEN").unwrap())?)
///     .build()?;
/// let secret = client.secrets().get("DB_URL").environment("prod").await?;
/// println!("{} has {} bytes", secret.name, secret.value.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

impl Client {
    /// Starts building a client: set the server, and a credential unless you sign up.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Signing up, and the user behind the credential.
    #[must_use]
    pub fn account(&self) -> Account {
        Account { client: self.clone() }
    }

    /// API keys of the user.
    #[must_use]
    pub fn api_keys(&self) -> ApiKeys {
        ApiKeys { client: self.clone() }
    }

    /// The audit log: who did what in a project.
    #[must_use]
    pub fn audit_logs(&self) -> AuditLogs {
        AuditLogs { client: self.clone() }
    }

    /// Returns what the server supports, and how it transfers the secrets of this client. Needs no
    /// credential.
    ///
    /// On servers of 2024 and later, a client with a user's credential and a default project logs
    /// in and opens the project key to find out, unless
    /// [`require_e2ee`](ClientBuilder::require_e2ee) is set.
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse) if there is no Infisical
    ///   server at the address.
    /// - [`ErrorKind::AuthenticationFailed`](crate::ErrorKind::AuthenticationFailed) if the call
    ///   logs in and the server rejects the credential.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the call opens the project key, and
    ///   there is no such project or the user is not a member.
    pub fn capabilities(&self) -> DescribeCapabilities {
        DescribeCapabilities { client: self.clone() }
    }

    /// Groups of users, who are given access together, since autumn 2024.
    #[must_use]
    pub fn groups(&self) -> Groups {
        Groups { client: self.clone() }
    }

    /// Machine identities, which reach secrets without end-to-end encryption.
    #[must_use]
    pub fn identities(&self) -> Identities {
        Identities { client: self.clone() }
    }

    /// Organizations the user belongs to.
    #[must_use]
    pub fn organizations(&self) -> Organizations {
        Organizations { client: self.clone() }
    }

    /// Who is in a project.
    #[must_use]
    pub fn members(&self) -> Members {
        Members { client: self.clone() }
    }

    /// Projects and their keys.
    #[must_use]
    pub fn projects(&self) -> Projects {
        Projects { client: self.clone() }
    }

    /// Roles that a project defines, since autumn 2024.
    #[must_use]
    pub fn roles(&self) -> Roles {
        Roles { client: self.clone() }
    }

    /// Environments of a project.
    #[must_use]
    pub fn environments(&self) -> Environments {
        Environments { client: self.clone() }
    }

    /// Folders. Secrets lie in them since 2024.
    #[must_use]
    pub fn folders(&self) -> Folders {
        Folders { client: self.clone() }
    }

    /// Tags, which a project has and its secrets wear.
    #[must_use]
    pub fn tags(&self) -> Tags {
        Tags { client: self.clone() }
    }

    /// Imports of one folder's secrets into another, since 2024.
    #[must_use]
    pub fn secret_imports(&self) -> SecretImports {
        SecretImports { client: self.clone() }
    }

    /// Secrets by name.
    #[must_use]
    pub fn secrets(&self) -> Secrets {
        Secrets { client: self.clone() }
    }

    /// Service accounts, May 2023's programs with a key pair.
    #[must_use]
    pub fn service_accounts(&self) -> ServiceAccounts {
        ServiceAccounts { client: self.clone() }
    }

    /// Service tokens, which open one project to a program.
    #[must_use]
    pub fn service_tokens(&self) -> ServiceTokens {
        ServiceTokens { client: self.clone() }
    }

    /// Snapshots: what secrets were at one time.
    #[must_use]
    pub fn snapshots(&self) -> Snapshots {
        Snapshots { client: self.clone() }
    }

    /// The address of the server, without a trailing `/api`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.shared.transport.base_url().as_str()
    }

    /// Ends running calls and fails later ones, all with
    /// [`ErrorKind::Closed`](crate::ErrorKind::Closed), on clones too, and forgets the log-in and
    /// every opened key. A write that was already sent may have been applied. The credential itself
    /// is wiped when the last clone is dropped.
    pub fn close(&self) {
        self.shared.close();
    }

    /// Runs one operation within the client's deadline.
    fn operation<T, Body, Running>(&self, body: Body) -> Operation<T>
    where
        Body: FnOnce(Call) -> Running + Send + 'static,
        Running: Future<Output = Result<T>> + Send,
        T: 'static,
    {
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            shared.check_open()?;
            let deadline = Arc::new(Deadline::new(shared.deadline));
            let no_project_id = Arc::default();
            let call = Call {
                shared: Arc::clone(&shared),
                deadline: Arc::clone(&deadline),
                no_project_id: Arc::clone(&no_project_id),
            };
            let result = shared.unless_closed(deadline.run(body(call))).await;
            result.map_err(|error| match no_project_id.get() {
                Some(no_id) => projects::explained(error, no_id),
                None => error,
            })
        })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.transport.base_url().as_str())
            .field("credential", &self.shared.credential)
            .finish_non_exhaustive()
    }
}

/// Makes a request builder awaitable: `Builder => Output, |self, call| body`.
macro_rules! awaitable {
    ($builder:ty => $output:ty, |$this:ident, $call:ident| $body:expr) => {
        impl std::future::IntoFuture for $builder {
            type Output = crate::Result<$output>;
            type IntoFuture = crate::client::Operation<$output>;

            fn into_future(self) -> Self::IntoFuture {
                let $this = self;
                $this.client.clone().operation(move |$call| async move { $body })
            }
        }
    };
}
use awaitable;
