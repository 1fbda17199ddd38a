package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [Identities] with calls that block. */
public class BlockingIdentities
internal constructor(private val identities: Identities, private val timeout: Duration?) {
    /** See [Identities.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null, role: String? = null): Identity =
        blocking {
            identities.create(name, organization, role, timeout)
        }

    /** See [Identities.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<Identity> = blocking {
        identities.list(organization, timeout)
    }

    /** See [Identities.delete]. */
    public fun delete(id: String): Unit = blocking { identities.delete(id, timeout) }

    /** See [Identities.attachUniversalAuth]. */
    @JvmOverloads
    public fun attachUniversalAuth(
        id: String,
        accessTokenTtl: JavaDuration? = null,
        accessTokenMaxTtl: JavaDuration? = null,
    ): String = blocking {
        identities.attachUniversalAuth(
            id,
            accessTokenTtl?.toKotlinDuration(),
            accessTokenMaxTtl?.toKotlinDuration(),
            timeout,
        )
    }

    /** See [Identities.createClientSecret]. */
    @JvmOverloads
    public fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: JavaDuration? = null,
        maxUses: Long? = null,
    ): CreatedClientSecret = blocking {
        identities.createClientSecret(
            id,
            description,
            expiresIn?.toKotlinDuration(),
            maxUses,
            timeout,
        )
    }

    /** See [Identities.listClientSecrets]. */
    public fun listClientSecrets(id: String): List<ClientSecretInfo> = blocking {
        identities.listClientSecrets(id, timeout)
    }

    /** See [Identities.revokeClientSecret]. */
    public fun revokeClientSecret(id: String, clientSecretId: String): Unit = blocking {
        identities.revokeClientSecret(id, clientSecretId, timeout)
    }

    /** See [Identities.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit = blocking {
        identities.addToProject(id, role, project, timeout)
    }

    /** See [Identities.listInProject]. */
    @JvmOverloads
    public fun listInProject(project: String? = null): List<ProjectIdentity> = blocking {
        identities.listInProject(project, timeout)
    }

    /** See [Identities.removeFromProject]. */
    @JvmOverloads
    public fun removeFromProject(id: String, project: String? = null): Unit = blocking {
        identities.removeFromProject(id, project, timeout)
    }
}
