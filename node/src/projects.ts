import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";
import type { Environment } from "./environments.js";

/** A project. */
export interface Project {
  /** The project's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug; `null` on May 2023 servers. */
  slug: string | null;
  /** The organization it belongs to, where the server tells. */
  organizationId: string | null;
  /** Its environments, in the server's order. */
  environments: Environment[];
}

/** That a project's key could be opened, and who sealed it. */
export interface OpenedKey {
  /** The project. */
  projectId: string;
  /**
   * SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to compare with what
   * that user sees; `null` for a service token, whose copy nobody seals.
   */
  sealedBy: string | null;
}

/** Options of {@link Projects.create}. */
export interface CreateProjectOptions extends CallOptions {
  /** Id of the organization; by default the client's, or the only one the user belongs to. */
  organization?: string | undefined;
}

/** Projects and their keys. */
export class Projects {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Makes a project whose key is made here and sealed to the user. On servers since spring 2024 the
   * server makes the key, and this opens and checks it.
   *
   * @throws {@link InvalidInputError} if the user belongs to several organizations and none is
   *   named.
   */
  async create(name: string, options: CreateProjectOptions = {}): Promise<Project> {
    text("name", name);
    checkOptions(options, { ...CALL_OPTIONS, organization: text });
    const { organization } = options;
    return run(options, (call) => this.#client.createProject(call, name, organization));
  }

  /**
   * Every project the user is a member of.
   *
   * @throws {@link PermissionDeniedError} for a service token.
   */
  async list(options: CallOptions = {}): Promise<Project[]> {
    checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listProjects(call));
  }

  /**
   * One project, by id.
   *
   * @throws {@link NotFoundError} if there is none or the user is not a member.
   */
  async get(id: string, options: CallOptions = {}): Promise<Project> {
    text("id", id);
    checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getProject(call, id));
  }

  /**
   * Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
   * whether this credential can decrypt.
   *
   * @throws {@link KeyUnavailableError} if nobody has shared the key with the user yet, or the
   *   credential opens no private key; {@link DecryptionFailedError} if the copy was changed.
   */
  async openKey(id: string, options: CallOptions = {}): Promise<OpenedKey> {
    text("id", id);
    checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.openProjectKey(call, id));
  }
}
