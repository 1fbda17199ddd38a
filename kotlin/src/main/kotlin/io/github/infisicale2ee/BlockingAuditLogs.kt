package io.github.infisicale2ee

import kotlin.time.Duration

/** [AuditLogs] with calls that block. */
public class BlockingAuditLogs internal constructor(auditLogs: AuditLogs, timeout: Duration?) :
    BlockingAuditLogsOperations(auditLogs, timeout) {
    /**
     * See [AuditLogs.events]. A page is requested when the iteration reaches it; the iteration then
     * throws the exceptions of [query]. Each iteration requests the pages again. For a stream, pass
     * the `spliterator()` to `StreamSupport.stream`.
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
