package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeIdentity
import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlin.time.toKotlinDuration

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
     * Makes a client secret, which is shown here once. It does not expire.
     *
     * @param id the identity's id.
     * @param description what it is for, for people; empty by default.
     * @throws NotFoundException if there is no identity of that id.
     * @throws InvalidInputException if it has no universal auth.
     */
    public suspend fun createClientSecret(
        id: String,
        description: String? = null,
        timeout: Duration? = null,
    ): String {
        checkText("id" to id, "description" to description)
        return connection.call(timeout) { createClientSecret(id, description, it) }
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
}

/** [Identities] with calls that block. */
public class BlockingIdentities
internal constructor(private val identities: Identities, private val timeout: Duration?) {
    /** See [Identities.create]. */
    @JvmOverloads
    public fun create(name: String, organization: String? = null, role: String? = null): Identity =
        blocking {
            identities.create(name, organization, role, timeout)
        }

    /** See [Identities.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<Identity> = blocking {
        identities.list(organization, timeout)
    }

    /** See [Identities.delete]. */
    public fun delete(id: String): Unit = blocking { identities.delete(id, timeout) }

    /** See [Identities.attachUniversalAuth]. */
    @JvmOverloads
    public fun attachUniversalAuth(
        id: String,
        accessTokenTtl: JavaDuration? = null,
        accessTokenMaxTtl: JavaDuration? = null,
    ): String = blocking {
        identities.attachUniversalAuth(
            id,
            accessTokenTtl?.toKotlinDuration(),
            accessTokenMaxTtl?.toKotlinDuration(),
            timeout,
        )
    }

    /** See [Identities.createClientSecret]. */
    @JvmOverloads
    public fun createClientSecret(id: String, description: String? = null): String = blocking {
        identities.createClientSecret(id, description, timeout)
    }

    /** See [Identities.addToProject]. */
    @JvmOverloads
    public fun addToProject(id: String, role: String, project: String? = null): Unit = blocking {
        identities.addToProject(id, role, project, timeout)
    }
}
