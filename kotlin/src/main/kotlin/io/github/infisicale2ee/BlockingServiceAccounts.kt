package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/** [ServiceAccounts] with calls that block. */
public class BlockingServiceAccounts
internal constructor(private val serviceAccounts: ServiceAccounts, private val timeout: Duration?) {
    /** See [ServiceAccounts.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        organization: String? = null,
        expiresIn: JavaDuration? = null,
    ): CreatedServiceAccount = blocking {
        serviceAccounts.create(name, organization, expiresIn?.toKotlinDuration(), timeout)
    }

    /** See [ServiceAccounts.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<ServiceAccount> = blocking {
        serviceAccounts.list(organization, timeout)
    }

    /** See [ServiceAccounts.rename]. */
    public fun rename(id: String, newName: String): ServiceAccount = blocking {
        serviceAccounts.rename(id, newName, timeout)
    }

    /** See [ServiceAccounts.delete]. */
    public fun delete(id: String): Unit = blocking { serviceAccounts.delete(id, timeout) }

    /** See [ServiceAccounts.permissions]. */
    public fun permissions(id: String): List<ServiceAccountPermission> = blocking {
        serviceAccounts.permissions(id, timeout)
    }

    /** See [ServiceAccounts.keys]. */
    public fun keys(id: String): List<ServiceAccountKey> = blocking {
        serviceAccounts.keys(id, timeout)
    }

    /** See [ServiceAccounts.grant]. */
    @JvmOverloads
    public fun grant(
        id: String,
        project: String? = null,
        environment: String? = null,
        permissions: Set<Permission> = setOf(Permission.READ),
        expectFingerprint: String? = null,
    ): ServiceAccountPermission = blocking {
        serviceAccounts.grant(id, project, environment, permissions, expectFingerprint, timeout)
    }

    /** See [ServiceAccounts.revoke]. */
    public fun revoke(id: String, permissionId: String): Unit = blocking {
        serviceAccounts.revoke(id, permissionId, timeout)
    }
}
