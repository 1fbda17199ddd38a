package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeTokenAuthSettings
import java.time.Duration as JavaDuration

/**
 * What the access tokens made for a machine identity are to be good for, for [BlockingIdentities].
 * What is not set has its default when attached, and is unchanged when updated. Setters return a
 * changed copy; what they mean is said at [Identities.attachTokenAuth] and
 * [Identities.updateTokenAuth].
 *
 * ```java
 * TokenAuthSettings hour = new TokenAuthSettings().accessTokenTtl(Duration.ofHours(1));
 * ```
 */
public class TokenAuthSettings private constructor(internal val native: NativeTokenAuthSettings) {
    /** Nothing is set. */
    public constructor() : this(NativeTokenAuthSettings(null, null, null, null))

    /** How long an access token lasts unless it is renewed. */
    public fun accessTokenTtl(duration: JavaDuration): TokenAuthSettings =
        TokenAuthSettings(native.copy(accessTokenTtl = required("duration", duration).inSeconds()))

    /** How long it lasts however often it is renewed. */
    public fun accessTokenMaxTtl(duration: JavaDuration): TokenAuthSettings =
        TokenAuthSettings(
            native.copy(accessTokenMaxTtl = required("duration", duration).inSeconds())
        )

    /** How many requests it is good for. */
    public fun accessTokenMaxUses(requests: Long): TokenAuthSettings =
        TokenAuthSettings(native.copy(accessTokenMaxUses = requests))

    /** From where it is taken. */
    public fun accessTokenTrustedIps(ips: List<String>): TokenAuthSettings =
        TokenAuthSettings(native.copy(accessTokenTrustedIps = required("ips", ips)))
}
