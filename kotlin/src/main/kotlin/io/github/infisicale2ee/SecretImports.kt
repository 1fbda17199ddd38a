package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretImportChange
import kotlin.time.Duration

/**
 * Imports of one folder's secrets into another, since 2024.
 *
 * `project`, `environment` and `path` say which folder imports, with the defaults of [Secrets]. Its
 * own secrets win over imported ones, and of two imports the one of the higher position does.
 * `timeout` is the longest a call may take, if less than the client's deadline. Every call throws
 * [UnsupportedByServerException] on May 2023 servers.
 */
public class SecretImports internal constructor(private val connection: Connection) {
    /**
     * The imports of a folder, by position.
     *
     * @throws NotFoundException for an unknown environment.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<SecretImport> {
        val location = location(project, environment, path)
        return connection.call(timeout) { listSecretImports(location, it).map(::SecretImport) }
    }

    /**
     * Imports the secrets of another folder, after the imports that are there.
     *
     * @throws ConflictException if that folder is imported already.
     * @throws InvalidInputException if a folder is to import itself.
     * @throws NotFoundException for an unknown folder or environment.
     */
    public suspend fun create(
        fromEnvironment: String,
        fromPath: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): SecretImport {
        checkText("fromEnvironment" to fromEnvironment, "fromPath" to fromPath)
        val location = location(project, environment, path)
        return connection.call(timeout) {
            SecretImport(createSecretImport(fromEnvironment, fromPath, location, it))
        }
    }

    /**
     * Changes what an import imports, or its position among the others.
     *
     * @param fromEnvironment slug of the environment to import from; unchanged by default.
     * @param fromPath folder to import; unchanged by default.
     * @param position position among the imports, from 1; unchanged by default. The others make
     *   room.
     * @throws NotFoundException if the folder has no such import.
     * @throws ConflictException if what it is to import is imported already.
     * @throws InvalidInputException if nothing is to change, or for a position below 1.
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
        checkText("id" to id, "fromEnvironment" to fromEnvironment, "fromPath" to fromPath)
        val change = NativeSecretImportChange(fromEnvironment, fromPath, position)
        val location = location(project, environment, path)
        return connection.call(timeout) {
            SecretImport(updateSecretImport(id, change, location, it))
        }
    }

    /**
     * Ends an import. The secrets themselves stay where they are.
     *
     * @throws NotFoundException if the folder has no such import.
     */
    public suspend fun delete(
        id: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        val location = location(project, environment, path)
        connection.call(timeout) { deleteSecretImport(id, location, it) }
    }
}
