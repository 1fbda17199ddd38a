// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { run } from "../call.js";
import { type LocationOptions, LOCATION_OPTIONS } from "./options.js";
import { type Folder, toFolder } from "./records.js";

/** Options of {@link Folders.create}. */
export interface CreateFolderOptions extends LocationOptions {
  /**
   * Description for people, of at most 255 characters; none by default. Only today's servers store
   * it, and they can read it.
   */
  description?: string | undefined;
}

/** @internal */
export const CREATE_FOLDER_OPTIONS = { ...LOCATION_OPTIONS, description: text };

/**
 * Folders of secrets, on servers since 2024.
 *
 * `project`, `environment` and `path` name the folder that contains the one in question.
 *
 * May 2023 servers have folders too, but their routes for secrets by name, which this client uses,
 * do not support them. There, all secrets are in `/`, and a call about secrets with another path
 * fails with {@link UnsupportedByServerError}.
 *
 * Every method fails with {@link InvalidInputError} if it has no project or environment, neither
 * from the call nor from the client or the service token, or if `path` does not have the form
 * `/folder/subfolder`.
 *
 * Protocol: `/api/v1/folders`, on May 2023 servers `/api/v1/folder` and `/api/v2/secrets`.
 */
export class Folders {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the folders that lie directly in a folder. A folder that does not exist contains none.
   *
   * May 2023 servers return folders together with the secrets of the folder. The client ignores
   * these secrets, but the server records in the audit log that they were read.
   *
   * @throws {@link NotFoundError} if there is no such project or environment, or if the user is not
   *   a member.
   * @throws {@link PermissionDeniedError} if the credential may not read there.
   */
  async list(options: LocationOptions = {}): Promise<Folder[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.listFolders(call, { project, environment, path }),
    );
    return found.map((it) => toFolder(it));
  }

  /**
   * Creates a folder, and the folders of its path that are missing. Servers of 2023 and 2024 return
   * a folder that exists; today's servers refuse to create it again.
   *
   * @param name - The name, of letters from a to z in either case, digits, `-` and `_`.
   * @throws {@link ConflictError} if the folder exists, on today's servers.
   * @throws {@link InvalidInputError} if the name, or that of a folder in the path, is empty or has
   *   other characters.
   * @throws {@link NotFoundError} if there is no such project or environment, or if the user is not
   *   a member.
   * @throws {@link PermissionDeniedError} if the credential may not write there, or for an API key,
   *   a service token, a service account or a machine identity on May 2023 servers, where only
   *   users create folders.
   * @throws {@link UnsupportedByServerError} for a description, except on today's servers: then
   *   nothing is sent.
   * @throws {@link IntegrityViolationError} if the server answers with another description than was
   *   sent.
   */
  async create(name: string, options: CreateFolderOptions = {}): Promise<Folder> {
    text("name", name);
    options = checkOptions(options, CREATE_FOLDER_OPTIONS);
    const { description, project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.createFolder(call, name, description, { project, environment, path }),
    );
    return toFolder(found);
  }

  /**
   * Gives a folder another name. What lies in it moves with it; imports from it and service tokens
   * for its path do not follow.
   *
   * @param name - The current name.
   * @param newName - The new name, of letters from a to z in either case, digits, `-` and `_`.
   * @throws {@link NotFoundError} if there is no such folder, environment or project, or if the
   *   user is not a member.
   * @throws {@link ConflictError} if a folder with the new name exists there.
   * @throws {@link InvalidInputError} if the new name is empty or has other characters.
   * @throws {@link PermissionDeniedError} if the credential may not write there.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, which cannot rename folders.
   */
  async rename(name: string, newName: string, options: LocationOptions = {}): Promise<Folder> {
    text("name", name);
    text("newName", newName);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.renameFolder(call, name, newName, { project, environment, path }),
    );
    return toFolder(found);
  }

  /**
   * Gives a folder another description, or removes it. The server can read it.
   *
   * @param name - The name of the folder.
   * @param description - The new description, of at most 255 characters; empty to remove it.
   * @throws {@link NotFoundError} if there is no such folder, environment or project, or if the
   *   user is not a member.
   * @throws {@link InvalidInputError} if the description is too long.
   * @throws {@link PermissionDeniedError} if the credential may not write there.
   * @throws {@link UnsupportedByServerError} if the server is an earlier one: then nothing is sent.
   * @throws {@link IntegrityViolationError} if the server answers with another description than was
   *   sent.
   */
  async setDescription(
    name: string,
    description: string,
    options: LocationOptions = {},
  ): Promise<Folder> {
    text("name", name);
    text("description", description);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.setFolderDescription(call, name, description, { project, environment, path }),
    );
    return toFolder(found);
  }

  /**
   * Deletes a folder with everything in it.
   *
   * @param name - The name of the folder.
   * @throws {@link NotFoundError} if there is no such folder, environment or project, or if the
   *   user is not a member.
   * @throws {@link PermissionDeniedError} if the credential may not write there, or for an API key,
   *   a service token, a service account or a machine identity on May 2023 servers, where only
   *   users delete folders.
   */
  async delete(name: string, options: LocationOptions = {}): Promise<void> {
    text("name", name);
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    await run(options, (call) =>
      this.#client.deleteFolder(call, name, { project, environment, path }),
    );
  }
}
