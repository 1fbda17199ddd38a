import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions, run } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import { ORGANIZATION_OPTIONS, type OrganizationOptions } from "./organizations.js";
import type { Group, GroupMember, ProjectGroup } from "./generated/records.js";

/** Options of {@link Groups.create}. */
export interface CreateGroupOptions extends OrganizationOptions {
  /**
   * Its slug, of 5 to 36 lower-case letters, digits and hyphens; by default the server makes one
   * from the name.
   */
  slug?: string | undefined;
  /**
   * Its role in the organization: `admin`, `member` or `no-access`, which is the default, or one of
   * the organization's own.
   */
  role?: string | undefined;
}

/** What is to change of a group; what is left out stays. */
export interface UpdateGroupOptions extends CallOptions {
  /** Its new name. */
  newName?: string | undefined;
  /** Its new slug. */
  newSlug?: string | undefined;
  /** Its role in the organization. */
  role?: string | undefined;
}

/**
 * Groups of users, on servers since autumn 2024. Users who are in a group have the group's roles in
 * the projects it is in. Such projects are those whose keys the server has.
 *
 * Every call is rejected with {@link UnsupportedByServerError} on older servers, and with
 * {@link PermissionDeniedError} for other credentials than a user's, or without the role. A server
 * that has no licence for groups refuses with {@link InvalidInputError}, and says so.
 */
export class Groups {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every group of the organization the client acts in.
   *
   * @throws {@link InvalidInputError} if the user belongs to several organizations and none is
   *   named, or another one than the client acts in.
   */
  async list(options: OrganizationOptions = {}): Promise<Group[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    return run(options, (call) => this.#client.listGroups(call, options.organization));
  }

  /**
   * One group, by id.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async get(id: string, options: CallOptions = {}): Promise<Group> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getGroup(call, id));
  }

  /**
   * Makes a group in the organization the client acts in. It has no members.
   *
   * @throws {@link ConflictError} if there is a group of that name; {@link InvalidInputError} for
   *   an empty name, for a slug or role the server does not take, and as for {@link list}.
   */
  async create(name: string, options: CreateGroupOptions = {}): Promise<Group> {
    text("name", name);
    options = checkOptions(options, { ...ORGANIZATION_OPTIONS, slug: text, role: text });
    const { slug, role, organization } = options;
    return run(options, (call) => this.#client.createGroup(call, name, slug, role, organization));
  }

  /**
   * Changes name, slug or role of a group.
   *
   * @throws {@link NotFoundError} if there is none of that id; {@link ConflictError} if there is a
   *   group of the new name; {@link InvalidInputError} if nothing is to change, and as for {@link
   *   create}.
   */
  async update(id: string, options: UpdateGroupOptions = {}): Promise<Group> {
    text("id", id);
    options = checkOptions(options, { ...CALL_OPTIONS, newName: text, newSlug: text, role: text });
    const { newName, newSlug, role } = options;
    return run(options, (call) => this.#client.updateGroup(call, id, newName, newSlug, role));
  }

  /**
   * Deletes a group. Its members lose what they had by it.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteGroup(call, id));
  }

  /**
   * Everyone in a group.
   *
   * @throws {@link NotFoundError} if there is none of that id.
   */
  async members(id: string, options: CallOptions = {}): Promise<GroupMember[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listGroupMembers(call, id));
  }

  /**
   * Puts a member of the organization into a group.
   *
   * @param username The user's name on the server, usually the e-mail address.
   * @throws {@link NotFoundError} if there is no such group, or nobody of that name in the
   *   organization; {@link ConflictError} if they are in the group already.
   */
  async addMember(id: string, username: string, options: CallOptions = {}): Promise<GroupMember> {
    text("id", id);
    text("username", username);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.addGroupMember(call, id, username));
  }

  /**
   * Takes somebody out of a group, with what they had by it. What they have read they may still
   * know: change the values they knew.
   *
   * @param username The user's name on the server, usually the e-mail address.
   * @throws {@link NotFoundError} if there is no such group, or nobody of that name in it.
   */
  async removeMember(id: string, username: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    text("username", username);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.removeGroupMember(call, id, username));
  }

  /**
   * Every group in a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async listInProject(options: ProjectOptions = {}): Promise<ProjectGroup[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.listProjectGroups(call, options.project));
  }

  /**
   * Lets a group into a project as `admin`, `member`, `viewer`, `no-access` or a role that the
   * project defines, see {@link Roles}.
   *
   * @param id The group's id.
   * @throws {@link NotFoundError} if there is no such group or project; {@link ConflictError} if it
   *   is in the project already; {@link InvalidInputError} if the role is unknown; {@link
   *   UnsupportedByServerError} for an end-to-end encrypted project, whose key nobody can give to a
   *   group.
   */
  async addToProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.addGroupToProject(call, id, role, options.project));
  }

  /**
   * Gives a group another role in a project, in place of those it has there.
   *
   * @param id The group's id.
   * @throws {@link NotFoundError} if there is no such project, or no such group in it; {@link
   *   InvalidInputError} if the role is unknown.
   */
  async setRoleInProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.setGroupRole(call, id, role, options.project));
  }

  /**
   * Takes a group out of a project. What its members have read they may still know: change the
   * values they knew.
   *
   * @param id The group's id.
   * @throws {@link NotFoundError} if there is no such project, or no such group in it.
   */
  async removeFromProject(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.removeGroupFromProject(call, id, options.project));
  }
}
