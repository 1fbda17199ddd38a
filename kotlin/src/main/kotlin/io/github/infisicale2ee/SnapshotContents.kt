package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeSnapshotContents
import java.time.Instant

/**
 * The contents of a snapshot. A secret that does not decrypt does not hide the others;
 * [checkComplete] throws if there is one.
 *
 * @property id the snapshot's id.
 * @property createdAt when it was taken.
 * @property secrets the secrets that decrypted, as they were.
 * @property failures the versions that did not decrypt, by their id.
 * @property folders names of the subfolders; empty on May 2023 servers.
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
     * Throws if a secret did not decrypt.
     *
     * @throws DecryptionFailedException with the number of failures, and the first of them.
     */
    public fun checkComplete() {
        incomplete?.let { throw it }
    }

    /** Everything but the secrets' values and comments. */
    override fun toString(): String =
        "SnapshotContents(id=$id, createdAt=$createdAt, secrets=$secrets, failures=$failures, folders=$folders)"
}
