import { checkOptions, flag, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";

/** An account that was just made. */
export interface NewAccount {
  /** The user's id. */
  userId: string;
  /** The address signed up with. Log in with the same spelling: it is part of the proof. */
  email: string;
}

/** A user of the server. */
export interface User {
  /** The user's id. */
  id: string;
  /** E-mail address. */
  email: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
}

/** Options of {@link Account.completeSignUp}. */
export interface SignUpOptions extends CallOptions {
  /** First name; the part of the address before the `@` by default. */
  firstName?: string | undefined;
  /** Last name; `-` by default, because the server refuses an empty one. */
  lastName?: string | undefined;
  /** Name of the organization made with the account; `<first name>'s organization` by default. */
  organizationName?: string | undefined;
  /**
   * Agrees to send the password to servers since spring 2024, which demand it and keep a copy of the
   * private key that they can open. Without it, signing up there is refused. `false` by default.
   */
  sendPassword?: boolean | undefined;
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
    checkOptions(options, CALL_OPTIONS);
    await run(options, (call) => this.#client.startSignUp(call, email));
  }

  /**
   * Confirms the mailed code and makes the account: its key pair and everything that protects it are
   * made here. Needs no credential.
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
    checkOptions(options, {
      ...CALL_OPTIONS,
      firstName: text,
      lastName: text,
      organizationName: text,
      sendPassword: flag,
    });
    const { firstName, lastName, organizationName, sendPassword = false } = options;
    const name = { firstName, lastName, organizationName };
    const signUp = { email, code, password, ...name, sendPassword };
    return run(options, (call) => this.#client.completeSignUp(call, signUp));
  }

  /**
   * The user behind the credential. Logs in if need be, so it also tells whether a password is
   * right.
   *
   * @throws {@link AuthenticationFailedError}; {@link PermissionDeniedError} for a service token,
   *   which belongs to no user.
   */
  async me(options: CallOptions = {}): Promise<User> {
    checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.whoAmI(call));
  }
}
