import { inspect, type InspectOptions } from "node:util";

import { arrayOf, checkOptions, seconds, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import { type Permission } from "./service-tokens.js";
import {
  toServiceAccount,
  toServiceAccountKey,
  toServiceAccountPermission,
  type ServiceAccount,
  type ServiceAccountPermission,
  type ServiceAccountKey,
} from "./generated/records.js";

/** A new service account. Its access key and private key are told here once. */
export class CreatedServiceAccount {
  /** The account. */
  readonly info: ServiceAccount;
  /** Its public key, as base64. */
  readonly publicKey: string;
  /** Public key of the user who made it, which the credential needs. */
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

  /** Its private key, as base64. */
  get privateKey(): string {
    return this.#privateKey;
  }

  /** Everything but accessKey and privateKey. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of accessKey and privateKey. */
  toString(): string {
    return "CreatedServiceAccount";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedServiceAccount ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link ServiceAccounts.create}. */
export interface CreateServiceAccountOptions extends OrganizationOptions {
  /**
   * Seconds from now until it is to expire; never by default. Servers keep the time and do not heed
   * it.
   */
  expiresInSeconds?: number | undefined;
}

/** Options of {@link ServiceAccounts.grant}. */
export interface GrantServiceAccountOptions extends ProjectOptions {
  /** Slug of the environment; the client's by default. */
  environment?: string | undefined;
  /** What it may do there; only read by default. */
  permissions?: Permission[] | undefined;
  /**
   * SHA-256 of the account's public key in hexadecimal. With another key there, nothing is granted.
   */
  expectFingerprint?: string | undefined;
}

/**
 * Service accounts, on servers of May 2023. A program becomes one after {@link create} and a {@link
 * grant} for each environment; only the user who made an account manages it.
 *
 * Every call fails with {@link UnsupportedByServerError} on later servers, which have machine
 * identities instead, and with {@link PermissionDeniedError} for other credentials than a user's,
 * or for another user.
 */
export class ServiceAccounts {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Makes an account with a key pair that is made here; the private key is never sent. Alone it can
   * do nothing.
   *
   * @throws {@link InvalidInputError} for an empty name, or if the user belongs to several
   *   organizations and none is named; {@link NotFoundError} for an unknown organization; {@link
   *   KeyUnavailableError} if the credential opens no private key of the user, who could grant
   *   nothing.
   */
  async create(
    name: string,
    options: CreateServiceAccountOptions = {},
  ): Promise<CreatedServiceAccount> {
    text("name", name);
    options = checkOptions(options, { ...ORGANIZATION_OPTIONS, expiresInSeconds: seconds });
    const { organization, expiresInSeconds: expiresIn } = options;
    return new CreatedServiceAccount(
      await run(options, (call) =>
        this.#client.createServiceAccount(call, name, organization, expiresIn),
      ),
    );
  }

  /**
   * Every account of an organization, whoever made it. For its owners and administrators.
   *
   * @throws {@link InvalidInputError} if the user belongs to several organizations and none is
   *   named; {@link NotFoundError} for an unknown organization.
   */
  async list(options: OrganizationOptions = {}): Promise<ServiceAccount[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    const found = await run(options, (call) =>
      this.#client.listServiceAccounts(call, organization),
    );
    return found.map(toServiceAccount);
  }

  /**
   * Gives an account another name.
   *
   * @throws {@link NotFoundError} if there is none of that id; {@link InvalidInputError} for an
   *   empty name.
   */
  async rename(id: string, newName: string, options: CallOptions = {}): Promise<ServiceAccount> {
    text("id", id);
    text("newName", newName);
    options = checkOptions(options, CALL_OPTIONS);
    return toServiceAccount(
      await run(options, (call) => this.#client.renameServiceAccount(call, id, newName)),
    );
  }

  /**
   * Deletes an account with its permissions and copies of keys. Its access key stops working.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteServiceAccount(call, id));
  }

  /**
   * Where an account may work, and what it may do there.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async permissions(id: string, options: CallOptions = {}): Promise<ServiceAccountPermission[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) =>
      this.#client.listServiceAccountPermissions(call, id),
    );
    return found.map(toServiceAccountPermission);
  }

  /**
   * The copies of project keys that an account has.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async keys(id: string, options: CallOptions = {}): Promise<ServiceAccountKey[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listServiceAccountKeys(call, id));
    return found.map(toServiceAccountKey);
  }

  /**
   * Lets an account into an environment and gives it the project key, sealed here to its public
   * key.
   *
   * @throws {@link NotFoundError} if there is no such account, project or environment; {@link
   *   ConflictError} if it may work there already; {@link KeyUnavailableError} if the user has no
   *   project key to share; {@link IntegrityViolationError} if the account's public key is not the
   *   expected one, or unsafe.
   */
  async grant(
    id: string,
    options: GrantServiceAccountOptions = {},
  ): Promise<ServiceAccountPermission> {
    text("id", id);
    options = checkOptions(options, {
      ...PROJECT_OPTIONS,
      environment: text,
      permissions: arrayOf(text),
      expectFingerprint: text,
    });
    const { project, environment, permissions, expectFingerprint } = options;
    const grant = { project, environment, permissions, expectFingerprint };
    return toServiceAccountPermission(
      await run(options, (call) => this.#client.grantServiceAccount(call, id, grant)),
    );
  }

  /**
   * Takes a permission back, and with the last one of a project the account's copy of its key.
   *
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
}
