/** The details of an error besides its message. */
export interface ErrorDetails extends ErrorOptions {
  /** The HTTP status, if the server answered. */
  status?: number | null;
  /** The server's id of the request. */
  requestId?: string | null;
  /** Whether the same call may succeed later and cannot apply a change twice. */
  retryable?: boolean;
  /** Milliseconds to wait before a retry, if the server requests it. */
  retryAfterMs?: number | null;
}

/**
 * The base class of all errors of this package. The message names the secret, project or file
 * concerned and says what to do next. It never contains a secret's value, a key, a token or a
 * password.
 */
export class InfisicalError extends Error {
  /** The code of every error of the class. */
  static readonly code: string = "internal";

  /** The stable code of the condition, such as `"not_found"`. Each code has one class. */
  readonly code: string;
  /** The HTTP status, if the server answered. */
  readonly status: number | null;
  /** The server's id of the request, which its operators can search for. */
  readonly requestId: string | null;
  /**
   * Whether the same call may succeed later and cannot apply a change twice. False for a write that
   * may have been applied, after a timeout or a failure of the server: read before writing again.
   */
  readonly retryable: boolean;
  /** Milliseconds to wait before a retry, if the server requests it. */
  readonly retryAfterMs: number | null;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = new.target.code;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }

  static {
    // On the prototype, so that it is no property of each error and is there for the stack's text.
    Object.defineProperty(this.prototype, "name", {
      configurable: true,
      get(this: InfisicalError) {
        return this.constructor.name;
      },
    });
  }
}

/** An argument is invalid; nothing was sent. */
export class InvalidInputError extends InfisicalError {
  static override readonly code = "invalid_input";
}

/** A token or key is malformed; nothing was sent. */
export class InvalidCredentialError extends InfisicalError {
  static override readonly code = "invalid_credential";
}

/** The server rejected the credential: wrong password, or an unknown or revoked token. */
export class AuthenticationFailedError extends InfisicalError {
  static override readonly code = "authentication_failed";
}

/** The credential has expired. */
export class TokenExpiredError extends InfisicalError {
  static override readonly code = "token_expired";
}

/** The account has a second factor, and the session has not passed it yet. */
export class MfaRequiredError extends InfisicalError {
  static override readonly code = "mfa_required";
}

/** The credential is valid but lacks the permission. */
export class PermissionDeniedError extends InfisicalError {
  static override readonly code = "permission_denied";
}

/** The object does not exist, or the credential cannot see it. */
export class NotFoundError extends InfisicalError {
  static override readonly code = "not_found";
}

/** An object with that name already exists. */
export class ConflictError extends InfisicalError {
  static override readonly code = "conflict";
}

/** Too many requests; see `retryAfterMs`. */
export class RateLimitedError extends InfisicalError {
  static override readonly code = "rate_limited";
}

/** The request is larger than the server accepts. */
export class PayloadTooLargeError extends InfisicalError {
  static override readonly code = "payload_too_large";
}

/** The time limit was exceeded. A write may have been applied. */
export class OperationTimeoutError extends InfisicalError {
  static override readonly code = "timeout";
}

/** The server could not be reached. */
export class ConnectionFailedError extends InfisicalError {
  static override readonly code = "connection_failed";
}

/** The answer is not that of an Infisical server. Check the URL and the proxy. */
export class InvalidResponseError extends InfisicalError {
  static override readonly code = "invalid_response";
}

/** The server failed. */
export class ServerError extends InfisicalError {
  static override readonly code = "server_error";
}

/** A ciphertext does not verify: it was changed, truncated or encrypted with another key. */
export class DecryptionFailedError extends InfisicalError {
  static override readonly code = "decryption_failed";
}

/** An answer of the server contradicts the request or what the client knows. */
export class IntegrityViolationError extends InfisicalError {
  static override readonly code = "integrity_violation";
}

/** An answer of the server contradicts what the trust store has seen before. */
export class TamperingSuspectedError extends InfisicalError {
  static override readonly code = "tampering_suspected";
}

/** The key needed to decrypt is not available. */
export class KeyUnavailableError extends InfisicalError {
  static override readonly code = "key_unavailable";
}

/** This release of the server does not support the operation. */
export class UnsupportedByServerError extends InfisicalError {
  static override readonly code = "unsupported_by_server";
}

/** The call's `signal` was aborted; `cause` is the signal's reason. */
export class OperationCancelledError extends InfisicalError {
  static override readonly code = "cancelled";
}

/** The client was closed before the call, or during it. */
export class ClientClosedError extends InfisicalError {
  static override readonly code = "closed";
}

/** A bug in this library. Please report it. */
export class InternalError extends InfisicalError {
  static override readonly code = "internal";
}
