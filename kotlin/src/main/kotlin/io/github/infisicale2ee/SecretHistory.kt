package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretHistory

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
