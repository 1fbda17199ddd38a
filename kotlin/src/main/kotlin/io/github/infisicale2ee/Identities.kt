package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeIdentity
import io.github.infisicale2ee.internal.NativeProjectIdentity
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * A machine identity.
 *
 * @property id the identity's id.
 * @property name its name.
 * @property role its role in the organization: `admin`, `member`, `no-access` or one of the
 *   organization's own.
 */
@ConsistentCopyVisibility
public data class Identity
internal constructor(
    public val id: String,
    public val name: String,
    public val role: String,
) {
    internal constructor(
        native: NativeIdentity
    ) : this(
        id = native.id,
        name = native.name,
        role = native.role,
    )
}

/**
 * A machine identity in a project.
 *
 * @property id the membership's id.
 * @property identityId the identity's id, by which it is managed.
 * @property name its name.
 * @property roles its roles in the project.
 */
@ConsistentCopyVisibility
public data class ProjectIdentity
internal constructor(
    public val id: String,
    public val identityId: String,
    public val name: String,
    public val roles: List<String>,
) {
    internal constructor(
        native: NativeProjectIdentity
    ) : this(
        id = native.id,
        identityId = native.identityId,
        name = native.name,
        roles = native.roles,
    )
}

/**
 * Machine identities, on servers of 2024 and later. A program becomes one with its client id and
 * client secret after four steps: [create], [attachUniversalAuth], [createClientSecret],
 * [addToProject].
 *
 * Every call fails with [UnsupportedByServerException] on May 2023 servers, and with
 * [PermissionDeniedException] for other credentials than a user's, or without the role.
 * `organization` is its id; by default the client's, or the only one the user belongs to. `timeout`
 * is the longest a call may take, if less than the client's deadline.
 */
public class Identities internal constructor(private val connection: Connection) {
    /**
     * Makes an identity in an organization. Alone it can do nothing.
     *
     * @param name its name, for people.
     * @param role its role in the organization: `admin`, `member` or `no-access`, which is the
     *   default.
     * @throws InvalidInputException if the name is empty or the role unknown, or the user belongs
     *   to several organizations and none is named.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        role: String? = null,
        timeout: Duration? = null,
    ): Identity {
        checkText("name" to name, "organization" to organization, "role" to role)
        return connection.call(timeout) { Identity(createIdentity(name, organization, role, it)) }
    }

    /**
     * Every identity of an organization.
     *
     * @throws InvalidInputException if the user belongs to several organizations and none is named.
     */
    public suspend fun list(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<Identity> {
        checkText("organization" to organization)
        return connection.call(timeout) { listIdentities(organization, it).map(::Identity) }
    }

    /**
     * Deletes an identity. Its client secrets and access tokens stop working.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun delete(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { deleteIdentity(id, it) }
    }

    /**
     * Lets an identity log in by universal auth, and gives its client id.
     *
     * @param id the identity's id.
     * @param accessTokenTtl how long an access token lasts unless it is renewed, in whole seconds;
     *   30 days by default.
     * @param accessTokenMaxTtl how long it lasts however often it is renewed, in whole seconds; 30
     *   days by default.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if a time is below one second or beyond the longest, or it has
     *   universal auth already.
     */
    public suspend fun attachUniversalAuth(
        id: String,
        accessTokenTtl: Duration? = null,
        accessTokenMaxTtl: Duration? = null,
        timeout: Duration? = null,
    ): String {
        checkText("id" to id)
        return connection.call(timeout) {
            attachUniversalAuth(
                id,
                accessTokenTtl?.toDouble(DurationUnit.SECONDS),
                accessTokenMaxTtl?.toDouble(DurationUnit.SECONDS),
                it,
            )
        }
    }

    /**
     * Makes a client secret, whose text is told here once.
     *
     * To replace one: make another, hand it to the program, and revoke the old one with
     * [revokeClientSecret].
     *
     * @param id the identity's id.
     * @param description what it is for, for people; empty by default.
     * @param expiresIn how long it can be used to log in, in whole seconds; for ever by default.
     * @param maxUses how often it can be used to log in; without limit by default.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if it has no universal auth, or for a time below one second or
     *   a number of uses below one.
     */
    public suspend fun createClientSecret(
        id: String,
        description: String? = null,
        expiresIn: Duration? = null,
        maxUses: Long? = null,
        timeout: Duration? = null,
    ): CreatedClientSecret {
        checkText("id" to id, "description" to description)
        return connection.call(timeout) {
            CreatedClientSecret(
                createClientSecret(
                    id,
                    description,
                    expiresIn?.toDouble(DurationUnit.SECONDS),
                    maxUses,
                    it,
                )
            )
        }
    }

    /**
     * The client secrets of an identity, without their text.
     *
     * @param id the identity's id.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if it has no universal auth.
     */
    public suspend fun listClientSecrets(
        id: String,
        timeout: Duration? = null,
    ): List<ClientSecretInfo> {
        checkText("id" to id)
        return connection.call(timeout) { listClientSecrets(id, it).map(::ClientSecretInfo) }
    }

    /**
     * Revokes a client secret: nobody can log in with it from then on.
     *
     * @param id the identity's id.
     * @param clientSecretId the client secret's id, as in [ClientSecretInfo].
     * @throws NotFoundException if the identity has no such client secret.
     */
    public suspend fun revokeClientSecret(
        id: String,
        clientSecretId: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "clientSecretId" to clientSecretId)
        connection.call(timeout) { revokeClientSecret(id, clientSecretId, it) }
    }

    /**
     * Lets an identity into a project.
     *
     * @param id the identity's id.
     * @param role `admin`, `member`, `viewer`, `no-access` or a role of the organization's own.
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such identity or project.
     * @throws ConflictException if it is in the project already.
     * @throws InvalidInputException if the role is unknown.
     */
    public suspend fun addToProject(
        id: String,
        role: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "role" to role, "project" to project)
        connection.call(timeout) { addIdentityToProject(id, role, project, it) }
    }

    /**
     * The identities in a project, with their roles there.
     *
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project or the user is not a member.
     */
    public suspend fun listInProject(
        project: String? = null,
        timeout: Duration? = null,
    ): List<ProjectIdentity> {
        checkText("project" to project)
        return connection.call(timeout) {
            listProjectIdentities(project, it).map(::ProjectIdentity)
        }
    }

    /**
     * Takes an identity out of a project. It stays in the organization, and in other projects.
     *
     * @param id the identity's id.
     * @param project id of the project; the client's by default.
     * @throws NotFoundException if there is no such project, or the identity is not in it.
     */
    public suspend fun removeFromProject(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { removeIdentityFromProject(id, project, it) }
    }
}
