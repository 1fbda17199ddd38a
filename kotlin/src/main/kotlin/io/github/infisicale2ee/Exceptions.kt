package io.github.infisicale2ee

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * What an [InfisicalException] tells beside its message.
 *
 * @property status the HTTP status, when the server answered.
 * @property requestId the request id the server gave.
 * @property retryable whether the same call may succeed later and cannot apply a change twice.
 * @property retryAfter how long the server asked to wait.
 */
public class FailureDetails(
    public val status: Int? = null,
    public val requestId: String? = null,
    public val retryable: Boolean = false,
    public val retryAfter: Duration? = null,
) {
    internal fun suffix(): String =
        when {
            status == null -> ""
            requestId == null -> " (HTTP $status)"
            else -> " (HTTP $status, request $requestId)"
        }
}

/**
 * What every call of this package may throw, one subclass for each [code]; being cancelled is a
 * [kotlin.coroutines.cancellation.CancellationException] instead.
 *
 * The message names the secret, project or file concerned and says what to do next. It never holds
 * a secret's value, a key, a token or a password.
 *
 * @property code the stable code of the condition, such as `"not_found"`.
 * @property message what happened, what to do next, and in brackets the HTTP status and request id,
 *   where there are any.
 */
public sealed class InfisicalException(
    public val code: String,
    message: String,
    details: FailureDetails,
) : RuntimeException() {
    override val message: String = message + details.suffix()

    /** The HTTP status, when the server answered. */
    public val status: Int? = details.status

    /** The request id the server gave, to quote to its operators. */
    public val requestId: String? = details.requestId

    /**
     * Whether the same call may succeed later and cannot apply a change twice. False for a write that
     * may have been applied, after a timeout or a failure of the server: read before writing again.
     */
    @get:JvmName("isRetryable") public val retryable: Boolean = details.retryable

    /** How long the server asked to wait, when it did. */
    public val retryAfter: Duration? = details.retryAfter

    /** [retryAfter] for Java. */
    public fun retryAfterAsJavaDuration(): java.time.Duration? = retryAfter?.toJavaDuration()
}

/** An argument cannot be right; nothing was sent. */
public class InvalidInputException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_input", message, details)

/** A token or key is not in the form it must have; nothing was sent. */
public class InvalidCredentialException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_credential", message, details)

/** The server refused the credential: wrong password, or a token that is unknown or revoked. */
public class AuthenticationFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("authentication_failed", message, details)

/** The credential was good once and has expired. */
public class TokenExpiredException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("token_expired", message, details)

/** The account asks for a second factor. */
public class MfaRequiredException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("mfa_required", message, details)

/** The credential is good but may not do this. */
public class PermissionDeniedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("permission_denied", message, details)

/** The secret, project, environment or other thing does not exist, or is hidden from you. */
public class NotFoundException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("not_found", message, details)

/** Something of that name exists already. */
public class ConflictException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("conflict", message, details)

/** The server asked for fewer requests; see [retryAfter]. */
public class RateLimitedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("rate_limited", message, details)

/** The request is larger than the server accepts. */
public class PayloadTooLargeException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("payload_too_large", message, details)

/** The time allowed ran out. A write may or may not have happened. */
public class OperationTimeoutException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("timeout", message, details)

/** The server could not be reached. */
public class ConnectionFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("connection_failed", message, details)

/** The answer was not what an Infisical server sends: a wrong URL, or a proxy in between. */
public class InvalidResponseException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_response", message, details)

/** The server failed. */
public class ServerException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("server_error", message, details)

/** A ciphertext did not verify: changed, truncated, or sealed under another key. */
public class DecryptionFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("decryption_failed", message, details)

/** The server sent something that contradicts what was asked or what is known. */
public class IntegrityViolationException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("integrity_violation", message, details)

/** The key needed to decrypt is not at hand. */
public class KeyUnavailableException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("key_unavailable", message, details)

/** This release of the server cannot do it. */
public class UnsupportedByServerException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("unsupported_by_server", message, details)

/**
 * The thread of a call of [BlockingClient] was interrupted. A write that was sent may have
 * happened. A cancelled coroutine gets its [kotlin.coroutines.cancellation.CancellationException],
 * not this.
 */
public class OperationCancelledException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("cancelled", message, details)

/** The client was closed before the call, or during it. */
public class ClientClosedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("closed", message, details)

/** A defect in this library. Please report it. */
public class InternalException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("internal", message, details)
