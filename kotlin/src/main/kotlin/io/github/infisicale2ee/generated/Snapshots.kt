// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import kotlin.time.Duration

/**
 * Snapshots: what the secrets of a project or folder were at one time.
 *
 * Servers take a snapshot after every change of secrets. May 2023 servers take it of the whole
 * project: there, the environment of a call has no effect, and a path other than `/` is not
 * supported. Later servers take it of the folder alone.
 *
 * Every method fails with [InvalidInputException] if neither the call nor the client names the
 * project and, where snapshots are of a folder, the environment, or for a text that cannot be an
 * id.
 *
 * Protocol: `/api/v1/workspace/{id}/secret-snapshots` and `/api/v1/secret-snapshot`.
 */
public class Snapshots internal constructor(private val connection: Connection) {
    /**
     * Lists every snapshot of a folder, or of the project, newest first.
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, environment or folder, or the user is
     *   not a member.
     * @throws PermissionDeniedException if the credential is not a user's, or if the user's role
     *   does not allow it.
     * @throws UnsupportedByServerException for a path other than `/` on May 2023 servers.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<Snapshot> {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { listSnapshots(location, it).map(::Snapshot) }
    }

    /**
     * Returns how many snapshots there are of a folder, or of the project.
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project, environment or folder, or the user is
     *   not a member.
     * @throws PermissionDeniedException if the credential is not a user's, on May 2023 servers also
     *   for API keys, or if the user's role does not allow it.
     * @throws UnsupportedByServerException for a path other than `/` on May 2023 servers.
     */
    public suspend fun count(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Long {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { countSnapshots(location, it) }
    }

    /**
     * Returns what a snapshot holds, decrypted. Snapshots of May 2023 servers hold the secrets of
     * all environments, and every user's personal ones.
     *
     * A secret that does not decrypt is reported in [SnapshotContents.failures] and hides no other.
     * `checkComplete` of the result fails if there is any.
     *
     * @param id the snapshot's id.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such snapshot, or if there is no such project
     *   or the user is not a member.
     * @throws PermissionDeniedException if the credential is not a user's login or access token, or
     *   if the user's role does not allow it.
     * @throws KeyUnavailableException if the user has no key of the project, or if the credential
     *   opens no private key.
     * @throws DecryptionFailedException if the user's copy of the key was changed.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, like
     *   those of 2024, not what they were, or if the secrets can only pass in plaintext and the
     *   client has the option `requireE2ee`.
     */
    public suspend fun get(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ): SnapshotContents {
        checkText("id" to id, "project" to project)
        return connection.call(timeout) { SnapshotContents(getSnapshot(id, project, it)) }
    }

    /**
     * Restores secrets to what they were in a snapshot, for everybody. Secrets created since are
     * deleted, other users' personal secrets among them. Ask the users before.
     *
     * On May 2023 servers this changes the whole project: all environments; and every secret in it
     * loses its comment and tags. On later ones it changes the folder of the snapshot and all below
     * it, which loses its secret imports. Subfolders are restored to their latest snapshots, even
     * if those are newer than this one. Read secrets again afterwards.
     *
     * If the server rejects the call, nothing was changed.
     *
     * @param id the snapshot's id.
     * @param project id or slug of the project; the client's by default.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the project has no such snapshot, or if there is no such project
     *   or the user is not a member.
     * @throws PermissionDeniedException if the credential is not a user's, on servers since 2024
     *   also for API keys, or if the user's role does not allow it.
     * @throws UnsupportedByServerException on today's servers, which cannot roll back to snapshots
     *   any more.
     */
    public suspend fun rollBack(id: String, project: String? = null, timeout: Duration? = null) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { rollBackSnapshot(id, project, it) }
    }
}

/**
 * [Snapshots] with calls that block. The place comes after required arguments and before the
 * others.
 */
public class BlockingSnapshots
internal constructor(private val snapshots: Snapshots, private val timeout: Duration?) {
    /** See [Snapshots.list]. */
    @JvmOverloads
    public fun list(place: SecretPlace = SecretPlace()): List<Snapshot> =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            snapshots.list(project, environment, path, timeout)
        }

    /** See [Snapshots.count]. */
    @JvmOverloads
    public fun count(place: SecretPlace = SecretPlace()): Long =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            snapshots.count(project, environment, path, timeout)
        }

    /** See [Snapshots.get]. */
    @JvmOverloads
    public fun get(id: String, project: String? = null): SnapshotContents =
        blocking("id" to id) { snapshots.get(id, project, timeout) }

    /** See [Snapshots.rollBack]. */
    @JvmOverloads
    public fun rollBack(id: String, project: String? = null): Unit =
        blocking("id" to id) { snapshots.rollBack(id, project, timeout) }
}
