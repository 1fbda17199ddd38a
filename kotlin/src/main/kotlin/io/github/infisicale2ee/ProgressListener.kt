package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeProgress
import java.util.logging.Level
import java.util.logging.Logger

/**
 * Receives the progress of a change of many secrets, on a thread of the native library. It must not
 * block: the call, and others of the process, wait until it returns. Pass longer work to another
 * thread.
 *
 * Its exceptions are logged as warnings by the [Logger] `io.github.infisicale2ee` of
 * `java.util.logging`, which Android also has, and the call continues.
 */
public fun interface ProgressListener {
    /** Called with the number of secrets done and their total. */
    public fun onProgress(done: Long, total: Long)
}

internal fun ProgressListener.toNative(): NativeProgress =
    object : NativeProgress {
        override fun tell(done: Long, total: Long) =
            try {
                onProgress(done, total)
            } catch (thrown: Throwable) {
                // The thread's handler of uncaught exceptions would end an Android app.
                Logger.getLogger("io.github.infisicale2ee")
                    .log(Level.WARNING, "a progress listener failed; the call continues", thrown)
            }
    }
