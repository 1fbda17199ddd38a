package io.github.infisicale2ee

import kotlin.time.Duration

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
        blocking("id" to id, "name" to name) {
            organizations.rename(id, name, timeout)
        }

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
        blocking("email" to email) {
            organizations.invite(email, organization, timeout)
        }

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
