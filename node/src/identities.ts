import { checkOptions, seconds, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import type { CreateIdentityOptions, UpdateIdentityOptions } from "./identity.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import {
  type CreateAccessTokenOptions,
  CreatedAccessToken,
  TOKEN_AUTH_OPTIONS,
  type TokenAuthOptions,
  toTokenAuthSettings,
} from "./token-auth.js";
import {
  type CreateClientSecretOptions,
  CreatedClientSecret,
  toUniversalAuthSettings,
  UNIVERSAL_AUTH_OPTIONS,
  type UniversalAuthOptions,
} from "./universal-auth.js";
import {
  toAccessTokenInfo,
  toClientSecretInfo,
  toTokenAuth,
  toUniversalAuth,
  type Identity,
  type IdentityProject,
  type UniversalAuth,
  type TokenAuth,
  type AccessTokenInfo,
  type ClientSecretInfo,
  type ProjectIdentity,
} from "./generated/records.js";

/**
 * Machine identities, on servers of 2024 and later. A program becomes one with `clientId` and
 * `clientSecret` after four steps: {@link create}, {@link attachUniversalAuth},
 * {@link createClientSecret}, {@link addToProject}. On servers since autumn 2024 a user can make
 * the identity's access tokens instead: {@link attachTokenAuth}, {@link createAccessToken}.
 *
 * Every call is rejected with {@link UnsupportedByServerError} on May 2023 servers, and with
 * {@link PermissionDeniedError} for other credentials than a user's, or without the role.
 */
export class Identities {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Makes an identity in an organization. Alone it can do nothing.
   *
   * @throws {@link InvalidInputError} if the name is empty or the role unknown, or the user belongs
   *   to several organizations and none is named.
   */
  async create(name: string, options: CreateIdentityOptions = {}): Promise<Identity> {
    text("name", name);
    options = checkOptions(options, { ...ORGANIZATION_OPTIONS, role: text });
    const { organization, role } = options;
    return run(options, (call) => this.#client.createIdentity(call, name, organization, role));
  }

  /**
   * Every identity of an organization.
   *
   * @throws {@link InvalidInputError} if the user belongs to several organizations and none is
   *   named.
   */
  async list(options: OrganizationOptions = {}): Promise<Identity[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    return run(options, (call) => this.#client.listIdentities(call, options.organization));
  }

  /**
   * Gives an identity another name, or another role in its organization.
   *
   * @throws {@link NotFoundError} if there is none of that id; {@link InvalidInputError} if nothing
   *   is to change, for an empty name, or for an unknown role.
   */
  async update(id: string, options: UpdateIdentityOptions = {}): Promise<Identity> {
    text("id", id);
    options = checkOptions(options, { ...CALL_OPTIONS, newName: text, role: text });
    const { newName, role } = options;
    return run(options, (call) => this.#client.updateIdentity(call, id, newName, role));
  }

  /**
   * Deletes an identity. Its client secrets and access tokens stop working.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteIdentity(call, id));
  }

  /**
   * Lets an identity log in by universal auth, and gives its client id.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} for
   *   a time beyond the longest, for no use at all, for what is no address, for an empty list of
   *   them, or if it has universal auth already.
   */
  async attachUniversalAuth(id: string, options: UniversalAuthOptions = {}): Promise<string> {
    text("id", id);
    options = checkOptions(options, UNIVERSAL_AUTH_OPTIONS);
    const settings = toUniversalAuthSettings(options);
    return run(options, (call) => this.#client.attachUniversalAuth(call, id, settings));
  }

  /**
   * How an identity logs in by universal auth.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no universal auth.
   */
  async universalAuth(id: string, options: CallOptions = {}): Promise<UniversalAuth> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return toUniversalAuth(await run(options, (call) => this.#client.getUniversalAuth(call, id)));
  }

  /**
   * Changes how an identity logs in by universal auth. Access tokens that were given out keep their
   * times and their number of uses, and follow the new addresses.
   *
   * To servers the longest time an access token lasts cannot become shorter unless
   * `accessTokenTtlSeconds` is given beside it.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no universal auth;
   *   {@link InvalidInputError} if nothing is to change, for a time beyond the longest, for a number
   *   of uses below zero, for what is no address, or for an empty list of them.
   */
  async updateUniversalAuth(
    id: string,
    options: UniversalAuthOptions = {},
  ): Promise<UniversalAuth> {
    text("id", id);
    options = checkOptions(options, UNIVERSAL_AUTH_OPTIONS);
    const settings = toUniversalAuthSettings(options);
    return toUniversalAuth(
      await run(options, (call) => this.#client.updateUniversalAuth(call, id, settings)),
    );
  }

  /**
   * Takes universal auth from an identity. Its client secrets and the access tokens that were given
   * out for them stop working.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no universal auth;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async detachUniversalAuth(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.detachUniversalAuth(call, id));
  }

  /**
   * Makes a client secret, whose text is told here once. To replace one that is in use: make
   * another, give it to the program, and {@link revokeClientSecret} the first.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no universal auth;
   *   {@link InvalidInputError} for a time or number of uses the server does not take.
   */
  async createClientSecret(
    id: string,
    options: CreateClientSecretOptions = {},
  ): Promise<CreatedClientSecret> {
    text("id", id);
    options = checkOptions(options, {
      ...CALL_OPTIONS,
      description: text,
      expiresInSeconds: seconds,
      maxUses: wholeNumber,
    });
    const { description, expiresInSeconds: expiresIn, maxUses } = options;
    return new CreatedClientSecret(
      await run(options, (call) =>
        this.#client.createClientSecret(call, id, description, expiresIn, maxUses),
      ),
    );
  }

  /**
   * The client secrets of an identity, without their text.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no universal auth.
   */
  async listClientSecrets(id: string, options: CallOptions = {}): Promise<ClientSecretInfo[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listClientSecrets(call, id));
    return found.map(toClientSecretInfo);
  }

  /**
   * Revokes a client secret. Programs that use it cannot log in from then on.
   *
   * @param clientSecretId The client secret's id, as in {@link ClientSecretInfo}.
   * @throws {@link NotFoundError} if there is no identity, or client secret of it, of that id.
   */
  async revokeClientSecret(
    id: string,
    clientSecretId: string,
    options: CallOptions = {},
  ): Promise<void> {
    text("id", id);
    text("clientSecretId", clientSecretId);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.revokeClientSecret(call, id, clientSecretId));
  }

  /**
   * Lets users make access tokens for an identity, with {@link createAccessToken}.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} for
   *   a time beyond the longest, for no use at all, for what is no address, for an empty list of
   *   them, or if it has token auth already; {@link UnsupportedByServerError} on servers before
   *   autumn 2024.
   */
  async attachTokenAuth(id: string, options: TokenAuthOptions = {}): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, TOKEN_AUTH_OPTIONS);
    const settings = toTokenAuthSettings(options);
    return toTokenAuth(
      await run(options, (call) => this.#client.attachTokenAuth(call, id, settings)),
    );
  }

  /**
   * What the access tokens made for an identity are good for.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no token auth;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async tokenAuth(id: string, options: CallOptions = {}): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return toTokenAuth(await run(options, (call) => this.#client.getTokenAuth(call, id)));
  }

  /**
   * Changes what the access tokens made for an identity are good for. Tokens that were made keep
   * their times and their number of uses, and follow the new addresses.
   *
   * To servers the longest time an access token lasts cannot become shorter unless
   * `accessTokenTtlSeconds` is given beside it.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no token auth;
   *   {@link InvalidInputError} if nothing is to change, for a time beyond the longest, for a number
   *   of uses below zero, for what is no address, or for an empty list of them;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async updateTokenAuth(id: string, options: TokenAuthOptions = {}): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, TOKEN_AUTH_OPTIONS);
    const settings = toTokenAuthSettings(options);
    return toTokenAuth(
      await run(options, (call) => this.#client.updateTokenAuth(call, id, settings)),
    );
  }

  /**
   * Takes token auth from an identity. The access tokens made for it stop working.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no token auth;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async detachTokenAuth(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.detachTokenAuth(call, id));
  }

  /**
   * Makes an access token, whose text is told here once. A program becomes the identity with it, as
   * `identityToken`.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no token auth;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async createAccessToken(
    id: string,
    options: CreateAccessTokenOptions = {},
  ): Promise<CreatedAccessToken> {
    text("id", id);
    options = checkOptions(options, { ...CALL_OPTIONS, name: text });
    const { name } = options;
    return new CreatedAccessToken(
      await run(options, (call) => this.#client.createAccessToken(call, id, name)),
    );
  }

  /**
   * The access tokens made for an identity, without their text, and with those that were revoked.
   * Servers show the 200 that were made, used or changed last.
   *
   * @throws {@link NotFoundError} if there is no identity of that id, or it has no token auth;
   *   {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async listAccessTokens(id: string, options: CallOptions = {}): Promise<AccessTokenInfo[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listAccessTokens(call, id));
    return found.map(toAccessTokenInfo);
  }

  /**
   * Gives an access token another name.
   *
   * @param tokenId The token's id, as in {@link AccessTokenInfo}.
   * @throws {@link NotFoundError} if there is no such token; {@link UnsupportedByServerError} on
   *   servers before autumn 2024.
   */
  async renameAccessToken(
    tokenId: string,
    newName: string,
    options: CallOptions = {},
  ): Promise<void> {
    text("tokenId", tokenId);
    text("newName", newName);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.renameAccessToken(call, tokenId, newName));
  }

  /**
   * Revokes an access token. Programs that use it are refused from then on.
   *
   * @param tokenId The token's id, as in {@link AccessTokenInfo}.
   * @throws {@link NotFoundError} if there is no such token, or it was revoked before; {@link
   *   UnsupportedByServerError} on servers before autumn 2024.
   */
  async revokeAccessToken(tokenId: string, options: CallOptions = {}): Promise<void> {
    text("tokenId", tokenId);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.revokeAccessToken(call, tokenId));
  }

  /**
   * Lets an identity into a project as `admin`, `member`, `viewer`, `no-access` or a role that the
   * project defines.
   *
   * @throws {@link NotFoundError} if there is no such identity or project; {@link ConflictError} if
   *   it is in the project already; {@link InvalidInputError} if the role is unknown.
   */
  async addToProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) =>
      this.#client.addIdentityToProject(call, id, role, options.project),
    );
  }

  /**
   * Every identity in a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async listInProject(options: ProjectOptions = {}): Promise<ProjectIdentity[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.listProjectIdentities(call, options.project));
  }

  /**
   * Every project that an identity is in.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link
   *   UnsupportedByServerError} on servers before autumn 2024.
   */
  async projects(id: string, options: CallOptions = {}): Promise<IdentityProject[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listIdentityProjects(call, id));
  }

  /**
   * Gives an identity another role in a project, in place of those it has there.
   *
   * @param id The identity's id.
   * @throws {@link NotFoundError} if there is no such project, or no such identity in it; {@link
   *   InvalidInputError} if the role is unknown.
   */
  async setRoleInProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.setIdentityRole(call, id, role, options.project));
  }

  /**
   * Takes an identity out of a project. What it has read there it may have kept.
   *
   * @param id The identity's id.
   * @throws {@link NotFoundError} if there is no such project, or no such identity in it.
   */
  async removeFromProject(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.removeIdentityFromProject(call, id, options.project));
  }
}
