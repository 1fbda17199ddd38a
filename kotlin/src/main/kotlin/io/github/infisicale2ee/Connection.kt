package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeClient
import io.github.infisicale2ee.internal.NativeClientOptions
import io.github.infisicale2ee.internal.NativeException
import io.github.infisicale2ee.internal.NativeTrustStorage
import java.io.Closeable
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The native client. All its operations are called through this class. */
internal class Connection(options: NativeClientOptions, trustStorage: NativeTrustStorage?) :
    Closeable {
    private val native = translating { NativeClient(options, trustStorage) }
    private val closed = AtomicBoolean()

    /**
     * Runs an operation on another thread. Cancelling the coroutine drops the operation, which
     * cancels its request.
     */
    suspend fun <T> call(timeout: Duration?, operation: suspend NativeClient.(Double?) -> T): T {
        if (timeout != null && !timeout.isPositive()) {
            throw InvalidInputException("timeout must be above zero")
        }
        val seconds = timeout?.takeIf(Duration::isFinite)?.toDouble(DurationUnit.SECONDS)
        return withContext(Dispatchers.Default) {
            try {
                translating { native.operation(seconds) }
            } catch (error: IllegalStateException) {
                // The generated code throws this if the object was destroyed.
                if (error is CancellationException || !closed.get()) throw error
                throw ClientClosedException(
                    "the client is closed. Create a new one, or close this one later"
                )
            }
        }
    }

    override fun close() {
        if (closed.compareAndSet(false, true)) {
            translating { native.shutDown() }
            native.destroy()
        }
    }
}

internal inline fun <T> translating(action: () -> T): T =
    try {
        action()
    } catch (failure: NativeException.Failed) {
        throw failure.toInfisicalException()
    } catch (_: io.github.infisicale2ee.internal.InternalException) {
        // Its message is not used: it may contain what the library could not convert.
        throw InternalException(
            "the library failed because of a bug. Please report the call that you made"
        )
    }
