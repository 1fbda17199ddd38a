import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { Secret, SecretList, type SecretType } from "./secret.js";

/** Where a secret lives, and whose it is. */
export interface SecretOptions extends CallOptions {
  /** Id of the project; by default the token's, or the client's. */
  project?: string | undefined;
  /** Slug of the environment; by default the client's, or the one the token is for. */
  environment?: string | undefined;
  /** Folder, such as `/backend`; by default `/`, or the one path the token is for. */
  path?: string | undefined;
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

const SECRET_OPTIONS = {
  ...CALL_OPTIONS,
  project: text,
  environment: text,
  path: text,
  type: text,
};

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
}

function toPlace({ project, environment, path, type: kind }: SecretOptions): Binding.NativePlace {
  return { project, environment, path, kind };
}
