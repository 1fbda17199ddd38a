import { inspect, type InspectOptions } from "node:util";

import type * as Binding from "./binding.js";
import type { SecretType } from "./choices.js";
import { toDate } from "./conversions.js";
import { throwIfAny } from "./failure.js";
import { toSecretFailure, type SecretFailure } from "./generated/records.js";

/** A version of a secret. */
export class SecretVersion {
  /** The version's own id. */
  readonly id: string;
  /** The secret's id. */
  readonly secretId: string;
  /** Counts the secret's changes, from 1; from 0 where several were made at once. */
  readonly version: number;
  /** The secret's type. */
  readonly type: SecretType;
  /** Slug of its environment. */
  readonly environment: string;
  /** Its name then. */
  readonly name: string;
  /** When the version was created. */
  readonly createdAt: Date | null;
  /** Whether the secret has been deleted since. Only May 2023 servers send this. */
  readonly deleted: boolean | null;

  readonly #value: string;
  readonly #comment: string | null;

  /** @internal */
  constructor(native: Binding.NativeSecretVersion) {
    this.id = native.id;
    this.secretId = native.secretId;
    this.version = native.version;
    this.type = native.kind as SecretType;
    this.environment = native.environment;
    this.name = native.name;
    this.#value = native.value;
    this.#comment = native.comment;
    this.createdAt = toDate(native.createdAt);
    this.deleted = native.deleted;
  }

  /** Its value then. */
  get value(): string {
    return this.#value;
  }

  /** Its comment then, empty if it had none; `null` on May 2023 servers, which do not keep it. */
  get comment(): string | null {
    return this.#comment;
  }

  /** Everything but value and comment. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without value and comment. */
  toString(): string {
    return `SecretVersion(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `SecretVersion ${inspect(this.toJSON(), options)}`;
  }
}

/** The versions of a secret. A version that does not decrypt does not hide the others. */
export class SecretHistory {
  /** The versions that decrypted, newest first. */
  readonly versions: readonly SecretVersion[];
  /** The versions that did not decrypt, by their id. */
  readonly failures: readonly SecretFailure[];

  readonly #incomplete: Binding.NativeError | null;

  /** @internal */
  constructor(native: Binding.NativeSecretHistory) {
    this.versions = native.versions.map((it) => new SecretVersion(it));
    this.failures = native.failures.map(toSecretFailure);
    this.#incomplete = native.incomplete;
  }

  /**
   * Throws if a version did not decrypt.
   *
   * @throws {@link DecryptionFailedError} with the number of failures, and the first of them.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }
}
