import type { CallOptions } from "./call.js";

/** Options of {@link Account.completeSignUp}. */
export interface SignUpOptions extends CallOptions {
  /** First name; the part of the address before the `@` by default. */
  firstName?: string | undefined;
  /** Last name; `-` by default, because the server refuses an empty one. */
  lastName?: string | undefined;
  /** Name of the organization made with the account; `<first name>'s organization` by default. */
  organizationName?: string | undefined;
  /**
   * Id of the organization that invited the person. Then the code is that of the invitation,
   * {@link Account.startSignUp} is not needed, and no organization is made.
   */
  invitedTo?: string | undefined;
  /**
   * Agrees to send the password to servers since June 2024, which demand it and keep a copy of the
   * private key that they can open. Without it, signing up there is refused. `false` by default.
   */
  sendPassword?: boolean | undefined;
}

/** Options of {@link Account.signUpAdministrator}. */
export interface SignUpAdministratorOptions extends CallOptions {
  /** First name; the part of the address before the `@` by default. */
  firstName?: string | undefined;
  /** Last name; empty by default. */
  lastName?: string | undefined;
  /** As in {@link SignUpOptions}. */
  sendPassword?: boolean | undefined;
}
