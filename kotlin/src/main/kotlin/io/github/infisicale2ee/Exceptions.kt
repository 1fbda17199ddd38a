package io.github.infisicale2ee

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * The details of an [InfisicalException] besides its message.
 *
 * @property status the HTTP status, if the server answered.
 * @property requestId the server's id of the request.
 * @property retryable whether the same call may succeed later and cannot apply a change twice.
 * @property retryAfter the time to wait before a retry, if the server requests it.
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
 * The base class of all exceptions of this package, with one subclass for each [code]. A cancelled
 * coroutine gets a [kotlin.coroutines.cancellation.CancellationException] instead.
 *
 * The message names the secret, project or file concerned and says what to do next. It never
 * contains a secret's value, a key, a token or a password.
 *
 * @property code the stable code of the condition, such as `"not_found"`.
 * @property message what happened, what to do next, and in brackets the HTTP status and request id,
 *   if known.
 */
public sealed class InfisicalException(
    public val code: String,
    message: String,
    details: FailureDetails,
) : RuntimeException() {
    override val message: String = message + details.suffix()

    /** The HTTP status, if the server answered. */
    public val status: Int? = details.status

    /** The server's id of the request, which its operators can search for. */
    public val requestId: String? = details.requestId

    /**
     * Whether the same call may succeed later and cannot apply a change twice. False for a write
     * that may have been applied, after a timeout or a failure of the server: read before writing
     * again.
     */
    @get:JvmName("isRetryable") public val retryable: Boolean = details.retryable

    /** The time to wait before a retry, if the server requests it. */
    public val retryAfter: Duration? = details.retryAfter

    /** [retryAfter] for Java. */
    public fun retryAfterAsJavaDuration(): java.time.Duration? = retryAfter?.toJavaDuration()
}

/** An argument is invalid; nothing was sent. */
public class InvalidInputException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_input", message, details)

/** A token or key is malformed; nothing was sent. */
public class InvalidCredentialException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_credential", message, details)

/** The server rejected the credential: wrong password, or an unknown or revoked token. */
public class AuthenticationFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("authentication_failed", message, details)

/** The credential has expired. */
public class TokenExpiredException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("token_expired", message, details)

/** The account has a second factor, and the session has not passed it yet. */
public class MfaRequiredException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("mfa_required", message, details)

/** The credential is valid but lacks the permission. */
public class PermissionDeniedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("permission_denied", message, details)

/** The object does not exist, or the credential cannot see it. */
public class NotFoundException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("not_found", message, details)

/** An object with that name already exists. */
public class ConflictException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("conflict", message, details)

/** Too many requests; see [retryAfter]. */
public class RateLimitedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("rate_limited", message, details)

/** The request is larger than the server accepts. */
public class PayloadTooLargeException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("payload_too_large", message, details)

/** The time limit was exceeded. A write may have been applied. */
public class OperationTimeoutException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("timeout", message, details)

/** The server could not be reached. */
public class ConnectionFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("connection_failed", message, details)

/** The answer is not that of an Infisical server. Check the URL and the proxy. */
public class InvalidResponseException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("invalid_response", message, details)

/** The server failed. */
public class ServerException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("server_error", message, details)

/** A ciphertext does not verify: it was changed, truncated or encrypted with another key. */
public class DecryptionFailedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("decryption_failed", message, details)

/** An answer of the server contradicts the request or what the client knows. */
public class IntegrityViolationException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("integrity_violation", message, details)

/** An answer of the server contradicts what the trust store has seen before. */
public class TamperingSuspectedException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("tampering_suspected", message, details)

/** The key needed to decrypt is not available. */
public class KeyUnavailableException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("key_unavailable", message, details)

/** This release of the server does not support the operation. */
public class UnsupportedByServerException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("unsupported_by_server", message, details)

/**
 * The thread of a call of [BlockingClient] was interrupted. A write that was already sent may have
 * been applied. A cancelled coroutine gets its
 * [kotlin.coroutines.cancellation.CancellationException], not this.
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

/** A bug in this library. Please report it. */
public class InternalException
@JvmOverloads
constructor(message: String, details: FailureDetails = FailureDetails()) :
    InfisicalException("internal", message, details)
