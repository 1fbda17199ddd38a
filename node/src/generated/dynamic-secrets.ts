// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, flag, seconds, text } from "../arguments.js";
import { run } from "../call.js";
import { type LocationOptions, LOCATION_OPTIONS } from "./options.js";
import {
  type DynamicSecret,
  type Lease,
  type CreatedLease,
  toDynamicSecret,
  toLease,
  toCreatedLease,
} from "./records.js";

/** Options of {@link DynamicSecrets.createLease}. */
export interface CreateLeaseDynamicSecretOptions extends LocationOptions {
  /**
   * How long the lease lasts, in whole seconds and at least one minute; by default as long as the
   * dynamic secret says.
   */
  ttlSeconds?: number | undefined;
}

/** @internal */
export const CREATE_LEASE_DYNAMIC_SECRET_OPTIONS = { ...LOCATION_OPTIONS, ttlSeconds: seconds };

/** Options of {@link DynamicSecrets.renewLease}. */
export interface RenewLeaseDynamicSecretOptions extends LocationOptions {
  /**
   * How much longer the lease lasts, in whole seconds and at least one minute; by default as long
   * as the dynamic secret says.
   */
  ttlSeconds?: number | undefined;
}

/** @internal */
export const RENEW_LEASE_DYNAMIC_SECRET_OPTIONS = { ...LOCATION_OPTIONS, ttlSeconds: seconds };

/** Options of {@link DynamicSecrets.revokeLease}. */
export interface RevokeLeaseDynamicSecretOptions extends LocationOptions {
  /**
   * Whether the server forgets the lease even if the service did not let it remove the credential,
   * which then stays valid; `false` by default.
   */
  force?: boolean | undefined;
}

/** @internal */
export const REVOKE_LEASE_DYNAMIC_SECRET_OPTIONS = { ...LOCATION_OPTIONS, force: flag };

/**
 * Dynamic secrets, on servers since June 2024.
 *
 * The server makes a credential of a database or another service when a program asks for one, and
 * removes it after a time.
 *
 * **This is not end-to-end encryption.** The server makes these credentials and knows them. A
 * client that requires end-to-end encryption lists and revokes leases, and refuses to create one.
 *
 * An administrator defines dynamic secrets in the web interface. Servers need a license for them:
 * without one, they create and renew no leases.
 *
 * Every method fails with {@link UnsupportedByServerError} on older servers. It fails with {@link
 * PermissionDeniedError} for service tokens, service accounts and API keys, or if the role does not
 * allow it. It fails with {@link NotFoundError} if there is no such project, environment or folder,
 * or if the caller is not a member. It fails with {@link InvalidInputError} if the project or the
 * environment is missing, and with {@link IntegrityViolationError} if the server answers with
 * another dynamic secret or lease.
 *
 * Protocol: `/api/v1/dynamic-secrets`.
 */
export class DynamicSecrets {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the dynamic secrets of a folder, without those of its sub-folders.
   *
   * @throws {@link NotFoundError} if there is no such project, environment or folder, or if the
   *   caller is not a member.
   */
  async list(options: LocationOptions = {}): Promise<DynamicSecret[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.listDynamicSecrets(call, { project, environment, path }),
    );
    return found.map((it) => toDynamicSecret(it));
  }

  /**
   * Returns one dynamic secret of a folder. It comes from the list of the folder: asked for one,
   * servers also send the credential with which they make the others.
   *
   * @param name - The name of the dynamic secret, in lower case.
   * @throws {@link NotFoundError} if there is no such dynamic secret, project, environment or
   *   folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the name is empty, `.`, `..`, longer than 100 UTF-16 units
   *   or not in lower case.
   */
  async get(name: string, options: LocationOptions = {}): Promise<DynamicSecret> {
    text("name", name);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.getDynamicSecret(call, name, { project, environment, path }),
    );
    return toDynamicSecret(found);
  }

  /**
   * Has the server make a credential, and returns it. The server keeps no copy for later: this is
   * the only time that it is shown.
   *
   * A lease that was created although the call failed ends by itself. {@link DynamicSecrets.leases}
   * lists it.
   *
   * @param name - The name of the dynamic secret, in lower case.
   * @throws {@link UnsupportedByServerError} if the client requires end-to-end encryption, before
   *   anything is sent; and if the server's license does not include dynamic secrets.
   * @throws {@link NotFoundError} if there is no such dynamic secret, project, environment or
   *   folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the name is empty, `.`, `..`, longer than 100 UTF-16 units
   *   or not in lower case, if the time is shorter than one minute or longer than the dynamic
   *   secret allows, or if there are too many leases.
   */
  async createLease(
    name: string,
    options: CreateLeaseDynamicSecretOptions = {},
  ): Promise<CreatedLease> {
    text("name", name);
    options = checkOptions(options, CREATE_LEASE_DYNAMIC_SECRET_OPTIONS);
    const { ttlSeconds, project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.createLease(call, name, ttlSeconds, { project, environment, path }),
    );
    return toCreatedLease(found);
  }

  /**
   * Lists the leases of a dynamic secret, without their credentials.
   *
   * @param name - The name of the dynamic secret, in lower case.
   * @throws {@link NotFoundError} if there is no such dynamic secret, project, environment or
   *   folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the name is empty, `.`, `..`, longer than 100 UTF-16 units
   *   or not in lower case.
   */
  async leases(name: string, options: LocationOptions = {}): Promise<Lease[]> {
    text("name", name);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.listLeases(call, name, { project, environment, path }),
    );
    return found.map((it) => toLease(it));
  }

  /**
   * Returns one lease, without its credential.
   *
   * @param id - The lease's id.
   * @throws {@link NotFoundError} if there is no such lease in the folder, or no such project,
   *   environment or folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the id is malformed.
   */
  async getLease(id: string, options: LocationOptions = {}): Promise<Lease> {
    text("id", id);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.getLease(call, id, { project, environment, path }),
    );
    return toLease(found);
  }

  /**
   * Lets a lease last longer. Its credential stays the same.
   *
   * @param id - The lease's id.
   * @throws {@link NotFoundError} if there is no such lease in the folder, or no such project,
   *   environment or folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the id is malformed, if the time is shorter than one
   *   minute, or if the lease would last longer than the dynamic secret allows.
   * @throws {@link UnsupportedByServerError} if the server's license does not include dynamic
   *   secrets.
   */
  async renewLease(id: string, options: RenewLeaseDynamicSecretOptions = {}): Promise<Lease> {
    text("id", id);
    options = checkOptions(options, RENEW_LEASE_DYNAMIC_SECRET_OPTIONS);
    const { ttlSeconds, project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.renewLease(call, id, ttlSeconds, { project, environment, path }),
    );
    return toLease(found);
  }

  /**
   * Ends a lease: the server removes its credential.
   *
   * @param id - The lease's id.
   * @throws {@link NotFoundError} if there is no such lease in the folder, or no such project,
   *   environment or folder, or if the caller is not a member.
   * @throws {@link InvalidInputError} if the id is malformed.
   * @throws {@link ServerErrorError} if the service did not let the server remove the credential,
   *   which may still be valid. The server tries again.
   */
  async revokeLease(id: string, options: RevokeLeaseDynamicSecretOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, REVOKE_LEASE_DYNAMIC_SECRET_OPTIONS);
    const { force = false, project, environment, path } = options;
    await run(options, (call) =>
      this.#client.revokeLease(call, id, force, { project, environment, path }),
    );
  }
}
