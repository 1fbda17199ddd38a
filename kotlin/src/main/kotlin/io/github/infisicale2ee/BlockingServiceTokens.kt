package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [ServiceTokens] with calls that block. */
public class BlockingServiceTokens
internal constructor(private val tokens: ServiceTokens, private val timeout: Duration?) {
    /** See [ServiceTokens.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        project: String? = null,
        scopes: List<ServiceTokenScope> = emptyList(),
        permissions: Set<Permission> = setOf(Permission.READ),
        expiresIn: JavaDuration? = null,
    ): CreatedServiceToken =
        blocking("name" to name, "scopes" to scopes, "permissions" to permissions) {
            tokens.create(
                name,
                project,
                scopes,
                permissions,
                expiresIn?.toKotlinDuration(),
                timeout,
            )
        }

    /** See [ServiceTokens.describe]. */
    public fun describe(): ServiceTokenInfo = blocking { tokens.describe(timeout) }

    /** See [ServiceTokens.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<ServiceTokenInfo> = blocking {
        tokens.list(project, timeout)
    }

    /** See [ServiceTokens.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { tokens.delete(id, timeout) }
}
