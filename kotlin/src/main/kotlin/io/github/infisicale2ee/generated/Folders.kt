// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import kotlin.time.Duration

/**
 * Folders of secrets, on servers since 2024.
 *
 * `project`, `environment` and `path` name the folder that contains the one in question.
 *
 * May 2023 servers have folders too, but their routes for secrets by name, which this client uses,
 * do not support them. There, all secrets are in `/`, and a call about secrets with another path
 * fails with [UnsupportedByServerException].
 *
 * Every method fails with [InvalidInputException] if it has no project or environment, neither from
 * the call nor from the client or the service token, or if `path` does not have the form
 * `/folder/subfolder`.
 *
 * Protocol: `/api/v1/folders`, on May 2023 servers `/api/v1/folder` and `/api/v2/secrets`.
 */
public class Folders internal constructor(private val connection: Connection) {
    /**
     * Lists the folders that lie directly in a folder. A folder that does not exist contains none.
     *
     * May 2023 servers return folders together with the secrets of the folder. The client ignores
     * these secrets, but the server records in the audit log that they were read.
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such project or environment, or if the user is not a
     *   member.
     * @throws PermissionDeniedException if the credential may not read there.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<Folder> {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { listFolders(location, it).map(::Folder) }
    }

    /**
     * Creates a folder, and the folders of its path that are missing. Servers of 2023 and 2024
     * return a folder that exists; today's servers refuse to create it again.
     *
     * @param name the name, of letters from a to z in either case, digits, `-` and `_`.
     * @param description description for people, of at most 255 characters; none by default. Only
     *   today's servers store it, and they can read it.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the folder exists, on today's servers.
     * @throws InvalidInputException if the name, or that of a folder in the path, is empty or has
     *   other characters.
     * @throws NotFoundException if there is no such project or environment, or if the user is not a
     *   member.
     * @throws PermissionDeniedException if the credential may not write there, or for an API key, a
     *   service token, a service account or a machine identity on May 2023 servers, where only
     *   users create folders.
     * @throws UnsupportedByServerException for a description, except on today's servers: then
     *   nothing is sent.
     * @throws IntegrityViolationException if the server answers with another description than was
     *   sent.
     */
    public suspend fun create(
        name: String,
        description: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Folder {
        checkText(
            "name" to name,
            "description" to description,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { Folder(createFolder(name, description, location, it)) }
    }

    /**
     * Gives a folder another name. What lies in it moves with it; imports from it and service
     * tokens for its path do not follow.
     *
     * @param name the current name.
     * @param newName the new name, of letters from a to z in either case, digits, `-` and `_`.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such folder, environment or project, or if the user
     *   is not a member.
     * @throws ConflictException if a folder with the new name exists there.
     * @throws InvalidInputException if the new name is empty or has other characters.
     * @throws PermissionDeniedException if the credential may not write there.
     * @throws UnsupportedByServerException on May 2023 servers, which cannot rename folders.
     */
    public suspend fun rename(
        name: String,
        newName: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Folder {
        checkText(
            "name" to name,
            "newName" to newName,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { Folder(renameFolder(name, newName, location, it)) }
    }

    /**
     * Gives a folder another description, or removes it. The server can read it.
     *
     * @param name the name of the folder.
     * @param description the new description, of at most 255 characters; empty to remove it.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such folder, environment or project, or if the user
     *   is not a member.
     * @throws InvalidInputException if the description is too long.
     * @throws PermissionDeniedException if the credential may not write there.
     * @throws UnsupportedByServerException if the server is an earlier one: then nothing is sent.
     * @throws IntegrityViolationException if the server answers with another description than was
     *   sent.
     */
    public suspend fun setDescription(
        name: String,
        description: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Folder {
        checkText(
            "name" to name,
            "description" to description,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            Folder(setFolderDescription(name, description, location, it))
        }
    }

    /**
     * Deletes a folder with everything in it.
     *
     * @param name the name of the folder.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such folder, environment or project, or if the user
     *   is not a member.
     * @throws PermissionDeniedException if the credential may not write there, or for an API key, a
     *   service token, a service account or a machine identity on May 2023 servers, where only
     *   users delete folders.
     */
    public suspend fun delete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ) {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val location = NativeLocation(project, environment, path)
        connection.call(timeout) { deleteFolder(name, location, it) }
    }
}

/**
 * [Folders] with calls that block. The place comes after required arguments and before the others.
 */
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
    public fun create(
        name: String,
        place: SecretPlace = SecretPlace(),
        description: String? = null,
    ): Folder =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            folders.create(name, description, project, environment, path, timeout)
        }

    /** See [Folders.rename]. */
    @JvmOverloads
    public fun rename(name: String, newName: String, place: SecretPlace = SecretPlace()): Folder =
        blocking("name" to name, "newName" to newName, "place" to place) {
            val (project, environment, path) = place.location()
            folders.rename(name, newName, project, environment, path, timeout)
        }

    /** See [Folders.setDescription]. */
    @JvmOverloads
    public fun setDescription(
        name: String,
        description: String,
        place: SecretPlace = SecretPlace(),
    ): Folder =
        blocking("name" to name, "description" to description, "place" to place) {
            val (project, environment, path) = place.location()
            folders.setDescription(name, description, project, environment, path, timeout)
        }

    /** See [Folders.delete]. */
    @JvmOverloads
    public fun delete(name: String, place: SecretPlace = SecretPlace()): Unit =
        blocking("name" to name, "place" to place) {
            val (project, environment, path) = place.location()
            folders.delete(name, project, environment, path, timeout)
        }
}
