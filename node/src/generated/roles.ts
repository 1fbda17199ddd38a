// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, text } from "../arguments.js";
import { run } from "../call.js";
import { type NewRolePermission, rolePermission, toNativePermission } from "../role-permission.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import { type Role, toRole } from "./records.js";

/** Options of {@link Roles.create}. */
export interface CreateRoleOptions extends ProjectOptions {
  /** A description for people; empty by default. */
  description?: string | undefined;
  /**
   * What the role allows, by the server's own names: a subject such as `secrets`, `secret-folders`,
   * `environments` or `member`, with actions such as `read`, `create`, `edit` and `delete`. A
   * permission can have conditions, a JSON object such as `{"environment": "dev"}`, and can forbid
   * instead of allow. If several are about the same action, the last one decides. Nothing by
   * default.
   */
  permissions?: NewRolePermission[] | undefined;
}

/** @internal */
export const CREATE_ROLE_OPTIONS = {
  ...PROJECT_OPTIONS,
  description: text,
  permissions: arrayOf(rolePermission),
};

/** Options of {@link Roles.update}. */
export interface UpdateRoleOptions extends ProjectOptions {
  /**
   * New slug, of lower-case letters and digits with single hyphens between them; unchanged by
   * default.
   */
  newSlug?: string | undefined;
  /** New name, for people; unchanged by default. */
  newName?: string | undefined;
  /** A description for people; unchanged by default. */
  description?: string | undefined;
  /**
   * What the role allows, in place of everything that it allowed before; unchanged by default.
   * Subjects such as `secrets`, `secret-folders`, `environments` or `member` and actions such as
   * `read`, `create`, `edit` and `delete` are the server's own names. A permission can have
   * conditions, a JSON object such as `{"environment": "dev"}`, and can forbid instead of allow. If
   * several are about the same action, the last one decides.
   */
  permissions?: NewRolePermission[] | undefined;
}

/** @internal */
export const UPDATE_ROLE_OPTIONS = {
  ...PROJECT_OPTIONS,
  newSlug: text,
  newName: text,
  description: text,
  permissions: arrayOf(rolePermission),
};

/**
 * Roles that a project defines, on servers since autumn 2024.
 *
 * Members, machine identities and groups are given a role by its slug: see {@link Members.setRole},
 * {@link Identities.addToProject} and {@link Groups.addToProject}.
 *
 * Every method fails with {@link UnsupportedByServerError} on older servers. It fails with {@link
 * PermissionDeniedError} if the credential is an API key or not a user's, or if the user's role
 * does not allow it. It fails with {@link InvalidInputError} if neither the call nor the client
 * names a project, or for a slug that is empty, `.`, `..` or longer than 100 UTF-16 units.
 *
 * A server whose license does not include roles of projects rejects new roles with {@link
 * InvalidInputError}; the message says so. The routes are known from public source alone.
 *
 * Protocol: `/api/v1/workspace/{slug}/roles`.
 */
export class Roles {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every role that a project defines, without what it allows. {@link Roles.get} returns
   * that. The roles that every project has, `admin`, `member`, `viewer` and `no-access`, are left
   * out.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Role[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.listRoles(call, project));
    return found.map((it) => toRole(it));
  }

  /**
   * Returns one role, by its slug, with what it allows.
   *
   * @param slug - The role's slug.
   * @throws {@link NotFoundError} if the project defines no such role, or if there is no such
   *   project or the user is not a member.
   */
  async get(slug: string, options: ProjectOptions = {}): Promise<Role> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.getRole(call, slug, project));
    return toRole(found);
  }

  /**
   * Defines a role. It allows nothing unless `permissions` are given.
   *
   * ```ts
   * await client.roles.create("tester", "Tester", {
   *   permissions: [
   *     {
   *       subject: "secrets",
   *       actions: ["read", "edit"],
   *       conditions: { environment: "staging" },
   *     },
   *   ],
   * });
   * ```
   *
   * @param slug - The slug by which the role is given, of lower-case letters and digits with single
   *   hyphens between them.
   * @param name - The role's name, for people.
   * @throws {@link ConflictError} if the slug is taken.
   * @throws {@link InvalidInputError} if the name is blank, if every project has a role of that
   *   slug or the server does not accept it, if a permission has no subject, no action or one that
   *   the server does not know, or if conditions are not a JSON object.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link PermissionDeniedError} if the role would allow more than the user may do.
   */
  async create(slug: string, name: string, options: CreateRoleOptions = {}): Promise<Role> {
    text("slug", slug);
    text("name", name);
    options = checkOptions(options, CREATE_ROLE_OPTIONS);
    const { description, permissions = [], project } = options;
    const found = await run(options, (call) =>
      this.#client.createRole(
        call,
        { slug, name, description, permissions: permissions.map(toNativePermission) },
        project,
      ),
    );
    return toRole(found);
  }

  /**
   * Changes a role. Members, machine identities and groups that have the role keep it.
   *
   * @param slug - The slug that the role has.
   * @throws {@link NotFoundError} if the project defines no such role, or if there is no such
   *   project or the user is not a member.
   * @throws {@link ConflictError} if the new slug is taken.
   * @throws {@link InvalidInputError} if nothing to change is given, if the new name is blank, if
   *   every project has a role of the new slug or the server does not accept it, if a permission
   *   has no subject, no action or one that the server does not know, or if conditions are not a
   *   JSON object.
   * @throws {@link PermissionDeniedError} if the role would allow more than the user may do.
   */
  async update(slug: string, options: UpdateRoleOptions): Promise<Role> {
    text("slug", slug);
    options = checkOptions(options, UPDATE_ROLE_OPTIONS);
    const { newSlug, newName, description, permissions, project } = options;
    const found = await run(options, (call) =>
      this.#client.updateRole(
        call,
        slug,
        { newSlug, newName, description, permissions: permissions?.map(toNativePermission) },
        project,
      ),
    );
    return toRole(found);
  }

  /**
   * Deletes a role that no member has.
   *
   * @param slug - The role's slug.
   * @throws {@link NotFoundError} if the project defines no such role, or if there is no such
   *   project or the user is not a member.
   * @throws {@link InvalidInputError} while a member, a machine identity or a group has the role.
   */
  async delete(slug: string, options: ProjectOptions = {}): Promise<void> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    await run(options, (call) => this.#client.deleteRole(call, slug, project));
  }
}
