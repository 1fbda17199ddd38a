// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import {
  aboutSecret,
  arrayOf,
  callback,
  checkOptions,
  flag,
  text,
  texts,
  wholeNumber,
} from "../arguments.js";
import { type SecretChange, toSecretChange } from "../approvals.js";
import { BulkResult, type NewValue, toNewValues } from "../bulk.js";
import { run } from "../call.js";
import { toDetails } from "../conversions.js";
import type { NamedValues } from "../named.js";
import { withProgress } from "../progress.js";
import { Secret, SecretList } from "../secret.js";
import { SecretHistory } from "../secret-version.js";
import {
  type LocationOptions,
  type SecretOptions,
  type ReferenceOptions,
  LOCATION_OPTIONS,
  SECRET_OPTIONS,
  REFERENCE_OPTIONS,
} from "./options.js";
import type { MoveResult, DuplicateResult, Approval } from "./records.js";

/** Options of {@link Secrets.get}. */
export interface GetSecretOptions extends SecretOptions, ReferenceOptions {
  /**
   * Whether secrets of imported folders are found too, with the environment and path that they come
   * from; `false` by default. A folder's own secrets take precedence over imported ones, and later
   * imports over earlier ones. Needs a server of 2024 or later.
   */
  imports?: boolean | undefined;
  /**
   * Whether the value is read too; `true` by default. With `false`, the result has the other
   * fields, an empty value, and `valueRead` = `false`: the client does not decrypt the value, and
   * today's servers do not send one that they decrypt. For these, a credential that may not read
   * values needs `false`. A trust store then checks only that no secret of a list is missing. Not
   * with `expandReferences`.
   */
  viewValue?: boolean | undefined;
  /**
   * Number of an earlier version, as in {@link Secret.version}; the current version by default.
   * Servers show earlier versions only to users, those of 2024 not with API keys; today's servers
   * show them to machine identities too. May 2023 servers store no comments of versions. Earlier
   * versions are read from the folder itself, so not with `imports`.
   */
  version?: number | undefined;
}

/** @internal */
export const GET_SECRET_OPTIONS = {
  ...SECRET_OPTIONS,
  ...REFERENCE_OPTIONS,
  imports: flag,
  viewValue: flag,
  version: wholeNumber,
};

/** Options of {@link Secrets.list} and {@link Secrets.listIfChanged}. */
export interface ListSecretsOptions extends SecretOptions, ReferenceOptions {
  /**
   * Whether the user's personal secrets take the place of shared ones of the same name; `false` by
   * default: then the list has only shared or only personal secrets.
   */
  overrides?: boolean | undefined;
  /**
   * Whether secrets of imported folders are found too, with the environment and path that they come
   * from; `false` by default. A folder's own secrets take precedence over imported ones, and later
   * imports over earlier ones. Needs a server of 2024 or later.
   */
  imports?: boolean | undefined;
  /**
   * Whether the list has the secrets of all folders below too; `false` by default. Folders that the
   * credential may not read are left out. Servers since October 2024 answer with all of them at
   * once; on those before, the client reads folder by folder, at most 2,000 of them and at most 100
   * levels deep. References are expanded as if each folder were read separately. Not with
   * `imports`, which belong to one folder. Needs a server of 2024 or later.
   */
  recursive?: boolean | undefined;
  /**
   * Whether the value is read too; `true` by default. With `false`, the result has the other
   * fields, an empty value, and `valueRead` = `false`: the client does not decrypt the value, and
   * today's servers do not send one that they decrypt. For these, a credential that may not read
   * values needs `false`. A trust store then checks only that no secret of a list is missing. Not
   * with `expandReferences`.
   */
  viewValue?: boolean | undefined;
  /**
   * Slugs of tags: the list has only secrets with at least one of them. No tags, the default, mean
   * all secrets. Of shared secrets only, so not with `overrides` or `imports`.
   */
  tags?: string[] | undefined;
  /**
   * Metadata: the list has only secrets that have all of it, each key with its value; encrypted
   * values are not compared. Of shared secrets only, so not with `overrides` or `imports`. Needs
   * one of today's servers that decrypts the project's secrets. Give an object of names to values.
   */
  metadata?: Record<string, string> | undefined;
}

/** @internal */
export const LIST_SECRETS_OPTIONS = {
  ...SECRET_OPTIONS,
  ...REFERENCE_OPTIONS,
  overrides: flag,
  imports: flag,
  recursive: flag,
  viewValue: flag,
  tags: arrayOf(text),
  metadata: texts,
};

/** Options of {@link Secrets.create}. */
export interface CreateSecretOptions extends SecretOptions {
  /** Comment for people, encrypted like the value; none by default. */
  comment?: string | undefined;
  /**
   * Metadata, each key with its value; it takes the place of all metadata that the secret had.
   * Needs one of today's servers that decrypts the project's secrets. Give an object of names to
   * values.
   */
  metadata?: Record<string, string> | undefined;
  /**
   * Metadata whose values the server stores encrypted, with a key that it has; lists cannot be
   * filtered by these. Together with `metadata`, it takes the place of all metadata that the secret
   * had. Needs one of today's servers that decrypts the project's secrets. Give an object of names
   * to values.
   */
  encryptedMetadata?: Record<string, string> | undefined;
  /**
   * After how many days the server reminds the members of the project, again and again, to change
   * the secret. Needs a server since October 2024 that decrypts the project's secrets.
   */
  reminderDays?: number | undefined;
  /**
   * Note for the reminder, of at most 1,024 UTF-16 units. The server can read it, and sends it by
   * e-mail. Needs `reminderDays`.
   */
  reminderNote?: string | undefined;
  /**
   * Whether the server's own tools write a value of several lines as it is, instead of in one line
   * with escapes. This client always returns values as they are. Needs a server since October 2024
   * that decrypts the project's secrets.
   */
  skipMultilineEncoding?: boolean | undefined;
}

/** @internal */
export const CREATE_SECRET_OPTIONS = {
  ...SECRET_OPTIONS,
  comment: text,
  metadata: texts,
  encryptedMetadata: texts,
  reminderDays: wholeNumber,
  reminderNote: text,
  skipMultilineEncoding: flag,
};

/** Options of {@link Secrets.update}. */
export interface UpdateSecretOptions extends SecretOptions {
  /** New value; unchanged by default. */
  value?: string | undefined;
  /**
   * New comment; unchanged by default. 2024 servers accept a comment only together with the value,
   * so the client reads the value first, and a change to it meanwhile is undone.
   */
  comment?: string | undefined;
  /**
   * New name of a shared secret; unchanged by default. Personal secrets that override it keep the
   * old name, and so stop overriding it; references to it do not follow. On May 2023 servers only a
   * user can rename a secret.
   */
  newName?: string | undefined;
  /**
   * Metadata, each key with its value; it takes the place of all metadata that the secret had.
   * Needs one of today's servers that decrypts the project's secrets. Give an object of names to
   * values.
   */
  metadata?: Record<string, string> | undefined;
  /**
   * Metadata whose values the server stores encrypted, with a key that it has; lists cannot be
   * filtered by these. Together with `metadata`, it takes the place of all metadata that the secret
   * had. Needs one of today's servers that decrypts the project's secrets. Give an object of names
   * to values.
   */
  encryptedMetadata?: Record<string, string> | undefined;
  /**
   * After how many days the server reminds the members of the project, again and again, to change
   * the secret. Needs a server since October 2024 that decrypts the project's secrets.
   */
  reminderDays?: number | undefined;
  /**
   * Note for the reminder, of at most 1,024 UTF-16 units. The server can read it, and sends it by
   * e-mail. Needs `reminderDays`.
   */
  reminderNote?: string | undefined;
  /**
   * Whether the server's own tools write a value of several lines as it is, instead of in one line
   * with escapes. This client always returns values as they are. Needs a server since October 2024
   * that decrypts the project's secrets.
   */
  skipMultilineEncoding?: boolean | undefined;
}

/** @internal */
export const UPDATE_SECRET_OPTIONS = {
  ...SECRET_OPTIONS,
  value: text,
  comment: text,
  newName: text,
  metadata: texts,
  encryptedMetadata: texts,
  reminderDays: wholeNumber,
  reminderNote: text,
  skipMultilineEncoding: flag,
};

/** Options of {@link Secrets.setMany} and {@link Secrets.deleteMany}. */
export interface BulkOptions extends LocationOptions {
  /** Whether only to report what would change; `false` by default. */
  dryRun?: boolean | undefined;
  /**
   * Function to call before the first request and after each one, with how many secrets are done
   * and of how many; none by default. It must not block. It is not called any more once the promise
   * is fulfilled. If it throws, or returns a promise that is rejected, the call still makes all
   * changes and is then rejected with that error.
   */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @internal */
export const BULK_OPTIONS = { ...LOCATION_OPTIONS, dryRun: flag, onProgress: callback };

/** Options of {@link Secrets.proposeCreate}. */
export interface ProposeCreateSecretOptions extends SecretOptions {
  /** Comment for people, encrypted like the value; none by default. */
  comment?: string | undefined;
}

/** @internal */
export const PROPOSE_CREATE_SECRET_OPTIONS = { ...SECRET_OPTIONS, comment: text };

/** Options of {@link Secrets.proposeUpdate}. */
export interface ProposeUpdateSecretOptions extends SecretOptions {
  /** New value; unchanged by default. */
  value?: string | undefined;
  /**
   * New comment; unchanged by default. 2024 servers accept a comment only together with the value,
   * so the client reads the value first, and a change to it meanwhile is undone.
   */
  comment?: string | undefined;
  /**
   * New name of a shared secret; unchanged by default. Personal secrets that override it keep the
   * old name, and so stop overriding it; references to it do not follow. On May 2023 servers only a
   * user can rename a secret.
   */
  newName?: string | undefined;
}

/** @internal */
export const PROPOSE_UPDATE_SECRET_OPTIONS = {
  ...SECRET_OPTIONS,
  value: text,
  comment: text,
  newName: text,
};

/** Options of {@link Secrets.move}. */
export interface MoveSecretsOptions extends LocationOptions {
  /** Slug of the environment of the destination; the source's by default. */
  toEnvironment?: string | undefined;
  /** Folder of the destination, which must exist; the source's by default. */
  toPath?: string | undefined;
  /** Whether to replace other values of that name at the destination; `false` by default. */
  overwrite?: boolean | undefined;
}

/** @internal */
export const MOVE_SECRETS_OPTIONS = {
  ...LOCATION_OPTIONS,
  toEnvironment: text,
  toPath: text,
  overwrite: flag,
};

/** Options of {@link Secrets.duplicate}. */
export interface DuplicateSecretsOptions extends LocationOptions {
  /** Slug of the environment of the destination; the source's by default. */
  toEnvironment?: string | undefined;
  /** Folder of the destination, which must exist; the source's by default. */
  toPath?: string | undefined;
  /** Whether to replace other values of that name at the destination; `false` by default. */
  overwrite?: boolean | undefined;
}

/** @internal */
export const DUPLICATE_SECRETS_OPTIONS = {
  ...LOCATION_OPTIONS,
  toEnvironment: text,
  toPath: text,
  overwrite: flag,
};

/**
 * Secrets by name.
 *
 * Every method works in one place: a project, an environment and a folder. It fails with {@link
 * InvalidInputError} if neither the call nor the client or its token names the project and the
 * environment, or if the path does not have the form `/folder/subfolder`. It fails with {@link
 * NotFoundError} if there is no such project or environment or the user is not a member, and with
 * {@link PermissionDeniedError} if the credential may not read or write there, such as a service
 * token outside of its scopes. On May 2023 servers secrets have no folders: a path other than `/`
 * fails with {@link UnsupportedByServerError}.
 *
 * A name may be any text without white space around it, in any script. The names `.` and `..`
 * cannot be in a URL, and servers since 2024 cannot find the names `raw`, `batch` and `move` and
 * names of more than 100 UTF-16 units. {@link Secrets.setMany}, {@link Secrets.deleteMany} and
 * {@link Secrets.list} handle these too, where secrets are end-to-end encrypted.
 *
 * The client encrypts and decrypts, and verifies what it reads. If the key of the project is not
 * available, because nobody has shared it or the credential opens no private key, a method fails
 * with {@link KeyUnavailableError}. It fails with {@link DecryptionFailedError} if the copy of the
 * key or a secret does not decrypt, and with {@link IntegrityViolationError} if the server answers
 * with another secret than the one asked for or stored. With a trust store, it fails with {@link
 * TamperingSuspectedError} if an answer contradicts what was seen before.
 *
 * Where a secret can only pass in plaintext, as for machine identities and in projects whose key
 * only the server has, a method fails with {@link UnsupportedByServerError} if the client has the
 * option `requireE2ee`, which is on by default except for machine identities. Each secret tells how
 * it came: {@link Secret.endToEndEncrypted}.
 *
 * Protocol: `/api/v3/secrets` and `/api/v2/secrets`; for machine identities `/api/v3/secrets/raw`
 * and `/api/v4/secrets`.
 */
export class Secrets {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Reads and decrypts one secret, and checks that it is the one asked for.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret, version or environment.
   * @throws {@link PermissionDeniedError} if the server does not show earlier versions to the
   *   credential.
   * @throws {@link DecryptionFailedError} if a field of the secret does not verify; the error names
   *   the field.
   * @throws {@link IntegrityViolationError} if the server answers with another secret, or if the
   *   secret had another name in that version.
   * @throws {@link TamperingSuspectedError} if the answer contradicts the client's trust store.
   * @throws {@link InvalidInputError} if the name is not valid, if a reference is unresolved or
   *   circular, for a negative version, for a version or a personal secret with `imports`, if
   *   `expandReferences` is set and `viewValue` is `false`, if `unknownReferences`,
   *   `nestedReferences` or `expandOnServer` is set without `expandReferences`, or if
   *   `expandOnServer` is set with one of the other two, with a version, with `imports` or for a
   *   personal secret.
   * @throws {@link UnsupportedByServerError} for `imports` on May 2023 servers; if the server
   *   decrypts the project's secrets but, like those of 2024, not their earlier versions; for
   *   `expandOnServer` if it does not decrypt them.
   */
  async get(name: string, options: GetSecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => checkOptions(options, GET_SECRET_OPTIONS));
    const {
      project,
      environment,
      path,
      type,
      imports = false,
      viewValue,
      expandReferences = false,
      expandOnServer = false,
      unknownReferences,
      nestedReferences,
      version,
    } = options;
    const found = await run(options, (call) =>
      this.#client.getSecret(
        call,
        name,
        { project, environment, path, kind: type },
        {
          imports,
          viewValue,
          expandReferences,
          expandOnServer,
          unknownReferences,
          nestedReferences,
          version,
        },
      ),
    );
    return new Secret(found);
  }

  /**
   * Reads and decrypts every secret of a place. A secret that does not decrypt, or whose references
   * are unresolved, is reported in `failures` of the `SecretList`; the others are returned.
   *
   * The failure of a secret with an unresolved or circular reference has the field `reference` and
   * is an {@link InvalidInputError}. If the server hides a value from the credential, it is an
   * {@link PermissionDeniedError}. All others are an {@link DecryptionFailedError}.
   *
   * @throws {@link DecryptionFailedError} if more than 10,000 secrets do not decrypt.
   * @throws {@link InvalidResponseError} if the answer has more than 200,000 list entries or is
   *   longer than the longest answer that the client accepts, or for too many folders.
   * @throws {@link IntegrityViolationError} if the server answers with a secret of another place.
   * @throws {@link NotFoundError} if there is no such environment or folder.
   * @throws {@link TamperingSuspectedError} if the answer contradicts the client's trust store.
   * @throws {@link InvalidInputError} for personal secrets with `overrides` or `imports`, for
   *   `imports` or the nested references `"read_folder"` in a `recursive` list, for personal
   *   secrets, `overrides` or `imports` with `tags` or `metadata`, if `expandReferences` is set and
   *   `viewValue` is `false`, if `unknownReferences`, `nestedReferences` or `expandOnServer` is set
   *   without `expandReferences`, or if `expandOnServer` is set with one of the other two, or with
   *   both `overrides` and `imports`.
   * @throws {@link UnsupportedByServerError} for `imports` or `recursive` on May 2023 servers; for
   *   `tags` or `metadata` that the server does not tell; for `expandOnServer` if the server does
   *   not decrypt the project's secrets.
   */
  async list(options: ListSecretsOptions = {}): Promise<SecretList> {
    options = checkOptions(options, LIST_SECRETS_OPTIONS);
    const {
      project,
      environment,
      path,
      type,
      overrides = false,
      imports = false,
      recursive = false,
      viewValue,
      expandReferences = false,
      expandOnServer = false,
      unknownReferences,
      nestedReferences,
      tags = [],
      metadata = {},
    } = options;
    const found = await run(options, (call) =>
      this.#client.listSecrets(
        call,
        { project, environment, path, kind: type },
        {
          overrides,
          imports,
          recursive,
          viewValue,
          expandReferences,
          expandOnServer,
          unknownReferences,
          nestedReferences,
          tags,
          metadata: toDetails(metadata),
        },
      ),
    );
    return new SecretList(found);
  }

  /**
   * Reads every secret of a place if the list changed since an earlier one.
   *
   * The server compares. If the list is unchanged, the server sends nothing, and the result is
   * `null`: a program that polls saves the transfer and the decryption. A new list has a new `etag`
   * for the next call. The ETag of a list with other options, of another place or of another
   * credential is ignored, and the list is read; also if the client's trust store has learned
   * something since. The errors are those of {@link Secrets.list}, and one more.
   *
   * A list has an `etag` if one answer of the server decides about all of it: not if it is empty,
   * if a secret does not decrypt, if values refer to other folders, or if the client read several
   * folders. A server that decrypts the secrets may derive it from their values: keep it as
   * confidential as the list.
   *
   * @param etag - `etag` of the earlier `SecretList`.
   * @throws {@link InvalidInputError} if `etag` is not one of a list of secrets.
   */
  async listIfChanged(etag: string, options: ListSecretsOptions = {}): Promise<SecretList | null> {
    text("etag", etag);
    options = checkOptions(options, LIST_SECRETS_OPTIONS);
    const {
      project,
      environment,
      path,
      type,
      overrides = false,
      imports = false,
      recursive = false,
      viewValue,
      expandReferences = false,
      expandOnServer = false,
      unknownReferences,
      nestedReferences,
      tags = [],
      metadata = {},
    } = options;
    const found =
      (await run(options, (call) =>
        this.#client.listSecretsIfChanged(
          call,
          etag,
          { project, environment, path, kind: type },
          {
            overrides,
            imports,
            recursive,
            viewValue,
            expandReferences,
            expandOnServer,
            unknownReferences,
            nestedReferences,
            tags,
            metadata: toDetails(metadata),
          },
        ),
      )) ?? null;
    return found === null ? null : new SecretList(found);
  }

  /**
   * Encrypts and stores a new secret.
   *
   * For projects that may have a policy of approval, use {@link Secrets.proposeCreate}: it returns
   * the request for approval as a result.
   *
   * @param name - The secret's name: any text without white space around it, on servers since 2024
   *   of at most 100 UTF-16 units.
   * @param value - The value, which may be empty.
   * @throws {@link ConflictError} if the name is taken.
   * @throws {@link InvalidInputError} if the name is not valid, for white space around a value that
   *   is not end-to-end encrypted: servers would remove it, except for one newline at the end; or
   *   for metadata or a reminder that servers would refuse, change or ignore.
   * @throws {@link UnsupportedByServerError} for metadata, a reminder or `skipMultilineEncoding` of
   *   a secret that is end-to-end encrypted, or if the server does not store it.
   * @throws {@link NotFoundError} if there is no such environment or folder, or for a personal
   *   secret if there is no shared one to override.
   * @throws {@link PayloadTooLargeError} if the value is over about 76,000 bytes (May 2023 servers)
   *   or 785,000 bytes (2024 servers).
   * @throws {@link PermissionDeniedError} if a policy of the project asks for approval first: the
   *   error names the request for approval, and nothing was changed; or on servers since 2024 for a
   *   personal secret if the credential is not a user's.
   * @throws {@link IntegrityViolationError} if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is sent; or if it answers with another value or comment than
   *   was sent, or stores other metadata.
   */
  async create(name: string, value: string, options: CreateSecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => {
      text("value", value);
      return checkOptions(options, CREATE_SECRET_OPTIONS);
    });
    const {
      comment,
      metadata,
      encryptedMetadata,
      reminderDays,
      reminderNote,
      skipMultilineEncoding,
      project,
      environment,
      path,
      type,
    } = options;
    const found = await run(options, (call) =>
      this.#client.createSecret(
        call,
        name,
        value,
        comment,
        {
          metadata: metadata === undefined ? undefined : toDetails(metadata),
          encryptedMetadata:
            encryptedMetadata === undefined ? undefined : toDetails(encryptedMetadata),
          reminderDays,
          reminderNote,
          skipMultilineEncoding,
        },
        { project, environment, path, kind: type },
      ),
    );
    return new Secret(found);
  }

  /**
   * Encrypts and stores a new value, a new comment, a new name, or several of them.
   *
   * For projects that may have a policy of approval, use {@link Secrets.proposeUpdate}: it returns
   * the request for approval as a result.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret.
   * @throws {@link ConflictError} if another secret has the new name.
   * @throws {@link InvalidInputError} if nothing to change is given, if a name is not valid, if the
   *   new name is the old one, for a new name of a personal secret, for white space around a value
   *   that is not end-to-end encrypted: servers would remove it, except for one newline at the end;
   *   or for metadata or a reminder that servers would refuse, change or ignore.
   * @throws {@link PayloadTooLargeError} if the value is over about 76,000 bytes (May 2023 servers)
   *   or 785,000 bytes (2024 servers).
   * @throws {@link UnsupportedByServerError} for a new name on May 2023 servers if the credential
   *   is not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
   *   machine identities: it would silently ignore them; for metadata, a reminder or
   *   `skipMultilineEncoding` of a secret that is end-to-end encrypted, or if the server does not
   *   store it.
   * @throws {@link PermissionDeniedError} if a policy of the project asks for approval first: the
   *   error names the request for approval, and nothing was changed.
   * @throws {@link IntegrityViolationError} if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is sent; or if it answers with another value or comment than
   *   was sent, or stores other metadata.
   */
  async update(name: string, options: UpdateSecretOptions): Promise<Secret> {
    options = aboutSecret(name, () => checkOptions(options, UPDATE_SECRET_OPTIONS));
    const {
      value,
      comment,
      newName,
      metadata,
      encryptedMetadata,
      reminderDays,
      reminderNote,
      skipMultilineEncoding,
      project,
      environment,
      path,
      type,
    } = options;
    const found = await run(options, (call) =>
      this.#client.updateSecret(
        call,
        name,
        value,
        comment,
        newName,
        {
          metadata: metadata === undefined ? undefined : toDetails(metadata),
          encryptedMetadata:
            encryptedMetadata === undefined ? undefined : toDetails(encryptedMetadata),
          reminderDays,
          reminderNote,
          skipMultilineEncoding,
        },
        { project, environment, path, kind: type },
      ),
    );
    return new Secret(found);
  }

  /**
   * Deletes a secret. Deleting a shared secret also deletes every user's personal override of it.
   *
   * For projects that may have a policy of approval, use {@link Secrets.proposeDelete}: it returns
   * the request for approval as a result.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret.
   * @throws {@link InvalidInputError} if the name is not valid.
   * @throws {@link PermissionDeniedError} if a policy of the project asks for approval first: the
   *   error names the request for approval, and nothing was changed.
   */
  async delete(name: string, options: SecretOptions = {}): Promise<void> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    const { project, environment, path, type } = options;
    await run(options, (call) =>
      this.#client.deleteSecret(call, name, { project, environment, path, kind: type }),
    );
  }

  /**
   * Lists every version of a secret, newest first, decrypted. A version that does not decrypt is
   * reported in {@link SecretHistory.failures} and hides no other. `checkComplete` of the result
   * fails if there is any.
   *
   * May 2023 servers keep no comments in versions. They have two versions with the same number
   * where somebody wrote several secrets at once on their web pages.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret.
   * @throws {@link InvalidInputError} if the name is not valid.
   * @throws {@link PermissionDeniedError} if the credential is not a user's, or on servers since
   *   2024 if it is an API key.
   * @throws {@link IntegrityViolationError} if the server answers with the versions of another
   *   secret.
   * @throws {@link UnsupportedByServerError} if the server decrypts the project's secrets but, like
   *   those of 2024, not their earlier versions.
   */
  async versions(name: string, options: SecretOptions = {}): Promise<SecretHistory> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    const { project, environment, path, type } = options;
    const found = await run(options, (call) =>
      this.#client.listSecretVersions(call, name, { project, environment, path, kind: type }),
    );
    return new SecretHistory(found);
  }

  /**
   * Gives a secret the value that it had in an earlier version, as a new version. Its comment and
   * tags stay as they are. Servers since 2024 have no route for this: the client reads the value
   * and writes it again, and a change to it meanwhile is undone.
   *
   * Servers show earlier versions only to users, those of 2024 not with API keys; today's servers
   * show them to machine identities too.
   *
   * @param name - The secret's name.
   * @param version - The number of the version, as in {@link Secret.version}.
   * @throws {@link NotFoundError} if there is no such secret or version.
   * @throws {@link InvalidInputError} if the name is not valid, or for a negative version.
   * @throws {@link IntegrityViolationError} if the secret had another name in that version.
   * @throws {@link DecryptionFailedError} if that version does not decrypt.
   * @throws {@link PermissionDeniedError} if the server does not show earlier versions to the
   *   credential, or if a policy of the project asks for approval first: the error names the
   *   request for approval, and nothing was changed.
   * @throws {@link UnsupportedByServerError} if the server decrypts the project's secrets but, like
   *   those of 2024, not their earlier versions.
   */
  async rollBack(name: string, version: number, options: SecretOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => {
      wholeNumber("version", version);
      return checkOptions(options, SECRET_OPTIONS);
    });
    const { project, environment, path, type } = options;
    const found = await run(options, (call) =>
      this.#client.rollBackSecret(call, name, version, { project, environment, path, kind: type }),
    );
    return new Secret(found);
  }

  /**
   * Gives many shared secrets their values. Creates those that do not exist, changes those that
   * differ, and leaves the others alone. Run again after an interruption, it finishes.
   *
   * The result has an item for each secret, in the order given. The reason why one secret was not
   * changed is in its item, {@link BulkItem.error}, and so is the request where a policy asks for
   * approval, {@link BulkItem.approval}. `checkComplete` of the result fails unless everything was
   * done.
   *
   * An error that would stop every secret ends the call; the message says how many changes were
   * done before. The limits for the size of a value are those of {@link Secrets.create}.
   *
   * ```ts
   * const values = { DB_URL: url, DB_USER: "app" };
   * const result = await client.secrets.setMany(values, { dryRun: true });
   * for (const { name, action } of result) console.log(action, name);
   * ```
   *
   * @param values - Names with the values that they are to have, and perhaps a comment for people.
   *   Without one, the comment that a secret has stays. Give an object or `Map` of names to values;
   *   or {@link NewValue} objects; or a complete {@link SecretList}, whose values and comments are
   *   copied.
   * @throws {@link InvalidInputError} if a name is given twice, is empty or has white space around
   *   it: then nothing is changed.
   * @throws {@link DecryptionFailedError} if a secret that does not decrypt may be one of those
   *   named: then nothing is changed.
   * @throws {@link IntegrityViolationError} if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is sent.
   */
  async setMany(
    values: NamedValues | Iterable<NewValue>,
    options: BulkOptions = {},
  ): Promise<BulkResult> {
    const items = toNewValues(values);
    options = checkOptions(options, BULK_OPTIONS);
    const { dryRun = false, onProgress, project, environment, path } = options;
    const found = await withProgress(onProgress, (tell) =>
      run(options, (call) =>
        this.#client.setManySecrets(call, items, dryRun, tell, { project, environment, path }),
      ),
    );
    return new BulkResult(found);
  }

  /**
   * Deletes many shared secrets, with every user's personal overrides of them. Run again after an
   * interruption, it finishes.
   *
   * The result has an item for each secret, in the order given. A secret that does not exist is no
   * error. The reason why one secret was not deleted is in its item, {@link BulkItem.error}, and so
   * is the request where a policy asks for approval, {@link BulkItem.approval}. `checkComplete` of
   * the result fails unless everything was done.
   *
   * An error that would stop every secret ends the call; the message says how many changes were
   * done before.
   *
   * @param names - The secrets' names.
   * @throws {@link InvalidInputError} if a name is given twice, is empty or has white space around
   *   it: then nothing is changed.
   * @throws {@link DecryptionFailedError} if a secret that does not decrypt may be one of those
   *   named: then nothing is changed.
   */
  async deleteMany(names: string[], options: BulkOptions = {}): Promise<BulkResult> {
    arrayOf(text)("names", names);
    options = checkOptions(options, BULK_OPTIONS);
    const { dryRun = false, onProgress, project, environment, path } = options;
    const found = await withProgress(onProgress, (tell) =>
      run(options, (call) =>
        this.#client.deleteManySecrets(call, names, dryRun, tell, { project, environment, path }),
      ),
    );
    return new BulkResult(found);
  }

  /**
   * Creates a secret, or requests approval if a policy of the project asks for it. Use it instead
   * of {@link Secrets.create} for projects that may have such a policy: the request for approval is
   * then the result, not an error.
   *
   * @param name - The secret's name: any text without white space around it, on servers since 2024
   *   of at most 100 UTF-16 units.
   * @param value - The value, which may be empty.
   * @throws {@link ConflictError} if the name is taken.
   * @throws {@link InvalidInputError} if the name is not valid, or for white space around a value
   *   that is not end-to-end encrypted: servers would remove it, except for one newline at the end.
   * @throws {@link NotFoundError} if there is no such environment or folder, or for a personal
   *   secret if there is no shared one to override.
   * @throws {@link PayloadTooLargeError} if the value is over about 76,000 bytes (May 2023 servers)
   *   or 785,000 bytes (2024 servers).
   * @throws {@link PermissionDeniedError} on servers since 2024 for a personal secret if the
   *   credential is not a user's.
   */
  async proposeCreate(
    name: string,
    value: string,
    options: ProposeCreateSecretOptions = {},
  ): Promise<SecretChange> {
    options = aboutSecret(name, () => {
      text("value", value);
      return checkOptions(options, PROPOSE_CREATE_SECRET_OPTIONS);
    });
    const { comment, project, environment, path, type } = options;
    const found = await run(options, (call) =>
      this.#client.proposeCreateSecret(call, name, value, comment, {
        project,
        environment,
        path,
        kind: type,
      }),
    );
    return toSecretChange(found);
  }

  /**
   * Changes a secret, or requests approval if a policy of the project asks for it.
   *
   * The change is a new value, comment or name. Use this operation instead of {@link
   * Secrets.update} for projects that may have such a policy: the request for approval is then the
   * result, not an error.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret.
   * @throws {@link ConflictError} if another secret has the new name.
   * @throws {@link InvalidInputError} if nothing to change is given, if a name is not valid, if the
   *   new name is the old one, for a new name of a personal secret, or for white space around a
   *   value that is not end-to-end encrypted: servers would remove it, except for one newline at
   *   the end.
   * @throws {@link PayloadTooLargeError} if the value is over about 76,000 bytes (May 2023 servers)
   *   or 785,000 bytes (2024 servers).
   * @throws {@link UnsupportedByServerError} for a new name on May 2023 servers if the credential
   *   is not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
   *   machine identities: it would silently ignore them.
   */
  async proposeUpdate(name: string, options: ProposeUpdateSecretOptions): Promise<SecretChange> {
    options = aboutSecret(name, () => checkOptions(options, PROPOSE_UPDATE_SECRET_OPTIONS));
    const { value, comment, newName, project, environment, path, type } = options;
    const found = await run(options, (call) =>
      this.#client.proposeUpdateSecret(call, name, value, comment, newName, {
        project,
        environment,
        path,
        kind: type,
      }),
    );
    return toSecretChange(found);
  }

  /**
   * Deletes a secret, or requests approval if a policy of the project asks for it. Use it instead
   * of {@link Secrets.delete} for projects that may have such a policy: the request for approval is
   * then the result, not an error. If the result has no request, the secret was deleted.
   *
   * Deleting a shared secret also deletes every user's personal override of it.
   *
   * @param name - The secret's name.
   * @throws {@link NotFoundError} if there is no such secret.
   * @throws {@link InvalidInputError} if the name is not valid.
   */
  async proposeDelete(name: string, options: SecretOptions = {}): Promise<Approval | null> {
    options = aboutSecret(name, () => checkOptions(options, SECRET_OPTIONS));
    const { project, environment, path, type } = options;
    return (
      (await run(options, (call) =>
        this.#client.proposeDeleteSecret(call, name, { project, environment, path, kind: type }),
      )) ?? null
    );
  }

  /**
   * Puts tags on a shared secret, in place of those that it has. 2024 servers accept tags only
   * together with the value, so the client reads the value first, and a change to it meanwhile is
   * undone.
   *
   * @param name - The secret's name.
   * @param tags - The slugs of the tags; an empty list removes all tags.
   * @throws {@link NotFoundError} if there is no such secret, or no such tag in the project.
   * @throws {@link InvalidInputError} if the name is not valid.
   * @throws {@link PermissionDeniedError} for service tokens, service accounts and API keys, which
   *   cannot look tags up, or if a policy of the project asks for approval first: the error names
   *   the request for approval, and nothing was changed.
   * @throws {@link IntegrityViolationError} if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is sent.
   * @throws {@link UnsupportedByServerError} if a February 2024 server decrypts the secret, where
   *   it cannot set tags.
   */
  async setTags(name: string, tags: string[], options: LocationOptions = {}): Promise<Secret> {
    options = aboutSecret(name, () => {
      arrayOf(text)("tags", tags);
      return checkOptions(options, LOCATION_OPTIONS);
    });
    const { project, environment, path } = options;
    const found = await run(options, (call) =>
      this.#client.setSecretTags(call, name, tags, { project, environment, path }),
    );
    return new Secret(found);
  }

  /**
   * Moves shared secrets to another environment, another folder, or both.
   *
   * Comments and tags move with the secret. It gets a new id there, and counts its versions from
   * the beginning. Personal overrides do not move: they are deleted with the secret that they
   * override.
   *
   * The project, environment and path of the call are the source. If interrupted, no secret is
   * lost: repeat the call to finish. The client moves one secret at a time: it stores the secret at
   * the destination, reads it back, compares it, and only then deletes it at the source.
   *
   * Where the server encrypts the secrets, servers since October 2024 move them in one request,
   * with reminders and all other fields, and the client checks the result; today's servers then
   * also change references to these secrets. The client still moves one at a time with a service
   * token, under a policy that asks for approval, and secrets with references in their values; on
   * servers of October 2024, also secrets with tags.
   *
   * @param names - The secrets' names.
   * @throws {@link ConflictError} if the destination has a secret of that name with another value
   *   or comment, and `overwrite` is not set: then nothing is moved; or if a secret is changed
   *   during the move: then both exist, at the source and at the destination.
   * @throws {@link NotFoundError} if a secret is in neither place, or a place does not exist.
   * @throws {@link InvalidInputError} if no secret is named, if a name is not valid, if source and
   *   destination are the same, or for white space around a value that is not end-to-end encrypted.
   * @throws {@link UnsupportedByServerError} if a 2024 server decrypts the secrets and cannot set
   *   the comment or (February 2024) the tags: then nothing is moved.
   * @throws {@link DecryptionFailedError} if a secret that does not decrypt may be one of those
   *   named: then nothing is moved.
   * @throws {@link IntegrityViolationError} if the destination does not have what was stored there:
   *   then the secret is kept at the source.
   * @throws {@link PermissionDeniedError} if a policy of the project asks for approval first: the
   *   error names the request for approval.
   */
  async move(names: string[], options: MoveSecretsOptions): Promise<MoveResult> {
    arrayOf(text)("names", names);
    options = checkOptions(options, MOVE_SECRETS_OPTIONS);
    const { toEnvironment, toPath, overwrite = false, project, environment, path } = options;
    return run(options, (call) =>
      this.#client.moveSecrets(
        call,
        names,
        { environment: toEnvironment, path: toPath, overwrite },
        { project, environment, path },
      ),
    );
  }

  /**
   * Copies shared secrets to another environment, another folder, or both.
   *
   * The copies are in the same project. Values, comments, tags and metadata are copied. A copy is a
   * new secret with its own id and versions; with `overwrite`, it is a new version of the secret at
   * the destination, which then has the tags and metadata of the source. Without it, a secret with
   * the same value and comment gets missing tags, and the metadata if it has none. References in a
   * value stay as they are. The source keeps everything, and personal overrides are not copied.
   *
   * The project, environment and path of the call are the source. If interrupted, repeat the call
   * to finish: it leaves out what the destination already has. The client copies one secret at a
   * time: it encrypts and stores the secret at the destination, reads it back and compares it.
   *
   * Where only the server has the key of the project, today's servers copy 50 secrets in one
   * request, and the client checks the result. The client still copies one at a time with a service
   * token, and in place of another secret unless the source has a value, a comment, tags and
   * metadata.
   *
   * @param names - The secrets' names.
   * @throws {@link ConflictError} if the destination has a secret of that name with another value
   *   or comment, and `overwrite` is not set: then nothing is copied.
   * @throws {@link NotFoundError} if the source does not have one of the secrets, or a place does
   *   not exist: then nothing is copied.
   * @throws {@link InvalidInputError} if no secret is named, if a name is not valid, if source and
   *   destination are the same, or if the server decrypts the secrets and a value begins or ends
   *   with white space, which it would remove.
   * @throws {@link UnsupportedByServerError} if a 2024 server decrypts the secrets and cannot set
   *   the comment or (February 2024) the tags: then nothing is copied.
   * @throws {@link DecryptionFailedError} if a secret that does not decrypt may be one of those
   *   named: then nothing is copied.
   * @throws {@link IntegrityViolationError} if the destination does not have what was stored there.
   * @throws {@link PermissionDeniedError} if a policy of the project asks for approval first: the
   *   error names the request for approval.
   */
  async duplicate(names: string[], options: DuplicateSecretsOptions): Promise<DuplicateResult> {
    arrayOf(text)("names", names);
    options = checkOptions(options, DUPLICATE_SECRETS_OPTIONS);
    const { toEnvironment, toPath, overwrite = false, project, environment, path } = options;
    return run(options, (call) =>
      this.#client.duplicateSecrets(
        call,
        names,
        { environment: toEnvironment, path: toPath, overwrite },
        { project, environment, path },
      ),
    );
  }
}
