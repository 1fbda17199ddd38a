// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, seconds, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { CreatedApiKey, type ApiKeyInfo, toApiKeyInfo } from "./records.js";

/** Options of {@link ApiKeys.create}. */
export interface CreateApiKeyOptions extends CallOptions {
  /** How long the key lasts, in whole seconds. */
  expiresInSeconds: number;
}

/** @internal */
export const CREATE_API_KEY_OPTIONS = { ...CALL_OPTIONS, expiresInSeconds: seconds };

/**
 * API keys of the user, with which a program acts as the user.
 *
 * Every method fails with {@link PermissionDeniedError} for a service token, a service account or a
 * machine identity, and for an API key itself.
 *
 * Protocol: `/api/v2/api-key`, since 2024 `/api/v2/users/me/api-keys`.
 */
export class ApiKeys {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the API keys of the user, including expired ones.
   *
   * @throws {@link UnsupportedByServerError} on today's servers, which have no API keys.
   */
  async list(options: CallOptions = {}): Promise<ApiKeyInfo[]> {
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listApiKeys(call));
    return found.map((it) => toApiKeyInfo(it));
  }

  /**
   * Creates an API key. Its text is returned only here.
   *
   * @param name - The name of the key, for people.
   * @throws {@link InvalidInputError} if the name is blank, or if `expiresInSeconds` is less than
   *   one second.
   * @throws {@link UnsupportedByServerError} on today's servers, which have no API keys.
   */
  async create(name: string, options: CreateApiKeyOptions): Promise<CreatedApiKey> {
    text("name", name);
    options = checkOptions(options, CREATE_API_KEY_OPTIONS);
    const { expiresInSeconds } = options;
    seconds("expiresInSeconds", expiresInSeconds);
    const found = await run(options, (call) =>
      this.#client.createApiKey(call, name, expiresInSeconds),
    );
    return new CreatedApiKey(found);
  }

  /**
   * Revokes an API key. The server rejects programs that use it from then on.
   *
   * @param id - Id of the API key.
   * @throws {@link NotFoundError} if the user has no API key with that id.
   * @throws {@link InvalidInputError} if `id` cannot be an id on this server.
   * @throws {@link UnsupportedByServerError} on today's servers, which have no API keys.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteApiKey(call, id));
  }
}
