// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Organizations the user belongs to.
 *
 * Every method fails with [PermissionDeniedException] for the credential of a program, such as a
 * service token. A malformed id of an organization fails with [InvalidInputException].
 *
 * Protocol: `/api/v1/organization`, `/api/v2/organizations` and `/api/v1/invite-org`.
 */
public class Organizations internal constructor(private val connection: Connection) {
    /**
     * Lists every organization of the user. Older servers also list those that only invited the
     * user.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     */
    public suspend fun list(timeout: Duration? = null): List<Organization> {
        return connection.call(timeout) { listOrganizations(it).map(::Organization) }
    }

    /**
     * Creates an organization. The user gets its highest role: `owner` on May 2023 servers, `admin`
     * on later ones.
     *
     * @param name the organization's name.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank.
     * @throws PermissionDeniedException for an API key.
     */
    public suspend fun create(name: String, timeout: Duration? = null): Organization {
        checkText("name" to name)
        return connection.call(timeout) { Organization(createOrganization(name, it)) }
    }

    /**
     * Gives an organization another name. On May 2023 servers every member may do so, on later ones
     * only administrators.
     *
     * @param id the organization's id.
     * @param name the new name.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is blank.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException for an API key, if the user's role does not allow it, or on
     *   servers since autumn 2024 for an organization that the client does not act in.
     */
    public suspend fun rename(id: String, name: String, timeout: Duration? = null): Organization {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { Organization(renameOrganization(id, name, it)) }
    }

    /**
     * Lists the members of an organization and the people who are invited to it.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException on servers since autumn 2024 for an API key or for an
     *   organization that the client does not act in.
     * @throws UnsupportedByServerException for an API key on servers of 2024 before autumn, while a
     *   person without an account is invited.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     */
    public suspend fun members(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<OrganizationMember> {
        checkText("organization" to organization)
        return connection.call(timeout) {
            listOrganizationMembers(organization, it).map(::OrganizationMember)
        }
    }

    /**
     * Gives a member of an organization another role.
     *
     * @param memberId the membership's id, as in [OrganizationMember.id]; not the user's.
     * @param role the member's new role: `owner` (May 2023), `admin`, `member`, or `no-access`
     *   (since 2024).
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the organization has no such member; on servers before autumn
     *   2024 also if there is no such organization or the user is not a member of it.
     * @throws PermissionDeniedException unless the user is an owner or administrator of the
     *   organization, or on servers since autumn 2024 for an API key or for an organization that
     *   the client does not act in.
     * @throws InvalidInputException if the server has no such role, or if neither the call nor the
     *   client names an organization and the user does not belong to exactly one.
     * @throws UnsupportedByServerException for an API key on servers of 2024 before autumn, while a
     *   person without an account is invited.
     */
    public suspend fun setRole(
        memberId: String,
        role: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): OrganizationMember {
        checkText("memberId" to memberId, "role" to role, "organization" to organization)
        return connection.call(timeout) {
            OrganizationMember(setOrganizationRole(memberId, role, organization, it))
        }
    }

    /**
     * Removes a member or an invitation from an organization. The person also loses their
     * memberships and keys in all projects of the organization.
     *
     * They may still know the keys of those projects, as [RemovedMember.warning] says. Where that
     * matters, replace the keys with [Projects.rotateKey] and change the values; on servers that
     * cannot do that, create new projects and store new values in them.
     *
     * @param memberId the membership's id, as in [OrganizationMember.id]; not the user's.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the organization has no such member; on servers before autumn
     *   2024 also if there is no such organization or the user is not a member of it.
     * @throws PermissionDeniedException unless the user is an owner or administrator of the
     *   organization, or on servers since autumn 2024 for an API key or for an organization that
     *   the client does not act in.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     * @throws UnsupportedByServerException for an API key on servers of 2024 before autumn, while a
     *   person without an account is invited.
     */
    public suspend fun removeMember(
        memberId: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): RemovedMember {
        checkText("memberId" to memberId, "organization" to organization)
        return connection.call(timeout) {
            RemovedMember(removeOrganizationMember(memberId, organization, it))
        }
    }

    /**
     * Invites a person to an organization. Inviting them again sends another code, in place of the
     * earlier one.
     *
     * They accept with [Account.acceptInvitation], or sign up with `invitedTo` in
     * [Account.completeSignUp].
     *
     * @param email the e-mail address of the invited person.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the person is a member already; on May 2023 servers also if
     *   there is no such organization or the user is not a member of it.
     * @throws PermissionDeniedException for an API key, if the user's role does not allow it, or on
     *   servers since autumn 2024 for an organization that the client does not act in.
     * @throws InvalidInputException if the text is not an e-mail address, or if neither the call
     *   nor the client names an organization and the user does not belong to exactly one.
     * @throws NotFoundException on servers of 2024 before autumn if there is no such organization
     *   or the user is not a member of it.
     */
    public suspend fun invite(
        email: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): Invitation {
        checkText("email" to email, "organization" to organization)
        return connection.call(timeout) {
            Invitation(inviteToOrganization(email, organization, it))
        }
    }

    /**
     * Lists the addresses that the server notifies of incidents in an organization.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException for an API key, or on servers since autumn 2024 for an
     *   organization that the client does not act in.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     */
    public suspend fun incidentContacts(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<IncidentContact> {
        checkText("organization" to organization)
        return connection.call(timeout) {
            listIncidentContacts(organization, it).map(::IncidentContact)
        }
    }

    /**
     * Adds an address that the server notifies of incidents in an organization.
     *
     * @param email the e-mail address; it need not be a user's.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the organization has this contact already.
     * @throws InvalidInputException if the text is not an e-mail address, or if neither the call
     *   nor the client names an organization and the user does not belong to exactly one.
     * @throws PermissionDeniedException for an API key, on servers since 2024 unless the user
     *   administers the organization, or on servers since autumn 2024 for an organization that the
     *   client does not act in.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     */
    public suspend fun addIncidentContact(
        email: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): IncidentContact {
        checkText("email" to email, "organization" to organization)
        return connection.call(timeout) {
            IncidentContact(addIncidentContact(email, organization, it))
        }
    }

    /**
     * Removes an address that the server notifies of incidents in an organization.
     *
     * @param email the e-mail address, as in [IncidentContact.email].
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the organization has no such contact; on servers before autumn
     *   2024 also if there is no such organization or the user is not a member of it.
     * @throws PermissionDeniedException for an API key, on servers since 2024 unless the user
     *   administers the organization, or on servers since autumn 2024 for an organization that the
     *   client does not act in.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     */
    public suspend fun removeIncidentContact(
        email: String,
        organization: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("email" to email, "organization" to organization)
        connection.call(timeout) { removeIncidentContact(email, organization, it) }
    }

    /**
     * Lists an organization's projects that have the user as a member.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException on servers before autumn 2024 if there is no such organization or
     *   the user is not a member of it.
     * @throws PermissionDeniedException on May 2023 servers unless the user is an owner or
     *   administrator of the organization, or on servers since autumn 2024 for an organization that
     *   the client does not act in.
     * @throws InvalidInputException if neither the call nor the client names an organization and
     *   the user does not belong to exactly one.
     */
    public suspend fun projects(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<Project> {
        checkText("organization" to organization)
        return connection.call(timeout) {
            listOrganizationProjects(organization, it).map(::Project)
        }
    }
}

/** [Organizations] with calls that block. */
public class BlockingOrganizations
internal constructor(private val organizations: Organizations, private val timeout: Duration?) {
    /** See [Organizations.list]. */
    public fun list(): List<Organization> = blocking { organizations.list(timeout) }

    /** See [Organizations.create]. */
    public fun create(name: String): Organization =
        blocking("name" to name) { organizations.create(name, timeout) }

    /** See [Organizations.rename]. */
    public fun rename(id: String, name: String): Organization =
        blocking("id" to id, "name" to name) { organizations.rename(id, name, timeout) }

    /** See [Organizations.members]. */
    @JvmOverloads
    public fun members(organization: String? = null): List<OrganizationMember> = blocking {
        organizations.members(organization, timeout)
    }

    /** See [Organizations.setRole]. */
    @JvmOverloads
    public fun setRole(
        memberId: String,
        role: String,
        organization: String? = null,
    ): OrganizationMember =
        blocking("memberId" to memberId, "role" to role) {
            organizations.setRole(memberId, role, organization, timeout)
        }

    /** See [Organizations.removeMember]. */
    @JvmOverloads
    public fun removeMember(memberId: String, organization: String? = null): RemovedMember =
        blocking("memberId" to memberId) {
            organizations.removeMember(memberId, organization, timeout)
        }

    /** See [Organizations.invite]. */
    @JvmOverloads
    public fun invite(email: String, organization: String? = null): Invitation =
        blocking("email" to email) { organizations.invite(email, organization, timeout) }

    /** See [Organizations.incidentContacts]. */
    @JvmOverloads
    public fun incidentContacts(organization: String? = null): List<IncidentContact> = blocking {
        organizations.incidentContacts(organization, timeout)
    }

    /** See [Organizations.addIncidentContact]. */
    @JvmOverloads
    public fun addIncidentContact(email: String, organization: String? = null): IncidentContact =
        blocking("email" to email) {
            organizations.addIncidentContact(email, organization, timeout)
        }

    /** See [Organizations.removeIncidentContact]. */
    @JvmOverloads
    public fun removeIncidentContact(email: String, organization: String? = null): Unit =
        blocking("email" to email) {
            organizations.removeIncidentContact(email, organization, timeout)
        }

    /** See [Organizations.projects]. */
    @JvmOverloads
    public fun projects(organization: String? = null): List<Project> = blocking {
        organizations.projects(organization, timeout)
    }
}
