import { inspect, type InspectOptions } from "node:util";

import { checkOptions, environment, flag } from "./arguments.js";
import type * as Binding from "./binding.js";
import type { SecretType } from "./choices.js";
import { toDate } from "./conversions.js";
import { throwIfAny } from "./failure.js";
import { SecretMetadata, toSecretFailure, type SecretFailure } from "./generated/records.js";
import { NamedItems } from "./items.js";

/**
 * A decrypted secret. `console.log`, `JSON.stringify`, `String` and `structuredClone` show neither
 * value nor comment; only these properties do.
 */
export class Secret {
  /** The secret's id. */
  readonly id: string;
  /** Its name, as decrypted. */
  readonly name: string;
  /** Whether its value was read: `false` if the call had `viewValue: false`. */
  readonly valueRead: boolean;
  /** Its type. */
  readonly type: SecretType;
  /** Counts its changes from 1; from 0 where several were made at once on a server of 2024. */
  readonly version: number;
  /** The project it belongs to. */
  readonly projectId: string;
  /** Slug of its environment. */
  readonly environment: string;
  /** Its folder; `/` on servers without folders. */
  readonly path: string;
  /**
   * Slugs of its tags; `null` if the server does not send them. 2024 servers send them in lists
   * only, May 2023 servers do not send them to service tokens and API keys.
   */
  readonly tags: readonly string[] | null;
  /** Its metadata; `null` if the server does not send any. Today's do, if they decrypt it. */
  readonly metadata: readonly SecretMetadata[] | null;
  /**
   * After how many days the server reminds of changing it; `null` also if the server does not say
   * so: today's servers tell reminders only in lists.
   */
  readonly reminderDays: number | null;
  /** The note for the reminder. */
  readonly reminderNote: string | null;
  /** Whether the server's own tools write a value of several lines as it is. */
  readonly skipMultilineEncoding: boolean | null;
  /** When it was created, if the server sends it. */
  readonly createdAt: Date | null;
  /** When it was last changed, if the server sends it. */
  readonly updatedAt: Date | null;
  /** Whether the client decrypted it, and the server is not known to have the project key. */
  readonly endToEndEncrypted: boolean;

  readonly #value: string;
  readonly #comment: string;

  /** @internal */
  constructor(secret: Binding.NativeSecret) {
    this.id = secret.id;
    this.name = secret.name;
    this.valueRead = secret.valueRead;
    this.type = secret.kind as SecretType;
    this.version = secret.version;
    this.projectId = secret.projectId;
    this.environment = secret.environment;
    this.path = secret.path;
    this.tags = secret.tags;
    this.metadata = secret.metadata?.map((entry) => new SecretMetadata(entry)) ?? null;
    this.reminderDays = secret.reminderDays;
    this.reminderNote = secret.reminderNote;
    this.skipMultilineEncoding = secret.skipMultilineEncoding;
    this.createdAt = toDate(secret.createdAt);
    this.updatedAt = toDate(secret.updatedAt);
    this.endToEndEncrypted = secret.endToEndEncrypted;
    this.#value = secret.value;
    this.#comment = secret.comment;
  }

  /** Its value; empty if it was not read. */
  get value(): string {
    return this.#value;
  }

  /** Its comment; empty if it has none. */
  get comment(): string {
    return this.#comment;
  }

  /** Everything but value and comment. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** The name, without the value. */
  toString(): string {
    return `Secret(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `Secret ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link SecretList.populateEnv}. */
export interface PopulateEnvOptions {
  /** The environment; `process.env` by default. */
  env?: Record<string, string | undefined> | undefined;
  /** Whether to replace existing variables; `false` by default. */
  overwrite?: boolean | undefined;
}

/**
 * The secrets of one folder. A secret that does not decrypt does not hide the others: iterating
 * gives those that decrypted, in the server's order, and `failures` has the others. {@link
 * toObject} and {@link checkComplete} throw if there are any.
 *
 * A recursive list has those of the folders below it too, ordered by path, and its names can repeat
 * from folder to folder. There, a name alone is that of a secret in the folder that was listed;
 * `get(name, path)` finds those of the others.
 */
export class SecretList extends NamedItems<Secret> {
  /** The secrets that did not decrypt, or have an unresolved reference. */
  readonly failures: readonly SecretFailure[];
  /** The path of the folder that was listed, if the list is recursive. */
  readonly folder: string | null;
  /** Identifies this state of the list; see `secrets.listIfChanged`. */
  readonly etag: string | null;

  readonly #incomplete: Binding.NativeError | null;
  readonly #noEnvironment: Binding.NativeError | null;
  readonly #noMap: Binding.NativeError | null;

  /** @internal */
  constructor(list: Binding.NativeSecretList) {
    super(list.secrets.map((secret) => new Secret(secret)));
    this.#incomplete = list.incomplete;
    this.#noEnvironment = list.noEnvironment;
    this.#noMap = list.noMap;
    this.folder = list.folder;
    this.etag = list.etag;
    this.failures = list.failures.map(toSecretFailure);
  }

  /**
   * The secret of this name, or `undefined`.
   *
   * @param path its folder, such as `/backend`; by default any, and in a recursive list the folder
   *   that was listed.
   */
  override get(name: string, path: string | null = this.folder): Secret | undefined {
    return this.find((secret) => secret.name === name && (path === null || secret.path === path));
  }

  /**
   * Names to values, in plaintext.
   *
   * @throws As {@link checkComplete}; {@link InvalidInputError} if a recursive list has secrets of
   *   one name in several folders, or if the values were not read.
   */
  toObject(): Record<string, string> {
    this.checkComplete();
    throwIfAny(this.#noMap);
    return Object.fromEntries(this.map(({ name, value }) => [name, value]));
  }

  /**
   * Sets each secret as a variable of the process's environment, and returns the names of the
   * variables that were set.
   *
   * Call this when the program starts: native code that reads the environment on another thread at
   * the same time may crash. In a worker, `process.env` is a copy that only the worker sees.
   *
   * ```ts
   * (await client.secrets.list({ environment: "prod" })).populateEnv();
   * ```
   *
   * @throws As {@link toObject}; {@link InvalidInputError} for a secret whose name or value no
   *   variable can have. Then nothing is set.
   */
  populateEnv(options: PopulateEnvOptions = {}): string[] {
    options = checkOptions(options, { env: environment, overwrite: flag });
    const { env = process.env, overwrite = false } = options;
    this.checkComplete();
    throwIfAny(this.#noEnvironment);
    const set = this.filter(({ name }) => overwrite || !Object.hasOwn(env, name));
    for (const { name, value } of set) {
      // Assigning to `__proto__` would not set a variable.
      const variable = { value, configurable: true, enumerable: true, writable: true };
      Object.defineProperty(env, name, variable);
    }
    return set.map(({ name }) => name);
  }

  /**
   * Throws if a secret did not decrypt.
   *
   * @throws {@link DecryptionFailedError} with the number of failures, and the first of them;
   *   {@link InvalidInputError} if the first is an unresolved reference.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }

  /** The secrets and failures, without values and comments. */
  toJSON(): object {
    return { secrets: [...this], failures: this.failures };
  }

  /** The numbers of secrets and failures. */
  override toString(): string {
    return `SecretList(${String(this.length)} secrets, ${String(this.failures.length)} failures)`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `SecretList ${inspect(this.toJSON(), options)}`;
  }
}
