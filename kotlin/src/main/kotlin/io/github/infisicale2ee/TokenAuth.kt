package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeCreatedAccessToken
import io.github.infisicale2ee.internal.NativeTokenAuth
import io.github.infisicale2ee.internal.NativeTokenAuthSettings
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.DurationUnit
import kotlin.time.toJavaDuration

/**
 * What the access tokens made for a machine identity are good for.
 *
 * @property accessTokenTtl how long an access token lasts unless it is renewed; zero for ever.
 * @property accessTokenMaxTtl how long it lasts however often it is renewed; zero for ever.
 * @property accessTokenMaxUses how many requests it is good for; `null` without a limit.
 * @property accessTokenTrustedIps addresses and networks, such as `10.0.0.0/8`, from where it is
 *   taken.
 */
@ConsistentCopyVisibility
public data class TokenAuth
internal constructor(
    public val accessTokenTtl: Duration,
    public val accessTokenMaxTtl: Duration,
    public val accessTokenMaxUses: Long?,
    public val accessTokenTrustedIps: List<String>,
) {
    internal constructor(
        native: NativeTokenAuth
    ) : this(
        accessTokenTtl = native.accessTokenTtl.seconds,
        accessTokenMaxTtl = native.accessTokenMaxTtl.seconds,
        accessTokenMaxUses = native.accessTokenMaxUses,
        accessTokenTrustedIps = native.accessTokenTrustedIps,
    )

    /** [accessTokenTtl] for Java. */
    public fun accessTokenTtlAsJavaDuration(): java.time.Duration = accessTokenTtl.toJavaDuration()

    /** [accessTokenMaxTtl] for Java. */
    public fun accessTokenMaxTtlAsJavaDuration(): java.time.Duration =
        accessTokenMaxTtl.toJavaDuration()
}

/**
 * A new access token of a machine identity. Its text is told here once; [toString] does not show
 * it.
 *
 * @property accessToken the token, which a [Client] takes as `identityToken`.
 * @property expiresIn how long it lasts; zero for ever.
 */
@ConsistentCopyVisibility
public data class CreatedAccessToken
internal constructor(
    public val accessToken: String,
    public val expiresIn: Duration,
) {
    internal constructor(
        native: NativeCreatedAccessToken
    ) : this(
        accessToken = native.accessToken,
        expiresIn = native.expiresIn.seconds,
    )

    /** [expiresIn] for Java. */
    public fun expiresInAsJavaDuration(): java.time.Duration = expiresIn.toJavaDuration()

    /** Everything but accessToken. */
    override fun toString(): String = "CreatedAccessToken(expiresIn=$expiresIn)"
}

internal fun tokenAuthSettings(
    accessTokenTtl: Duration?,
    accessTokenMaxTtl: Duration?,
    accessTokenMaxUses: Long?,
    accessTokenTrustedIps: List<String>?,
): NativeTokenAuthSettings =
    NativeTokenAuthSettings(
        accessTokenTtl = accessTokenTtl?.toDouble(DurationUnit.SECONDS),
        accessTokenMaxTtl = accessTokenMaxTtl?.toDouble(DurationUnit.SECONDS),
        accessTokenMaxUses = accessTokenMaxUses,
        accessTokenTrustedIps = accessTokenTrustedIps,
    )

internal fun checkSettings(settings: NativeTokenAuthSettings) {
    checkTexts("accessTokenTrustedIps", settings.accessTokenTrustedIps)
}
