package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeStorageException
import io.github.infisicale2ee.internal.NativeTrustStorage
import java.nio.file.FileSystems
import java.nio.file.Path

/** Where a client keeps what it has seen. The constructor of [Client] says what it is for. */
public class TrustStore
private constructor(internal val path: String?, internal val storage: TrustStorage?) {
    /** Shows the path, if it is a file. */
    override fun toString(): String =
        if (path != null) "TrustStore.file($path)" else "TrustStore.of(storage)"

    public companion object {
        /**
         * A file. It is created if it does not exist, in a directory that must exist.
         *
         * @throws InvalidInputException if the path is not of the default file system.
         */
        @JvmStatic
        public fun file(path: Path): TrustStore {
            if (required("path", path).fileSystem != FileSystems.getDefault()) {
                throw InvalidInputException(
                    "path: the trust store must be a file of the default file system. Give another " +
                        "path, or a TrustStorage"
                )
            }
            return TrustStore(path.toString().also { checkText("path" to it) }, null)
        }

        /** What [storage] keeps. */
        @JvmStatic
        public fun of(storage: TrustStorage): TrustStore =
            TrustStore(null, required("storage", storage))
    }
}

/**
 * Keeps the contents of a trust store somewhere else than in a file. See [TrustStore.of].
 *
 * The contents are encrypted and authenticated, so any place that keeps them will do. One client at
 * a time may use a storage. Both methods are called on a thread of the native library, and may
 * block. What they throw becomes the text of the [InvalidInputException] that the call of the
 * client throws.
 */
public interface TrustStorage {
    /** Returns the contents that were saved last; `null` if nothing was ever saved. */
    @Throws(Exception::class) public fun load(): ByteArray?

    /** Replaces the contents, all or nothing. */
    @Throws(Exception::class) public fun save(contents: ByteArray)
}

internal fun TrustStorage.toNative(): NativeTrustStorage =
    object : NativeTrustStorage {
        override fun load(): ByteArray? = told { this@toNative.load() }

        override fun save(contents: ByteArray) = told { this@toNative.save(contents) }
    }

private inline fun <T> told(work: () -> T): T =
    try {
        work()
    } catch (thrown: Throwable) {
        // Without half surrogate pairs, which cannot be passed on.
        throw NativeStorageException.Failed(String(thrown.toString().toByteArray()))
    }
