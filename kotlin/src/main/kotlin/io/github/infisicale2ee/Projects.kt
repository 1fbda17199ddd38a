package io.github.infisicale2ee

import kotlin.time.Duration

/**
 * Projects and their keys. `timeout` is the longest a call may take, if less than the client's
 * deadline.
 */
public class Projects internal constructor(private val connection: Connection) {
    /**
     * Makes a project whose key is made here and sealed to the user. On servers since June 2024 the
     * server makes the key, and this opens and checks it. If it is interrupted, the same call again
     * finishes the project.
     *
     * @param organization id of the organization; by default the client's, or the only one the user
     *   belongs to.
     * @throws InvalidInputException if the user belongs to several organizations and none is named.
     */
    public suspend fun create(
        name: String,
        organization: String? = null,
        timeout: Duration? = null,
    ): Project {
        checkText("name" to name, "organization" to organization)
        return connection.call(timeout) { Project(createProject(name, organization, it)) }
    }

    /**
     * Every project the user is a member of.
     *
     * @throws PermissionDeniedException for a service token.
     */
    public suspend fun list(timeout: Duration? = null): List<Project> =
        connection.call(timeout) { listProjects(it).map(::Project) }

    /**
     * One project, by id.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     */
    public suspend fun get(id: String, timeout: Duration? = null): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(getProject(id, it)) }
    }

    /**
     * Opens the key of a project and keeps it, as the first use of its secrets would. Tells early
     * whether this credential can decrypt.
     *
     * @throws KeyUnavailableException if nobody has shared the key with the user yet, or the
     *   credential opens no private key.
     * @throws DecryptionFailedException if the copy was changed.
     */
    public suspend fun openKey(id: String, timeout: Duration? = null): OpenedKey {
        checkText("id" to id)
        return connection.call(timeout) {
            OpenedKey(openProjectKey(id, it))
        }
    }

    /**
     * Gives a project another name; its slug stays.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user may not.
     * @throws InvalidInputException for a blank name.
     */
    public suspend fun rename(
        id: String,
        name: String,
        timeout: Duration? = null,
    ): Project {
        checkText("id" to id, "name" to name)
        return connection.call(timeout) { Project(renameProject(id, name, it)) }
    }

    /**
     * Deletes a project with every secret in it. There is no way back.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user is no administrator of it.
     */
    public suspend fun delete(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { deleteProject(id, it) }
    }

    /**
     * Sets whether the server's own pages write names of secrets in capitals. Names stored by this
     * library stay as given.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user may not.
     */
    public suspend fun setAutoCapitalization(
        id: String,
        enabled: Boolean,
        timeout: Duration? = null,
    ): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(setAutoCapitalization(id, enabled, it)) }
    }

    /**
     * Sets how many versions of each secret and folder the server is to keep, on servers since
     * June 2024. What is beyond that, it deletes for good.
     *
     * @param limit how many, 1 to 100.
     * @throws InvalidInputException for another number.
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user is no administrator of it, for programs and for
     *   API keys.
     * @throws UnsupportedByServerException on older servers.
     */
    public suspend fun setVersionLimit(
        id: String,
        limit: Long,
        timeout: Duration? = null,
    ): Project {
        checkText("id" to id)
        return connection.call(timeout) { Project(setVersionLimit(id, limit, it)) }
    }

    /**
     * Takes the user out of a project, on servers since June 2024, and forgets its key. Whoever
     * wants back in has to be invited.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException for the only administrator of the project, for programs and
     *   for API keys.
     * @throws UnsupportedByServerException on older servers, and for an end-to-end encrypted
     *   project that was made on one: there an administrator removes the member.
     */
    public suspend fun leave(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { leaveProject(id, it) }
    }

    /**
     * Gives the server the key, and with it every secret the project has, had or will have: that
     * ends its end-to-end encryption. Nothing happens if the server has the key already, as of
     * every project made since June 2024.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws KeyUnavailableException if the user has no key of the project.
     * @throws IntegrityViolationException if the server's public key is unsafe. Then nothing is
     *   given.
     */
    public suspend fun shareKeyWithServer(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { shareKeyWithServer(id, it) }
    }

    /**
     * Asks the server to delete its copy of the key. It may have kept the key and whatever it read;
     * only a new project with new values is out of its reach again. Nothing happens if it has none.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws UnsupportedByServerException if the server made the key.
     */
    public suspend fun stopSharingKeyWithServer(
        id: String,
        timeout: Duration? = null,
    ) {
        checkText("id" to id)
        connection.call(timeout) { stopSharingKeyWithServer(id, it) }
    }

    /**
     * Whether the server says it has a copy of the key. Always true for projects made since
     * June 2024.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     */
    public suspend fun isKeySharedWithServer(
        id: String,
        timeout: Duration? = null,
    ): Boolean {
        checkText("id" to id)
        return connection.call(timeout) { isKeySharedWithServer(id, it) }
    }

    /**
     * Whether every secret of the project can be found by name: `false` if some were stored before
     * spring 2023, or by a program that does not tell the server their names.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user is no administrator of it.
     */
    public suspend fun blindIndexStatus(
        id: String,
        timeout: Duration? = null,
    ): Boolean {
        checkText("id" to id)
        return connection.call(timeout) { blindIndexStatus(id, it) }
    }

    /**
     * Makes every secret of an old project be found by name: decrypts the names here and tells the
     * server, which stores a keyed hash of each. May be repeated after an interruption.
     *
     * @throws NotFoundException if there is none or the user is not a member.
     * @throws PermissionDeniedException if the user is no administrator of it.
     * @throws KeyUnavailableException if the user has no key of the project.
     */
    public suspend fun enableBlindIndices(
        id: String,
        timeout: Duration? = null,
    ): BlindIndexReport {
        checkText("id" to id)
        return connection.call(timeout) { BlindIndexReport(enableBlindIndices(id, it)) }
    }
}
