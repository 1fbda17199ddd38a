package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeProject
import kotlin.time.Duration

/**
 * A project.
 *
 * @property id the project's id.
 * @property name its name.
 * @property slug its slug; `null` on May 2023 servers.
 * @property organizationId the organization it belongs to, where the server tells.
 * @property environments its environments, in the server's order.
 */
@ConsistentCopyVisibility
public data class Project
internal constructor(
    public val id: String,
    public val name: String,
    public val slug: String?,
    public val organizationId: String?,
    public val environments: List<Environment>,
) {
    internal constructor(
        project: NativeProject
    ) : this(
        id = project.id,
        name = project.name,
        slug = project.slug,
        organizationId = project.organizationId,
        environments = project.environments.map(::Environment),
    )
}

/**
 * That a project's key could be opened, and who sealed it.
 *
 * @property projectId the project.
 * @property sealedBy SHA-256 of the public key of the user who sealed this copy, as hexadecimal, to
 *   compare with what that user sees; `null` for a service token, whose copy nobody seals.
 */
@ConsistentCopyVisibility
public data class OpenedKey
internal constructor(public val projectId: String, public val sealedBy: String?)

/**
 * Projects and their keys. `timeout` is the longest a call may take, if less than the client's
 * deadline.
 */
public class Projects internal constructor(private val connection: Connection) {
    /**
     * Makes a project whose key is made here and sealed to the user. On servers since spring 2024
     * the server makes the key, and this opens and checks it.
     *
     * @param organization id of the organization; by default the client's, or the only one the user
     *   belongs to.
     * @throws InvalidInputException if the user belongs to several organizations and none is named.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): Project {
        checkText("name" to name, "organization" to organization)
        return connection.call(timeout) { Project(createProject(name, organization, it)) }
    }

    /**
     * Every project the user is a member of.
     *
     * @throws PermissionDeniedException for a service token.
     */
    public suspend fun list(timeout: Duration? = null): List<Project> =
        connection.call(timeout) { listProjects(it).map(::Project) }

    /**
     * One project, by id.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     */
    public suspend fun get(id: String, timeout: Duration? = null): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(getProject(id, it)) }
    }

    /**
     * Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
     * whether this credential can decrypt.
     *
     * @throws KeyUnavailableException if nobody has shared the key with the user yet, or the
     *   credential opens no private key.
     * @throws DecryptionFailedException if the copy was changed.
     */
    public suspend fun openKey(id: String, timeout: Duration? = null): OpenedKey {
        checkText("id" to id)
        return connection.call(timeout) {
            val key = openProjectKey(id, it)
            OpenedKey(key.projectId, key.sealedBy)
        }
    }
}
