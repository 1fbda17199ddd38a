import { checkOptions, flag, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions, run } from "./call.js";
import { EmergencyKit } from "./emergency-kit.js";
import type {
  ChangePasswordAccountOptions,
  CompleteRecoveryAccountOptions,
  CreateBackupKeyAccountOptions,
} from "./passwords.js";
import type { SignUpAdministratorOptions, SignUpOptions } from "./sign-up.js";
import { toSession, type NewAccount, type User, type Session } from "./generated/records.js";

/** Options of {@link Account.setName}. */
export interface SetNameOptions extends CallOptions {
  /** Last name; it stays by default. */
  lastName?: string | undefined;
}

/** Signing up, and the user behind the credential. */
export class Account {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Asks the server to mail a sign-up code to `email`. Needs no credential.
   *
   * @throws {@link ConflictError} if the account exists.
   */
  async startSignUp(email: string, options: CallOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.startSignUp(call, email));
  }

  /**
   * Confirms the mailed code and makes the account: its key pair and everything that protects it are
   * made here. Needs no credential.
   *
   * The code can be confirmed once: interrupted, the same client goes on with it for a quarter of
   * an hour, another needs a new code.
   *
   * @throws {@link AuthenticationFailedError} for a wrong code; {@link ConflictError} if the account
   *   exists; {@link UnsupportedByServerError} if the server demands the password itself, see
   *   `sendPassword`.
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
    options = checkOptions(options, {
      ...CALL_OPTIONS,
      firstName: text,
      lastName: text,
      organizationName: text,
      invitedTo: text,
      sendPassword: flag,
    });
    const { firstName, lastName, organizationName, invitedTo, sendPassword = false } = options;
    const name = { firstName, lastName, organizationName, invitedTo };
    const signUp = { email, code, password, ...name, sendPassword };
    return run(options, (call) => this.#client.completeSignUp(call, signUp));
  }

  /**
   * Makes the first account of a new server, its administrator, with an organization the server
   * names; servers of 2024 and later. The key pair and everything that protects it are made here.
   * Needs neither a credential nor a code.
   *
   * @throws {@link InvalidInputError} for an empty password, or an address without `@`; {@link
   *   ConflictError} if the server has an administrator, whom an earlier call may have made whose
   *   answer was lost; {@link UnsupportedByServerError} on May 2023 servers, where everybody signs up
   *   alike, and if the server demands the password itself, see `sendPassword`.
   */
  async signUpAdministrator(
    email: string,
    password: string,
    options: SignUpAdministratorOptions = {},
  ): Promise<NewAccount> {
    text("email", email);
    text("password", password);
    options = checkOptions(options, {
      ...CALL_OPTIONS,
      firstName: text,
      lastName: text,
      sendPassword: flag,
    });
    const { firstName, lastName, sendPassword = false } = options;
    const account = { email, password, firstName, lastName, sendPassword };
    return run(options, (call) => this.#client.signUpAdministrator(call, account));
  }

  /**
   * The user behind the credential. Logs in if need be, so it also tells whether a password is
   * right.
   *
   * @throws {@link AuthenticationFailedError}; {@link PermissionDeniedError} for a service token,
   *   which belongs to no user.
   */
  async me(options: CallOptions = {}): Promise<User> {
    options = checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.whoAmI(call));
  }

  /**
   * Gives the user another name, on servers of 2024 and later.
   *
   * @throws {@link InvalidInputError} for a blank first name; {@link UnsupportedByServerError} on
   *   May 2023 servers; {@link PermissionDeniedError} for programs.
   */
  async setName(firstName: string, options: SetNameOptions = {}): Promise<User> {
    text("firstName", firstName);
    options = checkOptions(options, { ...CALL_OPTIONS, lastName: text });
    const { lastName } = options;
    return run(options, (call) => this.#client.setUserName(call, firstName, lastName));
  }

  /**
   * Takes up an invitation to an organization for somebody who has an account. Needs no credential.
   *
   * @param organization Id of the organization.
   * @param code The mailed code.
   * @throws {@link AuthenticationFailedError} for a wrong or used code; {@link NotFoundError} if
   *   the person has no account yet: they sign up with `invitedTo` and another code.
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
   * Ends the session and forgets the log-in and every opened key. A client with a password logs in
   * again at its next call. May 2023 servers leave the access token valid until it expires.
   *
   * Of a machine identity the server revokes the access token, since June 2024. A client with a
   * client secret logs in again at its next call; one with an `identityToken` is of no use
   * afterwards. If it has not logged in, nothing is revoked.
   *
   * What the client holds is forgotten whatever happens. If the server is not reached, it keeps
   * the session until that expires.
   *
   * @throws {@link AuthenticationFailedError} if the server had ended the session already; {@link
   *   PermissionDeniedError} for a service token or an API key, which have no session; {@link
   *   UnsupportedByServerError} for a machine identity that is logged in on servers before June
   *   2024.
   */
  async logOut(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.logOut(call));
  }

  /**
   * The user's log-ins that still count, this client's among them, on servers of 2024 and later.
   * Those from one address with one user agent are one session.
   *
   * @throws {@link UnsupportedByServerError} on May 2023 servers, which keep none; {@link
   *   PermissionDeniedError} for programs and API keys.
   */
  async sessions(options: CallOptions = {}): Promise<Session[]> {
    options = checkOptions(options, CALL_OPTIONS);
    const found = await run(options, (call) => this.#client.listSessions(call));
    return found.map(toSession);
  }

  /**
   * Ends every session of the user, this client's too, on servers of 2024 and later: nobody's
   * access token is of use any longer. A client with a password logs in again at its next call, and
   * so does whoever else has it; one with an access token is of no use afterwards. API keys and
   * service tokens stay.
   *
   * @throws {@link UnsupportedByServerError} on May 2023 servers, which keep none; {@link
   *   PermissionDeniedError} for programs and API keys.
   */
  async endSessions(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.endSessions(call));
  }

  /**
   * Deletes the user's account for good, on servers of 2024 and later, and closes the client: later
   * calls are rejected with {@link ClientClosedError}. There is no way back.
   *
   * Members of projects to whom this user sealed the key may lose it with the account: first have
   * another member share it with them again.
   *
   * @throws {@link AuthenticationFailedError} if another client deleted it before; {@link
   *   UnsupportedByServerError} on May 2023 servers; {@link PermissionDeniedError} for programs and
   *   API keys.
   */
  async delete(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.deleteAccount(call));
  }

  /**
   * Gives the user another password in place of the one in the credential, with which this client
   * goes on. The key pair stays, and so do project keys, service tokens and the backup key.
   *
   * Interrupted, either password may be the one that counts: run it again, with whichever logs in
   * or the one this client has. Servers of 2024 end the session, so that an access token is of no
   * use afterwards.
   *
   * @param newPassword The new password; it stays on this machine, but see `sendPassword`.
   * @throws {@link AuthenticationFailedError} if the current password is wrong; {@link
   *   DecryptionFailedError} if it is wrong beside an access token; {@link
   *   UnsupportedByServerError} if the server demands the password itself; {@link
   *   InvalidCredentialError} for an access token without a password beside it; {@link
   *   PermissionDeniedError} for programs and API keys.
   */
  async changePassword(
    newPassword: string,
    options: ChangePasswordAccountOptions = {},
  ): Promise<void> {
    text("newPassword", newPassword);
    options = checkOptions(options, { ...CALL_OPTIONS, sendPassword: flag });
    const { sendPassword = false } = options;
    await run(options, (call) => this.#client.changePassword(call, newPassword, sendPassword));
  }

  /**
   * Makes a key for an emergency kit: with it and access to the mailbox, a lost password can be
   * replaced. It is shown only here. A new one voids the old.
   *
   * See {@link completeRecovery}.
   *
   * @throws {@link AuthenticationFailedError} if the password is wrong; {@link
   *   DecryptionFailedError} if it is wrong beside an access token; {@link InvalidCredentialError}
   *   for an access token without a password beside it; {@link PermissionDeniedError} for programs
   *   and API keys.
   */
  async createBackupKey(options: CreateBackupKeyAccountOptions = {}): Promise<EmergencyKit> {
    options = checkOptions(options, { ...CALL_OPTIONS, name: text });
    const { name } = options;
    return new EmergencyKit(await run(options, (call) => this.#client.createBackupKey(call, name)));
  }

  /**
   * Asks the server to mail a recovery code to `email`. Needs no credential. Servers of 2024
   * succeed for any address, so as not to tell who has an account.
   *
   * @throws {@link NotFoundError} if there is no account (May 2023).
   */
  async startRecovery(email: string, options: CallOptions = {}): Promise<void> {
    text("email", email);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.startRecovery(call, email));
  }

  /**
   * Opens the private key with a backup key and puts it under a new password. Needs no credential;
   * log in with the new password afterwards. Nothing is changed before the private key is open, and
   * the backup key stays good.
   *
   * The code can be confirmed once: after a wrong backup key or an interruption the same client
   * goes on with it for a quarter of an hour, another needs a new code.
   *
   * @param email The address the code was mailed to.
   * @param code The mailed code.
   * @param backupKey The backup key of the emergency kit.
   * @param newPassword The new password; it stays on this machine, but see `sendPassword`.
   * @throws {@link AuthenticationFailedError} for a wrong or used code; {@link
   *   DecryptionFailedError} for a wrong backup key; {@link NotFoundError} if the account has none;
   *   {@link InvalidInputError} for one that is not 32 hexadecimal characters; {@link
   *   IntegrityViolationError} if what it opens is not the key of the account; {@link
   *   UnsupportedByServerError} if the server demands the password itself.
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
    options = checkOptions(options, { ...CALL_OPTIONS, sendPassword: flag });
    const { sendPassword = false } = options;
    const recovery = { email, code, backupKey, newPassword, sendPassword };
    await run(options, (call) => this.#client.completeRecovery(call, recovery));
  }

  /**
   * Completes a log-in that failed with {@link MfaRequiredError}, with the code that was mailed.
   * Then repeat the call.
   *
   * @param code The mailed code.
   * @throws {@link AuthenticationFailedError} for a wrong code, of which servers take a few, or one
   *   that is too old; {@link InvalidInputError} if no code is waited for; {@link
   *   PermissionDeniedError} for other credentials than e-mail and password, and if the server has
   *   locked the user after three wrong codes, as servers since June 2024 do. `retryAfter` gives
   *   the duration.
   */
  async verifyMfa(code: string, options: CallOptions = {}): Promise<void> {
    text("code", code);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.verifyMfa(call, code));
  }

  /**
   * Has another code mailed; the one before is no longer good. Begins a log-in if none is waiting.
   *
   * @throws {@link AuthenticationFailedError} for a wrong password; {@link InvalidInputError} if
   *   the user is logged in, or has no second factor; {@link PermissionDeniedError} for other
   *   credentials than e-mail and password.
   */
  async resendMfaCode(options: CallOptions = {}): Promise<void> {
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.resendMfaCode(call));
  }

  /**
   * Turns the second factor on or off. With it, every log-in is completed by a mailed code, see
   * {@link verifyMfa}; a session under way goes on.
   *
   * @param enabled Whether there is to be one.
   * @throws {@link PermissionDeniedError} for programs.
   */
  async setMfa(enabled: boolean, options: CallOptions = {}): Promise<void> {
    flag("enabled", enabled);
    options = checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.setMfa(call, enabled));
  }
}
