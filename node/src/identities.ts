import { checkOptions, seconds, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";

/** A machine identity. */
export interface Identity {
  /** The identity's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its role in the organization. */
  role: string;
}

/** Options of {@link Identities.create}. */
export interface CreateIdentityOptions extends OrganizationOptions {
  /** Its role in the organization: `admin`, `member` or `no-access`, which is the default. */
  role?: string | undefined;
}

/** Options of {@link Identities.attachUniversalAuth}. */
export interface UniversalAuthOptions extends CallOptions {
  /** Seconds an access token lasts unless it is renewed; 30 days by default. */
  accessTokenTtlSeconds?: number | undefined;
  /** Seconds it lasts at most; 30 days by default. */
  accessTokenMaxTtlSeconds?: number | undefined;
}

/** Options of {@link Identities.createClientSecret}. */
export interface CreateClientSecretOptions extends CallOptions {
  /** What it is for, for people. */
  description?: string | undefined;
}

/**
 * Machine identities, on servers of 2024 and later. A program becomes one with `clientId` and
 * `clientSecret` after four steps: {@link create}, {@link attachUniversalAuth},
 * {@link createClientSecret}, {@link addToProject}. Every call is rejected with
 * {@link UnsupportedByServerError} on May 2023 servers, and with {@link PermissionDeniedError} for
 * other credentials than a user's, or without the role.
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
    checkOptions(options, { ...ORGANIZATION_OPTIONS, role: text });
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
    checkOptions(options, ORGANIZATION_OPTIONS);
    return run(options, (call) => this.#client.listIdentities(call, options.organization));
  }

  /**
   * Deletes an identity. Its client secrets and access tokens stop working.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteIdentity(call, id));
  }

  /**
   * Lets an identity log in by universal auth, and gives its client id.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} if a
   *   time is beyond the longest, or it has universal auth already.
   */
  async attachUniversalAuth(id: string, options: UniversalAuthOptions = {}): Promise<string> {
    text("id", id);
    checkOptions(options, {
      ...CALL_OPTIONS,
      accessTokenTtlSeconds: seconds,
      accessTokenMaxTtlSeconds: seconds,
    });
    const { accessTokenTtlSeconds: ttl, accessTokenMaxTtlSeconds: maxTtl } = options;
    return run(options, (call) => this.#client.attachUniversalAuth(call, id, ttl, maxTtl));
  }

  /**
   * Makes a client secret, which is told here once. It does not expire.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} if it
   *   has no universal auth.
   */
  async createClientSecret(id: string, options: CreateClientSecretOptions = {}): Promise<string> {
    text("id", id);
    checkOptions(options, { ...CALL_OPTIONS, description: text });
    return run(options, (call) => this.#client.createClientSecret(call, id, options.description));
  }

  /**
   * Lets an identity into a project as `admin`, `member`, `viewer`, `no-access` or a role of the
   * organization's own.
   *
   * @throws {@link NotFoundError} if there is no such identity or project; {@link ConflictError} if
   *   it is in the project already; {@link InvalidInputError} if the role is unknown.
   */
  async addToProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) =>
      this.#client.addIdentityToProject(call, id, role, options.project),
    );
  }
}
