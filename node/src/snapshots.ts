import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { throwIfAny } from "./failure.js";
import {
  LOCATION_OPTIONS,
  PROJECT_OPTIONS,
  toLocation,
  type LocationOptions,
  type ProjectOptions,
} from "./location.js";
import { toDate, toSecretFailure, type SecretFailure } from "./secret.js";
import { SecretVersion } from "./secret-version.js";
import { toSnapshot, type Snapshot } from "./generated/records.js";

/** What a snapshot holds. A secret that does not decrypt does not hide the others. */
export class SnapshotContents {
  /** The snapshot's id. */
  readonly id: string;
  /** When it was taken. */
  readonly createdAt: Date | null;
  /** The secrets as they were, those that decrypted. */
  readonly secrets: readonly SecretVersion[];
  /** Those that did not, by the id of the version. */
  readonly failures: readonly SecretFailure[];
  /** Names of the folders in the folder; empty on May 2023 servers. */
  readonly folders: readonly string[];

  readonly #incomplete: Binding.NativeError | null;

  /** @internal */
  constructor(native: Binding.NativeSnapshotContents) {
    this.id = native.id;
    this.createdAt = toDate(native.createdAt);
    this.secrets = native.secrets.map((it) => new SecretVersion(it));
    this.failures = native.failures.map(toSecretFailure);
    this.folders = native.folders;
    this.#incomplete = native.incomplete;
  }

  /**
   * Does nothing if every secret decrypted.
   *
   * @throws {@link DecryptionFailedError} says how many did not, and which was the first.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }
}

/**
 * Snapshots: what the secrets of a project or folder were at one time.
 *
 * Servers take one after every change of secrets. May 2023 servers take it of the whole project:
 * there, environment and path say nothing. Later ones take it of the folder alone.
 */
export class Snapshots {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every snapshot of a folder, or of the project, newest first.
   *
   * @throws {@link NotFoundError} if there is no such project, environment or folder, or the user is
   *   not a member; {@link PermissionDeniedError} for other credentials than a user's; {@link
   *   UnsupportedByServerError} for a path on May 2023 servers.
   */
  async list(options: LocationOptions = {}): Promise<Snapshot[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const found = await run(options, (call) =>
      this.#client.listSnapshots(call, toLocation(options)),
    );
    return found.map(toSnapshot);
  }

  /**
   * How many snapshots there are of a folder, or of the project.
   *
   * @throws {@link NotFoundError} if there is no such project or environment, or the user is not a
   *   member; {@link PermissionDeniedError} for other credentials than a user's, on May 2023
   *   servers for API keys too; {@link UnsupportedByServerError} for a path on May 2023 servers.
   */
  async count(options: LocationOptions = {}): Promise<number> {
    options = checkOptions(options, LOCATION_OPTIONS);
    return run(options, (call) => this.#client.countSnapshots(call, toLocation(options)));
  }

  /**
   * What a snapshot holds, decrypted. May 2023's hold the secrets of all environments, and
   * everybody's personal ones.
   *
   * @throws {@link NotFoundError} if the project has no such snapshot; {@link
   *   PermissionDeniedError} for other credentials than a user's log-in or access token; {@link
   *   UnsupportedByServerError} if the server decrypts the project's secrets but, as those of 2024,
   *   not what they were.
   */
  async get(id: string, options: ProjectOptions = {}): Promise<SnapshotContents> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return new SnapshotContents(
      await run(options, (call) => this.#client.getSnapshot(call, id, project)),
    );
  }

  /**
   * Makes secrets what they were in a snapshot, for everybody. What was made since is deleted,
   * other users' personal secrets among it. Ask before.
   *
   * On May 2023 servers this changes the whole project: all environments; and every secret in it
   * loses its comment and tags. On later ones it changes the folder of the snapshot and all below
   * it, which loses its secret imports. Subfolders are restored to their latest snapshots, even if
   * those are newer than this one. Read secrets again afterwards.
   *
   * @throws {@link NotFoundError} if the project has no such snapshot; {@link
   *   PermissionDeniedError} for other credentials than a user's log-in or access token, or on May
   *   2023 servers an API key; {@link UnsupportedByServerError} if the server decrypts the
   *   project's secrets but, as those of 2024, not what they were.
   */
  async rollBack(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.rollBackSnapshot(call, id, project));
  }
}
