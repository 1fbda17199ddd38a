import { inspect, type InspectOptions } from "node:util";

import { arrayOf, checkOptions, seconds, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import {
  toServiceTokenInfo,
  type ServiceTokenScope,
  type ServiceTokenInfo,
} from "./generated/records.js";

/** What a service token may do within its scopes. */
export type Permission = "read" | "write";

/** A new token. Its text is in `token` alone, and kept nowhere. */
export class CreatedServiceToken {
  /** What it is for. */
  readonly info: ServiceTokenInfo;

  readonly #token: string;

  /** @internal */
  constructor(created: Binding.NativeCreatedServiceToken) {
    this.info = toServiceTokenInfo(created.info);
    this.#token = created.token;
  }

  /** The token, `st.<id>.<secret>.<key>`. */
  get token(): string {
    return this.#token;
  }

  /** What it is for, without the token. */
  toJSON(): object {
    return { info: this.info };
  }

  /** The token's name, without the token. */
  toString(): string {
    return `CreatedServiceToken(${this.info.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedServiceToken ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link ServiceTokens.create}. */
export interface CreateServiceTokenOptions extends CallOptions {
  /** Id of the project; the client's by default. */
  project?: string | undefined;
  /** Where the token may be used; by default in the client's environment, at the path `/`. */
  scopes?: ServiceTokenScope[] | undefined;
  /** What the token may do; only read by default. */
  permissions?: Permission[] | undefined;
  /** How long the token lasts, in whole seconds; for ever by default. */
  expiresInSeconds?: number | undefined;
}

/** Service tokens, which open one project to a program. */
export class ServiceTokens {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Makes a token that reads one environment of a project, unless told otherwise. Its key part is
   * made here and never sent.
   *
   * @throws {@link NotFoundError} for an unknown environment; {@link UnsupportedByServerError} for
   *   several scopes or a path on a May 2023 server.
   */
  async create(
    name: string,
    options: CreateServiceTokenOptions = {},
  ): Promise<CreatedServiceToken> {
    text("name", name);
    options = checkOptions(options, {
      ...CALL_OPTIONS,
      project: text,
      scopes: arrayOf(scope),
      permissions: arrayOf(text),
      expiresInSeconds: seconds,
    });
    const { project, scopes = [], permissions, expiresInSeconds: expiresIn } = options;
    const token = { name, project, scopes, permissions, expiresIn };
    return new CreatedServiceToken(
      await run(options, (call) => this.#client.createServiceToken(call, token)),
    );
  }

  /**
   * What the client's own service token is for.
   *
   * @throws {@link InvalidInputError} if the client's credential is not a service token;
   *   {@link AuthenticationFailedError} or {@link TokenExpiredError} if it is refused.
   */
  async describe(options: CallOptions = {}): Promise<ServiceTokenInfo> {
    options = checkOptions(options, CALL_OPTIONS);
    return toServiceTokenInfo(
      await run(options, (call) => this.#client.describeServiceToken(call)),
    );
  }

  /**
   * Every token of a project, expired ones too.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member;
   *   {@link PermissionDeniedError} for a service token or an API key.
   */
  async list(options: ProjectOptions = {}): Promise<ServiceTokenInfo[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const infos = await run(options, (call) => this.#client.listServiceTokens(call, project));
    return infos.map(toServiceTokenInfo);
  }

  /**
   * Revokes a token, named by its id. Programs that use it are refused from then on.
   *
   * @throws {@link NotFoundError} if there is no such token; {@link PermissionDeniedError} for a
   *   service token or an API key.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteServiceToken(call, id));
  }
}

function scope(name: string, value: unknown): void {
  const { environment, path } = (value ?? {}) as Partial<ServiceTokenScope>;
  text(`${name}.environment`, environment);
  text(`${name}.path`, path);
}
