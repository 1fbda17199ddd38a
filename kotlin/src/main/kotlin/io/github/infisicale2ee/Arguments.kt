package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeException
import java.time.Instant
import java.time.OffsetDateTime
import java.time.format.DateTimeParseException
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.DurationUnit

/**
 * Fails if Java passed `null`, or a `null` inside the argument. The package is compiled without
 * Kotlin's own parameter checks, which would throw a [NullPointerException].
 */
internal fun <T : Any> required(name: String, argument: T?): T {
    when (argument) {
        null -> throw InvalidInputException("$name is null. Give it a value")
        is Collection<*> ->
            argument.forEachIndexed { index, item -> required("$name[$index]", item) }
        is Map<*, *> ->
            for ((key, value) in argument) {
                required("a key of $name", key)
                required("$name[$key]", value)
            }
    }
    return argument
}

/** Fails for text that UTF-8 cannot represent, before it is passed to the native library. */
internal fun checkText(vararg arguments: Pair<String, String?>) {
    for ((name, text) in arguments) {
        if (text != null && !isUnicode(text)) {
            throw InvalidInputException(
                "$name contains half a surrogate pair, which is not valid Unicode"
            )
        }
    }
}

private fun isUnicode(text: String): Boolean = Charsets.UTF_8.newEncoder().canEncode(text)

/** [checkText] for each of a list. */
internal fun checkTexts(name: String, texts: List<String>?) {
    texts?.forEachIndexed { index, text -> checkText("$name[$index]" to text) }
}

/** [checkText] of a secret among others: the exception names it. */
internal fun checkSecret(name: String, value: String, comment: String? = null) {
    val shown = shown(name)
    if (!isUnicode(name)) checkText("the name \"$shown\"" to name)
    checkText("the value of $shown" to value, "the comment of $shown" to comment)
}

/** The first 100 characters of a name. Halves of surrogate pairs are escaped. */
private fun shown(name: String): String {
    val start = if (name.length > LONGEST_SHOWN) "${name.take(LONGEST_SHOWN)}…" else name
    return if (isUnicode(start)) start else escaped(start)
}

private const val LONGEST_SHOWN = 100

private fun escaped(text: String): String =
    text.map { if (it.isSurrogate()) "\\u%04x".format(it.code) else "$it" }.joinToString("")

/** The duration in seconds, for the native library. */
internal fun Duration.inSeconds(): Double = toDouble(DurationUnit.SECONDS)

/** Converts details for the native library. */
internal fun auditDetails(name: String, details: Map<String, String>): List<NativeAuditDetail> =
    details.map { (detail, value) ->
        checkText(name to detail, name to value)
        NativeAuditDetail(detail, value)
    }

/** The time of an RFC 3339 text; `null` for none, or if it is not such a text. */
internal fun toInstant(text: String?): Instant? =
    try {
        text?.let { OffsetDateTime.parse(it).toInstant() }
    } catch (_: DateTimeParseException) {
        null
    }

/** The exception of an error of the native library. */
internal fun NativeException.toInfisicalException(): InfisicalException =
    when (this) {
        is NativeException.Failed -> {
            val details = FailureDetails(status?.toInt(), requestId, retryable, retryAfter?.seconds)
            exceptionOf(code, reason, details)
        }
    }

internal fun exceptionOf(
    code: String,
    message: String,
    details: FailureDetails,
): InfisicalException =
    when (code) {
        "invalid_input" -> InvalidInputException(message, details)
        "invalid_credential" -> InvalidCredentialException(message, details)
        "authentication_failed" -> AuthenticationFailedException(message, details)
        "token_expired" -> TokenExpiredException(message, details)
        "mfa_required" -> MfaRequiredException(message, details)
        "permission_denied" -> PermissionDeniedException(message, details)
        "not_found" -> NotFoundException(message, details)
        "conflict" -> ConflictException(message, details)
        "rate_limited" -> RateLimitedException(message, details)
        "payload_too_large" -> PayloadTooLargeException(message, details)
        "timeout" -> OperationTimeoutException(message, details)
        "connection_failed" -> ConnectionFailedException(message, details)
        "invalid_response" -> InvalidResponseException(message, details)
        "server_error" -> ServerException(message, details)
        "decryption_failed" -> DecryptionFailedException(message, details)
        "integrity_violation" -> IntegrityViolationException(message, details)
        "tampering_suspected" -> TamperingSuspectedException(message, details)
        "key_unavailable" -> KeyUnavailableException(message, details)
        "unsupported_by_server" -> UnsupportedByServerException(message, details)
        "cancelled" -> OperationCancelledException(message, details)
        "closed" -> ClientClosedException(message, details)
        else -> InternalException(message, details)
    }
