// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, deniedPermission, text } from "../arguments.js";
import { run } from "../call.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import {
  type DeniedPermission,
  type Member,
  type Fingerprint,
  type RemovedMember,
  toMember,
} from "./records.js";

/** Options of {@link Members.invite} and {@link Members.shareKey}. */
export interface ShareKeyOptions extends ProjectOptions {
  /**
   * The fingerprint of the public key to seal to, learned from its owner and not from the server,
   * in any form of a `Fingerprint`. With any other key the call fails and nothing is sealed. Not
   * checked by default.
   */
  expectFingerprint?: string | undefined;
}

/** @internal */
export const SHARE_KEY_OPTIONS = { ...PROJECT_OPTIONS, expectFingerprint: text };

/** Options of {@link Members.fingerprint}. */
export interface FingerprintMemberOptions extends ProjectOptions {
  /**
   * The id of a membership, as in {@link Member.id}; not the user's id. By default the user's own
   * key is meant, which is the same in every project.
   */
  memberId?: string | undefined;
}

/** @internal */
export const FINGERPRINT_MEMBER_OPTIONS = { ...PROJECT_OPTIONS, memberId: text };

/**
 * Members of projects.
 *
 * Every method fails with {@link PermissionDeniedError} for the credential of a program, such as a
 * service token. It fails with {@link InvalidInputError} if neither the call nor the client names a
 * project, or if the project's id is malformed.
 *
 * Protocol: `/api/v2/workspace/{id}/memberships` on May 2023 servers and
 * `/api/v1/workspace/{id}/memberships` on later ones, `/api/v1/workspace/{id}/invite-signup`,
 * `/api/v1/key`, `/api/v1/workspace/{id}/key` and `/api/v1/membership`.
 */
export class Members {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Lists the members of a project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member of it.
   * @throws {@link PermissionDeniedError} if the user's role in the project does not allow it.
   */
  async list(options: ProjectOptions = {}): Promise<Member[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.listMembers(call, project));
    return found.map((it) => toMember(it));
  }

  /**
   * Adds a member of the organization to a project and gives them the project key. This library
   * seals the key to their public key.
   *
   * People who are in the project already stay as they are. On May 2023 servers they get the key
   * again, so that an interrupted invitation can be repeated.
   *
   * On servers since autumn 2024, a person can join a project whose key only the server has. They
   * get no key then, need no key pair, and can be added before they accept the invitation to the
   * organization.
   *
   * @param email - The e-mail address of the invited person.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if nobody with that address has joined the organization.
   * @throws {@link PermissionDeniedError} if the user's role in the project does not allow it, or
   *   for an API key on servers since autumn 2024.
   * @throws {@link KeyUnavailableError} if the invited person has not finished signing up, if the
   *   user has no project key to share, or if the credential does not open the private key of the
   *   user.
   * @throws {@link IntegrityViolationError} if the person's public key is not the expected one, is
   *   not safe to seal to, or changes during the invitation; nobody is given the key then. It also
   *   occurs if the server accepts the invitation and does not list the member, if it may have
   *   replaced the project key (see `trustedSealers`), or, after the key was shared, if a server
   *   since June 2024 has a copy of it and the client requires end-to-end encryption.
   * @throws {@link TamperingSuspectedError} if the trust store of the client knows another public
   *   key of the person, unless `expectFingerprint` confirms the new one. Nothing is shared then.
   * @throws {@link InvalidInputError} if `expectFingerprint` is in no form of a fingerprint.
   * @throws {@link DecryptionFailedError} if the user's own copy of the project key cannot be
   *   opened.
   * @throws {@link UnsupportedByServerError} for an API key on servers of 2024 before autumn, while
   *   a person without an account is invited to the organization.
   */
  async invite(email: string, options: ShareKeyOptions = {}): Promise<Member> {
    text("email", email);
    options = checkOptions(options, SHARE_KEY_OPTIONS);
    const { project, expectFingerprint } = options;
    const found = await run(options, (call) =>
      this.#client.inviteMember(call, email, project, expectFingerprint),
    );
    return toMember(found);
  }

  /**
   * Gives a member one role in a project, in place of all roles that they have there.
   *
   * @param memberId - The membership's id, as in {@link Member.id}; not the user's.
   * @param role - The member's new role: `admin` or `member`; on servers since 2024 also `viewer`,
   *   `no-access` or the slug of a custom role.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if it has no such member.
   * @throws {@link PermissionDeniedError} unless the user is an administrator of the project.
   * @throws {@link InvalidInputError} if the server has no such role.
   */
  async setRole(memberId: string, role: string, options: ProjectOptions = {}): Promise<Member> {
    text("memberId", memberId);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) =>
      this.#client.setMemberRole(call, memberId, role, project),
    );
    return toMember(found);
  }

  /**
   * Denies a member permissions in environments, whatever the member's role.
   *
   * Only May 2023 servers support this. The list replaces all that was denied before; an empty list
   * allows everything again.
   *
   * A member who is denied both `read` and `write` in an environment does not see the environment
   * either.
   *
   * Only the server enforces this: the member keeps the project key.
   *
   * @param memberId - The membership's id, as in {@link Member.id}; not the user's.
   * @param denied - The denied permissions, each with the slug of an environment and `read` or
   *   `write`.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if it has no such member or environment.
   * @throws {@link InvalidInputError} if a permission is neither `read` nor `write`.
   * @throws {@link UnsupportedByServerError} on servers since 2024, where roles say it, see {@link
   *   Members.setRole}.
   * @throws {@link PermissionDeniedError} for an API key, or if the user is not allowed to do it.
   */
  async deny(
    memberId: string,
    denied: DeniedPermission[],
    options: ProjectOptions = {},
  ): Promise<Member> {
    text("memberId", memberId);
    arrayOf(deniedPermission)("denied", denied);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) =>
      this.#client.denyMemberPermissions(call, memberId, denied, project),
    );
    return toMember(found);
  }

  /**
   * Removes a member from a project, with the server's copy of their key.
   *
   * They may still know the project key, as {@link RemovedMember.warning} says. Where that matters,
   * replace the key with {@link Projects.rotateKey} and change the values; on servers that cannot
   * do that, create a new project, store new values in it, and delete this one.
   *
   * @param memberId - The membership's id, as in {@link Member.id}; not the user's.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if it has no such member.
   * @throws {@link PermissionDeniedError} unless the user is an administrator of the project.
   */
  async remove(memberId: string, options: ProjectOptions = {}): Promise<RemovedMember> {
    text("memberId", memberId);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.removeMember(call, memberId, project));
  }

  /**
   * Shares the project key with a member who is in the project without it. This library seals the
   * key to the member's public key. Doing so again is harmless.
   *
   * @param memberId - The membership's id, as in {@link Member.id}; not the user's.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if it has no such member.
   * @throws {@link PermissionDeniedError} on servers since 2024 if the user's role in the project
   *   does not allow it.
   * @throws {@link KeyUnavailableError} if the member has not finished signing up and has no public
   *   key, if the user has no project key to share, or if the credential does not open the private
   *   key of the user.
   * @throws {@link IntegrityViolationError} if the member's public key is not the expected one or
   *   is not safe to seal to, or if the server may have replaced the project key (see
   *   `trustedSealers`). Nothing is shared then. It also occurs after the key was shared, if a
   *   server since June 2024 has a copy of it and the client requires end-to-end encryption.
   * @throws {@link TamperingSuspectedError} if the trust store of the client knows another public
   *   key of the member, unless `expectFingerprint` confirms the new one. Nothing is shared then.
   * @throws {@link InvalidInputError} if `expectFingerprint` is in no form of a fingerprint.
   * @throws {@link DecryptionFailedError} if the user's own copy of the project key cannot be
   *   opened.
   */
  async shareKey(memberId: string, options: ShareKeyOptions = {}): Promise<Member> {
    text("memberId", memberId);
    options = checkOptions(options, SHARE_KEY_OPTIONS);
    const { project, expectFingerprint } = options;
    const found = await run(options, (call) =>
      this.#client.shareKeyWithMember(call, memberId, project, expectFingerprint),
    );
    return toMember(found);
  }

  /**
   * Returns the fingerprint of the user's own public key, or of a member's.
   *
   * Read out your own to a colleague. It is computed from the private key, so the server cannot
   * change it. That of a member is of the public key that the server shows for them. Compare it
   * with what that member reads out, and pass what they read out as `expectFingerprint` or
   * `trustedSealers`.
   *
   * @throws {@link KeyUnavailableError} if the credential does not open the private key of the
   *   user, or if the member has not finished signing up and has no public key.
   * @throws {@link NotFoundError} if there is no such project, if the user is not a member of it,
   *   or if it has no such member.
   * @throws {@link IntegrityViolationError} if the public key that the server holds for the user
   *   does not belong to the user's private key, or if the member's public key is not safe to seal
   *   to.
   * @throws {@link DecryptionFailedError} if the private key of the user cannot be decrypted.
   * @throws {@link InvalidInputError} if a member is given, and neither the call nor the client
   *   names a project.
   */
  async fingerprint(options: FingerprintMemberOptions = {}): Promise<Fingerprint> {
    options = checkOptions(options, FINGERPRINT_MEMBER_OPTIONS);
    const { memberId, project } = options;
    return run(options, (call) => this.#client.memberFingerprint(call, memberId, project));
  }
}
