package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeClientSecretInfo
import io.github.infisicale2ee.internal.NativeCreatedClientSecret
import java.time.Instant

/**
 * A client secret, without its text.
 *
 * @property id the client secret's id, by which it is revoked.
 * @property description what it is for; empty if nothing was said.
 * @property prefix its first characters, as the server shows them.
 * @property createdAt when it was made, where the server tells.
 * @property expiresAt when it stops working; `null` if never.
 * @property uses how often it was used to log in, where the server tells.
 * @property maxUses how often it may be used; `null` without a limit.
 */
@ConsistentCopyVisibility
public data class ClientSecretInfo
internal constructor(
    public val id: String,
    public val description: String,
    public val prefix: String,
    public val createdAt: Instant?,
    public val expiresAt: Instant?,
    public val uses: Long?,
    public val maxUses: Long?,
) {
    internal constructor(
        native: NativeClientSecretInfo
    ) : this(
        id = native.id,
        description = native.description,
        prefix = native.prefix,
        createdAt = toInstant(native.createdAt),
        expiresAt = toInstant(native.expiresAt),
        uses = native.uses,
        maxUses = native.maxUses,
    )
}

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
