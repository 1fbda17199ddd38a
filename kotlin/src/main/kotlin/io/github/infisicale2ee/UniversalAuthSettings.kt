package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeUniversalAuthSettings
import java.time.Duration as JavaDuration

/**
 * How a machine identity is to log in by universal auth, for [BlockingIdentities]. What is not set
 * has its default when attached, and is unchanged when updated. Setters return a changed copy; what
 * they mean is said at [Identities.attachUniversalAuth] and [Identities.updateUniversalAuth].
 *
 * ```java
 * UniversalAuthSettings hour = new UniversalAuthSettings().accessTokenTtl(Duration.ofHours(1));
 * ```
 */
public class UniversalAuthSettings
private constructor(internal val native: NativeUniversalAuthSettings) {
    /** Nothing is set. */
    public constructor() : this(NativeUniversalAuthSettings(null, null, null, null, null))

    /** How long an access token lasts unless it is renewed. */
    public fun accessTokenTtl(duration: JavaDuration): UniversalAuthSettings =
        UniversalAuthSettings(
            native.copy(accessTokenTtl = required("duration", duration).inSeconds())
        )

    /** How long it lasts however often it is renewed. */
    public fun accessTokenMaxTtl(duration: JavaDuration): UniversalAuthSettings =
        UniversalAuthSettings(
            native.copy(accessTokenMaxTtl = required("duration", duration).inSeconds())
        )

    /** How many requests it is good for. */
    public fun accessTokenMaxUses(requests: Long): UniversalAuthSettings =
        UniversalAuthSettings(native.copy(accessTokenMaxUses = requests))

    /** From where client secrets are taken. */
    public fun clientSecretTrustedIps(ips: List<String>): UniversalAuthSettings =
        UniversalAuthSettings(native.copy(clientSecretTrustedIps = required("ips", ips)))

    /** From where access tokens are taken. */
    public fun accessTokenTrustedIps(ips: List<String>): UniversalAuthSettings =
        UniversalAuthSettings(native.copy(accessTokenTrustedIps = required("ips", ips)))
}
