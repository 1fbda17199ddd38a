package io.github.infisicale2ee

import kotlin.time.Duration

/** [AuditLogs] with calls that block. */
public class BlockingAuditLogs
internal constructor(private val auditLogs: AuditLogs, private val timeout: Duration?) {
    /** See [AuditLogs.query]. */
    @JvmOverloads
    public fun query(
        filter: AuditLogFilter = AuditLogFilter(),
        cursor: String? = null,
        limit: Long? = null,
    ): AuditLogPage =
        blocking("filter" to filter) { auditLogs.query(filter.native, cursor, limit, timeout) }

    /** See [AuditLogs.changes]. */
    @JvmOverloads
    public fun changes(id: String, project: String? = null): List<AuditChange> =
        blocking("id" to id) {
            auditLogs.changes(id, project, timeout)
        }

    /** See [AuditLogs.actors]. */
    @JvmOverloads
    public fun actors(project: String? = null): List<AuditActor> = blocking {
        auditLogs.actors(project, timeout)
    }

    /**
     * See [AuditLogs.events]: a page is asked for when iterating comes to it, which therefore
     * throws what [query] throws. Iterating anew asks anew. `StreamSupport.stream` makes a stream
     * of its `spliterator()`.
     */
    @JvmOverloads
    public fun events(
        filter: AuditLogFilter = AuditLogFilter(),
        cursor: String? = null,
        limit: Long? = null,
    ): Iterable<AuditEvent> {
        required("filter", filter)
        return pagewiseBlocking(cursor) { query(filter, it, limit) }
    }

    /** See [AuditLogs.export]. */
    @JvmOverloads
    public fun export(filter: AuditLogFilter = AuditLogFilter()): String =
        blocking("filter" to filter) {
            auditLogs.export(filter.native, timeout)
        }
}

/** As [pagewise], for iterating. */
internal fun pagewiseBlocking(
    first: String?,
    query: (cursor: String?) -> AuditLogPage,
): Iterable<AuditEvent> = Iterable {
    iterator {
        var cursor = first
        do {
            val page = query(cursor)
            yieldAll(page.events)
            cursor = page.next
        } while (cursor != null)
    }
}
