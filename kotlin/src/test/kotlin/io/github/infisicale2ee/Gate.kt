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

/** Stands between a client and a server; while it is shut, requests arrive and get no answer. */
class Gate(server: String) : Closeable {
    private val upstream = URI(server)
    private val listener = ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())

    val baseUrl = "http://127.0.0.1:${listener.localPort}"

    @Volatile var shut = false

    /** Open connections with a request that gets no answer. */
    private val held = AtomicInteger()

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
        var holding = false
        while (true) {
            val count = unlessClosed { client.inputStream.read(buffer) } ?: break
            if (count < 0) break
            if (!shut) {
                server.value.outputStream.write(buffer, 0, count)
            } else if (!holding) {
                holding = true
                held.incrementAndGet()
            }
        }
        if (holding) held.decrementAndGet()
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

    /** Waits until so many requests are held. */
    suspend fun awaitHeld(count: Int) =
        withTimeout(20.seconds) {
            while (held.get() != count) delay(5.milliseconds)
        }

    override fun close() = listener.close()
}
