// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeNewRole
import io.github.infisicale2ee.internal.NativeRoleChange
import kotlin.time.Duration

/**
 * Roles that a project defines, on servers since autumn 2024.
 *
 * Members, machine identities and groups are given a role by its slug: see [Members.setRole],
 * [Identities.addToProject] and [Groups.addToProject].
 *
 * Every method fails with [UnsupportedByServerException] on older servers. It fails with
 * [PermissionDeniedException] if the credential is an API key or not a user's, or if the user's
 * role does not allow it. It fails with [InvalidInputException] if neither the call nor the client
 * names a project, or for a slug that is empty, `.`, `..` or longer than 100 UTF-16 units.
 *
 * A server whose license does not include roles of projects rejects new roles with
 * [InvalidInputException]; the message says so. The routes are known from public source alone.
 *
 * Protocol: `/api/v1/workspace/{slug}/roles`.
 */
public class Roles internal constructor(private val connection: Connection) {
    /**
     * Lists every role that a project defines, without what it allows. [Roles.get] returns that.
     * The roles that every project has, `admin`, `member`, `viewer` and `no-access`, are left out.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun list(project: String? = null, timeout: Duration? = null): List<Role> {
        checkText("project" to project)
        return connection.call(timeout) { listRoles(project, it).map(::Role) }
    }

    /**
     * Returns one role, by its slug, with what it allows.
     *
     * @param slug the role's slug.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project defines no such role, or if there is no such project
     *   or the user is not a member.
     */
    public suspend fun get(slug: String, project: String? = null, timeout: Duration? = null): Role {
        checkText("slug" to slug, "project" to project)
        return connection.call(timeout) { Role(getRole(slug, project, it)) }
    }

    /**
     * Defines a role. It allows nothing unless `permissions` are given.
     *
     * @param slug the slug by which the role is given, of lower-case letters and digits with single
     *   hyphens between them.
     * @param name the role's name, for people.
     * @param description a description for people; empty by default.
     * @param permissions what the role allows, by the server's own names: a subject such as
     *   `secrets`, `secret-folders`, `environments` or `member`, with actions such as `read`,
     *   `create`, `edit` and `delete`. A permission can have conditions, a JSON object such as
     *   `{"environment": "dev"}`, and can forbid instead of allow. If several are about the same
     *   action, the last one decides. Nothing by default.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the slug is taken.
     * @throws InvalidInputException if the name is blank, if every project has a role of that slug
     *   or the server does not accept it, if a permission has no subject, no action or one that the
     *   server does not know, or if conditions are not a JSON object.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException if the role would allow more than the user may do.
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
        val role = NativeNewRole(slug, name, description, permissions.map(RolePermission::toNative))
        return connection.call(timeout) { Role(createRole(role, project, it)) }
    }

    /**
     * Changes a role. Members, machine identities and groups that have the role keep it.
     *
     * @param slug the slug that the role has.
     * @param newSlug new slug, of lower-case letters and digits with single hyphens between them;
     *   unchanged by default.
     * @param newName new name, for people; unchanged by default.
     * @param description a description for people; unchanged by default.
     * @param permissions what the role allows, in place of everything that it allowed before;
     *   unchanged by default. Subjects such as `secrets`, `secret-folders`, `environments` or
     *   `member` and actions such as `read`, `create`, `edit` and `delete` are the server's own
     *   names. A permission can have conditions, a JSON object such as `{"environment": "dev"}`,
     *   and can forbid instead of allow. If several are about the same action, the last one
     *   decides.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project defines no such role, or if there is no such project
     *   or the user is not a member.
     * @throws ConflictException if the new slug is taken.
     * @throws InvalidInputException if nothing to change is given, if the new name is blank, if
     *   every project has a role of the new slug or the server does not accept it, if a permission
     *   has no subject, no action or one that the server does not know, or if conditions are not a
     *   JSON object.
     * @throws PermissionDeniedException if the role would allow more than the user may do.
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
            NativeRoleChange(
                newSlug,
                newName,
                description,
                permissions?.map(RolePermission::toNative),
            )
        return connection.call(timeout) { Role(updateRole(slug, change, project, it)) }
    }

    /**
     * Deletes a role that no member has.
     *
     * @param slug the role's slug.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project defines no such role, or if there is no such project
     *   or the user is not a member.
     * @throws InvalidInputException while a member, a machine identity or a group has the role.
     */
    public suspend fun delete(slug: String, project: String? = null, timeout: Duration? = null) {
        checkText("slug" to slug, "project" to project)
        connection.call(timeout) { deleteRole(slug, project, it) }
    }
}

/** [Roles] with calls that block. */
public class BlockingRoles
internal constructor(private val roles: Roles, private val timeout: Duration?) {
    /** See [Roles.list]. */
    @JvmOverloads
    public fun list(project: String? = null): List<Role> = blocking { roles.list(project, timeout) }

    /** See [Roles.get]. */
    @JvmOverloads
    public fun get(slug: String, project: String? = null): Role =
        blocking("slug" to slug) { roles.get(slug, project, timeout) }

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

    /** See [Roles.update]. */
    @JvmOverloads
    public fun update(
        slug: String,
        newSlug: String? = null,
        newName: String? = null,
        description: String? = null,
        permissions: List<RolePermission>? = null,
        project: String? = null,
    ): Role =
        blocking("slug" to slug) {
            roles.update(slug, newSlug, newName, description, permissions, project, timeout)
        }

    /** See [Roles.delete]. */
    @JvmOverloads
    public fun delete(slug: String, project: String? = null): Unit =
        blocking("slug" to slug) { roles.delete(slug, project, timeout) }
}
