package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSnapshotContents
import java.time.Instant
import kotlin.time.Duration

/**
 * What a snapshot holds. One secret that does not decrypt hides no other; a program that must have
 * everything calls [checkComplete].
 *
 * @property id the snapshot's id.
 * @property createdAt when it was taken.
 * @property secrets the secrets as they were, those that decrypted.
 * @property failures those that did not, by the id of the version.
 * @property folders names of the folders in the folder; empty on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class SnapshotContents
internal constructor(
    public val id: String,
    public val createdAt: Instant?,
    public val secrets: List<SecretVersion>,
    public val failures: List<SecretFailure>,
    public val folders: List<String>,
    private val incomplete: InfisicalException?,
) {
    internal constructor(
        native: NativeSnapshotContents
    ) : this(
        id = native.id,
        createdAt = toInstant(native.createdAt),
        secrets = native.secrets.map(::SecretVersion),
        failures = native.failures.map(::SecretFailure),
        folders = native.folders,
        incomplete = native.incomplete?.toInfisicalException(),
    )

    /**
     * Does nothing if every secret decrypted.
     *
     * @throws DecryptionFailedException says how many did not, and which was the first.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    /** Everything but the secrets' values and comments. */
    override fun toString(): String =
        "SnapshotContents(id=$id, createdAt=$createdAt, secrets=$secrets, failures=$failures, folders=$folders)"
}

/**
 * Snapshots: what the secrets of a project or folder were at one time.
 *
 * Servers take one after every change of secrets. May 2023 servers take it of the whole project:
 * there, environment and path say nothing. Later ones take it of the folder alone.
 */
public class Snapshots internal constructor(private val connection: Connection) {
    /**
     * Every snapshot of a folder, or of the project, newest first.
     *
     * @throws NotFoundException if there is no such project, environment or folder, or the user is
     *   not a member.
     * @throws PermissionDeniedException for other credentials than a user's.
     * @throws UnsupportedByServerException for a path on May 2023 servers.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<Snapshot> {
        val location = location(project, environment, path)
        return connection.call(timeout) { listSnapshots(location, it).map(::Snapshot) }
    }

    /**
     * How many snapshots there are of a folder, or of the project.
     *
     * @throws NotFoundException if there is no such project or environment, or the user is not a
     *   member.
     * @throws PermissionDeniedException for other credentials than a user's, on May 2023 servers
     *   for API keys too.
     * @throws UnsupportedByServerException for a path on May 2023 servers.
     */
    public suspend fun count(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Long {
        val location = location(project, environment, path)
        return connection.call(timeout) { countSnapshots(location, it) }
    }

    /**
     * What a snapshot holds, decrypted. May 2023's hold the secrets of all environments, and
     * everybody's personal ones.
     *
     * @throws NotFoundException if the project has no such snapshot.
     * @throws PermissionDeniedException for other credentials than a user's log-in or access token.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, as
     *   those of 2024, not what they were.
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
     * Makes secrets what they were in a snapshot, for everybody. What was made since is deleted,
     * other users' personal secrets among it. Ask before.
     *
     * On May 2023 servers this changes the whole project: all environments; and every secret in it
     * loses its comment and tags. On later ones it changes the folder of the snapshot and all below
     * it, which loses its secret imports. Subfolders are restored to their latest snapshots, even
     * if those are newer than this one. Read secrets again afterwards.
     *
     * @throws NotFoundException if the project has no such snapshot.
     * @throws PermissionDeniedException for other credentials than a user's log-in or access token,
     *   or on May 2023 servers an API key.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, as
     *   those of 2024, not what they were.
     */
    public suspend fun rollBack(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project)
        connection.call(timeout) { rollBackSnapshot(id, project, it) }
    }
}
