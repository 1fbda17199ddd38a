//! The client, with the resources of the API.

mod access;
mod account;
mod audit;
mod base_url;
mod builder;
mod call;
mod capabilities;
mod dynamic_secrets;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod keys;
mod kms;
mod programs;
mod projects;
mod resources;
mod rotation;
mod secrets;
mod session;
mod trust;
mod variables;

pub use access::{
    AddGroupMember, AddGroupToProject, AddIncidentContact, CreateGroup, CreateOrganization,
    CreateRole, DeleteGroup, DeleteRole, DeniedPermission, DenyPermissions, GetGroup, GetRole,
    Group, GroupMember, Groups, IncidentContact, Invitation, InviteMember, InviteToOrganization,
    ListGroupMembers, ListGroups, ListIncidentContacts, ListMembers, ListOrganizationMembers,
    ListOrganizationProjects, ListOrganizations, ListProjectGroups, ListRoles, Member,
    MemberFingerprint, Members, Organization, OrganizationMember, Organizations, ProjectGroup,
    RemoveGroupFromProject, RemoveGroupMember, RemoveIncidentContact, RemoveMember,
    RemoveOrganizationMember, RemovedMember, RenameOrganization, Role, RolePermission, Roles,
    SetGroupRole, SetMemberRole, SetOrganizationRole, ShareKey, UpdateGroup, UpdateRole,
};
pub use account::{
    AcceptInvitation, Account, ChangePassword, CompleteRecovery, CompleteSignUp, CreateBackupKey,
    DeleteAccount, EmergencyKit, EndSessions, ListSessions, LogOut, NewAccount, ResendMfaCode,
    Session, SetMfa, SetName, SignUpAdministrator, StartRecovery, StartSignUp, User, VerifyMfa,
    WhoAmI,
};
pub use audit::{
    AuditActor, AuditChange, AuditDetail, AuditEvent, AuditLogChanges, AuditLogEvents,
    AuditLogPage, AuditLogPages, AuditLogs, AuditedSecret, ExportAuditLogs, ListAuditActors,
    QueryAuditLogs,
};
pub use builder::ClientBuilder;
#[doc(hidden)]
pub use call::within;
pub use call::{Client, Credential, Operation};
pub use capabilities::{Capabilities, DescribeCapabilities};
pub use dynamic_secrets::{
    CreateLease, CreatedLease, DynamicSecret, DynamicSecrets, GetDynamicSecret, GetLease, Lease,
    LeaseCredential, ListDynamicSecrets, ListLeases, RenewLease, RevokeLease,
};
pub use keys::{
    CreateProject, ForgetProject, ForgetSecrets, IsKeySharedWithServer, OpenProjectKey, OpenedKey,
    ShareKeyWithServer, StopSharingKeyWithServer, Trust, UpgradeProject,
};
pub use kms::{
    CreateKmsKey, DecryptWithKmsKey, DeleteKmsKey, EncryptWithKmsKey, GetKmsKey, GetKmsKeyByName,
    GetKmsPublicKey, Kms, KmsKey, ListKmsKeys, ListSigningAlgorithms, SetKmsKeyEnabled,
    SignWithKmsKey, UpdateKmsKey, VerifyWithKmsKey,
};
pub use programs::{
    AccessTokenInfo, AddIdentityToProject, ApiKeyInfo, ApiKeys, AttachTokenAuth,
    AttachUniversalAuth, ClientSecretInfo, CreateAccessToken, CreateApiKey, CreateClientSecret,
    CreateIdentity, CreateServiceAccount, CreateServiceToken, CreatedAccessToken, CreatedApiKey,
    CreatedClientSecret, CreatedServiceAccount, CreatedServiceToken, DeleteApiKey, DeleteIdentity,
    DeleteServiceAccount, DeleteServiceToken, DescribeServiceToken, DetachTokenAuth,
    DetachUniversalAuth, GetTokenAuth, GetUniversalAuth, GrantServiceAccount, Identities, Identity,
    IdentityProject, ListAccessTokens, ListApiKeys, ListClientSecrets, ListIdentities,
    ListIdentityProjects, ListProjectIdentities, ListServiceAccountKeys,
    ListServiceAccountPermissions, ListServiceAccounts, ListServiceTokens, Permission,
    ProjectIdentity, RemoveIdentityFromProject, RenameAccessToken, RenameServiceAccount,
    RevokeAccessToken, RevokeClientSecret, RevokeServiceAccountPermission, ServiceAccount,
    ServiceAccountKey, ServiceAccountPermission, ServiceAccounts, ServiceTokenInfo,
    ServiceTokenScope, ServiceTokens, SetIdentityRole, TokenAuth, UniversalAuth, UpdateIdentity,
    UpdateTokenAuth, UpdateUniversalAuth,
};
pub use projects::{
    CreateEnvironment, CreateFolder, CreateSecretImport, CreateTag, DeleteEnvironment,
    DeleteFolder, DeleteProject, DeleteSecretImport, DeleteTag, Environment, Environments, Folder,
    Folders, GetProject, GetProjectBySlug, LeaveProject, ListEnvironments, ListFolders,
    ListProjects, ListSecretImports, ListTags, Project, Projects, RenameFolder, RenameProject,
    SecretImport, SecretImports, SetAutoCapitalization, SetFolderDescription, SetVersionLimit, Tag,
    Tags, UpdateEnvironment, UpdateSecretImport, UpdateTag,
};
pub use rotation::{KeyRotation, RotateKey};
pub use secrets::{
    Approval, BlindIndexReport, BlindIndexStatus, BulkItem, BulkResult, Change, CountSnapshots,
    CreateSecret, DeleteManySecrets, DeleteSecret, DuplicateName, DuplicateResult,
    DuplicateSecrets, EnableBlindIndices, GetSecret, GetSnapshot, ListSecretVersions, ListSecrets,
    ListSecretsIfChanged, ListSnapshots, MoveResult, MoveSecrets, NestedReferences, NewValue,
    ProposeCreate, ProposeDelete, ProposeUpdate, RollBackSecret, RollBackSnapshot, Secret,
    SecretFailure, SecretHistory, SecretList, SecretMetadata, SecretType, SecretVersion, Secrets,
    SetManySecrets, SetSecretTags, Snapshot, SnapshotContents, Snapshots, UnknownReferences,
    UpdateSecret,
};
pub use trust::{StorageError, TrustStorage};
