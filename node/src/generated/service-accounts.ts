// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, seconds, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import type { Permission } from "../choices.js";
import {
  type ProjectOptions,
  type OrganizationOptions,
  PROJECT_OPTIONS,
  ORGANIZATION_OPTIONS,
} from "./options.js";
import {
  CreatedServiceAccount,
  type ServiceAccount,
  type ServiceAccountPermission,
  type ServiceAccountKey,
  toServiceAccount,
  toServiceAccountPermission,
  toServiceAccountKey,
} from "./records.js";

/** Options of {@link ServiceAccounts.create}. */
export interface CreateServiceAccountOptions extends OrganizationOptions {
  /**
   * How long the account is valid, in whole seconds; forever by default. Servers of May 2023 store
   * the time and ignore it.
   */
  expiresInSeconds?: number | undefined;
}

/** @internal */
export const CREATE_SERVICE_ACCOUNT_OPTIONS = {
  ...ORGANIZATION_OPTIONS,
  expiresInSeconds: seconds,
};

/** Options of {@link ServiceAccounts.grant}. */
export interface GrantServiceAccountOptions extends ProjectOptions {
  /** Slug of the environment; the client's by default. */
  environment?: string | undefined;
  /** What the account may do there: `read`, `write` or both; only `read` by default. */
  permissions?: Permission[] | undefined;
  /**
   * The fingerprint of the public key to seal to, learned from its owner and not from the server,
   * in any form of a `Fingerprint`. With any other key the call fails and nothing is sealed. Not
   * checked by default.
   */
  expectFingerprint?: string | undefined;
}

/** @internal */
export const GRANT_SERVICE_ACCOUNT_OPTIONS = {
  ...PROJECT_OPTIONS,
  environment: text,
  permissions: arrayOf(text),
  expectFingerprint: text,
};

/**
 * Service accounts, on servers of May 2023.
 *
 * A program acts as a service account after {@link ServiceAccounts.create}, and a {@link
 * ServiceAccounts.grant} for each environment. Only the user who created an account manages it.
 *
 * Every method fails with {@link UnsupportedByServerError} on later servers, which have machine
 * identities instead. It fails with {@link PermissionDeniedError} if the credential is an API key
 * or not a user's, or for an account of another user. A text that cannot be an id fails with {@link
 * InvalidInputError}.
 *
 * Protocol: `/api/v2/service-accounts`.
 */
export class ServiceAccounts {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Creates a service account with a key pair. The client generates the key pair and never sends
   * the private key. Alone the account can do nothing: it needs a {@link ServiceAccounts.grant}.
   *
   * The access key and the private key are only in the result; they cannot be shown again.
   *
   * @param name - The account's name, for people.
   * @throws {@link InvalidInputError} if the name is empty or has white space around it, for a time
   *   below one second, or if the user does not belong to exactly one organization and neither the
   *   call nor the client names one.
   * @throws {@link NotFoundError} if there is no such organization or the user is not a member.
   * @throws {@link KeyUnavailableError} if the credential opens no private key of the user, who
   *   could then grant nothing.
   */
  async create(
    name: string,
    options: CreateServiceAccountOptions = {},
  ): Promise<CreatedServiceAccount> {
    text("name", name);
    options = checkOptions(options, CREATE_SERVICE_ACCOUNT_OPTIONS);
    const { organization, expiresInSeconds } = options;
    const found = await run(options, (call) =>
      this.#client.createServiceAccount(call, name, organization, expiresInSeconds),
    );
    return new CreatedServiceAccount(found);
  }

  /**
   * Lists every service account of an organization, also those of other users. Only owners and
   * administrators of the organization may do this.
   *
   * @throws {@link InvalidInputError} if the user does not belong to exactly one organization and
   *   neither the call nor the client names one.
   * @throws {@link NotFoundError} if there is no such organization or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an owner or administrator of the
   *   organization.
   */
  async list(options: OrganizationOptions = {}): Promise<ServiceAccount[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    const found = await run(options, (call) =>
      this.#client.listServiceAccounts(call, organization),
    );
    return found.map((it) => toServiceAccount(it));
  }

  /**
   * Renames a service account.
   *
   * @param id - The service account's id.
   * @param newName - The new name.
   * @throws {@link NotFoundError} if there is no service account of that id.
   * @throws {@link InvalidInputError} if the name is empty or has white space around it.
   */
  async rename(id: string, newName: string, options: CallOptions = {}): Promise<ServiceAccount> {
    text("id", id);
    text("newName", newName);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) =>
      this.#client.renameServiceAccount(call, id, newName),
    );
    return toServiceAccount(found);
  }

  /**
   * Deletes a service account with its permissions and copies of keys. Its access key stops
   * working.
   *
   * @param id - The service account's id.
   * @throws {@link NotFoundError} if there is no service account of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteServiceAccount(call, id));
  }

  /**
   * Lists where a service account has access, and what it may do there.
   *
   * @param id - The service account's id.
   * @throws {@link NotFoundError} if there is no service account of that id.
   */
  async permissions(id: string, options: CallOptions = {}): Promise<ServiceAccountPermission[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) =>
      this.#client.listServiceAccountPermissions(call, id),
    );
    return found.map((it) => toServiceAccountPermission(it));
  }

  /**
   * Gives a service account access to an environment, and the project key. The client seals the key
   * to the account's public key. By default the account may only read there.
   *
   * With `expectFingerprint`, the fingerprint of the account's public key, nothing is granted if
   * the server shows another key.
   *
   * @param id - The service account's id.
   * @throws {@link NotFoundError} if there is no such account, project or environment, or the user
   *   is not a member.
   * @throws {@link ConflictError} if the account has access to the environment already.
   * @throws {@link KeyUnavailableError} if the user has no key of the project to share, or if the
   *   credential opens no private key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link IntegrityViolationError} if the account's public key is not the expected one, or
   *   is not safe to seal to, or if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is granted.
   * @throws {@link TamperingSuspectedError} if the trust store of the client knows another public
   *   key of the account, unless `expectFingerprint` confirms the new one. Nothing is granted then.
   * @throws {@link InvalidInputError} if no permission is given or there is no such permission, if
   *   the fingerprint is in no form of a fingerprint, or if neither the call nor the client names
   *   the project and the environment.
   * @throws {@link PermissionDeniedError} if the user may not do in the environment what is to be
   *   granted.
   */
  async grant(
    id: string,
    options: GrantServiceAccountOptions = {},
  ): Promise<ServiceAccountPermission> {
    text("id", id);
    options = checkOptions(options, GRANT_SERVICE_ACCOUNT_OPTIONS);
    const { project, environment, permissions, expectFingerprint } = options;
    const found = await run(options, (call) =>
      this.#client.grantServiceAccount(call, id, {
        project,
        environment,
        permissions,
        expectFingerprint,
      }),
    );
    return toServiceAccountPermission(found);
  }

  /**
   * Takes a permission back from a service account. With its last permission in a project, the
   * account also loses its copy of the project key.
   *
   * @param id - The service account's id.
   * @param permissionId - The id of the permission, as {@link ServiceAccounts.permissions} lists
   *   it.
   * @throws {@link NotFoundError} if there is no such account or permission.
   */
  async revoke(id: string, permissionId: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    text("permissionId", permissionId);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) =>
      this.#client.revokeServiceAccountPermission(call, id, permissionId),
    );
  }

  /**
   * Lists the project keys that a service account has a copy of.
   *
   * There is one for each project that it has access to. Each copy is sealed to the account's
   * public key, and the key itself is not shown. After {@link ServiceAccounts.revoke} the list
   * shows whether the account still has a copy.
   *
   * @param id - The service account's id.
   * @throws {@link NotFoundError} if there is no service account of that id.
   */
  async keys(id: string, options: CallOptions = {}): Promise<ServiceAccountKey[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listServiceAccountKeys(call, id));
    return found.map((it) => toServiceAccountKey(it));
  }
}
