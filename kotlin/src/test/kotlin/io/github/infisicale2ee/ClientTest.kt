package io.github.infisicale2ee

import java.time.Duration as JavaDuration
import java.time.Instant
import kotlin.time.Duration
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

private const val HALF_A_PAIR = "\ud800"

class ClientTest {
    @ParameterizedTest
    @ValueSource(strings = ["may23", "feb24", "jun24"])
    fun `a user writes and a service token reads`(era: String) =
        working(era) {
            assertEquals(email, user.account.me().email)
            assertEquals(1, user.organizations.list().size)
            assertEquals(listOf(project), user.projects.list().map(Project::id))
            assertTrue(user.projects.openKey(project).sealedBy!!.matches(Regex("[0-9a-f]{64}")))

            val created =
                user.secrets.create("DB_URL", "postgres://ünï", comment = "main", project = project)
            assertEquals(1, created.version)
            assertAbout(Instant.now(), created.createdAt)
            user.secrets.create("EMPTY", "", project = project)
            val updated = user.secrets.update("DB_URL", value = "postgres://2", project = project)
            assertEquals(2 to "postgres://2", updated.version.toInt() to updated.value)

            val (token, info) =
                user.serviceTokens.create(
                    "reader",
                    project,
                    scopes = listOf(ServiceTokenScope("dev", "/")),
                    expiresIn = 1.hours,
                )
            assertAbout(Instant.now() + JavaDuration.ofHours(1), info.expiresAt)
            Client(baseUrl, token = token).use { reader ->
                assertEquals(setOf(Permission.READ), reader.serviceTokens.describe().permissions)
                val list = reader.secrets.list()
                list.checkComplete()
                assertEquals(setOf("DB_URL", "EMPTY"), list.map(Secret::name).toSet())
                assertEquals("main", list["DB_URL"]?.comment)
                assertNull(list["NOTHING"])
                assertEquals(mapOf("DB_URL" to "postgres://2", "EMPTY" to ""), list.toMap())
                assertEquals(list, list.toList())

                user.secrets.delete("DB_URL", project = project)
                val error = assertThrows<NotFoundException> { reader.secrets.get("DB_URL") }
                assertEquals("not_found", error.code)
                assertFalse(error.retryable)
                assertNull(error.retryAfter)
                assertTrue("DB_URL" in error.message, error.message)
            }
        }

    @Test
    fun `personal secrets are others than shared ones`() = working {
        user.secrets.create("COLOR", "blue", project = project)
        user.secrets.create("COLOR", "red", project = project, type = SecretType.PERSONAL)
        assertEquals("blue", user.secrets.get("COLOR", project).value)
        val mine = user.secrets.get("COLOR", project, type = SecretType.PERSONAL)
        assertEquals("red" to SecretType.PERSONAL, mine.value to mine.type)
        assertThrows<ConflictException> { user.secrets.create("COLOR", "green", project = project) }
    }

    @Test
    fun `calls may run at the same time`() = working {
        val names = List(20) { "NAME_$it" }
        val read = coroutineScope {
            names.map { async { user.secrets.create(it, it, project = project) } }.awaitAll()
            names.map { async { user.secrets.get(it, project).value } }.awaitAll()
        }
        assertEquals(names, read)
    }

    @Test
    fun `a closed client refuses, before and while it is used`() = working {
        val client = Client(baseUrl, token = token())
        client.secrets.list()
        client.close()
        client.close()
        assertThrows<ClientClosedException> { client.secrets.list() }
        assertThrows<ClientClosedException> { client.account.me() }
        assertThrows<ClientClosedException> { client.blocking().projects.list() }

        val closing = Client(baseUrl, token = token())
        val outcomes = coroutineScope {
            val calls = List(100) { async { runCatching { closing.secrets.list() } } }
            closing.secrets.list()
            closing.close()
            calls.awaitAll()
        }
        outcomes
            .mapNotNull { it.exceptionOrNull() }
            .forEach {
                assertTrue(it is ClientClosedException, it.toString())
            }
    }

    @Test
    fun `options that cannot be right are refused before anything is sent`() {
        val planted = "planted-token"
        fun refused(message: String, make: () -> Client) {
            val error = assertThrows<InfisicalException> { make().close() }
            assertTrue(message in error.message, error.message)
            assertFalse(planted in error.stackTraceToString())
        }
        refused("Infisical Token") { Client(token = planted) }
        refused("one credential") { Client(token = planted, apiKey = planted) }
        refused("timeout") { Client(timeout = Duration.ZERO) }
        refused("timeout") { Client(timeout = (-1).seconds) }
        refused("deadline") { Client(deadline = Duration.INFINITE) }
        refused("maxResponseBytes") { Client(maxResponseBytes = 0) }
        refused("certificate") { Client(certificateAuthorities = "no PEM") }
        refused("http://") { Client(baseUrl = "http://example.test") }
        refused("password holds half") { Client(email = "a@b.test", password = HALF_A_PAIR) }
        assertNotNull(Client(baseUrl = "http://example.test", allowHttp = true).close())
    }

    @Test
    fun `arguments that cannot be right are refused before anything is sent`() = runBlocking {
        Client("http://127.0.0.1:1", email = "a@b.test", password = "p").use { client ->
            suspend fun refused(message: String, call: suspend () -> Unit) {
                val error = assertThrows<InvalidInputException> { call() }
                assertTrue(message in error.message, error.message)
            }
            refused("value holds half") { client.secrets.create("A", HALF_A_PAIR) }
            refused("path holds half") { client.secrets.list(path = HALF_A_PAIR) }
            refused("timeout") { client.secrets.list(timeout = Duration.ZERO) }
            refused("seconds above zero") {
                client.serviceTokens.create("A", expiresIn = (-1).seconds)
            }
            refused("shared") { SecretType.of("mine") }
            refused("read") { Permission.of("all") }
        }
    }

    private fun assertAbout(expected: Instant, actual: Instant?) {
        val difference = JavaDuration.between(expected, actual)
        assertTrue(difference.abs() < JavaDuration.ofMinutes(1), difference.toString())
    }
}
