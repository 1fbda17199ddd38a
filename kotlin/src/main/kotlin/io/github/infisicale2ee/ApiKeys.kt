package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeCreatedApiKey
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * A new API key.
 *
 * @property key the key, `ak.<id>.<secret>`.
 * @property info what is known of it.
 */
@ConsistentCopyVisibility
public data class CreatedApiKey
internal constructor(
    public val key: String,
    public val info: ApiKeyInfo,
) {
    internal constructor(
        native: NativeCreatedApiKey
    ) : this(
        key = native.key,
        info = ApiKeyInfo(native.info),
    )

    /** Everything but key. */
    override fun toString(): String = "CreatedApiKey(info=$info)"
}

/**
 * API keys of the user, by which a program acts as them. Every call fails with
 * [PermissionDeniedException] for a service token, a machine identity or an API key itself.
 */
public class ApiKeys internal constructor(private val connection: Connection) {
    /** Every API key of the user, expired ones too. */
    public suspend fun list(timeout: Duration? = null): List<ApiKeyInfo> {
        return connection.call(timeout) { listApiKeys(it).map(::ApiKeyInfo) }
    }

    /**
     * Makes an API key. Its text is told here once.
     *
     * @param expiresIn how long it lasts, in whole seconds.
     * @throws InvalidInputException for a blank name or a time below one second.
     */
    public suspend fun create(
        name: String,
        expiresIn: Duration,
        timeout: Duration? = null,
    ): CreatedApiKey {
        checkText("name" to name)
        return connection.call(timeout) {
            CreatedApiKey(createApiKey(name, expiresIn.toDouble(DurationUnit.SECONDS), it))
        }
    }

    /**
     * Revokes an API key. Programs that use it are refused from then on.
     *
     * @throws NotFoundException if the user has none of that id.
     */
    public suspend fun delete(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { deleteApiKey(id, it) }
    }
}
