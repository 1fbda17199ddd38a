package io.github.infisicale2ee

import kotlin.time.Duration

/** [Groups] with calls that block. */
public class BlockingGroups
internal constructor(private val groups: Groups, private val timeout: Duration?) {
    /** See [Groups.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<Group> = blocking {
        groups.list(organization, timeout)
    }

    /** See [Groups.get]. */
    public fun get(id: String): Group = blocking("id" to id) { groups.get(id, timeout) }

    /** See [Groups.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        slug: String? = null,
        role: String? = null,
        organization: String? = null,
    ): Group = blocking("name" to name) { groups.create(name, slug, role, organization, timeout) }

    /** See [Groups.update]; `null` leaves a thing as it is. */
    public fun update(id: String, newName: String?, newSlug: String?, role: String?): Group =
        blocking("id" to id) {
            groups.update(id, newName, newSlug, role, timeout)
        }

    /** See [Groups.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { groups.delete(id, timeout) }

    /** See [Groups.members]. */
    public fun members(id: String): List<GroupMember> =
        blocking("id" to id) { groups.members(id, timeout) }

    /** See [Groups.addMember]. */
    public fun addMember(id: String, username: String): GroupMember =
        blocking("id" to id, "username" to username) {
            groups.addMember(id, username, timeout)
        }

    /** See [Groups.removeMember]. */
    public fun removeMember(id: String, username: String): Unit =
        blocking("id" to id, "username" to username) {
            groups.removeMember(id, username, timeout)
        }

    /** See [Groups.listInProject]. */
    @JvmOverloads
    public fun listInProject(project: String? = null): List<ProjectGroup> = blocking {
        groups.listInProject(project, timeout)
    }

    /** See [Groups.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) {
            groups.addToProject(id, role, project, timeout)
        }

    /** See [Groups.setRoleInProject]. */
    @JvmOverloads
    public fun setRoleInProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) {
            groups.setRoleInProject(id, role, project, timeout)
        }

    /** See [Groups.removeFromProject]. */
    @JvmOverloads
    public fun removeFromProject(id: String, project: String? = null): Unit =
        blocking("id" to id) {
            groups.removeFromProject(id, project, timeout)
        }
}
