package io.github.infisicale2ee

import java.time.Duration
import java.time.Instant
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

private const val KIND = "create-secret"

class AuditLogsTest {
    private val pages =
        mapOf(
            null to AuditLogPage(listOf(event("5"), event("4")), "b"),
            "b" to AuditLogPage(emptyList(), "c"),
            "c" to AuditLogPage(listOf(event("3")), "d"),
            "d" to AuditLogPage(emptyList(), null),
        )
    private val asked = mutableListOf<String?>()

    private fun page(cursor: String?): AuditLogPage {
        asked += cursor
        return pages.getValue(cursor)
    }

    @Test
    fun `events reads every page, also after an empty one`() = runBlocking {
        assertEquals(listOf("5", "4", "3"), pagewise(null, ::page).toList().map(AuditEvent::id))
        assertEquals(listOf(null, "b", "c", "d"), asked)
    }

    @Test
    fun `events starts at the cursor`() = runBlocking {
        assertEquals(listOf("3"), pagewise("c", ::page).toList().map(AuditEvent::id))
        assertEquals(listOf<String?>("c", "d"), asked)
    }

    @Test
    fun `events requests only pages that are collected`() = runBlocking {
        val events = pagewise(null, ::page)
        assertEquals(emptyList<String?>(), asked)
        assertEquals("5", events.take(1).toList().single().id)
        assertEquals(listOf(null), asked)
        assertEquals("3", events.first { it.id < "4" }.id)
        assertEquals(listOf(null, null, "b", "c"), asked)
    }

    @Test
    fun `events cancelled while waiting for a page throws CancellationException`() = runBlocking {
        var thrown: Throwable? = null
        val seen = mutableListOf<String>()
        coroutineScope {
            val collecting = launch {
                val events =
                    pagewise(null) { cursor -> page(cursor).also { cursor?.let { stay() } } }
                thrown = runCatching { events.collect { seen += it.id } }.exceptionOrNull()
            }
            while (asked.size < 2) yield()
            collecting.cancelAndJoin()
        }
        assertTrue(thrown is CancellationException, thrown.toString())
        assertEquals(listOf("5", "4") to listOf(null, "b"), seen to asked)
    }

    private suspend fun stay(): Unit = awaitCancellation()

    @Test
    fun `events ends with the error of a page`() = runBlocking {
        val seen = mutableListOf<String>()
        val events =
            pagewise(null) { if (it == null) page(it) else throw NotFoundException("gone") }
        assertThrows<NotFoundException> { events.collect { seen += it.id } }
        assertEquals(listOf("5", "4"), seen)
    }

    @Test
    fun `events of a server by page size, cursor, actor and time`() =
        withLocalServer("jun24") {
            val log = user.auditLogs
            repeat(5) { user.secrets.create("NAME_$it", "value", project = project) }
            val all = log.query(project, listOf(KIND)).events
            assertEquals(5, all.size)
            val actor = log.actors(project).single()
            assertEquals("user" to email, actor.actorType to actor.name)
            assertEquals(all, log.events(project, listOf(KIND), limit = 2).toList())

            val first = log.query(project, listOf(KIND), limit = 2)
            val rest = log.events(project, listOf(KIND), cursor = first.next, limit = 2)
            assertEquals(all, first.events + rest.toList())

            val others = log.events(project, listOf(KIND), actor = "nobody", limit = 1)
            assertEquals(emptyList<AuditEvent>(), others.toList())

            val hourAgo = Instant.now() - Duration.ofHours(1)
            val now = Instant.now() + Duration.ofMinutes(1)
            assertEquals(all, log.events(project, listOf(KIND), start = hourAgo).toList())
            assertEquals(all, log.query(project, listOf(KIND), start = hourAgo, end = now).events)
            val before = log.query(project, listOf(KIND), start = null, end = hourAgo)
            assertEquals(emptyList<AuditEvent>(), before.events)
            assertEquals("", log.export(project, listOf(KIND), start = now))
            assertEquals(5, log.export(project, listOf(KIND), start = hourAgo).trim().lines().size)
        }

    @Test
    fun `cancelled collector cancels the request`() = withLocalServer {
        repeat(2) { user.secrets.create("NAME_$it", "value", project = project) }
        PausableProxy(baseUrl).use { proxy ->
            Client(proxy.baseUrl, email = email, password = password).use { client ->
                val seen = mutableListOf<AuditEvent>()
                coroutineScope {
                    val collecting = launch {
                        client.auditLogs.events(project, listOf(KIND), limit = 1).collect {
                            seen += it
                            proxy.paused = true
                        }
                    }
                    proxy.awaitPending(1)
                    collecting.cancelAndJoin()
                }
                proxy.awaitPending(0)
                assertEquals(1, seen.size)
            }
        }
    }

    @Test
    fun `invalid filter is refused`() = runBlocking {
        Client("http://127.0.0.1:1", email = "a@b.test", password = "p").use { client ->
            val log = client.auditLogs
            suspend fun refused(message: String, call: suspend () -> Unit) {
                val error = assertThrows<InvalidInputException> { call() }
                assertTrue(message in error.message, error.message)
            }
            refused("events[0] contains half") { log.query(events = listOf("\ud800")) }
            refused("project contains half") { log.actors("\ud800") }
            refused("cursor contains half") { log.events(cursor = "\ud800").toList() }
            refused("metadata contains half") { log.query(metadata = mapOf("\ud800" to "")) }
            refused("metadata contains half") { log.export(metadata = mapOf("name" to "\ud800")) }
            refused("RFC 3339") { log.query(start = "yesterday") }
            refused("RFC 3339") { log.query(start = null, end = Instant.MAX) }
            refused("1 to 1000") { log.events(limit = 0).toList() }
        }
    }

    private fun event(id: String) =
        AuditEvent(id, KIND, "user", null, null, null, null, null, null, null, emptyList())
}
