// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { type OrganizationOptions, ORGANIZATION_OPTIONS } from "./options.js";
import {
  Invitation,
  type Organization,
  type OrganizationMember,
  type IncidentContact,
  type RemovedMember,
  type Project,
} from "./records.js";

/**
 * Organizations the user belongs to.
 *
 * Every method fails with {@link PermissionDeniedError} for the credential of a program, such as a
 * service token. A malformed id of an organization fails with {@link InvalidInputError}.
 *
 * Protocol: `/api/v1/organization`, `/api/v2/organizations` and `/api/v1/invite-org`.
 */
export class Organizations {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists every organization of the user. Older servers also list those that only invited the user.
   */
  async list(options: CallOptions = {}): Promise<Organization[]> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listOrganizations(call));
  }

  /**
   * Creates an organization. The user gets its highest role: `owner` on May 2023 servers, `admin`
   * on later ones.
   *
   * @param name - The organization's name.
   * @throws {@link InvalidInputError} if the name is blank.
   * @throws {@link PermissionDeniedError} for an API key.
   */
  async create(name: string, options: CallOptions = {}): Promise<Organization> {
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.createOrganization(call, name));
  }

  /**
   * Gives an organization another name. On May 2023 servers every member may do so, on later ones
   * only administrators.
   *
   * @param id - The organization's id.
   * @param name - The new name.
   * @throws {@link InvalidInputError} if the name is blank.
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} for an API key, if the user's role does not allow it, or
   *   on servers since autumn 2024 for an organization that the client does not act in.
   */
  async rename(id: string, name: string, options: CallOptions = {}): Promise<Organization> {
    text("id", id);
    text("name", name);
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.renameOrganization(call, id, name));
  }

  /**
   * Lists the members of an organization and the people who are invited to it.
   *
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} on servers since autumn 2024 for an API key or for an
   *   organization that the client does not act in.
   * @throws {@link UnsupportedByServerError} for an API key on servers of 2024 before autumn, while
   *   a person without an account is invited.
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   */
  async members(options: OrganizationOptions = {}): Promise<OrganizationMember[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listOrganizationMembers(call, organization));
  }

  /**
   * Gives a member of an organization another role.
   *
   * @param memberId - The membership's id, as in {@link OrganizationMember.id}; not the user's.
   * @param role - The member's new role: `owner` (May 2023), `admin`, `member`, or `no-access`
   *   (since 2024).
   * @throws {@link NotFoundError} if the organization has no such member; on servers before autumn
   *   2024 also if there is no such organization or the user is not a member of it.
   * @throws {@link PermissionDeniedError} unless the user is an owner or administrator of the
   *   organization, or on servers since autumn 2024 for an API key or for an organization that the
   *   client does not act in.
   * @throws {@link InvalidInputError} if the server has no such role, or if neither the call nor
   *   the client names an organization and the user does not belong to exactly one.
   * @throws {@link UnsupportedByServerError} for an API key on servers of 2024 before autumn, while
   *   a person without an account is invited.
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
   * Removes a member or an invitation from an organization. The person also loses their memberships
   * and keys in all projects of the organization.
   *
   * They may still know the keys of those projects, as {@link RemovedMember.warning} says. Where
   * that matters, replace the keys with {@link Projects.rotateKey} and change the values; on
   * servers that cannot do that, create new projects and store new values in them.
   *
   * @param memberId - The membership's id, as in {@link OrganizationMember.id}; not the user's.
   * @throws {@link NotFoundError} if the organization has no such member; on servers before autumn
   *   2024 also if there is no such organization or the user is not a member of it.
   * @throws {@link PermissionDeniedError} unless the user is an owner or administrator of the
   *   organization, or on servers since autumn 2024 for an API key or for an organization that the
   *   client does not act in.
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   * @throws {@link UnsupportedByServerError} for an API key on servers of 2024 before autumn, while
   *   a person without an account is invited.
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
   * Invites a person to an organization. Inviting them again sends another code, in place of the
   * earlier one.
   *
   * They accept with {@link Account.acceptInvitation}, or sign up with `invitedTo` in {@link
   * Account.completeSignUp}.
   *
   * @param email - The e-mail address of the invited person.
   * @throws {@link ConflictError} if the person is a member already; on May 2023 servers also if
   *   there is no such organization or the user is not a member of it.
   * @throws {@link PermissionDeniedError} for an API key, if the user's role does not allow it, or
   *   on servers since autumn 2024 for an organization that the client does not act in.
   * @throws {@link InvalidInputError} if the text is not an e-mail address, or if neither the call
   *   nor the client names an organization and the user does not belong to exactly one.
   * @throws {@link NotFoundError} on servers of 2024 before autumn if there is no such organization
   *   or the user is not a member of it.
   */
  async invite(email: string, options: OrganizationOptions = {}): Promise<Invitation> {
    text("email", email);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    const found = await run(options, (call) =>
      this.#client.inviteToOrganization(call, email, organization),
    );
    return new Invitation(found);
  }

  /**
   * Lists the addresses that the server notifies of incidents in an organization.
   *
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} for an API key, or on servers since autumn 2024 for an
   *   organization that the client does not act in.
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   */
  async incidentContacts(options: OrganizationOptions = {}): Promise<IncidentContact[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listIncidentContacts(call, organization));
  }

  /**
   * Adds an address that the server notifies of incidents in an organization.
   *
   * @param email - The e-mail address; it need not be a user's.
   * @throws {@link ConflictError} if the organization has this contact already.
   * @throws {@link InvalidInputError} if the text is not an e-mail address, or if neither the call
   *   nor the client names an organization and the user does not belong to exactly one.
   * @throws {@link PermissionDeniedError} for an API key, on servers since 2024 unless the user
   *   administers the organization, or on servers since autumn 2024 for an organization that the
   *   client does not act in.
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
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
   * Removes an address that the server notifies of incidents in an organization.
   *
   * @param email - The e-mail address, as in {@link IncidentContact.email}.
   * @throws {@link NotFoundError} if the organization has no such contact; on servers before autumn
   *   2024 also if there is no such organization or the user is not a member of it.
   * @throws {@link PermissionDeniedError} for an API key, on servers since 2024 unless the user
   *   administers the organization, or on servers since autumn 2024 for an organization that the
   *   client does not act in.
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   */
  async removeIncidentContact(email: string, options: OrganizationOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    await run(options, (call) => this.#client.removeIncidentContact(call, email, organization));
  }

  /**
   * Lists an organization's projects that have the user as a member.
   *
   * @throws {@link NotFoundError} on servers before autumn 2024 if there is no such organization or
   *   the user is not a member of it.
   * @throws {@link PermissionDeniedError} on May 2023 servers unless the user is an owner or
   *   administrator of the organization, or on servers since autumn 2024 for an organization that
   *   the client does not act in.
   * @throws {@link InvalidInputError} if neither the call nor the client names an organization and
   *   the user does not belong to exactly one.
   */
  async projects(options: OrganizationOptions = {}): Promise<Project[]> {
    options = checkOptions(options, ORGANIZATION_OPTIONS);
    const { organization } = options;
    return run(options, (call) => this.#client.listOrganizationProjects(call, organization));
  }
}
