// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, seconds, text, wholeNumber } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import {
  type ProjectOptions,
  type OrganizationOptions,
  PROJECT_OPTIONS,
  ORGANIZATION_OPTIONS,
} from "./options.js";
import {
  CreatedAccessToken,
  CreatedClientSecret,
  type Identity,
  type IdentityProject,
  type UniversalAuth,
  type TokenAuth,
  type AccessTokenInfo,
  type ClientSecretInfo,
  type ProjectIdentity,
  toUniversalAuth,
  toTokenAuth,
  toAccessTokenInfo,
  toClientSecretInfo,
} from "./records.js";

/** Options of {@link Identities.create}. */
export interface CreateIdentityOptions extends OrganizationOptions {
  /**
   * Role of the identity in the organization: `admin`, `member` or `no-access`; `no-access` by
   * default.
   */
  role?: string | undefined;
}

/** @internal */
export const CREATE_IDENTITY_OPTIONS = { ...ORGANIZATION_OPTIONS, role: text };

/** Options of {@link Identities.update}. */
export interface UpdateIdentityOptions extends CallOptions {
  /** New name of the identity; unchanged by default. */
  newName?: string | undefined;
  /**
   * New role of the identity in the organization: `admin`, `member` or `no-access`; unchanged by
   * default.
   */
  role?: string | undefined;
}

/** @internal */
export const UPDATE_IDENTITY_OPTIONS = { ...CALL_OPTIONS, newName: text, role: text };

/** Options of {@link Identities.attachUniversalAuth} and {@link Identities.updateUniversalAuth}. */
export interface UniversalAuthOptions extends CallOptions {
  /**
   * How long an access token lasts unless it is renewed, in whole seconds; by default 30 days when
   * attached, unchanged when updated.
   */
  accessTokenTtlSeconds?: number | undefined;
  /**
   * How long an access token lasts however often it is renewed, in whole seconds; by default 30
   * days when attached, unchanged when updated. To shorten it in an update, give
   * `accessTokenTtlSeconds` too.
   */
  accessTokenMaxTtlSeconds?: number | undefined;
  /**
   * Number of requests that an access token is valid for, 1 or more; by default any number when
   * attached, unchanged when updated, where 0 allows any number.
   */
  accessTokenMaxUses?: number | undefined;
  /**
   * Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which client secrets are
   * accepted; by default any address when attached, unchanged when updated, where the list replaces
   * the earlier one. An empty list is rejected. Some servers need a plan for it.
   */
  clientSecretTrustedIps?: string[] | undefined;
  /**
   * Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which access tokens are
   * accepted; by default any address when attached, unchanged when updated, where the list replaces
   * the earlier one. An empty list is rejected. Some servers need a plan for it.
   */
  accessTokenTrustedIps?: string[] | undefined;
}

/** @internal */
export const UNIVERSAL_AUTH_OPTIONS = {
  ...CALL_OPTIONS,
  accessTokenTtlSeconds: seconds,
  accessTokenMaxTtlSeconds: seconds,
  accessTokenMaxUses: wholeNumber,
  clientSecretTrustedIps: arrayOf(text),
  accessTokenTrustedIps: arrayOf(text),
};

/** Options of {@link Identities.createClientSecret}. */
export interface CreateClientSecretOptions extends CallOptions {
  /** Purpose of the client secret, for people; empty by default. */
  description?: string | undefined;
  /** How long programs can log in with the client secret, in whole seconds; for ever by default. */
  expiresInSeconds?: number | undefined;
  /**
   * Number of times that programs can log in with the client secret, 1 or more; any number by
   * default.
   */
  maxUses?: number | undefined;
}

/** @internal */
export const CREATE_CLIENT_SECRET_OPTIONS = {
  ...CALL_OPTIONS,
  description: text,
  expiresInSeconds: seconds,
  maxUses: wholeNumber,
};

/** Options of {@link Identities.attachTokenAuth} and {@link Identities.updateTokenAuth}. */
export interface TokenAuthOptions extends CallOptions {
  /**
   * How long an access token lasts unless it is renewed, in whole seconds; by default 30 days when
   * attached, unchanged when updated.
   */
  accessTokenTtlSeconds?: number | undefined;
  /**
   * How long an access token lasts however often it is renewed, in whole seconds; by default 30
   * days when attached, unchanged when updated. To shorten it in an update, give
   * `accessTokenTtlSeconds` too.
   */
  accessTokenMaxTtlSeconds?: number | undefined;
  /**
   * Number of requests that an access token is valid for, 1 or more; by default any number when
   * attached, unchanged when updated, where 0 allows any number.
   */
  accessTokenMaxUses?: number | undefined;
  /**
   * Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which access tokens are
   * accepted; by default any address when attached, unchanged when updated, where the list replaces
   * the earlier one. An empty list is rejected. Some servers need a plan for it.
   */
  accessTokenTrustedIps?: string[] | undefined;
}

/** @internal */
export const TOKEN_AUTH_OPTIONS = {
  ...CALL_OPTIONS,
  accessTokenTtlSeconds: seconds,
  accessTokenMaxTtlSeconds: seconds,
  accessTokenMaxUses: wholeNumber,
  accessTokenTrustedIps: arrayOf(text),
};

/** Options of {@link Identities.createAccessToken}. */
export interface CreateAccessTokenOptions extends CallOptions {
  /** Purpose of the token, for people; empty by default. */
  name?: string | undefined;
}

/** @internal */
export const CREATE_ACCESS_TOKEN_OPTIONS = { ...CALL_OPTIONS, name: text };

/**
 * Machine identities, on servers of 2024 and later.
 *
 * A program becomes one with `clientId` and `clientSecret` after four steps: {@link
 * Identities.create}, {@link Identities.attachUniversalAuth}, {@link
 * Identities.createClientSecret}, {@link Identities.addToProject}.
 *
 * To replace a client secret, create another one, give it to the program, and then revoke the old
 * one with {@link Identities.revokeClientSecret}.
 *
 * On servers since autumn 2024 a user can create the identity's access tokens instead, which a
 * program uses as `identityToken`: {@link Identities.attachTokenAuth}, {@link
 * Identities.createAccessToken}. The routes that only these servers have are known from public
 * source alone.
 *
 * Every method fails with {@link UnsupportedByServerError} on May 2023 servers. It fails with
 * {@link PermissionDeniedError} for an API key, for the credential of a program, or if the user's
 * role does not allow it; nobody can give a role with more permissions than their own. A malformed
 * id fails with {@link InvalidInputError}.
 *
 * Protocol: `/api/v1/identities`, `/api/v1/auth/universal-auth` and `/api/v1/auth/token-auth`, in
 * organizations `/api/v2/organizations/{id}/identity-memberships`, in projects
 * `/api/v2/workspace/{id}/identity-memberships`.
 */
export class Identities {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Creates a machine identity in an organization. On its own it can do nothing.
   *
   * @param name - The identity's name, for people.
   * @throws {@link InvalidInputError} if the name is blank, if the role is blank or unknown, or if
   *   neither the call nor the client names an organization and the user does not belong to exactly
   *   one.
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} on servers since autumn 2024 for an organization that the
   *   client does not act in.
   */
  async create(name: string, options: CreateIdentityOptions = {}): Promise<Identity> {
    text("name", name);
    options = checkOptions(options, CREATE_IDENTITY_OPTIONS);
    const { organization, role } = options;
    return run(options, (call) => this.#client.createIdentity(call, name, organization, role));
  }

  /**
   * Lists every machine identity of an organization.
   *
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} on servers since autumn 2024 for an organization that the
   *   client does not act in.
   */
  async list(options: OrganizationOptions = {}): Promise<Identity[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listIdentities(call, organization));
  }

  /**
   * Deletes a machine identity. Its client secrets and access tokens stop working.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteIdentity(call, id));
  }

  /**
   * Changes the name of a machine identity, its role in its organization, or both. What is not
   * given stays as it is.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id.
   * @throws {@link InvalidInputError} if no change is given, if the new name is blank, or if the
   *   role is blank or unknown.
   */
  async update(id: string, options: UpdateIdentityOptions): Promise<Identity> {
    text("id", id);
    options = checkOptions(options, UPDATE_IDENTITY_OPTIONS);
    const { newName, role } = options;
    return run(options, (call) => this.#client.updateIdentity(call, id, newName, role));
  }

  /**
   * Lists the projects that a machine identity is in, with its roles there.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async projects(id: string, options: CallOptions = {}): Promise<IdentityProject[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listIdentityProjects(call, id));
  }

  /**
   * Attaches universal auth to a machine identity and returns its client id. The identity can then
   * log in with a client secret, see {@link Identities.createClientSecret}.
   *
   * By default its access tokens last 30 days, are valid for any number of requests, and are
   * accepted from everywhere.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id.
   * @throws {@link InvalidInputError} if a time is shorter than one second or longer than the
   *   server accepts, if `accessTokenTtlSeconds` is longer than `accessTokenMaxTtlSeconds`, if
   *   `accessTokenMaxUses` is below one, if a list of addresses is empty or contains an invalid
   *   address, or if the identity has universal auth already.
   * @throws {@link UnsupportedByServerError} if addresses are given and the server's license does
   *   not include them.
   */
  async attachUniversalAuth(id: string, options: UniversalAuthOptions = {}): Promise<string> {
    text("id", id);
    options = checkOptions(options, UNIVERSAL_AUTH_OPTIONS);
    const {
      accessTokenTtlSeconds,
      accessTokenMaxTtlSeconds,
      accessTokenMaxUses,
      clientSecretTrustedIps,
      accessTokenTrustedIps,
    } = options;
    return run(options, (call) =>
      this.#client.attachUniversalAuth(call, id, {
        accessTokenTtl: accessTokenTtlSeconds,
        accessTokenMaxTtl: accessTokenMaxTtlSeconds,
        accessTokenMaxUses,
        clientSecretTrustedIps,
        accessTokenTrustedIps,
      }),
    );
  }

  /**
   * Returns how a machine identity logs in by universal auth.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no universal
   *   auth.
   */
  async universalAuth(id: string, options: CallOptions = {}): Promise<UniversalAuth> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.getUniversalAuth(call, id));
    return toUniversalAuth(found);
  }

  /**
   * Changes how a machine identity logs in by universal auth. What is not given stays as it is.
   *
   * Access tokens that were issued before keep their times and their number of uses, and follow the
   * new addresses.
   *
   * To shorten `accessTokenMaxTtlSeconds`, give `accessTokenTtlSeconds` too: servers compare the
   * new maximum with the `accessTokenTtlSeconds` of the same call, and without one with the old
   * maximum.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no universal
   *   auth.
   * @throws {@link InvalidInputError} if no change is given, if a time is shorter than one second
   *   or longer than the server accepts, if `accessTokenTtlSeconds` is longer than
   *   `accessTokenMaxTtlSeconds`, if `accessTokenMaxTtlSeconds` becomes shorter without
   *   `accessTokenTtlSeconds`, if `accessTokenMaxUses` is below zero, or if a list of addresses is
   *   empty or contains an invalid address.
   * @throws {@link UnsupportedByServerError} if addresses are given and the server's license does
   *   not include them.
   */
  async updateUniversalAuth(id: string, options: UniversalAuthOptions): Promise<UniversalAuth> {
    text("id", id);
    options = checkOptions(options, UNIVERSAL_AUTH_OPTIONS);
    const {
      accessTokenTtlSeconds,
      accessTokenMaxTtlSeconds,
      accessTokenMaxUses,
      clientSecretTrustedIps,
      accessTokenTrustedIps,
    } = options;
    const found = await run(options, (call) =>
      this.#client.updateUniversalAuth(call, id, {
        accessTokenTtl: accessTokenTtlSeconds,
        accessTokenMaxTtl: accessTokenMaxTtlSeconds,
        accessTokenMaxUses,
        clientSecretTrustedIps,
        accessTokenTrustedIps,
      }),
    );
    return toUniversalAuth(found);
  }

  /**
   * Detaches universal auth from a machine identity. Its client secrets and the access tokens that
   * were issued for them stop working.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no universal
   *   auth.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async detachUniversalAuth(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.detachUniversalAuth(call, id));
  }

  /**
   * Creates a client secret of a machine identity. Its text is returned here once and never again.
   *
   * By default it does not expire and allows any number of logins. To replace a client secret,
   * create another one, give it to the program, and then revoke the old one with {@link
   * Identities.revokeClientSecret}.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no universal
   *   auth.
   * @throws {@link InvalidInputError} if `expiresInSeconds` is shorter than one second or longer
   *   than the server accepts, or if `maxUses` is below one.
   */
  async createClientSecret(
    id: string,
    options: CreateClientSecretOptions = {},
  ): Promise<CreatedClientSecret> {
    text("id", id);
    options = checkOptions(options, CREATE_CLIENT_SECRET_OPTIONS);
    const { description, expiresInSeconds, maxUses } = options;
    const found = await run(options, (call) =>
      this.#client.createClientSecret(call, id, description, expiresInSeconds, maxUses),
    );
    return new CreatedClientSecret(found);
  }

  /**
   * Lists the client secrets of a machine identity that are not revoked.
   *
   * The text of a client secret is not shown.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no universal
   *   auth.
   */
  async listClientSecrets(id: string, options: CallOptions = {}): Promise<ClientSecretInfo[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listClientSecrets(call, id));
    return found.map((it) => toClientSecretInfo(it));
  }

  /**
   * Revokes a client secret. It cannot be used to log in afterwards.
   *
   * Access tokens that were issued for it last until they expire.
   *
   * @param id - The identity's id.
   * @param clientSecretId - The client secret's id, as in {@link ClientSecretInfo.id}.
   * @throws {@link NotFoundError} if there is no identity of that id, if it has no universal auth,
   *   or if it never had such a client secret.
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
   * Attaches token auth to a machine identity. Users can then create access tokens for it with
   * {@link Identities.createAccessToken}.
   *
   * By default the access tokens last 30 days, are valid for any number of requests, and are
   * accepted from everywhere.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id.
   * @throws {@link InvalidInputError} if a time is shorter than one second or longer than the
   *   server accepts, if `accessTokenTtlSeconds` is longer than `accessTokenMaxTtlSeconds`, if
   *   `accessTokenMaxUses` is below one, if the list of addresses is empty or contains an invalid
   *   address, or if the identity has token auth already.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024, or if addresses are
   *   given and the server's license does not include them.
   */
  async attachTokenAuth(id: string, options: TokenAuthOptions = {}): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, TOKEN_AUTH_OPTIONS);
    const {
      accessTokenTtlSeconds,
      accessTokenMaxTtlSeconds,
      accessTokenMaxUses,
      accessTokenTrustedIps,
    } = options;
    const found = await run(options, (call) =>
      this.#client.attachTokenAuth(call, id, {
        accessTokenTtl: accessTokenTtlSeconds,
        accessTokenMaxTtl: accessTokenMaxTtlSeconds,
        accessTokenMaxUses,
        accessTokenTrustedIps,
      }),
    );
    return toTokenAuth(found);
  }

  /**
   * Returns the settings of the access tokens that users create for a machine identity.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no token auth.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async tokenAuth(id: string, options: CallOptions = {}): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.getTokenAuth(call, id));
    return toTokenAuth(found);
  }

  /**
   * Changes the settings of the access tokens that users create for a machine identity. What is not
   * given stays as it is.
   *
   * Access tokens that were created before keep their times and their number of uses, and follow
   * the new addresses.
   *
   * To shorten `accessTokenMaxTtlSeconds`, give `accessTokenTtlSeconds` too: servers compare the
   * new maximum with the `accessTokenTtlSeconds` of the same call, and without one with the old
   * maximum.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no token auth.
   * @throws {@link InvalidInputError} if no change is given, if a time is shorter than one second
   *   or longer than the server accepts, if `accessTokenTtlSeconds` is longer than
   *   `accessTokenMaxTtlSeconds`, if `accessTokenMaxTtlSeconds` becomes shorter without
   *   `accessTokenTtlSeconds`, if `accessTokenMaxUses` is below zero, or if the list of addresses
   *   is empty or contains an invalid address.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024, or if addresses are
   *   given and the server's license does not include them.
   */
  async updateTokenAuth(id: string, options: TokenAuthOptions): Promise<TokenAuth> {
    text("id", id);
    options = checkOptions(options, TOKEN_AUTH_OPTIONS);
    const {
      accessTokenTtlSeconds,
      accessTokenMaxTtlSeconds,
      accessTokenMaxUses,
      accessTokenTrustedIps,
    } = options;
    const found = await run(options, (call) =>
      this.#client.updateTokenAuth(call, id, {
        accessTokenTtl: accessTokenTtlSeconds,
        accessTokenMaxTtl: accessTokenMaxTtlSeconds,
        accessTokenMaxUses,
        accessTokenTrustedIps,
      }),
    );
    return toTokenAuth(found);
  }

  /**
   * Detaches token auth from a machine identity. The access tokens that users created for it stop
   * working.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no token auth.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async detachTokenAuth(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.detachTokenAuth(call, id));
  }

  /**
   * Creates an access token for a machine identity. Its text is returned here once and never again.
   *
   * A program becomes the identity with it, as `identityToken`. The identity needs token auth
   * first, see {@link Identities.attachTokenAuth}.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no token auth.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async createAccessToken(
    id: string,
    options: CreateAccessTokenOptions = {},
  ): Promise<CreatedAccessToken> {
    text("id", id);
    options = checkOptions(options, CREATE_ACCESS_TOKEN_OPTIONS);
    const { name } = options;
    const found = await run(options, (call) => this.#client.createAccessToken(call, id, name));
    return new CreatedAccessToken(found);
  }

  /**
   * Lists the access tokens that users created for a machine identity.
   *
   * The text of a token is not shown. Revoked tokens are included. Servers show the 200 that were
   * created, used or changed last.
   *
   * @param id - The identity's id.
   * @throws {@link NotFoundError} if there is no identity of that id, or if it has no token auth.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async listAccessTokens(id: string, options: CallOptions = {}): Promise<AccessTokenInfo[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listAccessTokens(call, id));
    return found.map((it) => toAccessTokenInfo(it));
  }

  /**
   * Gives an access token another name.
   *
   * @param tokenId - The token's id, as in {@link AccessTokenInfo.id}.
   * @param newName - What the token is for, for people.
   * @throws {@link NotFoundError} if there is no such token.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
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
   * Revokes an access token. Servers reject programs that use it from then on.
   *
   * @param tokenId - The token's id, as in {@link AccessTokenInfo.id}.
   * @throws {@link NotFoundError} if there is no such token, or if it was revoked before.
   * @throws {@link UnsupportedByServerError} on servers before autumn 2024.
   */
  async revokeAccessToken(tokenId: string, options: CallOptions = {}): Promise<void> {
    text("tokenId", tokenId);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.revokeAccessToken(call, tokenId));
  }

  /**
   * Adds a machine identity to a project, with a role there.
   *
   * @param id - The identity's id.
   * @param role - The identity's role in the project: `admin`, `member`, `viewer`, `no-access` or
   *   the slug of a role that the project defines, see {@link Roles.list}.
   * @throws {@link NotFoundError} if there is no such identity or project, or if the user is not a
   *   member of the project.
   * @throws {@link ConflictError} if the identity is in the project already.
   * @throws {@link InvalidInputError} if the role is blank or unknown, or if neither the call nor
   *   the client names a project.
   */
  async addToProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.addIdentityToProject(call, id, role, project));
  }

  /**
   * Lists the machine identities in a project, with their roles there.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member of it.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   */
  async listInProject(options: ProjectOptions = {}): Promise<ProjectIdentity[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.listProjectIdentities(call, project));
  }

  /**
   * Gives a machine identity one role in a project. It replaces all roles that it has there.
   *
   * @param id - The identity's id, not the membership's.
   * @param role - The identity's new role in the project: `admin`, `member`, `viewer`, `no-access`
   *   or the slug of a role that the project defines, see {@link Roles.list}.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if the identity is not in it.
   * @throws {@link InvalidInputError} if the role is blank or unknown, or if neither the call nor
   *   the client names a project.
   */
  async setRoleInProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.setIdentityRole(call, id, role, project));
  }

  /**
   * Removes a machine identity from a project. It stays in the organization and in other projects.
   *
   * It may still know what it has read: change the values that it knew.
   *
   * @param id - The identity's id, not the membership's.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if the identity is not in it.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   */
  async removeFromProject(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.removeIdentityFromProject(call, id, project));
  }
}
