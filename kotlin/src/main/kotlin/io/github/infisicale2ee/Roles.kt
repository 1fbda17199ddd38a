package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewRole
import io.github.infisicale2ee.internal.NativeRole
import io.github.infisicale2ee.internal.NativeRoleChange
import io.github.infisicale2ee.internal.NativeRolePermission
import kotlin.time.Duration

/**
 * Something a role allows, or forbids. Subjects and actions have the server's own names. Where
 * several are about the same action, the last one decides.
 *
 * @property subject what it is about, such as `secrets`, `secret-folders` or `member`.
 * @property actions what may be done, such as `read`, `create`, `edit` or `delete`.
 * @property conditions in which cases, as a JSON object such as `{"environment": "dev"}`; `null`
 *   for all.
 * @property inverted whether it forbids instead.
 */
public data class RolePermission
@JvmOverloads
constructor(
    public val subject: String,
    public val actions: List<String>,
    public val conditions: String? = null,
    public val inverted: Boolean = false,
) {
    init {
        required("subject", subject)
        required("actions", actions)
    }

    internal constructor(
        native: NativeRolePermission
    ) : this(
        subject = native.subject,
        actions = native.actions,
        conditions = native.conditions,
        inverted = native.inverted,
    )

    internal fun toNative(): NativeRolePermission {
        checkText("subject" to subject, "conditions" to conditions)
        checkTexts("actions", actions)
        return NativeRolePermission(subject, actions, conditions, inverted)
    }
}

/**
 * A role that a project defines.
 *
 * @property id the role's id.
 * @property slug its slug, by which it is given to members, groups and machine identities.
 * @property name its name, for people.
 * @property description what it is for; empty if nothing was said.
 * @property permissions what it allows, with what the server adds of itself; empty in lists, where
 *   servers do not tell.
 */
@ConsistentCopyVisibility
public data class Role
internal constructor(
    public val id: String,
    public val slug: String,
    public val name: String,
    public val description: String,
    public val permissions: List<RolePermission>,
) {
    internal constructor(
        native: NativeRole
    ) : this(
        id = native.id,
        slug = native.slug,
        name = native.name,
        description = native.description,
        permissions = native.permissions.map(::RolePermission),
    )
}

/**
 * Roles that a project defines, on servers since autumn 2024; known from public source alone.
 * [Members.setRole], [Identities.addToProject] and [Groups.addToProject] give them by their slug.
 *
 * Every call fails with [UnsupportedByServerException] on older servers, and with
 * [PermissionDeniedException] for other credentials than a user's, or without the role. A server
 * that has no licence for them refuses new ones with [InvalidInputException], and says so.
 * `project` is its id, the client's by default; `timeout` is the longest a call may take, if less
 * than the client's deadline.
 */
public class Roles internal constructor(private val connection: Connection) {
    /**
     * Every role that a project defines, without what it allows: [get] tells that. `admin`,
     * `member`, `viewer` and `no-access`, which every project has, are left out.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Role> {
        checkText("project" to project)
        return connection.call(timeout) { listRoles(project, it).map(::Role) }
    }

    /**
     * One role with what it allows, by its slug.
     *
     * @throws NotFoundException if the project defines no such role.
     */
    public suspend fun get(
        slug: String,
        project: String? = null,
        timeout: Duration? = null,
    ): Role {
        checkText("slug" to slug, "project" to project)
        return connection.call(timeout) { Role(getRole(slug, project, it)) }
    }

    /**
     * Defines a role.
     *
     * @param slug what calls name it by: lower case, with single hyphens.
     * @param name its name, for people.
     * @param description what it is for; empty by default.
     * @param permissions what it allows; nothing by default.
     * @throws ConflictException if the slug is taken.
     * @throws InvalidInputException for an empty name, a slug that every project has or the server
     *   does not take, a permission it does not know, or conditions that are no JSON object.
     */
    public suspend fun create(
        slug: String,
        name: String,
        description: String? = null,
        permissions: List<RolePermission> = emptyList(),
        project: String? = null,
        timeout: Duration? = null,
    ): Role {
        checkText(
            "slug" to slug,
            "name" to name,
            "description" to description,
            "project" to project,
        )
        val role = NativeNewRole(slug, name, description, permissions.map { it.toNative() })
        return connection.call(timeout) { Role(createRole(role, project, it)) }
    }

    /**
     * Changes a role. Whoever has it keeps it.
     *
     * @param slug the slug it has.
     * @param newSlug its new slug; unchanged by default.
     * @param newName its new name; unchanged by default.
     * @param description what it is for; unchanged by default.
     * @param permissions what it allows, in place of all it did; unchanged by default.
     * @throws NotFoundException if the project defines no such role.
     * @throws ConflictException if the new slug is taken.
     * @throws InvalidInputException if nothing is to change, or as in [create].
     */
    public suspend fun update(
        slug: String,
        newSlug: String? = null,
        newName: String? = null,
        description: String? = null,
        permissions: List<RolePermission>? = null,
        project: String? = null,
        timeout: Duration? = null,
    ): Role {
        checkText(
            "slug" to slug,
            "newSlug" to newSlug,
            "newName" to newName,
            "description" to description,
            "project" to project,
        )
        val change =
            NativeRoleChange(newSlug, newName, description, permissions?.map { it.toNative() })
        return connection.call(timeout) { Role(updateRole(slug, change, project, it)) }
    }

    /**
     * Deletes a role that nobody has any more.
     *
     * @throws NotFoundException if the project defines no such role.
     * @throws InvalidInputException while somebody has it.
     */
    public suspend fun delete(slug: String, project: String? = null, timeout: Duration? = null) {
        checkText("slug" to slug, "project" to project)
        connection.call(timeout) { deleteRole(slug, project, it) }
    }
}
