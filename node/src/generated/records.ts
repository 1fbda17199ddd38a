// What calls return. Written by `make generate` from `bindings/surface` and core's documentation.
// Do not edit.
import type * as Binding from "../binding.js";
import { AuditedSecret } from "../audit-logs.js";
import { type SecretFailure, toDate, toSecretFailure } from "../secret.js";
import { type Permission } from "../service-tokens.js";

/** One thing the server says of an event. */
export interface AuditDetail {
  /** Its name. */
  name: string;
  /** Its value; JSON if it is not text. */
  value: string;
}

/** What a member may not do in an environment. */
export interface DeniedPermission {
  /** Slug of the environment. */
  environment: string;
  /** `read` or `write`, of secrets. */
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

/** An account that was just made. */
export interface NewAccount {
  /** The user's id. */
  userId: string;
  /** The address signed up with. Log in with the same spelling: it is part of the proof. */
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

/** A log-in that still counts. */
export interface Session {
  /** The session's id. */
  id: string;
  /** Where it was begun from, as the server saw it, where the server tells. */
  ipAddress: string | null;
  /** The program that began it, where the server tells. */
  userAgent: string | null;
  /** When it began. */
  createdAt: Date | null;
  /** When it was last used. */
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
  /** When it was last used; at first, when it was made. */
  lastUsed: Date | null;
  /** When it stops working. */
  expiresAt: Date | null;
  /** When it was made. */
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

/** Something that happened in a project. */
export interface AuditEvent {
  /** The event's id; of several events of one May 2023 log, each has its own. */
  id: string;
  /** What happened, by the server's own name. */
  event: string;
  /**
   * `user`, `service_token`, `service_account`, `identity`, or `unknown` for one that is gone or of
   * another kind.
   */
  actorType: string;
  /** The actor's id. */
  actorId: string | null;
  /** The e-mail address of a user, the name of another actor. */
  actorName: string | null;
  /** Where the request came from, as the server saw it. */
  ipAddress: string | null;
  /** The program that sent it, on servers since 2024. */
  userAgent: string | null;
  /** What kind of program the server took it for, such as `web`, `cli` or `other`. */
  channel: string | null;
  /** The project. */
  projectId: string | null;
  /** When. */
  createdAt: Date | null;
  /**
   * What else the server says of it, such as `environment` or `numberOfSecrets`. What is not text
   * is JSON.
   */
  details: AuditDetail[];
}

/** @internal */
export function toAuditEvent(native: Binding.NativeAuditEvent): AuditEvent {
  return { ...native, createdAt: toDate(native.createdAt) };
}

/** Somebody who can be found in an audit log. */
export interface AuditActor {
  /** As in {@link AuditEvent.actorType}. */
  actorType: string;
  /** The actor's id. */
  id: string | null;
  /** The e-mail address of a user, the name of another actor. */
  name: string | null;
}

/** A page of an audit log. */
export interface AuditLogPage {
  /** What happened, newest first. It may be empty though another page follows. */
  events: AuditEvent[];
  /** Where the next page begins; `null` after the last. */
  next: string | null;
}

/** @internal */
export function toAuditLogPage(native: Binding.NativeAuditLogPage): AuditLogPage {
  return { ...native, events: native.events.map((it) => toAuditEvent(it)) };
}

/** What an event did to one secret. */
export interface AuditChange {
  /** The secret's id. */
  secretId: string;
  /** Slug of its environment. */
  environment: string;
  /** The secret as it was; `null` if it was made or only read. */
  before: AuditedSecret | null;
  /** The secret as it is since then, or was when it was read; `null` if it was deleted. */
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

/** A member of an organization, or somebody invited to it. */
export interface OrganizationMember {
  /** The id of the membership, by which members are changed and removed. */
  id: string;
  /**
   * The user's id; `null` on May 2023 servers for an invited person without an account. Later
   * servers assign one at once.
   */
  userId: string | null;
  /** E-mail address. */
  email: string;
  /** First name; empty while somebody without an account is invited. */
  firstName: string;
  /** Last name, likewise. */
  lastName: string;
  /** The role: `owner` (May 2023), `admin`, `member`, `no-access` (2024) or a role of its own. */
  role: string;
  /** `accepted`, or `invited` until the invitation is taken up. */
  status: string;
  /** The user's public key, 32 bytes as base64; `null` without a usable key. */
  publicKey: string | null;
  /** SHA-256 of the user's public key, as hexadecimal; `null` without a usable key. */
  publicKeyFingerprint: string | null;
}

/** Whom the server tells of incidents in an organization. */
export interface IncidentContact {
  /** The contact's id. */
  id: string;
  /** The address. */
  email: string;
}

/** A member of a project. */
export interface Member {
  /** The id of the membership, by which members are changed and removed. */
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
   * The member's roles: `admin`, `member`, on 2024 servers also others. More than one, temporary
   * ones included, only since June 2024.
   */
  roles: string[];
  /** The member's public key, 32 bytes as base64; `null` without a usable key. */
  publicKey: string | null;
  /**
   * SHA-256 of the member's public key, as hexadecimal, to compare with what that user sees; `null`
   * without a usable key.
   */
  publicKeyFingerprint: string | null;
  /** What the member may not do, on May 2023 servers; later it is empty, for roles say it. */
  deniedPermissions: DeniedPermission[];
}

/** @internal */
export function toMember(native: Binding.NativeMember): Member {
  return {
    ...native,
    deniedPermissions: native.deniedPermissions.map((it) => toDeniedPermission(it)),
  };
}

/** That somebody is no longer a member. */
export interface RemovedMember {
  /** The id the membership had. */
  id: string;
  /** For people: that the removed person may still know project keys, and what to do about it. */
  warning: string;
}

/** A machine identity. */
export interface Identity {
  /** The identity's id. */
  id: string;
  /** Its name. */
  name: string;
  /**
   * Its role in the organization: `admin`, `member`, `no-access` or one of the organization's own.
   */
  role: string;
}

/** A project that a machine identity is in. */
export interface IdentityProject {
  /** The project's id. */
  projectId: string;
  /** Its name, where the server tells. */
  projectName: string | null;
  /** The identity's roles there, as in {@link ProjectIdentity.roles}. */
  roles: string[];
}

/** How a machine identity logs in by universal auth. */
export interface UniversalAuth {
  /** What it logs in with, beside a client secret. */
  clientId: string;
  /** Seconds an access token lasts unless it is renewed; 0 for ever. */
  accessTokenTtlSeconds: number;
  /** Seconds it lasts however often it is renewed; 0 for ever. */
  accessTokenMaxTtlSeconds: number;
  /** How many requests it is good for; `null` if there is no limit. */
  accessTokenMaxUses: number | null;
  /** From where client secrets are taken: addresses, or ranges such as `10.0.0.0/8`. */
  clientSecretTrustedIps: string[];
  /** From where access tokens are taken, in the same form. */
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

/** What the access tokens made for a machine identity are good for. */
export interface TokenAuth {
  /** Seconds an access token lasts unless it is renewed; 0 for ever. */
  accessTokenTtlSeconds: number;
  /** Seconds it lasts however often it is renewed; 0 for ever. */
  accessTokenMaxTtlSeconds: number;
  /** How many requests it is good for; `null` if there is no limit. */
  accessTokenMaxUses: number | null;
  /** From where it is taken: addresses, or ranges such as `10.0.0.0/8`. */
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

/** An access token that was made for a machine identity, without its text. */
export interface AccessTokenInfo {
  /** The token's id. */
  id: string;
  /** What it is for, for people; may be empty. */
  name: string;
  /** When it was made, where the server tells. */
  createdAt: Date | null;
  /** When it was last used; `null` if never, or where the server does not tell. */
  lastUsed: Date | null;
  /** How many requests it was used for, where the server tells. */
  uses: number | null;
  /** Whether it was revoked. */
  isRevoked: boolean;
}

/** @internal */
export function toAccessTokenInfo(native: Binding.NativeAccessTokenInfo): AccessTokenInfo {
  return { ...native, createdAt: toDate(native.createdAt), lastUsed: toDate(native.lastUsed) };
}

/** Users who are given access together. */
export interface Group {
  /** The group's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug. */
  slug: string;
  /**
   * Its role in the organization: `admin`, `member`, `no-access` or one of the organization's own.
   */
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

/** That a group is in a project. */
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
   * Its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of one that the
   * project defines.
   */
  roles: string[];
}

/** A client secret of a machine identity, without its text. */
export interface ClientSecretInfo {
  /** The client secret's id. */
  id: string;
  /** What it is for, for people; may be empty. */
  description: string;
  /** Its first characters, by which people tell several apart. They do not help to guess it. */
  prefix: string;
  /** When it was made, where the server tells. */
  createdAt: Date | null;
  /** When it stops working; `null` if never, or where the server does not tell. */
  expiresAt: Date | null;
  /** How many log-ins it was used for, where the server tells. */
  uses: number | null;
  /** How many it may be used for; `null` without a limit, or where the server does not tell. */
  maxUses: number | null;
}

/** @internal */
export function toClientSecretInfo(native: Binding.NativeClientSecretInfo): ClientSecretInfo {
  return { ...native, createdAt: toDate(native.createdAt), expiresAt: toDate(native.expiresAt) };
}

/** That a machine identity is in a project. */
export interface ProjectIdentity {
  /** The membership's id. */
  id: string;
  /** The identity's id. */
  identityId: string;
  /** The identity's name. */
  name: string;
  /**
   * Its roles in the project: `admin`, `member`, `viewer`, `no-access` or the slug of one that the
   * project defines.
   */
  roles: string[];
}

/** A service account, without anything secret. */
export interface ServiceAccount {
  /** The account's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The organization it belongs to. */
  organizationId: string;
  /** SHA-256 of its public key, as hexadecimal; `null` if the server names no usable key. */
  publicKeyFingerprint: string | null;
  /** When it was to expire; `null` if never. */
  expiresAt: Date | null;
}

/** @internal */
export function toServiceAccount(native: Binding.NativeServiceAccount): ServiceAccount {
  return { ...native, expiresAt: toDate(native.expiresAt) };
}

/** That a service account may work in an environment. */
export interface ServiceAccountPermission {
  /** The permission's id. */
  id: string;
  /** The project. */
  projectId: string;
  /** Slug of the environment. */
  environment: string;
  /** What it may do there. */
  permissions: Permission[];
}

/** @internal */
export function toServiceAccountPermission(
  native: Binding.NativeServiceAccountPermission,
): ServiceAccountPermission {
  return { ...native, permissions: native.permissions as Permission[] };
}

/** That a service account has a copy of a project key. */
export interface ServiceAccountKey {
  /** The copy's id. */
  id: string;
  /** The project whose key it is. */
  projectId: string;
  /** When the copy was made, where the server tells. */
  createdAt: Date | null;
}

/** @internal */
export function toServiceAccountKey(native: Binding.NativeServiceAccountKey): ServiceAccountKey {
  return { ...native, createdAt: toDate(native.createdAt) };
}

/** A service token, without anything secret. */
export interface ServiceTokenInfo {
  /** The token's id. */
  id: string;
  /** Its name. */
  name: string;
  /** The project it opens. */
  projectId: string;
  /** Where it may be used. */
  scopes: ServiceTokenScope[];
  /** What it may do. */
  permissions: Permission[];
  /** When it stops working; `null` if never. */
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
  /** Its id; `null` on May 2023 servers, and where an API key asks. */
  id: string | null;
  /** Its name, for people. */
  name: string;
  /** Its slug, for calls. */
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
  /** The organization it belongs to, where the server tells. */
  organizationId: string | null;
  /** Whether the server's own pages write names of secrets in capitals, where the server tells. */
  autoCapitalization: boolean | null;
  /** Its environments, in the server's order. */
  environments: Environment[];
}

/** A name that several secrets of one environment and folder share. */
export interface DuplicateName {
  /** The name. */
  name: string;
  /** Slug of the environment. */
  environment: string;
  /** The secrets' ids. */
  ids: string[];
}

/** What became of the names of a project's secrets. */
export interface BlindIndexReport {
  /** How many secrets were named; 0 if all had an index before. */
  named: number;
  /**
   * Names that several secrets of one place share: by name only one of them is found. Rename or
   * delete the others.
   */
  duplicates: DuplicateName[];
  /** Secrets whose name does not decrypt or is empty, which got no index. */
  failures: SecretFailure[];
}

/** @internal */
export function toBlindIndexReport(native: Binding.NativeBlindIndexReport): BlindIndexReport {
  return { ...native, failures: native.failures.map((it) => toSecretFailure(it)) };
}

/** What the server can do, and how the secrets of this client pass. */
export interface Capabilities {
  /** The release the server resembles: `may23`, `feb24`, `jun24` or `modern`. */
  server: string;
  /**
   * Whether this library was held against a running server of that release. `modern` follows public
   * source alone.
   */
  verified: boolean;
  /**
   * Whether secrets can lie in folders, and calls about them take a path. Not in May 2023, whose
   * servers have folders without a way to a secret in one by its name.
   */
  folders: boolean;
  /** Whether folders can import others. */
  secretImports: boolean;
  /** Whether machine identities can log in. */
  machineIdentities: boolean;
  /**
   * Whether this client's secrets are end-to-end encrypted. Of a user who allows plaintext, in the
   * client's default project.
   */
  endToEndEncrypted: boolean;
  /** The routes they pass by: `encrypted_v3`, `raw_v3` or `raw_v4`. */
  secretsRoute: string;
}

/** That a project's key could be opened, and who sealed it. */
export interface OpenedKey {
  /** The project. */
  projectId: string;
  /**
   * SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare with
   * what that user sees; `null` for a service token, whose copy nobody seals.
   */
  sealedBy: string | null;
}

/** A folder. */
export interface Folder {
  /** The folder's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its whole path, such as `/backend/jobs`. */
  path: string;
  /** When it was made, where the server tells. */
  createdAt: Date | null;
  /** When it was last changed, where the server tells. */
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
  /** Its name, for people. */
  name: string;
  /** Its slug, for calls. */
  slug: string;
  /** Its colour in the web page; `null` if it has none, and on May 2023 servers. */
  color: string | null;
}

/** That a folder imports the secrets of another. */
export interface SecretImport {
  /** The import's id. */
  id: string;
  /** Slug of the environment it imports from. */
  environment: string;
  /** The folder it imports. */
  path: string;
  /** Its position among the folder's imports, from 1. Later ones win. */
  position: number;
}

/** What moving secrets did. */
export interface MoveResult {
  /**
   * Names of the secrets that were moved. Not among them is one that an earlier, interrupted call
   * had moved.
   */
  moved: string[];
  /** Whether the source changed. */
  sourceUpdated: boolean;
  /** Whether the destination changed; false if it already had all the secrets. */
  destinationUpdated: boolean;
}

/** A request that a change be approved. */
export interface Approval {
  /** The request's id. */
  id: string;
  /** Its state as the server names it: `open`, as long as nobody has decided. */
  status: string;
}

/** That a snapshot was taken. */
export interface Snapshot {
  /** The snapshot's id. */
  id: string;
  /** Counts the snapshots of the project from 1, on May 2023 servers. */
  version: number | null;
  /** When it was taken. */
  createdAt: Date | null;
  /** Slug of its environment; `null` on May 2023 servers, where it is of all. */
  environment: string | null;
  /** Id of its folder; `null` on May 2023 servers. */
  folderId: string | null;
}

/** @internal */
export function toSnapshot(native: Binding.NativeSnapshot): Snapshot {
  return { ...native, createdAt: toDate(native.createdAt) };
}
