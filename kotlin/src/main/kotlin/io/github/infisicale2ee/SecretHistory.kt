package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSecretHistory

/**
 * The versions of a secret.
 *
 * A version that does not decrypt does not hide the others; [checkComplete] throws if there is one.
 *
 * @property versions the versions that decrypted, newest first.
 * @property failures the versions that did not decrypt, by their id.
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
     * Throws if a version did not decrypt.
     *
     * @throws DecryptionFailedException with the number of failures, and the first of them.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    /** The versions without values and comments, and the failures. */
    override fun toString(): String = "SecretHistory(versions=$versions, failures=$failures)"
}
