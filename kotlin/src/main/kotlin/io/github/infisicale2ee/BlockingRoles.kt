package io.github.infisicale2ee

import kotlin.time.Duration

/** [Roles] with calls that block. */
public class BlockingRoles
internal constructor(private val roles: Roles, private val timeout: Duration?) {
    /** See [Roles.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<Role> = blocking {
        roles.list(project, timeout)
    }

    /** See [Roles.get]. */
    @JvmOverloads
    public fun get(slug: String, project: String? = null): Role =
        blocking("slug" to slug) {
            roles.get(slug, project, timeout)
        }

    /** See [Roles.create]. */
    @JvmOverloads
    public fun create(
        slug: String,
        name: String,
        description: String? = null,
        permissions: List<RolePermission> = emptyList(),
        project: String? = null,
    ): Role =
        blocking("slug" to slug, "name" to name, "permissions" to permissions) {
            roles.create(slug, name, description, permissions, project, timeout)
        }

    /** See [Roles.update]; `null` leaves a thing as it is. */
    @JvmOverloads
    public fun update(
        slug: String,
        newSlug: String?,
        newName: String?,
        description: String?,
        permissions: List<RolePermission>?,
        project: String? = null,
    ): Role =
        blocking("slug" to slug) {
            roles.update(slug, newSlug, newName, description, permissions, project, timeout)
        }

    /** See [Roles.delete]. */
    @JvmOverloads
    public fun delete(slug: String, project: String? = null): Unit =
        blocking("slug" to slug) {
            roles.delete(slug, project, timeout)
        }
}
