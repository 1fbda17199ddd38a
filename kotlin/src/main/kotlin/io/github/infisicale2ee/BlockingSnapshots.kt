package io.github.infisicale2ee

import kotlin.time.Duration

/** [Snapshots] with calls that block. */
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
        blocking("id" to id) {
            snapshots.get(id, project, timeout)
        }

    /** See [Snapshots.rollBack]. */
    @JvmOverloads
    public fun rollBack(id: String, project: String? = null): Unit =
        blocking("id" to id) {
            snapshots.rollBack(id, project, timeout)
        }
}
