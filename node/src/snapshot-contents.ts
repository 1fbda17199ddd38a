import type * as Binding from "./binding.js";
import { toDate } from "./conversions.js";
import { throwIfAny } from "./failure.js";
import { toSecretFailure, type SecretFailure } from "./generated/records.js";
import { SecretVersion } from "./secret-version.js";

/** The contents of a snapshot. A secret that does not decrypt does not hide the others. */
export class SnapshotContents {
  /** The snapshot's id. */
  readonly id: string;
  /** When it was taken. */
  readonly createdAt: Date | null;
  /** The secrets that decrypted, as they were. */
  readonly secrets: readonly SecretVersion[];
  /** The versions that did not decrypt, by their id. */
  readonly failures: readonly SecretFailure[];
  /** Names of the subfolders; empty on May 2023 servers. */
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
   * Throws if a secret did not decrypt.
   *
   * @throws {@link DecryptionFailedError} with the number of failures, and the first of them.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }
}
