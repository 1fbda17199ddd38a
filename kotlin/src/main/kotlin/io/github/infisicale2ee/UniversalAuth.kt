package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeUniversalAuth
import io.github.infisicale2ee.internal.NativeUniversalAuthSettings
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.DurationUnit
import kotlin.time.toJavaDuration

/**
 * How a machine identity logs in by universal auth.
 *
 * @property clientId what it logs in with, beside a client secret.
 * @property accessTokenTtl how long an access token lasts unless it is renewed; zero for ever.
 * @property accessTokenMaxTtl how long it lasts however often it is renewed; zero for ever.
 * @property accessTokenMaxUses how many requests it is good for; `null` without a limit.
 * @property clientSecretTrustedIps addresses and networks, such as `10.0.0.0/8`, from where client
 *   secrets are taken.
 * @property accessTokenTrustedIps those from where access tokens are taken.
 */
@ConsistentCopyVisibility
public data class UniversalAuth
internal constructor(
    public val clientId: String,
    public val accessTokenTtl: Duration,
    public val accessTokenMaxTtl: Duration,
    public val accessTokenMaxUses: Long?,
    public val clientSecretTrustedIps: List<String>,
    public val accessTokenTrustedIps: List<String>,
) {
    internal constructor(
        native: NativeUniversalAuth
    ) : this(
        clientId = native.clientId,
        accessTokenTtl = native.accessTokenTtl.seconds,
        accessTokenMaxTtl = native.accessTokenMaxTtl.seconds,
        accessTokenMaxUses = native.accessTokenMaxUses,
        clientSecretTrustedIps = native.clientSecretTrustedIps,
        accessTokenTrustedIps = native.accessTokenTrustedIps,
    )

    /** [accessTokenTtl] for Java. */
    public fun accessTokenTtlAsJavaDuration(): java.time.Duration = accessTokenTtl.toJavaDuration()

    /** [accessTokenMaxTtl] for Java. */
    public fun accessTokenMaxTtlAsJavaDuration(): java.time.Duration =
        accessTokenMaxTtl.toJavaDuration()
}

internal fun universalAuthSettings(
    accessTokenTtl: Duration?,
    accessTokenMaxTtl: Duration?,
    accessTokenMaxUses: Long?,
    clientSecretTrustedIps: List<String>?,
    accessTokenTrustedIps: List<String>?,
): NativeUniversalAuthSettings =
    NativeUniversalAuthSettings(
        accessTokenTtl = accessTokenTtl?.toDouble(DurationUnit.SECONDS),
        accessTokenMaxTtl = accessTokenMaxTtl?.toDouble(DurationUnit.SECONDS),
        accessTokenMaxUses = accessTokenMaxUses,
        clientSecretTrustedIps = clientSecretTrustedIps,
        accessTokenTrustedIps = accessTokenTrustedIps,
    )

internal fun checkSettings(settings: NativeUniversalAuthSettings) {
    checkTexts("clientSecretTrustedIps", settings.clientSecretTrustedIps)
    checkTexts("accessTokenTrustedIps", settings.accessTokenTrustedIps)
}
