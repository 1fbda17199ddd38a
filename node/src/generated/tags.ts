// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { run } from "../call.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import type { Tag } from "./records.js";

/** Options of {@link Tags.create}. */
export interface CreateTagOptions extends ProjectOptions {
  /**
   * Color in the web interface, such as `#ff0000`; none by default. Needs a server of 2024 or
   * later.
   */
  color?: string | undefined;
}

/** @internal */
export const CREATE_TAG_OPTIONS = { ...PROJECT_OPTIONS, color: text };

/** Options of {@link Tags.update}. */
export interface UpdateTagOptions extends ProjectOptions {
  /** New slug, in lower case and without spaces; unchanged by default. */
  newSlug?: string | undefined;
  /**
   * New color in the web interface, such as `#ff0000`, or an empty text for none; unchanged by
   * default.
   */
  color?: string | undefined;
}

/** @internal */
export const UPDATE_TAG_OPTIONS = { ...PROJECT_OPTIONS, newSlug: text, color: text };

/**
 * Tags of a project.
 *
 * Only users manage tags: every method fails with {@link PermissionDeniedError} for service tokens,
 * other programs and API keys, or if the user's role does not allow it. It fails with {@link
 * InvalidInputError} if neither the call nor the client names a project.
 *
 * Protocol: `/api/v1/workspace/{id}/tags` and `/api/v2/workspace/{id}/tags`.
 */
export class Tags {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every tag of a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Tag[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.listTags(call, project));
  }

  /**
   * Adds a tag to a project.
   *
   * @param name - The tag's name, for people. Today's servers store only the slug.
   * @param slug - The slug by which calls name the tag, in lower case and without spaces.
   * @throws {@link ConflictError} if the slug is taken; on February 2024 servers also by a tag of
   *   another project.
   * @throws {@link InvalidInputError} if the name is empty or has white space around it, or if the
   *   slug is empty, has upper-case letters or has white space, so that the server would store
   *   another one.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link UnsupportedByServerError} for a color on May 2023 servers.
   */
  async create(name: string, slug: string, options: CreateTagOptions = {}): Promise<Tag> {
    text("name", name);
    text("slug", slug);
    options = checkOptions(options, CREATE_TAG_OPTIONS);
    const { color, project } = options;
    return run(options, (call) => this.#client.createTag(call, name, slug, color, project));
  }

  /**
   * Gives a tag another slug, another color or both, on servers since June 2024. Secrets that have
   * the tag keep it.
   *
   * @param tag - The tag's slug or id.
   * @throws {@link NotFoundError} if the project has no such tag, or if there is no such project or
   *   the user is not a member.
   * @throws {@link ConflictError} if the new slug is taken.
   * @throws {@link InvalidInputError} if nothing to change is given, or if the new slug is empty,
   *   has upper-case letters or has white space, so that the server would store another one.
   * @throws {@link UnsupportedByServerError} on servers before June 2024.
   */
  async update(tag: string, options: UpdateTagOptions): Promise<Tag> {
    text("tag", tag);
    options = checkOptions(options, UPDATE_TAG_OPTIONS);
    const { newSlug, color, project } = options;
    return run(options, (call) => this.#client.updateTag(call, tag, newSlug, color, project));
  }

  /**
   * Deletes a tag and removes it from every secret.
   *
   * @param tag - The tag's slug or id.
   * @throws {@link NotFoundError} if the project has no such tag, or if there is no such project or
   *   the user is not a member.
   */
  async delete(tag: string, options: ProjectOptions = {}): Promise<void> {
    text("tag", tag);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.deleteTag(call, tag, project));
  }
}
