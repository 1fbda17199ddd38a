// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { run } from "../call.js";
import { SnapshotContents } from "../snapshot-contents.js";
import {
  type ProjectOptions,
  type LocationOptions,
  PROJECT_OPTIONS,
  LOCATION_OPTIONS,
} from "./options.js";
import { type Snapshot, toSnapshot } from "./records.js";

/**
 * Snapshots: what the secrets of a project or folder were at one time.
 *
 * Servers take a snapshot after every change of secrets. May 2023 servers take it of the whole
 * project: there, the environment of a call has no effect, and a path other than `/` is not
 * supported. Later servers take it of the folder alone.
 *
 * Every method fails with {@link InvalidInputError} if neither the call nor the client names the
 * project and, where snapshots are of a folder, the environment, or for a text that cannot be an
 * id.
 *
 * Protocol: `/api/v1/workspace/{id}/secret-snapshots` and `/api/v1/secret-snapshot`.
 */
export class Snapshots {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every snapshot of a folder, or of the project, newest first.
   *
   * @throws {@link NotFoundError} if there is no such project, environment or folder, or the user
   *   is not a member.
   * @throws {@link PermissionDeniedError} if the credential is not a user's, or if the user's role
   *   does not allow it.
   * @throws {@link UnsupportedByServerError} for a path other than `/` on May 2023 servers.
   */
  async list(options: LocationOptions = {}): Promise<Snapshot[]> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.listSnapshots(call, { project, environment, path }),
    );
    return found.map((it) => toSnapshot(it));
  }

  /**
   * Returns how many snapshots there are of a folder, or of the project.
   *
   * @throws {@link NotFoundError} if there is no such project, environment or folder, or the user
   *   is not a member.
   * @throws {@link PermissionDeniedError} if the credential is not a user's, on May 2023 servers
   *   also for API keys, or if the user's role does not allow it.
   * @throws {@link UnsupportedByServerError} for a path other than `/` on May 2023 servers.
   */
  async count(options: LocationOptions = {}): Promise<number> {
    options = checkOptions(options, LOCATION_OPTIONS);
    const { project, environment, path } = options;
    return run(options, (call) =>
      this.#client.countSnapshots(call, { project, environment, path }),
    );
  }

  /**
   * Returns what a snapshot holds, decrypted. Snapshots of May 2023 servers hold the secrets of all
   * environments, and every user's personal ones.
   *
   * A secret that does not decrypt is reported in {@link SnapshotContents.failures} and hides no
   * other. `checkComplete` of the result fails if there is any.
   *
   * @param id - The snapshot's id.
   * @throws {@link NotFoundError} if the project has no such snapshot, or if there is no such
   *   project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the credential is not a user's login or access token,
   *   or if the user's role does not allow it.
   * @throws {@link KeyUnavailableError} if the user has no key of the project, or if the credential
   *   opens no private key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link UnsupportedByServerError} if the server decrypts the project's secrets but, like
   *   those of 2024, not what they were, or if the secrets can only pass in plaintext and the
   *   client has the option `requireE2ee`.
   */
  async get(id: string, options: ProjectOptions = {}): Promise<SnapshotContents> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.getSnapshot(call, id, project));
    return new SnapshotContents(found);
  }

  /**
   * Restores secrets to what they were in a snapshot, for everybody. Secrets created since are
   * deleted, other users' personal secrets among them. Ask the users before.
   *
   * On May 2023 servers this changes the whole project: all environments; and every secret in it
   * loses its comment and tags. On later ones it changes the folder of the snapshot and all below
   * it, which loses its secret imports. Subfolders are restored to their latest snapshots, even if
   * those are newer than this one. Read secrets again afterwards.
   *
   * If the server rejects the call, nothing was changed.
   *
   * @param id - The snapshot's id.
   * @throws {@link NotFoundError} if the project has no such snapshot, or if there is no such
   *   project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the credential is not a user's, on servers since 2024
   *   also for API keys, or if the user's role does not allow it.
   * @throws {@link UnsupportedByServerError} on today's servers, which cannot roll back to
   *   snapshots any more.
   */
  async rollBack(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.rollBackSnapshot(call, id, project));
  }
}
