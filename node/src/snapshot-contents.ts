import type * as Binding from "./binding.js";
import { toDate } from "./conversions.js";
import { throwIfAny } from "./failure.js";
import { toSecretFailure, type SecretFailure } from "./generated/records.js";
import { SecretVersion } from "./secret-version.js";

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
