import { arrayOf, checkOptions, flag, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { LOCATION_OPTIONS, type LocationOptions, toLocation } from "./location.js";
import { Secret, SecretList, type SecretType } from "./secret.js";

/** Where a secret lives, and whose it is. */
export interface SecretOptions extends LocationOptions {
  /** Shared by default. There is no falling back from one to the other. */
  type?: SecretType | undefined;
}

/** Options of {@link Secrets.create}. */
export interface CreateSecretOptions extends SecretOptions {
  /** A comment for people; none by default. Encrypted like the value. */
  comment?: string | undefined;
}

/** Options of {@link Secrets.update}. */
export interface UpdateSecretOptions extends SecretOptions {
  /** The new value; unchanged by default. */
  value?: string | undefined;
  /**
   * The new comment; unchanged by default. 2024 servers take a comment only together with the
   * value, so the value is read first and a change to it in that moment is undone.
   */
  comment?: string | undefined;
}

/** Options of {@link Secrets.move}. `environment` and `path` are the source. */
export interface MoveSecretsOptions extends LocationOptions {
  /** Slug of the environment to move to; the source's by default. */
  toEnvironment?: string | undefined;
  /** Folder to move to, which must exist; the source's by default. */
  toPath?: string | undefined;
  /** Whether to replace other values of that name at the destination; not by default. */
  overwrite?: boolean | undefined;
}

/** What moving secrets did. */
export interface MoveResult {
  /**
   * Names of the secrets that were moved. Not among them is one that an earlier, interrupted call had
   * moved.
   */
  moved: string[];
  /**
   * Whether the source was changed. On June 2024 servers it is not if a change there waits for
   * somebody's approval.
   */
  sourceUpdated: boolean;
  /** Whether the destination was changed, likewise. */
  destinationUpdated: boolean;
}

const SECRET_OPTIONS = { ...LOCATION_OPTIONS, type: text };

/** Secrets by name. */
export class Secrets {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Reads and decrypts one secret, and checks that it is the one asked for.
   *
   * @throws {@link NotFoundError} for an unknown secret or environment;
   *   {@link DecryptionFailedError} names the field that did not verify.
   */
  async get(name: string, options: SecretOptions = {}): Promise<Secret> {
    text("name", name);
    checkOptions(options, SECRET_OPTIONS);
    return new Secret(
      await run(options, (call) => this.#client.getSecret(call, name, toPlace(options))),
    );
  }

  /**
   * Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
   * `failures` and hides no other.
   *
   * @throws {@link NotFoundError} for an unknown environment.
   */
  async list(options: SecretOptions = {}): Promise<SecretList> {
    checkOptions(options, SECRET_OPTIONS);
    return new SecretList(
      await run(options, (call) => this.#client.listSecrets(call, toPlace(options))),
    );
  }

  /**
   * Encrypts and stores a new secret. The name may be any text without white space around it.
   *
   * @throws {@link ConflictError} if the name is taken; {@link PayloadTooLargeError} for values over
   *   about 76,000 bytes (May 2023) or 785,000 bytes (2024).
   */
  async create(name: string, value: string, options: CreateSecretOptions = {}): Promise<Secret> {
    text("name", name);
    text("value", value);
    checkOptions(options, { ...SECRET_OPTIONS, comment: text });
    const { comment } = options;
    return new Secret(
      await run(options, (call) =>
        this.#client.createSecret(call, name, value, comment, toPlace(options)),
      ),
    );
  }

  /**
   * Encrypts and stores a new value or comment of a secret.
   *
   * @throws {@link NotFoundError} if there is no such secret.
   */
  async update(name: string, options: UpdateSecretOptions): Promise<Secret> {
    text("name", name);
    checkOptions(options, { ...SECRET_OPTIONS, value: text, comment: text });
    const { value, comment } = options;
    return new Secret(
      await run(options, (call) =>
        this.#client.updateSecret(call, name, value, comment, toPlace(options)),
      ),
    );
  }

  /**
   * Deletes a secret. Deleting a shared one deletes every user's personal override of it.
   *
   * @throws {@link NotFoundError} if there is no such secret.
   */
  async delete(name: string, options: SecretOptions = {}): Promise<void> {
    text("name", name);
    checkOptions(options, SECRET_OPTIONS);
    await run(options, (call) => this.#client.deleteSecret(call, name, toPlace(options)));
  }

  /**
   * Puts tags on a shared secret, named by their slugs, in place of those it has. An empty list takes
   * all off. 2024 servers take tags only together with the value, so the value is read first and a
   * change to it in that moment is undone.
   *
   * @throws {@link NotFoundError} if there is no such secret, or no such tag in the project;
   *   {@link PermissionDeniedError} for service tokens and API keys, which cannot look tags up.
   */
  async setTags(name: string, tags: string[], options: LocationOptions = {}): Promise<Secret> {
    text("name", name);
    arrayOf(text)("tags", tags);
    checkOptions(options, LOCATION_OPTIONS);
    return new Secret(
      await run(options, (call) =>
        this.#client.setSecretTags(call, name, tags, toLocation(options)),
      ),
    );
  }

  /**
   * Moves shared secrets to another environment, another folder, or both, with their comments and
   * tags. They get new ids there, and count their versions from the beginning. Personal overrides do
   * not move: they go with the secret they override.
   *
   * June 2024 servers do it at once, for projects whose key they made. Elsewhere, and for service
   * tokens, it is done here, one secret after the other: each is stored at the destination, read back
   * and compared, and only then deleted at the source. If that is interrupted, no secret is lost, and
   * the same call again finishes it.
   *
   * @throws {@link ConflictError} if the destination has a secret of that name with another value or
   *   comment, and `overwrite` is not set: then nothing is moved. {@link NotFoundError} if a secret is
   *   in neither place, or a place does not exist; {@link InvalidInputError} if no secret is named, or
   *   source and destination are the same.
   */
  async move(names: string[], options: MoveSecretsOptions): Promise<MoveResult> {
    arrayOf(text)("names", names);
    checkOptions(options, {
      ...LOCATION_OPTIONS,
      toEnvironment: text,
      toPath: text,
      overwrite: flag,
    });
    const { toEnvironment: environment, toPath: path, overwrite = false } = options;
    const to = { environment, path, overwrite };
    return run(options, (call) => this.#client.moveSecrets(call, names, to, toLocation(options)));
  }
}

function toPlace(options: SecretOptions): Binding.NativePlace {
  return { ...toLocation(options), kind: options.type };
}
