package io.github.infisicale2ee

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
