/** What an error tells beside its message. */
export interface ErrorDetails extends ErrorOptions {
  /** The HTTP status, when the server answered. */
  status?: number | null;
  /** The request id the server gave. */
  requestId?: string | null;
  /** Whether the same call may succeed later. */
  retryable?: boolean;
  /** Milliseconds the server asked to wait. */
  retryAfterMs?: number | null;
}

/**
 * What every error of this package is. The message names the secret, project or file concerned and
 * says what to do next. It never holds a secret's value, a key, a token or a password.
 */
export class InfisicalError extends Error {
  /** The code of every error of the class. */
  static readonly code: string = "internal";

  /** The stable code of the condition, such as `"not_found"`; one class a code. */
  readonly code: string;
  /** The HTTP status, when the server answered. */
  readonly status: number | null;
  /** The request id the server gave, to quote to its operators. */
  readonly requestId: string | null;
  /**
   * Whether the same call may succeed later and cannot apply a change twice. False for a write that
   * may have been applied, after a timeout or a failure of the server: read before writing again.
   */
  readonly retryable: boolean;
  /** Milliseconds the server asked to wait, when it did. */
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

/** An argument cannot be right; nothing was sent. */
export class InvalidInputError extends InfisicalError {
  static override readonly code = "invalid_input";
}

/** A token or key is not in the form it must have; nothing was sent. */
export class InvalidCredentialError extends InfisicalError {
  static override readonly code = "invalid_credential";
}

/** The server refused the credential: wrong password, or a token that is unknown or revoked. */
export class AuthenticationFailedError extends InfisicalError {
  static override readonly code = "authentication_failed";
}

/** The credential was good once and has expired. */
export class TokenExpiredError extends InfisicalError {
  static override readonly code = "token_expired";
}

/** The account asks for a second factor. */
export class MfaRequiredError extends InfisicalError {
  static override readonly code = "mfa_required";
}

/** The credential is good but may not do this. */
export class PermissionDeniedError extends InfisicalError {
  static override readonly code = "permission_denied";
}

/** The secret, project, environment or other thing does not exist, or is hidden from you. */
export class NotFoundError extends InfisicalError {
  static override readonly code = "not_found";
}

/** Something of that name exists already. */
export class ConflictError extends InfisicalError {
  static override readonly code = "conflict";
}

/** The server asked for fewer requests; see `retryAfterMs`. */
export class RateLimitedError extends InfisicalError {
  static override readonly code = "rate_limited";
}

/** The request is larger than the server accepts. */
export class PayloadTooLargeError extends InfisicalError {
  static override readonly code = "payload_too_large";
}

/** The time allowed ran out. A write may or may not have happened. */
export class OperationTimeoutError extends InfisicalError {
  static override readonly code = "timeout";
}

/** The server could not be reached. */
export class ConnectionFailedError extends InfisicalError {
  static override readonly code = "connection_failed";
}

/** The answer was not what an Infisical server sends: a wrong URL, or a proxy in between. */
export class InvalidResponseError extends InfisicalError {
  static override readonly code = "invalid_response";
}

/** The server failed. */
export class ServerError extends InfisicalError {
  static override readonly code = "server_error";
}

/** A ciphertext did not verify: changed, truncated, or sealed under another key. */
export class DecryptionFailedError extends InfisicalError {
  static override readonly code = "decryption_failed";
}

/** The server sent something that contradicts what was asked or what is known. */
export class IntegrityViolationError extends InfisicalError {
  static override readonly code = "integrity_violation";
}

/** The key needed to decrypt is not at hand. */
export class KeyUnavailableError extends InfisicalError {
  static override readonly code = "key_unavailable";
}

/** This release of the server cannot do it. */
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

/** A defect in this library. Please report it. */
export class InternalError extends InfisicalError {
  static override readonly code = "internal";
}
