package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeInvitation
import kotlin.time.Duration

/**
 * That somebody was invited to an organization.
 *
 * @property email the address invited.
 * @property organizationId the organization.
 * @property link the link to send them, from servers that send no mail themselves. It lets its
 *   holder join.
 * @property code the code in that link.
 */
@ConsistentCopyVisibility
public data class Invitation
internal constructor(
    public val email: String,
    public val organizationId: String,
    public val link: String?,
    public val code: String?,
) {
    internal constructor(
        native: NativeInvitation
    ) : this(
        email = native.email,
        organizationId = native.organizationId,
        link = native.link,
        code = native.code,
    )

    /** Everything but link and code. */
    override fun toString(): String = "Invitation(email=$email, organizationId=$organizationId)"
}

/** Organizations the user belongs to. */
public class Organizations internal constructor(private val connection: Connection) {
    /**
     * Every organization of the user, with those that only invited the user on older servers.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for a service token.
     */
    public suspend fun list(timeout: Duration? = null): List<Organization> =
        connection.call(timeout) { listOrganizations(it).map(::Organization) }

    /**
     * Makes an organization whose highest role the user takes.
     *
     * @throws InvalidInputException for a blank name.
     * @throws PermissionDeniedException for an API key.
     */
    public suspend fun create(
        name: String,
        timeout: Duration? = null,
    ): Organization {
        checkText("name" to name)
        return connection.call(timeout) { Organization(createOrganization(name, it)) }
    }

    /**
     * Gives an organization another name.
     *
     * @throws InvalidInputException for a blank name.
     * @throws NotFoundException if there is no such organization or the user is not a member.
     * @throws PermissionDeniedException if the user may not.
     */
    public suspend fun rename(
        id: String,
        name: String,
        timeout: Duration? = null,
    ): Organization {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { Organization(renameOrganization(id, name, it)) }
    }

    /**
     * Everyone in an organization, and who is invited to it.
     *
     * @throws NotFoundException if there is no such organization or the user is not a member.
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
     * @param memberId the membership's id.
     * @param role `owner` (May 2023), `admin`, `member`, or `no-access` (2024).
     * @throws NotFoundException if the organization has no such member.
     * @throws PermissionDeniedException if the user may not.
     * @throws InvalidInputException if the server knows no such role.
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
     * Removes a member or an invitation, with the member's places and keys in all projects of the
     * organization. They may still know those projects' keys, as the warning in the answer says.
     *
     * @param memberId the membership's id.
     * @throws NotFoundException if the organization has no such member.
     * @throws PermissionDeniedException if the user may not.
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
     * Invites somebody to an organization. They accept with [Account.acceptInvitation], or sign up
     * with `invitedTo`. Inviting again sends another code in place of the earlier one.
     *
     * @throws ConflictException if they are a member.
     * @throws PermissionDeniedException if the user may not invite.
     * @throws InvalidInputException for what is no e-mail address.
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
     * Whom the server tells of incidents.
     *
     * @throws NotFoundException if there is no such organization or the user is not a member.
     * @throws PermissionDeniedException for programs and API keys.
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
     * Has the server tell `email` of incidents.
     *
     * @throws ConflictException if it does already.
     * @throws InvalidInputException for what is no e-mail address.
     * @throws PermissionDeniedException on servers of 2024 unless the user administers the
     *   organization.
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
     * Has the server no longer tell `email` of incidents.
     *
     * @throws NotFoundException if it does not.
     * @throws PermissionDeniedException as for [addIncidentContact].
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
     * The projects of an organization that the user is a member of.
     *
     * @throws NotFoundException if there is no such organization or the user is not a member.
     * @throws PermissionDeniedException on May 2023 servers unless they are its owner or
     *   administrator.
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
