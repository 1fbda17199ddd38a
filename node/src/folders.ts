import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { LOCATION_OPTIONS, type LocationOptions, toLocation } from "./location.js";
import { toFolder, type Folder } from "./generated/records.js";

/**
 * Folders, which secrets lie in since 2024. The options say in which folder the one meant lies. Every
 * call is rejected with {@link UnsupportedByServerError} on May 2023 servers.
 */
export class Folders {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * The folders that lie directly in a folder. There are none in one that does not exist.
   *
   * @throws {@link NotFoundError} for an unknown environment.
   */
  async list(options: LocationOptions = {}): Promise<Folder[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const folders = await run(options, (call) =>
      this.#client.listFolders(call, toLocation(options)),
    );
    return folders.map(toFolder);
  }

  /**
   * Makes a folder, with the folders of the path where they are missing. A folder that exists is
   * returned as it is. Names are of letters, digits, `-` and `_`.
   *
   * @throws {@link InvalidInputError} for another name; {@link PermissionDeniedError} if the
   *   credential may not write there.
   */
  async create(name: string, options: LocationOptions = {}): Promise<Folder> {
    text("name", name);
    options = checkOptions(options, LOCATION_OPTIONS);
    return toFolder(
      await run(options, (call) => this.#client.createFolder(call, name, toLocation(options))),
    );
  }

  /**
   * Gives a folder another name. What lies in it comes along; imports from it and service tokens for
   * its path do not follow.
   *
   * @throws {@link NotFoundError} if there is no such folder; {@link ConflictError} if one of the
   *   new name is there.
   */
  async rename(name: string, newName: string, options: LocationOptions = {}): Promise<Folder> {
    text("name", name);
    text("newName", newName);
    options = checkOptions(options, LOCATION_OPTIONS);
    return toFolder(
      await run(options, (call) =>
        this.#client.renameFolder(call, name, newName, toLocation(options)),
      ),
    );
  }

  /**
   * Deletes a folder with everything in it.
   *
   * @throws {@link NotFoundError} if there is no such folder.
   */
  async delete(name: string, options: LocationOptions = {}): Promise<void> {
    text("name", name);
    options = checkOptions(options, LOCATION_OPTIONS);
    await run(options, (call) => this.#client.deleteFolder(call, name, toLocation(options)));
  }
}
