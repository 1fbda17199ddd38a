// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Options of [Identities.attachUniversalAuth] and [Identities.updateUniversalAuth], for
 * [BlockingIdentities]. An option that is not set has its default. Setters return a changed copy.
 */
public class UniversalAuthSettings
private constructor(
    internal val accessTokenTtl: Duration?,
    internal val accessTokenMaxTtl: Duration?,
    internal val accessTokenMaxUses: Long?,
    internal val clientSecretTrustedIps: List<String>?,
    internal val accessTokenTrustedIps: List<String>?,
) {
    /** Nothing is set. */
    public constructor() : this(null, null, null, null, null)

    /**
     * How long an access token lasts unless it is renewed, in whole seconds; by default 30 days
     * when attached, unchanged when updated.
     */
    public fun accessTokenTtl(value: JavaDuration): UniversalAuthSettings =
        copy(accessTokenTtl = required("accessTokenTtl", value).toKotlinDuration())

    /**
     * How long an access token lasts however often it is renewed, in whole seconds; by default 30
     * days when attached, unchanged when updated. To shorten it in an update, give `accessTokenTtl`
     * too.
     */
    public fun accessTokenMaxTtl(value: JavaDuration): UniversalAuthSettings =
        copy(accessTokenMaxTtl = required("accessTokenMaxTtl", value).toKotlinDuration())

    /**
     * Number of requests that an access token is valid for, 1 or more; by default any number when
     * attached, unchanged when updated, where 0 allows any number.
     */
    public fun accessTokenMaxUses(value: Long): UniversalAuthSettings =
        copy(accessTokenMaxUses = value)

    /**
     * Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which client secrets are
     * accepted; by default any address when attached, unchanged when updated, where the list
     * replaces the earlier one. An empty list is rejected. Some servers need a plan for it.
     */
    public fun clientSecretTrustedIps(value: List<String>): UniversalAuthSettings =
        copy(clientSecretTrustedIps = required("clientSecretTrustedIps", value))

    /**
     * Addresses such as `10.0.0.1` or ranges such as `10.0.0.0/8` from which access tokens are
     * accepted; by default any address when attached, unchanged when updated, where the list
     * replaces the earlier one. An empty list is rejected. Some servers need a plan for it.
     */
    public fun accessTokenTrustedIps(value: List<String>): UniversalAuthSettings =
        copy(accessTokenTrustedIps = required("accessTokenTrustedIps", value))

    private fun copy(
        accessTokenTtl: Duration? = this.accessTokenTtl,
        accessTokenMaxTtl: Duration? = this.accessTokenMaxTtl,
        accessTokenMaxUses: Long? = this.accessTokenMaxUses,
        clientSecretTrustedIps: List<String>? = this.clientSecretTrustedIps,
        accessTokenTrustedIps: List<String>? = this.accessTokenTrustedIps,
    ): UniversalAuthSettings =
        UniversalAuthSettings(
            accessTokenTtl,
            accessTokenMaxTtl,
            accessTokenMaxUses,
            clientSecretTrustedIps,
            accessTokenTrustedIps,
        )
}
