import type * as Binding from "./binding.js";
import { Secret } from "./secret.js";
import type { Approval } from "./generated/records.js";

/** The result of a proposed change: either `secret` or `approval` is set. */
export interface SecretChange {
  /** The secret, if the change was made. */
  secret: Secret | null;
  /** What the change waits for, if it was not made. */
  approval: Approval | null;
}

export function toSecretChange(native: Binding.NativeSecretChange): SecretChange {
  return { ...native, secret: native.secret === null ? null : new Secret(native.secret) };
}
