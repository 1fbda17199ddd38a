import { checkOptions, flag, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import {
  toBlindIndexReport,
  type BlindIndexReport,
  type OpenedKey,
  type Project,
} from "./generated/records.js";

/** Projects and their keys. */
export class Projects {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Makes a project whose key is made here and sealed to the user. On servers since June 2024 the
   * server makes the key, and this opens and checks it.
   *
   * Servers before take two steps. A project of that name which was left between them, with no key
   * and nothing in it, is finished instead of making another; so after an interruption call it
   * again. Do not make two projects of one name at the same moment.
   *
   * @throws {@link InvalidInputError} if the user belongs to several organizations and none is
   *   named; {@link PermissionDeniedError} for other credentials than a user's.
   */
  async create(name: string, options: OrganizationOptions = {}): Promise<Project> {
    text("name", name);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.createProject(call, name, organization));
  }

  /**
   * Every project the user is a member of.
   *
   * @throws {@link PermissionDeniedError} for a service token.
   */
  async list(options: CallOptions = {}): Promise<Project[]> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listProjects(call));
  }

  /**
   * One project, by id.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member.
   */
  async get(id: string, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getProject(call, id));
  }

  /**
   * Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
   * whether this credential can decrypt.
   *
   * @throws {@link KeyUnavailableError} if nobody has shared the key with the user yet, or the
   *   credential opens no private key; {@link DecryptionFailedError} if the copy was changed.
   */
  async openKey(id: string, options: CallOptions = {}): Promise<OpenedKey> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.openProjectKey(call, id));
  }

  /**
   * Gives a project another name; its slug stays.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member;
   *   {@link PermissionDeniedError} if the user may not; {@link InvalidInputError} for a blank name.
   */
  async rename(id: string, name: string, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.renameProject(call, id, name));
  }

  /**
   * Deletes a project with every secret in it. There is no way back.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member;
   *   {@link PermissionDeniedError} if the user is no administrator of it.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteProject(call, id));
  }

  /**
   * Whether the server's own pages write names of secrets in capitals. Names stored by this library
   * stay as given.
   *
   * @throws {@link PermissionDeniedError} if the user may not.
   */
  async setAutoCapitalization(
    id: string,
    enabled: boolean,
    options: CallOptions = {},
  ): Promise<Project> {
    text("id", id);
    flag("enabled", enabled);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.setAutoCapitalization(call, id, enabled));
  }

  /**
   * How many versions of each secret and folder the server is to keep, on servers since June 2024.
   * What is beyond that, it deletes for good.
   *
   * @param limit From 1 to 100.
   * @throws {@link InvalidInputError} for another limit; {@link UnsupportedByServerError} on older
   *   servers; {@link NotFoundError} if there is no such project or the user is not a member;
   *   {@link PermissionDeniedError} if the user is no administrator of it, and for programs and API
   *   keys.
   */
  async setVersionLimit(id: string, limit: number, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    wholeNumber("limit", limit);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.setVersionLimit(call, id, limit));
  }

  /**
   * Takes the user out of a project, on servers since June 2024, and forgets its key. Whoever
   * wants back in has to be invited.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member; {@link
   *   PermissionDeniedError} for its only administrator, and for programs and API keys; {@link
   *   UnsupportedByServerError} on older servers, and for an end-to-end encrypted project, which
   *   was made on one: there an administrator removes the member.
   */
  async leave(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.leaveProject(call, id));
  }

  /**
   * Gives the server the key, and with it every secret the project has, had or will have: that ends
   * its end-to-end encryption. Nothing happens if the server has the key already, as of every project
   * made since June 2024.
   *
   * @throws {@link KeyUnavailableError} if the user has no key of the project;
   *   {@link IntegrityViolationError} if the server's public key is unsafe. Then nothing is given.
   */
  async shareKeyWithServer(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.shareKeyWithServer(call, id));
  }

  /**
   * Asks the server to delete its copy of the key. It may have kept the key and whatever it read.
   * Nothing happens if it has none.
   *
   * @throws {@link UnsupportedByServerError} if the server made the key.
   */
  async stopSharingKeyWithServer(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.stopSharingKeyWithServer(call, id));
  }

  /**
   * Whether the server says it has a copy of the key. Always true for projects made since spring
   * 2024.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member.
   */
  async isKeySharedWithServer(id: string, options: CallOptions = {}): Promise<boolean> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.isKeySharedWithServer(call, id));
  }

  /**
   * Whether every secret of the project can be found by name.
   *
   * @throws {@link PermissionDeniedError} if the user is no administrator of it.
   */
  async blindIndexStatus(id: string, options: CallOptions = {}): Promise<boolean> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.blindIndexStatus(call, id));
  }

  /**
   * Makes every secret of an old project be found by name: decrypts the names here and tells the
   * server, which stores a keyed hash of each. May be repeated after an interruption.
   *
   * @throws {@link PermissionDeniedError} if the user is no administrator of it;
   *   {@link KeyUnavailableError} if the user has no key of the project.
   */
  async enableBlindIndices(id: string, options: CallOptions = {}): Promise<BlindIndexReport> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return toBlindIndexReport(
      await run(options, (call) => this.#client.enableBlindIndices(call, id)),
    );
  }
}
