// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text, wholeNumber } from "../arguments.js";
import { run } from "../call.js";
import { type LocationOptions, LOCATION_OPTIONS } from "./options.js";
import type { SecretImport } from "./records.js";

/** Options of {@link SecretImports.update}. */
export interface UpdateSecretImportOptions extends LocationOptions {
  /** Slug of the environment to import from; unchanged by default. */
  fromEnvironment?: string | undefined;
  /** Folder to import; unchanged by default. */
  fromPath?: string | undefined;
  /** Position among the imports, from 1; unchanged by default. The others make room. */
  position?: number | undefined;
}

/** @internal */
export const UPDATE_SECRET_IMPORT_OPTIONS = {
  ...LOCATION_OPTIONS,
  fromEnvironment: text,
  fromPath: text,
  position: wholeNumber,
};

/**
 * Imports of the secrets of one folder into another, on servers since 2024.
 *
 * The project, environment and path of a call name the folder that imports. Its own secrets take
 * precedence over imported ones, and of two imports the one with the higher position does.
 *
 * Every method fails with {@link UnsupportedByServerError} on May 2023 servers. It fails with
 * {@link InvalidInputError} if neither the call nor the client or its token names the project and
 * the environment, or if a path does not have the form `/folder/subfolder`, and with {@link
 * PermissionDeniedError} if the credential may not read or change the secrets of a folder that is
 * named.
 *
 * Protocol: `/api/v1/secret-imports`.
 */
export class SecretImports {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the imports of a folder, by position.
   *
   * @throws {@link NotFoundError} if there is no such folder, environment or project.
   */
  async list(options: LocationOptions = {}): Promise<SecretImport[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    return run(options, (call) =>
      this.#client.listSecretImports(call, { project, environment, path }),
    );
  }

  /**
   * Imports the secrets of another folder, after the imports that are there.
   *
   * @param fromEnvironment - The slug of the environment to import from.
   * @param fromPath - The folder to import, such as `/shared`.
   * @throws {@link ConflictError} if that folder is imported already.
   * @throws {@link InvalidInputError} if a folder is to import itself.
   * @throws {@link NotFoundError} if there is no such folder, environment or project.
   */
  async create(
    fromEnvironment: string,
    fromPath: string,
    options: LocationOptions = {},
  ): Promise<SecretImport> {
    text("fromEnvironment", fromEnvironment);
    text("fromPath", fromPath);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    return run(options, (call) =>
      this.#client.createSecretImport(call, fromEnvironment, fromPath, {
        project,
        environment,
        path,
      }),
    );
  }

  /**
   * Changes what an import imports, or its position among the others.
   *
   * @param id - The import's id.
   * @throws {@link NotFoundError} if the folder has no such import, or if there is no such folder,
   *   environment or project.
   * @throws {@link ConflictError} if the folder to import is imported already.
   * @throws {@link InvalidInputError} if nothing to change is given, for a position below 1, or if
   *   a folder is to import itself.
   */
  async update(id: string, options: UpdateSecretImportOptions): Promise<SecretImport> {
    text("id", id);
    options = checkOptions(options, UPDATE_SECRET_IMPORT_OPTIONS);
    const { fromEnvironment, fromPath, position, project, environment, path } = options;
    return run(options, (call) =>
      this.#client.updateSecretImport(
        call,
        id,
        { fromEnvironment, fromPath, position },
        { project, environment, path },
      ),
    );
  }

  /**
   * Deletes an import. The secrets themselves stay where they are.
   *
   * @param id - The import's id.
   * @throws {@link NotFoundError} if the folder has no such import, or if there is no such folder,
   *   environment or project.
   */
  async delete(id: string, options: LocationOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    await run(options, (call) =>
      this.#client.deleteSecretImport(call, id, { project, environment, path }),
    );
  }
}
