import { inspect, type InspectOptions } from "node:util";

import { checkOptions, seconds, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import { toDate } from "./secret.js";

/** A machine identity. */
export interface Identity {
  /** The identity's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its role in the organization. */
  role: string;
}

/** That an identity is in a project. */
export interface ProjectIdentity {
  /** The membership's id. */
  id: string;
  /** The identity's id. */
  identityId: string;
  /** The identity's name. */
  name: string;
  /** Its roles in the project. */
  roles: string[];
}

/** A client secret, without its text. */
export interface ClientSecretInfo {
  /** The client secret's id. */
  id: string;
  /** What it is for; empty if nobody said. */
  description: string;
  /** Its first characters, as the server shows them. They are not secret. */
  prefix: string;
  /** When it was made, where the server tells. */
  createdAt: Date | null;
  /** When it stops working; `null` if never. */
  expiresAt: Date | null;
  /** How many log-ins it was used for, where the server tells. */
  uses: number | null;
  /** How many log-ins it is good for; `null` without a limit. */
  maxUses: number | null;
}

/** A new client secret. Its text is told here once. */
export class CreatedClientSecret {
  /** What is known of it. */
  readonly info: ClientSecretInfo;

  readonly #clientSecret: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedClientSecret) {
    this.#clientSecret = native.clientSecret;
    this.info = toClientSecretInfo(native.info);
  }

  /** The client secret, for `clientSecret` of a client. */
  get clientSecret(): string {
    return this.#clientSecret;
  }

  /** Everything but clientSecret. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of clientSecret. */
  toString(): string {
    return "CreatedClientSecret";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedClientSecret ${inspect(this.toJSON(), options)}`;
  }
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
  /** What it is for, for people; empty by default. */
  description?: string | undefined;
  /** How long it lasts, in whole seconds; for ever by default. */
  expiresInSeconds?: number | undefined;
  /** How many log-ins it is good for; any number by default. */
  maxUses?: number | undefined;
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
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} if a
   *   time is beyond the longest, or it has universal auth already.
   */
  async attachUniversalAuth(id: string, options: UniversalAuthOptions = {}): Promise<string> {
    text("id", id);
    options = checkOptions(options, {
      ...CALL_OPTIONS,
      accessTokenTtlSeconds: seconds,
      accessTokenMaxTtlSeconds: seconds,
    });
    const { accessTokenTtlSeconds: ttl, accessTokenMaxTtlSeconds: maxTtl } = options;
    return run(options, (call) => this.#client.attachUniversalAuth(call, id, ttl, maxTtl));
  }

  /**
   * Makes a client secret, whose text is told here once. To replace one that is in use: make
   * another, give it to the program, and {@link revokeClientSecret} the first.
   *
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} if it
   *   has no universal auth, or for a time or number of uses the server does not take.
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
   * @throws {@link NotFoundError} if there is no identity of that id; {@link InvalidInputError} if it
   *   has no universal auth.
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
   * Lets an identity into a project as `admin`, `member`, `viewer`, `no-access` or a role of the
   * organization's own.
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

function toClientSecretInfo(native: Binding.NativeClientSecretInfo): ClientSecretInfo {
  const { createdAt, expiresAt } = native;
  return { ...native, createdAt: toDate(createdAt), expiresAt: toDate(expiresAt) };
}
