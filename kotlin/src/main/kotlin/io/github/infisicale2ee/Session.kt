package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSession
import java.time.Instant

/**
 * A log-in of the user that still counts.
 *
 * @property id the session's id.
 * @property ipAddress where it was begun from, as the server saw it.
 * @property userAgent the program that began it.
 * @property createdAt when it began.
 * @property lastUsed when it was last used.
 */
@ConsistentCopyVisibility
public data class Session
internal constructor(
    public val id: String,
    public val ipAddress: String?,
    public val userAgent: String?,
    public val createdAt: Instant?,
    public val lastUsed: Instant?,
) {
    internal constructor(
        native: NativeSession
    ) : this(
        id = native.id,
        ipAddress = native.ipAddress,
        userAgent = native.userAgent,
        createdAt = toInstant(native.createdAt),
        lastUsed = toInstant(native.lastUsed),
    )
}
