package io.github.infisicale2ee

import java.io.IOException
import java.net.URI
import java.nio.file.FileSystems
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import kotlin.io.path.div
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** Keeps the contents in memory. */
open class MemoryStorage : TrustStorage {
    @Volatile var contents: ByteArray? = null

    override fun load(): ByteArray? = contents

    override fun save(contents: ByteArray) {
        this.contents = contents
    }
}

class TrustStoreTest {
    private fun LocalServer.client(store: TrustStore) =
        Client(
            baseUrl,
            email = email,
            password = password,
            project = project,
            environment = "dev",
            trustStore = store,
        )

    @Test
    fun `storage keeps contents between clients`() = withLocalServer {
        user.secrets.create("A", "1", project = project)
        val storage = MemoryStorage()
        client(TrustStore.of(storage)).use { assertEquals("1", it.secrets.get("A").value) }
        val saved = storage.contents
        assertNotNull(saved)
        user.secrets.delete("A", project = project)
        client(TrustStore.of(storage)).use { client ->
            val error = assertThrows<TamperingSuspectedException> { client.secrets.get("A") }
            assertEquals("tampering_suspected", error.code)
            assertArrayEquals(saved, storage.contents)
            assertEquals(1, client.trust.forgetSecrets(names = listOf("A")))
            assertThrows<NotFoundException> { client.secrets.get("A") }
        }
    }

    @Test
    fun `exception of a storage becomes the text of an InvalidInputException`() = withLocalServer {
        user.secrets.create("A", "1", project = project)
        val cannotLoad =
            object : MemoryStorage() {
                override fun load() = throw IOException("no \ud800 disk")
            }
        client(TrustStore.of(cannotLoad)).use { client ->
            val error = assertThrows<InvalidInputException> { client.secrets.get("A") }
            assertTrue("java.io.IOException: no ? disk" in error.message, error.message)
        }
        val cannotSave =
            object : MemoryStorage() {
                override fun save(contents: ByteArray) = throw IOException("disk full")
            }
        client(TrustStore.of(cannotSave)).use { client ->
            val error = assertThrows<InvalidInputException> { client.secrets.get("A") }
            assertTrue("java.io.IOException: disk full" in error.message, error.message)
        }
    }

    @Test
    fun `closing a client whose storage waits ends the call at once`() = withLocalServer {
        val begun = CountDownLatch(1)
        val goOn = CountDownLatch(1)
        val slow =
            object : MemoryStorage() {
                override fun load(): ByteArray? {
                    begun.countDown()
                    goOn.await()
                    return null
                }
            }
        val client = client(TrustStore.of(slow))
        coroutineScope {
            val call = async(Dispatchers.IO) { runCatching { client.secrets.list() } }
            begun.await()
            val took = measureTime { client.close() }
            assertTrue(took < 5.seconds, took.toString())
            val error = call.await().exceptionOrNull()
            assertTrue(error is ClientClosedException, error.toString())
        }
        goOn.countDown()
    }

    @Test
    fun `file is created and detects what was deleted`(@TempDir directory: Path) = withLocalServer {
        user.secrets.create("A", "1", project = project)
        val store = TrustStore.file(directory / "store")
        assertTrue((directory / "store").toString() in store.toString())
        client(store).use { it.secrets.list() }
        assertTrue((directory / "store").toFile().isFile)
        user.secrets.delete("A", project = project)
        client(store).use { client ->
            assertThrows<TamperingSuspectedException> { client.secrets.list() }
            client.trust.forgetProject(project)
            assertTrue(client.secrets.list().isEmpty())
        }
    }

    @Test
    fun `wrong trust store is refused`(@TempDir directory: Path) {
        fun builder() =
            Client.builder().baseUrl("http://127.0.0.1:1").user("a@b.test", "planted-password")
        fun refused(message: String, make: () -> Any?) {
            val error = assertThrows<InvalidInputException> { make() }
            assertTrue(message in error.message, error.message)
            assertFalse("planted" in error.message, error.message)
        }
        val file = directory / "store"
        builder().trustStore(file).build().close()
        builder().trustStorage(MemoryStorage()).build().close()
        refused("given twice") {
            builder().trustStore(file).trustStorage(MemoryStorage()).build()
        }
        refused("the option trust_store is empty") { builder().trustStore(Path.of("")).build() }
        val archive = URI("jar:${(directory / "a.zip").toUri()}")
        FileSystems.newFileSystem(archive, mapOf("create" to "true")).use { zip ->
            refused("default file system") { TrustStore.file(zip.getPath("/store")) }
        }
        refused("no such credential") {
            Client("http://127.0.0.1:1", trustStore = TrustStore.file(file))
        }
    }
}
