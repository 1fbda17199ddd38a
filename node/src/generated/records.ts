// Results of calls. Generated; do not edit.
import { inspect, type InspectOptions } from "node:util";

import type * as Binding from "../binding.js";
import { Permission } from "../choices.js";
import { toDate } from "../conversions.js";
import type { InfisicalError } from "../errors.js";
import { fromFailure } from "../failure.js";
import { type RolePermission, toRolePermission } from "../role-permission.js";

/** A detail of an audit event. */
export interface AuditDetail {
  /** Its name. */
  name: string;
  /** Its value; JSON if it is not text. */
  value: string;
}

/** A permission that a member is denied in an environment. */
export interface DeniedPermission {
  /** Slug of the environment. */
  environment: string;
  /** `read` or `write` of secrets. */
  permission: Permission;
}

/** @internal */
export function toDeniedPermission(native: Binding.NativeDeniedPermission): DeniedPermission {
  return { ...native, permission: native.permission as Permission };
}

/** An environment and path a service token may use. */
export interface ServiceTokenScope {
  /** Slug of the environment. */
  environment: string;
  /** A path or glob; `/**` covers every folder. */
  path: string;
}

/** A new account. */
export interface NewAccount {
  /** The user's id. */
  userId: string;
  /** The e-mail address. Log in with the same spelling, which is part of the password proof. */
  email: string;
}

/** A user of the server. */
export interface User {
  /** The user's id. */
  id: string;
  /** E-mail address. */
  email: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
}

/** An active session of the user. */
export interface Session {
  /** The session's id. */
  id: string;
  /** The IP address of the log-in, if the server sends it. */
  ipAddress: string | null;
  /** The user agent of the log-in, if the server sends it. */
  userAgent: string | null;
  /** When the session was created. */
  createdAt: Date | null;
  /** When the session was last used. */
  lastUsed: Date | null;
}

/** @internal */
export function toSession(native: Binding.NativeSession): Session {
  return { ...native, createdAt: toDate(native.createdAt), lastUsed: toDate(native.lastUsed) };
}

/** An API key, without its text. */
export interface ApiKeyInfo {
  /** The key's id. */
  id: string;
  /** Its name. */
  name: string;
  /** When the key was last used; initially the time of its creation. */
  lastUsed: Date | null;
  /** When the key expires. */
  expiresAt: Date | null;
  /** When the key was created. */
  createdAt: Date | null;
}

/** @internal */
export function toApiKeyInfo(native: Binding.NativeApiKeyInfo): ApiKeyInfo {
  return {
    ...native,
    lastUsed: toDate(native.lastUsed),
    expiresAt: toDate(native.expiresAt),
    createdAt: toDate(native.createdAt),
  };
}

/** An event in the audit log of a project. */
export interface AuditEvent {
  /** The event's id. Several events of one May 2023 log entry have different ids. */
  id: string;
  /** The server's name for the kind of event. */
  event: string;
  /**
   * `user`, `service_token`, `service_account` or `identity`; `unknown` for a deleted actor or
   * another kind.
   */
  actorType: string;
  /** The actor's id. */
  actorId: string | null;
  /** The e-mail address of a user, or the name of another actor. */
  actorName: string | null;
  /** The IP address of the request, as seen by the server. */
  ipAddress: string | null;
  /** The user agent of the request; only on servers since 2024. */
  userAgent: string | null;
  /** The kind of client as classified by the server, such as `web`, `cli` or `other`. */
  channel: string | null;
  /** The project's id. */
  projectId: string | null;
  /** The time of the event. */
  createdAt: Date | null;
  /**
   * Further details, such as `environment` or `numberOfSecrets`. Values that are not text are JSON.
   */
  details: AuditDetail[];
}

/** @internal */
export function toAuditEvent(native: Binding.NativeAuditEvent): AuditEvent {
  return { ...native, createdAt: toDate(native.createdAt) };
}

/** An actor in an audit log. */
export interface AuditActor {
  /** As in {@link AuditEvent.actorType}. */
  actorType: string;
  /** The actor's id. */
  id: string | null;
  /** The e-mail address of a user, or the name of another actor. */
  name: string | null;
}

/** A page of an audit log. */
export interface AuditLogPage {
  /** The events, newest first. The list can be empty even if another page follows. */
  events: AuditEvent[];
  /** The cursor of the next page; `null` on the last page. */
  next: string | null;
}

/** @internal */
export function toAuditLogPage(native: Binding.NativeAuditLogPage): AuditLogPage {
  return { ...native, events: native.events.map((it) => toAuditEvent(it)) };
}

/** The change of one secret by an audit event. */
export interface AuditChange {
  /** The secret's id. */
  secretId: string;
  /** Slug of its environment. */
  environment: string;
  /** The secret before the event; `null` if it was created or only read. */
  before: AuditedSecret | null;
  /** The secret after the event, or as it was read; `null` if it was deleted. */
  after: AuditedSecret | null;
}

/** @internal */
export function toAuditChange(native: Binding.NativeAuditChange): AuditChange {
  return {
    ...native,
    before: native.before === null ? null : new AuditedSecret(native.before),
    after: native.after === null ? null : new AuditedSecret(native.after),
  };
}

/** An organization. */
export interface Organization {
  /** The organization's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug; `null` on May 2023 servers. */
  slug: string | null;
}

/** A member of an organization, or an invited person. */
export interface OrganizationMember {
  /** The membership's id. Pass it to change or remove the member. */
  id: string;
  /**
   * The user's id. `null` on May 2023 servers for an invited person without an account; later
   * servers assign an id at the invitation.
   */
  userId: string | null;
  /** E-mail address. */
  email: string;
  /** First name; empty for an invited person without an account. */
  firstName: string;
  /** Last name; empty for an invited person without an account. */
  lastName: string;
  /** The role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a custom role. */
  role: string;
  /** `accepted`, or `invited` until the person accepts the invitation. */
  status: string;
  /** The user's public key, 32 bytes as base64; `null` without a usable key. */
  publicKey: string | null;
  /** SHA-256 of the user's public key, as hexadecimal; `null` without a usable key. */
  publicKeyFingerprint: string | null;
}

/** A contact for incidents in an organization. */
export interface IncidentContact {
  /** The contact's id. */
  id: string;
  /** The contact's e-mail address. */
  email: string;
}

/** A member of a project. */
export interface Member {
  /** The membership's id. Pass it to change or remove the member. */
  id: string;
  /** The user's id. */
  userId: string;
  /** E-mail address. */
  email: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /**
   * The member's roles: `admin`, `member`, and others on 2024 servers. Servers since June 2024 can
   * return several, including temporary ones.
   */
  roles: string[];
  /** The member's public key, 32 bytes as base64; `null` without a usable key. */
  publicKey: string | null;
  /**
   * SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees; `null`
   * without a usable key.
   */
  publicKeyFingerprint: string | null;
  /** Denied permissions on May 2023 servers; empty on later servers, which use roles instead. */
  deniedPermissions: DeniedPermission[];
}

/** @internal */
export function toMember(native: Binding.NativeMember): Member {
  return {
    ...native,
    deniedPermissions: native.deniedPermissions.map((it) => toDeniedPermission(it)),
  };
}

/**
 * The SHA-256 of a public key, in three forms. The short form and the words have its first 128
 * bits.
 */
export interface Fingerprint {
  /** The whole hash, as 64 hexadecimal digits. */
  sha256: string;
  /** The first 128 bits as hexadecimal digits in eight groups of four, to read aloud. */
  short: string;
  /**
   * The first 128 bits as twelve words of the English list of BIP-39. The last word has a checksum.
   */
  words: string;
}

/** A removed member. */
export interface RemovedMember {
  /** The former membership's id. */
  id: string;
  /**
   * A message to show to the user: the removed person may still know project keys, and what to do
   * about it.
   */
  warning: string;
}

/** A machine identity. */
export interface Identity {
  /** The identity's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The role in the organization: `admin`, `member`, `no-access` or a custom role. */
  role: string;
}

/** The membership of a machine identity in a project. */
export interface IdentityProject {
  /** The project's id. */
  projectId: string;
  /** The project's name, if the server sends it. */
  projectName: string | null;
  /** The identity's roles in the project, as in {@link ProjectIdentity.roles}. */
  roles: string[];
}

/** The universal-auth settings of a machine identity. */
export interface UniversalAuth {
  /** The client id for the log-in, together with a client secret. */
  clientId: string;
  /** Seconds an access token is valid unless it is renewed; 0 for no limit. */
  accessTokenTtlSeconds: number;
  /** Seconds an access token is valid including all renewals; 0 for no limit. */
  accessTokenMaxTtlSeconds: number;
  /** The maximum number of requests with an access token; `null` for no limit. */
  accessTokenMaxUses: number | null;
  /** Addresses or ranges, such as `10.0.0.0/8`, from which client secrets are accepted. */
  clientSecretTrustedIps: string[];
  /** Addresses or ranges from which access tokens are accepted. */
  accessTokenTrustedIps: string[];
}

/** @internal */
export function toUniversalAuth(native: Binding.NativeUniversalAuth): UniversalAuth {
  const { accessTokenTtl, accessTokenMaxTtl, ...rest } = native;
  return {
    ...rest,
    accessTokenTtlSeconds: accessTokenTtl,
    accessTokenMaxTtlSeconds: accessTokenMaxTtl,
  };
}

/** The token-auth settings of a machine identity. */
export interface TokenAuth {
  /** Seconds an access token is valid unless it is renewed; 0 for no limit. */
  accessTokenTtlSeconds: number;
  /** Seconds an access token is valid including all renewals; 0 for no limit. */
  accessTokenMaxTtlSeconds: number;
  /** The maximum number of requests with an access token; `null` for no limit. */
  accessTokenMaxUses: number | null;
  /** Addresses or ranges, such as `10.0.0.0/8`, from which access tokens are accepted. */
  accessTokenTrustedIps: string[];
}

/** @internal */
export function toTokenAuth(native: Binding.NativeTokenAuth): TokenAuth {
  const { accessTokenTtl, accessTokenMaxTtl, ...rest } = native;
  return {
    ...rest,
    accessTokenTtlSeconds: accessTokenTtl,
    accessTokenMaxTtlSeconds: accessTokenMaxTtl,
  };
}

/** An access token of a machine identity, without its text. */
export interface AccessTokenInfo {
  /** The token's id. */
  id: string;
  /** A name for people; can be empty. */
  name: string;
  /** When the token was created, if the server sends it. */
  createdAt: Date | null;
  /** When the token was last used; `null` if never, or if the server does not send it. */
  lastUsed: Date | null;
  /** The number of requests with the token, if the server sends it. */
  uses: number | null;
  /** Whether it was revoked. */
  isRevoked: boolean;
}

/** @internal */
export function toAccessTokenInfo(native: Binding.NativeAccessTokenInfo): AccessTokenInfo {
  return { ...native, createdAt: toDate(native.createdAt), lastUsed: toDate(native.lastUsed) };
}

/** A role that a project defines. */
export interface Role {
  /** The role's id. */
  id: string;
  /** Its slug, which calls use. */
  slug: string;
  /** Its name, for people. */
  name: string;
  /** A description for people; can be empty. */
  description: string;
  /**
   * Its permissions, including those that the server adds; empty in lists, because servers omit
   * them there.
   */
  permissions: RolePermission[];
}

/** @internal */
export function toRole(native: Binding.NativeRole): Role {
  return { ...native, permissions: native.permissions.map((it) => toRolePermission(it)) };
}

/** A group of users. */
export interface Group {
  /** The group's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug. */
  slug: string;
  /** The role in the organization: `admin`, `member`, `no-access` or a custom role. */
  role: string;
  /** The organization it belongs to. */
  organizationId: string;
}

/** A user in a group. */
export interface GroupMember {
  /** The user's id. */
  id: string;
  /** The user's name on the server, usually the e-mail address. */
  username: string;
  /** E-mail address, if the user has one. */
  email: string | null;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
}

/** The membership of a group in a project. */
export interface ProjectGroup {
  /** The membership's id. */
  id: string;
  /** The group's id. */
  groupId: string;
  /** The group's name. */
  name: string;
  /** The group's slug. */
  slug: string;
  /**
   * The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
   * role.
   */
  roles: string[];
}

/** A client secret of a machine identity, without its text. */
export interface ClientSecretInfo {
  /** The client secret's id. */
  id: string;
  /** A description for people; can be empty. */
  description: string;
  /** The first characters, to tell client secrets apart. They do not help to guess the secret. */
  prefix: string;
  /** When the client secret was created, if the server sends it. */
  createdAt: Date | null;
  /** When the client secret expires; `null` if never, or if the server does not send it. */
  expiresAt: Date | null;
  /** The number of log-ins with it, if the server sends it. */
  uses: number | null;
  /** The maximum number of log-ins; `null` for no limit, or if the server does not send it. */
  maxUses: number | null;
}

/** @internal */
export function toClientSecretInfo(native: Binding.NativeClientSecretInfo): ClientSecretInfo {
  return { ...native, createdAt: toDate(native.createdAt), expiresAt: toDate(native.expiresAt) };
}

/** The membership of a machine identity in a project. */
export interface ProjectIdentity {
  /** The membership's id. */
  id: string;
  /** The identity's id. */
  identityId: string;
  /** The identity's name. */
  name: string;
  /**
   * The roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of a custom
   * role.
   */
  roles: string[];
}

/** A service account, without its secrets. */
export interface ServiceAccount {
  /** The account's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The organization it belongs to. */
  organizationId: string;
  /** SHA-256 of the public key, as hexadecimal; `null` without a usable key. */
  publicKeyFingerprint: string | null;
  /** When the account expires; `null` if never. */
  expiresAt: Date | null;
}

/** @internal */
export function toServiceAccount(native: Binding.NativeServiceAccount): ServiceAccount {
  return { ...native, expiresAt: toDate(native.expiresAt) };
}

/** A service account's permissions in an environment. */
export interface ServiceAccountPermission {
  /** The permission's id. */
  id: string;
  /** The project's id. */
  projectId: string;
  /** Slug of the environment. */
  environment: string;
  /** `read`, `write` or both. */
  permissions: Permission[];
}

/** @internal */
export function toServiceAccountPermission(
  native: Binding.NativeServiceAccountPermission,
): ServiceAccountPermission {
  return { ...native, permissions: native.permissions as Permission[] };
}

/** A service account's copy of a project key. */
export interface ServiceAccountKey {
  /** The copy's id. */
  id: string;
  /** The project's id. */
  projectId: string;
  /** When the copy was created, if the server sends it. */
  createdAt: Date | null;
}

/** @internal */
export function toServiceAccountKey(native: Binding.NativeServiceAccountKey): ServiceAccountKey {
  return { ...native, createdAt: toDate(native.createdAt) };
}

/** A service token, without its text. */
export interface ServiceTokenInfo {
  /** The token's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The project's id. */
  projectId: string;
  /** The environments and paths that the token can access. */
  scopes: ServiceTokenScope[];
  /** `read`, `write` or both. */
  permissions: Permission[];
  /** When the token expires; `null` if never. */
  expiresAt: Date | null;
}

/** @internal */
export function toServiceTokenInfo(native: Binding.NativeServiceTokenInfo): ServiceTokenInfo {
  return {
    ...native,
    permissions: native.permissions as Permission[],
    expiresAt: toDate(native.expiresAt),
  };
}

/** An environment of a project. */
export interface Environment {
  /** The id; `null` on May 2023 servers and with an API key. */
  id: string | null;
  /** The name for people. */
  name: string;
  /** The slug, which calls use. */
  slug: string;
}

/** A project. */
export interface Project {
  /** The project's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug; `null` on May 2023 servers. */
  slug: string | null;
  /**
   * The product that the project is for, such as `secret-manager` or `cert-manager`; `null` on
   * servers that have secrets only.
   */
  product: string | null;
  /** The organization's id, if the server sends it. */
  organizationId: string | null;
  /** Whether the web interface capitalizes names of secrets, if the server sends it. */
  autoCapitalization: boolean | null;
  /** The environments, in the server's order. */
  environments: Environment[];
}

/** A name shared by several secrets of one environment and folder. */
export interface DuplicateName {
  /** The name. */
  name: string;
  /** Slug of the environment. */
  environment: string;
  /** The secrets' ids. */
  ids: string[];
}

/** The result of enabling blind indices. */
export interface BlindIndexReport {
  /** The number of secrets that got an index; 0 if all had one before. */
  named: number;
  /**
   * Names shared by several secrets of one folder. A look-up by name finds only one of them: rename
   * or delete the others.
   */
  duplicates: DuplicateName[];
  /** Secrets without an index, because their name does not decrypt or is empty. */
  failures: SecretFailure[];
}

/** @internal */
export function toBlindIndexReport(native: Binding.NativeBlindIndexReport): BlindIndexReport {
  return { ...native, failures: native.failures.map((it) => toSecretFailure(it)) };
}

/** The result of rotating a project key, or the plan of a dry run. */
export interface KeyRotation {
  /** The project's id. */
  projectId: string;
  /** Whether the key was replaced; `false` in a dry run. */
  rotated: boolean;
  /** The number of the project's secrets, with the user's own personal ones. */
  secrets: number;
  /**
   * How many of them this call encrypted under the new key, or would; the others had been done by
   * an interrupted call.
   */
  reEncrypted: number;
  /** The other members who get the new key. */
  members: Member[];
  /**
   * Members who get no key, because they have not finished signing up. Share it with them later.
   */
  membersWithoutKey: Member[];
  /** The project's service tokens, which contain the old key. Create new ones, and delete these. */
  serviceTokens: ServiceTokenInfo[];
  /** Whether the server has a copy of the key. */
  sharedWithServer: boolean;
  /**
   * Secrets that prevent the rotation: they do not decrypt, or share their name with another of
   * their folder. Only a dry run returns any.
   */
  failures: SecretFailure[];
  /** A message to show to the user: what a rotation does not cover, and what to do next. */
  warning: string;
}

/** @internal */
export function toKeyRotation(native: Binding.NativeKeyRotation): KeyRotation {
  return {
    ...native,
    members: native.members.map((it) => toMember(it)),
    membersWithoutKey: native.membersWithoutKey.map((it) => toMember(it)),
    serviceTokens: native.serviceTokens.map((it) => toServiceTokenInfo(it)),
    failures: native.failures.map((it) => toSecretFailure(it)),
  };
}

/** What the server supports, and how it transfers the secrets of this client. */
export interface Capabilities {
  /**
   * The release that the server resembles: `may23`, `feb24`, `jun24`, `oct24` or, for today's,
   * `modern`.
   */
  server: string;
  /**
   * Whether this library was tested with a real server of that release. It is `false` for servers
   * between October 2024 and July 2026.
   */
  verified: boolean;
  /**
   * Whether calls about secrets accept a path. May 2023 servers have folders, but cannot look up a
   * secret in a folder by name.
   */
  folders: boolean;
  /** Whether folders can import others. */
  secretImports: boolean;
  /** Whether machine identities can log in. */
  machineIdentities: boolean;
  /**
   * Whether this client's secrets are end-to-end encrypted. For a client that requires it: `true`,
   * unless it has learned that the server has the key of its default project. For a client that may
   * use plaintext: whether those of its default project are, and without one, those of new
   * projects.
   */
  endToEndEncrypted: boolean;
  /**
   * Whether a log-in of this client sends the server the password that also decrypts the user's
   * private key, so that the server can decrypt what is sealed to the user. See `sendPassword`. It
   * says nothing of earlier log-ins and sign-ups with other programs.
   */
  serverLearnsKeyPassword: boolean;
  /** The routes for secrets: `encrypted_v3`, `raw_v3` or `raw_v4`. */
  secretsRoute: string;
}

/** Confirms that the project key can be decrypted, and shows the key of its sender. */
export interface OpenedKey {
  /** The project's id. */
  projectId: string;
  /**
   * The fingerprint of the public key of the user who sealed this copy, to compare with the one
   * that this user reads out; `null` for a service token, which holds the key itself.
   */
  sealedBy: Fingerprint | null;
}

/** A folder. */
export interface Folder {
  /** The folder's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The full path, such as `/backend/jobs`. */
  path: string;
  /** Its description for people, if it has one. Only today's servers store it. */
  description: string | null;
  /** When the folder was created, if the server sends it. */
  createdAt: Date | null;
  /** When the folder was last changed, if the server sends it. */
  updatedAt: Date | null;
}

/** @internal */
export function toFolder(native: Binding.NativeFolder): Folder {
  return { ...native, createdAt: toDate(native.createdAt), updatedAt: toDate(native.updatedAt) };
}

/** A tag of a project. */
export interface Tag {
  /** The tag's id. */
  id: string;
  /** The name for people. */
  name: string;
  /** The slug, which calls use. */
  slug: string;
  /** The colour in the web interface; `null` without a colour, and on May 2023 servers. */
  color: string | null;
}

/** An import of the secrets of another folder. */
export interface SecretImport {
  /** The import's id. */
  id: string;
  /** Slug of the environment to import from. */
  environment: string;
  /** Path of the folder to import. */
  path: string;
  /** The position among the folder's imports, from 1. Later imports take precedence. */
  position: number;
}

/** A dynamic secret: the server creates leases from it. */
export interface DynamicSecret {
  /** Its id. */
  id: string;
  /** Its name in the folder. */
  name: string;
  /** The kind of service, such as `sql-database` or `aws-iam`. */
  provider: string;
  /** How long a lease lasts unless it says otherwise, if the server's text for it is known. */
  defaultTtlSeconds: number | null;
  /** How long a lease lasts at most; `null` for no limit. */
  maxTtlSeconds: number | null;
  /** `Deleting` or `Failed to delete`; otherwise `null`. */
  status: string | null;
  /** When it was created, if the server sends it. */
  createdAt: Date | null;
  /** When it was last changed, if the server sends it. */
  updatedAt: Date | null;
}

/** @internal */
export function toDynamicSecret(native: Binding.NativeDynamicSecret): DynamicSecret {
  const { defaultTtl, maxTtl, ...rest } = native;
  return {
    ...rest,
    defaultTtlSeconds: defaultTtl,
    maxTtlSeconds: maxTtl,
    createdAt: toDate(native.createdAt),
    updatedAt: toDate(native.updatedAt),
  };
}

/** A lease of a dynamic secret: a credential that the server made, without the credential. */
export interface Lease {
  /** The lease's id. */
  id: string;
  /** Id of the dynamic secret. */
  dynamicSecretId: string;
  /** When the server removes the credential. */
  expiresAt: Date | null;
  /** `Failed to delete` if the server could not remove the credential; otherwise `null`. */
  status: string | null;
  /** When the lease was created, if the server sends it. */
  createdAt: Date | null;
  /** When it was last changed, if the server sends it. */
  updatedAt: Date | null;
}

/** @internal */
export function toLease(native: Binding.NativeLease): Lease {
  return {
    ...native,
    expiresAt: toDate(native.expiresAt),
    createdAt: toDate(native.createdAt),
    updatedAt: toDate(native.updatedAt),
  };
}

/** A new lease with its credential, which is shown here once. */
export interface CreatedLease {
  /** The lease. */
  lease: Lease;
  /** The parts of the credential, by name: such as `DB_USERNAME` and `DB_PASSWORD`. */
  credentials: LeaseCredential[];
}

/** @internal */
export function toCreatedLease(native: Binding.NativeCreatedLease): CreatedLease {
  return {
    ...native,
    lease: toLease(native.lease),
    credentials: native.credentials.map((it) => new LeaseCredential(it)),
  };
}

/** A key that the server holds. The key itself stays there. */
export interface KmsKey {
  /** The key's id. */
  id: string;
  /** Its name in the project. */
  name: string;
  /** What it is for, for people; can be empty. */
  description: string;
  /** `encrypt-decrypt` or `sign-verify`. */
  usage: string;
  /**
   * Such as `aes-256-gcm` or `ECC_NIST_P256`; `null` after a change on servers of 2024, which only
   * tell it in lists.
   */
  algorithm: string | null;
  /** How often the server has made a new key under this id, from 1; `null` where `algorithm` is. */
  version: number | null;
  /** Whether the server uses the key. */
  enabled: boolean;
  /** Id of its project, if the server sends it. */
  projectId: string | null;
  /** When it was created, if the server sends it. */
  createdAt: Date | null;
  /** When it was last changed, if the server sends it. */
  updatedAt: Date | null;
}

/** @internal */
export function toKmsKey(native: Binding.NativeKmsKey): KmsKey {
  return { ...native, createdAt: toDate(native.createdAt), updatedAt: toDate(native.updatedAt) };
}

/** The result for one of many secrets, or its plan in a dry run. */
export interface BulkItem {
  /** The secret's name. */
  name: string;
  /**
   * `create`, `update`, `delete`, `unchanged` if it already has the value, or `absent` if there is
   * no secret to delete.
   */
  action: "create" | "update" | "delete" | "unchanged" | "absent";
  /**
   * `planned` in a dry run; else `done`, `failed`, or `proposed` if a policy of the project asks
   * for approval first.
   */
  status: "planned" | "done" | "proposed" | "failed";
  /** Why the secret was not changed. */
  error: InfisicalError | null;
  /** The request for approval of a proposed change. */
  approval: Approval | null;
}

/** @internal */
export function toBulkItem(native: Binding.NativeBulkItem): BulkItem {
  return {
    ...native,
    action: native.action as BulkItem["action"],
    status: native.status as BulkItem["status"],
    error: native.error === null ? null : fromFailure(native.error),
  };
}

/** The result of moving secrets. */
export interface MoveResult {
  /** Names of the moved secrets, without those that an earlier, interrupted call had moved. */
  moved: string[];
  /** Whether the source changed. */
  sourceUpdated: boolean;
  /** Whether the destination changed; `false` if it already had all the secrets. */
  destinationUpdated: boolean;
}

/** The result of copying secrets. */
export interface DuplicateResult {
  /** Names of the copied secrets. */
  copied: string[];
  /**
   * Names of the secrets that the destination already had, with the same value, comment, tags and
   * metadata.
   */
  unchanged: string[];
}

/** A request to approve a change. */
export interface Approval {
  /** The request's id. */
  id: string;
  /** The server's name for the state: `open` until it is decided. */
  status: string;
}

/** A snapshot of secrets. */
export interface Snapshot {
  /** The snapshot's id. */
  id: string;
  /** The number of the snapshot in the project, from 1; only on May 2023 servers. */
  version: number | null;
  /** When the snapshot was taken. */
  createdAt: Date | null;
  /**
   * Slug of the environment; `null` on May 2023 servers, whose snapshots contain all environments.
   */
  environment: string | null;
  /** Id of the folder; `null` on May 2023 servers. */
  folderId: string | null;
}

/** @internal */
export function toSnapshot(native: Binding.NativeSnapshot): Snapshot {
  return { ...native, createdAt: toDate(native.createdAt) };
}

/** A secret that cannot be decrypted, or whose references cannot be resolved. */
export interface SecretFailure {
  /**
   * The secret's id; in a list of versions, the version's id. The name is encrypted too and can be
   * unknown.
   */
  id: string;
  /**
   * The field that cannot be decrypted: `secretKey`, `secretValue` or `secretComment`; or
   * `reference` for an unresolved reference in the value.
   */
  field: string;
  /**
   * What happened: {@link DecryptionFailedError}, {@link InvalidInputError} for a reference, or
   * {@link PermissionDeniedError} for a value that the server hides from the credential.
   */
  error: InfisicalError;
}

/** @internal */
export function toSecretFailure(native: Binding.NativeSecretFailure): SecretFailure {
  return { ...native, error: fromFailure(native.error) };
}

/** A new API key. Its text is shown here once and kept nowhere. */
export class CreatedApiKey {
  /** The API key's id, name and times. */
  readonly info: ApiKeyInfo;

  readonly #key: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedApiKey) {
    this.#key = native.key;
    this.info = toApiKeyInfo(native.info);
  }

  /** The key, `ak.<id>.<secret>`. */
  get key(): string {
    return this.#key;
  }

  /** Everything but `key`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `key`. */
  toString(): string {
    return `CreatedApiKey(${this.info.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedApiKey ${inspect(this.toJSON(), options)}`;
  }
}

/** A new access token of a machine identity. Its text is shown here once and kept nowhere. */
export class CreatedAccessToken {
  /** Seconds the token lasts; 0 if it does not expire. */
  readonly expiresInSeconds: number;

  readonly #accessToken: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedAccessToken) {
    this.#accessToken = native.accessToken;
    this.expiresInSeconds = native.expiresIn;
  }

  /** The token, for the credential `identityToken`. */
  get accessToken(): string {
    return this.#accessToken;
  }

  /** Everything but `accessToken`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of `accessToken`. */
  toString(): string {
    return "CreatedAccessToken";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedAccessToken ${inspect(this.toJSON(), options)}`;
  }
}

/** A new client secret. Its text is shown here once and kept nowhere. */
export class CreatedClientSecret {
  /** The client secret's id, description and limits. */
  readonly info: ClientSecretInfo;

  readonly #clientSecret: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedClientSecret) {
    this.#clientSecret = native.clientSecret;
    this.info = toClientSecretInfo(native.info);
  }

  /** The client secret, with which a program logs in together with the client id. */
  get clientSecret(): string {
    return this.#clientSecret;
  }

  /** Everything but `clientSecret`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of `clientSecret`. */
  toString(): string {
    return "CreatedClientSecret";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedClientSecret ${inspect(this.toJSON(), options)}`;
  }
}

/** The emergency kit: what a person keeps, for example on paper, in case the password is lost. */
export class EmergencyKit {
  /** Name of the person. */
  readonly name: string;
  /** The e-mail address that the recovery code will be mailed to. */
  readonly email: string;

  readonly #backupKey: string;

  /** @internal */
  constructor(native: Binding.NativeEmergencyKit) {
    this.name = native.name;
    this.email = native.email;
    this.#backupKey = native.backupKey;
  }

  /**
   * The backup key, 32 hexadecimal characters. Together with a mailed code it replaces a lost
   * password.
   */
  get backupKey(): string {
    return this.#backupKey;
  }

  /** Everything but `backupKey`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `backupKey`. */
  toString(): string {
    return `EmergencyKit(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `EmergencyKit ${inspect(this.toJSON(), options)}`;
  }
}

/** An invitation to an organization. */
export class Invitation {
  /** The invited e-mail address. */
  readonly email: string;
  /** Id of the organization. */
  readonly organizationId: string;

  readonly #link: string | null;
  readonly #code: string | null;

  /** @internal */
  constructor(native: Binding.NativeInvitation) {
    this.email = native.email;
    this.organizationId = native.organizationId;
    this.#link = native.link;
    this.#code = native.code;
  }

  /** The link to send to the invited person; `null` if the server mails it. Its holder can join. */
  get link(): string | null {
    return this.#link;
  }

  /** The code in that link, for {@link Account.acceptInvitation}. */
  get code(): string | null {
    return this.#code;
  }

  /** Everything but `link` and `code`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of `link` and `code`. */
  toString(): string {
    return "Invitation";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `Invitation ${inspect(this.toJSON(), options)}`;
  }
}

/** A version of a secret that an audit event refers to. */
export class AuditedSecret {
  /** Number of the version, from 1. */
  readonly version: number;
  /** The secret's name in this version. */
  readonly name: string;

  readonly #value: string;

  /** @internal */
  constructor(native: Binding.NativeAuditedSecret) {
    this.version = native.version;
    this.name = native.name;
    this.#value = native.value;
  }

  /** The secret's value in this version. */
  get value(): string {
    return this.#value;
  }

  /** Everything but `value`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `value`. */
  toString(): string {
    return `AuditedSecret(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `AuditedSecret ${inspect(this.toJSON(), options)}`;
  }
}

/** A new service account with its keys, which are shown here once and kept nowhere. */
export class CreatedServiceAccount {
  /** The service account. */
  readonly info: ServiceAccount;
  /** The public key of the account, as base64. */
  readonly publicKey: string;
  /**
   * The public key of the user who created the account, as base64. Only this user can give it
   * access to projects. The account needs the key to open project keys, and servers do not send it.
   */
  readonly grantedBy: string;

  readonly #accessKey: string;
  readonly #privateKey: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedServiceAccount) {
    this.info = toServiceAccount(native.info);
    this.#accessKey = native.accessKey;
    this.publicKey = native.publicKey;
    this.#privateKey = native.privateKey;
    this.grantedBy = native.grantedBy;
  }

  /** The access key, `sa.<id>.<secret>`. */
  get accessKey(): string {
    return this.#accessKey;
  }

  /** The private key of the account, as base64. */
  get privateKey(): string {
    return this.#privateKey;
  }

  /** Everything but `accessKey` and `privateKey`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `accessKey` and `privateKey`. */
  toString(): string {
    return `CreatedServiceAccount(${this.info.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedServiceAccount ${inspect(this.toJSON(), options)}`;
  }
}

/** A new service token. Its text is shown here once and kept nowhere. */
export class CreatedServiceToken {
  /** The token's id, name, project and limits. */
  readonly info: ServiceTokenInfo;

  readonly #token: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedServiceToken) {
    this.#token = native.token;
    this.info = toServiceTokenInfo(native.info);
  }

  /** The token, `st.<id>.<secret>.<key>`. */
  get token(): string {
    return this.#token;
  }

  /** Everything but `token`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `token`. */
  toString(): string {
    return `CreatedServiceToken(${this.info.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedServiceToken ${inspect(this.toJSON(), options)}`;
  }
}

/** A part of a credential that the server made. */
export class LeaseCredential {
  /** Its name, which depends on the service: such as `DB_PASSWORD`. */
  readonly name: string;

  readonly #value: string;

  /** @internal */
  constructor(native: Binding.NativeLeaseCredential) {
    this.name = native.name;
    this.#value = native.value;
  }

  /** Its value. */
  get value(): string {
    return this.#value;
  }

  /** Everything but `value`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without `value`. */
  toString(): string {
    return `LeaseCredential(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `LeaseCredential ${inspect(this.toJSON(), options)}`;
  }
}

/** An entry of the metadata of a secret. Printing it does not show the value. */
export class SecretMetadata {
  /** The key. */
  readonly key: string;
  /** Whether the server stores the value encrypted, with a key that it has. */
  readonly encrypted: boolean;

  readonly #value: string;

  /** @internal */
  constructor(native: Binding.NativeSecretMetadata) {
    this.key = native.key;
    this.#value = native.value;
    this.encrypted = native.encrypted;
  }

  /** The value; it may be empty. */
  get value(): string {
    return this.#value;
  }

  /** Everything but `value`. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of `value`. */
  toString(): string {
    return "SecretMetadata";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `SecretMetadata ${inspect(this.toJSON(), options)}`;
  }
}
