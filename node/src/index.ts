export type { Account, NewAccount, SignUpOptions, User } from "./account.js";
export type { CallOptions } from "./call.js";
export { Client, type ClientOptions } from "./client.js";
export type { Environment, Environments, UpdateEnvironmentOptions } from "./environments.js";
export * from "./errors.js";
export type { Folder, Folders } from "./folders.js";
export type { LocationOptions, ProjectOptions } from "./location.js";
export type { Organization, Organizations } from "./organizations.js";
export type { CreateProjectOptions, OpenedKey, Project, Projects } from "./projects.js";
export type { Secret, SecretFailure, SecretList, SecretType } from "./secret.js";
export type { SecretImport, SecretImports, UpdateSecretImportOptions } from "./secret-imports.js";
export type {
  CreateSecretOptions,
  MoveResult,
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
