import type { CallOptions } from "./call.js";

/** Options of {@link Account.changePassword}. */
export interface ChangePasswordAccountOptions extends CallOptions {
  /**
   * Agrees to send the new password to servers since June 2024, which demand it and keep a copy
   * of the private key that they can open. Without it, they refuse the change.
   */
  sendPassword?: boolean | undefined;
}

/** Options of {@link Account.createBackupKey}. */
export interface CreateBackupKeyAccountOptions extends CallOptions {
  /**
   * Whose name the kit bears; first and last name of the account by default. The server is not
   * told.
   */
  name?: string | undefined;
}

/** Options of {@link Account.completeRecovery}. */
export interface CompleteRecoveryAccountOptions extends CallOptions {
  /**
   * Agrees to send the new password to servers since about the end of 2024, which demand it and can
   * open the private key with it. Without it, recovery there is refused.
   */
  sendPassword?: boolean | undefined;
}
