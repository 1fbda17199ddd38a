package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDestination
import io.github.infisicale2ee.internal.NativeMoveResult
import io.github.infisicale2ee.internal.NativePlace
import kotlin.time.Duration

/**
 * Secrets by name.
 *
 * Every call takes where the secret lives, and whose it is: `project`, by default the token's, or
 * the client's; `environment`, by default the client's, or the one the token is for; `path`, a
 * folder such as `/backend`, by default `/`, or the one path the token is for; and `type`, shared
 * by default, with no falling back from one to the other. `timeout` is the longest the call may
 * take, if less than the client's deadline.
 *
 * Beside the exceptions named, every call throws the other [InfisicalException]s of its condition,
 * such as [ConnectionFailedException] and [ClientClosedException].
 */
public class Secrets internal constructor(private val connection: Connection) {
    /**
     * Reads and decrypts one secret, and checks that it is the one asked for.
     *
     * @throws NotFoundException for an unknown secret or environment.
     * @throws DecryptionFailedException names the field that did not verify.
     */
    public suspend fun get(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { Secret(getSecret(name, place, it)) }
    }

    /**
     * Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
     * [SecretList.failures] and hides no other.
     *
     * @throws NotFoundException for an unknown environment.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretList {
        val place = place(project, environment, path, type)
        return connection.call(timeout) { SecretList(listSecrets(place, it)) }
    }

    /**
     * Encrypts and stores a new secret.
     *
     * @param name any text without white space around it.
     * @param comment a comment for people; none by default. Encrypted like the value.
     * @throws ConflictException if the name is taken.
     * @throws PayloadTooLargeException for values over about 76,000 bytes (May 2023) or 785,000
     *   bytes (2024).
     */
    public suspend fun create(
        name: String,
        value: String,
        comment: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name, "value" to value, "comment" to comment)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { Secret(createSecret(name, value, comment, place, it)) }
    }

    /**
     * Encrypts and stores a new value or comment of a secret.
     *
     * @param value the new value; unchanged by default.
     * @param comment the new comment; unchanged by default. 2024 servers take a comment only
     *   together with the value, so the value is read first and a change to it in that moment is
     *   undone.
     * @throws NotFoundException if there is no such secret.
     * @throws InvalidInputException if neither is given.
     */
    public suspend fun update(
        name: String,
        value: String? = null,
        comment: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name, "value" to value, "comment" to comment)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { Secret(updateSecret(name, value, comment, place, it)) }
    }

    /**
     * Deletes a secret. Deleting a shared one deletes every user's personal override of it.
     *
     * @throws NotFoundException if there is no such secret.
     */
    public suspend fun delete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ) {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        connection.call(timeout) { deleteSecret(name, place, it) }
    }

    /**
     * Puts tags on a shared secret in place of those it has. 2024 servers take tags only together
     * with the value, so the value is read first and a change to it in that moment is undone.
     *
     * @param tags their slugs; an empty list takes all off.
     * @throws NotFoundException if there is no such secret, or no such tag in the project.
     * @throws PermissionDeniedException for service tokens and API keys, which cannot look tags up.
     */
    public suspend fun setTags(
        name: String,
        tags: List<String>,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name, *tags.map { "tags" to it }.toTypedArray())
        val location = location(project, environment, path)
        return connection.call(timeout) { Secret(setSecretTags(name, tags, location, it)) }
    }

    /**
     * Moves shared secrets to another environment, another folder, or both, with their comments and
     * tags. They get new ids there, and count their versions from the beginning. Personal overrides
     * do not move: they go with the secret they override.
     *
     * June 2024 servers do it at once, for projects whose key they made. Elsewhere, and for service
     * tokens, it is done here, one secret after the other: each is stored at the destination, read
     * back and compared, and only then deleted at the source. If that is interrupted, no secret is
     * lost, and the same call again finishes it.
     *
     * @param toEnvironment slug of the environment to move to; the source's by default.
     * @param toPath folder to move to, which must exist; the source's by default.
     * @param overwrite whether to replace other values of that name at the destination.
     * @param environment slug of the environment to move from.
     * @param path folder to move from.
     * @throws ConflictException if the destination has a secret of that name with another value or
     *   comment, and [overwrite] is not set. Then nothing is moved.
     * @throws NotFoundException if a secret is in neither place, or a place does not exist.
     * @throws InvalidInputException if no secret is named, or source and destination are the same.
     */
    public suspend fun move(
        names: List<String>,
        toEnvironment: String? = null,
        toPath: String? = null,
        overwrite: Boolean = false,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): MoveResult {
        checkText("toEnvironment" to toEnvironment, "toPath" to toPath)
        checkText(*names.map { "names" to it }.toTypedArray())
        val to = NativeDestination(toEnvironment, toPath, overwrite)
        val location = location(project, environment, path)
        return connection.call(timeout) { MoveResult(moveSecrets(names, to, location, it)) }
    }
}

/**
 * What moving secrets did.
 *
 * @property moved names of the secrets that were moved. Not among them is one that an earlier,
 *   interrupted call had moved.
 * @property sourceUpdated whether the source was changed. On June 2024 servers it is not if a
 *   change there waits for somebody's approval.
 * @property destinationUpdated whether the destination was changed, likewise.
 */
@ConsistentCopyVisibility
public data class MoveResult
internal constructor(
    public val moved: List<String>,
    public val sourceUpdated: Boolean,
    public val destinationUpdated: Boolean,
) {
    internal constructor(
        result: NativeMoveResult
    ) : this(result.moved, result.sourceUpdated, result.destinationUpdated)
}

private fun place(
    project: String?,
    environment: String?,
    path: String?,
    type: SecretType,
): NativePlace {
    checkText("project" to project, "environment" to environment, "path" to path)
    return NativePlace(project, environment, path, type.text)
}
