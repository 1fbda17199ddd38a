package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * An organization.
 *
 * @property id the organization's id.
 * @property name its name.
 * @property slug its slug; `null` on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class Organization
internal constructor(public val id: String, public val name: String, public val slug: String?)

/** Organizations the user belongs to. */
public class Organizations internal constructor(private val connection: Connection) {
    /**
     * Every organization of the user, with those that only invited the user on older servers.
     *
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws PermissionDeniedException for a service token.
     */
    public suspend fun list(timeout: Duration? = null): List<Organization> =
        connection.call(timeout) { seconds ->
            listOrganizations(seconds).map { Organization(it.id, it.name, it.slug) }
        }
}
