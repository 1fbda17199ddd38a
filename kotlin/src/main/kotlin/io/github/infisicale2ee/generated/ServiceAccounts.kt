// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeServiceAccountGrant
import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Service accounts, on servers of May 2023.
 *
 * A program acts as a service account after [ServiceAccounts.create], and a [ServiceAccounts.grant]
 * for each environment. Only the user who created an account manages it.
 *
 * Every method fails with [UnsupportedByServerException] on later servers, which have machine
 * identities instead. It fails with [PermissionDeniedException] if the credential is an API key or
 * not a user's, or for an account of another user. A text that cannot be an id fails with
 * [InvalidInputException].
 *
 * Protocol: `/api/v2/service-accounts`.
 */
public class ServiceAccounts internal constructor(private val connection: Connection) {
    /**
     * Creates a service account with a key pair. The client generates the key pair and never sends
     * the private key. Alone the account can do nothing: it needs a [ServiceAccounts.grant].
     *
     * The access key and the private key are only in the result; they cannot be shown again.
     *
     * @param name the account's name, for people.
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param expiresIn how long the account is valid, in whole seconds; forever by default. Servers
     *   of May 2023 store the time and ignore it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the name is empty or has white space around it, for a time
     *   below one second, or if the user does not belong to exactly one organization and neither
     *   the call nor the client names one.
     * @throws NotFoundException if there is no such organization or the user is not a member.
     * @throws KeyUnavailableException if the credential opens no private key of the user, who could
     *   then grant nothing.
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
                createServiceAccount(name, organization, expiresIn?.inSeconds(), it)
            )
        }
    }

    /**
     * Lists every service account of an organization, also those of other users. Only owners and
     * administrators of the organization may do this.
     *
     * @param organization id of the organization; by default the client's, or the only one that the
     *   user belongs to.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if the user does not belong to exactly one organization and
     *   neither the call nor the client names one.
     * @throws NotFoundException if there is no such organization or the user is not a member.
     * @throws PermissionDeniedException if the user is not an owner or administrator of the
     *   organization.
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
     * Renames a service account.
     *
     * @param id the service account's id.
     * @param newName the new name.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no service account of that id.
     * @throws InvalidInputException if the name is empty or has white space around it.
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
     * Deletes a service account with its permissions and copies of keys. Its access key stops
     * working.
     *
     * @param id the service account's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no service account of that id.
     */
    public suspend fun delete(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { deleteServiceAccount(id, it) }
    }

    /**
     * Lists where a service account has access, and what it may do there.
     *
     * @param id the service account's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no service account of that id.
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
     * Gives a service account access to an environment, and the project key. The client seals the
     * key to the account's public key. By default the account may only read there.
     *
     * With `expectFingerprint`, the fingerprint of the account's public key, nothing is granted if
     * the server shows another key.
     *
     * @param id the service account's id.
     * @param project id or slug of the project; the client's by default.
     * @param environment slug of the environment; the client's by default.
     * @param permissions what the account may do there: `read`, `write` or both; only `read` by
     *   default.
     * @param expectFingerprint the fingerprint of the public key to seal to, learned from its owner
     *   and not from the server, in any form of a `Fingerprint`. With any other key the call fails
     *   and nothing is sealed. Not checked by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such account, project or environment, or the user is
     *   not a member.
     * @throws ConflictException if the account has access to the environment already.
     * @throws KeyUnavailableException if the user has no key of the project to share, or if the
     *   credential opens no private key.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws IntegrityViolationException if the account's public key is not the expected one, or
     *   is not safe to seal to, or if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is granted.
     * @throws TamperingSuspectedException if the trust store of the client knows another public key
     *   of the account, unless `expectFingerprint` confirms the new one. Nothing is granted then.
     * @throws InvalidInputException if no permission is given or there is no such permission, if
     *   the fingerprint is in no form of a fingerprint, or if neither the call nor the client names
     *   the project and the environment.
     * @throws PermissionDeniedException if the user may not do in the environment what is to be
     *   granted.
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
                project,
                environment,
                permissions.map(Permission::text),
                expectFingerprint,
            )
        return connection.call(timeout) {
            ServiceAccountPermission(grantServiceAccount(id, grant, it))
        }
    }

    /**
     * Takes a permission back from a service account. With its last permission in a project, the
     * account also loses its copy of the project key.
     *
     * @param id the service account's id.
     * @param permissionId the id of the permission, as [ServiceAccounts.permissions] lists it.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such account or permission.
     */
    public suspend fun revoke(id: String, permissionId: String, timeout: Duration? = null) {
        checkText("id" to id, "permissionId" to permissionId)
        connection.call(timeout) { revokeServiceAccountPermission(id, permissionId, it) }
    }

    /**
     * Lists the project keys that a service account has a copy of.
     *
     * There is one for each project that it has access to. Each copy is sealed to the account's
     * public key, and the key itself is not shown. After [ServiceAccounts.revoke] the list shows
     * whether the account still has a copy.
     *
     * @param id the service account's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no service account of that id.
     */
    public suspend fun keys(id: String, timeout: Duration? = null): List<ServiceAccountKey> {
        checkText("id" to id)
        return connection.call(timeout) { listServiceAccountKeys(id, it).map(::ServiceAccountKey) }
    }
}

/** [ServiceAccounts] with calls that block. */
public class BlockingServiceAccounts
internal constructor(private val serviceAccounts: ServiceAccounts, private val timeout: Duration?) {
    /** See [ServiceAccounts.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        organization: String? = null,
        expiresIn: JavaDuration? = null,
    ): CreatedServiceAccount =
        blocking("name" to name) {
            serviceAccounts.create(name, organization, expiresIn?.toKotlinDuration(), timeout)
        }

    /** See [ServiceAccounts.list]. */
    @JvmOverloads
    public fun list(organization: String? = null): List<ServiceAccount> = blocking {
        serviceAccounts.list(organization, timeout)
    }

    /** See [ServiceAccounts.rename]. */
    public fun rename(id: String, newName: String): ServiceAccount =
        blocking("id" to id, "newName" to newName) { serviceAccounts.rename(id, newName, timeout) }

    /** See [ServiceAccounts.delete]. */
    public fun delete(id: String): Unit =
        blocking("id" to id) { serviceAccounts.delete(id, timeout) }

    /** See [ServiceAccounts.permissions]. */
    public fun permissions(id: String): List<ServiceAccountPermission> =
        blocking("id" to id) { serviceAccounts.permissions(id, timeout) }

    /** See [ServiceAccounts.grant]. */
    @JvmOverloads
    public fun grant(
        id: String,
        project: String? = null,
        environment: String? = null,
        permissions: Set<Permission> = setOf(Permission.READ),
        expectFingerprint: String? = null,
    ): ServiceAccountPermission =
        blocking("id" to id, "permissions" to permissions) {
            serviceAccounts.grant(id, project, environment, permissions, expectFingerprint, timeout)
        }

    /** See [ServiceAccounts.revoke]. */
    public fun revoke(id: String, permissionId: String): Unit =
        blocking("id" to id, "permissionId" to permissionId) {
            serviceAccounts.revoke(id, permissionId, timeout)
        }

    /** See [ServiceAccounts.keys]. */
    public fun keys(id: String): List<ServiceAccountKey> =
        blocking("id" to id) { serviceAccounts.keys(id, timeout) }
}
