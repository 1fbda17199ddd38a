// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { run } from "../call.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import type { Environment } from "./records.js";

/** Options of {@link Environments.update}. */
export interface UpdateEnvironmentOptions extends ProjectOptions {
  /** New name; unchanged by default. */
  newName?: string | undefined;
  /**
   * New slug: lower case, and on servers of 2024 and later only letters, digits and single hyphens;
   * unchanged by default.
   */
  newSlug?: string | undefined;
}

/** @internal */
export const UPDATE_ENVIRONMENT_OPTIONS = { ...PROJECT_OPTIONS, newName: text, newSlug: text };

/**
 * Environments of a project.
 *
 * Every method fails with {@link PermissionDeniedError} for a service token, a service account or a
 * machine identity, and with {@link InvalidInputError} if neither the call nor the client has a
 * project, or if its id cannot be an id on this server.
 *
 * Protocol: `/api/v1/workspace/{id}/environments`, on May 2023 servers
 * `/api/v2/workspace/{id}/environments`.
 */
export class Environments {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the environments of a project, in the server's order. The list includes environments
   * whose secrets are denied to the user.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Environment[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.listEnvironments(call, project));
  }

  /**
   * Adds an environment to a project.
   *
   * @param name - The name, for people.
   * @param slug - The slug, by which calls name the environment: lower case, and on servers of 2024
   *   and later only letters, digits and single hyphens.
   * @throws {@link InvalidInputError} if the name is blank or has white space around it, or if the
   *   server would store the slug as another one or reject it.
   * @throws {@link ConflictError} if the slug is taken, on May 2023 servers also if the name is.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} for an API key, or if the user's role in the project does
   *   not allow it.
   */
  async create(name: string, slug: string, options: ProjectOptions = {}): Promise<Environment> {
    text("name", name);
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.createEnvironment(call, name, slug, project));
  }

  /**
   * Changes the name of an environment, its slug, or both. Its secrets stay. Service tokens for it
   * follow the new slug on most servers.
   *
   * @param slug - The current slug.
   * @throws {@link NotFoundError} if the project has no such environment, or if there is no such
   *   project or the user is not a member.
   * @throws {@link ConflictError} if the new slug is taken, on May 2023 servers also if the new
   *   name is.
   * @throws {@link InvalidInputError} if neither a name nor a slug is given, if the new name is
   *   blank or has white space around it, or if the server would store the new slug as another one
   *   or reject it.
   * @throws {@link PermissionDeniedError} for an API key, or if the user's role in the project does
   *   not allow it.
   */
  async update(slug: string, options: UpdateEnvironmentOptions): Promise<Environment> {
    text("slug", slug);
    options = checkOptions(options, UPDATE_ENVIRONMENT_OPTIONS);
    const { newName, newSlug, project } = options;
    return run(options, (call) =>
      this.#client.updateEnvironment(call, slug, newName, newSlug, project),
    );
  }

  /**
   * Deletes an environment with all secrets in it.
   *
   * @param slug - Slug of the environment.
   * @throws {@link NotFoundError} if the project has no such environment, or if there is no such
   *   project or the user is not a member.
   * @throws {@link PermissionDeniedError} for an API key, or if the user's role in the project does
   *   not allow it.
   */
  async delete(slug: string, options: ProjectOptions = {}): Promise<void> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.deleteEnvironment(call, slug, project));
  }
}
