import { checkOptions, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { LOCATION_OPTIONS, type LocationOptions, toLocation } from "./location.js";
import type { SecretImport } from "./generated/records.js";

/** Options of {@link SecretImports.update}. */
export interface UpdateSecretImportOptions extends LocationOptions {
  /** Slug of the environment to import from; unchanged by default. */
  fromEnvironment?: string | undefined;
  /** Folder to import; unchanged by default. */
  fromPath?: string | undefined;
  /** Position among the imports, from 1; unchanged by default. The others make room. */
  position?: number | undefined;
}

/**
 * Imports of one folder's secrets into another, since 2024. The options say which folder imports. Its
 * own secrets win over imported ones, and of two imports the one of the higher position does. Every
 * call is rejected with {@link UnsupportedByServerError} on May 2023 servers.
 */
export class SecretImports {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * The imports of a folder, by position.
   *
   * @throws {@link NotFoundError} for an unknown environment.
   */
  async list(options: LocationOptions = {}): Promise<SecretImport[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    return run(options, (call) => this.#client.listSecretImports(call, toLocation(options)));
  }

  /**
   * Imports the secrets of another folder, after the imports that are there.
   *
   * @throws {@link ConflictError} if that folder is imported already; {@link InvalidInputError} if a
   *   folder is to import itself; {@link NotFoundError} for an unknown folder or environment.
   */
  async create(
    fromEnvironment: string,
    fromPath: string,
    options: LocationOptions = {},
  ): Promise<SecretImport> {
    text("fromEnvironment", fromEnvironment);
    text("fromPath", fromPath);
    options = checkOptions(options, LOCATION_OPTIONS);
    return run(options, (call) =>
      this.#client.createSecretImport(call, fromEnvironment, fromPath, toLocation(options)),
    );
  }

  /**
   * Changes what an import imports, or its position among the others.
   *
   * @throws {@link NotFoundError} if the folder has no such import; {@link ConflictError} if what it
   *   is to import is imported already; {@link InvalidInputError} if nothing is to change, or for a
   *   position below 1.
   */
  async update(id: string, options: UpdateSecretImportOptions): Promise<SecretImport> {
    text("id", id);
    options = checkOptions(options, {
      ...LOCATION_OPTIONS,
      fromEnvironment: text,
      fromPath: text,
      position: wholeNumber,
    });
    const { fromEnvironment, fromPath } = options;
    const change = { fromEnvironment, fromPath, position: options.position };
    return run(options, (call) =>
      this.#client.updateSecretImport(call, id, change, toLocation(options)),
    );
  }

  /**
   * Ends an import. The secrets themselves stay where they are.
   *
   * @throws {@link NotFoundError} if the folder has no such import.
   */
  async delete(id: string, options: LocationOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, LOCATION_OPTIONS);
    await run(options, (call) => this.#client.deleteSecretImport(call, id, toLocation(options)));
  }
}
