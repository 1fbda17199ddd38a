// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import kotlin.time.Duration

/**
 * The client's trust store.
 *
 * Every method fails with [InvalidInputException] if the client has no trust store.
 *
 * Protocol: none; the store is a file of the client.
 */
public class Trust internal constructor(private val connection: Connection) {
    /**
     * Accepts what the server has of the secrets of a folder: forgets what was seen of them. Call
     * it after [TamperingSuspectedException], if the members of the project confirm that they
     * deleted, replaced or rolled back these secrets. The next answers are stored instead.
     *
     * Returns how many secrets were forgotten.
     *
     * @param names the names of the secrets; by default all secrets of the folder.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such environment.
     */
    public suspend fun forgetSecrets(
        names: List<String>? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Long {
        checkText("project" to project, "environment" to environment, "path" to path)
        checkTexts("names", names)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { forgetSecrets(names, location, it) }
    }

    /**
     * Accepts another key of a project: forgets the known key, and all its secrets. Call it if a
     * member confirms that they replaced the key (`projects.rotate_key`), or that they gave up the
     * encryption of the project.
     *
     * @param id the project's id.
     * @param timeout the longest the call may take, if less than the client's deadline.
     */
    public suspend fun forgetProject(id: String, timeout: Duration? = null) {
        checkText("id" to id)
        connection.call(timeout) { forgetProject(id, it) }
    }
}

/**
 * [Trust] with calls that block. The place comes after required arguments and before the others.
 */
public class BlockingTrust
internal constructor(private val trust: Trust, private val timeout: Duration?) {
    /** See [Trust.forgetSecrets]. */
    @JvmOverloads
    public fun forgetSecrets(
        place: SecretPlace = SecretPlace(),
        names: List<String>? = null,
    ): Long =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            trust.forgetSecrets(names, project, environment, path, timeout)
        }

    /** See [Trust.forgetProject]. */
    public fun forgetProject(id: String): Unit =
        blocking("id" to id) { trust.forgetProject(id, timeout) }
}
