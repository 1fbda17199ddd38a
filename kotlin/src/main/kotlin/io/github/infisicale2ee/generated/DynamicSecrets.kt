// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import java.time.Duration as JavaDuration
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Dynamic secrets, on servers since June 2024.
 *
 * The server makes a credential of a database or another service when a program asks for one, and
 * removes it after a time.
 *
 * **This is not end-to-end encryption.** The server makes these credentials and knows them. A
 * client that requires end-to-end encryption lists and revokes leases, and refuses to create one.
 *
 * An administrator defines dynamic secrets in the web interface. Servers need a license for them:
 * without one, they create and renew no leases.
 *
 * Every method fails with [UnsupportedByServerException] on older servers. It fails with
 * [PermissionDeniedException] for service tokens, service accounts and API keys, or if the role
 * does not allow it. It fails with [NotFoundException] if there is no such project, environment or
 * folder, or if the caller is not a member. It fails with [InvalidInputException] if the project or
 * the environment is missing, and with [IntegrityViolationException] if the server answers with
 * another dynamic secret or lease.
 *
 * Protocol: `/api/v1/dynamic-secrets`.
 */
public class DynamicSecrets internal constructor(private val connection: Connection) {
    /**
     * Lists the dynamic secrets of a folder, without those of its sub-folders.
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, environment or folder, or if the
     *   caller is not a member.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<DynamicSecret> {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { listDynamicSecrets(location, it).map(::DynamicSecret) }
    }

    /**
     * Returns one dynamic secret of a folder. It comes from the list of the folder: asked for one,
     * servers also send the credential with which they make the others.
     *
     * @param name the name of the dynamic secret, in lower case.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such dynamic secret, project, environment or folder,
     *   or if the caller is not a member.
     * @throws InvalidInputException if the name is empty, `.`, `..`, longer than 100 UTF-16 units
     *   or not in lower case.
     */
    public suspend fun get(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): DynamicSecret {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { DynamicSecret(getDynamicSecret(name, location, it)) }
    }

    /**
     * Has the server make a credential, and returns it. The server keeps no copy for later: this is
     * the only time that it is shown.
     *
     * A lease that was created although the call failed ends by itself. [DynamicSecrets.leases]
     * lists it.
     *
     * @param name the name of the dynamic secret, in lower case.
     * @param ttl how long the lease lasts, in whole seconds and at least one minute; by default as
     *   long as the dynamic secret says.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws UnsupportedByServerException if the client requires end-to-end encryption, before
     *   anything is sent; and if the server's license does not include dynamic secrets.
     * @throws NotFoundException if there is no such dynamic secret, project, environment or folder,
     *   or if the caller is not a member.
     * @throws InvalidInputException if the name is empty, `.`, `..`, longer than 100 UTF-16 units
     *   or not in lower case, if the time is shorter than one minute or longer than the dynamic
     *   secret allows, or if there are too many leases.
     */
    public suspend fun createLease(
        name: String,
        ttl: Duration? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): CreatedLease {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            CreatedLease(createLease(name, ttl?.inSeconds(), location, it))
        }
    }

    /**
     * Lists the leases of a dynamic secret, without their credentials.
     *
     * @param name the name of the dynamic secret, in lower case.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such dynamic secret, project, environment or folder,
     *   or if the caller is not a member.
     * @throws InvalidInputException if the name is empty, `.`, `..`, longer than 100 UTF-16 units
     *   or not in lower case.
     */
    public suspend fun leases(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<Lease> {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { listLeases(name, location, it).map(::Lease) }
    }

    /**
     * Returns one lease, without its credential.
     *
     * @param id the lease's id.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such lease in the folder, or no such project,
     *   environment or folder, or if the caller is not a member.
     * @throws InvalidInputException if the id is malformed.
     */
    public suspend fun getLease(
        id: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Lease {
        checkText("id" to id, "project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { Lease(getLease(id, location, it)) }
    }

    /**
     * Lets a lease last longer. Its credential stays the same.
     *
     * @param id the lease's id.
     * @param ttl how much longer the lease lasts, in whole seconds and at least one minute; by
     *   default as long as the dynamic secret says.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such lease in the folder, or no such project,
     *   environment or folder, or if the caller is not a member.
     * @throws InvalidInputException if the id is malformed, if the time is shorter than one minute,
     *   or if the lease would last longer than the dynamic secret allows.
     * @throws UnsupportedByServerException if the server's license does not include dynamic
     *   secrets.
     */
    public suspend fun renewLease(
        id: String,
        ttl: Duration? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Lease {
        checkText("id" to id, "project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { Lease(renewLease(id, ttl?.inSeconds(), location, it)) }
    }

    /**
     * Ends a lease: the server removes its credential.
     *
     * @param id the lease's id.
     * @param force whether the server forgets the lease even if the service did not let it remove
     *   the credential, which then stays valid; `false` by default.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such lease in the folder, or no such project,
     *   environment or folder, or if the caller is not a member.
     * @throws InvalidInputException if the id is malformed.
     * @throws ServerException if the service did not let the server remove the credential, which
     *   may still be valid. The server tries again.
     */
    public suspend fun revokeLease(
        id: String,
        force: Boolean = false,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        connection.call(timeout) { revokeLease(id, force, location, it) }
    }
}

/**
 * [DynamicSecrets] with calls that block. The place comes after required arguments and before the
 * others.
 */
public class BlockingDynamicSecrets
internal constructor(private val dynamicSecrets: DynamicSecrets, private val timeout: Duration?) {
    /** See [DynamicSecrets.list]. */
    @JvmOverloads
    public fun list(place: SecretPlace = SecretPlace()): List<DynamicSecret> =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.list(project, environment, path, timeout)
        }

    /** See [DynamicSecrets.get]. */
    @JvmOverloads
    public fun get(name: String, place: SecretPlace = SecretPlace()): DynamicSecret =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.get(name, project, environment, path, timeout)
        }

    /** See [DynamicSecrets.createLease]. */
    @JvmOverloads
    public fun createLease(
        name: String,
        place: SecretPlace = SecretPlace(),
        ttl: JavaDuration? = null,
    ): CreatedLease =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.createLease(
                name,
                ttl?.toKotlinDuration(),
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [DynamicSecrets.leases]. */
    @JvmOverloads
    public fun leases(name: String, place: SecretPlace = SecretPlace()): List<Lease> =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.leases(name, project, environment, path, timeout)
        }

    /** See [DynamicSecrets.getLease]. */
    @JvmOverloads
    public fun getLease(id: String, place: SecretPlace = SecretPlace()): Lease =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.getLease(id, project, environment, path, timeout)
        }

    /** See [DynamicSecrets.renewLease]. */
    @JvmOverloads
    public fun renewLease(
        id: String,
        place: SecretPlace = SecretPlace(),
        ttl: JavaDuration? = null,
    ): Lease =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.renewLease(
                id,
                ttl?.toKotlinDuration(),
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [DynamicSecrets.revokeLease]. */
    @JvmOverloads
    public fun revokeLease(
        id: String,
        place: SecretPlace = SecretPlace(),
        force: Boolean = false,
    ): Unit =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            dynamicSecrets.revokeLease(id, force, project, environment, path, timeout)
        }
}
