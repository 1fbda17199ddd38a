// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import {
  type ProjectOptions,
  type OrganizationOptions,
  PROJECT_OPTIONS,
  ORGANIZATION_OPTIONS,
} from "./options.js";
import type { Group, GroupMember, ProjectGroup } from "./records.js";

/** Options of {@link Groups.create}. */
export interface CreateGroupOptions extends OrganizationOptions {
  /**
   * Slug of the group, of 5 to 36 lower-case letters, digits and hyphens; by default the server
   * derives it from the name.
   */
  slug?: string | undefined;
  /**
   * Role of the group in the organization: `admin`, `member`, `no-access` or a role that the
   * organization defines; `no-access` by default.
   */
  role?: string | undefined;
}

/** @internal */
export const CREATE_GROUP_OPTIONS = { ...ORGANIZATION_OPTIONS, slug: text, role: text };

/** Options of {@link Groups.update}. */
export interface UpdateGroupOptions extends CallOptions {
  /** New name of the group; unchanged by default. */
  newName?: string | undefined;
  /**
   * New slug of the group, of 5 to 36 lower-case letters, digits and hyphens; unchanged by default.
   */
  newSlug?: string | undefined;
  /**
   * New role of the group in the organization: `admin`, `member`, `no-access` or a role that the
   * organization defines; unchanged by default.
   */
  role?: string | undefined;
}

/** @internal */
export const UPDATE_GROUP_OPTIONS = { ...CALL_OPTIONS, newName: text, newSlug: text, role: text };

/**
 * Groups of users, on servers since autumn 2024.
 *
 * Users in a group have the group's roles in the projects that the group is in. Such projects are
 * those whose keys the server has.
 *
 * Every method fails with {@link UnsupportedByServerError} on servers before autumn 2024. It fails
 * with {@link PermissionDeniedError} for an API key, for the credential of a program, or if the
 * user's role does not allow it. A malformed id fails with {@link InvalidInputError}.
 *
 * A server without a license for groups rejects changes with {@link UnsupportedByServerError} and
 * says so.
 *
 * The routes are known from public source alone.
 *
 * Protocol: `/api/v1/groups`, in projects `/api/v2/workspace/{id}/groups`.
 */
export class Groups {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every group of the organization that the client acts in.
   *
   * @throws {@link InvalidInputError} if the client has no organization and the user does not
   *   belong to exactly one, if `organization` is not the one that the client acts in, or if the
   *   client's session acts in another one.
   */
  async list(options: OrganizationOptions = {}): Promise<Group[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listGroups(call, organization));
  }

  /**
   * Returns one group by its id.
   *
   * @param id - The group's id.
   * @throws {@link NotFoundError} if there is no group of that id.
   */
  async get(id: string, options: CallOptions = {}): Promise<Group> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.getGroup(call, id));
  }

  /**
   * Creates a group in the organization that the client acts in. The group has no members at first.
   *
   * @param name - The group's name, for people, of at most 50 characters.
   * @throws {@link ConflictError} if the organization has a group of that name.
   * @throws {@link InvalidInputError} if the name is blank or too long, if the server does not
   *   accept the slug or the role, if the client has no organization and the user does not belong
   *   to exactly one, if `organization` is not the one that the client acts in, or if the client's
   *   session acts in another one, where the group then exists.
   */
  async create(name: string, options: CreateGroupOptions = {}): Promise<Group> {
    text("name", name);
    options = checkOptions(options, CREATE_GROUP_OPTIONS);
    const { slug, role, organization } = options;
    return run(options, (call) => this.#client.createGroup(call, name, slug, role, organization));
  }

  /**
   * Changes the name, the slug or the role of a group in its organization. What is not given stays
   * as it is.
   *
   * @param id - The group's id.
   * @throws {@link NotFoundError} if there is no group of that id.
   * @throws {@link ConflictError} if the organization has a group of the new name.
   * @throws {@link InvalidInputError} if no change is given, if the new name is blank or too long,
   *   or if the server does not accept the slug or the role.
   */
  async update(id: string, options: UpdateGroupOptions): Promise<Group> {
    text("id", id);
    options = checkOptions(options, UPDATE_GROUP_OPTIONS);
    const { newName, newSlug, role } = options;
    return run(options, (call) => this.#client.updateGroup(call, id, newName, newSlug, role));
  }

  /**
   * Deletes a group. Its members lose the access that they had through it.
   *
   * @param id - The group's id.
   * @throws {@link NotFoundError} if there is no group of that id.
   */
  async delete(id: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteGroup(call, id));
  }

  /**
   * Lists the users in a group.
   *
   * @param id - The group's id.
   * @throws {@link NotFoundError} if there is no group of that id.
   */
  async members(id: string, options: CallOptions = {}): Promise<GroupMember[]> {
    text("id", id);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listGroupMembers(call, id));
  }

  /**
   * Adds a member of the organization to a group.
   *
   * @param id - The group's id.
   * @param username - The user's name on the server, usually the e-mail address.
   * @throws {@link NotFoundError} if there is no such group, or if the organization has no member
   *   of that name.
   * @throws {@link ConflictError} if the user is in the group already.
   * @throws {@link InvalidInputError} if the username is empty, `.` or `..`, or longer than 100
   *   UTF-16 units.
   */
  async addMember(id: string, username: string, options: CallOptions = {}): Promise<GroupMember> {
    text("id", id);
    text("username", username);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.addGroupMember(call, id, username));
  }

  /**
   * Removes a user from a group, with the access that the user had through it.
   *
   * The user may still know what they have read: change the values that they knew.
   *
   * @param id - The group's id.
   * @param username - The user's name on the server, as in {@link GroupMember.username}; usually
   *   the e-mail address.
   * @throws {@link NotFoundError} if there is no such group, or if the user is not in it.
   * @throws {@link InvalidInputError} if the username is empty, `.` or `..`, or longer than 100
   *   UTF-16 units.
   */
  async removeMember(id: string, username: string, options: CallOptions = {}): Promise<void> {
    text("id", id);
    text("username", username);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.removeGroupMember(call, id, username));
  }

  /**
   * Lists the groups in a project, with their roles there.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member of it.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   */
  async listInProject(options: ProjectOptions = {}): Promise<ProjectGroup[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.listProjectGroups(call, project));
  }

  /**
   * Adds a group to a project. Every user in the group has the role there.
   *
   * Servers add no group to an end-to-end encrypted project, because nobody can give its key to a
   * group. Invite the group's members to such a project with {@link Members.invite}.
   *
   * @param id - The group's id.
   * @param role - The group's role in the project: `admin`, `member`, `viewer`, `no-access` or the
   *   slug of a role that the project defines, see {@link Roles.list}.
   * @throws {@link NotFoundError} if there is no such group or project, or if the user is not a
   *   member of the project.
   * @throws {@link ConflictError} if the group is in the project already.
   * @throws {@link InvalidInputError} if the role is blank or unknown, or if neither the call nor
   *   the client names a project.
   * @throws {@link UnsupportedByServerError} if the project is end-to-end encrypted.
   */
  async addToProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.addGroupToProject(call, id, role, project));
  }

  /**
   * Gives a group one role in a project, in place of all roles that it has there.
   *
   * @param id - The group's id, not the membership's.
   * @param role - The group's new role in the project: `admin`, `member`, `viewer`, `no-access` or
   *   the slug of a role that the project defines, see {@link Roles.list}.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if the group is not in it.
   * @throws {@link InvalidInputError} if the role is blank or unknown, or if neither the call nor
   *   the client names a project.
   */
  async setRoleInProject(id: string, role: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.setGroupRole(call, id, role, project));
  }

  /**
   * Removes a group from a project. It stays in the organization and in other projects.
   *
   * Its members may still know what they have read: change the values that they knew.
   *
   * @param id - The group's id, not the membership's.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if the group is not in it.
   * @throws {@link InvalidInputError} if neither the call nor the client names a project.
   */
  async removeFromProject(id: string, options: ProjectOptions = {}): Promise<void> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.removeGroupFromProject(call, id, project));
  }
}
