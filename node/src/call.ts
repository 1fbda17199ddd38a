import { abortSignal, milliseconds } from "./arguments.js";
import type { Call } from "./binding.js";
import { OperationCancelledError } from "./errors.js";
import { fromThrown } from "./failure.js";
import { native } from "./native.js";
import { toThisRealm } from "./realm.js";

/** The options of every call. */
export interface CallOptions {
  /**
   * Cancels the request when aborted. The promise is then rejected with
   * {@link OperationCancelledError}, whose `cause` is the signal's reason. A write that was
   * already sent may have been applied.
   */
  signal?: AbortSignal | undefined;
  /** The maximum duration of this call in milliseconds, if less than the client's `deadlineMs`. */
  timeoutMs?: number | undefined;
}

export const CALL_OPTIONS = { signal: abortSignal, timeoutMs: milliseconds };

/** Runs a call of the native module; `signal` cancels it. */
export async function run<T>(
  { signal, timeoutMs }: CallOptions,
  start: (call: Call) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) {
    throw new OperationCancelledError("the call was cancelled before it began", {
      cause: signal.reason,
    });
  }
  const call = new native.Call(toSeconds(timeoutMs));
  const cancel = () => {
    call.cancel();
  };
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return toThisRealm(await start(call));
  } catch (failure) {
    throw fromThrown(failure, signal?.aborted ? { cause: signal.reason } : undefined);
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

export function toSeconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}
