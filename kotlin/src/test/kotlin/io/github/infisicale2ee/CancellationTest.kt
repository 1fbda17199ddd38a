package io.github.infisicale2ee

import io.github.infisicale2ee.internal.uniffiContinuationHandleMap
import java.util.concurrent.Executors
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class CancellationTest {
    @Test
    fun `cancelling a thousand calls cancels their requests and leaves the client usable`() =
        withProxy { proxy, client ->
            proxy.paused = true
            coroutineScope {
                val calls =
                    List(1_000) {
                        async(Dispatchers.Default) { runCatching { client.secrets.list() } }
                    }
                proxy.awaitPending(1_000)
                calls.forEach { it.cancel() }
                calls.forEach { it.join() }
                assertTrue(calls.all { it.isCancelled })
                proxy.awaitPending(0)
            }
            assertEquals(0, uniffiContinuationHandleMap.size)
            proxy.paused = false
            assertEquals("value", client.secrets.get("NAME").value)
        }

    @Test
    fun `cancelled call throws CancellationException`() = withProxy { proxy, client ->
        proxy.paused = true
        coroutineScope {
            var thrown: Throwable? = null
            val call = launch { thrown = runCatching { client.secrets.list() }.exceptionOrNull() }
            proxy.awaitPending(1)
            call.cancelAndJoin()
            assertTrue(thrown is CancellationException, thrown.toString())
        }
        proxy.awaitPending(0)
    }

    @Test
    fun `close during calls ends them at once`() = withProxy { proxy, client ->
        proxy.paused = true
        coroutineScope {
            val calls =
                List(2) { async(Dispatchers.Default) { runCatching { client.secrets.list() } } }
            proxy.awaitPending(2)
            val took = measureTime {
                client.close()
                for (call in calls) {
                    val error = call.await().exceptionOrNull()
                    assertTrue(error is ClientClosedException, error.toString())
                }
            }
            assertTrue(took < 5.seconds, took.toString())
        }
        proxy.awaitPending(0)
    }

    @Test
    fun `call in a cancelled coroutine sends nothing`() = withProxy { proxy, client ->
        coroutineScope {
            val call =
                launch(start = CoroutineStart.UNDISPATCHED) {
                    proxy.paused = true
                    coroutineContext.cancel()
                    client.secrets.create("NEVER", "sent")
                }
            call.join()
        }
        proxy.awaitPending(0)
        proxy.paused = false
        assertEquals(listOf("NAME"), client.secrets.list().map(Secret::name))
    }

    @Test
    fun `timeout of the call or of withTimeout ends a call`() = withProxy { proxy, client ->
        proxy.paused = true
        val took = measureTime {
            val error =
                assertThrows<OperationTimeoutException> {
                    client.secrets.list(timeout = 200.milliseconds)
                }
            assertEquals("timeout", error.code)
            assertThrows<TimeoutCancellationException> {
                withTimeout(200.milliseconds) { client.secrets.list() }
            }
        }
        assertTrue(took < 10.seconds, took.toString())
        proxy.awaitPending(0)
    }

    @Test
    fun `log-in does not block the caller's thread`() = withLocalServer {
        Executors.newSingleThreadExecutor().asCoroutineDispatcher().use { onlyThread ->
            withContext(onlyThread) {
                var ticks = 0
                val ticker = launch { while (true) delay(5.milliseconds).also { ticks += 1 } }
                Client(baseUrl, email = email, password = password).use { it.account.me() }
                ticker.cancel()
                assertTrue(ticks > 5, "$ticks ticks")
            }
        }
    }

    /** Runs a test with a client that has sent a request through a proxy. */
    private fun withProxy(test: suspend (PausableProxy, Client) -> Unit) = withLocalServer {
        PausableProxy(baseUrl).use { proxy ->
            Client(proxy.baseUrl, token = token()).use { client ->
                client.secrets.create("NAME", "value")
                test(proxy, client)
            }
        }
    }
}
