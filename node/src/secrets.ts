import { type SecretChange, toSecretChange } from "./approvals.js";
import { aboutSecret, arrayOf, checkOptions, flag, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { BULK_OPTIONS, type BulkOptions, BulkResult, type NewValue, toNewValues } from "./bulk.js";
import { run } from "./call.js";
import { LOCATION_OPTIONS, type LocationOptions, toLocation } from "./location.js";
import type { NamedValues } from "./named.js";
import { withProgress } from "./progress.js";
import { REFERENCE_OPTIONS, type ReferenceOptions, toReferences } from "./references.js";
import { SecretHistory } from "./secret-version.js";
import { Secret, SecretList, type SecretType } from "./secret.js";
import type { MoveResult, Approval } from "./generated/records.js";

/** Where a secret lives, and whose it is. */
export interface SecretOptions extends LocationOptions {
  /** Shared by default. There is no falling back from one to the other. */
  type?: SecretType | undefined;
}

/** Options of {@link Secrets.get}. */
export interface GetSecretOptions extends SecretOptions, ReferenceOptions {
  /**
   * Whether a secret the folder does not have itself is looked for in those it imports; not by
   * default. Needs a server of 2024 or later.
   */
  imports?: boolean | undefined;
  /**
   * The number of an earlier version; the current one by default. Servers show earlier versions
   * only to users, those of 2024 not with API keys; today's show them to machine identities too.
   * May 2023 servers store no comments of versions.
   */
  version?: number | undefined;
}

/** Options of {@link Secrets.list}. */
export interface ListSecretsOptions extends SecretOptions, ReferenceOptions {
  /** Whether personal secrets take the place of shared ones of the same name; not by default. */
  overrides?: boolean | undefined;
  /**
   * Whether the secrets of imported folders are there too; not by default. A folder's own win over
   * imported ones, and later imports over earlier ones. Needs a server of 2024 or later.
   */
  imports?: boolean | undefined;
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
  /** The new name; unchanged by default. Not for personal secrets. */
  newName?: string | undefined;
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

const SECRET_OPTIONS = { ...LOCATION_OPTIONS, type: text };
const GET_OPTIONS = {
  ...SECRET_OPTIONS,
  ...REFERENCE_OPTIONS,
  imports: flag,
  version: wholeNumber,
};
const CREATE_OPTIONS = { ...SECRET_OPTIONS, comment: text };
const UPDATE_OPTIONS = { ...SECRET_OPTIONS, value: text, comment: text, newName: text };

/** Options of {@link Secrets.proposeCreate}. */
export interface ProposeCreateSecretOptions extends SecretOptions {
  /** A comment for people; none by default. */
  comment?: string | undefined;
}

/** Options of {@link Secrets.proposeUpdate}. */
export interface ProposeUpdateSecretOptions extends SecretOptions {
  /** The new value; unchanged by default. */
  value?: string | undefined;
  /** The new comment; unchanged by default. */
  comment?: string | undefined;
  /** The new name; unchanged by default. Not for personal secrets. */
  newName?: string | undefined;
}

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
   * @throws {@link NotFoundError} for an unknown secret, version or environment;
   *   {@link PermissionDeniedError} if the server shows no earlier version to this credential;
   *   {@link DecryptionFailedError} names the field that did not verify;
   *   {@link InvalidInputError} for a reference that leads nowhere, or in a circle.
   */
  async get(name: string, options: GetSecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => checkOptions(options, GET_OPTIONS));
    const { imports = false, version } = options;
    const how = { imports, version, ...toReferences(options) };
    return new Secret(
      await run(options, (call) => this.#client.getSecret(call, name, toPlace(options), how)),
    );
  }

  /**
   * Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
   * `failures` and hides no other. So is one with an unresolved reference, as `reference`.
   *
   * @throws {@link NotFoundError} for an unknown environment.
   */
  async list(options: ListSecretsOptions = {}): Promise<SecretList> {
    options = checkOptions(options, {
      ...SECRET_OPTIONS,
      overrides: flag,
      ...REFERENCE_OPTIONS,
      imports: flag,
    });
    const { overrides = false, imports = false } = options;
    const how = { overrides, imports, ...toReferences(options) };
    return new SecretList(
      await run(options, (call) => this.#client.listSecrets(call, toPlace(options), how)),
    );
  }

  /**
   * Encrypts and stores a new secret. The name may be any text without white space around it, on
   * servers since 2024 of at most 100 UTF-16 units.
   *
   * @throws {@link ConflictError} if the name is taken; {@link InvalidInputError} if the server cannot
   *   take such a name; {@link PayloadTooLargeError} for values over about 76,000 bytes (May 2023) or
   *   785,000 bytes (2024).
   */
  async create(name: string, value: string, options: CreateSecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => {
      text("value", value);
      return checkOptions(options, CREATE_OPTIONS);
    });
    const { comment } = options;
    return new Secret(
      await run(options, (call) =>
        this.#client.createSecret(call, name, value, comment, toPlace(options)),
      ),
    );
  }

  /**
   * Encrypts and stores a new value, comment or name of a secret. At least one of them must be given.
   *
   * @throws {@link NotFoundError} if there is no such secret; {@link ConflictError} if another has
   *   the new name; {@link InvalidInputError} if nothing is to change, or for a new name of a
   *   personal secret; {@link UnsupportedByServerError} for a new name with a service token on a May
   *   2023 server, or for a new comment or name with a machine identity on a 2024 server.
   */
  async update(name: string, options: UpdateSecretOptions): Promise<Secret> {
    options = aboutSecret(name, () => checkOptions(options, UPDATE_OPTIONS));
    const { value, comment, newName } = options;
    return new Secret(
      await run(options, (call) =>
        this.#client.updateSecret(call, name, value, comment, newName, toPlace(options)),
      ),
    );
  }

  /**
   * Deletes a secret. Deleting a shared one deletes every user's personal override of it.
   *
   * @throws {@link NotFoundError} if there is no such secret.
   */
  async delete(name: string, options: SecretOptions = {}): Promise<void> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    await run(options, (call) => this.#client.deleteSecret(call, name, toPlace(options)));
  }

  /**
   * Gives many shared secrets their values, by name or as {@link NewValue}: makes those that are not
   * there, changes those that are otherwise, and leaves the others alone. What one secret is refused
   * for is in its item; {@link BulkResult.checkComplete} throws it. Run again after an interruption,
   * it finishes.
   *
   * ```ts
   * const result = await client.secrets.setMany({ DB_URL: url, DB_USER: "app" }, { dryRun: true });
   * for (const { name, action } of result) console.log(action, name);
   * ```
   *
   * @param values Names to values, as an object or `Map`; or {@link NewValue}s; or a complete {@link
   *   SecretList}, whose values and comments are copied.
   * @throws {@link InvalidInputError} for a name given twice or one that cannot be: then nothing is
   *   changed. {@link InfisicalError} for what would stop every secret, with how many were done.
   *   Whatever `onProgress` threw, when all is done.
   */
  async setMany(
    values: NamedValues | Iterable<NewValue>,
    options: BulkOptions = {},
  ): Promise<BulkResult> {
    const items = toNewValues(values);
    options = checkOptions(options, BULK_OPTIONS);
    const { dryRun = false, onProgress } = options;
    return new BulkResult(
      await withProgress(onProgress, (tell) =>
        run(options, (call) =>
          this.#client.setManySecrets(call, items, dryRun, tell, toLocation(options)),
        ),
      ),
    );
  }

  /**
   * Deletes many shared secrets, with every user's personal overrides of them. One that is not there
   * is no error. Run again after an interruption, it finishes.
   *
   * @throws As {@link setMany}.
   */
  async deleteMany(names: string[], options: BulkOptions = {}): Promise<BulkResult> {
    arrayOf(text)("names", names);
    options = checkOptions(options, BULK_OPTIONS);
    const { dryRun = false, onProgress } = options;
    return new BulkResult(
      await withProgress(onProgress, (tell) =>
        run(options, (call) =>
          this.#client.deleteManySecrets(call, names, dryRun, tell, toLocation(options)),
        ),
      ),
    );
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
    options = aboutSecret(name, () => {
      arrayOf(text)("tags", tags);
      return checkOptions(options, LOCATION_OPTIONS);
    });
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
   * The client moves one secret at a time: it stores the secret at the destination, reads it back,
   * compares it, and only then deletes it at the source. If interrupted, no secret is lost: repeat
   * the call to finish.
   *
   * @throws {@link ConflictError} if the destination has a secret of that name with another value or
   *   comment, and `overwrite` is not set: then nothing is moved. {@link NotFoundError} if a secret is
   *   in neither place, or a place does not exist; {@link InvalidInputError} if no secret is named, or
   *   source and destination are the same; {@link UnsupportedByServerError} if a 2024 server
   *   decrypts the secrets and cannot set the comment or (February 2024) the tags: then nothing is
   *   moved.
   */
  async move(names: string[], options: MoveSecretsOptions): Promise<MoveResult> {
    arrayOf(text)("names", names);
    options = checkOptions(options, {
      ...LOCATION_OPTIONS,
      toEnvironment: text,
      toPath: text,
      overwrite: flag,
    });
    const { toEnvironment: environment, toPath: path, overwrite = false } = options;
    const to = { environment, path, overwrite };
    return run(options, (call) => this.#client.moveSecrets(call, names, to, toLocation(options)));
  }

  /**
   * As {@link create}, for projects that may have a policy of approval. The request for approval is
   * then the answer, and no error.
   *
   * @throws {@link ConflictError} if the name is taken.
   */
  async proposeCreate(
    name: string,
    value: string,
    options: ProposeCreateSecretOptions = {},
  ): Promise<SecretChange> {
    options = aboutSecret(name, () => {
      text("value", value);
      return checkOptions(options, CREATE_OPTIONS);
    });
    const { comment } = options;
    return toSecretChange(
      await run(options, (call) =>
        this.#client.proposeCreateSecret(call, name, value, comment, toPlace(options)),
      ),
    );
  }

  /**
   * As {@link update}, for projects that may have a policy of approval. The request for approval is
   * then the answer, and no error.
   *
   * @throws As {@link update}.
   */
  async proposeUpdate(name: string, options: ProposeUpdateSecretOptions): Promise<SecretChange> {
    options = aboutSecret(name, () => checkOptions(options, UPDATE_OPTIONS));
    const { value, comment, newName } = options;
    return toSecretChange(
      await run(options, (call) =>
        this.#client.proposeUpdateSecret(call, name, value, comment, newName, toPlace(options)),
      ),
    );
  }

  /**
   * As {@link delete}, for projects that may have a policy of approval. Gives the request for
   * approval; `null` if the secret was deleted.
   *
   * @throws {@link NotFoundError} if there is no such secret.
   */
  async proposeDelete(name: string, options: SecretOptions = {}): Promise<Approval | null> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    const approval = await run(options, (call) =>
      this.#client.proposeDeleteSecret(call, name, toPlace(options)),
    );
    return approval ?? null;
  }

  /**
   * Every version of a secret, newest first, decrypted. One that does not decrypt is reported in
   * `failures` and hides no other.
   *
   * May 2023 servers keep no comments in versions.
   *
   * @throws {@link NotFoundError} for an unknown secret; {@link PermissionDeniedError} for other
   *   credentials than a user's, and on servers since 2024 for API keys; {@link
   *   UnsupportedByServerError} if the server decrypts the project's secrets but, as those of 2024,
   *   not their versions.
   */
  async versions(name: string, options: SecretOptions = {}): Promise<SecretHistory> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    return new SecretHistory(
      await run(options, (call) => this.#client.listSecretVersions(call, name, toPlace(options))),
    );
  }

  /**
   * Gives a secret the value it had, as a new version. Its comment and tags stay as they are.
   * Servers since 2024 know no rolling back: the value is read and written again, and a change in
   * that moment is undone.
   *
   * @param version Its number, as a secret and its versions carry it.
   * @throws {@link NotFoundError} if there is no such secret or version; {@link
   *   IntegrityViolationError} if the secret was called otherwise then; {@link
   *   PermissionDeniedError} if the server shows no earlier version to this credential, see {@link
   *   GetSecretOptions.version}.
   */
  async rollBack(name: string, version: number, options: SecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => {
      wholeNumber("version", version);
      return checkOptions(options, SECRET_OPTIONS);
    });
    return new Secret(
      await run(options, (call) =>
        this.#client.rollBackSecret(call, name, version, toPlace(options)),
      ),
    );
  }
}

function toPlace(options: SecretOptions): Binding.NativePlace {
  return { ...toLocation(options), kind: options.type };
}
