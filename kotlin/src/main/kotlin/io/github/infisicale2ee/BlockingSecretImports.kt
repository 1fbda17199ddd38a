package io.github.infisicale2ee

import kotlin.time.Duration

/** [SecretImports] with calls that block. The place says which folder imports. */
public class BlockingSecretImports
internal constructor(private val imports: SecretImports, private val timeout: Duration?) {
    /** See [SecretImports.list]. */
    @JvmOverloads
    public fun list(place: SecretPlace = SecretPlace()): List<SecretImport> =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            imports.list(project, environment, path, timeout)
        }

    /** See [SecretImports.create]. */
    @JvmOverloads
    public fun create(
        fromEnvironment: String,
        fromPath: String,
        place: SecretPlace = SecretPlace(),
    ): SecretImport =
        blocking("fromEnvironment" to fromEnvironment, "fromPath" to fromPath, "place" to place) {
            val (project, environment, path) = place.location()
            imports.create(
                fromEnvironment,
                fromPath,
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [SecretImports.update]; `null` leaves a thing as it is. */
    @JvmOverloads
    public fun update(
        id: String,
        fromEnvironment: String?,
        fromPath: String?,
        position: Long?,
        place: SecretPlace = SecretPlace(),
    ): SecretImport =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            imports.update(
                id,
                fromEnvironment,
                fromPath,
                position,
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [SecretImports.delete]. */
    @JvmOverloads
    public fun delete(id: String, place: SecretPlace = SecretPlace()): Unit =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            imports.delete(id, project, environment, path, timeout)
        }
}
