package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSnapshotContents
import java.time.Instant

/**
 * What a snapshot holds. One secret that does not decrypt hides no other; a program that must have
 * everything calls [checkComplete].
 *
 * @property id the snapshot's id.
 * @property createdAt when it was taken.
 * @property secrets the secrets as they were, those that decrypted.
 * @property failures those that did not, by the id of the version.
 * @property folders names of the folders in the folder; empty on May 2023 servers.
 */
@ConsistentCopyVisibility
public data class SnapshotContents
internal constructor(
    public val id: String,
    public val createdAt: Instant?,
    public val secrets: List<SecretVersion>,
    public val failures: List<SecretFailure>,
    public val folders: List<String>,
    private val incomplete: InfisicalException?,
) {
    internal constructor(
        native: NativeSnapshotContents
    ) : this(
        id = native.id,
        createdAt = toInstant(native.createdAt),
        secrets = native.secrets.map(::SecretVersion),
        failures = native.failures.map(::SecretFailure),
        folders = native.folders,
        incomplete = native.incomplete?.toInfisicalException(),
    )

    /**
     * Does nothing if every secret decrypted.
     *
     * @throws DecryptionFailedException says how many did not, and which was the first.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    /** Everything but the secrets' values and comments. */
    override fun toString(): String =
        "SnapshotContents(id=$id, createdAt=$createdAt, secrets=$secrets, failures=$failures, folders=$folders)"
}
