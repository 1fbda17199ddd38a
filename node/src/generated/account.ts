// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { checkOptions, flag, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions, run } from "../call.js";
import { EmergencyKit, type NewAccount, type User, type Session, toSession } from "./records.js";

/** Options of {@link Account.completeSignUp}. */
export interface SignUpOptions extends CallOptions {
  /** First name; by default the part of the address before the `@`. */
  firstName?: string | undefined;
  /** Last name; `-` by default, because the server rejects an empty one. */
  lastName?: string | undefined;
  /**
   * Name of the organization that is created with the account; `<first name>'s organization` by
   * default. Today's servers accept only letters and digits of ASCII, dashes, underscores and
   * spaces; there the default is `<first name> organization`.
   */
  organizationName?: string | undefined;
  /**
   * Id of the organization that invited the person; by default there is no invitation, and the
   * person creates an organization of their own. With it, the code is that of the invitation,
   * {@link Account.startSignUp} is not needed, and no organization is created.
   */
  invitedTo?: string | undefined;
  /**
   * Whether the password may be sent to servers since June 2024, which demand it; `false` by
   * default. Those of 2024 keep a copy of the private key that they can open. Without it, signing
   * up fails on these servers. Earlier servers do not receive the password.
   */
  sendPassword?: boolean | undefined;
}

/** @internal */
export const SIGN_UP_OPTIONS = {
  ...CALL_OPTIONS,
  firstName: text,
  lastName: text,
  organizationName: text,
  invitedTo: text,
  sendPassword: flag,
};

/** Options of {@link Account.signUpAdministrator}. */
export interface SignUpAdministratorOptions extends CallOptions {
  /** First name; by default the part of the address before the `@`. */
  firstName?: string | undefined;
  /** Last name; empty by default. */
  lastName?: string | undefined;
  /**
   * Whether the password may be sent to servers since June 2024, which demand it; `false` by
   * default. Those of 2024 keep a copy of the private key that they can open. Without it, signing
   * up fails on these servers. Earlier servers do not receive the password.
   */
  sendPassword?: boolean | undefined;
}

/** @internal */
export const SIGN_UP_ADMINISTRATOR_OPTIONS = {
  ...CALL_OPTIONS,
  firstName: text,
  lastName: text,
  sendPassword: flag,
};

/** Options of {@link Account.setName}. */
export interface SetNameOptions extends CallOptions {
  /** Last name; unchanged by default. */
  lastName?: string | undefined;
}

/** @internal */
export const SET_NAME_OPTIONS = { ...CALL_OPTIONS, lastName: text };

/** Options of {@link Account.changePassword}. */
export interface ChangePasswordAccountOptions extends CallOptions {
  /**
   * Whether the new password may be sent to servers since June 2024, which demand it; today's
   * demand the current one too. `false` by default. Servers of 2024 keep a copy of the private key
   * that they can open. Without it, changing the password fails on these servers. Earlier servers
   * do not receive the password.
   */
  sendPassword?: boolean | undefined;
}

/** @internal */
export const CHANGE_PASSWORD_ACCOUNT_OPTIONS = { ...CALL_OPTIONS, sendPassword: flag };

/** Options of {@link Account.createBackupKey}. */
export interface CreateBackupKeyAccountOptions extends CallOptions {
  /**
   * Name of the person on the emergency kit; by default the first and last name of the account. The
   * server does not receive it.
   */
  name?: string | undefined;
}

/** @internal */
export const CREATE_BACKUP_KEY_ACCOUNT_OPTIONS = { ...CALL_OPTIONS, name: text };

/** Options of {@link Account.completeRecovery}. */
export interface CompleteRecoveryAccountOptions extends CallOptions {
  /**
   * Whether the new password may be sent to today's servers, which demand it; `false` by default.
   * Without it, recovery fails on these servers. Earlier servers do not receive the password.
   */
  sendPassword?: boolean | undefined;
}

/** @internal */
export const COMPLETE_RECOVERY_ACCOUNT_OPTIONS = { ...CALL_OPTIONS, sendPassword: flag };

/**
 * Sign-up, and the account of the user behind the credential.
 *
 * Protocol: `/api/v1/signup`, `/api/v2/signup`, `/api/v3/signup`, `/api/v1/admin/signup`,
 * `/api/v1/invite-org`, `/api/v1/auth`, `/api/v3/auth`, `/api/v2/auth/mfa`, `/api/v1/password`,
 * `/api/v2/users/me`.
 */
export class Account {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Asks the server to mail a sign-up code. Needs no credential.
   *
   * @param email - The e-mail address of the new account, to which the code is mailed.
   * @throws {@link ConflictError} if the account exists; today's servers do not tell.
   * @throws {@link InvalidInputError} if the server rejects the address.
   * @throws {@link AuthenticationFailedError} if the server does not allow sign-ups, on servers of
   *   2024.
   */
  async startSignUp(email: string, options: CallOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.startSignUp(call, email));
  }

  /**
   * Confirms the mailed code and creates the account. Needs no credential.
   *
   * The client creates the key pair of the account, and everything that protects it, on this
   * machine. On today's servers an account has no key pair, so it cannot open the key of an
   * end-to-end encrypted project.
   *
   * The server confirms a code only once. After an interruption, the same client can continue with
   * the confirmed code for 15 minutes; another client needs a new code.
   *
   * @param email - The e-mail address that the code was mailed to.
   * @param code - The mailed code.
   * @param password - The password of the account; it stays on this machine, but see
   *   `sendPassword`.
   * @throws {@link AuthenticationFailedError} if the code is wrong, was used or is too old.
   * @throws {@link TokenExpiredError} if the code was confirmed more than 15 minutes ago, on
   *   servers since 2024.
   * @throws {@link ConflictError} if the account exists; an earlier call whose response was lost
   *   may have created it.
   * @throws {@link InvalidInputError} if the password is empty, or if `invitedTo` is not the id of
   *   an organization.
   * @throws {@link UnsupportedByServerError} if the server demands the password itself and
   *   `sendPassword` does not allow it.
   */
  async completeSignUp(
    email: string,
    code: string,
    password: string,
    options: SignUpOptions = {},
  ): Promise<NewAccount> {
    text("email", email);
    text("code", code);
    text("password", password);
    options = checkOptions(options, SIGN_UP_OPTIONS);
    const { firstName, lastName, organizationName, invitedTo, sendPassword = false } = options;
    return run(options, (call) =>
      this.#client.completeSignUp(call, {
        email,
        code,
        password,
        firstName,
        lastName,
        organizationName,
        invitedTo,
        sendPassword,
      }),
    );
  }

  /**
   * Accepts an invitation to an organization, for a person who has an account. Needs no credential.
   *
   * The code can be used once. A person without an account signs up instead, with {@link
   * Account.completeSignUp} and `invitedTo`.
   *
   * @param email - The e-mail address that was invited.
   * @param organization - Id of the organization.
   * @param code - The mailed code.
   * @throws {@link AuthenticationFailedError} if the code is wrong or was used; if an earlier call
   *   used it, the person is already a member.
   * @throws {@link NotFoundError} if the person has no account yet; the code is then used up, and
   *   signing up with `invitedTo` needs a new one.
   * @throws {@link InvalidInputError} if `organization` is not the id of an organization.
   */
  async acceptInvitation(
    email: string,
    organization: string,
    code: string,
    options: CallOptions = {},
  ): Promise<void> {
    text("email", email);
    text("organization", organization);
    text("code", code);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.acceptInvitation(call, email, organization, code));
  }

  /**
   * Ends the session and forgets the login and every opened key.
   *
   * A client with a password logs in again at its next call. May 2023 servers leave the access
   * token valid until it expires.
   *
   * For a machine identity, the server revokes the access token; servers can do so since June 2024.
   * A client with a client secret logs in again at its next call; if it has not logged in, there is
   * nothing to revoke. A client with an identity token cannot be used afterwards.
   *
   * The client forgets what it holds in every case. If it cannot reach the server, the server keeps
   * the session until that expires.
   *
   * @throws {@link AuthenticationFailedError} if the server had ended the session already.
   * @throws {@link PermissionDeniedError} for a service token, a service account or an API key,
   *   which have no session.
   * @throws {@link UnsupportedByServerError} for a machine identity that is logged in, on servers
   *   before June 2024, and for an access token on today's servers: it stays valid until it
   *   expires.
   */
  async logOut(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.logOut(call));
  }

  /**
   * Returns the user behind the credential. Logs in if necessary, so it also checks whether a
   * password is right.
   *
   * @throws {@link AuthenticationFailedError} if the server rejects the credential: the password or
   *   the token is wrong.
   * @throws {@link MfaRequiredError} if the login needs a code, which was mailed; see {@link
   *   Account.verifyMfa}.
   * @throws {@link PermissionDeniedError} for a service token, a service account or a machine
   *   identity, which belongs to no user, or if the server has locked the user after too many wrong
   *   codes.
   * @throws {@link IntegrityViolationError} if the server breaks the protocol of the login, as an
   *   attacker in its place would.
   * @throws {@link DecryptionFailedError} if the private key that the server stores does not
   *   decrypt.
   */
  async me(options: CallOptions = {}): Promise<User> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.whoAmI(call));
  }

  /**
   * Creates the first account of a new server, that of its administrator. Needs neither a
   * credential nor a code.
   *
   * Needs a server of 2024 or later. The client creates the key pair of the account, and everything
   * that protects it, on this machine. The server creates an organization with the account and
   * gives it a name.
   *
   * @param email - The e-mail address of the administrator.
   * @param password - The password of the account; it stays on this machine, but see
   *   `sendPassword`.
   * @throws {@link InvalidInputError} if the password is empty, or if the address has no `@`.
   * @throws {@link ConflictError} if the server has an administrator; an earlier call whose
   *   response was lost may have created that account.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, where everybody signs up in the
   *   same way, or if the server demands the password itself and `sendPassword` does not allow it.
   */
  async signUpAdministrator(
    email: string,
    password: string,
    options: SignUpAdministratorOptions = {},
  ): Promise<NewAccount> {
    text("email", email);
    text("password", password);
    options = checkOptions(options, SIGN_UP_ADMINISTRATOR_OPTIONS);
    const { firstName, lastName, sendPassword = false } = options;
    return run(options, (call) =>
      this.#client.signUpAdministrator(call, {
        email,
        password,
        firstName,
        lastName,
        sendPassword,
      }),
    );
  }

  /**
   * Changes the name of the user. Needs a server of 2024 or later.
   *
   * @param firstName - The new first name.
   * @throws {@link InvalidInputError} if the first name is blank.
   * @throws {@link PermissionDeniedError} for a service token, a service account or a machine
   *   identity.
   * @throws {@link UnsupportedByServerError} on May 2023 servers.
   */
  async setName(firstName: string, options: SetNameOptions = {}): Promise<User> {
    text("firstName", firstName);
    options = checkOptions(options, SET_NAME_OPTIONS);
    const { lastName } = options;
    return run(options, (call) => this.#client.setUserName(call, firstName, lastName));
  }

  /**
   * Lists the sessions of the user, including that of this client. Needs a server of 2024 or later.
   *
   * The list has every login that is still valid. Logins from one address with one user agent are
   * one session.
   *
   * @throws {@link PermissionDeniedError} for a service token, a service account, a machine
   *   identity or an API key.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, which keep no sessions.
   */
  async sessions(options: CallOptions = {}): Promise<Session[]> {
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listSessions(call));
    return found.map((it) => toSession(it));
  }

  /**
   * Ends every session of the user, including that of this client. Needs a server of 2024 or later.
   *
   * No access token of the user is valid afterwards; API keys and service tokens stay valid. A
   * client with a password logs in again at its next call, and so can everybody else who has the
   * password. A client with an access token cannot be used afterwards.
   *
   * @throws {@link PermissionDeniedError} for a service token, a service account, a machine
   *   identity or an API key.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, which keep no sessions.
   */
  async endSessions(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.endSessions(call));
  }

  /**
   * Deletes the account of the user permanently, and closes this client. This cannot be undone.
   * Later calls fail with {@link ClosedError}. Needs a server of 2024 or later.
   *
   * Members of projects to whom this user sealed the project key may lose it with the account. Have
   * another member share the key with them again first.
   *
   * @throws {@link AuthenticationFailedError} if another client deleted the account before.
   * @throws {@link PermissionDeniedError} for a service token, a service account, a machine
   *   identity or an API key.
   * @throws {@link UnsupportedByServerError} on May 2023 servers.
   */
  async delete(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteAccount(call));
  }

  /**
   * Completes a login that failed with {@link MfaRequiredError}, with the mailed code. Then repeat
   * the call that failed.
   *
   * After three wrong codes, servers since June 2024 lock the user: they accept no code and no
   * login until the time in `retryAfterMs` of the error has passed, or until the password is
   * replaced with {@link Account.completeRecovery}.
   *
   * @param code - The mailed code, which is valid for five minutes.
   * @throws {@link AuthenticationFailedError} if the code is wrong, of which servers accept a few,
   *   or if it is too old.
   * @throws {@link InvalidInputError} if the code is empty, or if no login waits for a code.
   * @throws {@link PermissionDeniedError} for a credential other than e-mail and password, or if
   *   the server has locked the user.
   */
  async verifyMfa(code: string, options: CallOptions = {}): Promise<void> {
    text("code", code);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.verifyMfa(call, code));
  }

  /**
   * Asks the server to mail another code for a login; the code before is no longer valid. Begins a
   * login if none waits for a code.
   *
   * @throws {@link AuthenticationFailedError} if the password is wrong.
   * @throws {@link InvalidInputError} if the user is logged in, or has no second factor.
   * @throws {@link PermissionDeniedError} for a credential other than e-mail and password, or if
   *   the server has locked the user after three wrong codes, as servers since June 2024 do.
   */
  async resendMfaCode(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.resendMfaCode(call));
  }

  /**
   * Turns the second factor of the user on or off. With it, a mailed code completes every login;
   * see {@link Account.verifyMfa}. A running session continues.
   *
   * @param enabled - Whether logins need a second factor.
   * @throws {@link PermissionDeniedError} for a service token, a service account or a machine
   *   identity.
   */
  async setMfa(enabled: boolean, options: CallOptions = {}): Promise<void> {
    flag("enabled", enabled);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.setMfa(call, enabled));
  }

  /**
   * Replaces the password of the user. The password in the credential is the current one, and this
   * client continues with the new one. The key pair stays, and so do project keys, service tokens
   * and the backup key.
   *
   * Today's servers leave the key pair under the old password: from then on, log in with the new
   * password, and give the old one to decrypt.
   *
   * After an interruption, either password may be the valid one. Run the call again, with the
   * password that logs in or with the one that this client has: it finishes the change. Servers of
   * 2024 and later end the session, so an access token cannot be used afterwards.
   *
   * @param newPassword - The new password; it stays on this machine, but see `sendPassword`.
   * @throws {@link AuthenticationFailedError} if the current password is wrong.
   * @throws {@link DecryptionFailedError} if the current password, given beside an access token, is
   *   wrong.
   * @throws {@link InvalidCredentialError} for an access token without a password beside it.
   * @throws {@link InvalidInputError} if the new password is empty.
   * @throws {@link PermissionDeniedError} for a service token, a service account, a machine
   *   identity or an API key.
   * @throws {@link UnsupportedByServerError} if the server demands the new password itself and
   *   `sendPassword` does not allow it.
   */
  async changePassword(
    newPassword: string,
    options: ChangePasswordAccountOptions = {},
  ): Promise<void> {
    text("newPassword", newPassword);
    options = checkOptions(options, CHANGE_PASSWORD_ACCOUNT_OPTIONS);
    const { sendPassword = false } = options;
    await run(options, (call) => this.#client.changePassword(call, newPassword, sendPassword));
  }

  /**
   * Creates a backup key, for an emergency kit. With it and access to the mailbox, a lost password
   * can be replaced; see {@link Account.completeRecovery}.
   *
   * The backup key is shown only here. A new one voids the earlier one. If the call fails, the
   * earlier one may be void too: create another one.
   *
   * @throws {@link AuthenticationFailedError} if the password is wrong.
   * @throws {@link DecryptionFailedError} if the password, given beside an access token, is wrong.
   * @throws {@link InvalidCredentialError} for an access token without a password beside it.
   * @throws {@link PermissionDeniedError} for a service token, a service account, a machine
   *   identity or an API key.
   * @throws {@link UnsupportedByServerError} on today's servers, which store no backup keys.
   */
  async createBackupKey(options: CreateBackupKeyAccountOptions = {}): Promise<EmergencyKit> {
    options = checkOptions(options, CREATE_BACKUP_KEY_ACCOUNT_OPTIONS);
    const { name } = options;
    const found = await run(options, (call) => this.#client.createBackupKey(call, name));
    return new EmergencyKit(found);
  }

  /**
   * Asks the server to mail a recovery code. Needs no credential. Servers of 2024 and later succeed
   * for every address, so that nobody learns who has an account.
   *
   * @param email - The e-mail address of the account, to which the code is mailed.
   * @throws {@link NotFoundError} if there is no account of that address, on May 2023 servers.
   */
  async startRecovery(email: string, options: CallOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.startRecovery(call, email));
  }

  /**
   * Replaces a lost password, with a mailed code and a backup key. Needs no credential; log in with
   * the new password afterwards.
   *
   * The client confirms the code, opens the private key with the backup key of {@link
   * Account.createBackupKey}, and protects it with the new password. Nothing is changed before the
   * private key is open. The backup key stays valid.
   *
   * Today's servers take a new password without a backup key, and leave the key pair under the old
   * password: afterwards, log in with the new password, and give the old one to decrypt. On them
   * the backup key has no effect.
   *
   * The server confirms a code only once. After a wrong backup key or an interruption, the same
   * client can continue with the confirmed code for 15 minutes; another client needs a new code.
   *
   * @param email - The e-mail address that the code was mailed to.
   * @param code - The mailed code.
   * @param backupKey - The backup key of the emergency kit.
   * @param newPassword - The new password; it stays on this machine, but see `sendPassword`.
   * @throws {@link AuthenticationFailedError} if the code is wrong, was used or is too old, or if
   *   there is no account of that address.
   * @throws {@link TokenExpiredError} if the code was confirmed more than 15 minutes ago, on
   *   servers since 2024.
   * @throws {@link DecryptionFailedError} if the backup key is wrong, or if a later one has
   *   replaced it.
   * @throws {@link NotFoundError} if the account has no backup key.
   * @throws {@link InvalidInputError} if the backup key is not 32 hexadecimal characters, or if the
   *   new password is empty.
   * @throws {@link IntegrityViolationError} if the key that the backup key opens is not the private
   *   key of the account.
   * @throws {@link UnsupportedByServerError} if the server demands the new password itself and
   *   `sendPassword` does not allow it.
   */
  async completeRecovery(
    email: string,
    code: string,
    backupKey: string,
    newPassword: string,
    options: CompleteRecoveryAccountOptions = {},
  ): Promise<void> {
    text("email", email);
    text("code", code);
    text("backupKey", backupKey);
    text("newPassword", newPassword);
    options = checkOptions(options, COMPLETE_RECOVERY_ACCOUNT_OPTIONS);
    const { sendPassword = false } = options;
    await run(options, (call) =>
      this.#client.completeRecovery(call, { email, code, backupKey, newPassword, sendPassword }),
    );
  }
}
