// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, callback, checkOptions, flag, text, wholeNumber } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { withProgress } from "../progress.js";
import { type OrganizationOptions, ORGANIZATION_OPTIONS } from "./options.js";
import {
  type Project,
  type BlindIndexReport,
  type KeyRotation,
  type OpenedKey,
  toBlindIndexReport,
  toKeyRotation,
} from "./records.js";

/** Options of {@link Projects.create}. */
export interface CreateProjectOptions extends OrganizationOptions {
  /**
   * What the project is for, on today's servers: `secret-manager`, the default, `kms` for keys that
   * the server holds, or another product, which only the web interface manages.
   */
  product?: string | undefined;
}

/** @internal */
export const CREATE_PROJECT_OPTIONS = { ...ORGANIZATION_OPTIONS, product: text };

/** Options of {@link Projects.upgrade}. */
export interface UpgradeProjectOptions extends CallOptions {
  /**
   * Whether the private key of the user may be sent to the server, which demands it; `false` by
   * default. Without it, the call fails.
   */
  sendPrivateKey?: boolean | undefined;
}

/** @internal */
export const UPGRADE_PROJECT_OPTIONS = { ...CALL_OPTIONS, sendPrivateKey: flag };

/** Options of {@link Projects.rotateKey}. */
export interface RotateKeyOptions extends CallOptions {
  /** Whether only to report what would change; `false` by default. */
  dryRun?: boolean | undefined;
  /**
   * Whether to give the new key to the server, if it has a copy of the present one; `false` by
   * default. Without it, the call fails for such a project and changes nothing.
   */
  shareWithServer?: boolean | undefined;
  /**
   * Fingerprints of the public keys of the other members, learned from their owners and not from
   * the server, each in any form of a `Fingerprint`. If a member has any other key, the call fails
   * and nothing is changed. Not checked by default: then the server decides who gets the new key.
   */
  expectFingerprints?: string[] | undefined;
  /**
   * Function to call before the first request and after each one, with how many secrets are done
   * and of how many; none by default. It must not block. It is not called any more once the promise
   * is fulfilled. If it throws, or returns a promise that is rejected, the call still makes all
   * changes and is then rejected with that error.
   */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @internal */
export const ROTATE_KEY_OPTIONS = {
  ...CALL_OPTIONS,
  dryRun: flag,
  shareWithServer: flag,
  expectFingerprints: arrayOf(text),
  onProgress: callback,
};

/**
 * Projects and their keys.
 *
 * Methods name a project by its id, or on servers since June 2024 by its slug. A client looks up a
 * slug once. The server says which project has the slug; only an id names a project whatever the
 * server says. A service token, since October 2024, knows the slug of its own project; a slug fails
 * with {@link PermissionDeniedError} for other tokens, an API key, a service account, and a machine
 * identity before October 2024. February 2024 servers cannot look up slugs: they fail with {@link
 * UnsupportedByServerError}. A text that cannot be either fails with {@link InvalidInputError}.
 *
 * Protocol: `/api/v1/workspace` and `/api/v2/workspace`, for blind indices
 * `/api/v3/workspaces/{id}/secrets`, for the server's key `/api/v1/bot`.
 */
export class Projects {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Creates a project and its key. The client generates the key and seals it to the user. On
   * servers since June 2024 the server generates the key, and the client opens and checks it. On
   * servers since October 2024 only the server has the key.
   *
   * Servers before June 2024 need two steps. An interruption between them leaves a project without
   * a key and with nothing in it. A call with the same name then finishes that project and does not
   * create a second one; so after an interruption, call again. Do not create two projects of one
   * name at the same moment.
   *
   * @param name - The project's name.
   * @throws {@link InvalidInputError} if the name is blank, or if the user does not belong to
   *   exactly one organization and neither the call nor the client names one.
   * @throws {@link PermissionDeniedError} if the credential is not a user's.
   * @throws {@link UnsupportedByServerError} on servers since June 2024, which make the keys of new
   *   projects, if the client requires end-to-end encryption (`requireE2ee`); for a product on
   *   servers before 2026.
   * @throws {@link IntegrityViolationError} if the server created the project for another product.
   * @throws {@link KeyUnavailableError} if the credential opens no private key of the user, except
   *   where only the server has the key.
   */
  async create(name: string, options: CreateProjectOptions = {}): Promise<Project> {
    text("name", name);
    options = checkOptions(options, CREATE_PROJECT_OPTIONS);
    const { product, organization } = options;
    return run(options, (call) => this.#client.createProject(call, name, product, organization));
  }

  /**
   * Lists every project that the user is a member of.
   *
   * @throws {@link PermissionDeniedError} if the credential is a service token, or a machine
   *   identity on servers before October 2024.
   * @throws {@link UnsupportedByServerError} if the server logs users in only with the password
   *   itself and `sendPassword` does not allow it.
   */
  async list(options: CallOptions = {}): Promise<Project[]> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listProjects(call));
  }

  /**
   * Returns one project, by its id or slug.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the credential is not a user's.
   */
  async get(id: string, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getProject(call, id));
  }

  /**
   * Returns one project, by its slug, even if the slug has the form of an id.
   *
   * @param slug - The project's slug, as in {@link Project.slug}.
   * @throws {@link NotFoundError} if there is no project of that slug or the user is not a member.
   * @throws {@link PermissionDeniedError} if the credential is an API key or not a user's.
   * @throws {@link InvalidInputError} if the slug is empty, `.` or `..`, or longer than 100
   *   characters.
   * @throws {@link IntegrityViolationError} if the server answers with another project.
   * @throws {@link UnsupportedByServerError} on servers before June 2024.
   */
  async getBySlug(slug: string, options: CallOptions = {}): Promise<Project> {
    text("slug", slug);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getProjectBySlug(call, slug));
  }

  /**
   * Opens the key of a project and keeps it, as the first use of its secrets does. So a program
   * learns early whether its credential can decrypt.
   *
   * The result has the fingerprint of the public key of the user who sealed this copy: {@link
   * OpenedKey.sealedBy}. That user sees the same with {@link Members.fingerprint}, unless the
   * server lies.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link KeyUnavailableError} if nobody has shared the key with the user or service
   *   account yet, if the credential opens no private key, or if only the server has the key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed, or if the last
   *   part of a service token, its key, is wrong.
   * @throws {@link IntegrityViolationError} if the public key that the server holds for the user
   *   does not belong to the user's private key, if the server gives another project key than
   *   before, or if the client requires a trusted sealer and another public key sealed the copy, or
   *   if a server since June 2024 has a copy of the key and the client requires end-to-end
   *   encryption.
   * @throws {@link PermissionDeniedError} for a service token of another project.
   * @throws {@link UnsupportedByServerError} for a service account, on servers since 2024.
   */
  async openKey(id: string, options: CallOptions = {}): Promise<OpenedKey> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.openProjectKey(call, id));
  }

  /**
   * Renames a project. Its slug stays the same.
   *
   * @param id - The project's id or slug.
   * @param name - The new name.
   * @throws {@link InvalidInputError} if the name is blank.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is not a user's.
   */
  async rename(id: string, name: string, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.renameProject(call, id, name));
  }

  /**
   * Deletes a project with every secret in it. This cannot be undone.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project, also because it was deleted before,
   *   or if the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, or if
   *   the credential is not a user's.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteProject(call, id));
  }

  /**
   * Sets whether the server's own pages write names of secrets in capitals. Names that this library
   * stores stay as given.
   *
   * @param id - The project's id or slug.
   * @param enabled - Whether the pages write names in capitals.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is not a user's.
   */
  async setAutoCapitalization(
    id: string,
    enabled: boolean,
    options: CallOptions = {},
  ): Promise<Project> {
    text("id", id);
    flag("enabled", enabled);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.setAutoCapitalization(call, id, enabled));
  }

  /**
   * Sets how many versions of each secret and folder the server keeps.
   *
   * Servers support this since June 2024. The server deletes older versions permanently.
   *
   * @param id - The project's id or slug.
   * @param limit - The number of versions to keep, from 1 to 100.
   * @throws {@link InvalidInputError} if the limit is not from 1 to 100.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, or if
   *   the credential is an API key or not a user's.
   * @throws {@link UnsupportedByServerError} on servers before June 2024.
   */
  async setVersionLimit(id: string, limit: number, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    wholeNumber("limit", limit);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.setVersionLimit(call, id, limit));
  }

  /**
   * Removes the user from a project, on servers since June 2024. The client forgets the project's
   * key. To come back, the user has to be invited again.
   *
   * Today's servers let the only administrator leave, too. Then no member can manage the project:
   * make another member an administrator first.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is the only administrator of the project, on
   *   servers of 2024, or if the credential is an API key or not a user's.
   * @throws {@link UnsupportedByServerError} on servers before June 2024, or for a project that was
   *   created before June 2024, as every end-to-end encrypted project was: an administrator of the
   *   project can remove the member.
   */
  async leave(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.leaveProject(call, id));
  }

  /**
   * Gives the server the key of a project, which ends the project's end-to-end encryption.
   *
   * With the key, the server can read every secret that the project has, had or will have.
   *
   * The server's integrations need it and, since June 2023, its plaintext routes. Nothing happens
   * if the server has the key already, as for every project created since June 2024.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is not a user's.
   * @throws {@link KeyUnavailableError} if the user has no key of the project to share, or if the
   *   credential opens no private key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link IntegrityViolationError} if the server's public key is not safe to seal to, or
   *   if the server may have replaced the project key (see `trustedSealers`): then nothing is
   *   given.
   * @throws {@link UnsupportedByServerError} on today's servers, for a project whose key only the
   *   server has.
   */
  async shareKeyWithServer(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.shareKeyWithServer(call, id));
  }

  /**
   * Asks the server to delete its copy of the project key. The server may have kept the key and
   * everything that it read; only a new project with new values is out of its reach again.
   *
   * Nothing happens if the server has no copy. If it had one, this client's `endToEndEncrypted`
   * stays false.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is not a user's.
   * @throws {@link UnsupportedByServerError} if the server generated the key itself, as for every
   *   project created since June 2024.
   */
  async stopSharingKeyWithServer(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.stopSharingKeyWithServer(call, id));
  }

  /**
   * Upgrades a project to one whose key the server has (servers since October 2024). This ends its
   * end-to-end encryption permanently.
   *
   * The server decrypts every secret of the project and stores it again, also the personal ones of
   * its members, and from then on reads and writes plaintext. Members no longer need its key, and
   * machine identities can use it. There is no way back.
   *
   * The server demands the private key of the user for it. It can then decrypt every other project
   * key that was ever sealed to the user. The call waits until the server has finished.
   *
   * @param id - The project's id or slug.
   * @throws {@link InvalidInputError} unless `sendPrivateKey` is set: nothing is sent.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, or if
   *   the credential is not a user's.
   * @throws {@link KeyUnavailableError} if the credential opens no private key, or if the user has
   *   no key of the project.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link ServerErrorError} if the server could not upgrade the project, which stays as it
   *   was.
   * @throws {@link UnsupportedByServerError} on servers before October 2024, and for a project that
   *   is upgraded already.
   */
  async upgrade(id: string, options: UpgradeProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, UPGRADE_PROJECT_OPTIONS);
    const { sendPrivateKey = false } = options;
    await run(options, (call) => this.#client.upgradeProject(call, id, sendPrivateKey));
  }

  /**
   * Returns whether the server says that it has a copy of the project key. The result is `true` for
   * every project created since June 2024.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is not a user's.
   * @throws {@link UnsupportedByServerError} on today's servers, for a project whose key only the
   *   server has.
   */
  async isKeySharedWithServer(id: string, options: CallOptions = {}): Promise<boolean> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.isKeySharedWithServer(call, id));
  }

  /**
   * Returns whether every secret of the project can be found by name. The result is `false` if some
   * secrets were stored before spring 2023, or by a program that does not tell the server their
   * names.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, on
   *   May 2023 servers, or if the credential is not a user's.
   * @throws {@link UnsupportedByServerError} on today's servers, which have no blind indices any
   *   more.
   */
  async blindIndexStatus(id: string, options: CallOptions = {}): Promise<boolean> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.blindIndexStatus(call, id));
  }

  /**
   * Enables finding every secret of an old project by name. The client decrypts the names and sends
   * them to the server, which stores a keyed hash of each. The server sees the names meanwhile, as
   * it does whenever a secret is read by name.
   *
   * After an interruption, call it again to finish. Secrets whose name does not decrypt or is empty
   * get no index: {@link BlindIndexReport.failures}.
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, or if
   *   the credential is not a user's.
   * @throws {@link KeyUnavailableError} if the user has no key of the project, or if the credential
   *   opens no private key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link UnsupportedByServerError} on today's servers, which have no blind indices any
   *   more.
   */
  async enableBlindIndices(id: string, options: CallOptions = {}): Promise<BlindIndexReport> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.enableBlindIndices(call, id));
    return toBlindIndexReport(found);
  }

  /**
   * Replaces the key of a project, for example after a member was removed.
   *
   * It encrypts every secret under a new key, and seals that key to the remaining members. Run
   * again after an interruption, it finishes. Let one administrator rotate at a time.
   *
   * First the call checks everything, and changes nothing if it finds a reason to stop: every
   * secret of every environment and folder must decrypt, and every public key must be safe. Then it
   * encrypts the secrets, with the user's own personal ones, reads them again until none is under
   * the old key, gives the members their copies, and the user's own copy last. At the end it reads
   * all secrets once more.
   *
   * Service tokens contain the old key, and the result names them: create new ones, and delete
   * these. Programs that run keep the old key and may write with it: stop them before, and start
   * them again afterwards. Until the end, other members cannot read the secrets that are done.
   *
   * Some things stay under the old key and become unreadable: other members' personal secrets,
   * which their owners must write again, earlier versions of secrets, snapshots, and open requests
   * for approval. People who had the old key still know what it opened: change the values too. The
   * result has this as a warning to show to the user.
   *
   * ```ts
   * const plan = await client.projects.rotateKey(id, { dryRun: true });
   * for (const member of plan.members) console.log(member.email, member.publicKeyFingerprint);
   * const { warning } = await client.projects.rotateKey(id);
   * ```
   *
   * @param id - The project's id or slug.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the user is not an administrator of the project, if
   *   the project has approval policies, which would hold back the changes, or if the credential is
   *   an API key or not a user's.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, and for a project whose key the
   *   server created, as on servers since June 2024.
   * @throws {@link DecryptionFailedError} if a secret does not decrypt, or if the user's copy of
   *   the key was changed: then nothing is changed.
   * @throws {@link ConflictError} if two secrets of a folder have the same name, if secrets lack a
   *   blind index, or if the server has a copy of the key and `shareWithServer` is not set: then
   *   nothing is changed. Also if somebody writes secrets meanwhile.
   * @throws {@link IntegrityViolationError} if a member's public key is not safe or not expected,
   *   or if the server may have replaced the project key (see `trustedSealers`).
   * @throws {@link KeyUnavailableError} if the user has no key of the project, or if the credential
   *   opens no private key.
   * @throws {@link InvalidInputError} if a fingerprint is in no form of a fingerprint.
   */
  async rotateKey(id: string, options: RotateKeyOptions = {}): Promise<KeyRotation> {
    text("id", id);
    options = checkOptions(options, ROTATE_KEY_OPTIONS);
    const { dryRun = false, shareWithServer = false, expectFingerprints, onProgress } = options;
    const found = await withProgress(onProgress, (tell) =>
      run(options, (call) =>
        this.#client.rotateProjectKey(call, id, dryRun, shareWithServer, expectFingerprints, tell),
      ),
    );
    return toKeyRotation(found);
  }
}
