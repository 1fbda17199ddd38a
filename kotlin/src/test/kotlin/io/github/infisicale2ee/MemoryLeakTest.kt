package io.github.infisicale2ee

import io.github.infisicale2ee.internal.uniffiContinuationHandleMap
import java.io.File
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS

private const val LENGTH = 40_000
private const val PAGE = 4_096

class MemoryLeakTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    fun `two thousand calls do not leak memory`() = withLocalServer {
        Client(baseUrl, token = token()).use { client ->
            client.secrets.create("LARGE", "x".repeat(LENGTH))
            client.call(times = 500)
            val before = residentBytes()
            client.call(times = 1_500)
            val grown = residentBytes() - before
            // The heap size varies. One value leaked by each call would be 60 MB.
            assertTrue(grown < 1_500 * LENGTH * 2 / 3, "grown by $grown bytes")
            assertEquals(0, uniffiContinuationHandleMap.size)
        }
    }

    private suspend fun Client.call(times: Int) = coroutineScope {
        repeat(10) {
            launch(Dispatchers.Default) {
                repeat(times / 10) { assertEquals(LENGTH, secrets.list().single().value.length) }
            }
        }
    }

    /** Memory of this process after garbage collection, which takes some time. */
    private suspend fun residentBytes(): Long {
        System.gc()
        return List(20) {
                delay(100.milliseconds)
                File("/proc/self/statm").readText().split(" ")[1].toLong() * PAGE
            }
            .min()
    }
}
