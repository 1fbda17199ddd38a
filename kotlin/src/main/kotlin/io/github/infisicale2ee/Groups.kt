package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Groups of users, on servers since autumn 2024; known from public source alone. Users who are in a
 * group have the group's roles in the projects it is in. Such projects are those whose keys the
 * server has.
 *
 * Every call fails with [UnsupportedByServerException] on older servers, and with
 * [PermissionDeniedException] for other credentials than a user's, or without the role. A server
 * that has no licence for groups refuses with [InvalidInputException], and says so. `organization`
 * is its id; by default the client's, or the only one the user belongs to. `project` is its id, the
 * client's by default. `timeout` is the longest a call may take, if less than the client's
 * deadline.
 */
public class Groups internal constructor(private val connection: Connection) {
    /**
     * Every group of the organization the client acts in.
     *
     * @throws InvalidInputException if the user belongs to several organizations and none is named,
     *   or another one than the client acts in.
     */
    public suspend fun list(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<Group> {
        checkText("organization" to organization)
        return connection.call(timeout) { listGroups(organization, it).map(::Group) }
    }

    /**
     * One group, by id.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun get(id: String, timeout: Duration? = null): Group {
        checkText("id" to id)
        return connection.call(timeout) { Group(getGroup(id, it)) }
    }

    /**
     * Makes a group in the organization the client acts in. It has no members.
     *
     * @param name its name, for people.
     * @param slug its slug, of 5 to 36 lower-case letters, digits and hyphens; by default the
     *   server makes one from the name.
     * @param role its role in the organization: `admin`, `member`, `no-access`, which is the
     *   default, or one of the organization's own.
     * @throws ConflictException if there is a group of that name.
     * @throws InvalidInputException for an empty name, for a slug or role the server does not take,
     *   and as for [list].
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
     * Gives a group another name, slug or role in the organization.
     *
     * @param id the group's id.
     * @param newName its new name; unchanged by default.
     * @param newSlug its new slug; unchanged by default.
     * @param role its new role; unchanged by default.
     * @throws NotFoundException if there is none of that id.
     * @throws ConflictException if there is a group of the new name.
     * @throws InvalidInputException if nothing is to change, and as for [create].
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
     * Deletes a group. Its members lose what they had by it.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun delete(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { deleteGroup(id, it) }
    }

    /**
     * Everyone in a group.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun members(
        id: String,
        timeout: Duration? = null,
    ): List<GroupMember> {
        checkText("id" to id)
        return connection.call(timeout) { listGroupMembers(id, it).map(::GroupMember) }
    }

    /**
     * Puts a member of the organization into a group.
     *
     * @param id the group's id.
     * @param username the user's name on the server, usually the e-mail address.
     * @throws NotFoundException if there is no such group, or nobody of that name in the
     *   organization.
     * @throws ConflictException if they are in the group already.
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
     * Takes a user out of a group, with what they had by it. What they have read they may still
     * know: change the values they knew.
     *
     * @param id the group's id.
     * @param username the user's name on the server, as in [GroupMember].
     * @throws NotFoundException if there is no such group, or the user is not in it.
     */
    public suspend fun removeMember(
        id: String,
        username: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "username" to username)
        connection.call(timeout) { removeGroupMember(id, username, it) }
    }

    /**
     * The groups in a project, with their roles there.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun listInProject(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ProjectGroup> {
        checkText("project" to project)
        return connection.call(timeout) { listProjectGroups(project, it).map(::ProjectGroup) }
    }

    /**
     * Lets a group into a project.
     *
     * @param id the group's id.
     * @param role `admin`, `member`, `viewer`, `no-access` or one of the project's [Roles].
     * @throws NotFoundException if there is no such group or project.
     * @throws ConflictException if it is in the project already.
     * @throws InvalidInputException if the role is unknown.
     * @throws UnsupportedByServerException also for an end-to-end encrypted project.
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
     * Gives a group one role in a project in place of those it has there.
     *
     * @param id the group's id.
     * @param role as in [addToProject].
     * @throws NotFoundException if there is no such project, or the group is not in it.
     * @throws InvalidInputException if the role is unknown.
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
     * Takes a group out of a project. It stays in the organization, and in other projects. What its
     * members have read they may still know: change the values they knew.
     *
     * @param id the group's id.
     * @throws NotFoundException if there is no such project, or the group is not in it.
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
