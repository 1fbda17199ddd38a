import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import type { Environment } from "./generated/records.js";

/** Options of {@link Environments.update}. */
export interface UpdateEnvironmentOptions extends ProjectOptions {
  /** The new name; unchanged by default. */
  newName?: string | undefined;
  /** The new slug; unchanged by default. */
  newSlug?: string | undefined;
}

/** Environments of a project. */
export class Environments {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every environment of a project, in the server's order.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Environment[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.listEnvironments(call, options.project));
  }

  /**
   * Adds an environment to a project. The slug is what calls name it by: lower case, and on 2024
   * servers letters, digits and single hyphens.
   *
   * @throws {@link InvalidInputError} for a slug the server would store as another or refuse;
   *   {@link ConflictError} if the slug is taken, on May 2023 servers also if the name is.
   */
  async create(name: string, slug: string, options: ProjectOptions = {}): Promise<Environment> {
    text("name", name);
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) =>
      this.#client.createEnvironment(call, name, slug, options.project),
    );
  }

  /**
   * Gives an environment another name, slug, or both. Its secrets stay, and service tokens for it
   * follow the new slug on most servers.
   *
   * @throws {@link NotFoundError} if the project has no such environment; {@link ConflictError} if
   *   the new slug is taken; {@link InvalidInputError} if nothing is to change.
   */
  async update(slug: string, options: UpdateEnvironmentOptions): Promise<Environment> {
    text("slug", slug);
    options = checkOptions(options, { ...PROJECT_OPTIONS, newName: text, newSlug: text });
    const { newName, newSlug, project } = options;
    return run(options, (call) =>
      this.#client.updateEnvironment(call, slug, newName, newSlug, project),
    );
  }

  /**
   * Deletes an environment with all secrets in it.
   *
   * @throws {@link NotFoundError} if the project has no such environment;
   *   {@link PermissionDeniedError} for whom the project's roles do not let do it.
   */
  async delete(slug: string, options: ProjectOptions = {}): Promise<void> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.deleteEnvironment(call, slug, options.project));
  }
}
