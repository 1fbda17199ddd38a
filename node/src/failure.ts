import type { NativeError } from "./binding.js";
import * as errors from "./errors.js";

const CLASSES = new Map(
  Object.values(errors)
    .filter((errorClass) => errorClass !== errors.InfisicalError)
    .map((errorClass) => [errorClass.code, errorClass]),
);

// A minifier renames classes but not exports: take the names of errors from the exports.
for (const [name, errorClass] of Object.entries(errors)) {
  Object.defineProperty(errorClass, "name", { value: name });
}

/** The class of a code. */
export function classOf(code: string): typeof errors.InfisicalError {
  return CLASSES.get(code) ?? errors.InternalError;
}

/** Converts what the native module threw to an error. */
export function fromThrown(thrown: unknown, options?: ErrorOptions): errors.InfisicalError {
  // No `instanceof`: Node creates these errors in its own realm, which differs from that of Jest
  // tests.
  if (typeof thrown === "object" && thrown !== null && "failure" in thrown) {
    return fromFailure(thrown.failure as NativeError, options);
  }
  // The module's message is not used: it contains the value that could not be converted.
  return new errors.InternalError("the native module refused an argument. Please report it");
}

/** Throws the error that the native module describes, if there is one. */
export function throwIfAny(failure: NativeError | null): void {
  if (failure !== null) {
    throw fromFailure(failure);
  }
}

/** The error that the native module describes. */
export function fromFailure(failure: NativeError, options?: ErrorOptions): errors.InfisicalError {
  return new (classOf(failure.code))(failure.message, {
    ...options,
    status: failure.status,
    requestId: failure.requestId,
    retryable: failure.retryable,
    retryAfterMs: failure.retryAfter === null ? null : failure.retryAfter * 1000,
  });
}
