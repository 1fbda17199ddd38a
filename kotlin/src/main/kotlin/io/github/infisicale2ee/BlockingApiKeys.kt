package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

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
