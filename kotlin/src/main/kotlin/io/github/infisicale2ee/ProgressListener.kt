package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeProgress
import java.util.logging.Level
import java.util.logging.Logger

/**
 * Is told of the progress of many secrets, on a thread of the native library. It must not block:
 * the call, and others of the process, wait until it returns. What takes long belongs elsewhere,
 * such as in a queue.
 *
 * What it throws is logged as a warning by the [Logger] `io.github.infisicale2ee` of
 * `java.util.logging`, which Android has too, and the call goes on.
 */
public fun interface ProgressListener {
    /** So many secrets are done, of so many. */
    public fun onProgress(done: Long, total: Long)
}

internal fun ProgressListener.toNative(): NativeProgress =
    object : NativeProgress {
        override fun tell(done: Long, total: Long) =
            try {
                onProgress(done, total)
            } catch (thrown: Throwable) {
                // Not to the thread's handler of uncaught exceptions: Android's ends the app.
                Logger.getLogger("io.github.infisicale2ee")
                    .log(Level.WARNING, "a progress listener failed; the call goes on", thrown)
            }
    }
