package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretHistory
import io.github.infisicale2ee.internal.NativeSecretVersion
import java.time.Instant

/**
 * What a secret was at one time.
 *
 * @property id the version's own id.
 * @property secretId the secret's id.
 * @property version counts the secret's changes, from 1; from 0 where several were made at once.
 * @property type whose the secret is.
 * @property environment slug of its environment.
 * @property name its name then.
 * @property value its value then.
 * @property comment its comment then, empty if it had none; `null` on May 2023 servers, which do
 *   not keep it.
 * @property createdAt when it became so.
 * @property deleted whether the secret has been deleted since, where the server tells: May 2023
 *   only.
 */
@ConsistentCopyVisibility
public data class SecretVersion
internal constructor(
    public val id: String,
    public val secretId: String,
    public val version: Long,
    public val type: SecretType,
    public val environment: String,
    public val name: String,
    public val value: String,
    public val comment: String?,
    public val createdAt: Instant?,
    public val deleted: Boolean?,
) {
    internal constructor(
        native: NativeSecretVersion
    ) : this(
        id = native.id,
        secretId = native.secretId,
        version = native.version,
        type = SecretType.known(native.kind),
        environment = native.environment,
        name = native.name,
        value = native.value,
        comment = native.comment,
        createdAt = toInstant(native.createdAt),
        deleted = native.deleted,
    )

    /** Everything but value and comment. */
    override fun toString(): String =
        "SecretVersion(id=$id, secretId=$secretId, version=$version, type=$type, environment=$environment, name=$name, createdAt=$createdAt, deleted=$deleted)"
}

/**
 * The versions of a secret.
 *
 * One that does not decrypt hides no other. A program that must have every version calls
 * [checkComplete].
 *
 * @property versions those that decrypted, newest first.
 * @property failures those that did not, by the id of the version.
 */
@ConsistentCopyVisibility
public data class SecretHistory
internal constructor(
    public val versions: List<SecretVersion>,
    public val failures: List<SecretFailure>,
    private val incomplete: InfisicalException?,
) {
    internal constructor(
        native: NativeSecretHistory
    ) : this(
        versions = native.versions.map(::SecretVersion),
        failures = native.failures.map(::SecretFailure),
        incomplete = native.incomplete?.toInfisicalException(),
    )

    /**
     * Does nothing if every version decrypted.
     *
     * @throws DecryptionFailedException says how many did not, and which was the first.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    /** The versions without values and comments, and the failures. */
    override fun toString(): String = "SecretHistory(versions=$versions, failures=$failures)"
}
