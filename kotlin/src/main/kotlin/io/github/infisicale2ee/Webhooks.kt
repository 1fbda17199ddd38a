package io.github.infisicale2ee

import io.github.infisicale2ee.internal.nativeVerifyWebhook
import java.time.Duration
import java.time.Instant

/** Verifies requests that a server sends. */
public object Webhooks {
    /**
     * Throws unless a server that knows the secret sent the webhook within [tolerance]. A repeated
     * request within the tolerance is accepted again. If that matters, remember which requests were
     * handled.
     *
     * @param payload the unmodified body of the request.
     * @param signature its header `x-infisical-signature`.
     * @param secret the webhook's secret key.
     * @param tolerance the maximum age of the request, and difference of the clocks.
     * @param now the current time; for tests.
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
