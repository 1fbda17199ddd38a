//! Credentials of programs: machine identities, service accounts, service tokens and API keys.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod access_tokens;
mod api_keys;
mod client_secrets;
mod identities;
mod project_identities;
mod service_account_access;
mod service_accounts;
mod service_tokens;
mod token_auth;
mod token_settings;
mod universal_auth;

pub use access_tokens::{
    AccessTokenInfo, CreateAccessToken, CreatedAccessToken, ListAccessTokens, RenameAccessToken,
    RevokeAccessToken,
};
pub use api_keys::{ApiKeyInfo, ApiKeys, CreateApiKey, CreatedApiKey, DeleteApiKey, ListApiKeys};
pub use client_secrets::{
    ClientSecretInfo, CreateClientSecret, CreatedClientSecret, ListClientSecrets,
    RevokeClientSecret,
};
pub use identities::{
    CreateIdentity, DeleteIdentity, Identities, Identity, ListIdentities, UpdateIdentity,
};
pub use project_identities::{
    AddIdentityToProject, IdentityProject, ListIdentityProjects, ListProjectIdentities,
    ProjectIdentity, RemoveIdentityFromProject, SetIdentityRole,
};
pub use service_account_access::{
    GrantServiceAccount, ListServiceAccountKeys, ListServiceAccountPermissions,
    RevokeServiceAccountPermission, ServiceAccountKey, ServiceAccountPermission,
};
pub use service_accounts::{
    CreateServiceAccount, CreatedServiceAccount, DeleteServiceAccount, ListServiceAccounts,
    RenameServiceAccount, ServiceAccount, ServiceAccounts,
};
pub use service_tokens::{
    CreateServiceToken, CreatedServiceToken, DeleteServiceToken, DescribeServiceToken,
    ListServiceTokens, Permission, ServiceTokenInfo, ServiceTokenScope, ServiceTokens,
};
pub use token_auth::{AttachTokenAuth, DetachTokenAuth, GetTokenAuth, TokenAuth, UpdateTokenAuth};
pub use universal_auth::{
    AttachUniversalAuth, DetachUniversalAuth, GetUniversalAuth, UniversalAuth, UpdateUniversalAuth,
};
