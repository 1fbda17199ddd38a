// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import io.github.infisicale2ee.internal.NativeSecretImportChange
import kotlin.time.Duration

/**
 * Imports of the secrets of one folder into another, on servers since 2024.
 *
 * The project, environment and path of a call name the folder that imports. Its own secrets take
 * precedence over imported ones, and of two imports the one with the higher position does.
 *
 * Every method fails with [UnsupportedByServerException] on May 2023 servers. It fails with
 * [InvalidInputException] if neither the call nor the client or its token names the project and the
 * environment, or if a path does not have the form `/folder/subfolder`, and with
 * [PermissionDeniedException] if the credential may not read or change the secrets of a folder that
 * is named.
 *
 * Protocol: `/api/v1/secret-imports`.
 */
public class SecretImports internal constructor(private val connection: Connection) {
    /**
     * Lists the imports of a folder, by position.
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such folder, environment or project.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<SecretImport> {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { listSecretImports(location, it).map(::SecretImport) }
    }

    /**
     * Imports the secrets of another folder, after the imports that are there.
     *
     * @param fromEnvironment the slug of the environment to import from.
     * @param fromPath the folder to import, such as `/shared`.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if that folder is imported already.
     * @throws InvalidInputException if a folder is to import itself.
     * @throws NotFoundException if there is no such folder, environment or project.
     */
    public suspend fun create(
        fromEnvironment: String,
        fromPath: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): SecretImport {
        checkText(
            "fromEnvironment" to fromEnvironment,
            "fromPath" to fromPath,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            SecretImport(createSecretImport(fromEnvironment, fromPath, location, it))
        }
    }

    /**
     * Changes what an import imports, or its position among the others.
     *
     * @param id the import's id.
     * @param fromEnvironment slug of the environment to import from; unchanged by default.
     * @param fromPath folder to import; unchanged by default.
     * @param position position among the imports, from 1; unchanged by default. The others make
     *   room.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the folder has no such import, or if there is no such folder,
     *   environment or project.
     * @throws ConflictException if the folder to import is imported already.
     * @throws InvalidInputException if nothing to change is given, for a position below 1, or if a
     *   folder is to import itself.
     */
    public suspend fun update(
        id: String,
        fromEnvironment: String? = null,
        fromPath: String? = null,
        position: Long? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): SecretImport {
        checkText(
            "id" to id,
            "fromEnvironment" to fromEnvironment,
            "fromPath" to fromPath,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val change = NativeSecretImportChange(fromEnvironment, fromPath, position)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            SecretImport(updateSecretImport(id, change, location, it))
        }
    }

    /**
     * Deletes an import. The secrets themselves stay where they are.
     *
     * @param id the import's id.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if the folder has no such import, or if there is no such folder,
     *   environment or project.
     */
    public suspend fun delete(
        id: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id, "project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        connection.call(timeout) { deleteSecretImport(id, location, it) }
    }
}

/**
 * [SecretImports] with calls that block. The place comes after required arguments and before the
 * others.
 */
public class BlockingSecretImports
internal constructor(private val secretImports: SecretImports, private val timeout: Duration?) {
    /** See [SecretImports.list]. */
    @JvmOverloads
    public fun list(place: SecretPlace = SecretPlace()): List<SecretImport> =
        blocking("place" to place) {
            val (project, environment, path) = place.location()
            secretImports.list(project, environment, path, timeout)
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
            secretImports.create(fromEnvironment, fromPath, project, environment, path, timeout)
        }

    /** See [SecretImports.update]. */
    @JvmOverloads
    public fun update(
        id: String,
        place: SecretPlace = SecretPlace(),
        fromEnvironment: String? = null,
        fromPath: String? = null,
        position: Long? = null,
    ): SecretImport =
        blocking("id" to id, "place" to place) {
            val (project, environment, path) = place.location()
            secretImports.update(
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
            secretImports.delete(id, project, environment, path, timeout)
        }
}
