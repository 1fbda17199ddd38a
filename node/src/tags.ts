import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import type { Tag } from "./generated/records.js";

/** Options of {@link Tags.create}. */
export interface CreateTagOptions extends ProjectOptions {
  /** Its colour in the web page, such as `#ff0000`; none by default. For 2024 servers. */
  color?: string | undefined;
}

/** Options of {@link Tags.update}. */
export interface UpdateTagOptions extends ProjectOptions {
  /** The new slug; unchanged by default. */
  newSlug?: string | undefined;
  /** The new colour in the web page, such as `#ff0000`; unchanged by default. */
  color?: string | undefined;
}

/**
 * Tags of a project. Only users manage them: service tokens and API keys are rejected with
 * {@link PermissionDeniedError}.
 */
export class Tags {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every tag of a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Tag[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.listTags(call, options.project));
  }

  /**
   * Adds a tag to a project. The slug is what calls name it by: lower case, without spaces.
   *
   * @throws {@link ConflictError} if the slug is taken; {@link InvalidInputError} for a slug the
   *   server would store as another; {@link UnsupportedByServerError} for a colour on May 2023
   *   servers.
   */
  async create(name: string, slug: string, options: CreateTagOptions = {}): Promise<Tag> {
    text("name", name);
    text("slug", slug);
    options = checkOptions(options, { ...PROJECT_OPTIONS, color: text });
    const { color, project } = options;
    return run(options, (call) => this.#client.createTag(call, name, slug, color, project));
  }

  /**
   * Gives a tag, named by its slug or id, another slug, colour, or both. Secrets keep it.
   *
   * @throws {@link NotFoundError} if the project has no such tag; {@link ConflictError} if the new
   *   slug is taken; {@link InvalidInputError} if nothing is to change, or for a slug the server
   *   would store as another; {@link UnsupportedByServerError} on servers before June 2024.
   */
  async update(tag: string, options: UpdateTagOptions): Promise<Tag> {
    text("tag", tag);
    options = checkOptions(options, { ...PROJECT_OPTIONS, newSlug: text, color: text });
    const { newSlug, color, project } = options;
    return run(options, (call) => this.#client.updateTag(call, tag, newSlug, color, project));
  }

  /**
   * Deletes a tag, named by its slug or id, and takes it off every secret.
   *
   * @throws {@link NotFoundError} if the project has no such tag.
   */
  async delete(tag: string, options: ProjectOptions = {}): Promise<void> {
    text("tag", tag);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.deleteTag(call, tag, options.project));
  }
}
