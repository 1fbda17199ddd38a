package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeAuditDetail
import io.github.infisicale2ee.internal.NativeAuditLogFilter
import java.time.Instant
import kotlin.time.Duration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * The audit log: who did what in a project. It is for users; other credentials are refused with
 * [PermissionDeniedException].
 */
public class AuditLogs internal constructor(private val connection: Connection) {
    /**
     * One page of what happened in a project, newest first. Real servers of 2024 keep an audit log
     * only with a licence and answer an empty one without.
     *
     * @param events kinds of events by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret`
     *   and many more; all by default.
     * @param actor id of who did it; everybody by default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start the first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`; the log's
     *   beginning by default.
     * @param end the last moment, likewise; now by default.
     * @param metadata names to values that the server says of an event, all of which it must have;
     *   none by default. Needs a server later than June 2024, known from public source alone.
     * @param cursor where the page begins: `next` of the one before, with the same filter; by
     *   default the newest.
     * @param limit most entries the server is asked for, 1 to 1000; 100 by default.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException for a time, cursor or limit that is none, or an event or
     *   channel the server does not know.
     * @throws UnsupportedByServerException for metadata on servers that cannot filter by it.
     */
    public suspend fun query(
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
    ): AuditLogPage =
        query(
            filterOf(project, events, actor, channel, start, end, metadata),
            cursor,
            limit,
            timeout,
        )

    /**
     * One page of what happened in a project between two moments. See the other [query].
     *
     * @param start the first moment; the log's beginning if `null`.
     * @param end the last moment; now by default.
     * @throws InfisicalException as there.
     */
    public suspend fun query(
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
    ): AuditLogPage =
        query(
            filterOf(project, events, actor, channel, start?.toString(), end?.toString(), metadata),
            cursor,
            limit,
            timeout,
        )

    internal suspend fun query(
        filter: NativeAuditLogFilter,
        cursor: String?,
        limit: Long?,
        timeout: Duration?,
    ): AuditLogPage {
        checkFilter(filter)
        checkText("cursor" to cursor)
        return connection.call(timeout) { AuditLogPage(auditLogPage(filter, cursor, limit, it)) }
    }

    /**
     * What one event did to secrets, decrypted. Only on May 2023 servers, whose audit log refers to
     * versions of secrets.
     *
     * @param id the event's id.
     * @throws UnsupportedByServerException on later servers.
     * @throws NotFoundException if the project has no such event.
     * @throws DecryptionFailedException if a version was changed.
     * @throws KeyUnavailableException if the user has no copy of the project key.
     */
    public suspend fun changes(
        id: String,
        project: String? = null,
        timeout: Duration? = null,
    ): List<AuditChange> {
        checkText("id" to id, "project" to project)
        return connection.call(timeout) { auditLogChanges(id, project, it).map(::AuditChange) }
    }

    /**
     * Who can be found in the audit log of a project: their ids are what `actor` of [query] takes.
     * Real servers of 2024 and later answer that there is nobody, whatever is in the log.
     *
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws PermissionDeniedException for programs and API keys, or without the role.
     * @throws UnsupportedByServerException on May 2023 servers.
     */
    public suspend fun actors(
        project: String? = null,
        timeout: Duration? = null,
    ): List<AuditActor> {
        checkText("project" to project)
        return connection.call(timeout) { auditLogActors(project, it).map(::AuditActor) }
    }

    /**
     * Everything that happened, newest first, page by page as it is collected. The parameters and
     * exceptions are those of [query]; [cursor] is where the first page begins, [limit] counts the
     * entries of a page, and [timeout] is for each page.
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
        events(
            filterOf(project, events, actor, channel, start, end, metadata),
            cursor,
            limit,
            timeout,
        )

    /** Everything that happened between two moments. See the other [events], and [query]. */
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
        events(
            filterOf(project, events, actor, channel, start?.toString(), end?.toString(), metadata),
            cursor,
            limit,
            timeout,
        )

    private fun events(
        filter: NativeAuditLogFilter,
        cursor: String?,
        limit: Long?,
        timeout: Duration?,
    ): Flow<AuditEvent> = pagewise(cursor) { query(filter, it, limit, timeout) }

    /**
     * Everything that happened, all pages of it, as JSON Lines: an object for each event, newest
     * first, with the fields of an event, `details` among them as an object.
     *
     * All of it is in memory at once; `start` and `end` bound it.
     *
     * @param events kinds of events by the server's own names: `readSecrets`, `addSecrets`,
     *   `updateSecrets`, `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret`
     *   and many more; all by default.
     * @param actor id of who did it; everybody by default.
     * @param channel kind of program that did it, such as `web`, `cli` or `other`; all by default.
     * @param start the first moment, as RFC 3339 text, such as `2024-06-01T00:00:00Z`; the log's
     *   beginning by default.
     * @param end the last moment, likewise; now by default.
     * @param metadata names to values that the server says of an event, all of which it must have;
     *   none by default. Needs a server later than June 2024, known from public source alone.
     * @throws NotFoundException if there is no such project or the user is not a member.
     * @throws InvalidInputException for a time that is none, or an event or channel the server does
     *   not know.
     * @throws UnsupportedByServerException for metadata on servers that cannot filter by it.
     */
    public suspend fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: String? = null,
        end: String? = null,
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): String = export(filterOf(project, events, actor, channel, start, end, metadata), timeout)

    /**
     * Everything that happened between two moments, as JSON Lines. See the other [export].
     *
     * @param start the first moment; the log's beginning if `null`.
     * @param end the last moment; now by default.
     * @throws InfisicalException as there.
     */
    public suspend fun export(
        project: String? = null,
        events: List<String> = emptyList(),
        actor: String? = null,
        channel: String? = null,
        start: Instant?,
        end: Instant? = null,
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): String =
        export(
            filterOf(project, events, actor, channel, start?.toString(), end?.toString(), metadata),
            timeout,
        )

    internal suspend fun export(filter: NativeAuditLogFilter, timeout: Duration?): String {
        checkFilter(filter)
        return connection.call(timeout) { exportAuditLog(filter, it) }
    }
}

/** The events of all pages from [first] on. One is asked for once those before it are collected. */
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

private fun filterOf(
    project: String?,
    events: List<String>,
    actor: String?,
    channel: String?,
    start: String?,
    end: String?,
    metadata: Map<String, String>,
) =
    NativeAuditLogFilter(
        project = project,
        events = events,
        actor = actor,
        channel = channel,
        start = start,
        end = end,
        metadata = metadata.map { (name, value) -> NativeAuditDetail(name, value) },
    )

private fun checkFilter(filter: NativeAuditLogFilter) {
    checkText(
        "project" to filter.project,
        "actor" to filter.actor,
        "channel" to filter.channel,
        "start" to filter.start,
        "end" to filter.end,
    )
    checkTexts("events", filter.events)
    for ((name, value) in filter.metadata) checkText("metadata" to name, "metadata" to value)
}
