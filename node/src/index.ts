export type { Account, NewAccount, SignUpOptions, User } from "./account.js";
export type { CallOptions } from "./call.js";
export type { Capabilities } from "./capabilities.js";
export { Client, type ClientOptions } from "./client.js";
export type { Environment, Environments, UpdateEnvironmentOptions } from "./environments.js";
export * from "./errors.js";
export type { Folder, Folders } from "./folders.js";
export type {
  CreateClientSecretOptions,
  CreateIdentityOptions,
  Identities,
  Identity,
  UniversalAuthOptions,
} from "./identities.js";
export type { LocationOptions, ProjectOptions } from "./location.js";
export type { Member, Members, ShareKeyOptions } from "./members.js";
export type { Organization, OrganizationOptions, Organizations } from "./organizations.js";
export type { BlindIndexReport, DuplicateName, OpenedKey, Project, Projects } from "./projects.js";
export type {
  PopulateEnvOptions,
  Secret,
  SecretFailure,
  SecretList,
  SecretType,
} from "./secret.js";
export type { SecretImport, SecretImports, UpdateSecretImportOptions } from "./secret-imports.js";
export type {
  BulkItem,
  BulkOptions,
  CreateSecretOptions,
  MoveResult,
  NewValue,
  MoveSecretsOptions,
  SecretOptions,
  Secrets,
  UpdateSecretOptions,
} from "./secrets.js";
export type {
  CreatedServiceToken,
  CreateServiceTokenOptions,
  Permission,
  ServiceTokenInfo,
  ServiceTokens,
  ServiceTokenScope,
} from "./service-tokens.js";
export type { CreateTagOptions, Tag, Tags } from "./tags.js";
export type { Invitation, OrganizationMember } from "./organizations.js";
export type { ApiKeyInfo, ApiKeys, CreatedApiKey } from "./api-keys.js";
export type {
  AuditChange,
  AuditDetail,
  AuditEvent,
  AuditLogPage,
  AuditLogs,
  AuditedSecret,
  QueryAuditLogOptions,
} from "./audit-logs.js";
export type {
  CreateServiceAccountOptions,
  CreatedServiceAccount,
  GrantServiceAccountOptions,
  ServiceAccount,
  ServiceAccountPermission,
  ServiceAccounts,
} from "./service-accounts.js";
export type {
  Approval,
  ProposeCreateSecretOptions,
  ProposeUpdateSecretOptions,
  SecretChange,
} from "./secrets.js";
export { formatSecrets, parseSecrets, type NamedSecret, type SecretsFormat } from "./formats.js";
export { verifyWebhook, type VerifyWebhookOptions } from "./webhooks.js";
export type { SecretHistory, SecretVersion } from "./secret-version.js";
export type { Snapshot, SnapshotContents, Snapshots } from "./snapshots.js";
export type {
  ChangePasswordAccountOptions,
  CompleteRecoveryAccountOptions,
  CreateBackupKeyAccountOptions,
  EmergencyKit,
} from "./account.js";
export type { ExportAuditLogOptions } from "./audit-logs.js";
