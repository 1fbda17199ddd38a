package io.github.infisicale2ee

import kotlin.time.Duration

/** [Folders] with calls that block. The place says in which folder the one meant lies. */
public class BlockingFolders
internal constructor(private val folders: Folders, private val timeout: Duration?) {
    /** See [Folders.list]. */
    @JvmOverloads
    public fun list(place: SecretPlace = SecretPlace()): List<Folder> =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            folders.list(project, environment, path, timeout)
        }

    /** See [Folders.create]. */
    @JvmOverloads
    public fun create(name: String, place: SecretPlace = SecretPlace()): Folder =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            folders.create(name, project, environment, path, timeout)
        }

    /** See [Folders.rename]. */
    @JvmOverloads
    public fun rename(name: String, newName: String, place: SecretPlace = SecretPlace()): Folder =
        blocking("name" to name, "newName" to newName, "place" to place) {
            val (project, environment, path) = place.location()
            folders.rename(name, newName, project, environment, path, timeout)
        }

    /** See [Folders.delete]. */
    @JvmOverloads
    public fun delete(name: String, place: SecretPlace = SecretPlace()): Unit =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            folders.delete(name, project, environment, path, timeout)
        }
}
