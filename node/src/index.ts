export type { Account, SetNameOptions } from "./account.js";
export type { ApiKeys, CreateApiKeyOptions, CreatedApiKey } from "./api-keys.js";
export type { SecretChange } from "./approvals.js";
export type {
  AuditedSecret,
  AuditLogs,
  ExportAuditLogOptions,
  QueryAuditLogOptions,
} from "./audit-logs.js";
export type { BulkItem, BulkOptions, BulkResult, NewValue } from "./bulk.js";
export type { CallOptions } from "./call.js";
export { Client, type ClientOptions, type FromEnvOptions } from "./client.js";
export type { EmergencyKit } from "./emergency-kit.js";
export type { Environments, UpdateEnvironmentOptions } from "./environments.js";
export * from "./errors.js";
export type { Folders } from "./folders.js";
export { formatSecrets, parseSecrets, type SecretsFormat } from "./formats.js";
export type { CreateGroupOptions, Groups, UpdateGroupOptions } from "./groups.js";
export type { Identities } from "./identities.js";
export type { CreateIdentityOptions, UpdateIdentityOptions } from "./identity.js";
export type { LocationOptions, ProjectOptions } from "./location.js";
export type { Members, ShareKeyOptions } from "./members.js";
export type { NamedSecret, NamedValues } from "./named.js";
export type { Invitation, OrganizationOptions, Organizations } from "./organizations.js";
export type {
  ChangePasswordAccountOptions,
  CompleteRecoveryAccountOptions,
  CreateBackupKeyAccountOptions,
} from "./passwords.js";
export type { Projects } from "./projects.js";
export type {
  CreateRoleOptions,
  NewRolePermission,
  Role,
  RolePermission,
  Roles,
  UpdateRoleOptions,
} from "./roles.js";
export type { NestedReferences, ReferenceOptions, UnknownReferences } from "./references.js";
export type { SecretImports, UpdateSecretImportOptions } from "./secret-imports.js";
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
  ServiceAccounts,
} from "./service-accounts.js";
export type {
  CreatedServiceToken,
  CreateServiceTokenOptions,
  Permission,
  ServiceTokens,
} from "./service-tokens.js";
export type { SignUpAdministratorOptions, SignUpOptions } from "./sign-up.js";
export type { SnapshotContents, Snapshots } from "./snapshots.js";
export type { CreateTagOptions, Tags, UpdateTagOptions } from "./tags.js";
export type {
  CreateAccessTokenOptions,
  CreatedAccessToken,
  TokenAuthOptions,
} from "./token-auth.js";
export type {
  CreateClientSecretOptions,
  CreatedClientSecret,
  UniversalAuthOptions,
} from "./universal-auth.js";
export { verifyWebhook, type VerifyWebhookOptions } from "./webhooks.js";
export type {
  AccessTokenInfo,
  ApiKeyInfo,
  Approval,
  AuditActor,
  AuditChange,
  AuditDetail,
  AuditEvent,
  AuditLogPage,
  BlindIndexReport,
  Capabilities,
  ClientSecretInfo,
  DeniedPermission,
  DuplicateName,
  Environment,
  Folder,
  Group,
  GroupMember,
  Identity,
  IdentityProject,
  IncidentContact,
  Member,
  MoveResult,
  NewAccount,
  OpenedKey,
  Organization,
  OrganizationMember,
  Project,
  ProjectGroup,
  ProjectIdentity,
  RemovedMember,
  SecretImport,
  ServiceAccount,
  ServiceAccountKey,
  ServiceAccountPermission,
  ServiceTokenInfo,
  ServiceTokenScope,
  Session,
  Snapshot,
  Tag,
  TokenAuth,
  UniversalAuth,
  User,
} from "./generated/records.js";
