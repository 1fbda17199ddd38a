export type { Account, NewAccount, SignUpOptions, User } from "./account.js";
export type { CallOptions } from "./call.js";
export { Client, type ClientOptions } from "./client.js";
export * from "./errors.js";
export type { Organization, Organizations } from "./organizations.js";
export type {
  CreateProjectOptions,
  Environment,
  OpenedKey,
  Project,
  Projects,
} from "./projects.js";
export type { Secret, SecretFailure, SecretList, SecretType } from "./secret.js";
export type {
  CreateSecretOptions,
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
