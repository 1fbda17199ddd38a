package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeCreatedServiceAccount
import io.github.infisicale2ee.internal.NativeServiceAccountGrant
import kotlin.time.Duration
import kotlin.time.DurationUnit

/**
 * A new service account. Its access key and private key are told here once.
 *
 * @property info the account.
 * @property accessKey the access key, `sa.<id>.<secret>`.
 * @property publicKey its public key, as base64.
 * @property privateKey its private key, as base64.
 * @property grantedBy public key of the user who made it, which the credential needs.
 */
@ConsistentCopyVisibility
public data class CreatedServiceAccount
internal constructor(
    public val info: ServiceAccount,
    public val accessKey: String,
    public val publicKey: String,
    public val privateKey: String,
    public val grantedBy: String,
) {
    internal constructor(
        native: NativeCreatedServiceAccount
    ) : this(
        info = ServiceAccount(native.info),
        accessKey = native.accessKey,
        publicKey = native.publicKey,
        privateKey = native.privateKey,
        grantedBy = native.grantedBy,
    )

    /** Everything but accessKey and privateKey. */
    override fun toString(): String =
        "CreatedServiceAccount(info=$info, publicKey=$publicKey, grantedBy=$grantedBy)"
}

/**
 * Service accounts, on servers of May 2023. A program becomes one after [create] and a [grant] for
 * each environment; only the user who made an account manages it.
 *
 * Every call fails with [UnsupportedByServerException] on later servers, which have machine
 * identities instead, and with [PermissionDeniedException] for other credentials than a user's, or
 * for another user.
 */
public class ServiceAccounts internal constructor(private val connection: Connection) {
    /**
     * Makes an account with a key pair that is made here; the private key is never sent. Alone it
     * can do nothing.
     *
     * @param expiresIn when it is to expire, from now; never by default. Servers keep the time and
     *   do not heed it.
     * @throws InvalidInputException for an empty name, or if the user belongs to several
     *   organizations and none is named.
     * @throws NotFoundException for an unknown organization.
     * @throws KeyUnavailableException if the credential opens no private key of the user, who could
     *   grant nothing.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        expiresIn: Duration? = null,
        timeout: Duration? = null,
    ): CreatedServiceAccount {
        checkText("name" to name, "organization" to organization)
        return connection.call(timeout) {
            CreatedServiceAccount(
                createServiceAccount(
                    name,
                    organization,
                    expiresIn?.toDouble(DurationUnit.SECONDS),
                    it,
                )
            )
        }
    }

    /**
     * Every account of an organization, whoever made it. For its owners and administrators.
     *
     * @throws InvalidInputException if the user belongs to several organizations and none is named.
     * @throws NotFoundException for an unknown organization.
     */
    public suspend fun list(
        organization: String? = null,
        timeout: Duration? = null,
    ): List<ServiceAccount> {
        checkText("organization" to organization)
        return connection.call(timeout) {
            listServiceAccounts(organization, it).map(::ServiceAccount)
        }
    }

    /**
     * Gives an account another name.
     *
     * @throws NotFoundException if there is none of that id.
     * @throws InvalidInputException for an empty name.
     */
    public suspend fun rename(
        id: String,
        newName: String,
        timeout: Duration? = null,
    ): ServiceAccount {
        checkText("id" to id, "newName" to newName)
        return connection.call(timeout) { ServiceAccount(renameServiceAccount(id, newName, it)) }
    }

    /**
     * Deletes an account with its permissions and copies of keys. Its access key stops working.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun delete(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { deleteServiceAccount(id, it) }
    }

    /**
     * Where an account may work, and what it may do there.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun permissions(
        id: String,
        timeout: Duration? = null,
    ): List<ServiceAccountPermission> {
        checkText("id" to id)
        return connection.call(timeout) {
            listServiceAccountPermissions(id, it).map(::ServiceAccountPermission)
        }
    }

    /**
     * The project keys an account has, each sealed to its public key.
     *
     * @throws NotFoundException if there is none of that id.
     */
    public suspend fun keys(
        id: String,
        timeout: Duration? = null,
    ): List<ServiceAccountKey> {
        checkText("id" to id)
        return connection.call(timeout) { listServiceAccountKeys(id, it).map(::ServiceAccountKey) }
    }

    /**
     * Lets an account into an environment and gives it the project key, sealed here to its public
     * key.
     *
     * @param permissions what it may do there; only read by default.
     * @param expectFingerprint SHA-256 of the account's public key in hexadecimal. With another key
     *   there, nothing is granted.
     * @throws NotFoundException if there is no such account, project or environment.
     * @throws ConflictException if it may work there already.
     * @throws KeyUnavailableException if the user has no project key to share.
     * @throws IntegrityViolationException if the account's public key is not the expected one, or
     *   unsafe.
     */
    public suspend fun grant(
        id: String,
        project: String? = null,
        environment: String? = null,
        permissions: Set<Permission> = setOf(Permission.READ),
        expectFingerprint: String? = null,
        timeout: Duration? = null,
    ): ServiceAccountPermission {
        checkText(
            "id" to id,
            "project" to project,
            "environment" to environment,
            "expectFingerprint" to expectFingerprint,
        )
        val grant =
            NativeServiceAccountGrant(
                project = project,
                environment = environment,
                permissions = permissions.map(Permission::text),
                expectFingerprint = expectFingerprint,
            )
        return connection.call(timeout) {
            ServiceAccountPermission(grantServiceAccount(id, grant, it))
        }
    }

    /**
     * Takes a permission back, and with the last one of a project the account's copy of its key.
     *
     * @throws NotFoundException if there is no such account or permission.
     */
    public suspend fun revoke(
        id: String,
        permissionId: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "permissionId" to permissionId)
        connection.call(timeout) { revokeServiceAccountPermission(id, permissionId, it) }
    }
}
