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
        behind { gate, client ->
            gate.shut = true
            coroutineScope {
                val calls =
                    List(1_000) {
                        async(Dispatchers.Default) { runCatching { client.secrets.list() } }
                    }
                gate.awaitHeld(1_000)
                calls.forEach { it.cancel() }
                calls.forEach { it.join() }
                assertTrue(calls.all { it.isCancelled })
                gate.awaitHeld(0)
            }
            assertEquals(0, uniffiContinuationHandleMap.size)
            gate.shut = false
            assertEquals("value", client.secrets.get("NAME").value)
        }

    @Test
    fun `a cancelled call throws CancellationException`() = behind { gate, client ->
        gate.shut = true
        coroutineScope {
            var thrown: Throwable? = null
            val call = launch { thrown = runCatching { client.secrets.list() }.exceptionOrNull() }
            gate.awaitHeld(1)
            call.cancelAndJoin()
            assertTrue(thrown is CancellationException, thrown.toString())
        }
        gate.awaitHeld(0)
    }

    @Test
    fun `close during calls ends them at once`() = behind { gate, client ->
        gate.shut = true
        coroutineScope {
            val calls =
                List(2) { async(Dispatchers.Default) { runCatching { client.secrets.list() } } }
            gate.awaitHeld(2)
            val took = measureTime {
                client.close()
                for (call in calls) {
                    val error = call.await().exceptionOrNull()
                    assertTrue(error is ClientClosedException, error.toString())
                }
            }
            assertTrue(took < 5.seconds, took.toString())
        }
        gate.awaitHeld(0)
    }

    @Test
    fun `a call of a cancelled coroutine sends nothing`() = behind { gate, client ->
        coroutineScope {
            val call =
                launch(start = CoroutineStart.UNDISPATCHED) {
                    gate.shut = true
                    coroutineContext.cancel()
                    client.secrets.create("NEVER", "sent")
                }
            call.join()
        }
        gate.awaitHeld(0)
        gate.shut = false
        assertEquals(listOf("NAME"), client.secrets.list().map(Secret::name))
    }

    @Test
    fun `timeouts of the call and of coroutines both end it`() = behind { gate, client ->
        gate.shut = true
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
        gate.awaitHeld(0)
    }

    @Test
    fun `a log-in does not occupy the caller's thread`() = working {
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

    /** Runs a test with a client that reaches its server through a gate and has warmed up. */
    private fun behind(test: suspend (Gate, Client) -> Unit) = working {
        Gate(baseUrl).use { gate ->
            Client(gate.baseUrl, token = token()).use { client ->
                client.secrets.create("NAME", "value")
                test(gate, client)
            }
        }
    }
}
