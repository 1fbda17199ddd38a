package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeLocation
import kotlin.time.Duration

/**
 * Folders, which secrets lie in since 2024.
 *
 * `project`, `environment` and `path` say in which folder the one meant lies, with the defaults of
 * [Secrets]; `timeout` is the longest a call may take, if less than the client's deadline. Every
 * call throws [UnsupportedByServerException] on May 2023 servers.
 */
public class Folders internal constructor(private val connection: Connection) {
    /**
     * The folders that lie directly in a folder. There are none in one that does not exist.
     *
     * @throws NotFoundException for an unknown environment.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): List<Folder> {
        val location = location(project, environment, path)
        return connection.call(timeout) { listFolders(location, it).map(::Folder) }
    }

    /**
     * Makes a folder, with the folders of the path where they are missing. A folder that exists is
     * returned as it is.
     *
     * @param name of letters, digits, `-` and `_`.
     * @throws InvalidInputException for another name.
     * @throws PermissionDeniedException if the credential may not write there.
     */
    public suspend fun create(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Folder {
        checkText("name" to name)
        val location = location(project, environment, path)
        return connection.call(timeout) { Folder(createFolder(name, location, it)) }
    }

    /**
     * Gives a folder another name. What lies in it comes along; imports from it and service tokens
     * for its path do not follow.
     *
     * @throws NotFoundException if there is no such folder.
     * @throws ConflictException if one of the new name is there.
     */
    public suspend fun rename(
        name: String,
        newName: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Folder {
        checkText("name" to name, "newName" to newName)
        val location = location(project, environment, path)
        return connection.call(timeout) { Folder(renameFolder(name, newName, location, it)) }
    }

    /**
     * Deletes a folder with everything in it.
     *
     * @throws NotFoundException if there is no such folder.
     */
    public suspend fun delete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ) {
        checkText("name" to name)
        val location = location(project, environment, path)
        connection.call(timeout) { deleteFolder(name, location, it) }
    }
}

internal fun location(project: String?, environment: String?, path: String?): NativeLocation {
    checkText("project" to project, "environment" to environment, "path" to path)
    return NativeLocation(project, environment, path)
}
