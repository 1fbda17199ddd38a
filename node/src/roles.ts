import {
  arrayOf,
  type Check,
  checkFields,
  checkOptions,
  flag,
  jsonObject,
  text,
} from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";

/**
 * Something a role allows, or forbids. Where several are about the same action, the last one
 * decides.
 */
export interface RolePermission {
  /** What it is about, by the server's own name, such as `secrets`. */
  subject: string;
  /** What may be done, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** In which cases, such as `{ environment: "dev" }`; `null` for all. */
  conditions: Record<string, unknown> | null;
  /** Whether it forbids instead. */
  inverted: boolean;
}

/** Something a role is to allow, or to forbid. */
export interface NewRolePermission {
  /** What it is about, by the server's own name, such as `secrets`. */
  subject: string;
  /** What may be done, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** In which cases, such as `{ environment: "dev" }`; in all by default. */
  conditions?: Record<string, unknown> | null | undefined;
  /** Whether it forbids instead; `false` by default. */
  inverted?: boolean | null | undefined;
}

/** A role that a project defines. */
export interface Role {
  /** The role's id. */
  id: string;
  /** Its slug, by which it is given. */
  slug: string;
  /** Its name. */
  name: string;
  /** What it is for; empty if nobody said. */
  description: string;
  /** What it allows, with what the server adds of itself; empty in lists, where it is not told. */
  permissions: RolePermission[];
}

/** Options of {@link Roles.create}. */
export interface CreateRoleOptions extends ProjectOptions {
  /** What it is for, for people; empty by default. */
  description?: string | undefined;
  /** What it allows; nothing by default. */
  permissions?: NewRolePermission[] | undefined;
}

/** What is to change of a role; what is left out stays. */
export interface UpdateRoleOptions extends ProjectOptions {
  /** Its new slug. */
  newSlug?: string | undefined;
  /** Its new name. */
  newName?: string | undefined;
  /** What it is for, for people. */
  description?: string | undefined;
  /** What it allows, in place of all that it did. */
  permissions?: NewRolePermission[] | undefined;
}

/**
 * Roles that a project defines, on servers since autumn 2024. Members, machine identities and
 * groups are given a role by its slug.
 *
 * Every call is rejected with {@link UnsupportedByServerError} on older servers, and with
 * {@link PermissionDeniedError} for other credentials than a user's, or without the role. A server
 * that has no licence for them refuses new roles with {@link InvalidInputError}, and says so.
 */
export class Roles {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every role that a project defines, without what it allows: {@link get} tells that. `admin`,
   * `member`, `viewer` and `no-access`, which every project has, are left out.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Role[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const found = await run(options, (call) => this.#client.listRoles(call, options.project));
    return found.map(toRole);
  }

  /**
   * One role, by its slug, with what it allows.
   *
   * @throws {@link NotFoundError} if the project defines no such role.
   */
  async get(slug: string, options: ProjectOptions = {}): Promise<Role> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    return toRole(await run(options, (call) => this.#client.getRole(call, slug, options.project)));
  }

  /**
   * Defines a role. It allows nothing unless `permissions` are given. Slugs are of lower-case letters
   * and digits with single hyphens between.
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
   * @throws {@link ConflictError} if the slug is taken; {@link InvalidInputError} for an empty
   *   name, for a slug that every project has or the server does not take, and for a permission it
   *   does not know.
   */
  async create(slug: string, name: string, options: CreateRoleOptions = {}): Promise<Role> {
    text("slug", slug);
    text("name", name);
    options = checkOptions(options, {
      ...PROJECT_OPTIONS,
      description: text,
      permissions: arrayOf(permission),
    });
    const { project, description, permissions = [] } = options;
    const role = { slug, name, description, permissions: permissions.map(toNativePermission) };
    return toRole(await run(options, (call) => this.#client.createRole(call, role, project)));
  }

  /**
   * Changes a role. Whoever has it keeps it.
   *
   * @param slug The slug it has so far.
   * @throws {@link NotFoundError} if the project defines no such role; {@link ConflictError} if the
   *   new slug is taken; {@link InvalidInputError} if nothing is to change, and as for {@link
   *   create}.
   */
  async update(slug: string, options: UpdateRoleOptions = {}): Promise<Role> {
    text("slug", slug);
    options = checkOptions(options, {
      ...PROJECT_OPTIONS,
      newSlug: text,
      newName: text,
      description: text,
      permissions: arrayOf(permission),
    });
    const { project, newSlug, newName, description } = options;
    const permissions = options.permissions?.map(toNativePermission);
    const change = { newSlug, newName, description, permissions };
    return toRole(
      await run(options, (call) => this.#client.updateRole(call, slug, change, project)),
    );
  }

  /**
   * Deletes a role, named by its slug, which nobody has any more.
   *
   * @throws {@link NotFoundError} if the project defines no such role; {@link InvalidInputError}
   *   while somebody has it.
   */
  async delete(slug: string, options: ProjectOptions = {}): Promise<void> {
    text("slug", slug);
    options = checkOptions(options, PROJECT_OPTIONS);
    await run(options, (call) => this.#client.deleteRole(call, slug, options.project));
  }
}

const FIELDS = ["subject", "actions", "conditions", "inverted"];

const permission: Check = (name, given) => {
  const value = (given ?? {}) as Partial<Record<keyof NewRolePermission, unknown>>;
  // With a misspelt `conditions` or `inverted`, it would allow more than is meant.
  checkFields(name, value, FIELDS);
  text(`${name}.subject`, value.subject);
  arrayOf(text)(`${name}.actions`, value.actions);
  jsonObject(`${name}.conditions`, value.conditions ?? {});
  flag(`${name}.inverted`, value.inverted ?? false);
};

function toNativePermission(permission: NewRolePermission): Binding.NativeRolePermission {
  const { subject, actions, conditions, inverted } = permission;
  return {
    subject,
    actions,
    conditions: conditions ? JSON.stringify(conditions) : undefined,
    inverted: inverted ?? false,
  };
}

function toRole(native: Binding.NativeRole): Role {
  return { ...native, permissions: native.permissions.map(toPermission) };
}

function toPermission(native: Binding.NativeRolePermission): RolePermission {
  const { conditions } = native;
  return {
    ...native,
    conditions: conditions ? (JSON.parse(conditions) as RolePermission["conditions"]) : null,
  };
}
