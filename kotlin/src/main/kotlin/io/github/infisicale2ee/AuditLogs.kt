package io.github.infisicale2ee

import java.time.Instant
import kotlin.time.Duration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** The audit log of projects: the calls of [AuditLogsOperations], and [events]. */
public class AuditLogs internal constructor(connection: Connection) :
    AuditLogsOperations(connection) {
    /**
     * All events, newest first; each page is requested when the previous events are collected. The
     * parameters and exceptions are those of [query]: the first page begins at [cursor]; [limit]
     * and [timeout] apply to each page.
     */
    public fun events(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        metadata: Map<String, String> = emptyMap(),
        cursor: String? = null,
        limit: Long? = null,
        timeout: Duration? = null,
    ): Flow<AuditEvent> =
        pagewise(cursor) {
            query(project, events, actor, channel, start, end, metadata, it, limit, timeout)
        }

    /** As the other [events], with times as [Instant]; `null` is no limit. */
    public fun events(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: Instant?,
        end: Instant? = null,
        metadata: Map<String, String> = emptyMap(),
        cursor: String? = null,
        limit: Long? = null,
        timeout: Duration? = null,
    ): Flow<AuditEvent> =
        pagewise(cursor) {
            query(project, events, actor, channel, start, end, metadata, it, limit, timeout)
        }
}

/** The events of all pages from [first] on. Each page is requested after the previous ones. */
internal fun pagewise(
    first: String?,
    query: suspend (cursor: String?) -> AuditLogPage,
): Flow<AuditEvent> = flow {
    var cursor = first
    do {
        val page = query(cursor)
        page.events.forEach { emit(it) }
        cursor = page.next
    } while (cursor != null)
}
