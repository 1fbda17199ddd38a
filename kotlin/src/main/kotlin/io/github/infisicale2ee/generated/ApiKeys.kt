// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * API keys of the user, with which a program acts as the user.
 *
 * Every method fails with [PermissionDeniedException] for a service token, a service account or a
 * machine identity, and for an API key itself.
 *
 * Protocol: `/api/v2/api-key`, since 2024 `/api/v2/users/me/api-keys`.
 */
public class ApiKeys internal constructor(private val connection: Connection) {
    /**
     * Lists the API keys of the user, including expired ones.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException on today's servers, which have no API keys.
     */
    public suspend fun list(timeout: Duration? = null): List<ApiKeyInfo> {
        return connection.call(timeout) { listApiKeys(it).map(::ApiKeyInfo) }
    }

    /**
     * Creates an API key. Its text is returned only here.
     *
     * @param name the name of the key, for people.
     * @param expiresIn how long the key lasts, in whole seconds.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank, or if `expiresIn` is less than one
     *   second.
     * @throws UnsupportedByServerException on today's servers, which have no API keys.
     */
    public suspend fun create(
        name: String,
        expiresIn: Duration,
        timeout: Duration? = null,
    ): CreatedApiKey {
        checkText("name" to name)
        return connection.call(timeout) {
            CreatedApiKey(createApiKey(name, expiresIn.inSeconds(), it))
        }
    }

    /**
     * Revokes an API key. The server rejects programs that use it from then on.
     *
     * @param id id of the API key.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the user has no API key with that id.
     * @throws InvalidInputException if `id` cannot be an id on this server.
     * @throws UnsupportedByServerException on today's servers, which have no API keys.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteApiKey(id, it) }
    }
}

/** [ApiKeys] with calls that block. */
public class BlockingApiKeys
internal constructor(private val apiKeys: ApiKeys, private val timeout: Duration?) {
    /** See [ApiKeys.list]. */
    public fun list(): List<ApiKeyInfo> = blocking { apiKeys.list(timeout) }

    /** See [ApiKeys.create]. */
    public fun create(name: String, expiresIn: JavaDuration): CreatedApiKey =
        blocking("name" to name, "expiresIn" to expiresIn) {
            apiKeys.create(name, expiresIn.toKotlinDuration(), timeout)
        }

    /** See [ApiKeys.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { apiKeys.delete(id, timeout) }
}
