export type { Account, SetNameOptions, User } from "./account.js";
export type { ApiKeyInfo, ApiKeys, CreateApiKeyOptions, CreatedApiKey } from "./api-keys.js";
export type { Approval, SecretChange } from "./approvals.js";
export type {
  AuditActor,
  AuditChange,
  AuditDetail,
  AuditedSecret,
  AuditEvent,
  AuditLogPage,
  AuditLogs,
  ExportAuditLogOptions,
  QueryAuditLogOptions,
} from "./audit-logs.js";
export type { BulkItem, BulkOptions, BulkResult, NewValue } from "./bulk.js";
export type { CallOptions } from "./call.js";
export type { Capabilities } from "./capabilities.js";
export { Client, type ClientOptions, type FromEnvOptions } from "./client.js";
export type { EmergencyKit } from "./emergency-kit.js";
export type { Environment, Environments, UpdateEnvironmentOptions } from "./environments.js";
export * from "./errors.js";
export type { Folder, Folders } from "./folders.js";
export { formatSecrets, parseSecrets, type SecretsFormat } from "./formats.js";
export type {
  CreateGroupOptions,
  Group,
  GroupMember,
  Groups,
  ProjectGroup,
  UpdateGroupOptions,
} from "./groups.js";
export type { Identities } from "./identities.js";
export type {
  CreateIdentityOptions,
  Identity,
  IdentityProject,
  ProjectIdentity,
  UpdateIdentityOptions,
} from "./identity.js";
export type { LocationOptions, ProjectOptions } from "./location.js";
export type {
  DeniedPermission,
  Member,
  Members,
  RemovedMember,
  ShareKeyOptions,
} from "./members.js";
export type { NamedSecret, NamedValues } from "./named.js";
export type {
  IncidentContact,
  Invitation,
  Organization,
  OrganizationMember,
  OrganizationOptions,
  Organizations,
} from "./organizations.js";
export type {
  ChangePasswordAccountOptions,
  CompleteRecoveryAccountOptions,
  CreateBackupKeyAccountOptions,
} from "./passwords.js";
export type { BlindIndexReport, DuplicateName, OpenedKey, Project, Projects } from "./projects.js";
export type {
  CreateRoleOptions,
  NewRolePermission,
  Role,
  RolePermission,
  Roles,
  UpdateRoleOptions,
} from "./roles.js";
export type { NestedReferences, ReferenceOptions, UnknownReferences } from "./references.js";
export type { SecretImport, SecretImports, UpdateSecretImportOptions } from "./secret-imports.js";
export type { SecretHistory, SecretVersion } from "./secret-version.js";
export type {
  PopulateEnvOptions,
  Secret,
  SecretFailure,
  SecretList,
  SecretType,
} from "./secret.js";
export type {
  CreateSecretOptions,
  GetSecretOptions,
  ListSecretsOptions,
  MoveResult,
  MoveSecretsOptions,
  ProposeCreateSecretOptions,
  ProposeUpdateSecretOptions,
  SecretOptions,
  Secrets,
  UpdateSecretOptions,
} from "./secrets.js";
export type {
  CreatedServiceAccount,
  CreateServiceAccountOptions,
  GrantServiceAccountOptions,
  ServiceAccount,
  ServiceAccountKey,
  ServiceAccountPermission,
  ServiceAccounts,
} from "./service-accounts.js";
export type {
  CreatedServiceToken,
  CreateServiceTokenOptions,
  Permission,
  ServiceTokenInfo,
  ServiceTokens,
  ServiceTokenScope,
} from "./service-tokens.js";
export type { Session } from "./sessions.js";
export type { NewAccount, SignUpAdministratorOptions, SignUpOptions } from "./sign-up.js";
export type { Snapshot, SnapshotContents, Snapshots } from "./snapshots.js";
export type { CreateTagOptions, Tag, Tags, UpdateTagOptions } from "./tags.js";
export type {
  AccessTokenInfo,
  CreateAccessTokenOptions,
  CreatedAccessToken,
  TokenAuth,
  TokenAuthOptions,
} from "./token-auth.js";
export type {
  ClientSecretInfo,
  CreateClientSecretOptions,
  CreatedClientSecret,
  UniversalAuth,
  UniversalAuthOptions,
} from "./universal-auth.js";
export { verifyWebhook, type VerifyWebhookOptions } from "./webhooks.js";
