// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, seconds, serviceTokenScope, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import type { Permission } from "../choices.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import {
  CreatedServiceToken,
  type ServiceTokenScope,
  type ServiceTokenInfo,
  toServiceTokenInfo,
} from "./records.js";

/** Options of {@link ServiceTokens.create}. */
export interface CreateServiceTokenOptions extends ProjectOptions {
  /**
   * Environment and path that the token may use, or several of them on servers since 2024; by
   * default the client's environment and the path `/`. Since 2024 the path may be a glob: a slash
   * and two asterisks cover every folder.
   */
  scopes?: ServiceTokenScope[] | undefined;
  /** What the token may do: `read`, `write` or both; only `read` by default. */
  permissions?: Permission[] | undefined;
  /** How long the token is valid, in whole seconds; forever by default. */
  expiresInSeconds?: number | undefined;
}

/** @internal */
export const CREATE_SERVICE_TOKEN_OPTIONS = {
  ...PROJECT_OPTIONS,
  scopes: arrayOf(serviceTokenScope),
  permissions: arrayOf(text),
  expiresInSeconds: seconds,
};

/**
 * Service tokens, which give a program access to one project.
 *
 * Protocol: `/api/v2/service-token` and `/api/v1/workspace/{id}/service-token-data`.
 */
export class ServiceTokens {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Creates a service token. By default it reads one environment of a project. The client generates
   * the token's key part and never sends it. For a project whose key only the server has, the token
   * has no key part, and its program must allow plaintext.
   *
   * The text of the token is only in the result, {@link CreatedServiceToken.token}; it cannot be
   * shown again.
   *
   * @param name - The token's name, for people.
   * @throws {@link NotFoundError} if there is no such project or environment, or the user is not a
   *   member.
   * @throws {@link InvalidInputError} if no permission is given or there is no such permission, if
   *   a path does not have the form `/folder/subfolder`, for a time below one second, or if neither
   *   the call nor the client names the project and an environment.
   * @throws {@link PermissionDeniedError} if the user may not create tokens, on May 2023 servers
   *   also if the user may not do what the token is to allow, or if the credential is not a user's.
   * @throws {@link KeyUnavailableError} if the user has no key of the project, or if the credential
   *   opens no private key.
   * @throws {@link DecryptionFailedError} if the user's copy of the key was changed.
   * @throws {@link IntegrityViolationError} if the server may have replaced the project key (see
   *   `trustedSealers`): then nothing is sent.
   * @throws {@link UnsupportedByServerError} for several scopes or a path other than `/` on May
   *   2023 servers, whose tokens are for one environment and every path in it, or for a project
   *   whose key only the server has, if the client requires end-to-end encryption.
   */
  async create(
    name: string,
    options: CreateServiceTokenOptions = {},
  ): Promise<CreatedServiceToken> {
    text("name", name);
    options = checkOptions(options, CREATE_SERVICE_TOKEN_OPTIONS);
    const { project, scopes = [], permissions, expiresInSeconds } = options;
    const found = await run(options, (call) =>
      this.#client.createServiceToken(call, {
        name,
        project,
        scopes,
        permissions,
        expiresIn: expiresInSeconds,
      }),
    );
    return new CreatedServiceToken(found);
  }

  /**
   * Returns what the client's own service token is for.
   *
   * @throws {@link InvalidInputError} if the client's credential is not a service token.
   * @throws {@link AuthenticationFailedError} if the server rejects the token.
   * @throws {@link TokenExpiredError} if the token has expired, where the server says so, as
   *   servers since 2024 do.
   * @throws {@link DecryptionFailedError} if the last part of the token, its key, does not open the
   *   project key.
   */
  async describe(options: CallOptions = {}): Promise<ServiceTokenInfo> {
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.describeServiceToken(call));
    return toServiceTokenInfo(found);
  }

  /**
   * Lists every service token of a project, expired ones too.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is an API key or not a user's, such as a service token.
   */
  async list(options: ProjectOptions = {}): Promise<ServiceTokenInfo[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.listServiceTokens(call, project));
    return found.map((it) => toServiceTokenInfo(it));
  }

  /**
   * Revokes a service token, by its id. From then on the server rejects programs that use it.
   *
   * @param id - The token's id.
   * @throws {@link NotFoundError} if there is no such token, or the user is not a member of its
   *   project.
   * @throws {@link InvalidInputError} for a text that cannot be an id.
   * @throws {@link PermissionDeniedError} if the user's role does not allow it, or if the
   *   credential is an API key or not a user's, such as a service token.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteServiceToken(call, id));
  }
}
