import { inspect, type InspectOptions } from "node:util";

import { checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions, run } from "./call.js";
import type {
  Organization,
  OrganizationMember,
  IncidentContact,
  RemovedMember,
  Project,
} from "./generated/records.js";

/** Which organization a call is about. */
export interface OrganizationOptions extends CallOptions {
  /** Id of the organization; by default the client's, or the only one the user belongs to. */
  organization?: string | undefined;
}

export const ORGANIZATION_OPTIONS = { ...CALL_OPTIONS, organization: text };

/** That somebody was invited to an organization. */
export class Invitation {
  /** The address invited. */
  readonly email: string;
  /** The organization. */
  readonly organizationId: string;

  readonly #link: string | null;
  readonly #code: string | null;

  /** @internal */
  constructor(native: Binding.NativeInvitation) {
    this.email = native.email;
    this.organizationId = native.organizationId;
    this.#link = native.link;
    this.#code = native.code;
  }

  /** The link to send them, from servers that send no mail themselves. It lets its holder join. */
  get link(): string | null {
    return this.#link;
  }

  /** The code in that link. */
  get code(): string | null {
    return this.#code;
  }

  /** Everything but link and code. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of link and code. */
  toString(): string {
    return "Invitation";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `Invitation ${inspect(this.toJSON(), options)}`;
  }
}

/** Organizations the user belongs to. */
export class Organizations {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every organization of the user, with those that only invited the user on older servers.
   *
   * @throws {@link PermissionDeniedError} for a service token.
   */
  async list(options: CallOptions = {}): Promise<Organization[]> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listOrganizations(call));
  }

  /**
   * Makes an organization whose highest role the user takes.
   *
   * @throws {@link InvalidInputError} for a blank name; {@link PermissionDeniedError} for an API
   *   key.
   */
  async create(name: string, options: CallOptions = {}): Promise<Organization> {
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.createOrganization(call, name));
  }

  /**
   * Gives an organization another name.
   *
   * @throws {@link InvalidInputError} for a blank name; {@link NotFoundError} if there is no such
   *   organization or the user is not a member; {@link PermissionDeniedError} if the user may not.
   */
  async rename(id: string, name: string, options: CallOptions = {}): Promise<Organization> {
    text("id", id);
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.renameOrganization(call, id, name));
  }

  /**
   * Everyone in an organization, and who is invited to it.
   *
   * @throws {@link NotFoundError} if there is no such organization or the user is not a member.
   */
  async members(options: OrganizationOptions = {}): Promise<OrganizationMember[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listOrganizationMembers(call, organization));
  }

  /**
   * Gives a member of an organization another role.
   *
   * @param memberId The membership's id.
   * @param role `owner` (May 2023), `admin`, `member`, or `no-access` (2024).
   * @throws {@link NotFoundError} if the organization has no such member; {@link
   *   PermissionDeniedError} if the user may not; {@link InvalidInputError} if the server knows no
   *   such role.
   */
  async setRole(
    memberId: string,
    role: string,
    options: OrganizationOptions = {},
  ): Promise<OrganizationMember> {
    text("memberId", memberId);
    text("role", role);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) =>
      this.#client.setOrganizationRole(call, memberId, role, organization),
    );
  }

  /**
   * Removes a member or an invitation, with the member's places and keys in all projects of the
   * organization. They may still know those projects' keys, as the answer's `warning` says.
   *
   * @param memberId The membership's id.
   * @throws {@link NotFoundError} if the organization has no such member; {@link
   *   PermissionDeniedError} if the user may not.
   */
  async removeMember(memberId: string, options: OrganizationOptions = {}): Promise<RemovedMember> {
    text("memberId", memberId);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) =>
      this.#client.removeOrganizationMember(call, memberId, organization),
    );
  }

  /**
   * Invites somebody to an organization. They accept with {@link Account.acceptInvitation}, or sign
   * up with `invitedTo`. Inviting again sends another code in place of the earlier one.
   *
   * @throws {@link ConflictError} if they are a member; {@link PermissionDeniedError} if the user
   *   may not invite; {@link InvalidInputError} for what is no e-mail address.
   */
  async invite(email: string, options: OrganizationOptions = {}): Promise<Invitation> {
    text("email", email);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return new Invitation(
      await run(options, (call) => this.#client.inviteToOrganization(call, email, organization)),
    );
  }

  /**
   * Whom the server tells of incidents in an organization.
   *
   * @throws {@link NotFoundError} if there is no such organization or the user is not a member;
   *   {@link PermissionDeniedError} for programs and API keys.
   */
  async incidentContacts(options: OrganizationOptions = {}): Promise<IncidentContact[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listIncidentContacts(call, organization));
  }

  /**
   * Has the server tell an address of incidents.
   *
   * @throws {@link ConflictError} if it does already; {@link InvalidInputError} for what is no
   *   e-mail address; {@link PermissionDeniedError} on servers of 2024 unless the user administers
   *   the organization, and for programs and API keys.
   */
  async addIncidentContact(
    email: string,
    options: OrganizationOptions = {},
  ): Promise<IncidentContact> {
    text("email", email);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.addIncidentContact(call, email, organization));
  }

  /**
   * Has the server no longer tell an address of incidents.
   *
   * @throws {@link NotFoundError} if it does not; {@link PermissionDeniedError} as for {@link
   *   addIncidentContact}.
   */
  async removeIncidentContact(email: string, options: OrganizationOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    await run(options, (call) => this.#client.removeIncidentContact(call, email, organization));
  }

  /**
   * The projects of an organization that the user is a member of.
   *
   * @throws {@link NotFoundError} if there is no such organization or the user is not a member;
   *   {@link PermissionDeniedError} on May 2023 servers unless they are its owner or administrator.
   */
  async projects(options: OrganizationOptions = {}): Promise<Project[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listOrganizationProjects(call, organization));
  }
}
