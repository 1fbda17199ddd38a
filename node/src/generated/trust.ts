// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { type LocationOptions, LOCATION_OPTIONS } from "./options.js";

/** Options of {@link Trust.forgetSecrets}. */
export interface ForgetSecretsTrustOptions extends LocationOptions {
  /** The names of the secrets; by default all secrets of the folder. */
  names?: string[] | undefined;
}

/** @internal */
export const FORGET_SECRETS_TRUST_OPTIONS = { ...LOCATION_OPTIONS, names: arrayOf(text) };

/**
 * The client's trust store.
 *
 * Every method fails with {@link InvalidInputError} if the client has no trust store.
 *
 * Protocol: none; the store is a file of the client.
 */
export class Trust {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Accepts what the server has of the secrets of a folder: forgets what was seen of them. Call it
   * after {@link TamperingSuspectedError}, if the members of the project confirm that they deleted,
   * replaced or rolled back these secrets. The next answers are stored instead.
   *
   * Returns how many secrets were forgotten.
   *
   * @throws {@link NotFoundError} if there is no such environment.
   */
  async forgetSecrets(options: ForgetSecretsTrustOptions = {}): Promise<number> {
    options = checkOptions(options, FORGET_SECRETS_TRUST_OPTIONS);
    const { names, project, environment, path } = options;
    return run(options, (call) =>
      this.#client.forgetSecrets(call, names, { project, environment, path }),
    );
  }

  /**
   * Accepts another key of a project: forgets the known key, and all its secrets. Call it if a
   * member confirms that they replaced the key (`projects.rotate_key`), or that they gave up the
   * encryption of the project.
   *
   * @param id - The project's id.
   */
  async forgetProject(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.forgetProject(call, id));
  }
}
