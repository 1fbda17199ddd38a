export type { SecretChange } from "./approvals.js";
export type { AuditLogs } from "./audit-logs.js";
export type { BulkResult, NewValue } from "./bulk.js";
export type { CallOptions } from "./call.js";
export type * from "./choices.js";
export { Client, type ClientOptions, type FromEnvOptions } from "./client.js";
export * from "./errors.js";
export { formatSecrets, parseSecrets, type SecretsFormat } from "./formats.js";
export type * from "./generated/index.js";
export type {
  AwsIamLogIn,
  AzureLogIn,
  GcpIamLogIn,
  GcpIdTokenLogIn,
  IdentityLogIn,
  JwtLogIn,
  KubernetesLogIn,
  LdapLogIn,
  TlsCertLogIn,
} from "./identity-log-in.js";
export type { NamedSecret, NamedValues } from "./named.js";
export type { NewRolePermission, RolePermission } from "./role-permission.js";
export type { SecretHistory, SecretVersion } from "./secret-version.js";
export type { PopulateEnvOptions, Secret, SecretList } from "./secret.js";
export type { SnapshotContents } from "./snapshot-contents.js";
export type { TrustStorage } from "./trust-storage.js";
export { verifyWebhook, type VerifyWebhookOptions } from "./webhooks.js";
