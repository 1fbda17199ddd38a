import type * as Binding from "./binding.js";
import { toDate } from "./secret.js";

/** A log-in that still counts. */
export interface Session {
  /** The session's id. */
  id: string;
  /** Where it was begun from, as the server saw it. */
  ipAddress: string | null;
  /** The program that began it. */
  userAgent: string | null;
  /** When it began. */
  createdAt: Date | null;
  /** When it was last used. */
  lastUsed: Date | null;
}

export function toSession(native: Binding.NativeSession): Session {
  const { createdAt, lastUsed } = native;
  return { ...native, createdAt: toDate(createdAt), lastUsed: toDate(lastUsed) };
}
