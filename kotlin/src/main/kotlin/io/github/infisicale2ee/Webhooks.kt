package io.github.infisicale2ee

import io.github.infisicale2ee.internal.nativeVerifyWebhook
import java.time.Duration
import java.time.Instant

/** Requests that a server sends. */
public object Webhooks {
    /**
     * Throws unless a webhook was sent by a server that knows the secret, and just now. Within the
     * tolerance the same request passes again: remember what was handled where that matters.
     *
     * @param payload the body of the request, byte by byte as it came.
     * @param signature its header `x-infisical-signature`.
     * @param secret the webhook's secret key.
     * @param tolerance by how much the clocks may differ, or the request may be old.
     * @param now the time.
     * @throws InvalidInputException if the header is malformed or the secret is empty.
     * @throws IntegrityViolationException if the payload was not signed with this secret, its time
     *   is not that of the header, or it is too old.
     */
    @JvmStatic
    @JvmOverloads
    public fun verify(
        payload: ByteArray,
        signature: String,
        secret: String,
        tolerance: Duration = Duration.ofMinutes(5),
        now: Instant = Instant.now(),
    ) {
        required("payload", payload)
        required("tolerance", tolerance)
        required("now", now)
        checkText("signature" to required("signature", signature))
        checkText("secret" to required("secret", secret))
        translating {
            nativeVerifyWebhook(
                payload,
                signature,
                secret,
                tolerance.toMillis() / 1000.0,
                now.toEpochMilli(),
            )
        }
    }
}
