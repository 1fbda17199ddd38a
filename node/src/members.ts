import { arrayOf, type Check, checkFields, checkOptions, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run, type CallOptions } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import {
  toMember,
  type DeniedPermission,
  type Member,
  type RemovedMember,
} from "./generated/records.js";

/** Options of {@link Members.invite} and {@link Members.shareKey}. */
export interface ShareKeyOptions extends CallOptions {
  /** Id of the project; the client's by default. */
  project?: string | undefined;
  /**
   * SHA-256 of the person's public key in hexadecimal, learned from them and not from the server.
   * With another key there, nothing is given.
   */
  expectFingerprint?: string | undefined;
}

const SHARE_KEY_OPTIONS = { ...PROJECT_OPTIONS, expectFingerprint: text };

/** Members of a project. A service token is rejected with {@link PermissionDeniedError}. */
export class Members {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Everyone in the project.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   */
  async list(options: ProjectOptions = {}): Promise<Member[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const found = await run(options, (call) => this.#client.listMembers(call, options.project));
    return found.map(toMember);
  }

  /**
   * Makes a member of the organization a member of the project, and gives them its key, sealed here
   * to their public key. Whoever is in already stays as they are; on May 2023 servers they get the
   * key again, so an interrupted invitation can be repeated.
   *
   * @throws {@link NotFoundError} if the invitee has not joined the organization;
   *   {@link KeyUnavailableError} if the invitee has not finished signing up, or the user has no key;
   *   {@link IntegrityViolationError} if the public key is not the expected one, or unsafe;
   *   {@link InvalidInputError} if the fingerprint is not 64 hexadecimal digits.
   */
  async invite(email: string, options: ShareKeyOptions = {}): Promise<Member> {
    text("email", email);
    options = checkOptions(options, SHARE_KEY_OPTIONS);
    const { project, expectFingerprint } = options;
    return toMember(
      await run(options, (call) =>
        this.#client.inviteMember(call, email, project, expectFingerprint),
      ),
    );
  }

  /**
   * Gives a member one role in place of those they have: `admin` or `member`; on 2024 servers also
   * `viewer`, `no-access` or a custom role's slug. `memberId` is the membership's id.
   *
   * @throws {@link NotFoundError} if the project has no such member; {@link PermissionDeniedError} if
   *   the user may not; {@link InvalidInputError} if the server knows no such role.
   */
  async setRole(memberId: string, role: string, options: ProjectOptions = {}): Promise<Member> {
    text("memberId", memberId);
    text("role", role);
    options = checkOptions(options, PROJECT_OPTIONS);
    return toMember(
      await run(options, (call) =>
        this.#client.setMemberRole(call, memberId, role, options.project),
      ),
    );
  }

  /**
   * Says what a member may not do in which environments, on May 2023 servers. It takes the place of
   * what was said before; `[]` allows everything again. Whom both are denied is not shown the
   * environment either.
   *
   * The server alone sees to it: the member keeps the project key.
   *
   * @param memberId The membership's id.
   * @throws {@link NotFoundError} for an unknown member or environment; {@link InvalidInputError}
   *   for a permission that is neither `read` nor `write`; {@link UnsupportedByServerError} on
   *   later servers, where roles say it; {@link PermissionDeniedError} if the user may not, and for
   *   programs.
   */
  async deny(
    memberId: string,
    denied: DeniedPermission[],
    options: ProjectOptions = {},
  ): Promise<Member> {
    text("memberId", memberId);
    arrayOf(deniedPermission)("denied", denied);
    options = checkOptions(options, PROJECT_OPTIONS);
    return toMember(
      await run(options, (call) =>
        this.#client.denyMemberPermissions(call, memberId, denied, options.project),
      ),
    );
  }

  /**
   * Removes a member and the server's copy of their key. They may still know the project key, as
   * the answer's `warning` says: where that matters, make a new project, store new values in it,
   * and delete this one.
   *
   * @throws {@link NotFoundError} if the project has no such member; {@link PermissionDeniedError} if
   *   the user may not.
   */
  async remove(memberId: string, options: ProjectOptions = {}): Promise<RemovedMember> {
    text("memberId", memberId);
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.removeMember(call, memberId, options.project));
  }

  /**
   * Seals the project key to a member who is in the project without it. Doing so again is harmless.
   *
   * @throws {@link NotFoundError} if the project has no such member; {@link KeyUnavailableError} if
   *   the member has no public key, or the user has no key; {@link IntegrityViolationError} if the
   *   public key is not the expected one, or unsafe.
   */
  async shareKey(memberId: string, options: ShareKeyOptions = {}): Promise<Member> {
    text("memberId", memberId);
    options = checkOptions(options, SHARE_KEY_OPTIONS);
    const { project, expectFingerprint } = options;
    return toMember(
      await run(options, (call) =>
        this.#client.shareKeyWithMember(call, memberId, project, expectFingerprint),
      ),
    );
  }
}

const deniedPermission: Check = (name, value) => {
  const denied = (value ?? {}) as Partial<DeniedPermission>;
  checkFields(name, denied, ["environment", "permission"]);
  const { environment, permission } = denied;
  text(`${name}.environment`, environment);
  text(`${name}.permission`, permission);
};
