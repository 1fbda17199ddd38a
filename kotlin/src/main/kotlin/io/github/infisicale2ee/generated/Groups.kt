// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Groups of users, on servers since autumn 2024.
 *
 * Users in a group have the group's roles in the projects that the group is in. Such projects are
 * those whose keys the server has.
 *
 * Every method fails with [UnsupportedByServerException] on servers before autumn 2024. It fails
 * with [PermissionDeniedException] for an API key, for the credential of a program, or if the
 * user's role does not allow it. A malformed id fails with [InvalidInputException].
 *
 * A server without a license for groups rejects changes with [UnsupportedByServerException] and
 * says so.
 *
 * The routes are known from public source alone.
 *
 * Protocol: `/api/v1/groups`, in projects `/api/v2/workspace/{id}/groups`.
 */
public class Groups internal constructor(private val connection: Connection) {
    /**
     * Lists every group of the organization that the client acts in.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the client has no organization and the user does not belong
     *   to exactly one, if `organization` is not the one that the client acts in, or if the
     *   client's session acts in another one.
     */
    public suspend fun list(organization: String? = null, timeout: Duration? = null): List<Group> {
        checkText("organization" to organization)
        return connection.call(timeout) { listGroups(organization, it).map(::Group) }
    }

    /**
     * Returns one group by its id.
     *
     * @param id the group's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no group of that id.
     */
    public suspend fun get(id: String, timeout: Duration? = null): Group {
        checkText("id" to id)
        return connection.call(timeout) { Group(getGroup(id, it)) }
    }

    /**
     * Creates a group in the organization that the client acts in. The group has no members at
     * first.
     *
     * @param name the group's name, for people, of at most 50 characters.
     * @param slug slug of the group, of 5 to 36 lower-case letters, digits and hyphens; by default
     *   the server derives it from the name.
     * @param role role of the group in the organization: `admin`, `member`, `no-access` or a role
     *   that the organization defines; `no-access` by default.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the organization has a group of that name.
     * @throws InvalidInputException if the name is blank or too long, if the server does not accept
     *   the slug or the role, if the client has no organization and the user does not belong to
     *   exactly one, if `organization` is not the one that the client acts in, or if the client's
     *   session acts in another one, where the group then exists.
     */
    public suspend fun create(
        name: String,
        slug: String? = null,
        role: String? = null,
        organization: String? = null,
        timeout: Duration? = null,
    ): Group {
        checkText("name" to name, "slug" to slug, "role" to role, "organization" to organization)
        return connection.call(timeout) { Group(createGroup(name, slug, role, organization, it)) }
    }

    /**
     * Changes the name, the slug or the role of a group in its organization. What is not given
     * stays as it is.
     *
     * @param id the group's id.
     * @param newName new name of the group; unchanged by default.
     * @param newSlug new slug of the group, of 5 to 36 lower-case letters, digits and hyphens;
     *   unchanged by default.
     * @param role new role of the group in the organization: `admin`, `member`, `no-access` or a
     *   role that the organization defines; unchanged by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no group of that id.
     * @throws ConflictException if the organization has a group of the new name.
     * @throws InvalidInputException if no change is given, if the new name is blank or too long, or
     *   if the server does not accept the slug or the role.
     */
    public suspend fun update(
        id: String,
        newName: String? = null,
        newSlug: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Group {
        checkText("id" to id, "newName" to newName, "newSlug" to newSlug, "role" to role)
        return connection.call(timeout) { Group(updateGroup(id, newName, newSlug, role, it)) }
    }

    /**
     * Deletes a group. Its members lose the access that they had through it.
     *
     * @param id the group's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no group of that id.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteGroup(id, it) }
    }

    /**
     * Lists the users in a group.
     *
     * @param id the group's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no group of that id.
     */
    public suspend fun members(id: String, timeout: Duration? = null): List<GroupMember> {
        checkText("id" to id)
        return connection.call(timeout) { listGroupMembers(id, it).map(::GroupMember) }
    }

    /**
     * Adds a member of the organization to a group.
     *
     * @param id the group's id.
     * @param username the user's name on the server, usually the e-mail address.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such group, or if the organization has no member of
     *   that name.
     * @throws ConflictException if the user is in the group already.
     * @throws InvalidInputException if the username is empty, `.` or `..`, or longer than 100
     *   UTF-16 units.
     */
    public suspend fun addMember(
        id: String,
        username: String,
        timeout: Duration? = null,
    ): GroupMember {
        checkText("id" to id, "username" to username)
        return connection.call(timeout) { GroupMember(addGroupMember(id, username, it)) }
    }

    /**
     * Removes a user from a group, with the access that the user had through it.
     *
     * The user may still know what they have read: change the values that they knew.
     *
     * @param id the group's id.
     * @param username the user's name on the server, as in [GroupMember.username]; usually the
     *   e-mail address.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such group, or if the user is not in it.
     * @throws InvalidInputException if the username is empty, `.` or `..`, or longer than 100
     *   UTF-16 units.
     */
    public suspend fun removeMember(id: String, username: String, timeout: Duration? = null) {
        checkText("id" to id, "username" to username)
        connection.call(timeout) { removeGroupMember(id, username, it) }
    }

    /**
     * Lists the groups in a project, with their roles there.
     *
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or the user is not a member of it.
     * @throws InvalidInputException if neither the call nor the client names a project.
     */
    public suspend fun listInProject(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ProjectGroup> {
        checkText("project" to project)
        return connection.call(timeout) { listProjectGroups(project, it).map(::ProjectGroup) }
    }

    /**
     * Adds a group to a project. Every user in the group has the role there.
     *
     * Servers add no group to an end-to-end encrypted project, because nobody can give its key to a
     * group. Invite the group's members to such a project with [Members.invite].
     *
     * @param id the group's id.
     * @param role the group's role in the project: `admin`, `member`, `viewer`, `no-access` or the
     *   slug of a role that the project defines, see [Roles.list].
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such group or project, or if the user is not a
     *   member of the project.
     * @throws ConflictException if the group is in the project already.
     * @throws InvalidInputException if the role is blank or unknown, or if neither the call nor the
     *   client names a project.
     * @throws UnsupportedByServerException if the project is end-to-end encrypted.
     */
    public suspend fun addToProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { addGroupToProject(id, role, project, it) }
    }

    /**
     * Gives a group one role in a project, in place of all roles that it has there.
     *
     * @param id the group's id, not the membership's.
     * @param role the group's new role in the project: `admin`, `member`, `viewer`, `no-access` or
     *   the slug of a role that the project defines, see [Roles.list].
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if the group is not in it.
     * @throws InvalidInputException if the role is blank or unknown, or if neither the call nor the
     *   client names a project.
     */
    public suspend fun setRoleInProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { setGroupRole(id, role, project, it) }
    }

    /**
     * Removes a group from a project. It stays in the organization and in other projects.
     *
     * Its members may still know what they have read: change the values that they knew.
     *
     * @param id the group's id, not the membership's.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, if the user is not a member of it, or
     *   if the group is not in it.
     * @throws InvalidInputException if neither the call nor the client names a project.
     */
    public suspend fun removeFromProject(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { removeGroupFromProject(id, project, it) }
    }
}

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

    /** See [Groups.update]. */
    @JvmOverloads
    public fun update(
        id: String,
        newName: String? = null,
        newSlug: String? = null,
        role: String? = null,
    ): Group = blocking("id" to id) { groups.update(id, newName, newSlug, role, timeout) }

    /** See [Groups.delete]. */
    public fun delete(id: String): Unit = blocking("id" to id) { groups.delete(id, timeout) }

    /** See [Groups.members]. */
    public fun members(id: String): List<GroupMember> =
        blocking("id" to id) { groups.members(id, timeout) }

    /** See [Groups.addMember]. */
    public fun addMember(id: String, username: String): GroupMember =
        blocking("id" to id, "username" to username) { groups.addMember(id, username, timeout) }

    /** See [Groups.removeMember]. */
    public fun removeMember(id: String, username: String): Unit =
        blocking("id" to id, "username" to username) { groups.removeMember(id, username, timeout) }

    /** See [Groups.listInProject]. */
    @JvmOverloads
    public fun listInProject(project: String? = null): List<ProjectGroup> = blocking {
        groups.listInProject(project, timeout)
    }

    /** See [Groups.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) { groups.addToProject(id, role, project, timeout) }

    /** See [Groups.setRoleInProject]. */
    @JvmOverloads
    public fun setRoleInProject(id: String, role: String, project: String? = null): Unit =
        blocking("id" to id, "role" to role) { groups.setRoleInProject(id, role, project, timeout) }

    /** See [Groups.removeFromProject]. */
    @JvmOverloads
    public fun removeFromProject(id: String, project: String? = null): Unit =
        blocking("id" to id) { groups.removeFromProject(id, project, timeout) }
}
