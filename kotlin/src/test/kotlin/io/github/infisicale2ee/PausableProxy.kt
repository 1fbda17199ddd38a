package io.github.infisicale2ee

import java.io.Closeable
import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.net.URI
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.delay
import kotlinx.coroutines.withTimeout

/** A proxy to a server. While paused, it accepts requests and does not respond. */
class PausableProxy(server: String) : Closeable {
    private val upstream = URI(server)
    private val listener = ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())

    val baseUrl = "http://127.0.0.1:${listener.localPort}"

    @Volatile var paused = false

    /** The number of open connections with a pending request. */
    private val pending = AtomicInteger()

    init {
        thread(isDaemon = true) {
            while (!listener.isClosed) {
                val client = unlessClosed { listener.accept() } ?: break
                thread(isDaemon = true) { client.use(::serve) }
            }
        }
    }

    private fun serve(client: Socket) {
        val server = lazy { Socket(upstream.host, upstream.port).also { answer(it, client) } }
        val buffer = ByteArray(8_192)
        var isPending = false
        while (true) {
            val count = unlessClosed { client.inputStream.read(buffer) } ?: break
            if (count < 0) break
            if (!paused) {
                server.value.outputStream.write(buffer, 0, count)
            } else if (!isPending) {
                isPending = true
                pending.incrementAndGet()
            }
        }
        if (isPending) pending.decrementAndGet()
        if (server.isInitialized()) server.value.close()
    }

    private fun answer(server: Socket, client: Socket) {
        thread(isDaemon = true) { unlessClosed { server.inputStream.copyTo(client.outputStream) } }
    }

    private fun <T> unlessClosed(action: () -> T): T? =
        try {
            action()
        } catch (_: IOException) {
            null
        }

    /** Waits until [count] requests are pending. */
    suspend fun awaitPending(count: Int) =
        withTimeout(20.seconds) {
            while (pending.get() != count) delay(5.milliseconds)
        }

    override fun close() = listener.close()
}
