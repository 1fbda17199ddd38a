package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDestination
import io.github.infisicale2ee.internal.NativeGetOptions
import io.github.infisicale2ee.internal.NativeListOptions
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
     * @param imports whether a secret the folder does not have itself is looked for in those it
     *   imports; not by default. Needs a server of 2024 or later.
     * @param expandReferences whether `${NAME}` in the value becomes the value of that secret, and
     *   on servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere; not by
     *   default. The client does it. `${SELF}` in the value of `SELF` stays as written.
     * @param version the number of an earlier version; the current one by default. Servers show
     *   earlier versions only to users, those of 2024 not with API keys; today's show them to
     *   machine identities too. May 2023 servers store no comments of versions.
     * @param unknownReferences what to do with a reference to a secret that is missing, or that the
     *   credential may not read: by default, the secret that contains it is refused. A circle of
     *   references is always refused.
     * @param nestedReferences where to look up a plain name in a value that was itself reached by a
     *   reference: in the folder of that value by default.
     * @throws NotFoundException for an unknown secret, version or environment.
     * @throws PermissionDeniedException if the server shows no earlier version to this credential.
     * @throws DecryptionFailedException names the field that did not verify.
     * @throws InvalidInputException for a reference that leads nowhere, or in a circle.
     */
    public suspend fun get(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        imports: Boolean = false,
        expandReferences: Boolean = false,
        version: Long? = null,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        val options =
            NativeGetOptions(
                imports,
                expandReferences,
                unknownReferences.text,
                nestedReferences.text,
                version,
            )
        return connection.call(timeout) { Secret(getSecret(name, place, options, it)) }
    }

    /**
     * Reads and decrypts every secret of a place. A secret that does not decrypt is reported in
     * [SecretList.failures] and hides no other.
     *
     * @param overrides whether the user's personal secrets take the place of shared ones of the
     *   same name; not by default.
     * @param imports whether the secrets of imported folders are there too; not by default. A
     *   folder's own win over imported ones, and later imports over earlier ones. Needs a server of
     *   2024 or later.
     * @param expandReferences whether references in values become what they name, as in [get]; not
     *   by default. A secret whose reference leads nowhere is among the failures, as `reference`.
     * @param unknownReferences what to do with an unresolved reference, as in [get].
     * @param nestedReferences where to look up names in values of other folders, as in [get].
     * @throws NotFoundException for an unknown environment.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        overrides: Boolean = false,
        imports: Boolean = false,
        expandReferences: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        timeout: Duration? = null,
    ): SecretList {
        val place = place(project, environment, path, type)
        val options =
            NativeListOptions(
                overrides,
                imports,
                expandReferences,
                unknownReferences.text,
                nestedReferences.text,
            )
        return connection.call(timeout) { SecretList(listSecrets(place, options, it)) }
    }

    /**
     * Encrypts and stores a new secret.
     *
     * @param name any text without white space around it, on servers since 2024 of at most 100
     *   UTF-16 units.
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
     * Encrypts and stores a new value, comment or name of a secret.
     *
     * @param value the new value; unchanged by default.
     * @param comment the new comment; unchanged by default. 2024 servers take a comment only
     *   together with the value, so the value is read first and a change to it in that moment is
     *   undone.
     * @param newName the new name; unchanged by default.
     * @throws NotFoundException if there is no such secret.
     * @throws ConflictException if another secret has the new name.
     * @throws InvalidInputException if nothing is to change, or for a new name of a personal
     *   secret.
     * @throws UnsupportedByServerException for a new name and a token on May 2023 servers, or for a
     *   new comment or name by a machine identity on 2024 servers.
     */
    public suspend fun update(
        name: String,
        value: String? = null,
        comment: String? = null,
        newName: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name, "value" to value, "comment" to comment, "newName" to newName)
        val place = place(project, environment, path, type)
        return connection.call(timeout) {
            Secret(updateSecret(name, value, comment, newName, place, it))
        }
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
        checkText("name" to name)
        checkTexts("tags", tags)
        val location = location(project, environment, path)
        return connection.call(timeout) { Secret(setSecretTags(name, tags, location, it)) }
    }

    /**
     * Moves shared secrets to another environment, another folder, or both, with their comments and
     * tags. They get new ids there, and count their versions from the beginning. Personal overrides
     * do not move: they go with the secret they override.
     *
     * The client moves one secret at a time: it stores the secret at the destination, reads it
     * back, compares it, and only then deletes it at the source. If interrupted, no secret is lost:
     * repeat the call to finish.
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
     * @throws UnsupportedByServerException if a 2024 server decrypts the secrets and cannot set the
     *   comment or (February 2024) the tags. Then nothing is moved.
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
        checkTexts("names", names)
        val to = NativeDestination(toEnvironment, toPath, overwrite)
        val location = location(project, environment, path)
        return connection.call(timeout) { MoveResult(moveSecrets(names, to, location, it)) }
    }

    /**
     * Gives many shared secrets their values: makes those that are not there, changes those that
     * are otherwise, and leaves the others alone. What one secret is refused for is in its item,
     * and [BulkResult.checkComplete] throws if anything is. Run again after an interruption, it
     * finishes.
     *
     * @param dryRun whether only to say what would change.
     * @param onProgress is told after each request, on another thread, how many secrets are done.
     *   It must not block.
     * @throws InvalidInputException for a name given twice or one that cannot be. Nothing is
     *   changed then.
     * @throws InfisicalException for what would stop every secret, with how many were done.
     */
    public suspend fun setMany(
        values: List<NewValue>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult {
        val native = values.map(NewValue::toNative)
        val location = location(project, environment, path)
        return connection.call(timeout) {
            BulkResult(setManySecrets(native, dryRun, onProgress?.toNative(), location, it))
        }
    }

    /**
     * Gives many shared secrets their values, by name. See the other [setMany].
     *
     * @throws InfisicalException as there.
     */
    public suspend fun setMany(
        values: Map<String, String>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult =
        setMany(
            values.map { (name, value) -> NewValue(name, value) },
            dryRun,
            onProgress,
            project,
            environment,
            path,
            timeout,
        )

    /**
     * Deletes many shared secrets, with every user's personal overrides of them. One that is not
     * there is no error. Run again after an interruption, it finishes.
     *
     * @param dryRun whether only to say what would change.
     * @param onProgress as in [setMany].
     * @throws InfisicalException as [setMany].
     */
    public suspend fun deleteMany(
        names: List<String>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult {
        checkTexts("names", names)
        val location = location(project, environment, path)
        return connection.call(timeout) {
            BulkResult(deleteManySecrets(names, dryRun, onProgress?.toNative(), location, it))
        }
    }

    /**
     * As [create], for projects that may have a policy of approval. The request for approval is
     * then the answer, and no error.
     *
     * @param comment a comment for people; none by default.
     * @throws ConflictException if the name is taken.
     */
    public suspend fun proposeCreate(
        name: String,
        value: String,
        comment: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretChange {
        checkText("name" to name, "value" to value, "comment" to comment)
        val place = place(project, environment, path, type)
        return connection.call(timeout) {
            SecretChange(proposeCreateSecret(name, value, comment, place, it))
        }
    }

    /**
     * As [update], for projects that may have a policy of approval. The request for approval is
     * then the answer, and no error.
     *
     * @param value the new value; unchanged by default.
     * @param comment the new comment; unchanged by default.
     * @param newName the new name; unchanged by default.
     * @throws NotFoundException if there is no such secret.
     * @throws ConflictException if another secret has the new name.
     * @throws InvalidInputException if nothing is to change, or for a new name of a personal
     *   secret.
     * @throws UnsupportedByServerException for a new name and a token on May 2023 servers.
     */
    public suspend fun proposeUpdate(
        name: String,
        value: String? = null,
        comment: String? = null,
        newName: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretChange {
        checkText("name" to name, "value" to value, "comment" to comment, "newName" to newName)
        val place = place(project, environment, path, type)
        return connection.call(timeout) {
            SecretChange(proposeUpdateSecret(name, value, comment, newName, place, it))
        }
    }

    /**
     * As [delete], for projects that may have a policy of approval. Gives the request for approval;
     * `null` if the secret was deleted.
     *
     * @throws NotFoundException if there is no such secret.
     */
    public suspend fun proposeDelete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Approval? {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { proposeDeleteSecret(name, place, it)?.let(::Approval) }
    }

    /**
     * Every version of a secret, newest first, decrypted. One that does not decrypt is reported in
     * `failures` and hides no other.
     *
     * May 2023 servers keep no comments in versions.
     *
     * @throws NotFoundException for an unknown secret.
     * @throws PermissionDeniedException for other credentials than a user's, and on servers since
     *   2024 for API keys.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, as
     *   those of 2024, not their versions.
     */
    public suspend fun versions(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretHistory {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { SecretHistory(listSecretVersions(name, place, it)) }
    }

    /**
     * Gives a secret the value it had, as a new version. Its comment and tags stay as they are.
     * Servers since 2024 know no rolling back: the value is read and written again, and a change in
     * that moment is undone.
     *
     * @param version its number, as a secret and its versions carry it.
     * @throws NotFoundException if there is no such secret or version.
     * @throws IntegrityViolationException if the secret was called otherwise then.
     * @throws PermissionDeniedException if the server shows no earlier version to this credential:
     *   see [get].
     */
    public suspend fun rollBack(
        name: String,
        version: Long,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText("name" to name)
        val place = place(project, environment, path, type)
        return connection.call(timeout) { Secret(rollBackSecret(name, version, place, it)) }
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
