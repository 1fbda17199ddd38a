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
    ): CreatedServiceAccount =
        blocking("name" to name) {
            serviceAccounts.create(name, organization, expiresIn?.toKotlinDuration(), timeout)
        }

    /** See [ServiceAccounts.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<ServiceAccount> = blocking {
        serviceAccounts.list(organization, timeout)
    }

    /** See [ServiceAccounts.rename]. */
    public fun rename(id: String, newName: String): ServiceAccount =
        blocking("id" to id, "newName" to newName) {
            serviceAccounts.rename(id, newName, timeout)
        }

    /** See [ServiceAccounts.delete]. */
    public fun delete(id: String): Unit =
        blocking("id" to id) { serviceAccounts.delete(id, timeout) }

    /** See [ServiceAccounts.permissions]. */
    public fun permissions(id: String): List<ServiceAccountPermission> =
        blocking("id" to id) {
            serviceAccounts.permissions(id, timeout)
        }

    /** See [ServiceAccounts.keys]. */
    public fun keys(id: String): List<ServiceAccountKey> =
        blocking("id" to id) {
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
    ): ServiceAccountPermission =
        blocking("id" to id, "permissions" to permissions) {
            serviceAccounts.grant(id, project, environment, permissions, expectFingerprint, timeout)
        }

    /** See [ServiceAccounts.revoke]. */
    public fun revoke(id: String, permissionId: String): Unit =
        blocking("id" to id, "permissionId" to permissionId) {
            serviceAccounts.revoke(id, permissionId, timeout)
        }
}
