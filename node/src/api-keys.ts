import { inspect, type InspectOptions } from "node:util";

import { checkOptions, seconds, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { toApiKeyInfo, type ApiKeyInfo } from "./generated/records.js";

/** A new API key. */
export class CreatedApiKey {
  /** What is known of it. */
  readonly info: ApiKeyInfo;

  readonly #key: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedApiKey) {
    this.#key = native.key;
    this.info = toApiKeyInfo(native.info);
  }

  /** The key, `ak.<id>.<secret>`. */
  get key(): string {
    return this.#key;
  }

  /** Everything but key. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of key. */
  toString(): string {
    return "CreatedApiKey";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedApiKey ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link ApiKeys.create}. */
export interface CreateApiKeyOptions extends CallOptions {
  /** How long the key lasts, in whole seconds. */
  expiresInSeconds: number;
}

/**
 * API keys of the user, by which a program acts as them. Every call fails with {@link
 * PermissionDeniedError} for a service token, a machine identity or an API key itself.
 */
export class ApiKeys {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every API key of the user, expired ones too.
   */
  async list(options: CallOptions = {}): Promise<ApiKeyInfo[]> {
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listApiKeys(call));
    return found.map(toApiKeyInfo);
  }

  /**
   * Makes an API key. Its text is told here once.
   *
   * @throws {@link InvalidInputError} for a blank name, or without `expiresInSeconds`.
   */
  async create(name: string, options: CreateApiKeyOptions): Promise<CreatedApiKey> {
    text("name", name);
    options = checkOptions(options, { ...CALL_OPTIONS, expiresInSeconds: seconds });
    const { expiresInSeconds: expiresIn } = options;
    seconds("expiresInSeconds", expiresIn);
    return new CreatedApiKey(
      await run(options, (call) => this.#client.createApiKey(call, name, expiresIn)),
    );
  }

  /**
   * Revokes an API key. Programs that use it are refused from then on.
   *
   * @throws {@link NotFoundError} if the user has none of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteApiKey(call, id));
  }
}
