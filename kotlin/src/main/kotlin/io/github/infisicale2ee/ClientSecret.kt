package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeCreatedClientSecret

/**
 * A new client secret. Its text is told here once; [toString] does not show it.
 *
 * @property clientSecret the client secret.
 * @property info what is known of it.
 */
@ConsistentCopyVisibility
public data class CreatedClientSecret
internal constructor(
    public val clientSecret: String,
    public val info: ClientSecretInfo,
) {
    internal constructor(
        native: NativeCreatedClientSecret
    ) : this(
        clientSecret = native.clientSecret,
        info = ClientSecretInfo(native.info),
    )

    /** Everything but clientSecret. */
    override fun toString(): String = "CreatedClientSecret(info=$info)"
}
